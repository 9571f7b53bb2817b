"""What a filter of a list can ask about a kind of record, and which records it leaves."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vcse_desktop.actions.recording import today
from vcse_desktop.figures.reading import links, number
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Form, Kind
from vcse_desktop.store.conditions import Among, AnyOf, Between, Blank, Condition, Holding
from vcse_desktop.store.vault import Vault

ASKED = (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO_UNKNOWN, Kind.DATE, Kind.LINK, Kind.LINKS, Kind.PLACE)
"""The kinds of field that a filter can ask about; words are found by searching."""
YES, NO = "yes", "no"
NEED, AGREED, CHECKED, MET, SEEN = "access.need", "consent.use", "check.kind", "met.activity", "met.day"
OF_A_PERSON = (
    Field(NEED, N_("Access need"), Kind.CHOICES, "access_need"),
    Field(AGREED, N_("What they agreed to"), Kind.CHOICES, "consent_use"),
    Field(CHECKED, N_("Check or training"), Kind.CHOICES, "check_kind"),
    Field(MET, N_("Came to, or helped at"), Kind.LINKS, to="activity"),
    Field(SEEN, N_("Came or helped on a day"), Kind.DATE),
)
"""What is known of a person by other records than their own."""
MONTH, QUARTER, YEAR = "month", "quarter", "year"
SPANS = (MONTH, QUARTER, YEAR)
"""Days that move on by themselves: this month, the last three months, the last twelve."""
ELSEWHERE = "."


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked: any of these choices or records, or a day in between; or that nothing was written.

    ``first`` and ``last`` are days as 2026-11-30, "" for an open end; ``span`` is one of SPANS instead.
    """

    code: str
    codes: tuple[str, ...] = ()
    records: tuple[int, ...] = ()
    first: str = ""
    last: str = ""
    span: str = ""
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Several things asked: all of them must be so, or with ``any_of`` one of them."""

    parts: tuple[Part, ...] = ()
    any_of: bool = False


def questions(vault: Vault, kind: str) -> list[Field]:
    """Return what a filter of this kind can ask of whoever is in, in the order of the form."""
    own = [one for one in TABLES[kind].fields if one.form in (Form.QUICK, Form.MORE) and one.kind in ASKED]
    asked = [one for one in own if vault.may_ask(kind, fields=(one.code,))]
    return [*asked, *OF_A_PERSON] if kind == "person" else asked


def conditions(vault: Vault, kind: str, asked: Filter) -> list[Condition]:
    """Return what must be so of the records that a filter leaves; none for a filter that asks nothing."""
    known = {field.code: field for field in questions(vault, kind)}
    made = [_condition(vault, known[part.code], part) for part in asked.parts if part.code in known]
    return [AnyOf(made)] if asked.any_of and made else made


def days(part: Part, on: date) -> tuple[str | None, str | None]:
    """Return the first and the last day that a part asks for, on this day; None for an open end."""
    if part.span:
        back = {MONTH: on.day - 1, QUARTER: 91, YEAR: 365}[part.span]
        return (on - timedelta(days=back)).isoformat(), on.isoformat()
    return part.first or None, part.last or None


def _condition(vault: Vault, field: Field, part: Part) -> Condition:
    if ELSEWHERE in field.code:
        return Among("id", sorted(_with_all_joined(vault, _ELSEWHERE[field.code](vault, part))))
    made: list[Condition] = [Blank(field.code)] if part.blank else []
    first, last = days(part, today())
    match field.kind:
        case Kind.DATE if first or last or not part.blank:
            made.append(Between(field.code, first, last))
        case Kind.CHOICES if part.codes:
            made.append(Holding(field.code, part.codes))
        case Kind.YES_NO_UNKNOWN if part.codes:
            made.append(Among(field.code, [int(code == YES) for code in part.codes]))
        case Kind.CHOICE if part.codes:
            made.append(Among(field.code, part.codes))
        case Kind.LINK | Kind.LINKS | Kind.PLACE if part.records:
            same = set(part.records)
            made.append(Among(field.code, _with_all_joined(vault, same) if field.to == "person" else same))
        case _:
            pass
    return made[0] if len(made) == 1 else AnyOf(made)


def _with_all_joined(vault: Vault, people: Iterable[int]) -> set[int]:
    """Return these people and every record that was joined to one of them."""
    rows = vault.joined("person", "merged_into", [*people], ("merged_into",))
    return {number(row, "id") or 0 for row in rows}


def _needing(vault: Vault, part: Part) -> set[int]:
    return _owners(vault.pick("access", Among("need", part.codes), fields=("person",)))


def _agreeing(vault: Vault, part: Part) -> set[int]:
    """Return who agreed to one of these and has not taken it back; what ended is not agreed to any more."""
    standing = AnyOf([Blank("ends_on"), Between("ends_on", today().isoformat())])
    where = (Among("use", part.codes), Blank("withdrawn_on"), standing)
    return _owners(vault.pick("consent", *where, fields=("person",)))


def _checked(vault: Vault, part: Part) -> set[int]:
    return _owners(vault.pick("check", Among("kind", part.codes), fields=("person",)))


def _met(vault: Vault, part: Part) -> set[int]:
    held = Among("activity", part.records)
    return _at(vault, vault.pick("session", held, fields=("came",)), held)


def _seen(vault: Vault, part: Part) -> set[int]:
    on = Between("date", *days(part, today()))
    return _at(vault, vault.pick("session", on, fields=("came",)), on)


def _at(vault: Vault, sessions: Sequence[Mapping[str, object]], where: Condition) -> set[int]:
    """Return who came to these sessions, and who gave time there or otherwise as ``where`` says."""
    came = {one for row in sessions for one in links(row, "came")}
    there = Among("session", [number(row, "id") for row in sessions])
    return came | _owners(vault.pick("time_given", AnyOf([there, where]), fields=("person",)))


def _owners(rows: Iterable[Mapping[str, object]]) -> set[int]:
    return {number(row, "person") or 0 for row in rows} - {0}


_ELSEWHERE: Mapping[str, Callable[[Vault, Part], set[int]]] = {
    NEED: _needing,
    AGREED: _agreeing,
    CHECKED: _checked,
    MET: _met,
    SEEN: _seen,
}
