"""How a contact list stands on pages: nobody is parted by the end of one, headings stand again on each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QApplication

from ui.language import reads
from ui.screens.people.contact.words import SAFE, access, head, left_off, made_from, parts
from ui.widgets.words import breakable, breakless
from vcse_desktop.actions.contacting import PHONE, ContactSheet, Entry
from vcse_desktop.i18n import N_, tr

POINTS, LARGE, MIDDLE = 14, 22, 17
"""Points of the letters: of all that is read at arm's length, of the heading, of the headings within."""
BOX, GAP, OVER, FOOT = 18.0, 12.0, 7.0, 30.0
"""Points: of a box to tick, between columns, over each row, at the foot for the number of the page."""
SHARES = (0.16, 0.42, 0.42)
"""Of the width: the box to tick, the name with what they need, the way to reach them."""
TICKED = {True: N_("Called"), False: N_("Invited")}
WHO, HOW = N_("Name and needs"), N_("How to reach them")
Words = tuple[str, bool]
"""A paragraph, and whether it is bold."""


@dataclass(frozen=True, slots=True)
class Written:
    """One line of letters: its layout must live as long as the line."""

    words: str
    line: QTextLine
    layout: QTextLayout
    x: float
    y: float


@dataclass(slots=True)
class Sheet:
    """One page in points, from its upper left corner: lines of letters, boxes to tick, and rules."""

    written: list[Written] = field(default_factory=list)
    boxes: list[QRectF] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)


class Pages:
    """Puts one thing under the other, and goes on to a new page where there is no room."""

    def __init__(self, size: QSizeF, ticked: str) -> None:
        self._wide, self._end = size.width(), size.height() - FOOT
        self._turned = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._heads: tuple[str, Sequence[Words]] = ("", [(ticked, True), (tr(WHO), True), (tr(HOW), True)])
        self.made = [Sheet()]
        self._y = self._top = 0.0  # where the next thing goes, and the first thing of a page went

    def line(self, words: str, points: int = POINTS, *, bold: bool = False) -> None:
        """Write a paragraph as wide as the page."""
        self._put([self._set((words, bold), 0, self._wide, points)])

    def group(self, title: str, entries: Sequence[Entry]) -> None:
        """Write a heading, and a row for each person under it."""
        self._heads = (title, self._heads[1])
        rows = [self._row(entry) for entry in entries]
        self._y += 2 * OVER
        if self._y + self._heads_high() + _high(rows[0]) > self._end:
            self._turn(again=False)
        self._write_heads()
        for row in rows:
            if self._y + 2 * OVER + max(_high(row), BOX) > self._end and self._y > self._top:
                self._turn()
            self._y += OVER
            self.made[-1].rules.append(self._y)
            self._y += OVER
            left, _ = self._column(0, BOX)
            self.made[-1].boxes.append(QRectF(left, self._y, BOX, BOX))
            self._put(row, again=True, least=BOX)

    def number(self) -> None:
        """Write at the foot of each page which one it is."""
        for n, page in enumerate(self.made, 1):
            said = tr(N_("Page {n} of {all}"), n=n, all=len(self.made))
            (one,) = self._set((said, False), 0, self._wide, POINTS)[:1]
            y = self._end + FOOT - one.line.height()
            page.written.append(Written(one.words, one.line, one.layout, one.x, y))

    def _row(self, entry: Entry) -> list[list[Written]]:
        needs = [(access(entry), False)] if entry.access else []
        ways = [entry.way, *entry.not_when, *entry.more]
        return [
            self._cell(1, [(entry.name, True), *needs]),
            self._cell(2, [(words, False) for words in ways if words]),
        ]

    def _cell(self, place: int, paragraphs: Sequence[Words]) -> list[Written]:
        left, wide = self._column(place)
        return [one for words in paragraphs for one in self._set(words, left, wide, POINTS)]

    def _column(self, place: int, wide: float = 0) -> tuple[float, float]:
        """Return where a column begins and how wide it is, or what is so wide at its beginning."""
        left = sum(SHARES[:place]) * self._wide
        wide = wide or SHARES[place] * self._wide - GAP
        return (self._wide - left - wide if self._turned else left), wide

    def _set(self, words: Words, left: float, wide: float, points: int) -> list[Written]:
        """Return the lines of a paragraph in a column; it is read its own way, whatever was typed in it."""
        said = breakable(words[0].replace("\n", " "))
        layout = QTextLayout(said, _letters(points, bold=words[1]))
        side = Qt.AlignmentFlag.AlignRight if self._turned else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(reads(said))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        made = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            part = breakless(said[line.textStart() : line.textStart() + line.textLength()])
            made.append(Written(part, line, layout, left, 0))
        layout.endLayout()
        return [*made[:-1], Written(f"{made[-1].words}\n", made[-1].line, layout, left, 0)] if made else []

    def _put(self, cells: Sequence[Sequence[Written]], *, again: bool = False, least: float = 0) -> None:
        """Write the lines of cells beside each other; those for which no page has room go on to the next."""
        rest = [list(cell) for cell in cells]
        while any(rest):
            begun, ends = self._y, [self._y + least]
            for cell in rest:
                at = begun
                while cell and (at + cell[0].line.height() <= self._end or at <= self._top):
                    one = cell.pop(0)
                    self.made[-1].written.append(Written(one.words, one.line, one.layout, one.x, at))
                    at += one.line.height()
                ends.append(at)
            self._y = max(ends)
            if any(rest):
                self._turn(again=again)

    def _turn(self, *, again: bool = True) -> None:
        """Begin a new page, with the headings of what goes on there."""
        self.made.append(Sheet())
        self._y = self._top = 0.0
        if again:
            self._write_heads()
            self._top = self._y

    def _write_heads(self) -> None:
        title, heads = self._heads
        self._put([self._set((title, True), 0, self._wide, MIDDLE)])
        self._y += OVER
        self._put([self._cell(place, [words]) for place, words in enumerate(heads)])

    def _heads_high(self) -> float:
        title, heads = self._heads
        cells = [self._cell(place, [words]) for place, words in enumerate(heads)]
        return _high([self._set((title, True), 0, self._wide, MIDDLE)]) + 3 * OVER + _high(cells)


def pages(sheet: ContactSheet, size: QSizeF) -> list[Sheet]:
    """Return the pages of a list, each of this size in points."""
    made = Pages(size, tr(TICKED[sheet.kind == PHONE]))
    first, *rest = head(sheet)
    made.line(first, LARGE, bold=True)
    for words in (*rest, made_from(sheet), *left_off(sheet), tr(SAFE)):
        made.line(words)
    for title, entries in parts(sheet):
        made.group(title, entries)
    made.number()
    return made.made


def _letters(points: int, *, bold: bool) -> QFont:
    made = QFont(QApplication.font().families())
    made.setPixelSize(points)  # the page is drawn in points
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def _high(cells: Sequence[Sequence[Written]]) -> float:
    return max((sum(one.line.height() for one in cell) for cell in cells), default=0)
