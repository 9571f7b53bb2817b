"""The colours of paper; the web page's style sheet has the same, and those of the dark."""

INK = "#1a1a1a"
PAPER = "#ffffff"
SHADE = "#e3edf6"
ACCENT = "#0b4f8a"
RULE = "#6b7a88"  # for lines, never for words
