"""What was written on sheets, kept one sheet at a time: nothing twice, nothing guessed, each undone alone."""

import pytest

from vcse_desktop.actions import recording, registering, typed_in
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.signed_rows import Row
from vcse_desktop.actions.tallying import Counted
from vcse_desktop.actions.typed_in import Sheet, Typed, type_in
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.records.fields import Values

DAY = "2026-11-03"


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity."""
    return recording.add(vault, "activity", {"title": "Drop-in"}).ids[0]


def person(vault: Vault, name: str) -> int:
    """Add a person."""
    return recording.add(vault, "person", {"known_as": name}).ids[0]


def sign(vault: Vault, begins: Values, *rows: Row, unnamed: int = 0) -> Sheet:
    """Type in one sign-in sheet."""
    return type_in(vault, Typed("signin", begins, rows, unnamed=unnamed))


def test_a_sign_in_sheet_says_who_came_and_how_long_helpers_were_there(vault: Vault, dropin: int) -> None:
    ann, bo = person(vault, "Ann"), person(vault, "Bo")
    rows = (
        Row(ann, helped=True, came_at="10", went_at="12.30"),
        Row(bo, came_at="10", went_at="scribble"),
        Row(New("person", "Cal")),
        Row(unread=True),
        Row(helped=True, hours="1h"),
        Row(),
    )
    made = sign(vault, {"activity": dropin, "date": "3/11/2026", "place": None}, *rows)
    session = vault.rows("session")[0]
    cal = int(str(vault.rows("person", known_as="Cal")[0]["id"]))
    assert session["came"] == sorted([bo, cal])
    assert (session["people_n"], session["helpers_n"], session["date"]) == (3, 2, DAY)
    times = {row["person"]: (row["hours"], row["helpers_n"]) for row in vault.rows("time_given")}
    assert times == {ann: (150, None), None: (60, 1)}
    assert made.next == {"activity": dropin, "date": DAY, "place": None}


def test_a_further_sheet_adds_to_the_session_and_what_is_noted_there_stays(vault: Vault, dropin: int) -> None:
    ann, bo, cal = (person(vault, name) for name in ("Ann", "Bo", "Cal"))
    registering.save(
        vault, Filled({"activity": dropin, "date": DAY, "people_n": 20, "came": [cal]}, {ann: 60})
    )
    begins: Values = {"activity": dropin, "date": DAY}
    first = sign(vault, begins, Row(bo), Row(unread=True))
    sign(vault, first.next, Row(ann, helped=True, hours="30m"), Row(cal), Row(unread=True), unnamed=1)
    (session,) = vault.rows("session")
    assert session["came"] == sorted([bo, cal])
    assert session["people_n"] == 20  # twenty were counted: the four on the sheets are among them
    assert [row["hours"] for row in vault.rows("time_given")] == [90]


def test_those_without_a_name_are_counted_over_all_sheets(vault: Vault, dropin: int) -> None:
    bo = person(vault, "Bo")
    first = sign(vault, {"activity": dropin, "date": DAY}, Row(bo), Row(unread=True))
    sign(vault, first.next, Row(unread=True), Row(unread=True), unnamed=1)
    assert vault.rows("session")[0]["people_n"] == 4


def test_a_new_activity_is_made_once_for_the_whole_pile(vault: Vault) -> None:
    ann = person(vault, "Ann")
    first = sign(vault, {"activity": New("activity", "Walk"), "date": DAY}, Row(ann))
    assert isinstance(first.next["activity"], int)
    sign(vault, first.next, Row(person(vault, "Bo")))
    assert len(vault.rows("activity")) == len(vault.rows("session")) == 1


def test_an_empty_sheet_and_a_time_that_is_none_are_not_kept(vault: Vault, dropin: int) -> None:
    begins: Values = {"activity": dropin, "date": DAY}
    with pytest.raises(Refused):
        sign(vault, begins, Row(), Row())
    with pytest.raises(NotSound):
        sign(vault, begins, Row(person(vault, "Ann"), helped=True, came_at="noon", went_at="later"))
    with pytest.raises(NotSound):
        sign(vault, {"activity": dropin, "date": "soon"}, Row(unread=True))
    assert not vault.rows("session")


def test_a_tally_joins_the_sign_in_sheets_of_its_session_and_a_second_one_is_asked_about(
    vault: Vault, dropin: int
) -> None:
    ann = person(vault, "Ann")
    sign(vault, {"activity": dropin, "date": DAY}, Row(ann, helped=True, hours="2"))
    counted = Counted({("inclusion_groups", "homeless"): 3})
    values: Values = {"activity": dropin, "date": DAY, "people_n": "12", "helpers_n": "4", "carers_n": ""}
    type_in(vault, Typed("tally", values, counted=counted))
    (session,) = vault.rows("session")
    assert (session["people_n"], session["helpers_n"], session["carers_n"]) == (12, 4, None)
    assert [row["hours"] for row in vault.rows("time_given", person=ann)] == [120]
    assert [(row["code"], row["n"]) for row in vault.rows("tally")] == [("homeless", 3)]
    with pytest.raises(NotSound) as refused:
        type_in(vault, Typed("tally", values, counted=counted))
    assert all(one.asked for one in refused.value.problems)
    type_in(vault, Typed("tally", values, counted=counted, known=refused.value.problems))
    assert len(vault.rows("session")) == 2


def test_a_contact_and_words_are_kept_as_on_their_own_forms(vault: Vault) -> None:
    made = type_in(vault, Typed("contact", {"date": DAY, "who_for": "carer", "matters_words": "Sleep"}))
    assert made.next == {"date": DAY, "who_for": "carer"}
    type_in(vault, Typed("said", {"heard_on": DAY, "words": "Good tea", "may_quote": "unnamed"}))
    type_in(vault, Typed("said", {"heard_on": DAY, "words": "Cold hall", "may_quote": None}))
    assert [row["matters_words"] for row in vault.rows("support")] == ["Sleep"]
    assert [row["use"] for row in vault.rows("consent")] == ["quote_words"]


def test_a_consent_form_is_one_consent_for_each_tick_with_the_words_over_it(vault: Vault) -> None:
    values: Values = {
        "person": New("person", "Cal"),
        "uses": ["contact_me", "photo"],
        "scope": "only_us",
        "given_on": DAY,
    }
    made = type_in(vault, Typed("agreed", values))
    rows = vault.rows("consent")
    assert {row["use"] for row in rows} == {"contact_me", "photo"}
    assert {row["person"] for row in rows} == {vault.rows("person")[0]["id"]}
    assert all(
        "You decide." in str(row["wording"]) and "ask Our Carers" in str(row["wording"]) for row in rows
    )
    assert made.changed.unit is not None
    recording.undo(vault, made.changed.unit)
    assert not vault.rows("consent")
    assert not vault.rows("person")


@pytest.mark.parametrize(
    ("person_", "uses"), [(None, ["photo"]), ("Cal", ["photo"]), (New("person", "Cal"), None)]
)
def test_a_consent_without_a_name_or_a_tick_is_none(vault: Vault, person_: object, uses: object) -> None:
    with pytest.raises(NotSound):
        type_in(vault, Typed("agreed", {"person": person_, "uses": uses}))
    assert not vault.rows("consent")
    assert not vault.rows("person")


def test_a_pile_is_taken_back_as_a_whole_and_what_was_taken_back_before_is_left(
    vault: Vault, dropin: int
) -> None:
    begins: Values = {"activity": dropin, "date": DAY}
    units = [sign(vault, begins, Row(person(vault, f"P{n}"))).changed.unit or 0 for n in range(3)]
    assert typed_in.still_kept(vault, units) == set(units)
    recording.undo(vault, units[2])
    assert typed_in.still_kept(vault, units) == set(units[:2])
    assert typed_in.take_back(vault, units) == 0
    assert not vault.rows("session")
    assert len(vault.rows("person")) == 3
