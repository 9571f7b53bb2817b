"""What stands on the page of a day: the counts, what was logged, what waits, which sessions are usual."""

from datetime import date, timedelta

import pytest

from vcse_desktop.actions import giving, recording, today
from vcse_desktop.actions.entry_day import entered_on
from vcse_desktop.actions.giving import Time
from vcse_desktop.actions.not_yet import Wait
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.figures.gathering import gather

NOW = recording.today()


def ago(days: int) -> str:
    """Return the day so many days ago."""
    return (NOW - timedelta(days=days)).isoformat()


def add(vault: Vault, table: str, /, **values: object) -> int:
    """Add one record and return its id."""
    (made,) = recording.add(vault, table, values).ids
    return made


def waits(vault: Vault) -> dict[str, list[Wait]]:
    """Return what waits by its kind."""
    made: dict[str, list[Wait]] = {}
    for wait in today.waiting(vault, NOW).waits:
        made.setdefault(wait.kind, []).append(wait)
    return made


def test_an_hour_of_somebody_new_is_one_step_and_one_undo(vault: Vault) -> None:
    made = giving.log(vault, Time(90, ago(0), new="Bethan Ŵyn"))
    (person,) = vault.rows("person")
    (row,) = vault.rows("time_given")
    assert (row["person"], row["hours"], row["date"]) == (person["id"], 90, ago(0))
    assert made.kinds == {"person", "time_given"}
    recording.undo(vault, made.unit)
    assert (vault.rows("person"), vault.rows("time_given")) == ([], [])


def test_nobody_is_guessed_from_an_empty_name(vault: Vault) -> None:
    add(vault, "person", known_as="Joan")
    with pytest.raises(NotSound) as refused:
        giving.log(vault, Time(None, ago(0), new=" "))
    assert [one.field for one in refused.value.problems][:2] == ["person", "hours"]
    assert refused.value.problems[0].message == "Type a name, or choose “not by name”."
    assert vault.rows("time_given") == []


def test_a_group_without_names_keeps_its_number_and_its_hours_altogether(vault: Vault) -> None:
    activity = add(vault, "activity", title="Litter pick", time_kind="social_action")
    giving.log(vault, Time(14 * 120, ago(1), people=14, activity=activity, unnamed=True))
    (row,) = vault.rows("time_given")
    assert (row["person"], row["helpers_n"], row["hours"], row["kind"]) == (None, 14, 1680, "social_action")
    with pytest.raises(NotSound) as refused:
        giving.log(vault, Time(60, ago(0), unnamed=True))
    assert [one.field for one in refused.value.problems] == ["helpers_n"]


def test_an_unlikely_length_is_asked_about_once_and_an_impossible_day_is_refused(vault: Vault) -> None:
    joan = add(vault, "person", known_as="Joan")
    long = Time(17 * 60, ago(0), person=joan)
    with pytest.raises(NotSound) as asked:
        giving.log(vault, long)
    assert [one.asked for one in asked.value.problems] == [True]
    giving.log(vault, long, asked.value.problems)
    with pytest.raises(NotSound) as refused:
        giving.log(vault, Time(8 * 60, ago(0), person=joan))
    assert [(one.field, one.asked) for one in refused.value.problems] == [("hours", False)]
    giving.log(vault, Time(7 * 60, ago(0), person=joan))
    with pytest.raises(NotSound):
        giving.log(vault, Time(25 * 60, ago(1), new="Somebody new"))
    assert len(vault.rows("time_given")) == 2


def test_the_week_and_the_month_count_by_the_rules_and_know_their_records(vault: Vault) -> None:
    jon, john = (add(vault, "person", known_as=name) for name in ("Jon", "John"))
    for person in (jon, john):
        giving.log(vault, Time(120, ago(0), person=person))
    recording.change(vault, "person", john, {"merged_into": jon})
    said = add(vault, "insight", words="The bus stops too early.", heard_on=ago(0))
    add(vault, "insight", words="Long ago", heard_on=ago(400))
    add(vault, "support", date=ago(0), who_for="carer", newly_identified=True)
    week = {one.code: one for one in today.week(vault, NOW)}
    assert (week["hours"].amount, len(week["hours"].entries)) == (240, 2)
    assert [entry.who for entry in week["hours"].entries] == ["Jon", "Jon"]
    assert (week["volunteers"].amount, week["volunteers"].entries[0].id) == (1, jon)
    assert [entry.id for entry in week["insights"].entries] == [said]
    month = {one.code: one for one in today.month(vault, NOW)}
    assert (month["hours"].amount, month["people"].amount, month["held"].amount) == (240, 1, 0)
    assert (month["identified_contacts"].amount, month["identified_people"].amount) == (1, 0)
    assert month["identified_contacts"].entries[0].kind == "support"


def test_time_over_a_span_counts_only_its_days_in_the_week(vault: Vault) -> None:
    monday = NOW - timedelta(days=NOW.weekday())
    first = monday - timedelta(days=7)
    days = (NOW - first).days + 1
    add(vault, "time_given", hours=60 * days, date=first.isoformat(), until=ago(0), certainty="estimated")
    week = {one.code: one for one in today.week(vault, NOW)}
    assert week["hours"].amount == 60 * (NOW.weekday() + 1)


def test_a_step_stands_in_the_list_of_today_once_and_can_be_taken_back(vault: Vault) -> None:
    activity = add(vault, "activity", title="Drop-in")
    giving.log(vault, Time(60, ago(3), new="Joan", activity=activity))
    with vault.unit("import") as unit:
        unit.save("time_given", None, {"hours": 60, "date": ago(0)})
    (line,) = today.board(vault, NOW).logged
    assert (line.entry.kind, line.entry.who, line.entry.what, line.entry.minutes) == (
        "time_given",
        "Joan",
        "Drop-in",
        60,
    )
    recording.undo(vault, line.unit)
    board = today.board(vault, NOW)
    assert (list(board.logged), vault.rows("person")) == ([], [])


def test_the_next_time_begins_where_the_last_one_was(vault: Vault) -> None:
    assert today.board(vault, NOW).last == today.LastTime()
    walk = add(vault, "activity", title="Walk")
    giving.log(vault, Time(180, ago(0), people=2, activity=walk, unnamed=True))
    assert today.board(vault, NOW).last == today.LastTime(walk, 90)


def test_sessions_are_usual_by_the_words_for_their_day_or_by_their_last_days(vault: Vault) -> None:
    name = today.WEEKDAYS[NOW.weekday()]
    worded = add(vault, "activity", title="Worded", usual_day=f"Every {name.lower()} at ten")
    habit = add(vault, "activity", title="Habit")
    other = add(vault, "activity", title="Other", usual_day=today.WEEKDAYS[(NOW.weekday() + 1) % 7])
    for weeks in (1, 2):
        add(vault, "session", activity=habit, date=ago(7 * weeks), people_n=10 + weeks)
    add(vault, "session", activity=other, date=ago(6))
    found = {one.activity: one for one in today.board(vault, NOW).usual}
    assert set(found) == {worded, habit}
    assert (found[habit].came, found[habit].last) == (11, NOW - timedelta(days=7))
    add(vault, "session", activity=habit, date=ago(0))
    assert {one.activity for one in today.board(vault, NOW).usual} == {worded}


def test_without_a_usual_session_the_last_one_held_is_offered(vault: Vault) -> None:
    for days in (3, 2):
        activity = add(vault, "activity", title=f"{days} days ago")
        add(vault, "session", activity=activity, date=ago(days))
    assert [one.title for one in today.board(vault, NOW).usual] == ["2 days ago"]


def test_words_wait_for_an_answer_after_thirty_days_until_one_is_begun(vault: Vault) -> None:
    old = add(vault, "insight", words="The lift\nis broken.", heard_on=ago(30))
    add(vault, "insight", words="Fresh", heard_on=ago(29))
    (wait,) = waits(vault)["answer"]
    assert (wait.days, wait.what, wait.record) == (30, "The lift is broken.", ("insight", old))
    add(vault, "response", what="Lift", insights=[old], status="heard")
    assert "answer" not in waits(vault)


def test_people_wait_to_be_told_once_it_is_decided(vault: Vault) -> None:
    said = add(vault, "insight", words="The lift", heard_on=ago(12))
    answer = add(vault, "response", what="Lift", insights=[said], status="planned", due_on=ago(2))
    assert (waits(vault)["due"][0].days, "told" in waits(vault)) == (2, False)
    recording.change(vault, "response", answer, {"status": "done"})
    assert waits(vault)["told"][0].days == 12
    recording.change(vault, "response", answer, {"told_on": ago(0)})
    assert not {"told", "due"} & waits(vault).keys()


def test_volunteers_unheard_for_sixty_days_are_listed_until_they_leave(vault: Vault) -> None:
    joan, ann = (add(vault, "person", known_as=name) for name in ("Joan", "Ann"))
    for person in (joan, ann):
        add(vault, "time_given", person=person, hours=60, date=ago(60))
    add(vault, "insight", words="Still here", person=ann, heard_on=ago(1))
    (wait,) = waits(vault)["unheard"]
    assert (wait.who, wait.days, wait.record) == ("Joan", 60, ("person", joan))
    recording.change(vault, "person", joan, {"left_on": ago(0)})
    assert "unheard" not in waits(vault)


def test_what_people_agreed_to_and_checks_are_listed_before_they_end(vault: Vault) -> None:
    joan = add(vault, "person", known_as="Joan")
    soon, later = (NOW + timedelta(days=days) for days in (10, 31))
    add(vault, "consent", person=joan, use="contact_me", ends_on=soon.isoformat())
    add(vault, "check", person=joan, kind="dbs_basic", ends_on=later.isoformat())
    (wait,) = waits(vault)["consent"]
    assert (wait.who, wait.what, wait.days) == ("Joan", "Contact me", -10)
    assert "check" not in waits(vault)
    add(vault, "consent", person=joan, use="contact_me", ends_on=(soon + timedelta(days=400)).isoformat())
    assert "consent" not in waits(vault)


def test_next_steps_and_agreements_come_up_and_the_sheet_until_it_was_typed_back(vault: Vault) -> None:
    add(vault, "support", date=ago(9), next_step="Ring the council", next_on=ago(1))
    add(vault, "support", date=ago(9), next_step="Closed", next_on=ago(1), closed_on=ago(0))
    us = vault.rows("organisation")[0]["id"]
    recording.change(vault, "organisation", int(str(us)), {"agreement_review": ago(3)})
    found = waits(vault)
    assert [wait.what for wait in found["step"]] == ["Ring the council"]
    assert found["agreement"][0].days == 3
    assert today.waiting(vault, NOW).waits[0].kind == "sheet"
    with vault.unit("edit") as unit:
        unit.set("is_example", True)
    assert "sheet" not in waits(vault)


def test_a_page_of_a_new_vault_is_empty(vault: Vault) -> None:
    board = today.board(vault, NOW)
    assert (board.empty, board.logged, board.usual) == (True, [], [])
    assert [one.amount for one in today.week(vault, NOW)] == [0, 0, 0]


def test_a_record_tells_the_day_on_which_it_was_entered(vault: Vault) -> None:
    add(vault, "person", known_as="Joan")
    (row,) = gather(vault).person
    assert entered_on(int(str(row["id"]))) == NOW
    assert entered_on(1 << 22) == date(2024, 1, 1)
