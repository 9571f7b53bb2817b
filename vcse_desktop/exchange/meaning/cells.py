"""What each cell of a table means for the field that its column fills."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from vcse_desktop.exchange.meaning import asked
from vcse_desktop.exchange.meaning.asked import Asked
from vcse_desktop.exchange.meaning.days import Order, day, serial
from vcse_desktop.exchange.meaning.lengths import length, minutes_alone
from vcse_desktop.exchange.meaning.plain_cells import BY_FIELD, PLAIN, line, line_of_names, text, time_of_day
from vcse_desktop.exchange.meaning.plan import ADD, How, folded_words
from vcse_desktop.exchange.meaning.targets import FROM, MINUTES, TO, Part, points_to
from vcse_desktop.exchange.meaning.values import label_of, meaning, near
from vcse_desktop.exchange.meaning.written import ONE, SEVERAL, Names, names_in
from vcse_desktop.exchange.tables.grid import MISSING, Cell
from vcse_desktop.exchange.tables.table import Column, cell_name
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Kind, Lists
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.records.vocabularies import OwnItem, own_code, with_own

NOT_ON_LIST = N_("This is not on the list.")
ZERO_LOST = N_("A nought at the beginning seems to have been lost; it was put back.")
_SPLIT = re.compile(r"\s*[;\n\r|]+\s*")
_COMMAS = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Got:
    """A cell understood: its value, the names for a link, or what is wrong; ``remark``: kept, yet unusual."""

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
    added: list[OwnItem] = field(default_factory=list)
    _kept: dict[tuple[int, str], dict[object, Got]] = field(default_factory=lambda: defaultdict(dict))

    def read(self, column: Column, part: Part, cell: Cell, row: int) -> Got:
        """Return what a cell means."""
        kept = self._kept[column.at, part.code]
        key = cell if type(cell) is str else (type(cell), cell)
        got = kept.get(key)
        if got is None:
            got = kept[key] = NOTHING if cell is None else self._read(column, part, cell, row)
        elif got.asks:
            self.asked.ask(self.asked.found[got.asks], cell_name(column, row))
        if part.field.vocab:
            self._count(part, cell)
        return got

    def _read(self, column: Column, part: Part, cell: Cell, row: int) -> Got:
        where = cell_name(column, row) if row else ""
        if isinstance(cell, str):
            if not cell.strip():
                return NOTHING
            word = cell.strip().casefold()
            if word in MISSING and not (part.field.vocab and self._code(part, cell)):
                question = asked.blank(word)
                if self.asked.ask(question, where) != asked.KEEP:
                    return Got(asks=question.key)
        try:
            return self._understood(column, part, cell, where)
        except NotUnderstood as error:
            return Got(wrong=error.message, repair=self._repair(column.at, part, cell))

    def _understood(self, column: Column, part: Part, cell: Cell, where: str) -> Got:
        kind = part.field.kind
        if part.part and part.part != MINUTES:
            return Got(time_of_day(cell) if part.part in (FROM, TO) else line(cell))
        if points_to(part.field):
            return self._link(column, part, cell, where)
        if kind is Kind.DATE:
            return Got(day(cell, self.orders.get(column.at, Order.DAY)))
        if kind is Kind.HOURS:
            return self._hours(part, cell, where)
        if part.field.vocab:
            return self._choice(part, cell)
        value = BY_FIELD.get(part.field.code, PLAIN.get(kind, line))(cell)
        lost = part.field.code == "phone" and value != line(cell)
        return Got(value, remark=ZERO_LOST if lost else "")

    def _link(self, column: Column, part: Part, cell: Cell, where: str) -> Got:
        if part.field.to == "person":
            return self._people(column, part, line_of_names(cell), where)
        names = _SPLIT.split(text(cell)) if part.field.kind is Kind.LINKS else [line(cell)]
        return Got(names=tuple(dict.fromkeys(filter(None, names))))

    def _hours(self, part: Part, cell: Cell, where: str) -> Got:
        read = minutes_alone(cell) if part.part == MINUTES else length(cell)
        if read.sure:
            return Got(read.minutes)
        question = asked.hours(line(cell).casefold(), read)
        answer = self.asked.ask(question, where)
        return Got(int(answer) if answer.isdecimal() else read.minutes, asks=question.key)

    def _people(self, column: Column, part: Part, words: str, where: str) -> Got:
        answer = self.asked.plan.answers.get(f"{asked.COMMA}{column.at}", "")
        found: Names = names_in(words, answer)
        if not found.comma and not (answer and names_in(words).comma):
            return Got(names=found.names)
        likely = SEVERAL if part.field.kind is Kind.LINKS else ONE
        question = asked.comma(column.at, column.heading, words, likely)
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
            return self._added(part, words) if chosen == ADD else chosen, How.CHOSEN
        return meaning(part.field.vocab, words, self.lists)

    def _added(self, part: Part, words: str) -> str:
        """Return the code of words that become an item of the list; they are on it from now on."""
        item = OwnItem(part.field.vocab, own_code(words), " ".join(words.split()))
        if item.code not in {one.code for one in self.lists[item.vocab]}:
            self.lists = with_own(self.lists, [item])
            self.added.append(item)
        return item.code

    def _count(self, part: Part, cell: Cell) -> None:
        found = self.words.get((part.code, folded_words(text(cell))))
        if found:
            found.times += 1

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


def _other_way(cell: Cell, order: Order) -> str | None:
    other = Order.MONTH if order is Order.DAY else Order.DAY
    try:
        return day(cell, other)
    except NotUnderstood:
        return None
