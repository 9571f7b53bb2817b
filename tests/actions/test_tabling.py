"""What a list shows can be taken along: its rows in its order, in words, and nothing that calculates."""

import csv
import errno
import os
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.vaults import as_somebody_else
from vcse_desktop.actions import tabling
from vcse_desktop.actions.filtering import Filter, Part
from vcse_desktop.actions.listing import Wanted
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.tabling import Stopped, as_text, proposed_name, save, tabled
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import WorldError
from vcse_desktop.store.roles import HELPER, MEMBER, NotAllowed


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with people and sessions."""
    for name in ("Ann", "=SUM(A1)", "Zoë"):
        add(vault, "person", {"known_as": name, "phone": "+44 1632" if name == "Ann" else None})
    swim = add(vault, "activity", {"title": "Swimming"}).ids[0]
    for day, n in (("2026-11-02", 12), ("2026-11-09", None)):
        add(vault, "session", {"activity": swim, "date": day, "people_n": n, "cost": 1250})
    return vault


def test_it_has_the_rows_of_the_list_in_its_order_and_every_field_that_is_filled(filled: Vault) -> None:
    made = tabled(filled, "session", "en", Wanted())
    assert made.headings == ["Activity", "Date", "How many came, without helpers?", "What it cost (£)"]
    assert [row[:3] for row in made.rows] == [
        ["Swimming", date(2026, 11, 9), None],
        ["Swimming", date(2026, 11, 2), 12],
    ]
    assert [row[made.headings.index("What it cost (£)")] for row in made.rows] == [12.5, 12.5]
    assert len(made.lines) == 2 and "Swimming" in made.lines[0][0]
    searched = tabled(filled, "person", "en", Wanted("ann"))
    assert [row[0] for row in searched.rows] == ["Ann"] and searched.headings[1] == "Phone"


def test_it_says_that_it_holds_personal_data_when_it_does(filled: Vault, tmp_path: Path) -> None:
    people, activities = (tabled(filled, kind, "en", Wanted()) for kind in ("person", "activity"))
    assert "personal data" in people.note and not activities.note
    assert "personal data" in proposed_name("person", date(2026, 11, 30))
    for ending in (".csv", ".xlsx"):
        save(people, tmp_path / f"people{ending}")
        save(activities, tmp_path / f"activities{ending}")
    assert "personal data" in (tmp_path / "people.csv").read_text("utf-8-sig")
    assert "personal data" not in (tmp_path / "activities.csv").read_text("utf-8-sig")
    assert len(CalamineWorkbook.from_path(str(tmp_path / "people.xlsx")).sheet_names) == 2
    assert len(CalamineWorkbook.from_path(str(tmp_path / "activities.xlsx")).sheet_names) == 1


def test_no_cell_of_it_calculates(filled: Vault, tmp_path: Path) -> None:
    made = tabled(filled, "person", "en", Wanted())
    save(made, tmp_path / "people.csv")
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert "'=SUM(A1)" in cells and "'+44 1632" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=SUM(A1)\t" in as_text(made) and "\n=" not in as_text(made)
    save(made, tmp_path / "people.xlsx")
    rows = CalamineWorkbook.from_path(str(tmp_path / "people.xlsx")).get_sheet_by_index(0).to_python()
    assert "=SUM(A1)" in [row[0] for row in rows]


def test_a_filter_of_the_list_holds(filled: Vault) -> None:
    asked = Filter((Part("date", first="2026-11-05"),))
    made = tabled(filled, "session", "en", Wanted("", asked))
    assert [row[1] for row in made.rows] == [date(2026, 11, 9)]


@pytest.mark.parametrize("role", [HELPER, MEMBER])
def test_it_is_for_keepers_alone(filled: Vault, role: str) -> None:
    with as_somebody_else(filled, role) as vault, pytest.raises(NotAllowed):
        tabled(vault, "activity", "en", Wanted())


def test_a_stop_and_a_full_disk_leave_nothing(
    filled: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Stopped):
        tabled(filled, "person", "en", Wanted(), (None, lambda: True))
    made = tabled(filled, "person", "en", Wanted())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "people.csv").write_text("before")

    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("zipfile.ZipFile.write", fails)
    monkeypatch.setattr(Path, "write_bytes", fails)
    for name in ("people.csv", "people.xlsx"):
        with pytest.raises(WorldError, match="not saved"):
            save(made, tmp_path / "out" / name)
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["people.csv"]
    assert (tmp_path / "out" / "people.csv").read_text() == "before"
    with pytest.raises(WorldError, match="not saved"):
        tabling.save_bytes(b"", tmp_path / "gone" / "people.pdf")
