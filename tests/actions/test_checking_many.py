"""Many packs in one go: the same answers as one by one, in order, and Stop keeps what was seen."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import plainly
from tests.packs.example import files_of, pack, payload
from tests.packs.test_register import document, history, met
from vcse_desktop.actions import checking_many
from vcse_desktop.actions.checking import Checked, check_pack, they_match
from vcse_desktop.actions.checking_many import check_packs, files_in
from vcse_desktop.actions.unlocking import new_vault
from vcse_desktop.packs import container
from vcse_desktop.packs.memory import load
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import Vault


@pytest.fixture
def partner(tmp_path: Path) -> Iterator[Vault]:
    """The vault of a partner who has compared the digits."""
    vault, _ = new_vault(tmp_path / "partner", "Council", "four words in here", kdf=FLOOR)
    with vault:
        first = tmp_path / "first.zip"
        first.write_bytes(pack().data)
        they_match(vault, check_pack(first, vault))
        yield vault


def a_series(place: Path) -> list[Path]:
    """Write a pack that a second one replaces, the second, and files of other sorts; in a new folder."""
    place.mkdir()
    one = met(document())
    state = {"state": "superseded", "by": 2, "reason": None}
    made = {
        "1 first.zip": document(),
        "2 second.zip": document(2, history(one, n1=state)),
        "3 first again.zip": document(),
        "4 cut.zip": pack().data[:-9],
        "5 no pack.zip": b"Dear all",
        "6 zipped again.zip": container.write(files_of())[:4] + b"\x14" + container.write(files_of())[5:],
        "7 report.zip": payload()["data/report.pdf"],
    }
    for name, data in made.items():
        (place / name).write_bytes(data)
    return sorted(place.iterdir())


def said(checked: Checked) -> tuple[object, ...]:
    """Return what a person is told."""
    return checked.file.name, checked.code, checked.verdict, checked.sentences(), checked.next_step


def test_what_is_remembered_grows_from_one_to_the_next_as_one_by_one(partner: Vault, tmp_path: Path) -> None:
    files = [*a_series(tmp_path / "in"), tmp_path / "nowhere.zip"]
    together = [said(one) for one in check_packs(files, partner)]
    remembered = load(partner)
    other, _ = new_vault(tmp_path / "other", "Council", "four words in here", kdf=FLOOR)
    with other:
        they_match(other, check_pack(tmp_path / "first.zip", other))
        assert [said(check_pack(file, other)) for file in files] == together
        assert load(other) == remembered
    assert [code for _, code, *_ in together] == [0, 0, 23, 12, 10, 13, 0, 3]


def test_so_many_that_other_processes_help(
    partner: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [*a_series(tmp_path / "in"), tmp_path / "nowhere.zip"]
    list(check_packs(files, partner))
    alone = [said(one) for one in check_packs(files, partner)]
    strangers = [said(one) for one in check_packs(files)]
    monkeypatch.setattr(checking_many, "MANY", 2)
    assert [said(one) for one in check_packs(files, partner)] == alone
    assert [said(one) for one in check_packs(files)] == strangers


def test_stop_keeps_what_was_seen(partner: Vault, tmp_path: Path) -> None:
    first, second, *_ = a_series(tmp_path / "in")
    seen: list[Checked] = []
    for one in check_packs([first, second], partner, stopped=lambda: bool(seen)):
        seen.append(one)
    assert [one.file for one in seen] == [first]
    (rows,) = load(partner).documents.values()
    assert [row.sequence for row in rows] == [1]
    going = check_packs([second, first], partner)
    assert next(going).verdict == "OK"
    going.close()
    (rows,) = load(partner).documents.values()
    assert sorted(row.sequence for row in rows) == [1, 2]


def test_a_report_that_is_pulled_out_meanwhile_ends_nothing(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("1.pdf", "2.zip")]
    files[0].write_bytes(payload()["data/report.pdf"])
    files[1].write_bytes(pack().data)

    def pulled() -> bool:
        files[0].unlink(missing_ok=True)
        return False

    first, second = check_packs(files, stopped=pulled)
    assert first.fault
    assert second.verdict == "UNKNOWN_SIGNER"


def test_a_folder_stands_for_the_packs_in_it_unless_it_is_one(tmp_path: Path) -> None:
    files = a_series(tmp_path / "in")
    (tmp_path / "in" / "notes.txt").write_text("x", "utf-8")
    assert files_in([tmp_path / "in", files[0]]) == [*files, files[0]]
    for name, data in files_of():
        file = tmp_path / "unpacked" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    inside = tmp_path / "unpacked" / files_of()[0][0].partition("/")[0]
    assert files_in([inside, tmp_path / "unpacked"]) == [inside, tmp_path / "unpacked"]
    (tmp_path / "unpacked" / "again.zip").write_bytes(b"")
    assert files_in([tmp_path / "unpacked"]) == [tmp_path / "unpacked"]
    (tmp_path / "empty").mkdir()
    assert files_in([tmp_path / "empty"]) == [tmp_path / "empty"]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refused)
    assert [one.verdict for one in check_packs(files_in([tmp_path]))] == ["UNREADABLE"]


def test_the_command_tells_verdicts_apart_one_line_each(tmp_path: Path) -> None:
    files = a_series(tmp_path / "O'Brien's ملفات")
    told = plainly("pack", "check", tmp_path / "O'Brien's ملفات")
    assert (told.status, told.err, len(told.out.splitlines())) == (20, "", len(files))
    plain = plainly("pack", "check", "--json", *files, tmp_path / "nowhere.zip")
    rows = [json.loads(line) for line in plain.out.splitlines()]
    assert [row["code"] for row in rows] == [20, 20, 20, 12, 10, 13, 20, 3]
    assert [row["verdict"] for row in rows][3:] == [
        "DAMAGED",
        "NOT_A_PACK",
        "ALTERED",
        "UNKNOWN_SIGNER",
        "UNREADABLE",
    ]
    assert (rows[6]["kind"], rows[0]["kind"], rows[5]["why"]) == ("report", "pack", "entry-header")
    assert rows[0]["digits"] == rows[6]["digits"] != ""
    assert all(row["says"] and row["next"] for row in rows)
