"""One group and how many belong to it: its words, a button that takes one away, a number, one that adds."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.language import isolated
from ui.theme.look import px
from ui.theme.tokens import CONTROL
from ui.widgets.accessible import announce
from ui.widgets.boxes import CountBox
from ui.widgets.buttons import button
from ui.widgets.frame import column, row
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood

MORE, FEWER = N_("One more: {group}"), N_("One fewer: {group}")
SAID, NOT_SAID = N_("{group}: {n}"), N_("{group}: not recorded")
NOT_RECORDED = N_("Empty means not recorded. The arrow keys up and down count, too.")
BOX_WIDE = 76
MINUS = "\u2212"


class _Number(CountBox):
    """The number; the keys up and down add and take away. ``stepped`` carries 1 or -1."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by the arrow keys."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class Counter(QWidget):
    """``changed`` tells each change. ``called`` is the group for who cannot see under what it stands."""

    changed = Signal()

    def __init__(self, words: str, called: str) -> None:
        super().__init__()
        self._called = isolated(called)
        self.box = _Number(called)
        self.box.setAccessibleDescription(tr(NOT_RECORDED))
        self.box.setFixedWidth(px(BOX_WIDE))
        self.fewer, self.more = self._step(MINUS, FEWER, -1), self._step("+", MORE, 1)
        self._problem = Remark(self.box)
        self._words = text(words, buddy=self.box)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = row(self._words, self.fewer, self.box, self.more, gap=6)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._problem, gap=4))
        self.box.stepped.connect(self.step)
        self.box.textChanged.connect(self._typed)

    def _step(self, sign: str, name: str, by: int) -> QPushButton:
        made = button(sign, partial(self.step, by), "step", name=tr(name, group=self._called))
        made.setFixedWidth(px(CONTROL))
        return made

    def step(self, by: int) -> None:
        """Count one more or one fewer, and say how many there are; it ends at 0, and at not recorded."""
        try:
            n = self.box.count()
        except NotUnderstood as error:
            self.show_problem(tr(error.message))
            announce(self, tr(error.message))
            return
        if n is not None or by > 0:
            self.box.set_count(max(0, (n or 0) + by))
        announce(self, self.said())

    def said(self) -> str:
        """Return the group and its number in words; raises NotUnderstood."""
        n = self.box.count()
        return (
            tr(NOT_SAID, group=self._called)
            if n is None
            else tr(SAID, group=self._called, n=isolated(str(n)))
        )

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong beneath it; "" for nothing."""
        self._problem.show_as(sentence)
        self.box.mark_wrong(bool(sentence))
        self.box.setAccessibleDescription(sentence or tr(NOT_RECORDED))

    def minimumSizeHint(self) -> QSize:
        """Leave the words some room before the buttons."""
        least = super().minimumSizeHint()
        return QSize(least.width() + px(90), least.height())

    def _typed(self, _: str) -> None:
        self.show_problem("")
        self.changed.emit()
