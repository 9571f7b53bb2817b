"""One signal: what an action changed, for every screen that shows it."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Screens connect to ``changed``; it carries the action's Changed."""

    changed = Signal(object)


changes = Changes()
