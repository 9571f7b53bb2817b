"""Which records speak to each of the six principles, and the words to talk about them with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Kind, Values
from vcse_desktop.store.conditions import Among, Between
from vcse_desktop.store.vault import Vault

NAMES = {
    "p1_person_centred": N_("Person-centred"),
    "p2_partnership": N_("Made in partnership"),
    "p3_equality": N_("Equality"),
    "p4_carers": N_("Carers"),
    "p5_vcse_housing": N_("Community groups and housing as partners"),
    "p6_volunteering": N_("Volunteering and social action"),
}
"""The principles by their codes in the list six_principles, in a few words."""

QUESTIONS = {
    "p1_person_centred": (
        N_("When did we last change what we do because of one person?"),
        N_("Who told us what matters to them, and where did we write it down?"),
        N_("What would somebody who comes here say they decide for themselves?"),
    ),
    "p2_partnership": (
        N_("Who was in the room when it was planned, and who heard of it afterwards?"),
        N_("What did people propose that we would not have thought of?"),
        N_("Whom have we asked something and not yet told what came of it?"),
    ),
    "p3_equality": (
        N_("Who lives near us and has never come? What might stand in the way?"),
        N_("Which barrier did somebody tell us about, and what did we try?"),
        N_("What do we offer that only works for people who already find things easy?"),
    ),
    "p4_carers": (
        N_("How do we notice that somebody looks after another person?"),
        N_("What does a carer get from us that is for themselves?"),
        N_("When did a carer last say how care is planned, and who listened?"),
    ),
    "p5_vcse_housing": (
        N_("Which group or landlord near us knows something that we do not?"),
        N_("What did we do together that none of us could have done alone?"),
        N_("Where were we asked early, and where only at the end?"),
    ),
    "p6_volunteering": (
        N_("What do people here do for one another without being asked?"),
        N_("How do those who give their time know what it led to?"),
        N_("Who would like to help and has not found a way in?"),
    ),
}
"""Three questions to talk about for each principle; nobody marks the answers."""

DAYS = {
    "activity": ("started",),
    "session": ("date",),
    "time_given": ("date",),
    "support": ("date",),
    "connection": ("made_on",),
    "engagement": ("opens", "closes", "decision_on"),
    "review": ("reviewed_on", "period_to"),
    "capacity_support": ("given_on", "asked_on"),
    "insight": ("heard_on",),
    "response": ("asked_on", "told_on"),
}
"""The day that places a record in a period: the first of these that is filled. The other kinds have none."""

COLUMNS = {"insight": "voices", "response": "answers"}
LINKED = ("session", "time_given", "support")
"""Kinds that are known by what they belong to, not by words of their own."""
LONGEST = 120

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One record that speaks to a principle: a line to know it by ("" when it has none), and its day."""

    kind: str
    id: int
    line: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Principle:
    """One row: the records that are tagged with it, what people said, and answers."""

    code: str
    records: tuple[Spoken, ...]
    voices: tuple[Spoken, ...]
    answers: tuple[Spoken, ...]


def this_year() -> Span:
    """Return the calendar year."""
    day = today()
    return date(day.year, 1, 1), date(day.year, 12, 31)


def this_quarter() -> Span:
    """Return the calendar quarter."""
    day = today()
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    after = (first + timedelta(days=93)).replace(day=1)
    return first, after - timedelta(days=1)


def principles(vault: Vault, span: Span | None = None) -> list[Principle]:
    """Return the six rows, newest records first; with a span, a record without a day in it counts nowhere."""
    found: dict[str, dict[str, list[Spoken]]] = {code: {} for code in NAMES}
    tagged = [(kind, row) for kind in KINDS for row in vault.pick(kind, Between("principles"))][::-1]
    for (kind, row), one in zip(tagged, spoken_of(vault, tagged), strict=True):
        if is_within(one, span):
            for code in _codes(row):
                found[code].setdefault(COLUMNS.get(kind, "records"), []).append(one)
    return [
        Principle(code, *(tuple(by.get(which, ())) for which in ("records", "voices", "answers")))
        for code, by in found.items()
    ]


def spoken_of(vault: Vault, rows: Sequence[tuple[str, Values]]) -> list[Spoken]:
    """Return a line to know each of these records by, and its day."""
    names = _names(vault, rows)
    return [Spoken(kind, int(str(row["id"])), _line(kind, row, names), _day(kind, row)) for kind, row in rows]


def is_within(one: Spoken, span: Span | None) -> bool:
    """Say whether a record has its day in a span; without a span every record has."""
    return span is None or (one.day is not None and span[0] <= one.day <= span[1])


def _codes(row: Values) -> list[str]:
    codes = row["principles"]
    return [code for code in codes if code in NAMES] if isinstance(codes, list) else []


def _day(kind: str, row: Values) -> date | None:
    day = next((str(row[field]) for field in DAYS.get(kind, ()) if row[field]), "")
    return date.fromisoformat(day) if day else None


def _names(vault: Vault, tagged: Iterable[tuple[str, Values]]) -> Mapping[object, str]:
    """Return the names of what these records point to, by id."""
    to: dict[str, set[object]] = {"person": set(), "organisation": set(), "activity": set()}
    for kind, row in tagged:
        for field in KINDS[kind].fields:
            if field.kind is Kind.LINK and field.to in to and row[field.code] is not None:
                to[field.to].add(row[field.code])
    named = {"person": "known_as", "organisation": "name", "activity": "title"}
    rows = ((one, code) for kind, code in named.items() for one in vault.pick(kind, Among("id", to[kind])))
    return {row["id"]: str(row[code] or "") for row, code in rows}


def _line(kind: str, row: Values, names: Mapping[object, str]) -> str:
    fields = KINDS[kind].fields
    texts = [str(row[one.code] or "") for one in fields if one.kind in (Kind.TEXT, Kind.NOTE)]
    linked = [names.get(row[one.code], "") for one in fields if one.kind is Kind.LINK]
    line = " ".join(next(filter(None, linked if kind in LINKED else texts + linked), "").split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
