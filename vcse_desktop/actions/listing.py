"""The records of a kind as lines of a list, and one of them as its form shows it."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from vcse_desktop.actions import suggesting
from vcse_desktop.actions.filtering import Filter, conditions
from vcse_desktop.actions.ordering import Order, order_of
from vcse_desktop.actions.place_words import kind_and_year
from vcse_desktop.actions.safeguarding import NOBODY, Lead, lead
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.sought import holding
from vcse_desktop.actions.suggesting import Name, Names, folded
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.persons import resolved
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Form, Kind, Lists, RecordKind, Values
from vcse_desktop.store.conditions import Between, Condition, NotAmong
from vcse_desktop.store.roles import Verb
from vcse_desktop.store.stopping import Stopped, never, stopping
from vcse_desktop.store.vault import Vault

__all__ = [
    "Line",
    "Listing",
    "Names",
    "Opened",
    "PartLine",
    "PartLines",
    "Wanted",
    "folded",
    "listing",
    "names_for",
    "opened",
    "part_lines",
]


PLACE = "place"
SHOWN = (Form.QUICK, Form.MORE)


@dataclass(frozen=True, slots=True)
class Line:
    """One record in a list. ``words`` is all that it can be found by, folded as ``folded`` does."""

    id: int
    title: str
    second: str
    words: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a list: those on which each word begins one, that a filter leaves, in an order."""

    words: str = ""
    asked: Filter = Filter()  # noqa: RUF009 - it never changes
    order: str = ""


ALL = Wanted()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a form needs. ``values`` are None when the record is gone, and empty for one that is new."""

    values: Values | None
    title: str
    lists: Lists
    names: Mapping[str, Names]
    lead: Lead = NOBODY
    """Whom the group tells when somebody may be at risk."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """One row that belongs to a record."""

    id: int
    title: str
    second: str
    values: Values


@dataclass(frozen=True, slots=True)
class PartLines:
    """The rows of one kind that belong to a record, with the lists and names that their form offers."""

    lines: Sequence[PartLine]
    lists: Lists
    names: Mapping[str, Names]
    lead: Lead = NOBODY


@dataclass(frozen=True, slots=True)
class Listing:
    """Some records of a kind in their order: which they are, and how each is said. Any thread may ask it."""

    vault: Vault
    kind: str
    language: str
    where: Sequence[Condition] = ()
    stopped: Stopped = never
    order: Order | None = None

    @property
    def _order(self) -> Order:
        return self.order or order_of(self.kind, "")

    def first(self) -> list[Line]:
        """Return the lines that are seen at once, which takes as long in a long list as in a short one."""
        with stopping(self.stopped):
            order = self._order
            return self._lines(self.vault.page(self.kind, *self.where, by=order.by, oldest=order.oldest))

    def ids(self) -> "array[int]":
        """Return the ids of all of them, in their order."""
        return self.vault.ids(self.kind, *self.where, by=self._order.by, oldest=self._order.oldest)

    def lines(self, ids: Sequence[int]) -> list[Line]:
        """Return the lines of these; those that are gone are left out."""
        return self._lines(self.vault.rows_of(self.kind, ids))

    def _lines(self, rows: Sequence[Values]) -> list[Line]:
        says = Sayings(self.vault, self.language)
        says.meet(self.kind, rows)
        return [_line(says, self.kind, row) for row in rows]


def listing(
    vault: Vault, kind: str, language: str, wanted: Wanted = ALL, stopped: Stopped = never
) -> Listing:
    """Return the living records of a kind: by their names where they have one, else the latest day first.

    What is ``wanted`` can be other than that. The first lines end with Overtaken soon after ``stopped`` says
    yes.
    """
    with stopping(stopped):
        words = wanted.words.strip()
        where = holding(vault, kind, words, group_lists(vault), language) if words else []
        where += conditions(vault, kind, wanted.asked)
        if kind == "person":
            where.append(NotAmong("id", _stood_for(vault)))
    return Listing(vault, kind, language, where, stopped, order_of(kind, wanted.order))


def _stood_for(vault: Vault) -> list[int]:
    """Return the people for whom another record stands, to which they were joined."""
    joined = vault.pick("person", Between("merged_into"), fields=("merged_into",))
    rows = vault.joined("person", "merged_into", [_id(row) for row in joined], ("merged_into",))
    return [one for one, head in resolved(rows).items() if one != head]


def opened(vault: Vault, kind: str, record: int | None, language: str) -> Opened:
    """Return a record, or what a new one (None) needs, with the lists and names that its form offers.

    A person that was joined to another stands under that one's name.
    """
    says = Sayings(vault, language)
    row = {} if record is None else vault.row(kind, record)
    names = names_for(vault, TABLES[kind], says)
    if not row:
        return Opened(row, "", says.lists, names, lead(vault))
    values = {code: value for code, value in row.items() if code != "id"}
    return Opened(
        _resolved(vault, TABLES[kind], values), says.title(kind, row), says.lists, names, lead(vault)
    )


def names_for(vault: Vault, kind: RecordKind, says: Sayings) -> dict[str, Names]:
    """Return, for each kind of record that this kind can point to, those that there are."""
    kinds = {target(field) for field in kind.fields if field.form in SHOWN} - {""}
    return {to: _names(vault, to, says) for to in sorted(kinds)}


def target(field: Field) -> str:
    """Return the kind of record that a field points to; "" for none."""
    return PLACE if field.kind is Kind.PLACE else field.to


def _names(vault: Vault, kind: str, says: Sayings) -> Names:
    if kind == "person":
        return suggesting.people(vault)
    rows = reversed(vault.rows(kind))
    hint = kind_and_year if kind == PLACE else partial(says.second, kind)
    named = [Name(_id(row), says.title(kind, row), hint(row)) for row in rows]
    return Names(named, may_add=vault.may(Verb.ADD, kind))


def _line(says: Sayings, kind: str, row: Values) -> Line:
    title, second = says.title(kind, row), says.second(kind, row)
    texts = [str(row[f.code] or "") for f in TABLES[kind].fields if f.kind in (Kind.TEXT, Kind.NOTE)]
    return Line(_id(row), title, second, folded("\n".join([title, second, *texts])))


def _resolved(vault: Vault, kind: RecordKind, row: Values) -> Values:
    """Return the values with each person under the record that stands for them."""
    codes = [f.code for f in kind.fields if f.to == "person" and f.code != "merged_into" and row.get(f.code)]
    if not codes:
        return row
    heads = resolved(vault.rows("person"))

    def head(value: object) -> object:
        if isinstance(value, list):
            return sorted({heads.get(one, one) for one in value})
        return heads.get(int(str(value)), value)

    return {**row, **{code: head(row[code]) for code in codes}}


def _id(row: Values) -> int:
    return int(str(row["id"]))


def part_lines(vault: Vault, part: str, owner: str, record: int, language: str) -> PartLines:
    """Return the rows of a kind that belong to this record, oldest first, with those of joined people."""
    says = Sayings(vault, language)
    group = {record}
    if owner == "person":
        heads = resolved(vault.rows("person"))
        group |= {one for one, head in heads.items() if head == heads.get(record)}
    lines = []
    for row in vault.rows(part):
        if row[owner] in group:
            values = {code: value for code, value in row.items() if code != "id"}
            lines.append(PartLine(_id(row), says.title(part, row), says.rest(part, row), values))
    return PartLines(lines, says.lists, names_for(vault, TABLES[part], says), lead(vault))
