"""The recovery sheet: on paper, and back from it."""
