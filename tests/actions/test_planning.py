"""Sessions to come: listed and counted nowhere, in a calendar file by their days, taken up on the day."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.actions import planning, recording, registering, sheets
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.errors import Refused
from vcse_desktop.store.vault import Vault


def plan(vault: Vault, activity: int, days: int, status: str = "planned") -> int:
    """Keep a session so many days from now, as its form does."""
    day = (today() + timedelta(days=days)).isoformat()
    begun = planning.begun(vault, activity)
    return enter(vault, "session", None, {**begun, "date": day, "status": status, "note": "Ask Joan"}).ids[0]


@pytest.fixture
def hall(vault: Vault) -> int:
    """A drop-in in the hall, with a session planned for tomorrow and one in two weeks, and others."""
    place = recording.add(vault, "place", {"code": "hall", "name": "The hall", "kind": "own"}).ids[0]
    activity = recording.add(vault, "activity", {"title": "Drop-in, Mondays", "place": place}).ids[0]
    walk = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
    for days, status in ((14, "planned"), (1, "planned"), (2, "cancelled"), (-3, "planned")):
        plan(vault, activity, days, status)
    plan(vault, walk, 0)
    registering.save(vault, Filled({"activity": activity, "date": today().isoformat()}))
    return activity


def test_a_file_holds_what_is_planned_from_today_on_by_day_and_no_note(
    vault: Vault, hall: int, tmp_path: Path
) -> None:
    saved = planning.save_calendar(vault, tmp_path / "plans", hall)
    words = saved.file.read_bytes().decode()
    assert (saved.file.name, saved.sessions, words.count("BEGIN:VEVENT")) == ("plans.ics", 2, 2)
    days = [f"{today() + timedelta(days=days):%Y%m%d}" for days in (1, 14)]
    assert [line[-8:] for line in words.split("\r\n") if line.startswith("DTSTART")] == days
    assert words.count("SUMMARY:Drop-in\\, Mondays\r\n") == words.count("LOCATION:The hall\r\n") == 2
    assert "Joan" not in words
    every = planning.save_calendar(vault, tmp_path / "plans.ics")
    assert (every.sessions, "SUMMARY:Walk" in every.file.read_text("utf-8")) == (3, True)


def test_without_a_plan_no_file_is_made_and_who_is_no_keeper_makes_none(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "vault")
    with pytest.raises(Refused, match="planned"):
        planning.save_calendar(made, tmp_path / "plans.ics")
    activity = recording.add(made, "activity", {"title": "Drop-in"}).ids[0]
    with as_somebody_else(made, "helper") as vault:
        plan(vault, activity, 7)  # whoever helps may plan
        with pytest.raises(Refused, match="keeper"):
            planning.save_calendar(vault, tmp_path / "plans.ics")
    assert not (tmp_path / "plans.ics").exists()


def test_on_its_day_a_plan_becomes_the_session_that_ran(vault: Vault) -> None:
    walk = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
    planned = plan(vault, walk, 0)
    sheet = sheets.sheet(vault, walk)
    assert (sheet.record, sheet.planned, sheet.session["status"]) == (planned, True, None)
    registering.save(vault, Filled({**sheet.session, "people_n": 9}, record=sheet.record))
    (row,) = vault.rows("session")
    assert (row["status"], row["people_n"], row["note"]) == (None, 9, "Ask Joan")
    assert not sheets.sheet(vault, session=planned).planned


def test_only_what_is_planned_or_cancelled_on_a_day_to_come_has_no_register_yet(
    vault: Vault, hall: int
) -> None:
    ahead = [row["status"] for row in vault.rows("session") if planning.still_to_come(row)]
    assert sorted(map(str, ahead)) == ["cancelled", "planned", "planned"]
    assert not planning.still_to_come(None)
