"""One record that is due: its name to be ticked, and beneath it why."""

from collections.abc import Callable

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.language import isolated
from ui.screens.register.ticks import AROUND, in_lines
from ui.theme.look import px
from ui.theme.tokens import ROW
from ui.widgets.buttons import button
from ui.widgets.frame import column, row
from ui.widgets.words import text
from vcse_desktop.actions.letting_go import Line
from vcse_desktop.i18n import N_, tr

NAMED = N_("{words}, {kind}")
UNTITLED = N_("Nothing written")


class DueTick(QWidget):
    """``opening`` shows the record, where there is a page for it."""

    def __init__(self, line: Line, opening: Callable[[], object] | None) -> None:
        super().__init__()
        self.line = line
        self._words = line.title or tr(UNTITLED)
        self.box = QCheckBox()
        self.box.setProperty("k", "person")
        self.box.setAccessibleName(tr(NAMED, words=isolated(self._words), kind=line.kind))
        self.box.setAccessibleDescription(line.reason)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        open_name = tr(N_("Open: {words}"), words=isolated(self._words))
        self._go = [button(tr(N_("Open")), opening, "quiet", name=open_name)] if opening else []
        made = row(self.box, *self._go, gap=8)
        made.setStretch(0, 1)
        self.setLayout(column(made, text(line.reason, "small"), gap=2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break a long name into the lines that it needs."""
        super().resizeEvent(event)
        font = self.box.font()
        font.setBold(True)  # as it is when ticked
        beside = sum(one.sizeHint().width() + px(8) for one in self._go)
        lines = in_lines(self._words, self.width() - beside - px(AROUND), QFontMetrics(font))
        self.box.setText("\n".join(lines).replace("&", "&&"))
        high = len(lines) * self.box.fontMetrics().lineSpacing() + px(16)
        self.box.setMinimumHeight(max(px(ROW), high, self.box.sizeHint().height()))
