"""Whoever changes the file past the program, and has the key to do it, is found out."""

import shutil
import struct
from pathlib import Path

import pytest

from tests.store.state import key_of, raw
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.vault import Vault, open_vault

Locked = tuple[Path, bytes]
"""The folder of a locked vault, and its key."""


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Locked:
    """A vault with some work in it."""
    vault, _ = make_vault(tmp_path_factory.mktemp("worked"))
    with vault:
        with vault.unit("add") as unit:
            ann = unit.save("person", None, {"known_as": "Ann", "phone": "1"})
            unit.save("session", None, {"came": [ann], "people_n": 3})
        with vault.unit("edit") as unit:
            unit.save("person", ann, {"phone": "2"})
        with vault.unit("remove") as unit:
            unit.remove("person", ann)
        assert vault.verify() == []
        return vault.folder, key_of(vault)


@pytest.fixture
def tampered(worked: Locked, tmp_path: Path) -> Locked:
    """A copy of it to tamper with."""
    return shutil.copytree(worked[0], tmp_path / "copy"), worked[1]


def found(folder: Path) -> list[str]:
    with open_vault(folder, PASSPHRASE) as opened:
        return [problem.split()[0] for problem in opened.verify()]


TAMPERING = {
    "a value": ("UPDATE person SET known_as='Eve'", "row"),
    "back among the living": ("UPDATE person SET alive=1", "row"),
    "a new row": ("INSERT INTO activity(id, title) VALUES(5, 'x')", "rows"),
    "a row taken out": ("DELETE FROM session_came", "row"),
    "who": ("UPDATE tx SET user=5 WHERE n=2", "unit"),
    "when": ("UPDATE tx SET at='2020-01-01T00:00:00Z' WHERE n=2", "unit"),
    "why": ("UPDATE tx SET why='undo' WHERE n=2", "unit"),
    "the stamp": ("UPDATE tx SET hlc=hlc+1 WHERE n=2", "unit"),
    "the laptop": ("UPDATE tx SET dev=dev+1 WHERE n=4", "chain"),
    "how many": ("UPDATE tx SET count=count+1 WHERE n=4", "unit"),
    "what was written": ('UPDATE chg SET new=jsonb(\'{"2":"9"}\') WHERE op=2 AND tx=3', "unit"),
    "what was there": ('UPDATE chg SET old=jsonb(\'{"2":"9"}\') WHERE op=2 AND tx=3', "unit"),
    "the salt": ("UPDATE chg SET salt=randomblob(16) WHERE tx=3", "unit"),
    "whose change": ("UPDATE chg SET tx=2 WHERE tx=3", "unit"),
    "of what it is": ("UPDATE chg SET tbl=99 WHERE tx=3", "unit"),
    "a change more": ("INSERT INTO chg(tx, tbl, id, op) VALUES(4, 2, 5, 2)", "stray"),
    "a change less": ("DELETE FROM chg WHERE tx=3", "unit"),
    "a unit in between": ("DELETE FROM tx WHERE n=3", "chain"),
    "the words for searching": ("DELETE FROM find_fts_data WHERE id>1000", "search"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found(tampered: tuple[Path, bytes], what: str) -> None:
    folder, key = tampered
    sql, problem = TAMPERING[what]
    con = raw(folder, key)
    con.execute("PRAGMA foreign_keys=OFF")
    con.execute(sql)
    assert con.execute("SELECT changes()").fetchone()[0] > 0
    con.close()
    assert problem in found(folder)


def test_an_honest_copy_is_whole(tampered: Locked) -> None:
    assert found(tampered[0]) == []


def test_a_row_and_its_last_change_rewritten_together_are_found(tampered: Locked) -> None:
    folder, key = tampered
    con = raw(folder, key)
    con.execute("UPDATE person SET phone='9'")
    number = con.execute("SELECT cid-1 FROM pragma_table_info('person') WHERE name='phone'").fetchone()[0]
    con.execute("UPDATE chg SET new=jsonb(?) WHERE op=2 AND tx=3", (f'{{"{number}":"9"}}',))
    con.close()
    assert found(folder) == ["unit"]


def test_a_unit_taken_out_with_the_chain_closed_over_it_is_found(tampered: Locked) -> None:
    folder, key = tampered
    con = raw(folder, key)
    con.execute("UPDATE tx SET prev=(SELECT hash FROM tx WHERE n=2) WHERE n=4")
    con.execute("DELETE FROM chg WHERE tx=3")
    con.execute("DELETE FROM tx WHERE n=3")
    con.close()
    assert "unit" in found(folder)


def test_a_link_to_nothing_is_found(tampered: Locked) -> None:
    folder, key = tampered
    con = raw(folder, key)
    con.execute("PRAGMA foreign_keys=OFF")
    con.execute("UPDATE session SET activity=12345")
    con.close()
    assert {"link", "row"} <= set(found(folder))


def test_a_changed_page_is_found_and_never_shown_as_data(tampered: Locked) -> None:
    folder, key = tampered
    con = raw(folder, key)
    page = con.execute("SELECT rootpage - 1 FROM sqlite_schema WHERE name='person'").fetchone()[0]
    con.close()
    data = folder / "data.db"
    content = bytearray(data.read_bytes())
    content[page * 4096 + 100] ^= 1
    data.write_bytes(content)
    with open_vault(folder, PASSPHRASE) as opened:
        assert "cipher" in opened.verify()


def test_a_damaged_vault_that_is_open_says_so(tampered: Locked) -> None:
    folder, _ = tampered
    with open_vault(folder, PASSPHRASE) as opened:
        data = folder / "data.db"
        content = bytearray(data.read_bytes())
        content[:16] = struct.pack("16x")
        data.write_bytes(content)
        assert opened.verify() == ["unreadable"]


def test_how_far_it_is_and_stopping(vault: Vault) -> None:
    with vault.unit("import") as unit:
        for number in range(3000):
            unit.save("person", None, {"known_as": f"P{number}"})
    told: list[tuple[int, int]] = []
    assert vault.verify(progress=lambda done, total: told.append((done, total))) == []
    assert told == sorted(told) and len(told) > 3
    assert len({total for _, total in told}) == 1 and told[-1][1] > 2 * 3002
    assert all(0 < done <= total for done, total in told)
    assert vault.verify(cancelled=lambda: True) == ["cancelled"]
    with vault.unit("edit") as unit:
        unit.save("person", None, {"known_as": "after"})
