"""What changed, for every screen that shows it: records, and how the windows should look."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Screens connect to ``changed``, which carries the action's Changed; the window to ``dress``."""

    changed = Signal(object)
    dress = Signal()


changes = Changes()
