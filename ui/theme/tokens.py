"""Every colour and every size by its name; which ink may stand on which ground."""

from collections.abc import Mapping

Tokens = Mapping[str, str]

LIGHT: Tokens = {
    "bg": "#F5F4EF",
    "surface": "#FFFFFF",
    "sunken": "#ECEEE9",
    "ink": "#1B2A2A",
    "ink2": "#4A5957",
    "hint": "#4A5957",
    "line": "#DAD9D1",
    "control": "#6C7A77",
    "accent": "#0A6660",
    "accent_hi": "#08524D",
    "on_accent": "#FFFFFF",
    "soft": "#DFEFEB",
    "on_soft": "#0A4A46",
    "ok": "#1C6636",
    "ok_soft": "#E2F1E5",
    "warn": "#7A4600",
    "warn_soft": "#FBEFD9",
    "bad": "#9B2226",
    "bad_soft": "#FBE6E4",
    "focus": "#0A6660",
}
DARK: Tokens = {
    "bg": "#131817",
    "surface": "#1B2221",
    "sunken": "#242C2B",
    "ink": "#E9EDEB",
    "ink2": "#AEBAB7",
    "hint": "#AEBAB7",
    "line": "#333E3C",
    "control": "#83928E",
    "accent": "#74CFC2",
    "accent_hi": "#9BE0D6",
    "on_accent": "#06231F",
    "soft": "#1B3B37",
    "on_soft": "#BFEBE3",
    "ok": "#8FD3A3",
    "ok_soft": "#1B3324",
    "warn": "#F0C27A",
    "warn_soft": "#3A2C14",
    "bad": "#F2A5A0",
    "bad_soft": "#3D2121",
    "focus": "#F5D76E",
}
HIGH: Tokens = {
    **dict.fromkeys(("bg", "surface", "sunken", "soft", "ok_soft", "warn_soft", "bad_soft"), "#FFFFFF"),
    **dict.fromkeys(("ink", "ink2", "line", "control", "accent_hi", "on_soft"), "#000000"),
    "hint": "#595959",
    "accent": "#003C38",
    "on_accent": "#FFFFFF",
    "ok": "#00401A",
    "warn": "#4A2A00",
    "bad": "#6B0005",
    "focus": "#003C38",
}
THEMES: Mapping[str, Tokens] = {"light": LIGHT, "dark": DARK, "high": HIGH}

TYPE = {"small": 16, "body": 18, "h3": 19, "h2": 21, "number": 27, "h1": 34}
"""Pixels at 100%; nothing smaller."""
SPACE = {"hair": 4, "tight": 8, "snug": 12, "body": 16, "wide": 24, "page": 32, "far": 48}
CONTROL, ROW, CHIP = 44, 46, 40
MARK, GAP, END, EDGE = 18, 8, 16, 19
"""Pixels of the box to tick in a chip, between that and its words, at both ends of them, and before all that
is in the sidebar."""
TICK, BESIDE = 20, 14
"""Pixels of a box to tick, which grows with the text, and of its edges and the room before its words."""
PAGE = 1120
"""Pixels: how wide a page becomes at most at 100%."""

TEXT_PAIRS = (
    *((ink, on) for ink in ("ink", "ink2") for on in ("bg", "surface", "sunken")),
    ("hint", "surface"),
    *(("accent", on) for on in ("surface", "bg", "soft")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hi"),
    ("on_soft", "soft"),
    ("ok", "ok_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
    ("warn", "surface"),
    ("surface", "ink"),
)
"""Which ink stands on which ground as text: 4.5 to 1 or more."""
EDGE_PAIRS = (
    ("control", "surface"),
    ("control", "bg"),
    ("focus", "surface"),
    ("focus", "bg"),
    ("accent", "soft"),
)
"""Edges of controls, rings and bars: 3 to 1 or more."""


DARKEST = 0.04045  # below it the curve is a line


def luminance(colour: str) -> float:
    """Return how bright a colour such as #0A6660 is, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= DARKEST else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
