"""The file of keys may be lost, torn or doctored: the vault opens as long as one honest copy is left."""

import json
import random
from pathlib import Path

import pytest

from tests.store.state import key_of
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store import keysfile
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.errors import Damaged, NewerVault, WrongKeyOrDamaged
from vcse_desktop.store.vault import open_vault, open_with_code, people

Document = dict[str, object]


def lose(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def tear(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:300])


def scramble(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 255 for byte in path.read_bytes()))


def no_list(path: Path) -> None:
    path.write_bytes(b"[]")


def wrong_types(path: Path) -> None:
    path.write_bytes(canonical(json.loads(path.read_bytes()) | {"slots": [1, {}]}))


def nameless(path: Path) -> None:
    found = json.loads(path.read_bytes())
    del found["slots"][0]["label"]
    path.write_bytes(canonical(found))


def other_box(path: Path) -> None:
    found = json.loads(path.read_bytes())
    for slot in found["slots"]:
        slot["lock"]["box"] = slot["lock"]["box"][::-1]
    path.write_bytes(canonical(found))


def without_the_paper(path: Path) -> None:
    found = json.loads(path.read_bytes())
    found["slots"] = found["slots"][:1]
    path.write_bytes(canonical(found))


def another_label(path: Path) -> None:
    found = json.loads(path.read_bytes())
    found["slots"][1]["label"] = "Eve"
    path.write_bytes(canonical(found))


DAMAGES = [
    lose,
    empty,
    tear,
    scramble,
    no_list,
    wrong_types,
    nameless,
    other_box,
    without_the_paper,
    another_label,
]


@pytest.mark.parametrize("name", ["vault.keys", "vault.keys.bak"])
def test_one_damaged_file_of_keys_is_healed(tmp_path: Path, name: str) -> None:
    vault, code = make_vault(tmp_path)
    vault.lock()
    before = people(tmp_path)
    slots = json.loads((tmp_path / name).read_bytes())["slots"]
    for damage in DAMAGES:
        damage(tmp_path / name)
        open_vault(tmp_path, PASSPHRASE).lock()
        assert json.loads((tmp_path / name).read_bytes())["slots"] == slots, damage.__name__
        assert (tmp_path / "vault.keys").read_bytes() == (tmp_path / "vault.keys.bak").read_bytes()
    assert people(tmp_path) == before
    open_with_code(tmp_path, code).lock()


def test_without_any_file_of_keys_the_vault_says_what_is_missing(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    for name in ("vault.keys", "vault.keys.bak"):
        tear(tmp_path / name)
    with pytest.raises(Damaged):
        open_vault(tmp_path, PASSPHRASE)
    with pytest.raises(Damaged):
        people(tmp_path)


def test_a_slot_put_into_the_file_from_outside_is_thrown_out(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    for name in ("vault.keys", "vault.keys.bak"):
        found = json.loads((tmp_path / name).read_bytes())
        found["slots"].append(found["slots"][0] | {"slot": "5", "label": "Eve"})
        (tmp_path / name).write_bytes(canonical(found))
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(tmp_path, PASSPHRASE, slot="5")
    open_vault(tmp_path, PASSPHRASE).lock()
    assert [person.label for person in people(tmp_path)] == ["A. K."]


def test_keys_of_a_newer_program_are_refused(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    found = json.loads((tmp_path / "vault.keys").read_bytes())
    written = canonical(found | {"format": "vcse-vault-keys/2", "mac": found["mac"][::-1]})
    (tmp_path / "vault.keys").write_bytes(written)
    with pytest.raises(NewerVault):
        open_vault(tmp_path, PASSPHRASE)
    assert (tmp_path / "vault.keys").read_bytes() == written


@pytest.mark.parametrize("name", ["vault.keys", "vault.keys.bak"])
def test_a_copy_that_has_rotted_into_another_format_is_healed_from_the_other(
    tmp_path: Path, name: str
) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole.replace(b"vcse-vault-keys/1", b"vcse-vault-keys/0"))
    open_vault(tmp_path, PASSPHRASE).lock()
    healed, other = (json.loads((tmp_path / one).read_bytes()) for one in ("vault.keys", "vault.keys.bak"))
    assert healed == other and healed["slots"] == json.loads(whole)["slots"]
    assert healed["format"] == "vcse-vault-keys/1"


def test_the_file_is_canonical_and_sealed_by_the_data_key(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        key = key_of(vault)
        content = (tmp_path / "vault.keys").read_bytes()
        found: Document = json.loads(content)
        assert content == canonical(found)
        assert found["format"] == "vcse-vault-keys/1"
        assert found["cipher"] == {"name": "sqlcipher", "compat": 4, "page": 4096}
        assert found["serial"] == 1
        assert len(str(found["vault"])) == 13
        read = next(keysfile.read(tmp_path))
        assert read.is_sound(key)
        assert not read.is_sound(bytes(32))
        assert not keysfile.Keys(read.vault, 2, read.serial, read.slots, (), read.mac).is_sound(key)
        vault.change_passphrase(PASSPHRASE, "another phrase of words")
        assert next(keysfile.read(tmp_path)).serial == 2


def test_no_garbage_in_the_file_of_keys_is_more_than_a_damaged_file(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        key = key_of(vault)
        whole = (tmp_path / "vault.keys").read_bytes()
        (tmp_path / "vault.keys.bak").unlink()
    chance = random.Random(5)  # noqa: S311
    contents = [b"[" * 100_000, whole.replace(b'"serial":1', b'"serial":Infinity')]
    contents += [
        whole.replace(b'"vault":"', b'"vault":"\\ud800'),
        whole.replace(b'"mac":"', '"mac":"é'.encode()),
    ]
    for _ in range(500):
        place = chance.randrange(len(whole))
        contents.append(whole[:place] + bytes([chance.randrange(256)]) + whole[place + 1 :])
    for content in contents:
        (tmp_path / "vault.keys").write_bytes(content)
        try:
            found = list(keysfile.read(tmp_path))
        except NewerVault:
            continue
        assert all(not one.is_sound(key) or one.written() == whole for one in found), content
