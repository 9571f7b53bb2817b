"""A shoebox of spreadsheets: a month of hours, a register and contacts, each brought in and taken back."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.journeys.conftest import ComeIn
from tests.journeys.hands import Hands
from tests.spreadsheets import CONTACTS, as_csv, as_xlsx, last_month, month_grid, register
from vcse_desktop.actions import recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.today import month
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.catalogue import TABLES

State = tuple[object, ...]


@pytest.fixture
def group(vault: Vault) -> None:
    """Two volunteers and a lunch club with one session."""
    joan = recording.add(vault, "person", {"known_as": "Joan Smith"}).ids[0]
    recording.add(vault, "person", {"known_as": "Bethan Rees"})
    lunch = recording.add(vault, "activity", {"title": "Lunch club"}).ids[0]
    day = last_month(today()).isoformat()
    recording.add(vault, "session", {"activity": lunch, "date": day, "people_n": 4})
    recording.add(vault, "time_given", {"person": joan, "date": day, "hours": 60})


def state(vault: Vault) -> State:
    """Return every record there is, and the figures of both months that these files are about."""
    rows = {kind: sorted(vault.rows(kind), key=lambda row: str(row["id"])) for kind in TABLES}
    figures = [month(vault, day) for day in (today(), last_month(today()))]
    return rows, figures


def begin(hands: Hands, file: Path) -> None:
    """Find what brings a spreadsheet in, and say where the file is."""
    hands.press("Ctrl+K")
    hands.type("spreadsheet")
    hands.press("Return")
    hands.window.activateWindow()  # the box over it was another window
    hands.sees("Step 1 of 5")
    hands.go("Or write where the file is")
    hands.paste(str(file))
    hands.press("Return")
    hands.sees("Step 2 of 5")


def undo(hands: Hands, before: State) -> None:
    """Take it back by one key: every figure is as before."""
    assert state(hands.vault()) != before
    hands.press("Alt+U")
    hands.sees("Undone. Everything is as it was before.")
    assert state(hands.vault()) == before
    assert hands.vault().verify() == []


def hours_of(vault: Vault) -> list[tuple[str, str, int]]:
    """Return who gave how many minutes on which day."""
    names = {row["id"]: str(row["known_as"]) for row in vault.rows("person")}
    rows = vault.rows("time_given")
    return sorted((names[row["person"]], str(row["date"]), int(str(row["hours"]))) for row in rows)


def test_a_month_of_volunteer_hours(vault: Vault, group: None, come_in: ComeIn, tmp_path: Path) -> None:
    first = last_month(today())
    hands = come_in()
    before = state(hands.vault())
    begin(hands, as_xlsx(tmp_path / "hours.xlsx", Notes=[["Kept by Nia"]], Hours=month_grid(first)))
    hands.sees("The headings are in row 3.")
    hands.sees("Row 1 is left apart")
    hands.press("Ctrl+Return")
    hands.sees("28 columns are days")
    hands.press("Ctrl+Return")
    hands.sees("How long is “half 2 til 4”?")
    hands.press("Space", "Ctrl+Return")
    hands.sees("Who is J Smith?")
    hands.choose("The same person as Joan Smith")
    hands.press("Ctrl+Return")
    hands.sees("D6: “three bags”")
    hands.fill("D6: what it should say", "3")
    hands.press("Return", "Ctrl+Return")
    hands.sees("Some rows name several people")
    hands.go("Each of them gave")
    hands.press("Space", "Ctrl+Return")
    hands.sees("7 entries of hours")
    hands.sees("Amir")
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")

    def on(day: int) -> str:
        return first.replace(day=day).isoformat()

    assert hours_of(hands.vault()) == [
        ("Amir", on(3), 180),
        ("Bethan Rees", on(2), 90),
        ("Bethan Rees", on(9), 120),
        ("Joan Smith", on(1), 60),
        ("Joan Smith", on(1), 90),
        ("Joan Smith", on(8), 90),
        ("Joan Smith", on(15), 90),
        ("Zed Young", on(3), 180),
    ]
    undo(hands, before)


def test_a_register_with_ticks(vault: Vault, group: None, come_in: ComeIn, tmp_path: Path) -> None:
    first = last_month(today())
    hands = come_in()
    before = state(hands.vault())
    begin(hands, as_xlsx(tmp_path / "register.xlsx", Register=register(first)))
    hands.press("Ctrl+Return", "Ctrl+Return")
    hands.sees("What is it for all of these rows?")
    hands.choose("Lunch club")
    hands.go("They came")
    hands.choose("They did not come")
    hands.press("Ctrl+Return")
    hands.sees("Rows that seem to be there already")
    hands.do("Agree to all suggestions")
    hands.press("Ctrl+Return")
    hands.sees("2 sessions")
    hands.sees("1 record that you have gets what it lacks.")
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")
    inside = hands.vault()
    names = {row["id"]: str(row["known_as"]) for row in inside.rows("person")}
    came = {
        str(row["date"]): sorted(names[one] for one in _ids(row["came"])) for row in inside.rows("session")
    }
    weeks = [(first + timedelta(days=days)).isoformat() for days in (0, 14, 21)]
    both = ["Bethan Rees", "Joan Smith"]
    assert came == dict(zip(weeks, (["Bethan Rees", "Cai Jones", "Joan Smith"], both[:1], both), strict=True))
    undo(hands, before)


def test_contacts_with_doubles(vault: Vault, group: None, come_in: ComeIn, tmp_path: Path) -> None:
    hands = come_in()
    before = state(hands.vault())
    begin(hands, as_csv(tmp_path / "contacts.csv", CONTACTS))
    hands.press("Ctrl+Return", "Ctrl+Return")
    hands.sees("It is nearly “Volunteer”.")
    hands.do("“voluntear” is “Volunteer”")
    hands.go("What “boss” means")
    hands.press("End", "Ctrl+Return")
    hands.sees("It seems to be Bethan Rees, who is in your records already")
    hands.sees("It seems to stand in the file twice, also in row 3")
    hands.do("Agree to all suggestions")
    hands.press("Ctrl+Return")
    hands.sees("2 people")
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")
    people = {str(row["known_as"]): row for row in hands.vault().rows("person")}
    assert sorted(people) == ["Bethan Rees", "Cai Jones", "Joan Smith", "Zed Young"]
    assert people["Bethan Rees"]["phone"] and people["Bethan Rees"]["email"] == "bethan@example.org"
    assert people["Cai Jones"]["roles"] is None, "a blank stays blank"
    hands.press("Space")
    hands.sees("4 people")
    undo(hands, before)


def _ids(value: object) -> list[object]:
    return value if isinstance(value, list) else []
