"""A torn log gives whole units; a bit that rots is found or does no harm; neither is ever shown as data."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.faults.disk import laid, taken
from tests.faults.judging import after_a_crash, with_rot
from tests.faults.stores import OURS, PLAIN, OpenVault, Store
from tests.faults.tally import SILENT, Tally
from tests.vaults import PASSPHRASE, THEIRS, as_somebody_else, make_vault
from vcse_desktop.errors import VcseError
from vcse_desktop.store.backup_key import by_passphrase
from vcse_desktop.store.errors import Damaged, NewerVault, WrongKeyOrDamaged
from vcse_desktop.store.restoring import rehearse
from vcse_desktop.store.vault import open_vault, open_with_code

TORN = 100 if LONG else 12
ROTTEN_DATA, ROTTEN_KEYS, ROTTEN_BACKUPS = (200, 200, 200) if LONG else (50, 30, 20)
UNITS = 30
"""As many as the log holds before it is taken in: only then does the file beside it know nothing of them."""
BOTH = pytest.mark.parametrize("store", [OURS, PLAIN], ids=lambda store: store.name)


@dataclass(frozen=True, slots=True)
class Copies:
    """The files of a store while it was open, and after it was closed."""

    open: Mapping[str, bytes]
    shut: Mapping[str, bytes]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Copies]:
    """Of each kind of store, with the same units in it."""
    made = {}
    for store in (OURS, PLAIN):
        folder = tmp_path_factory.mktemp("torn") / "made"
        store.make(folder)
        with store.open(folder) as opened:
            before = taken(folder)
            for number in range(1, UNITS + 1):
                opened.do(number)
            while_open = taken(folder)
        assert while_open["data.db"] == before["data.db"]
        made[store.name] = Copies(while_open, taken(folder))
    return made


def flipped(content: bytes, place: int, bit: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :]


def rotten(files: Mapping[str, bytes], tally: Tally, *names: str) -> tuple[dict[str, bytes], str]:
    """Return the files with one bit of each of these changed, and where."""
    changed, where = dict(files), []
    for name in names:
        place, bit = tally.chance.randrange(len(files[name])), tally.chance.randrange(8)
        changed[name] = flipped(files[name], place, bit)
        where.append(f"{name} byte {place} bit {bit}")
    return changed, ", ".join(where)


@BOTH
def test_a_torn_log_opens_to_whole_units(
    copies: dict[str, Copies], store: Store, tmp_path: Path, tally: Tally
) -> None:
    files = copies[store.name].open
    log, seen = files["data.db-wal"], set()
    for number in range(TORN):
        place = tally.chance.randrange(32, len(log))
        torn = log[:place] if number % 2 else flipped(log, place, number % 8)
        folder = laid({**files, "data.db-wal": torn}, tmp_path / str(number))
        with store.open(folder) as opened:
            seen.add(opened.found().units)
        tally.tried(store.name, "torn logs")
        tally.harm(store.name, after_a_crash(store, folder, 0), f"byte {place}")
        shutil.rmtree(folder)
    assert len(seen) > TORN // 4


def test_a_log_that_was_being_taken_in_is_no_damage(copies: dict[str, Copies], tmp_path: Path) -> None:
    files = copies[OURS.name].open
    data, log = files["data.db"], files["data.db-wal"]
    frames = [log[place : place + 4] for place in range(32, len(log), 24 + 4096)]
    page = next(number for number in (int.from_bytes(one) for one in frames) if 1 < number * 4096 < len(data))
    half = data[: page * 4096 - 4096] + b"half written" + data[page * 4096 - 4084 :]
    assert after_a_crash(OURS, laid({**files, "data.db": half}, tmp_path / "half"), UNITS) == ""


@BOTH
def test_a_bit_that_rots_in_the_data_is_found_and_never_shown(
    copies: dict[str, Copies], store: Store, tmp_path: Path, tally: Tally
) -> None:
    for number in range(ROTTEN_DATA):
        files, where = rotten(copies[store.name].shut, tally, "data.db")
        folder = laid(files, tmp_path / str(number))
        tally.tried(store.name, "bits of data changed")
        tally.harm(store.name, with_rot(store, folder, UNITS, named=store is OURS), where)
        shutil.rmtree(folder)


def test_a_bit_that_rots_in_the_keys_is_found_or_healed(tmp_path: Path, tally: Tally) -> None:
    vault, code = make_vault(tmp_path / "made")
    as_somebody_else(vault, "helper").lock()
    files = taken(vault.folder)
    secrets = {PASSPHRASE: "keeper", THEIRS: "helper", code: "keeper"}
    kinds = (("vault.keys",), ("vault.keys.bak",), ("vault.keys", "vault.keys.bak"))
    for number in range(ROTTEN_KEYS):
        changed, where = rotten(files, tally, *kinds[number % 3])
        folder = laid(changed, tmp_path / str(number))
        secret = tally.chance.choice(list(secrets))
        tally.tried("vault", "bits of keys changed")
        try:
            with (open_with_code if secret == code else open_vault)(folder, secret) as opened:
                right = opened.role == secrets[secret] and opened.verify() == []
            healed = [json.loads((folder / name).read_bytes())["slots"] for name in kinds[2]]
            right = right and healed == [json.loads(files["vault.keys"])["slots"]] * 2
            tally.harm("vault", "" if right else SILENT, where)
        except (
            Damaged,
            WrongKeyOrDamaged,
            NewerVault,
        ):  # one copy may name a newer format, the other be gone
            assert len(kinds[number % 3]) == 2, f"one whole file of keys is enough, but not after {where}"
        shutil.rmtree(folder)


def test_a_bit_that_rots_in_a_backup_is_found(tmp_path: Path, tally: Tally) -> None:
    vault, _ = make_vault(tmp_path / "made")
    with vault:
        OpenVault(vault).do(1)
        file = vault.back_up().file
    whole = file.read_bytes()
    assert rehearse(file, by_passphrase(PASSPHRASE)).records > 0
    for number in range(ROTTEN_BACKUPS):
        reach = len(whole) if number % 2 else 4096  # the header is small, and each part of it matters
        place, bit = tally.chance.randrange(reach), tally.chance.randrange(8)
        file.write_bytes(flipped(whole, place, bit))
        tally.tried("vault", "bits of backups changed")
        try:
            rehearse(file, by_passphrase(PASSPHRASE))
            tally.harm("vault", SILENT, f"byte {place} bit {bit} of a backup")
        except VcseError:
            pass
