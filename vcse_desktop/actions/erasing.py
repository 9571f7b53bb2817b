"""Erasing somebody: what goes and what stays, where else they are named, and doing it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from vcse_desktop.actions.backups_left import Backup, backups_left
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entry_day import entered_on
from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.actions.recording import NotSound, no_longer_checked, today
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.normal import normal
from vcse_desktop.records.validation import problems
from vcse_desktop.store.erasing import Plan
from vcse_desktop.store.forgetting import Erasure
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.mentions import DRAFT, Mention, When
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.verifying import Stopped

__all__ = ["Prospect", "Stopped", "Told", "When", "erase", "forget_mention", "mend_mention", "prospect"]

GONE = (
    N_("This record is not there"),
    N_("It was never in this vault, or it was erased already. Nothing was changed."),
)
STAYS = {
    ("time_given", "person"): N_("Records of hours given"),
    ("session_came", "person"): N_("Sessions they came to"),
    ("insight", "person"): N_("Things they said"),
    ("connection", "offer_person"): N_("Offers they made"),
    ("connection", "wish_person"): N_("Wishes they had"),
}
"""What stays when a person is erased, and counts as a helper or visitor without a name."""
OTHER_PLACES = {
    "own_value": N_("An answer to a field of your own"),
    "own_item": N_("An item of a list of your own"),
    "own_field": N_("A field of your own"),
    "setting": N_("A setting of the group"),
    DRAFT: N_("A form that somebody has not finished"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One text elsewhere that names them: where it stands, what it says, and whether it can be edited."""

    mention: Mention
    kind: str
    record: str
    field: str
    words: str
    change: bool


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an erasure is going to do. ``going`` and ``staying`` are words and numbers of records."""

    plan: Plan
    title: str
    going: Sequence[tuple[str, int]]
    staying: Sequence[tuple[str, int]]
    elsewhere: Sequence[Told]
    backups: Sequence[Backup]


def prospect(  # noqa: PLR0913, PLR0917 - one question, and how to follow and stop it
    vault: Vault,
    kind: str,
    record: int,
    language: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Prospect:
    """Return what erasing a record would do; reads the whole history. Stopped when somebody has cancelled."""
    keepers_only(vault)
    plan, says = _plan(vault, kind, record), Sayings(vault, language)
    row, since = vault.row(kind, record), entered_on(min(row for _, row in plan.going))
    days = int(group_setting(vault, "backup_days"))
    return Prospect(
        plan,
        says.title(kind, row) if row else "",
        [(tr(TABLES[table].label), plan.count(table)) for table in TABLES if plan.count(table)],
        [(tr(STAYS[link]), count) for link, count in plan.staying.items()],
        elsewhere(vault, plan, says, progress, cancelled),
        backups_left(vault.folder, since - timedelta(days=1), days),
    )


def _plan(vault: Vault, kind: str, record: int) -> Plan:
    try:
        return vault.plan_erasure(kind, record)
    except KeyError:
        raise Refused(*GONE) from None


def elsewhere(
    vault: Vault,
    plan: Plan,
    says: Sayings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Told]:
    """Return the texts of other records in which somebody who is to be erased is named, whole names first."""
    people = [row for table, row in plan.going if table == "person"]
    if not people:
        return []
    names, going = vault.names(people), {row for _, row in plan.going}
    found = [_told(vault, says, one) for one in vault.mentions(names, going, progress, cancelled)]
    known = {(one.mention.table, one.mention.id, one.mention.field) for one in found}
    return found + [
        _told(vault, says, one)
        for one in _theirs(vault, people)
        if (one.table, one.id, one.field) not in known
    ]


def _theirs(vault: Vault, people: Sequence[int]) -> list[Mention]:
    """Return what they offered, wished for and said: texts of their own that stay without their name."""
    fields = (
        ("connection", "offer_person", "offer"),
        ("connection", "wish_person", "wish"),
        ("insight", "person", "words"),
    )
    return [
        Mention(table, int(str(row["id"])), field, False, When.NOW)
        for table, link, field in fields
        for person in people
        for row in vault.rows(table, **{link: person})
        if row[field]
    ]


def _told(vault: Vault, says: Sayings, one: Mention) -> Told:
    declared = TABLES.get(one.table)
    row = vault.row(one.table, one.id) if declared and one.when is When.NOW else None
    field = next((f for f in declared.fields if f.code == one.field), None) if declared else None
    return Told(
        one,
        tr(declared.label) if declared else tr(OTHER_PLACES[one.table]),
        says.title(one.table, row) if row else "",
        tr(field.label) if field else "",
        str(row[one.field] or "") if row else "",
        change=row is not None,
    )


def mend_mention(vault: Vault, one: Mention, words: str) -> Changed:
    """Write other words in the place of a text that names somebody, and wipe what it said before.

    NotSound when the words cannot be kept; what else may be wanting in the record does not matter here.
    """
    keepers_only(vault)
    before = vault.row(one.table, one.id)
    if before is None:
        raise Refused(*GONE)
    kind = TABLES[one.table]
    values = normal(kind, {one.field: words})
    whole = {code: value for code, value in before.items() if code != "id"} | values
    found = problems(kind, whole, group_lists(vault), today=today())
    if wrong := [problem for problem in found if problem.field == one.field and not problem.asked]:
        raise NotSound(wrong)
    vault.rewrite(one.table, one.id, {**no_longer_checked(before, values), **values})
    return Changed(frozenset({one.table}), None, (one.id,))


def forget_mention(vault: Vault, one: Mention) -> Changed:
    """Wipe a text that names somebody: the old wording of a field, or the field of a removed record."""
    keepers_only(vault)
    if one.when is When.BEFORE:
        vault.clear_history(one.table, one.id, one.field)
    else:
        vault.wipe(one.table, one.id, one.field)
    return Changed(frozenset({one.table}), None, (one.id,))


def erase(
    vault: Vault, plans: Sequence[Plan], progress: Callable[[int, int], None] | None = None
) -> list[Erasure]:
    """Erase these records for good, one after the other, and sweep what is left of them in the file.

    ``progress`` is told (done, of how many). Refused names the first that is no longer as it was shown; what
    was erased before it stays erased.
    """
    keepers_only(vault)
    done: list[Erasure] = []
    try:
        for plan in plans:
            if progress:
                progress(len(done), len(plans) + 1)
            done.append(vault.erase(plan))
    finally:
        if progress:
            progress(len(done), len(plans) + 1)
        vault.sweep()
    if progress:
        progress(len(plans) + 1, len(plans) + 1)
    return done
