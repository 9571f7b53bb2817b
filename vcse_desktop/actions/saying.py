"""How a record is said in words: any value of it, a line to know it by, and a second line about it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from vcse_desktop.actions.one_line import LIST, LONGEST, TOGETHER, UNBROKEN, clipped, its_way, together
from vcse_desktop.actions.telling_apart import COUNTED, TELLING, WHOLE, First
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.reading import links
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Form, Kind, Values
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers
from vcse_desktop.store.vault import Vault

NOTHING_WRITTEN = N_("Nothing written")
REMOVED = N_("A record that was removed")
PAIR = N_("{label}: {value}")
ANSWER = N_("{label} {value}")
HOURS = N_("{hours} hours")
LINKS = (Kind.LINK, Kind.LINKS, Kind.PLACE)
ONE_HOUR = 60  # minutes
POUNDS = N_("£{amount}")
ALONE = (Kind.TEXT, Kind.NOTE, Kind.CHOICE, Kind.CHOICES, Kind.LINK, Kind.LINKS, Kind.PLACE)
"""The kinds of field whose values speak for themselves on the second line, unless the label is a question."""
SECOND = 3
"""How many values the second line has."""


class Sayings:
    """Says records in the lists and language of one moment; what records are called is read when needed."""

    def __init__(self, vault: Vault, language: str) -> None:
        self.lists = group_lists(vault)
        self._vault, self.language = vault, language
        self._names: dict[str, dict[int, str]] = defaultdict(dict)
        self._labels: dict[tuple[str, str], str] = {}
        self._ways: Mapping[Kind, Callable[[Field, object], str]] = {
            Kind.DATE: self._day,
            Kind.HOURS: lambda _, value: _hours(value, language),
            Kind.NUMBER: _pounds,
            Kind.YES_NO_UNKNOWN: _yes_no,
            Kind.CHOICE: self._choice,
            Kind.CHOICES: self._choice,
        } | dict.fromkeys(LINKS, lambda field, value: self.called(field.to or "place", int(str(value))))

    def meet(self, kind: str, rows: Iterable[Values], fields: Collection[Field] = ()) -> None:
        """Read together what the records are called that these name on their lines, or in these fields."""
        named: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            for field in fields or on_lines(kind):
                if field.kind in LINKS:
                    named[field.to or "place"].update(links(row, field.code))
        for to, ids in named.items():
            self._name(to, ids - self._names[to].keys())

    def _name(self, kind: str, ids: Collection[int]) -> None:
        if ids:
            self._names[kind].update(dict.fromkeys(ids, tr(NOTHING_WRITTEN)))  # what is named by itself alone
            rows = self._vault.rows_of(kind, ids)
            self.meet(kind, rows)
            found = {int(str(row["id"])): self.title(kind, row) for row in rows}
            self._names[kind].update({one: found.get(one, tr(REMOVED)) for one in ids})

    def title(self, kind: str, row: Values) -> str:
        """Return a line to know a record by: what tells it apart, else the first thing that is there."""
        if kind in TELLING and (said := _told(self, kind, TELLING[kind].title, row)):
            return together(TOGETHER, said)
        field = _title_field(kind, row)
        if field is None:
            return tr(NOTHING_WRITTEN)
        words = _short(self, field, row[field.code])
        return self.pair(field, words) if field.kind is Kind.YES_NO_UNKNOWN else words

    def second(self, kind: str, row: Values) -> str:
        """Return a second line: what else stands on the quick form, as far as it is filled."""
        if kind in TELLING:
            return together(TOGETHER, _told(self, kind, TELLING[kind].second, row, self.title(kind, row)))
        said = []
        known = _title_field(kind, row)
        for field in _quick(kind):
            if field is not known and row.get(field.code) is not None:
                words = _short(self, field, row[field.code])
                alone = field.kind in ALONE and not _asks(field)
                said.append(words if alone else self.pair(field, words))
        return together(TOGETHER, said[:SECOND])

    def rest(self, part: str, row: Values) -> str:
        """Return a second line about a row of a part: everything else that is filled in it."""
        known = _title_field(part, row)
        fields = (f for f in TABLES[part].fields if f.form is Form.MORE and f is not known)
        said = [self.pair(f, _short(self, f, row[f.code])) for f in fields if row.get(f.code) is not None]
        return together(TOGETHER, said)

    def pair(self, field: Field, value: str) -> str:
        """Return a value with what it is."""
        value = its_way(value)
        said = tr(ANSWER if _asks(field) else PAIR, label=tr(field.label), value=value)
        return said if " " in value else said.replace(f" {value}", f"{UNBROKEN}{value}")  # no line parts them

    def said(self, field: Field, value: object) -> str:
        """Return a value in words, "" for nothing."""
        if value is None:
            return ""
        if isinstance(value, list):
            return together(LIST, [self._one(field, one) for one in value])
        return self._one(field, value)

    def _one(self, field: Field, value: object) -> str:
        return self._ways[field.kind](field, value) if field.kind in self._ways else str(value)

    def _choice(self, field: Field, value: object) -> str:
        key = (field.vocab, str(value))
        if key not in self._labels:
            self._labels[key] = label(self.lists, *key)
        return self._labels[key]

    def called(self, kind: str, record: int) -> str:
        """Return what one record is called."""
        if record not in self._names[kind]:
            self._name(kind, [record])
        return self._names[kind][record]

    def _day(self, _: Field, value: object) -> str:
        return numbers.day(date.fromisoformat(str(value)), self.language).replace(" ", UNBROKEN)


def _tells(field: Field) -> bool:
    """Say whether a record is known by this: a number alone says nothing."""
    return field.required and field.kind not in (Kind.HOURS, Kind.COUNT, Kind.NUMBER)


def _asks(field: Field) -> bool:
    return field.label.endswith("?")


def _hours(value: object, language: str) -> str:
    if value == ONE_HOUR:
        return tr(N_("1 hour"))
    return tr(HOURS, hours=numbers.hours(int(str(value)), language))


def _yes_no(_: Field, value: object) -> str:
    return tr(N_("Yes")) if value else tr(N_("No"))


def _pounds(_: Field, value: object) -> str:
    return tr(POUNDS, amount=numbers.pounds(int(str(value))))


def _told(says: Sayings, kind: str, wanted: Sequence[First], row: Values, title: str = "") -> list[str]:
    """Return what these fields say, of each group the first that is filled, but for what the title says."""
    said: list[str] = []
    fields = {field.code: field for field in TABLES[kind].fields}
    for codes in wanted:
        code = next((code for code in codes if row.get(code)), None)
        if code is None:
            continue
        named = code in TELLING[kind].named
        if code in COUNTED and not named:
            words = COUNTED[code](int(str(row[code])))
        else:
            words = tr(WHOLE[code]) if code in WHOLE else _short(says, fields[code], row[code])
        twice = any(one.endswith(f" {words}") for one in said)  # a session ends with its day
        if words != title and not twice:
            said.append(says.pair(fields[code], words) if named else words)
    return said


def _short(says: Sayings, field: Field, value: object) -> str:
    """Return a value on one line: of several as many as there is room for, and how many more there are."""
    if not isinstance(value, list):
        said = says.said(field, value)
        return said if field.kind is Kind.CHOICE else clipped(said)
    several = [clipped(says.said(field, one)) for one in value]
    fits = next((n for n in range(len(several), 1, -1) if len(", ".join(several[:n])) <= LONGEST), 1)
    some, more = together(LIST, several[:fits]), len(several) - fits
    return ngettext("{some} and {n} more", "{some} and {n} more", more, some=some) if more else some


@cache
def on_lines(kind: str) -> tuple[Field, ...]:
    """Return the fields that stand on a record's line in a list."""
    if kind not in TELLING:
        return _quick(kind)
    told = {code for first in (*TELLING[kind].title, *TELLING[kind].second) for code in first}
    return tuple(field for field in TABLES[kind].fields if field.code in told)


@cache
def _quick(kind: str) -> tuple[Field, ...]:
    return tuple(field for field in TABLES[kind].fields if field.form is Form.QUICK)


@cache
def _by_which(kind: str) -> tuple[Field, ...]:
    """Return the fields that a record is known by, the best first."""
    fields = TABLES[kind].fields
    near = _quick(kind) or tuple(f for f in fields if f.form is Form.MORE)
    return (*(f for f in fields if f.code == "name"), *(f for f in fields if _tells(f)), *near)


def _title_field(kind: str, row: Values) -> Field | None:
    return next((field for field in _by_which(kind) if row.get(field.code) is not None), None)


def title_of(vault: Vault, kind: str, record: int, language: str) -> str:
    """Return the line to know one record by, "" when it is gone."""
    row = vault.row(kind, record)
    return Sayings(vault, language).title(kind, row) if row else ""
