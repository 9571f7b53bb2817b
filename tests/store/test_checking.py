"""A vault is checked while it is used; what is found is named, and then nothing more is written."""

import shutil
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.state import key_of, raw
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store import checking, setaside, verifying
from vcse_desktop.store.backup_key import by_passphrase
from vcse_desktop.store.checking import FULL, QUICK, Check
from vcse_desktop.store.errors import Damaged
from vcse_desktop.store.findings import FOUND, NotWhole, sentences
from vcse_desktop.store.gauge import Cancelled
from vcse_desktop.store.restoring import restore
from vcse_desktop.store.vault import Vault, open_vault

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    vault, _ = make_vault(tmp_path_factory.mktemp("checked") / "vault")
    with vault:
        for number in range(3):
            with vault.unit("add") as unit:
                unit.save("person", None, {"known_as": f"P{number}", "phone": "1"})
        return vault.folder, key_of(vault)


@pytest.fixture
def folder(filled: tuple[Path, bytes], tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled[0], tmp_path / "vault"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with open_vault(folder, PASSPHRASE) as opened:
        yield opened


def tamper(folder: Path, key: bytes, sql: str) -> None:
    con = raw(folder, key)
    con.execute("PRAGMA foreign_keys=OFF")
    con.execute(sql)
    con.close()


def add(vault: Vault) -> None:
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "another"})


def aside(folder: Path) -> list[Path]:
    return sorted((folder / setaside.FOLDER).glob("*"))


@pytest.mark.parametrize("kind", [QUICK, FULL])
def test_a_whole_vault_is_noted_as_whole_and_goes_on(vault: Vault, kind: str) -> None:
    assert vault.check(kind) == []
    done = vault.last_checks()[kind]
    assert done.problems == ()
    assert abs(datetime.now(UTC) - done.at) < timedelta(minutes=5)
    add(vault)
    assert vault.check(kind) == []
    assert aside(vault.folder) == []


def test_the_quick_check_looks_at_what_was_written_here_since_the_last(
    folder: Path, filled: tuple[Path, bytes]
) -> None:
    with open_vault(folder, PASSPHRASE) as opened:
        assert opened.check(QUICK) == []
        add(opened)
    tamper(folder, filled[1], "UPDATE tx SET at='2020-01-01T00:00:00Z' WHERE n=2")  # long before it
    with open_vault(folder, PASSPHRASE) as opened:
        assert opened.check(QUICK) == []
    tamper(folder, filled[1], "UPDATE tx SET at='2020-01-01T00:00:00Z' WHERE n=(SELECT max(n) FROM tx)")
    with open_vault(folder, PASSPHRASE) as opened:
        assert [one.split()[0] for one in opened.check(QUICK)] == ["unit"]


def test_a_finding_is_named_set_aside_and_nothing_more_is_written(
    folder: Path, filled: tuple[Path, bytes]
) -> None:
    tamper(folder, filled[1], "UPDATE person SET phone='9' WHERE known_as='P1'")
    with open_vault(folder, PASSPHRASE) as opened:
        told: list[NotWhole] = []
        opened.when_found = told.append
        assert [one.split()[0] for one in opened.check(FULL)] == ["row"]
        assert [one.problems for one in told] == [opened._inside.found]
        before = opened.units(1)
        for write in (
            lambda: add(opened),
            lambda: opened.undo(before[0].id),
            lambda: opened.change_passphrase(PASSPHRASE, "other words for this one"),
            opened.new_key,
            opened.rebuild_search,
        ):
            with pytest.raises(NotWhole) as raised:
                write()
        assert raised.value.values["what"] == "A record differs from its history."
        assert "set-aside" in raised.value.sentence
        assert opened.units(1) == before
        assert len(opened.rows("person")) == 3, "it can be read"
        opened.check(FULL)
        assert len(told) == 1
    (place,) = aside(folder)
    with open_vault(shutil.copytree(place, folder.parent / "help"), PASSPHRASE) as kept:
        assert kept.verify() != [], "the damage is kept as it was, for whoever helps"
    with open_vault(folder, PASSPHRASE) as opened:
        add(opened)
        assert checking.due(opened.last_checks(), datetime.now(UTC)) == FULL, "it is looked at again soon"


def test_what_was_set_aside_is_never_written_over(folder: Path, filled: tuple[Path, bytes]) -> None:
    first = setaside.set_aside(folder, ["row person 5", "chain"])
    assert setaside.set_aside(folder, ["chain"]) == first, "the same problem is not copied twice"
    assert first is not None
    content = (first / "data.db").read_bytes()
    with open_vault(folder, PASSPHRASE) as opened:
        add(opened)
    second = setaside.set_aside(folder, ["chain", "row person 6"])
    assert second not in (first, None)
    assert (first / "data.db").read_bytes() == content
    assert len(aside(folder)) == 2


def test_a_copy_that_was_cut_short_counts_for_none(folder: Path, filled: tuple[Path, bytes]) -> None:
    first = setaside.set_aside(folder, ["chain"])
    assert first is not None
    (first / setaside.FOUND).unlink()
    assert setaside.set_aside(folder, ["chain"]) not in (first, None)


def test_a_damaged_vault_that_is_opened_again_and_again_is_copied_once(
    folder: Path, filled: tuple[Path, bytes]
) -> None:
    tamper(folder, filled[1], "UPDATE person SET phone='9' WHERE known_as='P1'")
    for _ in range(3):
        with open_vault(folder, PASSPHRASE) as opened:
            assert opened.check(FULL)
            assert opened.harm is not None
            assert "set-aside" in opened.harm.sentence
    assert len(aside(folder)) == 1
    tamper(folder, filled[1], "UPDATE person SET phone='9' WHERE known_as='P2'")
    with open_vault(folder, PASSPHRASE) as opened:
        assert opened.check(FULL)
    assert len(aside(folder)) == 2, "another record is another problem"


def test_the_same_damage_after_a_backup_came_back_is_set_aside_too(
    folder: Path, filled: tuple[Path, bytes]
) -> None:
    damage = "UPDATE person SET phone='9' WHERE known_as='P1'"
    with open_vault(folder, PASSPHRASE) as opened:
        backup = opened.back_up().file
    for copies in (1, 2):
        tamper(folder, filled[1], damage)
        with open_vault(folder, PASSPHRASE) as opened:
            assert opened.check(FULL)
        assert len(list((folder / setaside.FOLDER).glob("*-damaged*"))) == copies
        restore(backup, by_passphrase(PASSPHRASE), folder).vault.lock()


def test_without_room_nothing_is_set_aside_and_that_is_said(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(vault.folder)._replace(free=1000)
    monkeypatch.setattr("vcse_desktop.store.setaside.shutil.disk_usage", lambda _: usage)
    vault.must_not_write(["row person 5"])
    with pytest.raises(NotWhole) as raised:
        add(vault)
    assert "no room for a copy" in raised.value.sentence
    assert aside(vault.folder) == []


def test_an_index_that_differs_alone_keeps_nobody_from_working(
    folder: Path, filled: tuple[Path, bytes]
) -> None:
    tamper(
        folder, filled[1], "INSERT INTO find_fts(find_fts, rowid, body) SELECT 'delete', id, body FROM find"
    )
    with open_vault(folder, PASSPHRASE) as opened:
        assert opened.check(FULL) == ["search"]
        assert opened.search("P1") == []
        opened.rebuild_search()
        assert opened.check(FULL) == []
        assert len(opened.search("P1")) == 1
        assert aside(folder) == []


def test_damage_met_while_reading_is_told_the_same_way(folder: Path) -> None:
    data = folder / "data.db"
    with open_vault(folder, PASSPHRASE) as opened:
        root = opened._inside.reader.run(
            lambda con: con.execute("SELECT rootpage FROM sqlite_schema WHERE name='activity'").fetchone()[0]
        )
    content = bytearray(data.read_bytes())
    content[(root - 1) * 4096 + 100] ^= 1
    data.write_bytes(content)
    with open_vault(folder, PASSPHRASE) as opened:
        told: list[NotWhole] = []
        opened.when_found = told.append
        with pytest.raises(NotWhole) as raised:
            opened.rows("activity")
        assert raised.value.problems == ("unreadable",)
        assert len(told) == 1
        with pytest.raises(NotWhole):
            add(opened)
        assert len(opened.rows("person")) == 3
        assert len(aside(folder)) == 1


SHORTER = {
    "the last unit": "DELETE FROM tx WHERE n=(SELECT max(n) FROM tx)",
    "its hash": "UPDATE tx SET hash=zeroblob(32) WHERE n=(SELECT max(n) FROM tx)",
    "changes": "DELETE FROM chg WHERE seq=(SELECT max(seq) FROM chg)",
}


@pytest.mark.parametrize("what", SHORTER)
def test_a_history_that_ends_otherwise_than_it_did_is_found_at_the_door(what: str, tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        key = key_of(vault)
        add(vault)
        with vault.unit("keys") as unit:
            unit.set("pack_purpose", "so")
        newest = vault._ask(lambda con: con.execute("SELECT max(hlc) FROM tx").fetchone()[0])
    sql = SHORTER[what]
    if what == "the last unit":  # a stamp of its own is kept, or this would be an older copy
        sql = f"UPDATE tx SET hlc={newest} WHERE n=2"  # noqa: S608
        tamper(vault.folder, key, "DELETE FROM tx WHERE n=(SELECT max(n) FROM tx)")
    tamper(vault.folder, key, sql)
    with open_vault(vault.folder, PASSPHRASE) as opened:
        with pytest.raises(NotWhole) as raised:
            add(opened)
        assert raised.value.problems == ("short",)
        assert opened.rows("person")


def test_an_honest_end_is_not_found_at_the_door(vault: Vault) -> None:
    add(vault)
    saved = Path(shutil.copytree(vault.folder, vault.folder.parent / "killed"))
    vault.lock()
    for _ in range(2):
        with open_vault(vault.folder, PASSPHRASE) as opened:
            add(opened)
    with open_vault(saved, PASSPHRASE) as opened:  # an older copy is another device, and no finding
        add(opened)
    with open_vault(vault.folder, PASSPHRASE) as opened:
        add(opened)
        assert opened.check(FULL) == []


def test_each_finding_has_words(vault: Vault) -> None:
    assert len(sentences([f"{code} x 5" for code in FOUND])) == len(FOUND)
    assert sentences(["cancelled"]) == []
    assert isinstance(NotWhole(["row"]), Damaged)


def days(**ago: float) -> dict[str, Check]:
    return {kind: Check(kind, NOW - timedelta(days=number), ()) for kind, number in ago.items()}


@pytest.mark.parametrize(
    ("done", "due"),
    [
        ({}, FULL),
        (days(full=0.5), None),
        (days(full=2), QUICK),
        (days(full=2, quick=0.5), None),
        (days(full=8, quick=0.5), FULL),
        (days(full=-3), FULL),
        (days(full=3, quick=-3), QUICK),
        ({QUICK: Check(QUICK, NOW, ("pages",))}, FULL),
    ],
)
def test_when_which_check_is_due(done: dict[str, Check], due: str | None) -> None:
    assert checking.due(done, NOW) == due


def test_whoever_stops_a_check_waits_no_longer_even_in_a_step_that_cannot_be_stopped(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    over, stop = threading.Event(), threading.Event()

    def endless(*_: object) -> list[str]:
        stop.set()
        over.wait(20)
        return []

    monkeypatch.setattr(verifying, "problems", endless)
    start = time.monotonic()
    try:
        assert vault.check(FULL, cancelled=stop.is_set) == ["cancelled"]
        assert time.monotonic() - start < 10
        assert vault.last_checks() == {}
    finally:
        over.set()


def test_a_save_comes_before_the_check_of_the_words(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "PAUSE", 0.01)
    monkeypatch.setattr(verifying, "TICK", 1)
    real, tries = verifying.search_problems, list[object]()
    saved = threading.Thread(target=add, args=(vault,))

    def slow(con: object, give_way: Cancelled) -> list[str] | None:
        if not tries:
            saved.start()
            while not give_way():
                time.sleep(0.001)
        tries.append(real(con, give_way))  # type: ignore[arg-type]
        return tries[-1]  # type: ignore[return-value]

    monkeypatch.setattr(verifying, "search_problems", slow)
    assert vault.verify() == []
    saved.join()
    assert tries[0] is None
    assert tries[-1] == []
    assert len(vault.rows("person")) == 4


def test_locking_ends_a_check_that_is_under_way(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, real = threading.Event(), verifying.problems

    def slow(*values: object) -> list[str]:
        begun.set()
        while not values[3]():  # type: ignore[operator]
            time.sleep(0.001)
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(verifying, "problems", slow)
    found: list[str] = []
    checking_it = threading.Thread(target=lambda: found.extend(vault.check(FULL)))
    checking_it.start()
    begun.wait()
    vault.lock()
    checking_it.join()
    assert found == ["cancelled"]
