"""What a keeper does with records that are due: one by one or several at once, never by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions import erasing
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.one_line import its_way
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.retaining import KEPT, REASONS, Due, due
from vcse_desktop.actions.retention_rules import later
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.reports import numbers
from vcse_desktop.store.erasing import Plan
from vcse_desktop.store.forgetting import Erasure
from vcse_desktop.store.vault import Vault

REMOVE, ERASE, KEEP, NAMELESS, COUNTS = "remove", "erase", "keep", "nameless", "counts"
OFFERS: Mapping[str, tuple[str, ...]] = {
    "contact": (KEEP, REMOVE, ERASE),
    "volunteer": (ERASE, REMOVE, KEEP),
    "dbs": (ERASE, REMOVE, KEEP),
    "carer_support": (ERASE, REMOVE, KEEP),
    "insight": (NAMELESS, KEEP, ERASE),
    "equality_form": (COUNTS, ERASE, KEEP),
}
"""What can be done with what a rule names, the proposal of the rule first."""
WHY_KEEP = {
    "in_touch": N_("We are in touch with them"),
    "asked": N_("They asked us to keep it"),
    "claim": N_("A complaint or a claim is open"),
    "agreement": N_("An agreement or a funder needs it"),
    "other": N_("Another reason"),
}
"""Why a record stays: chosen, never written, so that the reason cannot name anybody."""
YEAR = 12
IN_THE_PAST = (
    N_("This day is not later"),
    N_("Choose a day after today: until then the record stays off the list. Nothing was changed."),
)
OFFERED = N_("{first}, {then}")


@dataclass(frozen=True, slots=True)
class Line:
    """One record that is due, in words: its kind, what it is called, and the reason."""

    due: Due
    kind: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: how many, the erasures among it, and those left because others' records name them."""

    changed: Changed
    count: int
    erased: Sequence[Erasure] = ()
    left: Sequence[Due] = ()


def due_lines(vault: Vault, language: str) -> list[Line]:
    """Return what is due today, in words."""
    keepers_only(vault)
    says = Sayings(vault, language)
    return [_line(vault, says, one, language) for one in due(vault, gather(vault), today())]


def _line(vault: Vault, says: Sayings, one: Due, language: str) -> Line:
    row = vault.row(one.table, one.id)
    title = says.title(one.table, row) if row else ""
    who = says.called("person", one.person) if one.person and one.table != "person" else ""
    return Line(
        one,
        tr(TABLES[one.table].label),
        tr(OFFERED, first=who, then=title) if who and who != title else title,
        tr(REASONS[one.why], day=its_way(numbers.day(one.since, language))),
    )


def in_a_year() -> date:
    """Return the day that is proposed for looking again."""
    return later(today(), YEAR)


def keep(vault: Vault, chosen: Sequence[Due], until: date, why: str) -> Changed:
    """Let these records stay, and off the list, until a day; Refused when it is not later than today."""
    keepers_only(vault)
    if until <= today():
        raise Refused(*IN_THE_PAST)
    said = {"until": until.isoformat(), "why": why if why in WHY_KEEP else "other"}
    with vault.unit("keep") as unit:
        for one in chosen:
            unit.set(f"{KEPT}{one.rule}.{one.id}", said)
    return Changed(frozenset({"setting"}), unit.id)


def remove(vault: Vault, chosen: Sequence[Due]) -> Changed:
    """Take these records out of all lists; undo brings them back."""
    keepers_only(vault)
    with vault.unit("remove") as unit:
        for one in chosen:
            unit.remove(one.table, one.id)
    return Changed(frozenset(one.table for one in chosen), unit.id)


def erase(
    vault: Vault,
    chosen: Sequence[Due],
    language: str,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Erase these records for good, but for people whom other records name: those wait to be looked at alone.

    Stopped when ``cancelled`` says so before anything was erased.
    """
    keepers_only(vault)
    says, plans, left = Sayings(vault, language), list[Plan](), list[Due]()
    for place, one in enumerate(chosen):
        if progress:
            progress(place, 2 * len(chosen))
        plan = vault.plan_erasure(one.table, one.id)
        if one.table == "person" and erasing.elsewhere(vault, plan, says, None, cancelled):
            left.append(one)
        else:
            plans.append(plan)
    alone = [plan for plan in plans if not _goes_with_another(plan, plans)]
    done = erasing.erase(vault, alone, progress) if alone else []
    kinds = frozenset(table for one in done for table, _ in one.rows)
    return Outcome(Changed(kinds, None), len(done), done, left)


def _goes_with_another(plan: Plan, plans: Sequence[Plan]) -> bool:
    """Say whether a record goes anyway, with another of them."""
    return any((plan.table, plan.id) in other.going for other in plans if other is not plan)


def make_nameless(vault: Vault, chosen: Sequence[Due]) -> Changed:
    """Take the names off what people said, out of the history too: it cannot be undone."""
    keepers_only(vault)
    for one in chosen:
        vault.rewrite(one.table, one.id, {"person": None, "quote_name": None})
    vault.sweep()
    return Changed(frozenset({"insight"}), None)


def turn_into_counts(vault: Vault, chosen: Sequence[Due]) -> Changed:
    """Keep of equality details that somebody gave their mark, and nothing that leads to the person.

    A row without a name stays for each, so that counts are as they were; it cannot be undone.
    """
    keepers_only(vault)
    for one in chosen:
        row = vault.row(one.table, one.id)
        if row is not None:
            mark = {code: row[code] for code in ("vocab", "code")}
            vault.erase(vault.plan_erasure(one.table, one.id), ("equality", mark))
    vault.sweep()
    return Changed(frozenset({"equality"}), None)
