"""What each cell of a table means for the field that its column fills."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from vcse_desktop.exchange.meaning import asked
from vcse_desktop.exchange.meaning.asked import Asked
from vcse_desktop.exchange.meaning.days import NO_SUCH_DAY, Order, day, serial
from vcse_desktop.exchange.meaning.lengths import length, minutes_alone
from vcse_desktop.exchange.meaning.marks import CAME, mark_of
from vcse_desktop.exchange.meaning.plan import ADD, How, folded_words
from vcse_desktop.exchange.meaning.targets import FROM, MINUTES, TO, Part, points_to
from vcse_desktop.exchange.meaning.values import label_of, meaning, near
from vcse_desktop.exchange.meaning.written import SEVERAL, Names, names_in
from vcse_desktop.exchange.tables.grid import MISSING, Cell
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Kind, Lists
from vcse_desktop.records.typed import NotUnderstood, count, pence, yes_no
from vcse_desktop.records.vocabularies import own_code

NOT_ON_LIST = N_("This is not on the list.")
ZERO_LOST = N_("A nought at the beginning seems to have been lost; it was put back.")
NEVER_A_DAY = N_("Only the year is kept, never the day of birth.")
NATIONAL = 10
"""Figures of a British number that has lost its nought."""
_SPLIT = re.compile(r"\s*[;\n\r|]+\s*")
_COMMAS = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Got:
    """A cell understood: its value, the names for a link, or what is wrong. ``remark`` is about what is kept."""

    value: object = None
    names: tuple[str, ...] = ()
    wrong: str = ""
    repair: str | None = None
    remark: str = ""
    asks: str = ""
    """The key of a question; the value stands until it is answered."""


NOTHING = Got()


@dataclass(slots=True)
class Words:
    """Words for a list of choices that were met: what they mean, and how often they stood there."""

    said: str
    code: str = ""
    how: How | None = None
    near: str = ""
    times: int = 0


@dataclass(slots=True)
class Cells:
    """Reads the cells of one plan; each different cell of a column is understood once."""

    asked: Asked
    lists: Lists
    orders: Mapping[int, Order] = field(default_factory=dict)
    words: dict[tuple[str, str], Words] = field(default_factory=dict)
    _kept: dict[tuple[int, str, type, Cell], Got] = field(default_factory=dict)

    def read(self, at: int, part: Part, cell: Cell, where: str) -> Got:
        """Return what a cell means; ``where`` is its name."""
        if cell is None:
            return NOTHING
        key = (at, part.code, type(cell), cell)
        got = self._kept.get(key)
        if got is None:
            got = self._kept[key] = self._read(at, part, cell, where)
        elif got.asks:
            self.asked.ask(self.asked.found[got.asks], where)
        if part.field.vocab:
            self._count(part, cell)
        return got

    def _read(self, at: int, part: Part, cell: Cell, where: str) -> Got:
        if isinstance(cell, str):
            if not cell.strip():
                return NOTHING
            word = cell.strip().casefold()
            if word in MISSING and not self._a_choice(part, cell):
                question = asked.blank(word)
                if self.asked.ask(question, where) != asked.KEEP:
                    return Got(asks=question.key)
        try:
            return self._understood(at, part, cell, where)
        except NotUnderstood as error:
            return Got(wrong=error.message, repair=self._repair(at, part, cell))

    def _understood(self, at: int, part: Part, cell: Cell, where: str) -> Got:
        kind, of = part.field.kind, points_to(part.field)
        if part.part in (FROM, TO):
            return Got(_time(cell))
        if part.part and part.part != MINUTES:
            return Got(line(cell))
        if of == "person":
            return self._people(at, part, line_of_names(cell), where)
        if of:
            names = _SPLIT.split(text(cell)) if kind is Kind.LINKS else [line(cell)]
            return Got(names=tuple(dict.fromkeys(filter(None, names))))
        if kind is Kind.DATE:
            return self._day(at, cell)
        if kind is Kind.HOURS:
            return self._hours(part, cell, where)
        if kind in (Kind.CHOICE, Kind.CHOICES):
            return self._choice(part, cell)
        if part.field.code == "birth_year":
            return _year(cell, self.orders.get(at, Order.DAY))
        if part.field.code == "phone":
            return _phone(cell)
        return Got(_PLAIN[kind](cell))

    def _day(self, at: int, cell: Cell) -> Got:
        return Got(day(cell, self.orders.get(at, Order.DAY)))

    def _hours(self, part: Part, cell: Cell, where: str) -> Got:
        read = minutes_alone(cell) if part.part == MINUTES else length(cell)
        if read.sure:
            return Got(read.minutes)
        question = asked.hours(line(cell).casefold(), read)
        answer = self.asked.ask(question, where)
        return Got(int(answer) if answer.isdecimal() else read.minutes, asks=question.key)

    def _people(self, at: int, part: Part, words: str, where: str) -> Got:
        answer = self.asked.plan.answers.get(f"{asked.COMMA}{at}", "")
        found: Names = names_in(words, answer)
        if not found.comma and not (answer and names_in(words).comma):
            return Got(names=found.names)
        heading = next((one.heading for one in self.asked.plan.table.columns if one.at == at), "")
        question = asked.comma(at, heading, words, SEVERAL if part.field.kind is Kind.LINKS else "one")
        self.asked.ask(question, where)
        return Got(names=found.names, asks=question.key)

    def _choice(self, part: Part, cell: Cell) -> Got:
        whole = text(cell)
        if part.field.kind is Kind.CHOICE:
            pieces = [whole]
        elif self._code(part, whole):
            pieces = [whole]
        else:
            pieces = [piece for piece in _SPLIT.split(whole) if piece]
            if len(pieces) == 1 and all(self._code(part, one) for one in _COMMAS.split(whole)):
                pieces = _COMMAS.split(whole)
        codes = [self._meant(part, piece) for piece in pieces]
        if None in codes:
            raise NotUnderstood(NOT_ON_LIST)
        kept = sorted({code for code in codes if code})
        if part.field.kind is Kind.CHOICES:
            return Got(kept or None)
        return Got(kept[0] if kept else None)

    def _meant(self, part: Part, words: str) -> str | None:
        """Return the code of some words, "" where they are to be left out, None where nobody knows."""
        key = (part.code, folded_words(words))
        found = self.words.setdefault(key, Words(words))
        code = self._code(part, words)
        if code is None:
            found.near = near(part.field.vocab, words, self.lists)
        else:
            found.code, found.how = code
        return code[0] if code is not None else None

    def _code(self, part: Part, words: str) -> tuple[str, How] | None:
        chosen = self.asked.plan.values.get((part.code, folded_words(words)))
        if chosen is not None:
            return own_code(words) if chosen == ADD else chosen, How.CHOSEN
        return meaning(part.field.vocab, words, self.lists)

    def _count(self, part: Part, cell: Cell) -> None:
        found = self.words.get((part.code, folded_words(text(cell))))
        if found:
            found.times += 1

    def _a_choice(self, part: Part, cell: str) -> bool:
        return bool(part.field.vocab) and self._code(part, cell) is not None

    def _repair(self, at: int, part: Part, cell: Cell) -> str | None:
        """Return what would put a cell right, None when nobody can say."""
        if part.field.kind is Kind.DATE:
            return serial(cell) or _other_way(cell, self.orders.get(at, Order.DAY))
        if part.field.kind in (Kind.CHOICE, Kind.CHOICES):
            code = near(part.field.vocab, text(cell), self.lists)
            return label_of(part.field.vocab, code, self.lists) if code else None
        if part.field.kind in (Kind.COUNT, Kind.NUMBER):
            figures = re.search(r"\d[\d,]*(?:\.\d+)?", text(cell))
            return figures.group() if figures else None
        return None


def text(cell: Cell) -> str:
    """Return a cell in words, as a person would have typed it."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.10g}"  # noqa: PLR2004
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return str(cell)


def line(cell: Cell) -> str:
    """Return a cell on one line."""
    return " ".join(text(cell).split())


def line_of_names(cell: Cell) -> str:
    """Return a cell with its line ends, which stand between names."""
    return "\n".join(" ".join(one.split()) for one in text(cell).splitlines())


def _note(cell: Cell) -> str:
    return text(cell).replace("\r\n", "\n").replace("\r", "\n")


def _number(cell: Cell) -> object:
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell >= 0:
        return int(cell * 100 + 0.5)
    return pence(line(cell))


def _tick(cell: Cell) -> object:
    if isinstance(cell, bool):
        return cell
    return True if mark_of(cell) in CAME and mark_of(cell) not in ("p", "/", "\\") else yes_no(line(cell))


def _time(cell: Cell) -> str:
    """Return a time of day as it is compared with another."""
    if isinstance(cell, datetime):
        return cell.time().isoformat("minutes")
    if isinstance(cell, int | float) and 0 < cell < 1:
        minutes = int(cell * 24 * 60 + 0.5)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return line(cell)


def _phone(cell: Cell) -> Got:
    words = line(cell)
    if not isinstance(cell, str) and words.isdecimal() and len(words) == NATIONAL:
        return Got(f"0{words}", remark=ZERO_LOST)
    return Got(words)


def _year(cell: Cell, order: Order) -> Got:
    """Return the year of birth; of a day nothing else is kept."""
    try:
        return Got(int(day(cell, order)[:4]), remark=NEVER_A_DAY)
    except NotUnderstood:
        return Got(count(line(cell)))


def _other_way(cell: Cell, order: Order) -> str | None:
    other = Order.MONTH if order is Order.DAY else Order.DAY
    try:
        return day(cell, other)
    except NotUnderstood:
        return None


_PLAIN: Mapping[Kind, Callable[[Cell], object]] = {
    Kind.TEXT: line,
    Kind.NOTE: _note,
    Kind.NUMBER: _number,
    Kind.COUNT: lambda cell: count(line(cell)),
    Kind.YES_NO_UNKNOWN: _tick,
}
__all__ = ["NO_SUCH_DAY", "NOTHING", "Cells", "Got", "Words", "line", "line_of_names", "text"]
