"""A register: one session, who helped at it and something someone said, kept as one step."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from vcse_desktop.actions import tallying, time_rows
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.hearing import sound_insight, write_insight
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.tallying import Counted
from vcse_desktop.actions.time_rows import whole
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import links
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Lists, Problem, Values
from vcse_desktop.records.normal import normal
from vcse_desktop.records.validation import problems
from vcse_desktop.store.vault import Vault

KINDS = frozenset({"session", "time_given", "insight", "consent", "person", "activity"})
OTHERS, SAID, HELPED, NEW = "others", "said", "helped", "new"
"""Where a problem is, beside the fields of the session: with a dot and an id after the last two."""
TAKEN = N_("There is a register of this activity for this day already. Is this another session?")
GONE = (
    N_("This register was removed"),
    N_("It is no longer in the list, so it was not changed. Undo brings it back."),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody filled in. A person below 0 is one of ``new``, who is kept with the register.

    ``session`` has the fields of the session but for helpers_n, its activity may be New; ``helped`` the
    minutes by person, None where nobody noted them; ``others`` is how many more helped without a name,
    ``others_minutes`` their time altogether; ``said`` the fields of an insight. ``record`` is the session if
    it is there already. ``counted`` is how many belonged to which group.
    """

    session: Values
    helped: Mapping[int, int | None] = field(default_factory=dict)
    others: int | None = None
    others_minutes: int | None = None
    new: Mapping[int, str] = field(default_factory=dict)
    said: Values = field(default_factory=dict)
    record: int | None = None
    began: Values = field(default_factory=dict)
    """The session as it stood there when somebody began to fill in: what they left so is not written."""
    counted: Counted = field(default_factory=Counted)


@dataclass(frozen=True, slots=True)
class _Sound:
    """The same in the form in which it is kept."""

    session: dict[str, object]
    times: Mapping[int | None, Values]
    people: Mapping[int, Values]
    said: Values
    activity: Values | None = None


def save(vault: Vault, filled: Filled, known: Collection[Problem] = ()) -> Changed:
    """Keep a register, a new one or a changed one; the id is the session's.

    Raises NotSound with every problem: what cannot be kept, and what is unlikely and not among ``known``
    yet. Refused when the session that was to be changed is gone.
    """
    before = vault.row("session", filled.record) if filled.record else None
    if filled.record and before is None:
        raise Refused(*GONE)
    sound = _judged(vault, filled, known)
    with vault.unit("edit" if before else "add") as unit:
        ids = {number: unit.save("person", None, values) for number, values in sound.people.items()}
        values = sound.session | {"came": sorted(ids.get(one, one) for one in _came(filled)) or None}
        if sound.activity:
            values["activity"] = unit.save("activity", None, sound.activity)
        if before:
            values = {**values, **_left(filled, values, before)}
            values = {code: value for code, value in values.items() if before[code] != value}
        session = unit.save("session", filled.record, values)
        times = {ids.get(who, who) if who else None: row for who, row in sound.times.items()}
        if before and "date" in values:  # first: a row that is saved after it was removed would live again
            time_rows.move(vault, unit, session, before["date"], values["date"])
        time_rows.rewrite(vault, unit, session, times, before)
        tallying.write(vault, unit, ("session", session), filled.counted)
        if sound.said:
            write_insight(unit, {**sound.said, "session": session})
    return Changed(KINDS | tallying.kinds(filled.counted), unit.id, (session,))


def _judged(vault: Vault, filled: Filled, known: Collection[Problem]) -> _Sound:
    """Return everything as it is kept; NotSound with all that is wrong, or unlikely and not known yet."""
    lists, found = group_lists(vault), list[Problem]()

    def sound(kind: str, values: Values, place: str) -> dict[str, object]:
        kept, wrong = _sound(kind, values, lists)
        found.extend(replace(one, field=place or one.field) for one in wrong)
        return kept

    named = filled.session.get("activity")
    begun = sound("activity", {"title": named.name}, "activity") if isinstance(named, New) else None
    activity = vault.row("activity", whole(named)) or {}
    session = sound("session", _session(filled, activity), "")
    if not found and not filled.record:
        found += _taken(vault, session)
    times = {
        who: sound("time_given", row, f"{HELPED}.{who}" if who else OTHERS)
        for who, row in _times(filled, activity).items()
    }
    people = {n: sound("person", {"known_as": name}, f"{NEW}.{n}") for n, name in filled.new.items()}
    found += tallying.unsound(filled.counted, lists)
    said: Values = {}
    try:
        said = sound_insight(vault, _heard(filled)) if filled.said else {}
    except NotSound as error:
        found += [replace(one, field=SAID) for one in error.problems]
    if any(not one.asked or one not in known for one in found):
        raise NotSound(found)
    return _Sound(session, times, people, said, begun)


def _left(filled: Filled, values: Values, before: Values) -> Values:
    """Return the fields of a session that others changed since the form was begun, and it did not.

    Of who came, each name that was added or taken out counts by itself: others sign in meanwhile.
    """
    began = {code: value for code, value in filled.began.items() if code != "status"}  # planned: it says none
    same = {code: before[code] for code in values if code in began and values[code] == began[code]}
    if "came" in began:
        then, now, kept = (set(links(row, "came")) for row in (began, values, before))
        same["came"] = sorted(kept - (then - now) | (now - then)) or None
    return same


def _sound(kind: str, values: Values, lists: Lists) -> tuple[dict[str, object], list[Problem]]:
    """Return the values as they are kept, and what is wrong; a helper's hours may be left out."""
    kept = normal(TABLES[kind], values)
    judged = dict(kept)
    if kind == "time_given":
        judged |= {"hours": kept["hours"] or 0, "person": abs(whole(kept.get("person"))) or None}
    return kept, problems(TABLES[kind], judged, lists, today=today())


def _session(filled: Filled, activity: Values) -> Values:
    """Return the fields of the session; a new one is where its activity is."""
    noted = None if filled.others is None else len(filled.helped) + filled.others
    known = [one for one in _came(filled) if one > 0] or None
    usual = {} if filled.record else {"place": activity.get("place")}
    given = {code: value for code, value in filled.session.items() if code != "id"}
    stand_in = {"activity": 1} if isinstance(given.get("activity"), New) else {}
    return {**usual, **given, **stand_in, "came": known, "helpers_n": noted}


def _times(filled: Filled, activity: Values) -> Mapping[int | None, Values]:
    """Return the row of time of each helper, and one for the rest where somebody noted their hours."""
    plain = {"date": filled.session.get("date"), "kind": activity.get("time_kind")}
    made: dict[int | None, Values] = {
        who: {**plain, "person": who, "hours": minutes} for who, minutes in filled.helped.items()
    }
    if filled.others_minutes is not None and filled.others != 0:
        made[None] = {**plain, "helpers_n": filled.others, "hours": filled.others_minutes}
    return made


def _taken(vault: Vault, session: Values) -> list[Problem]:
    same = vault.rows("session", activity=session["activity"], date=session["date"])
    return [Problem("date", TAKEN, asked=True)] if same else []


def _heard(filled: Filled) -> Values:
    """Return the fields of the insight, heard on the day of the session unless that is still to come."""
    day = filled.session.get("date")
    heard = {"heard_on": day} if day and str(day) <= today().isoformat() else {}
    return {**heard, **filled.said}


def _came(filled: Filled) -> list[int]:
    came = filled.session.get("came")
    return list(came) if isinstance(came, list | tuple) else []
