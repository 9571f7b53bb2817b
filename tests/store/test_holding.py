"""Three people share a vault: each has a slot, a keeper changes who they are, and one of them stays."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.trio import HELPERS, MEMBERS, SECRETS, make_trio, slot_of
from tests.vaults import PASSPHRASE
from vcse_desktop.errors import Refused
from vcse_desktop.store import keysfile, pins
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.drafts import Draft
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.errors import Damaged, WrongKeyOrDamaged
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.recovery import new_code
from vcse_desktop.store.vault import Vault, open_vault, open_with_code, people


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a locked vault of three people, to be copied, and its code."""
    made, code = make_trio(tmp_path_factory.mktemp("trio") / "vault")
    made.lock()
    return made.folder, code


@pytest.fixture
def folder(locked: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(locked[0], tmp_path / "vault"))


@pytest.fixture
def trio(folder: Path) -> Iterator[Vault]:
    with open_vault(folder, PASSPHRASE) as opened:
        yield opened


def roles(folder: Path) -> dict[str, str]:
    return {person.label: person.role for person in people(folder)}


def test_three_people_open_it_each_with_their_own_passphrase(folder: Path, locked: tuple[Path, str]) -> None:
    assert roles(folder) == {"A. K.": "keeper", "Mair": "member", "Huw": "helper"}
    members = set()
    for person in people(folder):
        for label, secret in SECRETS.items():
            if label == person.label:
                with open_vault(folder, secret, slot=person.slot) as opened:
                    assert str(opened.member) == person.slot
                    assert [row["known_as"] for row in opened.rows("person")] == ["Ann"]
                    members.add(opened.member)
            else:
                with pytest.raises(WrongKeyOrDamaged):
                    open_vault(folder, secret, slot=person.slot)
    assert len(members) == 3
    open_with_code(folder, locked[1]).lock()


def test_what_somebody_does_bears_their_number(folder: Path) -> None:
    with open_vault(folder, MEMBERS) as opened:
        with opened.unit("add") as unit:
            unit.save("person", None, {"known_as": "Bo"})
        assert opened.units(1)[0].member == opened.member
        assert str(opened.member) == slot_of(opened, "Mair")


@pytest.mark.parametrize(
    ("label", "secret", "title"),
    [
        ("  ", "long enough words these", "A name is missing"),
        ("mair", "long enough words these", "This name is on the list already"),
        ("New", "short", "This passphrase is too short"),
    ],
)
def test_nobody_is_added_without_a_name_of_their_own_and_a_passphrase(
    trio: Vault, label: str, secret: str, title: str
) -> None:
    before = (trio.folder / "vault.keys").read_bytes()
    with pytest.raises(Refused, match=title):
        trio.add_person(label, "member", secret, kdf=FLOOR)
    assert (trio.folder / "vault.keys").read_bytes() == before


def test_another_name_and_role_keep_the_passphrase(trio: Vault) -> None:
    huw = slot_of(trio, "Huw")
    trio.change_person(huw, label="Huw  Jones")
    trio.change_person(huw, role="keeper")
    trio.lock()
    assert roles(trio.folder)["Huw Jones"] == "keeper"
    open_vault(trio.folder, HELPERS, slot=huw).lock()


def test_the_last_keeper_stays_a_keeper_and_stays(trio: Vault) -> None:
    me = str(trio.member)
    changes: list[Callable[[], object]] = [
        lambda: trio.remove_person(me),
        lambda: trio.change_person(me, role="member"),
    ]
    for change in changes:
        with pytest.raises(Refused, match="A keeper has to stay"):
            change()
    trio.change_person(slot_of(trio, "Mair"), role="keeper")
    trio.change_person(me, role="member")
    assert sorted(roles(trio.folder).items()) == [("A. K.", "member"), ("Huw", "helper"), ("Mair", "keeper")]


def test_somebody_removed_opens_it_no_more_and_cannot_be_removed_twice(trio: Vault) -> None:
    huw = slot_of(trio, "Huw")
    trio.remove_person(huw)
    with pytest.raises(Refused, match="not on the list any more"):
        trio.remove_person(huw)
    trio.lock()
    assert "Huw" not in roles(trio.folder)
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(trio.folder, HELPERS)
    with open_vault(trio.folder, PASSPHRASE) as opened:
        assert opened.verify() == []
        assert opened.undo(opened.units(1)[0].id)  # undo leaves slots alone
        assert "Huw" not in {slot["label"] for slot in opened.slots()}


def test_an_older_file_of_keys_put_back_lets_nobody_in_again(trio: Vault, tmp_path: Path) -> None:
    old = (trio.folder / "vault.keys").read_bytes()
    trio.remove_person(slot_of(trio, "Huw"))
    trio.lock()
    for name in ("vault.keys", "vault.keys.bak"):
        (trio.folder / name).write_bytes(old)
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(trio.folder, HELPERS)
    open_vault(trio.folder, PASSPHRASE).lock()
    assert "Huw" not in roles(trio.folder)


def test_a_new_sheet_takes_the_place_of_the_old_one_once_it_is_typed_back(
    trio: Vault, locked: tuple[Path, str]
) -> None:
    code, other = new_code(), new_code()
    with pytest.raises(Refused, match="not the code on the new sheet"):
        trio.replace_sheet(code, other)
    with pytest.raises(Refused, match="slip"):
        trio.replace_sheet(code, code[:-1])
    assert not trio.rehearsed
    trio.rehearse(locked[1])
    trio.replace_sheet(code, code.lower().replace("-", " "))
    assert trio.rehearsed
    with pytest.raises(Refused, match="does not open"):
        trio.rehearse(locked[1])
    trio.lock()
    with pytest.raises(WrongKeyOrDamaged):
        open_with_code(trio.folder, locked[1])
    open_with_code(trio.folder, code).lock()


def test_a_change_that_the_disk_refuses_leaves_everybody_as_they_were(trio: Vault) -> None:
    before = (trio.folder / "vault.keys").read_bytes(), roles(trio.folder)
    (trio.folder / "vault.keys.new").mkdir()
    changes: list[Callable[[], object]] = [
        lambda: trio.add_person("New", "member", "long enough words these", kdf=FLOOR),
        lambda: trio.change_person(slot_of(trio, "Huw"), role="keeper"),
        lambda: trio.remove_person(slot_of(trio, "Huw")),
    ]
    for change in changes:
        with pytest.raises(Exception, match="did not do as asked"):
            change()
    assert ((trio.folder / "vault.keys").read_bytes(), roles(trio.folder)) == before
    assert {slot["label"] for slot in trio.slots()} == {"", *SECRETS}


def test_with_both_files_of_keys_gone_the_newest_backup_says_who_may_open_it(
    trio: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = trio.back_up().file
    trio.remove_person(slot_of(trio, "Huw"))
    trio.lock()
    for name in ("vault.keys", "vault.keys.bak"):
        (trio.folder / name).unlink()
    aside = backup.rename(trio.folder / "aside")
    with pytest.raises(Damaged):
        open_vault(trio.folder, PASSPHRASE)
    aside.rename(backup)
    with pytest.raises(WrongKeyOrDamaged):  # whom the backup knows, and the vault no more
        open_vault(trio.folder, HELPERS)
    open_vault(trio.folder, MEMBERS).lock()
    assert roles(trio.folder) == {"A. K.": "keeper", "Mair": "member"}


Doctor = Callable[[dict[str, Any]], None]


def put(**changes: object) -> Doctor:
    return lambda slot: slot.update(changes)


DOCTORED: dict[str, Doctor] = {
    "label": put(label="A. K. "),
    "role": put(role="keeper"),
    "kind": put(kind="recovery"),
    "epoch": put(epoch=2),
    "vault": put(vault="0000000000000"),
    "slot": put(slot="8"),
    "alg": put(alg="argon2id"),
    "kdf": put(kdf={"m": 19456, "t": 3, "p": 1}),
    "pub": lambda slot: slot.update(pub=slot["pub"][::-1]),
    "salt": lambda slot: slot.update(salt=slot["salt"][::-1]),
}


@pytest.mark.parametrize("field", DOCTORED)
def test_a_slot_doctored_in_both_files_opens_nothing(folder: Path, field: str) -> None:
    doctor(folder, DOCTORED[field])
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(folder, MEMBERS)
    with open_vault(folder, PASSPHRASE) as opened:  # who is in heals both files from the table
        assert [keys.is_sound(bytes(opened._inside.data_key)) for keys in keysfile.read(folder)] == [True] * 2
    open_vault(folder, MEMBERS).lock()


@pytest.mark.parametrize("kdf", [{"m": 1 << 30, "t": 10, "p": 1}, {"m": 19456, "t": 1, "p": 1}, {}], ids=str)
def test_costs_out_of_range_are_refused_before_anything_is_derived(folder: Path, kdf: object) -> None:
    for name in ("vault.keys", "vault.keys.bak"):
        found = json.loads((folder / name).read_bytes())
        for slot in found["slots"]:
            slot["kdf"] = kdf
        (folder / name).write_bytes(canonical(found))
    start = time.perf_counter()
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(folder, PASSPHRASE)
    assert time.perf_counter() - start < 0.05


def doctor(folder: Path, change: Doctor) -> None:
    """Change the member's slot in both files."""
    for name in ("vault.keys", "vault.keys.bak"):
        found = json.loads((folder / name).read_bytes())
        change(next(slot for slot in found["slots"] if slot["label"] == "Mair"))
        (folder / name).write_bytes(canonical(found))


def test_with_somebody_go_their_half_written_forms_and_their_pin(trio: Vault) -> None:
    huw, mine = int(slot_of(trio, "Huw")), trio.member
    pin = pins.made("2580")

    def left(con: Connection) -> list[tuple[int, ...]]:
        return con.execute("SELECT member FROM draft UNION ALL SELECT member FROM cover_pin").fetchall()

    trio.keep_drafts(
        [Draft(n, "insight", None, who, "2026-11-21T10:42:00Z", "words") for n, who in ((1, huw), (2, mine))]
    )

    def keep(con: Connection) -> None:
        for who in (huw, mine):
            pins.keep(con, who, pin)

    trio._inside.writer.run(keep)
    trio.remove_person(str(huw))
    assert trio._inside.writer.run(left) == [(mine,), (mine,)]
