"""Keys that work anywhere in a window while what they belong to is there."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def shortcuts(owner: QWidget, keys: dict[str, Callable[[], object]]) -> None:
    """Let each of these keys do its work anywhere in the window of the owner, as long as the owner lives."""
    for words, does in keys.items():
        QShortcut(QKeySequence(words), owner).activated.connect(does)


def hand(page: QWidget | None, verb: str) -> None:
    """Hand a key to the page that is shown, when it has a use for it."""
    does = getattr(page, verb, None)
    if does is not None:
        does()
