"""Lists on the page of a day: a sentence, what is said under it, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ui.language import plain
from ui.theme.look import colour, px
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow, row
from ui.widgets.standing import Standing
from ui.widgets.words import heading, text
from vcse_desktop.i18n import N_, ngettext, tr

FEW = 5
OVER = 9
"""Pixels at 100% between the words of a line and the thin one over them."""
MOST = 100
NAMED = N_("{verb}: {sentence}")
NAMED_WITH = N_("{verb}: {sentence} ({under})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``verbs`` are words and what they do."""

    sentence: str
    under: str = ""
    verbs: Sequence[tuple[str, Callable[[], object]]] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return all that is to be read on it."""
        return (self.sentence, self.under, *(verb for verb, _ in self.verbs))


class Row(QWidget):
    """One line as it is drawn; another line with the same words can take its place."""

    def __init__(self, line: Line, *, below: bool = False) -> None:
        """Let what can be pressed stand beside the words, or ``below`` them."""
        super().__init__()
        self.line, self._first = line, True
        words = [text(line.sentence), *([text(line.under, "small")] if line.under else [])]
        made = [
            button(verb, self._press(place), "quiet", name=_name(line, verb))
            for place, (verb, _) in enumerate(line.verbs)
        ]
        sayings = column(*words, gap=2)
        whole = column(sayings, flow(*made), gap=6) if below else row(sayings, *made, gap=4)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        whole.setContentsMargins(0, px(OVER), 0, 0)

    def stand(self, *, first: bool) -> None:
        """Stand under its heading, or under another line."""
        self._first = first
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw a thin line between it and the one above; a part of its own would have the page laid out."""
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), 1, colour("line"))

    def _press(self, place: int) -> Callable[[], object]:
        def press() -> None:  # what is pressed is what the line says by then
            self.line.verbs[place][1]()

        return press


class Lines(QFrame):
    """A card with a heading and lines; of many, the first few until all are asked for."""

    def __init__(self, title: str, empty: str = "", few: int = FEW, *, below: bool = False) -> None:
        super().__init__()
        self._below = below
        self.setProperty("k", "card")
        self.title: QLabel = heading(title, 2)
        self._empty = text(empty, "sub")
        self._few = self._shown = few
        self._lines: list[Line] = []
        self._endless = False
        rows = column(gap=8)
        self._rows = Standing[Line, Row](rows, self._row, lambda line: line.words)
        self._rest = text("", "small")
        self._all = button("", self._show_all, "quiet")
        self.close_button = button(tr(N_("Close")), self.hide, "quiet", picture="close")
        self.close_button.hide()
        self.top = row(self.title, self.close_button)
        self.top.setStretch(0, 1)
        self.setLayout(column(self.top, self._empty, rows, self._rest, self._all, margin=20))
        self.fill([])

    def fill(self, lines: Sequence[Line], *, more: bool = False) -> None:
        """Show these lines instead of those that were shown; ``more`` when there are others after them."""
        self._lines, self._endless = list(lines), more
        self._shown = min(self._shown, max(len(lines), self._few))
        self._draw()

    def buttons(self) -> list[QPushButton]:
        """Return what can be pressed on the lines, from above."""
        return [one for line in self._rows.parts() for one in line.findChildren(QPushButton)]

    def _draw(self) -> None:
        """Draw what is new; a line that stays as it was keeps its place on the page, and the focus."""
        lines = self._lines[: self._shown]
        self._rows.show(lines)
        for place, (one, line) in enumerate(zip(self._rows.parts(), lines, strict=True)):
            one.line = line
            one.stand(first=not place)
        self._say_more()
        self._empty.setVisible(not self._lines and bool(self._empty.text()))

    def _row(self, line: Line) -> Row:
        return Row(line, below=self._below)

    def _say_more(self) -> None:
        """Offer those that are not shown, or say that there are too many."""
        more = len(self._lines) > self._shown
        self._all.setVisible(more and self._shown < MOST)
        every = N_("Show the first {n}") if self._endless else N_("Show all {n}")
        self._all.setText(tr(every, n=min(len(self._lines), MOST) if self._endless else len(self._lines)))
        self._rest.setVisible(more and self._shown >= MOST)
        if more and self._shown >= MOST:
            told = ngettext("… and {n} more", "… and {n} more", len(self._lines) - MOST)
            self._rest.setText(tr(N_("… and more")) if self._endless else told)

    def _show_all(self) -> None:
        place = len(self.buttons())
        self._shown = MOST
        self._draw()
        pressed = self.buttons()[place:]
        if pressed:
            pressed[0].setFocus()


def _name(line: Line, verb: str) -> str:
    """Return what a screen reader calls a button: the words on it stand on every line."""
    if line.under:
        return plain(tr(NAMED_WITH, verb=verb, sentence=line.sentence, under=line.under))
    return plain(tr(NAMED, verb=verb, sentence=line.sentence))
