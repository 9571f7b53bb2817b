"""A group leaves with everything, and comes back from it as it was; or nothing is written at all."""

import csv
import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import frictionless
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.actions.everything import fill, held
from tests.conftest import LONG
from tests.vaults import PASSPHRASE, as_somebody_else
from vcse_desktop.actions.checking import check_pack
from vcse_desktop.actions.coming_back import bring_everything_in, is_empty
from vcse_desktop.actions.leaving import Stopped, leave_with_everything, proposed, whole_place
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.exchange.leaving import files, tables
from vcse_desktop.exchange.leaving.descriptor import sealed
from vcse_desktop.exchange.leaving.files import DESCRIPTOR, PAGE, path_of
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.roles import HELPER, MEMBER, NotAllowed
from vcse_desktop.store.vault import open_vault

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with nothing in it but the group, to be copied."""
    made, _ = new_vault(tmp_path_factory.mktemp("blank") / "vault", "Our Carers", PASSPHRASE, kdf=FLOOR)
    made.lock()
    return made.folder


def another(blank: Path, place: Path) -> Vault:
    """Return another empty vault, open."""
    shutil.copytree(blank, place)
    return open_vault(place, PASSPHRASE)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with a few records that name each other."""
    ann = add(vault, "person", {"known_as": "=Ann", "phone": "+44 1632 960001", "roles": ["volunteer"]}).ids[
        0
    ]
    swim = add(vault, "activity", {"title": "Swimming", "usual_hours": 90}).ids[0]
    day = {"activity": swim, "date": "2026-11-02", "people_n": 12, "cost": 1250, "came": [ann]}
    session = add(vault, "session", day).ids[0]
    add(vault, "time_given", {"session": session, "person": ann, "hours": 90, "note": "'quoted"})
    add(vault, "tally", {"session": session, "vocab": "age_band", "code": "age_25_34", "n": 3})
    add(vault, "equality", {"person": ann, "vocab": "sex", "code": "not_said", "basis": "art9_consent"})
    with vault.unit("add") as unit:
        unit.attach({"session": session, "caption": "The pool"}, b"\x89PNG of a pool")
        unit.save(
            "own_item", None, {"vocab": "own:community", "code": "x_1", "label": "The estate", "hidden": 0}
        )
    return vault


def left(vault: Vault, place: Path) -> Path:
    """Leave with everything into a new folder there."""
    return leave_with_everything(vault, proposed(place), "en").folder


def table(folder: Path, path: str) -> list[dict[str, str]]:
    """Return the rows of a table as any program reads them."""
    with (folder / path).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def test_other_programs_can_read_it_and_find_it_sound(filled: Vault, tmp_path: Path) -> None:
    person = filled.rows("person")[0]["id"]
    with filled.unit("remove") as unit:
        unit.remove("person", int(str(person)))  # what names her still leads somewhere
    folder = left(filled, tmp_path)
    report = frictionless.validate(str(folder / DESCRIPTOR))
    assert report.valid, report.flatten(["name", "type", "note"])
    said = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    schemas = {one["name"]: one["schema"] for one in said["resources"] if "schema" in one}
    keys = [key["reference"]["resource"] for key in schemas["time-given"]["foreignKeys"]]
    assert keys == ["session", "activity", "person"]
    rules = {field["name"]: field.get("constraints", {}) for field in schemas["session"]["fields"]}
    assert rules["date"] == {"required": True} and "counted" in rules["certainty"]["enum"]
    (gone,) = table(folder, path_of("person"))
    assert gone["gone"] == "true" and not gone["known_as"]
    (folder / path_of("time_given")).write_text("id\n1\n", "utf-8")
    changed = frictionless.Package(str(folder / DESCRIPTOR)).get_resource("time-given")
    assert not changed.validate().valid


def test_it_says_in_every_place_that_it_holds_personal_data_and_no_cell_calculates(
    filled: Vault, tmp_path: Path
) -> None:
    folder = left(filled, tmp_path)
    assert "personal data" in folder.name and "personal data" in (folder / PAGE).read_text("utf-8")
    assert "Personal data" in json.loads((folder / DESCRIPTOR).read_text("utf-8"))["description"]
    every = [file for file in folder.rglob("*") if file.is_file()]
    assert all("personal-data" in f.name for f in every if f.name not in (DESCRIPTOR, "lists.csv"))
    for file in every:
        if file.suffix == ".csv":
            with file.open(encoding="utf-8-sig", newline="") as stream:
                assert not [c for row in csv.reader(stream) for c in row if c.startswith(FORMULAS)], file.name
    book = CalamineWorkbook.from_path(str(folder / files.BOOK))
    rows = book.get_sheet_by_name("Person").to_python()
    assert rows[1][rows[0].index("What people call them")] == "=Ann"
    hours = book.get_sheet_by_name("Time given").to_python()
    assert hours[1][hours[0].index("Hours, altogether (hours)")] == 1.5
    assert hours[1][hours[0].index("Who")] == "=Ann"
    assert "personal data" in str(book.get_sheet_by_index(0).to_python())


def test_the_history_is_there_for_anybody_to_read(filled: Vault, tmp_path: Path) -> None:
    person = int(str(filled.rows("person")[0]["id"]))
    with filled.unit("edit") as unit:
        unit.save("person", person, {"known_as": "Anna"})
    told = table(left(filled, tmp_path), files.HISTORY)
    named = [one for one in told if (one["table"], one["field"]) == ("person", "known_as")]
    assert [(one["what"], one["before"], one["after"]) for one in named] == [
        ("changed", "", "'=Ann"),
        ("changed", "'=Ann", "Anna"),
    ]
    assert all(one["when"] and one["who"] for one in named)
    assert [one["what"] for one in told if one["field"] == "came"] == ["linked"]
    assert not [one for one in told if one["table"] == "slot"]


def test_lists_have_what_the_group_added(filled: Vault, tmp_path: Path) -> None:
    found = [one for one in table(left(filled, tmp_path), files.LISTS) if one["own"] == "true"]
    assert [(one["list"], one["code"], one["label"]) for one in found] == [
        ("own:community", "x_1", "The estate")
    ]


def test_nothing_of_it_passes_for_a_pack(filled: Vault, tmp_path: Path) -> None:
    folder = left(filled, tmp_path)
    packed = Path(shutil.make_archive(str(tmp_path / "sent"), "zip", folder))
    names = {file.name for file in folder.rglob("*")}
    assert not names & {"bagit.txt", "manifest-sha256.txt", "pack.json", "report.pdf"}
    for file in (folder, packed):
        assert check_pack(file, None).result.verdict is Verdict.NOT_A_PACK


@pytest.mark.parametrize("role", [HELPER, MEMBER])
def test_it_is_for_keepers_alone(filled: Vault, tmp_path: Path, role: str) -> None:
    folder = left(filled, tmp_path)
    with as_somebody_else(filled, role) as vault:
        with pytest.raises(NotAllowed):
            leave_with_everything(vault, tmp_path / "out", "en")
        with pytest.raises(NotAllowed):
            bring_everything_in(vault, folder)
    assert not (tmp_path / "out").exists()


def test_it_is_never_written_over_something_or_into_the_vault(filled: Vault, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for place in (tmp_path / "out", tmp_path / "not there" / "out", filled.folder / "out"):
        with pytest.raises((Refused, WorldError)):
            leave_with_everything(filled, place, "en")
    assert not list((tmp_path / "out").iterdir())
    first = left(filled, tmp_path)
    assert proposed(tmp_path).name == f"{first.name} 2"
    with pytest.raises(Refused):
        whole_place(filled, "somewhere")


@pytest.mark.parametrize("step", [0, 1, 5, 9])
def test_a_stop_leaves_nothing(filled: Vault, tmp_path: Path, step: int) -> None:
    before, asked = set(tmp_path.iterdir()), iter(range(10**6))
    with pytest.raises(Stopped):
        leave_with_everything(filled, tmp_path / "out", "en", cancelled=lambda: next(asked) >= step)
    assert set(tmp_path.iterdir()) == before
    assert is_whole(filled)


def is_whole(vault: Vault) -> bool:
    """Say whether nothing is wrong with a vault."""
    return not vault.verify()


@pytest.mark.parametrize("fault", [(errno.ENOSPC, "room"), (errno.EIO, "written")])
@pytest.mark.parametrize("where", ["table", "book"])
def test_a_full_disk_and_a_stick_that_is_gone_are_told_in_words(
    filled: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: tuple[int, str], where: str
) -> None:
    number, title = fault

    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    if where == "table":
        monkeypatch.setattr(tables.Table, "write", fails)
    else:
        monkeypatch.setattr("zipfile.ZipFile.write", fails)
    before = set(tmp_path.iterdir())
    with pytest.raises(WorldError, match=title):
        leave_with_everything(filled, tmp_path / "out", "en")
    assert set(tmp_path.iterdir()) == before


def test_what_is_written_meanwhile_is_not_in_it_and_nobody_waits(filled: Vault, tmp_path: Path) -> None:
    def meanwhile(*_: object) -> None:
        if len(filled.rows("person")) < 3:
            add(filled, "person", {"known_as": "Late"})

    folder = leave_with_everything(filled, tmp_path / "out", "en", progress=meanwhile).folder
    assert len(table(folder, path_of("person"))) == 1 and len(filled.rows("person")) == 3
    assert is_whole(filled)


def test_all_of_it_comes_back_as_one_step_that_undo_takes_back(
    filled: Vault, blank: Path, tmp_path: Path
) -> None:
    folder = left(filled, tmp_path)
    with another(blank, tmp_path / "other") as vault:
        assert is_empty(vault)
        us = vault.rows("organisation")
        back = bring_everything_in(vault, folder)
        assert back.attachments == 1 and held(vault) == held(filled)
        assert vault.rows("organisation") == filled.rows("organisation")
        assert len(vault.rows("organisation", is_us=True)) == 1
        assert vault.search("ann") and is_whole(vault)
        with pytest.raises(Refused, match="not empty"):
            bring_everything_in(vault, folder)
        assert back.changed.unit is not None
        assert vault.undo(back.changed.unit) == []
        assert is_empty(vault) and vault.rows("organisation") == us
        bring_everything_in(vault, folder)
        assert held(vault) == held(filled) and is_whole(vault)


def test_one_who_came_and_was_removed_since_leaves_no_link_to_nowhere(
    vault: Vault, blank: Path, tmp_path: Path
) -> None:
    ann = add(vault, "person", {"known_as": "Ann"}).ids[0]
    swim = add(vault, "activity", {"title": "Swimming"}).ids[0]
    add(vault, "session", {"activity": swim, "date": "2026-11-02", "came": [ann]})
    with vault.unit("remove") as unit:
        unit.remove("person", ann)
    folder = left(vault, tmp_path)
    with another(blank, tmp_path / "other") as other:
        bring_everything_in(other, folder)
        assert held(other) == held(vault)


def test_a_stop_on_the_way_back_leaves_the_vault_empty(filled: Vault, blank: Path, tmp_path: Path) -> None:
    folder = left(filled, tmp_path)
    with another(blank, tmp_path / "other") as vault:
        for step in (0, 30, 50, 57):
            count = iter(range(10**6))
            with pytest.raises(Stopped):
                bring_everything_in(vault, folder, cancelled=partial(_later, count, step))
            assert is_empty(vault) and vault.units()[0].why != "import"
        assert is_whole(vault)


def _later(count: Iterator[int], step: int) -> bool:
    return next(count) >= step


def _cut(folder: Path) -> None:
    file = folder / path_of("session")
    file.write_bytes(file.read_bytes()[:-20])


def _newer(folder: Path, **ours: object) -> None:
    said = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    said["vcse"] |= ours
    (folder / DESCRIPTOR).write_text(json.dumps(said), "utf-8")


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no descriptor": (lambda folder: (folder / DESCRIPTOR).unlink(), "no folder with everything"),
    "no JSON": (lambda folder: (folder / DESCRIPTOR).write_text("[" * 10**5), "no folder with everything"),
    "another package": (lambda folder: (folder / DESCRIPTOR).write_text('{"resources": []}'), "no folder"),
    "newer": (lambda folder: _newer(folder, format=99), "needs a newer program"),
    "a file less": (lambda folder: (folder / path_of("person")).unlink(), "is missing"),
    "a picture less": (lambda folder: next((folder / "attachments").iterdir()).unlink(), "is missing"),
    "cut": (_cut, "was changed or is damaged"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_whole_is_refused_in_words(
    filled: Vault, blank: Path, tmp_path: Path, fault: str
) -> None:
    folder = left(filled, tmp_path)
    spoil, said = FAULTS[fault]
    spoil(folder)
    with another(blank, tmp_path / "other") as vault:
        with pytest.raises((Refused, WorldError), match=said):
            bring_everything_in(vault, folder)
        assert is_empty(vault)


def rewritten(folder: Path, path: str, old: str, new: str) -> None:
    """Change a table and its digest: somebody means to."""
    file = folder / path
    file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))
    said = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    for one in said["resources"]:
        if one["path"] == path:
            one.update(sealed(file))
    (folder / DESCRIPTOR).write_text(json.dumps(said), "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        ("2026-11-02", "2026-99-02", "does not fit"),
        ("2026-11-02", "yesterday", "does not fit"),
        (",12,", ",twelve,", "does not fit"),
        (",12,", f",{10**30},", "does not fit"),
        ("people_n", "people_of_tomorrow", "newer program"),
        ("12.50", "NaN", "does not fit"),
        ("2026-11-02", '2026-11-02"', "does not fit"),
        (",2026-11-02,", ',"2026"-11-02,', "was changed"),
    ],
)
def test_what_makes_no_sense_is_refused_by_file_and_row(
    filled: Vault, blank: Path, tmp_path: Path, change: tuple[str, str, str]
) -> None:
    old, new, said = change
    folder = left(filled, tmp_path)
    rewritten(folder, path_of("session"), old, new)
    with another(blank, tmp_path / "other") as vault:
        with pytest.raises(Refused, match=said):
            bring_everything_in(vault, folder)
        assert is_empty(vault)


def test_a_link_that_leads_nowhere_is_refused(filled: Vault, blank: Path, tmp_path: Path) -> None:
    folder = left(filled, tmp_path)
    person = table(folder, path_of("person"))[0]["id"]
    rewritten(folder, path_of("time_given"), person, "0000000000001")
    with another(blank, tmp_path / "other") as vault:
        with pytest.raises(Refused, match="does not fit"):
            bring_everything_in(vault, folder)
        assert is_empty(vault)


EXAMPLES = 150 if LONG else 6


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a new place each time."""
    return (tmp_path_factory.mktemp("round") for _ in range(10**6))


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_whatever_a_vault_holds_comes_back(places: Iterator[Path], blank: Path, data: st.DataObject) -> None:
    place = next(places)
    with another(blank, place / "one") as one, another(blank, place / "two") as two:
        ids = fill(one, data)
        living = [person for person in ids["person"] if one.row("person", person)]
        for person in living[: data.draw(st.integers(0, 1))]:
            one.erase(one.plan_erasure("person", person))
        folder = left(one, place)
        back = bring_everything_in(two, folder)
        assert held(two) == held(one)
        assert back.records == sum(len(one.rows(kind)) for kind in TABLES)
        if LONG:  # it takes seconds
            report = frictionless.validate(str(folder / DESCRIPTOR))
            assert report.valid, report.flatten(["name", "type", "note"])
    shutil.rmtree(place)
