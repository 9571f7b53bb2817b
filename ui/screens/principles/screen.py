"""The six principles: what the group has on each of them, and questions to talk about."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.places import HOME
from ui.screens.principles.grid import HEADS, Grid
from ui.screens.principles.guidance import Guidance
from ui.screens.principles.records import Key, Records
from ui.screens.screen import Screen
from ui.widgets.chips import OneOf
from ui.widgets.frame import card, column, emptied, field
from ui.widgets.words import heading, text
from vcse_desktop.actions.guidance import COUNTED, TITLES, Guided, guidance
from vcse_desktop.actions.principles import (
    NAMES,
    QUESTIONS,
    Principle,
    Spoken,
    principles,
    this_quarter,
    this_year,
)
from vcse_desktop.i18n import N_, tr

UNDER = N_("What your records speak to, where somebody has tagged them. Notes to think with, not marks.")
NOTHING_AT_ALL = N_("Nothing speaks to a principle yet. Tag a record under “More details” of its form.")
NOTHING_OF_IT = N_("{principle}: nothing speaks to it yet.")
NOTHING = {
    "records": N_("{principle}: no record speaks to it yet."),
    "voices": N_("{principle}: nothing that people said speaks to it yet."),
    "answers": N_("{principle}: no answer speaks to it yet."),
}
ALL_THERE = N_("Each principle has at least one record, something that people said, and one answer.")
UNDATED = N_("Records without a day, such as people and organisations, are in “All time” alone.")
TITLE = N_("{principle}: {part}")
Found = tuple[list[Principle], dict[str, list[Guided]]]
SPANS = {"all": lambda: None, "year": this_year, "quarter": this_quarter}


class Principles(Screen):
    """Six rows of numbers that open their records; what there is nothing on; and guidance beside them."""

    card: ClassVar[str] = "principles"
    shows: ClassVar[frozenset[str]] = frozenset(HOME) | COUNTED

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("Principles")), tr(UNDER))
        offer = (
            ("all", tr(N_("All time"))),
            ("year", tr(N_("This year"))),
            ("quarter", tr(N_("This quarter"))),
        )
        self.period = OneOf(tr(N_("Period")), offer, "all")
        self.period.chosen.connect(self.look)
        self.grid = Grid()
        self.grid.wanted.connect(
            lambda code, part, found: self._open((code, part), _title(code, part), found)
        )
        self.records = Records()
        self.records.wanted.connect(lambda one: desk.go(HOME[one.kind], (one.kind, one.id)))
        self.records.hide()
        self._opened: Key = ("", "")
        self.guidance = {vocab: Guidance(vocab) for vocab in TITLES}
        for vocab, one in self.guidance.items():
            one.unfolded.connect(self.look)
            one.wanted.connect(
                lambda code, words, found, vocab=vocab: self._open((code, vocab), words, found)
            )
        self._nothing = column(gap=8)
        self._undated = text(tr(UNDATED), "small")
        self.add(
            field(tr(N_("Period")), self.period),
            self.grid,
            self._undated,
            self.records,
            card(heading(tr(N_("What we have nothing on")), 2), self._nothing),
            card(heading(tr(N_("Questions to talk about")), 2), *self._questions(), gap=16),
            *self.guidance.values(),
        )

    def _questions(self) -> list[QWidget]:
        made = []
        for code, questions in QUESTIONS.items():
            one = QWidget()
            title = text(tr(NAMES[code]), "label")
            one.setLayout(column(title, *(text(tr(question)) for question in questions), gap=4))
            made.append(one)
        return made

    def look(self) -> None:
        """Count again."""
        vault, code = self.vault, str(self.period.code())
        span = SPANS[code]()
        self._undated.setVisible(span is not None)
        sets = [vocab for vocab, one in self.guidance.items() if one.is_unfolded()]
        self.ask(lambda: (principles(vault, span), guidance(vault, span, sets)), self._show)

    def _show(self, found: Found) -> None:
        six, sets = found
        self.grid.show_rows(six)
        for vocab, rows in sets.items():
            self.guidance[vocab].show_rows(rows)
        self.records.refresh(_behind(six, sets))
        emptied(self._nothing)
        for sentence in _missing(six):
            self._nothing.addWidget(text(sentence))

    def _open(self, key: Key, title: str, found: tuple[Spoken, ...]) -> None:
        self._opened = key
        self.records.show_records(key, title, found)

    def first(self) -> QWidget | None:
        """Begin with the period."""
        return self.period

    def back(self) -> None:
        """Close the list of records."""
        if not self.records.isHidden():
            self.records.hide()
            self.guidance.get(self._opened[1], self.grid).focus_again()


def _title(code: str, part: str) -> str:
    return tr(TITLE, principle=tr(NAMES[code]), part=tr(HEADS[part]))


def _behind(six: list[Principle], sets: dict[str, list[Guided]]) -> dict[Key, tuple[Spoken, ...]]:
    """Return the records behind each number of the page."""
    found = {(one.code, part): getattr(one, part) for one in six for part in HEADS}
    return found | {(one.code, vocab): one.found or () for vocab, rows in sets.items() for one in rows}


def _missing(found: list[Principle]) -> list[str]:
    """Return in sentences what there is nothing on; one sentence where there is nothing at all."""
    bare = {one.code: [part for part in NOTHING if not getattr(one, part)] for one in found}
    if all(len(parts) == len(NOTHING) for parts in bare.values()):
        return [tr(NOTHING_AT_ALL)]
    sentences = []
    for code, parts in bare.items():
        words = [NOTHING_OF_IT] if len(parts) == len(NOTHING) else [NOTHING[part] for part in parts]
        sentences += [tr(one, principle=tr(NAMES[code])) for one in words]
    return sentences or [tr(ALL_THERE)]
