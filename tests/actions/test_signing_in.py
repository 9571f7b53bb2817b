"""Signing in at the door: nobody is named too early, and everybody who signs in counts once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vaults import PASSPHRASE, THEIRS, as_somebody_else
from vcse_desktop.actions import covering, recording, registering, sheets, signing_in
from vcse_desktop.actions.at_the_door import Guest, guest, guests, matches
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.signing_in import Door, Signed
from vcse_desktop.actions.standing import HELPER
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.errors import Refused
from vcse_desktop.figures.sessions import attendances
from vcse_desktop.records.fields import Values
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.roles import NotAllowed

DAY = today().isoformat()


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity."""
    return recording.add(vault, "activity", {"title": "Drop-in"}).ids[0]


def person(vault: Vault, name: str, **more: object) -> int:
    """Add a person."""
    return recording.add(vault, "person", {"known_as": name, **more}).ids[0]


def door(vault: Vault, activity: int | None = None, session: int | None = None) -> Door:
    """Begin."""
    made = signing_in.begin(vault, activity, session)
    assert made is not None
    return made


def session(vault: Vault) -> Values:
    """Return the one session that there is."""
    (row,) = vault.rows("session")
    return row


def known(*names: str) -> list[Guest]:
    """Return people with these names; their ids count from 1."""
    return [guest(number, name) for number, name in enumerate(names, 1)]


def shown(letters: str, *names: str) -> list[str]:
    """Return who is shown for these letters."""
    return [one.shown for one in matches(known(*names), letters).found]


def test_nobody_is_named_before_three_letters_and_at_most_three_after() -> None:
    many = ("Ann Price", "Annie Bell", "Anna Cole", "Hannah Dee", "Annette Fox")
    assert [shown(few, *many) for few in ("", "a", "an", " an", "an ", "   ")] == [[]] * 6
    assert shown("ann", *many) == ["Ann P.", "Annie B.", "Anna C."]
    assert matches(known(*many), "ann").more
    assert shown("ÄNNE", *many) == ["Annette F."] and not matches(known(*many), "anne").more
    assert shown("zzz", *many) == []


def test_who_is_called_just_so_comes_first_and_a_blank_ends_a_short_name() -> None:
    names = ("Bonnie A", "Annabel B", "Ann C", "Anna D", "Ann", "Bo", "Bo Price")
    assert shown("ann", *names) == ["Ann", "Ann C.", "Annabel B."]
    assert shown("bo", *names) == [] and shown("bo ", *names) == ["Bo", "Bo P."]
    assert shown("bo p", *names) == ["Bo P."] and shown("pri", *names) == ["Bo P."]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Ann Thomas", "Ann Price"), ["Ann T.", "Ann P."]),
        (("Ann Thomas", "Ann Beth Thomas"), ["Ann T.", "Ann B. T."]),
        (("Ann Thomas", "Ann Taylor"), ["Ann Th.", "Ann Ta."]),
        (("Ann Thomas", "Ann Thompson", "Ann Bell"), ["Ann B."]),
        (("Ann", "ann"), []),
        (("Ann (has diabetes)", "Ann [Grangetown]"), []),
        (("Ann (has diabetes) Lee",), ["Ann L."]),
        (("Ann O'Neill-Rees",), ["Ann O."]),
    ],
)
def test_twins_are_told_apart_by_a_further_initial_or_not_at_all(names: tuple[str], told: list[str]) -> None:
    assert shown("ann", *names) == told
    assert matches(known(*names), "ann").alike is (len(told) < len(names))


@given(
    st.lists(st.text(alphabet="anbt é'.(ü", max_size=14), max_size=8), st.text(alphabet="ant bé", max_size=6)
)
def test_what_is_shown_is_never_more_than_first_name_and_initials(names: list[str], letters: str) -> None:
    people = [one for one in known(*names) if one.name.strip()]
    found = matches(people, letters)
    assert len(found.found) <= 3 and (len(letters.strip()) + letters[-1:].isspace() >= 3 or not found.found)
    assert len({one.shown for one in found.found}) == len(found.found)
    for one in found.found:
        assert one.shown.startswith(one.first)
        assert all(len(part.rstrip(".")) <= 4 for part in one.shown.removeprefix(one.first).split())


def test_other_spellings_find_somebody_and_joined_records_are_one(vault: Vault, dropin: int) -> None:
    bill = person(vault, "William Jones", other_names="Bill")
    again = person(vault, "Billy Jones")
    recording.change(vault, "person", again, {"merged_into": bill})
    person(vault, "Gone Jones", left_on=DAY)
    everybody = guests(vault)
    assert [(one.id, one.shown) for one in matches(everybody, "bil").found] == [(bill, "William J.")]
    assert [one.shown for one in matches(everybody, "gon").found] == ["Gone J."], "who left may come again"
    at = door(vault, dropin)
    assert not signing_in.come(vault, at, again).already
    assert signing_in.come(vault, at, bill).already
    assert (session(vault)["came"], session(vault)["people_n"]) == ([bill], 1)


def test_nothing_is_written_before_somebody_comes_and_the_session_goes_when_it_is_taken_back(
    vault: Vault, dropin: int
) -> None:
    ann, at = person(vault, "Ann Price"), door(vault, dropin)
    assert vault.rows("session") == []
    signed = signing_in.come(vault, at, ann)
    assert (signed.first, session(vault)["activity"], session(vault)["date"]) == ("Ann", dropin, DAY)
    signing_in.take_back(vault, signed)
    assert vault.rows("session") == []
    signing_in.just_count_me(vault, at)
    assert (session(vault)["people_n"], session(vault)["came"]) == (1, None)


def test_twice_changes_nothing_and_taking_that_back_takes_nothing_back(vault: Vault, dropin: int) -> None:
    ann, at = person(vault, "Ann"), door(vault, dropin)
    signing_in.come(vault, at, ann)
    before = vault.last_unit()
    twice = signing_in.come(vault, at, ann)
    assert (twice.already, twice.changed.unit, vault.last_unit()) == (True, None, before)
    signing_in.take_back(vault, twice)
    assert session(vault)["came"] == [ann]


def test_each_is_one_attendance_more_whatever_the_register_says(vault: Vault) -> None:
    bo, cal, ann = (person(vault, name) for name in ("Bo", "Cal", "Ann"))
    for people_n, came, carers_n, counted in (
        (None, [], None, 0),
        (None, [bo, cal], None, 2),
        (20, [bo, cal], None, 20),
        (1, [bo, cal], None, 2),
        (0, [], None, 0),
        (2, [], 5, 5),
    ):
        activity = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
        values = {"activity": activity, "date": DAY, "people_n": people_n, "came": came, "carers_n": carers_n}
        made = recording.add(vault, "session", values).ids[0]
        at = door(vault, session=made)
        signing_in.come(vault, at, ann)
        row = vault.row("session", made) or {}
        assert attendances(row) == row["people_n"] == counted + 1
        signed = signing_in.just_count_me(vault, at)
        assert attendances(vault.row("session", made) or {}) == counted + 2
        signing_in.take_back(vault, signed)
        assert vault.row("session", made) == row
        assert row["came"] == sorted([*came, ann])


def test_who_is_new_is_added_and_signed_in_in_one_step(vault: Vault, dropin: int) -> None:
    at = door(vault, dropin)
    signed = signing_in.come_new(vault, at, "  Dot ")
    (dot,) = vault.rows("person")
    assert (signed.first, dot["known_as"], session(vault)["came"]) == ("Dot", "Dot", [dot["id"]])
    assert signing_in.come(vault, at, int(str(dot["id"]))).already
    signing_in.take_back(vault, signed)
    assert vault.rows("person") == vault.rows("session") == []
    with pytest.raises(NotSound):
        signing_in.come_new(vault, at, "   ")


def test_a_planned_session_begins_to_run_and_nobody_expected_counts(vault: Vault, dropin: int) -> None:
    ann, bo = person(vault, "Ann"), person(vault, "Bo")
    planned = {"activity": dropin, "date": DAY, "status": "planned", "people_n": 12, "came": [ann, bo]}
    recording.add(vault, "session", planned)
    before, at = session(vault), door(vault, dropin)
    signed = signing_in.come(vault, at, ann)
    assert [session(vault)[code] for code in ("status", "people_n", "came")] == [None, 1, [ann]]
    signing_in.take_back(vault, signed)
    assert session(vault) == before


def test_what_was_called_off_is_left_and_the_newest_of_the_day_is_taken(vault: Vault, dropin: int) -> None:
    off = recording.add(vault, "session", {"activity": dropin, "date": DAY, "status": "cancelled"}).ids[0]
    recording.add(vault, "session", {"activity": dropin, "date": DAY, "people_n": 3})
    newest = recording.add(vault, "session", {"activity": dropin, "date": DAY, "people_n": 4}).ids[0]
    signing_in.just_count_me(vault, door(vault))
    assert {row["id"]: row["people_n"] for row in vault.rows("session")} | {newest: 5, off: None} == {
        row["id"]: row["people_n"] for row in vault.rows("session")
    }


def test_what_is_not_there_any_more_is_refused(vault: Vault) -> None:
    assert signing_in.begin(vault) is None
    with pytest.raises(Refused):
        signing_in.begin(vault, activity=7)
    with pytest.raises(Refused):
        signing_in.begin(vault, session=7)
    activity = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
    gone = person(vault, "Gone")
    at = door(vault)
    assert at.activity == activity
    recording.remove(vault, "person", gone)
    with pytest.raises(Refused):
        signing_in.come(vault, at, gone)
    assert vault.rows("session") == []


def test_a_register_that_is_open_and_the_door_keep_what_the_other_wrote(vault: Vault, dropin: int) -> None:
    ann, bo, cal = (person(vault, name) for name in ("Ann", "Bo", "Cal"))
    values = {"activity": dropin, "date": DAY, "people_n": 2, "came": [bo]}
    made = registering.save(vault, Filled(values)).ids[0]
    at, open_ = door(vault, dropin), sheets.sheet(vault, session=made)
    signing_in.come(vault, at, ann)
    typed = {**open_.session, "came": [bo, cal], "note": "Warm.", "carers_n": 1}  # people_n was left alone
    registering.save(vault, Filled(typed, {bo: 60}, 0, record=made, began=open_.session))
    row = session(vault)
    assert (row["came"], row["people_n"]) == ([ann, bo, cal], 3)
    assert (row["note"], row["carers_n"], row["helpers_n"]) == ("Warm.", 1, 1)
    open_ = sheets.sheet(vault, session=made)
    signing_in.just_count_me(vault, at)
    registering.save(
        vault, Filled({**open_.session, "came": [ann, bo], "people_n": 9}, {bo: 60}, 0, record=made)
    )
    signing_in.come(vault, at, cal)
    row = session(vault)
    assert (row["came"], row["people_n"], row["note"]) == ([ann, bo, cal], 10, "Warm."), (
        "a number typed is kept"
    )
    assert [(time["person"], time["hours"]) for time in vault.rows("time_given")] == [(bo, 60)]


STEPS = st.lists(st.integers(0, 3) | st.sampled_from(["stranger", "new", "back", "register"]), max_size=14)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whoever_comes_in_whatever_order_is_counted_once(
    vault_for_many: tuple[Vault, list[int]], steps: list[int | str]
) -> None:
    vault, people = vault_for_many
    evening = Evening(vault, people)
    for step in steps:
        evening.go_on(step)
        rows, came = vault.rows("session", activity=evening.at.activity), evening.came
        if came:
            (row,) = rows
            names = sorted(one for one in came if one is not None)
            assert row["came"] == (names or None)
            assert attendances(row) == row["people_n"] == len(came) >= len(names)
        else:
            assert not any(attendances(row) for row in rows)


class Evening:
    """A door of an activity of its own; ``came`` are all who came by now, None for who was only counted."""

    def __init__(self, vault: Vault, people: list[int]) -> None:
        self.vault, self.people = vault, people
        self.at = door(vault, recording.add(vault, "activity", {"title": "Walk"}).ids[0])
        self.came: list[int | None] = []
        self._last: Signed | None = None

    def go_on(self, step: int | str) -> None:
        """Do one thing at the door, or save the register beside it."""
        vault, last, self._last = self.vault, self._last, None
        if step == "register":
            for row in vault.rows("session", activity=self.at.activity):
                began = sheets.sheet(vault, session=int(str(row["id"]))).session
                filled = Filled({**began, "note": "x"}, record=int(str(row["id"])), began=began)
                registering.save(vault, filled)
        elif step == "back":
            if last is not None and not last.already:
                signing_in.take_back(vault, last)
                self.came.pop()
        elif isinstance(step, int):
            self._last = signing_in.come(vault, self.at, self.people[step])
            assert self._last.already is (self.people[step] in self.came)
            self.came += [] if self._last.already else [self.people[step]]
        elif step == "new":
            self._last = signing_in.come_new(vault, self.at, "Eve")
            self.came.append(max(int(str(one["id"])) for one in vault.rows("person")))
        else:
            self._last = signing_in.just_count_me(vault, self.at)
            self.came.append(None)


@pytest.fixture
def vault_for_many(vault: Vault) -> tuple[Vault, list[int]]:
    """A vault with four people, in which each example has an activity of its own."""
    return vault, [person(vault, name) for name in ("Ann", "Bo", "Cal", "Dot")]


def test_a_helper_opens_the_door_and_adds_nobody_and_no_pin_leaves_it(tmp_path: Path) -> None:
    keepers, _ = new_vault(tmp_path / "vault", "Our Carers", PASSPHRASE, kdf=FLOOR)
    recording.add(keepers, "activity", {"title": "Drop-in"})
    ann = person(keepers, "Ann Price")
    with as_somebody_else(keepers, HELPER) as vault:
        covering.set_pin(vault, "4711")
        at = door(vault)
        assert not at.may_add
        assert [one.shown for one in matches(guests(vault), "ann").found] == ["Ann P."]
        signed = signing_in.come(vault, at, ann)
        signing_in.take_back(vault, signed)
        with pytest.raises(NotAllowed):
            signing_in.come_new(vault, at, "Eve")
        assert vault.rows("session") == []
        signing_in.just_count_me(vault, at)
        assert covering.lifts(vault, "4711", 0) and not signing_in.leaves(vault, "4711")
        assert signing_in.leaves(vault, THEIRS) and not signing_in.leaves(vault, PASSPHRASE)
