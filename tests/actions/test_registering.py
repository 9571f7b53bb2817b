"""A register is kept in one step, counts by the counting rules, and begins where the last one ended."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vcse_desktop.actions import recording, registering, sheets
from vcse_desktop.actions.activities import activities, likeliest, sessions_of, sessions_of_week
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_
from vcse_desktop.records.vocabularies import lists

TODAY = today()
DAY = TODAY.isoformat()


def ago(days: int) -> str:
    """Return the day so many days ago."""
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity."""
    values = {"title": "Drop-in", "usual_hours": 120, "time_kind": "formal"}
    return recording.add(vault, "activity", values).ids[0]


def person(vault: Vault, name: str) -> int:
    """Add a person."""
    return recording.add(vault, "person", {"known_as": name}).ids[0]


def figures(vault: Vault, session_day: str = DAY) -> Mapping[str, int]:
    """Return what is counted on a day, by measure."""
    day = date.fromisoformat(session_day)
    tables = figure_tables(gather(vault), Period(day, day), lists=lists())
    made: dict[str, int] = {}
    for table in tables:
        for measure in table.kind.measures:
            all_of_it = sum(one.amount for one in table.counted if one.measure == measure.code)
            made.setdefault(measure.code, all_of_it)
    return made


def test_an_activity_and_a_day_are_enough(vault: Vault, dropin: int) -> None:
    registering.save(vault, Filled({"activity": dropin, "date": DAY}))
    counted = figures(vault)
    assert (counted["held"], counted["without_number"], counted["helpers"]) == (1, 1, 0)
    assert vault.rows("session")[0]["helpers_n"] is None


def test_a_register_is_one_step_and_one_undo(vault: Vault, dropin: int) -> None:
    ann = person(vault, "Ann")
    done = registering.save(
        vault,
        Filled(
            {"activity": dropin, "date": DAY, "people_n": 14, "carers_n": 3, "came": [-2]},
            helped={ann: 120, -1: 90},
            others=3,
            others_minutes=360,
            new={-1: "Bo", -2: "Cal"},
            said={"words": "The bus stops here again.", "kind": "working", "may_quote": "unnamed"},
        ),
    )
    (session,) = vault.rows("session")
    assert done.ids == (session["id"],)
    names = {row["id"]: row["known_as"] for row in vault.rows("person")}
    times = vault.rows("time_given", session=session["id"])
    assert {names.get(row["person"]): (row["hours"], row["helpers_n"]) for row in times} == {
        "Ann": (120, None),
        "Bo": (90, None),
        None: (360, 3),
    }
    assert {(row["date"], row["kind"]) for row in times} == {(DAY, "formal")}
    assert [names[who] for who in session["came"]] == ["Cal"]  # type: ignore[attr-defined]
    (insight,) = vault.rows("insight")
    assert (insight["session"], insight["heard_on"]) == (session["id"], DAY)
    assert len(vault.rows("consent")) == 1
    counted = figures(vault)
    assert (counted["helpers"], counted["hours"], counted["attendances"]) == (5, 570, 14)
    recording.undo(vault, done.unit)
    kinds = ("session", "time_given", "insight", "consent")
    assert [vault.rows(kind) for kind in kinds] == [[], [], [], []]
    assert [row["known_as"] for row in vault.rows("person")] == ["Ann"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])  # each is taken back
@given(
    ticks=st.lists(st.none() | st.integers(0, 8 * 60), max_size=4),
    others=st.none() | st.integers(0, 5),
    each=st.none() | st.integers(0, 4 * 60),
)
@example(ticks=[120, 120], others=1, each=None)  # the example of counting rule 5
@example(ticks=[None], others=2, each=45)
def test_any_mix_of_ticks_and_numbers_counts_by_the_rules(
    vault_for_many: tuple[Vault, int, list[int]],
    ticks: list[int | None],
    others: int | None,
    each: int | None,
) -> None:
    vault, activity, people = vault_for_many
    helped = dict(zip(people, ticks, strict=False))
    altogether = None if each is None or others is None else each * others
    done = registering.save(vault, Filled({"activity": activity, "date": DAY}, helped, others, altogether))
    counted = figures(vault)
    assert counted["helpers"] == len(ticks) + (others or 0)
    assert counted["hours"] == sum(tick or 0 for tick in ticks) + (altogether or 0)
    blank = sum(tick is None for tick in ticks) + (others or 0 if altogether is None else 0)
    assert counted["without_hours"] == blank
    again = sheets.sheet(vault, session=done.ids[0])
    assert (again.now.helped, again.now.others or 0) == (helped, others or 0)
    same = Filled(
        again.session, again.now.helped, again.now.others, again.now.others_minutes, record=done.ids[0]
    )
    assert registering.save(vault, same).unit is None
    recording.undo(vault, done.unit)


@pytest.fixture
def vault_for_many(vault: Vault, dropin: int) -> tuple[Vault, int, list[int]]:
    """A vault with an activity and people, in which each example leaves nothing behind."""
    return vault, dropin, [person(vault, name) for name in ("Ann", "Bo", "Cal", "Dot")]


def test_a_saved_register_is_changed_and_only_what_differs_is_written(vault: Vault, dropin: int) -> None:
    ann, bo, cal = (person(vault, name) for name in ("Ann", "Bo", "Cal"))
    values = {"activity": dropin, "date": ago(1), "people_n": 9}
    (made,) = registering.save(
        vault,
        Filled(values, {ann: 120, bo: 120}, 3, 360, said={"words": "Warm."}),
    ).ids
    rows = {row["person"]: row["id"] for row in vault.rows("time_given")}
    changed = {**values, "date": ago(2), "people_n": 10}
    registering.save(vault, Filled(changed, {ann: 120, cal: None}, 2, 360, record=made))
    (session,) = vault.rows("session")
    now = {row["person"]: row for row in vault.rows("time_given")}
    assert (session["people_n"], session["helpers_n"], session["date"]) == (10, 4, ago(2))
    assert {who: row["hours"] for who, row in now.items()} == {ann: 120, cal: None, None: 360}
    assert (now[ann]["id"], now[None]["id"]) == (rows[ann], rows[None])
    assert {row["date"] for row in now.values()} == {ago(2)}
    assert [row["heard_on"] for row in vault.rows("insight")] == [ago(2)]
    assert figures(vault, ago(2))["helpers"] == 4
    recording.undo(vault)
    assert figures(vault, ago(1))["helpers"] == 5
    assert sum(int(str(row["hours"])) for row in vault.rows("time_given")) == 600


def test_two_rows_of_one_helper_become_one_only_when_their_hours_change(vault: Vault, dropin: int) -> None:
    ann = person(vault, "Ann")
    (made,) = registering.save(vault, Filled({"activity": dropin, "date": DAY}, {ann: 60})).ids
    recording.add(vault, "time_given", {"session": made, "person": ann, "hours": 30, "role": None})
    kept = sheets.sheet(vault, session=made)
    assert kept.now.helped == {ann: 90}
    registering.save(vault, Filled(kept.session, {ann: 90}, record=made))
    assert len(vault.rows("time_given")) == 2
    registering.save(vault, Filled(kept.session, {ann: 100}, record=made))
    assert [row["hours"] for row in vault.rows("time_given")] == [100]


def test_what_is_unlikely_is_asked_about_and_then_kept(vault: Vault, dropin: int) -> None:
    filled = Filled({"activity": dropin, "date": DAY, "people_n": 3, "carers_n": 5})
    with pytest.raises(NotSound) as asked:
        registering.save(vault, filled)
    assert [(problem.field, problem.asked) for problem in asked.value.problems] == [("carers_n", True)]
    assert vault.rows("session") == []
    registering.save(vault, filled, asked.value.problems)
    assert len(vault.rows("session")) == 1


def test_a_second_register_of_a_day_is_asked_about(vault: Vault, dropin: int) -> None:
    filled = Filled({"activity": dropin, "date": DAY})
    registering.save(vault, filled)
    with pytest.raises(NotSound) as asked:
        registering.save(vault, filled)
    registering.save(vault, filled, asked.value.problems)
    assert len(vault.rows("session")) == 2


def test_each_problem_says_where_it_is_and_nothing_is_saved(vault: Vault, dropin: int) -> None:
    ann = person(vault, "Ann")
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    wrong = Filled(
        {"activity": None, "date": tomorrow},
        {ann: 25 * 60, -1: 60},
        2,
        100 * 60,
        new={-1: "N" * 300},
        said={"words": "W" * 30_000},
    )
    with pytest.raises(NotSound) as found:
        registering.save(vault, wrong)
    fields = {problem.field for problem in found.value.problems}
    assert {"activity", f"helped.{ann}", "others", "new.-1", "said"} <= fields
    assert [vault.rows(kind) for kind in ("session", "time_given", "insight")] == [[], [], []]


def test_a_planned_session_may_lie_ahead_and_counts_nowhere(vault: Vault, dropin: int) -> None:
    ahead = (TODAY + timedelta(days=7)).isoformat()
    registering.save(vault, Filled({"activity": dropin, "date": ahead, "status": "planned"}, others=3))
    assert figures(vault, ahead)["held"] == 0
    with pytest.raises(NotSound):
        registering.save(vault, Filled({"activity": dropin, "date": ahead}))


def test_a_removed_register_is_not_changed(vault: Vault, dropin: int) -> None:
    (made,) = registering.save(vault, Filled({"activity": dropin, "date": DAY})).ids
    recording.remove(vault, "session", made)
    with pytest.raises(Refused):
        registering.save(vault, Filled({"activity": dropin, "date": DAY}, record=made))
    with pytest.raises(Refused):
        sheets.sheet(vault, session=made)


def test_a_register_begins_with_those_who_usually_help_and_what_was_last_time(
    vault: Vault, dropin: int
) -> None:
    zoe, ann, guest = (person(vault, name) for name in ("zoë", "Ann", "Guest"))
    registering.save(vault, Filled({"activity": dropin, "date": ago(14)}, {zoe: 60, ann: 45}))
    last = {"activity": dropin, "date": ago(7), "people_n": 9, "came": [guest]}
    registering.save(vault, Filled(last, {zoe: 90}, 3, 360))
    registering.save(vault, Filled({"activity": dropin, "date": ago(1), "status": "cancelled"}))
    new = sheets.sheet(vault, dropin)
    assert (new.record, new.session["date"], new.usual) == (None, DAY, 120)
    assert [new.names[who] for who in new.helpers] == ["Ann", "zoë"]
    assert new.minutes == {zoe: 90, ann: 45}
    assert new.last is not None
    assert (new.last.day, new.last.helped, new.last.others, new.last.others_minutes) == (
        ago(7),
        {zoe: 90},
        3,
        360,
    )
    assert (new.last.came, list(new.guests)) == ((guest,), [guest])
    assert "people_n" not in new.session  # a number of today is counted today


def test_joined_people_are_one_and_removed_ones_are_not_offered(vault: Vault, dropin: int) -> None:
    jon, john, gone = (person(vault, name) for name in ("Jon", "John", "Gone"))
    registering.save(vault, Filled({"activity": dropin, "date": ago(7)}, {jon: 60, john: 30, gone: 60}))
    recording.change(vault, "person", john, {"merged_into": jon})
    recording.remove(vault, "person", gone)
    new = sheets.sheet(vault, dropin)
    assert new.last is not None
    assert (new.last.helped, list(new.helpers)) == ({jon: 90}, [jon])


def test_the_activity_used_last_comes_first_and_what_was_planned_is_taken_up(vault: Vault) -> None:
    assert sheets.sheet(vault).session["activity"] is None
    walk = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
    choir = recording.add(vault, "activity", {"title": "Choir"}).ids[0]
    assert sheets.sheet(vault).session["activity"] == choir
    registering.save(vault, Filled({"activity": walk, "date": ago(3)}))
    (planned,) = registering.save(vault, Filled({"activity": walk, "date": DAY, "status": "planned"})).ids
    found = sheets.sheet(vault)
    assert (found.session["activity"], found.record, found.session["status"]) == (walk, planned, None)
    assert [title for _, title in found.activities] == ["Choir", "Walk"]


def test_activities_stand_by_when_they_last_ran_and_the_likeliest_is_found(vault: Vault) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    words = (N_("Monday"), N_("Tuesday"), N_("Wednesday"))
    walk = recording.add(vault, "activity", {"title": "Walk", "usual_day": f"every {words[0]}"}).ids[0]
    choir = recording.add(vault, "activity", {"title": "Choir"}).ids[0]
    over = recording.add(vault, "activity", {"title": "Over", "ended": ago(1)}).ids[0]
    registering.save(vault, Filled({"activity": walk, "date": ago(30)}))
    registering.save(vault, Filled({"activity": choir, "date": (monday - timedelta(days=6)).isoformat()}))
    registering.save(vault, Filled({"activity": over, "date": DAY}))
    found = activities(vault)
    assert [one.id for one in found] == [choir, walk, over]

    def on(weekday: int) -> int:
        one = likeliest(found, monday + timedelta(days=weekday))
        return one.id if one else 0

    assert [on(0), on(1), on(2)] == [walk, choir, choir]
    assert likeliest([], TODAY) is None


def test_sessions_say_what_was_noted_and_no_more(vault: Vault, dropin: int) -> None:
    ann = person(vault, "Ann")
    registering.save(vault, Filled({"activity": dropin, "date": ago(400), "people_n": 0}))
    registering.save(vault, Filled({"activity": dropin, "date": DAY}, {ann: 60}, 2, None))
    found = sessions_of(vault, dropin)
    assert [(one.came, one.helped, one.title) for one in found] == [
        (None, 3, "Drop-in"),
        (0, None, "Drop-in"),
    ]
    assert [one.id for one in sessions_of_week(vault, TODAY)] == [found[0].id]
