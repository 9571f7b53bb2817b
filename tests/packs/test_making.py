"""How a pack is made: the same each time, checked before it has its name, nothing left behind."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.packs.example import (
    BEGIN,
    CHAIR,
    CHARITY,
    ID,
    ISSUED,
    begun,
    checked,
    claims,
    known,
    pack,
    payload,
)
from vcse_desktop.errors import WorldError
from vcse_desktop.i18n import set_language
from vcse_desktop.packs import cms, disk, p256
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.making import NotForSharing, build, freeze, is_there, place_of, sealed, write_pack
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.reports.letter import NOT_FOR_SHARING

CHAIR_ID = key_id(p256.point(CHAIR.key))


def test_making_twice_gives_equal_bytes() -> None:
    assert pack() == pack()
    turned = dict(reversed(payload().items()))
    assert pack(files=turned) == pack()


def test_two_people_sign_one_after_the_other_and_the_document_stays_the_same() -> None:
    statements = begun(need=2, approvers={CHAIR_ID: "Chair of trustees"})
    said = claims(statements, sign_off={"need": 2, "keys": [key_id(p256.point(CHARITY.key)), CHAIR_ID]})
    frozen = freeze("pack", said, payload())
    first = cms.sign(CHARITY.key, CHARITY.certificate, frozen.first, ISSUED)
    unfinished = sealed(frozen, [first])
    assert checked(unfinished.data, known(statements)).verdict is Verdict.UNFINISHED
    second = cms.sign(CHAIR.key, CHAIR.certificate, frozen.first, ISSUED + timedelta(days=3))
    done = sealed(frozen, [first, second])
    assert done.digest == unfinished.digest == frozen.digest
    assert checked(done.data, known(statements)).verdict is Verdict.OK


def test_nobody_signs_before_the_key_is_valid() -> None:
    early = BEGIN - timedelta(days=1)
    with pytest.raises(Broken):
        build("pack", claims(issued=early.strftime("%Y-%m-%dT%H:%M:%SZ")), payload(), [CHARITY])


def test_the_words_for_people_are_in_every_pack() -> None:
    said = pack().data
    assert b"use your own copy of the checker, never one that came with a pack" in said
    notice = build("notice", {**claims(), "notice": ID}, {"data/notice.txt": b"x"}, [CHARITY])
    assert b"never one that came with a pack" in notice.data
    assert b"data/report.pdf" not in notice.data
    assert set_language("en", Path())


def test_a_pack_is_written_and_replaces_an_older_file(tmp_path: Path) -> None:
    file = tmp_path / "pack.zip"
    file.write_bytes(b"old")
    result = write_pack(file, pack())
    assert (result.verdict, result.digest) == (Verdict.UNKNOWN_SIGNER, pack().digest)
    assert file.read_bytes() == pack().data
    assert list(tmp_path.iterdir()) == [file]


def test_an_unfinished_pack_is_written_too(tmp_path: Path) -> None:
    statements = begun(need=2, approvers={CHAIR_ID: "Chair of trustees"})
    said = claims(statements, sign_off={"need": 2, "keys": [key_id(p256.point(CHARITY.key)), CHAIR_ID]})
    assert write_pack(tmp_path / "UNFINISHED.zip", pack(said)).verdict is Verdict.UNFINISHED


def test_it_has_a_name_that_says_so_until_all_have_signed(tmp_path: Path) -> None:
    chosen = tmp_path / "for the council.zip"
    assert place_of(chosen, claims()) == chosen
    waits = claims(begun(need=2, approvers={CHAIR_ID: "Chair of trustees"}))
    assert place_of(chosen, waits) == tmp_path / f"UNFINISHED-{waits['pack']}.zip"


def test_a_file_for_ourselves_alone_is_never_in_a_pack() -> None:
    ours = {"data/notes.txt": f"We thought: {NOT_FOR_SHARING}".encode()}
    with pytest.raises(NotForSharing):
        freeze("pack", claims(), {**payload(), **ours})


def test_what_people_and_programs_read_is_told_apart_from_what_holds_it_together() -> None:
    frozen = freeze("pack", claims(), payload())
    assert frozen.payload == payload()
    assert len(frozen.files) > len(frozen.payload)


def test_a_pack_that_does_not_pass_our_own_check_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "pack.zip"
    file.write_bytes(b"old")
    wrong = pack(files=payload() | {"data/report.pdf": b"no PDF"})
    with pytest.raises(WorldError) as fault:
        write_pack(file, wrong)
    assert fault.value.values == {"why": "payload-contents"}
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_with_another_document_than_was_meant_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(WorldError):
        write_pack(tmp_path / "pack.zip", replace(pack(), digest="sha256:0"))
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as fault:
        write_pack(tmp_path / "no" / "pack.zip", pack())
    assert fault.value.title == "The pack could not be written"


def test_a_scanner_that_holds_the_file_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, held = os.replace, [PermissionError, PermissionError]

    def held_for_a_while(source: Path, target: Path) -> None:
        if held:
            raise held.pop()
        real(source, target)

    monkeypatch.setattr(os, "replace", held_for_a_while)
    monkeypatch.setattr(disk, "_PAUSE", 0)
    write_pack(tmp_path / "pack.zip", pack())
    assert not held
    held += [PermissionError] * 99
    with pytest.raises(WorldError):
        write_pack(tmp_path / "other.zip", pack())
    assert [file.name for file in tmp_path.iterdir()] == ["pack.zip"]


def test_what_must_come_before_the_name_does_and_a_fault_in_it_leaves_nothing(tmp_path: Path) -> None:
    file, seen = tmp_path / "pack.zip", list[bool]()
    write_pack(file, pack(), lambda: seen.append(file.exists()))
    assert seen == [False]
    assert file.exists()

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pack(tmp_path / "other.zip", pack(), stop)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["a file/x.zip", "n" * 300 + ".zip"])
def test_a_name_that_the_disk_does_not_take_is_told_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("mine", "utf-8")
    with pytest.raises(WorldError, match="could not be written"):
        write_pack(tmp_path / name, pack())
    assert [file.name for file in tmp_path.iterdir()] == ["a file"]


def test_the_longest_name_that_the_disk_takes_is_taken(tmp_path: Path) -> None:
    file = tmp_path / ("n" * 250 + ".zip")
    assert not is_there(file)
    write_pack(file, pack())
    assert is_there(file)
    with pytest.raises(WorldError):
        is_there(tmp_path / ("n" * 300))
