"""The search of a screen: one line with its label, its box, and the key that comes to it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.frame import boxed, row
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

SEARCH = N_("Search")
HINTS = {
    "person": N_("A name, or any word"),
    "support": N_("A name, or what was done"),
    "organisation": N_("A name, or any word about it"),
    "check": N_("A name, or what was done"),
    "connection": N_("An offer, a wish or a name"),
    "engagement": N_("A question or a decision"),
    "capacity_support": N_("A name, or what was given"),
    "review": N_("What was learned"),
    "activity": N_("What it is called"),
    "insight": N_("A word they used"),
    "session": N_("An activity, or a day"),
    "time_given": N_("A name, an activity or a day"),
}
"""What stands in the empty box, by the kind of record."""


def searching(box: QLineEdit, kind: str) -> QWidget:
    """Return a box to search records of a kind in, with what stands beside it."""
    box.setPlaceholderText(tr(HINTS[kind]) if kind in HINTS else "")
    box.setAccessibleName(tr(SEARCH))
    label = text(tr(SEARCH), "label", wrap=False, buddy=box)
    line = row(label, box, text(tr(N_("Ctrl+F")), "small", wrap=False), gap=8)
    line.setStretch(1, 1)
    return boxed(line)
