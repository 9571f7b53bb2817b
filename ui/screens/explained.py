"""Which card of the help speaks of what is shown: parts of a screen say it, F1 asks."""

from PySide6.QtWidgets import QApplication, QWidget

CARD, WITHIN = "help_card", "help_card_within"
OF_KIND = {
    "person": "people",
    "support": "support",
    "organisation": "organisations",
    "connection": "connections",
    "session": "activities",
    "time_given": "hours",
    "capacity_support": "capacity",
    "review": "reviews",
    "engagement": "engagement",
}
"""The card of each kind of record that has a list."""


def explained(part: QWidget, code: str, *, within: bool = False) -> None:
    """Let a card of the help speak of a part whenever it is shown, or only for who is at work ``within``."""
    part.setProperty(WITHIN if within else CARD, code)


def card_of(page: QWidget) -> str:
    """Return the card of what somebody is at work in, else of the one part that is shown; "" for none."""
    part = QApplication.focusWidget()
    while part is not None and page.isAncestorOf(part):
        if code := part.property(WITHIN) or part.property(CARD):
            return str(code)
        part = part.parentWidget()
    shown = [one for one in page.findChildren(QWidget) if one.property(CARD) and one.isVisible()]
    inner = [one for one in shown if not any(one is not other and one.isAncestorOf(other) for other in shown)]
    return str(inner[0].property(CARD)) if len(inner) == 1 else ""
