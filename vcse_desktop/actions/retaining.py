"""Which records have been kept as long as the group means to, by which rule, and since when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.entry_day import entered_on
from vcse_desktop.actions.last_met import last_met
from vcse_desktop.actions.retention_rules import Rule, later, rules
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.i18n import N_
from vcse_desktop.store.vault import Vault

KEPT = "keep."
"""How the settings begin that say until when a record stays although it is due."""
DBS = "dbs"
QUOTING = "quote_words"
REASONS = {
    "contact": N_("No contact since {day}."),
    "volunteer": N_("Left on {day}."),
    "dbs": N_("The role ended on {day}."),
    "carer_support": N_("Last contact on {day}."),
    "insight": N_("Heard on {day}."),
    "withdrawn": N_("They took back what they agreed to on {day}."),
    "equality_form": N_("Given on {day}."),
}
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Due:
    """One record that is due: its rule, its table and id, the day that counts, and why (a key of REASONS).

    ``person`` is whose record it is, if anybody is named.
    """

    rule: str
    table: str
    id: int
    since: date
    why: str
    person: int | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What all rules look at."""

    vault: Vault
    records: Records
    now: date
    rules: Mapping[str, Rule]
    heads: Mapping[int, int]

    def due(self, rule: str, since: date | None) -> bool:
        """Say whether a rule's months have passed since a day."""
        months = self.rules[rule].months if rule in self.rules else None
        return since is not None and months is not None and later(since, months) <= self.now


def due(vault: Vault, records: Records, now: date) -> list[Due]:
    """Return what is due and is not kept until a later day, by rule, the longest first."""
    known = _Known(vault, records, now, rules(vault), resolved(records.person))
    found = [*_people(known), *_checks(known), *_support(known), *_insights(known), *_equality(known)]
    kept = kept_until(vault)
    order = list(known.rules)
    left = [one for one in found if kept.get((one.rule, one.id), now) <= now]
    return sorted(left, key=lambda one: (order.index(one.rule), one.since, one.id))


def kept_until(vault: Vault) -> dict[tuple[str, int], date]:
    """Return until when each record stays although it is due, by rule and id."""
    found = {}
    for row in vault.rows("setting"):
        name = str(row["name"] or "")
        if name.startswith(KEPT):
            _, rule, record = name.split(".")
            kept = vault.setting(name)
            if isinstance(kept, dict):
                found[rule, int(record)] = date.fromisoformat(str(kept["until"]))
    return found


def _people(known: _Known) -> Iterator[Due]:
    """Volunteers by the day they left; anybody else by when they were last met."""
    gave = {known.heads.get(number(row, "person") or 0) for row in known.records.time_given}
    met = last_met(known.records, known.heads)
    for head, rows in _groups(known).items():
        left = min((on for row in rows if (on := day(row, "left_on"))), default=None)
        helps = head in gave or any("volunteer" in choices(row, "roles") for row in rows)
        if left and helps:
            if known.due("volunteer", left):
                yield Due("volunteer", "person", head, left, "volunteer", head)
        else:
            noted = max(_noted(row) for row in rows)
            last = max(noted, met.get(head, noted))
            if known.due("contact", last):
                yield Due("contact", "person", head, last, "contact", head)


def _groups(known: _Known) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in known.records.person:
        found[known.heads[ident(row)]].append(row)
    return found


def _noted(row: Row) -> date:
    """Return the newest day on a person's own record; the day it was entered, if there is none."""
    days = [on for code in ("identified_on", "involve_asked_on") if (on := day(row, code))]
    return max(days, default=entered_on(ident(row)))


def _checks(known: _Known) -> Iterator[Due]:
    left = {ident(row): day(row, "left_on") for row in known.records.person}
    for row in known.vault.rows("check"):
        person = number(row, "person")
        ended = left.get(person or 0)
        if text(row, "kind").startswith(DBS) and known.due("dbs", ended) and ended:
            yield Due("dbs", "check", ident(row), ended, "dbs", person)


def _support(known: _Known) -> Iterator[Due]:
    last: dict[int, date] = {}
    for row in known.records.support:
        head, on = known.heads.get(number(row, "person") or 0), day(row, "date")
        if head and on:
            last[head] = max(last.get(head, on), on)
    for row in known.records.support:
        person = number(row, "person")
        head = known.heads.get(person or 0, 0)
        since = last.get(head) or day(row, "date") or entered_on(ident(row))
        if known.due("carer_support", since):
            yield Due("carer_support", "support", ident(row), since, "carer_support", person)


def _insights(known: _Known) -> Iterator[Due]:
    """Named ones alone: without a name they are kept."""
    withdrawn = _withdrawn(known.vault.rows("consent"))
    for row in known.records.insight:
        person = number(row, "person")
        living = person if person in known.heads else None
        if living is None and not text(row, "quote_name"):
            continue
        taken_back, heard = withdrawn.get(ident(row)), day(row, "heard_on") or entered_on(ident(row))
        if taken_back and taken_back <= known.now:
            yield Due("insight", "insight", ident(row), taken_back, "withdrawn", living)
        elif known.due("insight", heard):
            yield Due("insight", "insight", ident(row), heard, "insight", living)


def _withdrawn(consents: Iterable[Row]) -> dict[int, date]:
    """Return when consent to quote was withdrawn, for each insight to which none was given since."""
    ended: dict[int, date] = {}
    given: dict[int, date] = {}
    for row in consents:
        insight = number(row, "insight")
        if insight and text(row, "use") == QUOTING:
            if on := day(row, "withdrawn_on"):
                ended[insight] = max(ended.get(insight, on), on)
            elif on := day(row, "given_on"):
                given[insight] = max(given.get(insight, on), on)
    return {one: on for one, on in ended.items() if given.get(one, date.min) <= on}


def _equality(known: _Known) -> Iterator[Due]:
    for row in known.vault.rows("equality"):
        person, given = number(row, "person"), day(row, "given_on") or entered_on(ident(row))
        if person and known.due("equality_form", given):
            yield Due("equality_form", "equality", ident(row), given, "equality_form", person)
