"""What a screen reader is given of a window: names, roles and headings."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QWidget

from tests.accessibility.seen import all_of, name

Role, Text = QAccessible.Role, QAccessible.Text
NAMED = {
    *(Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox),
    *(Role.List, Role.ListItem, Role.Table, Role.Tree, Role.TreeItem, Role.ProgressBar, Role.SpinBox),
    *(Role.Slider, Role.Link, Role.PageTab, Role.PageTabList, Role.MenuItem, Role.Dialog, Role.Heading),
}
"""What cannot be used without a name."""


def nodes(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yield a node and all under it that can be seen."""
    if node is None or not node.isValid() or node.state().invisible:
        return
    yield node
    for index in range(node.childCount()):
        yield from nodes(node.child(index))


def unnamed(root: QWidget) -> list[str]:
    """Return what a screen reader would come to without a word to say."""
    found = []
    for node in nodes(QAccessible.queryAccessibleInterface(root)):
        state, thing = node.state(), node.object()
        needs = node.role() in NAMED or (state.focusable and thing is not root)
        if needs and not node.text(Text.Name).strip():
            of = name(thing) if isinstance(thing, QWidget) else ""
            found.append(f"no name: {node.role().name} {of}")
    boxes = [box for box in all_of(root, QComboBox) if not box.accessibleDescription()]
    return found + [f"no description: {name(box)}" for box in boxes]


def headings(root: QWidget) -> list[str]:
    """Return what is wrong with the headings of a page: there is one of the first level, read as such."""
    if isinstance(root, QDialog):
        return []
    roles = [node.text(Text.Name) for node in nodes(QAccessible.queryAccessibleInterface(root))
             if node.role() is Role.Heading]  # fmt: skip
    first = [label.text() for label in all_of(root, QLabel) if label.property("k") == "h1"]
    found = [] if len(first) == 1 else [f"headings of the first level: {first}"]
    return found + ([] if roles else ["no heading is read as one"])


def twins(root: QWidget) -> list[str]:
    """Return buttons of one page that a screen reader cannot tell apart by their names."""
    found = Counter(
        node.text(Text.Name)
        for node in nodes(QAccessible.queryAccessibleInterface(root))
        if node.role() in {Role.Button, Role.Link} and node.state().focusable
    )
    return [f"{times} buttons called {words!r}" for words, times in found.items() if times > 1]
