"""Editors for what is chosen: one of a few, one of many, some of a few, yes or no."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton

from ui.forms.editor import Editor
from ui.widgets.accessible import announce
from ui.widgets.chips import Offer, OneOf, OneWithMeaning, SomeOf
from ui.widgets.frame import boxed, column, row
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

NOTHING_CHOSEN = N_("Nothing is chosen now.")
AGAIN = N_("{label}. Press Space on the chosen one to choose nothing.")
YES, NO = "yes", "no"
UNCHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Unchoose(QObject):
    """Lets a press on what is chosen choose nothing again: a choice made by mistake can be taken back."""

    def __init__(self, group: OneOf) -> None:
        super().__init__(group)
        self._group = group
        self._was = False
        for button in group.buttons.values():
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a press on the chosen one."""
        if not isinstance(watched, QRadioButton):
            return False
        if isinstance(event, QKeyEvent) and event.key() in UNCHOOSING and watched.isChecked():
            if event.type() is QEvent.Type.KeyPress:
                self._clear()
            return True
        if event.type() is QEvent.Type.MouseButtonPress:
            self._was = watched.isChecked()
        elif event.type() is QEvent.Type.MouseButtonRelease and self._was:
            watched.setDown(False)
            self._clear()
            return True
        return False

    def _clear(self) -> None:
        self._group.choose(None)
        announce(self._group, tr(NOTHING_CHOSEN))
        self._group.chosen.emit()


class Chips(Editor):
    """One of a few, or none: nothing is chosen beforehand, and what was chosen can be un-chosen."""

    def __init__(self, group: OneOf) -> None:
        self.group = group
        super().__init__(group)
        self._unchoose = Unchoose(group)
        group.chosen.connect(self.changed)

    def value(self) -> object:
        """Return the code chosen."""
        return self.group.code()

    def put(self, value: object) -> None:
        """Choose this code, or nothing; the focus comes to what is chosen."""
        self.group.choose(None if value is None else str(value))
        chosen = self.group.buttons.get(str(self.group.code()))
        if chosen is not None:
            self.group.setFocusProxy(chosen)

    def name(self, label: str, help_text: str) -> None:
        """Name the group; each chip says its own words and what group it is of."""
        super().name(label, help_text)
        if not isinstance(self.group, OneWithMeaning):
            for button in self.group.buttons.values():
                button.setAccessibleDescription(tr(AGAIN, label=label))


class YesNo(Chips):
    """Yes, no, or nothing said."""

    def __init__(self, label: str) -> None:
        super().__init__(OneOf(label, [(YES, tr(N_("Yes"))), (NO, tr(N_("No")))]))

    def value(self) -> object:
        """Return yes or no, None for nothing."""
        code = self.group.code()
        return None if code is None else code == YES

    def put(self, value: object) -> None:
        """Choose yes, no or nothing."""
        super().put(None if value is None else YES if value else NO)


class Several(Editor):
    """Some of a few, as chips."""

    def __init__(self, label: str, offer: Offer) -> None:
        self.group = SomeOf(label, offer)
        super().__init__(self.group)
        self.group.chosen.connect(self.changed)

    def value(self) -> object:
        """Return the codes chosen, sorted, None for none."""
        return sorted(self.group.codes()) or None

    def put(self, value: object) -> None:
        """Choose these codes and no others."""
        self.group.choose([str(code) for code in value] if isinstance(value, list) else [])


class Ticks(Editor):
    """Some of a few whose words are long: one below the other, each with a box to tick."""

    def __init__(self, label: str, offer: Offer) -> None:
        self.boxes = {code: QCheckBox() for code, _ in offer}
        lines = []
        for code, words in offer:
            box, said = self.boxes[code], text(words, buddy=self.boxes[code])
            box.setAccessibleName(words)
            box.setAccessibleDescription(label)
            box.toggled.connect(lambda _: self.changed.emit())
            said.installEventFilter(_Pressed(said, box))
            line = row(box, said, gap=10)
            line.setStretch(1, 1)
            lines.append(line)
        super().__init__(boxed(column(*lines, gap=6)))
        for box in list(self.boxes.values())[:1]:
            self.setFocusProxy(box)
            self.control.setFocusProxy(box)

    def value(self) -> object:
        """Return the codes ticked, sorted, None for none."""
        return sorted(code for code, box in self.boxes.items() if box.isChecked()) or None

    def put(self, value: object) -> None:
        """Tick these codes and no others."""
        for code, box in self.boxes.items():
            box.setChecked(isinstance(value, list) and code in value)


class _Pressed(QObject):
    """Lets a press on the words tick their box."""

    def __init__(self, words: QLabel, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick or untick."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._box.toggle()
        return False
