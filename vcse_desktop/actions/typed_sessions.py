"""Sign-in sheets and tallies as sessions: a further sheet of one activity and day adds to its session."""

from collections.abc import Collection, Mapping, Sequence

from vcse_desktop.actions import registering
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.sheets import Sheet, sheet
from vcse_desktop.actions.signed_rows import Row, minutes_of
from vcse_desktop.actions.tallying import Counted
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import ident, links, number, text
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Problem, Values
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.store.vault import Vault

COUNTS = ("people_n", "helpers_n", "carers_n", "new_n")
EMPTY = (
    N_("Nobody is on this sheet"),
    N_("No row has a name or a tick, so nothing was saved. Leave the sheet out if it is empty."),
)


def keep_rows(
    vault: Vault, values: Values, rows: Sequence[Row], unnamed: int, known: Collection[Problem]
) -> Changed:
    """Keep a sign-in sheet: who came and who helped, added to what is noted of that session already.

    Rows without a name are counted: ``unnamed`` are those of earlier sheets. Refused when no row is filled.
    """
    filled = [row for row in rows if not row.blank()]
    if not filled:
        raise Refused(*EMPTY)
    found = _session_of(vault, values)
    before = sheet(vault, session=found) if found else None
    new: dict[int, str] = {}
    helped, came, others, others_minutes = _from(filled, before, new)
    guests = unnamed + sum(1 for row in filled if row.who is None and not row.helped)
    noted = number(before.session, "people_n") if before else None
    session = {**(before.session if before else {}), **_given(values, before), "came": came}
    session["people_n"] = max(noted or 0, len(came) + guests) if guests else noted
    made = Filled(
        session,
        helped,
        others,
        others_minutes,
        new,
        record=found,
        began=before.session if before else {},
    )
    return registering.save(vault, made, known)


def keep_counts(vault: Vault, values: Values, counted: Counted, known: Collection[Problem]) -> Changed:
    """Keep a tally: in the session of that day where nothing is counted yet, else in one of its own."""
    found = _session_of(vault, values)
    before = sheet(vault, session=found) if found else None
    if before is not None and not _uncounted(before):
        found = before = None
    helpers = number(values, "helpers_n")
    named = len(before.now.helped) if before else 0
    others = before.now.others if before and helpers is None else helpers and max(0, helpers - named)
    given = {code: one for code, one in _given(values, before).items() if code != "helpers_n"}
    filled = Filled(
        {
            **(before.session if before else {}),
            **given,
            "came": list(links(before.session, "came")) if before else [],
        },
        before.now.helped if before else {},
        others,
        before.now.others_minutes if before else None,
        record=found,
        began=before.session if before else {},
        counted=counted,
    )
    return registering.save(vault, filled, known)


def _session_of(vault: Vault, values: Values) -> int | None:
    """Return the session of that activity and day, the newest one that was not cancelled."""
    activity, day = values.get("activity"), values.get("date")
    if not isinstance(activity, int) or not day:
        return None
    same = [row for row in vault.rows("session", activity=activity, date=day)]
    return max((ident(row) for row in same if text(row, "status") != "cancelled"), default=None)


def _given(values: Values, before: Sheet | None) -> Mapping[str, object]:
    """Return the fields that were filled in; an empty box takes nothing away that is noted already."""
    given = {code: one for code, one in values.items() if one is not None}
    return given if before else {"activity": values.get("activity"), "date": values.get("date"), **given}


def _uncounted(before: Sheet) -> bool:
    return not before.counting.counts and all(before.session.get(code) is None for code in COUNTS[::2])


def _from(
    rows: Sequence[Row], before: Sheet | None, new: dict[int, str]
) -> tuple[dict[int, int | None], list[int], int | None, int | None]:
    """Return the minutes of each helper, who came, how many helped without a name, and their minutes.

    ``new`` is filled with the names of those who are new, each once.
    """
    helped = dict(before.now.helped) if before else {}
    came = list(links(before.session, "came")) if before else []
    others = before.now.others if before else None
    others_minutes = before.now.others_minutes if before else None
    for place, row in enumerate(rows):
        minutes = _minutes(row, place) if row.helped else None
        who = _number(row.who, new)
        if who is None:
            if row.helped:
                others = (others or 0) + 1
                others_minutes = _sum(others_minutes, minutes)
        elif row.helped:
            helped[who] = _sum(helped.get(who), minutes)
        elif who not in came:
            came.append(who)
    return helped, came, others, others_minutes


def _minutes(row: Row, place: int) -> int | None:
    try:
        return minutes_of(row)
    except NotUnderstood as error:
        raise NotSound([Problem(f"row.{place}", error.message)]) from None


def _number(who: int | New | None, new: dict[int, str]) -> int | None:
    """Return the id of somebody, below nought for one who is new on this sheet."""
    if not isinstance(who, New):
        return who
    known = next((number for number, name in new.items() if name == who.name), -len(new) - 1)
    new[known] = who.name
    return known


def _sum(one: int | None, other: int | None) -> int | None:
    return one if other is None else (one or 0) + other
