"""Every key of the program, and what it does."""

from ui.screens.places import SECTIONS
from vcse_desktop.i18n import N_, tr

KEYS_CARD, EVERY_KEY = "keys", N_("Every key")
KEYS = (
    (("Ctrl+K",), N_("Find or do anything")),
    (("Ctrl+H",), N_("Log hours, from anywhere")),
    (("Ctrl+N",), N_("Begin something new in this section")),
    (("Ctrl+F",), N_("Search on this screen")),
    (("Ctrl+Return", "Ctrl+Enter"), N_("Save this form, or go on to the next step")),
    (("Alt+U",), N_("Undo the last change")),
    (("Esc",), N_("Close, or go back; what you typed stays")),
    (("Ctrl+L",), N_("Lock now")),
    (("Ctrl+Shift+L",), N_("Cover the screen; your PIN or passphrase brings it back")),
    (("F6",), N_("Go round: list of sections, page, what was just done")),
    (("F1",), N_("Help on this screen")),
    (("Ctrl++", "Ctrl+="), N_("Larger text")),
    (("Ctrl+-",), N_("Smaller text")),
    (("Ctrl+0",), N_("Text as large as at first")),
)
"""Each with all its ways of being pressed; the first is the one that is shown."""
SHOWN = {"Ctrl+Return": "Ctrl+Enter", "Ctrl++": "Ctrl +", "Ctrl+-": "Ctrl -"}
ALSO = (
    ("Tab", N_("To the next box or button; with Shift, back")),
    ("Space", N_("Presses a button, ticks a box, chooses one of several; once more takes that choice back")),
    ("↑ ↓ ← →", N_("Move among choices that belong together, and through lists")),
    ("Page Up, Page Down", N_("Scroll the page")),
    ("Enter", N_("Takes the first suggestion under a box")),
)
"""Keys that Qt knows by itself."""


def listed() -> list[tuple[str, str]]:
    """Return each key as it is shown, and what it does in the person's language."""
    ours = [(SHOWN.get(ways[0], ways[0]), tr(words)) for ways, words in KEYS]
    sections = [
        (f"Ctrl+{number}", tr(N_("Go to {place}"), place=tr(place.words)))
        for number, place in enumerate(SECTIONS, 1)
    ]
    return [*ours, *sections, *((key, tr(words)) for key, words in ALSO)]


def every() -> set[str]:
    """Return every way of pressing one of our keys."""
    numbers = {f"Ctrl+{number}" for number in range(1, len(SECTIONS) + 1)}
    return {way for ways, _ in KEYS for way in ways} | numbers
