"""Which control has the focus, so that it has it again when the window was drawn anew."""

from PySide6.QtWidgets import QApplication, QWidget

Focused = tuple[type[QWidget], str, int]
"""Its type, its name for screen readers, and its number among its type in the window."""


def focused(within: QWidget) -> Focused | None:
    """Return which control under this one has the focus."""
    focus = QApplication.focusWidget()
    if focus is None or not within.isAncestorOf(focus):
        return None
    return type(focus), focus.accessibleName(), within.findChildren(type(focus)).index(focus)


def focus_again(within: QWidget, kept: Focused | None) -> None:
    """Give it the focus: by its name, or in another language by its number."""
    if kept is None:
        return
    kind, name, number = kept
    alike = within.findChildren(kind)
    named = [one for one in alike if name and one.accessibleName() == name]
    for one in named or alike[number : number + 1]:
        one.setFocus()
        return
