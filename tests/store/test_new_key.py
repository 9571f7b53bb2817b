"""A vault gets a new data key: who stays opens it as before, who left opens nothing new, whatever happens."""

import errno
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.store.renewed import must_open, records
from tests.store.state import key_of, raw
from tests.trio import HELPERS, MEMBERS, make_trio, slot_of
from tests.vaults import PASSPHRASE
from vcse_desktop.errors import VcseError, WorldError
from vcse_desktop.store import keysfile, membership, renewing, wholefile
from vcse_desktop.store.errors import CannotWrite, Damaged, DiskFull, WrongKeyOrDamaged
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.previous import open_previous
from vcse_desktop.store.unfit import NoRoom
from vcse_desktop.store.vault import Vault, open_vault


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, bytes, dict[str, bytes]]:
    """The folder of a vault that the helper has left, its code and key, and the helper's own copy of it."""
    vault, code = make_trio(tmp_path_factory.mktemp("new") / "vault")
    with vault:
        with vault.unit("import") as unit:
            for number in range(300):
                unit.save("person", None, {"known_as": f"P{number}", "note": "x" * 300})
        theirs = {name: (vault.folder / name).read_bytes() for name in ("vault.keys", "vault.keys.bak")}
        vault.remove_person(slot_of(vault, "Huw"))
        return vault.folder, code, key_of(vault), theirs


@pytest.fixture
def folder(made: tuple[Path, str, bytes, dict[str, bytes]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "vault"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with open_vault(folder, PASSPHRASE) as opened:
        yield opened


def test_everybody_who_stays_opens_it_and_the_old_key_opens_nothing(
    vault: Vault, made: tuple[Path, str, bytes, dict[str, bytes]]
) -> None:
    before, old, steps = records(vault), key_of(vault), list[int]()
    assert vault.new_key(lambda done, _: steps.append(done))
    assert records(vault) == before, "it goes on without being locked"
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "after"})
    assert vault.search("after")
    after, new = records(vault), key_of(vault)
    assert (steps, steps[0], steps[-1]) == (sorted(steps), 0, 100)
    vault.lock()
    assert must_open(vault.folder, made[1], after) == new != old
    with pytest.raises(WrongKeyOrDamaged):
        raw(vault.folder, old)
    for name, content in made[3].items():
        (vault.folder / name).write_bytes(content)
    with pytest.raises(Damaged):  # the helper's passphrase fits their own old copy, and no more
        open_vault(vault.folder, HELPERS)


def test_the_keys_before_stay_sealed_until_nobody_needs_them(vault: Vault) -> None:
    first = key_of(vault)
    vault.new_key()
    second = key_of(vault)
    vault.new_key()
    assert vault.older_keys() == {1: first, 2: second}
    keys = next(keysfile.read(vault.folder))
    assert keys.epoch == 3
    assert open_previous(keys.previous, second, keys.vault) == {}, "only the newest key opens them"
    vault.forget_previous(lambda epoch: epoch == 2)
    vault.change_passphrase(PASSPHRASE, "other words for this one")
    vault.lock()
    with open_vault(vault.folder, "other words for this one") as opened:
        assert opened.older_keys() == {2: second}


def test_what_is_saved_meanwhile_waits_and_is_kept(vault: Vault) -> None:
    def save(number: int) -> None:
        with vault.unit("add") as unit:
            unit.save("person", None, {"known_as": f"meanwhile {number}"})
        assert vault.rows("setting") == []

    with ThreadPoolExecutor(3) as threads:
        work: list[Future[object]] = [threads.submit(save, number) for number in range(30)]
        added = threads.submit(vault.add_person, "Nia", "member", "the words of a new one")
        assert vault.new_key()
        for one in work:
            one.result()
        added.result()
    assert len([row for row in vault.rows("person") if "meanwhile" in str(row["known_as"])]) == 30
    vault.lock()
    with open_vault(vault.folder, "the words of a new one") as opened:
        assert opened.verify() == []


def test_somebody_added_meanwhile_is_sealed_the_new_key(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed, real, threads = threading.Event(), membership.with_person, list[threading.Thread]()

    def noticed(*values: Any, **more: Any) -> object:  # noqa: ANN401 - handed on as it is
        made = real(*values, **more)
        sealed.set()
        return made

    def add() -> None:
        vault.add_person("Nia", "member", "the words of a new one", kdf=FLOOR)

    def step(done: int, _: int) -> None:
        if done == renewing.KEYED:
            threads.append(threading.Thread(target=add))
            threads[0].start()
            sealed.wait(0.5)  # it must not be sealed under the old key, so this ends by itself

    monkeypatch.setattr(membership, "with_person", noticed)
    assert vault.new_key(step)
    threads[0].join()
    vault.lock()
    open_vault(vault.folder, "the words of a new one").lock()


def test_stopping_it_leaves_all_as_it_was(vault: Vault) -> None:
    old, before = key_of(vault), (vault.folder / "vault.keys").read_bytes()
    for stop in (0, 1, 2):
        asked = iter([False] * stop)
        assert not vault.new_key(cancelled=partial(next, asked, True))
    assert (key_of(vault), (vault.folder / "vault.keys").read_bytes()) == (old, before)
    assert not (vault.folder / renewing.COPY).exists()
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "after"})


def test_too_little_room_is_said_before_anything_is_done(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(vault.folder)._replace(free=100_000)
    monkeypatch.setattr("vcse_desktop.store.kept.shutil.disk_usage", lambda _: usage)
    with pytest.raises(NoRoom) as raised:
        vault.new_key()
    assert int(str(raised.value.values["need"])) >= 1
    assert vault.older_keys() == {}


SECONDS: list[tuple[str, Callable[[], BaseException], type[WorldError]]] = [
    ("replace_file", lambda: PermissionError(errno.EACCES, "kept busy by a scanner"), CannotWrite),
    ("replace_file", lambda: OSError(errno.ENOSPC, "full"), DiskFull),
]


@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize(("name", "fault", "told"), SECONDS, ids=["busy", "full"])
def test_a_file_that_cannot_be_put_in_its_place_leaves_the_old_key(  # noqa: PLR0913, PLR0917 - a fixture each
    vault: Vault,
    made: tuple[Path, str, bytes, dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    which: int,
    name: str,
    fault: Callable[[], BaseException],
    told: type[WorldError],
) -> None:
    """The first is vault.keys, then the one beside it, then the data."""
    before, old, real, count = records(vault), key_of(vault), wholefile.replace_file, iter(range(100))

    def failing(source: Path, target: Path) -> None:
        if next(count) == which:
            raise fault()
        real(source, target)

    for module in ("wholefile", "renewing"):
        monkeypatch.setattr(f"vcse_desktop.store.{module}.replace_file", failing)
    with pytest.raises(told):
        vault.new_key()
    monkeypatch.undo()
    assert key_of(vault) == old
    assert records(vault) == before
    vault.lock()
    assert must_open(vault.folder, made[1], before) == old


def interrupted(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the vault as a crash does between the keys and the data."""

    def crash(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vcse_desktop.store.renewing.replace_file", crash)
    written = keysfile.write
    monkeypatch.setattr(
        "vcse_desktop.store.keysfile.write",
        lambda folder, keys: written(folder, keys) if keys.epoch == 2 else None,
    )
    with pytest.raises(KeyboardInterrupt):
        vault.new_key()
    vault.lock()
    monkeypatch.undo()
    assert next(keysfile.read(vault.folder)).epoch == 2


def test_a_change_that_cannot_be_finished_stays_with_the_old_key_and_says_so(
    vault: Vault, made: tuple[Path, str, bytes, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = records(vault), key_of(vault)
    interrupted(vault, monkeypatch)
    usage = shutil.disk_usage(vault.folder)._replace(free=100_000)
    monkeypatch.setattr("vcse_desktop.store.kept.shutil.disk_usage", lambda _: usage)
    with open_vault(vault.folder, MEMBERS) as opened:
        assert opened.unfinished
        assert records(opened) == before
    monkeypatch.undo()
    assert must_open(vault.folder, made[1], before) == old
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert opened.new_key()
        assert not opened.unfinished


def test_a_crash_while_a_crash_is_being_mended_is_mended(
    vault: Vault, made: tuple[Path, str, bytes, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = records(vault), key_of(vault)
    interrupted(vault, monkeypatch)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vcse_desktop.store.renewing._swap", crash)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            open_vault(vault.folder, MEMBERS)
    monkeypatch.undo()
    assert must_open(vault.folder, made[1], before) != old


def test_a_damaged_file_gets_no_new_key(vault: Vault) -> None:
    vault.lock()
    data = vault.folder / "data.db"
    content = bytearray(data.read_bytes())
    for page in range(len(content) // 16384, len(content) // 4096, 5):  # an empty page has nothing to lose
        content[page * 4096 + 100] ^= 1
    data.write_bytes(content)
    keys = (vault.folder / "vault.keys").read_bytes()
    with pytest.raises(VcseError), open_vault(vault.folder, PASSPHRASE) as opened:
        opened.new_key()
    assert (vault.folder / "vault.keys").read_bytes() == keys
    assert not (vault.folder / renewing.COPY).exists()
