"""Where a pack is answered: empty until one is, and again once that is finished."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.answer_pack.answering import AnswerPack, under_way
from ui.screens.desk import Desk
from ui.widgets.frame import column
from vcse_desktop.actions.replying import ToAnswer, to_answer


class Answering(QWidget):
    """``left`` tells that somebody has finished, or went back."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.page: AnswerPack | None = None
        self._layout = column(gap=0)
        self.setLayout(self._layout)
        to = under_way(desk)
        if to is not None:
            self._open(to)
        else:
            self.hide()

    def answer(self, file: Path, shown: Callable[[], object]) -> None:
        """Check this pack once more and show its questions; ``shown`` is called once they are."""
        vault = self._desk.vault

        def open_it(to: ToAnswer) -> None:
            shown()
            self._open(to)
            self.begin().setFocus()

        tasks.run(self, lambda: to_answer(vault, file), open_it, lambda error: errors.tell(self, error))

    def is_open(self) -> bool:
        """Say whether a pack is being answered."""
        return self.page is not None

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.page.begin() if self.page is not None else self

    def go_on(self) -> None:
        """Go on from the step that is shown (Ctrl+Enter)."""
        if self.page is not None:
            self.page.go_on()

    def go_back(self) -> None:
        """Go a step back (Esc)."""
        if self.page is not None:
            self.page.go_back()

    def close_page(self) -> None:
        """Show nothing; what was typed waits as a draft."""
        page, self.page = self.page, None
        self.hide()
        if page is not None:
            page.give_up()
            page.hide()
            page.deleteLater()

    def _open(self, to: ToAnswer) -> None:
        self.close_page()
        self.page = AnswerPack(self._desk, to)
        self.page.left.connect(self.left)
        self._layout.addWidget(self.page)
        self.page.show()
        self.show()
