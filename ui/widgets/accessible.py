"""What a screen reader is told beyond what Qt says itself: headings, pictures, sentences spoken at once."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from shiboken6 import isValid

from ui.language import plain

HEADINGS = {"h1", "h2", "h3"}
"""The styles of labels that are headings."""
PICTURE = "picture"
"""The style of what is drawn, and is told by its description."""
_kept: dict[int, QAccessibleInterface] = {}
_ready: list[bool] = []


def prepare() -> None:
    """Let labels that look like headings be headings, and charts be pictures; once in a process."""
    if not _ready:
        _ready.append(True)
        QAccessible.installFactory(_told)


class _Heading(QAccessibleWidget):
    """A heading that is called what it says now: one that was empty at first, too."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, sort: QAccessible.Text) -> str:
        """Return its words as its name."""
        if sort is QAccessible.Text.Name and isValid(self._label):
            return plain(self._label.accessibleName() or self._label.text())
        return super().text(sort)


def _told(_: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QLabel) and thing.property("k") in HEADINGS:
        return _keep(thing, _Heading(thing))
    if isinstance(thing, QWidget) and thing.property("k") == PICTURE:
        return _keep(thing, QAccessibleWidget(thing, QAccessible.Role.Graphic))
    return None


def _keep(thing: QWidget, made: QAccessibleInterface) -> QAccessibleInterface:
    """Keep it as long as the widget lives: Qt does not keep it alive."""
    key = id(thing)
    _kept[key] = made
    thing.destroyed.connect(lambda: _kept.pop(key, None))
    return made


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence now, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, plain(sentence)))
