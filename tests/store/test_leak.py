"""Nothing that people typed can be read anywhere on the disk, while the vault is open or afterwards."""

import tempfile
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.paths import profile_dir
from vcse_desktop.store.vault import SigningKey, Vault, open_with_code

PLANTED = "Xanthippe Quillfeather"
SECRET = b"very-private-key-bytes"


def forms(words: str) -> list[bytes]:
    """Return how words could lie in a file."""
    lower = words.lower()
    return [form.encode(code) for form in (words, lower, words[:9]) for code in ("utf-8", "utf-16-le")]


def traces(folders: list[Path], wanted: list[bytes]) -> list[str]:
    """Return the files in which any of these is found."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert files
    return [file.name for file in files if any(form in file.read_bytes() for form in wanted)]


def fill(vault: Vault) -> None:
    """Do everything with the planted name that leaves words behind: save, change, remove, search, sort."""
    with vault.unit("import") as unit:
        for number in range(3000):
            unit.save("person", None, {"known_as": f"{PLANTED} {number}", "address": PLANTED * 5})
    ids = [int(str(row["id"])) for row in vault.rows("person")]
    with vault.unit("edit") as unit:
        for record in ids[:50]:
            unit.save("person", record, {"known_as": f"{PLANTED} changed"})
            unit.remove("person", record)
        unit.set("note", PLANTED)
    vault.search(PLANTED, ranked=True, limit=1000)
    sort = "SELECT known_as, address FROM person ORDER BY address || known_as || id DESC"
    vault._inside.reader.run(lambda con: con.execute(sort).fetchall())
    vault.undo(vault.units(1)[0].id)
    vault.keep_signing_key(SigningKey(SECRET, SECRET, "{}"))


def test_no_file_holds_a_word_a_passphrase_or_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    (temporary / "marker").write_text("x", encoding="utf-8")
    vault, code = make_vault(tmp_path / "vault")
    fill(vault)
    wanted = [
        *forms(PLANTED),
        *forms(PASSPHRASE),
        *forms(code),
        code.replace("-", "").encode(),
        code.replace("-", "")[:26].encode(),
        SECRET,
        bytes(vault._inside.data_key),
        bytes(vault._inside.data_key).hex().encode(),
        vault.ledger_key,
        b"SQLite format 3",
        b"CREATE TABLE",
    ]
    folders = [vault.folder, profile_dir(), temporary]
    assert (vault.folder / "data.db-wal").stat().st_size > 100_000
    assert traces(folders, wanted) == []
    vault.lock()
    assert traces(folders, wanted) == []
    open_with_code(vault.folder, code).lock()
    assert traces(folders, wanted) == []
    assert [file.name for file in temporary.iterdir()] == ["marker"]


def test_the_search_for_traces_would_find_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"..." + PLANTED.lower().encode("utf-16-le") + b"...")
    assert traces([tmp_path], forms(PLANTED)) == ["a"]


def test_a_wrong_key_says_nothing_on_the_screen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one, code = make_vault(tmp_path / "one")
    one.lock()
    data = one.folder / "data.db"
    data.write_bytes(bytes(len(data.read_bytes())))
    with pytest.raises(Exception, match="A file of the vault is damaged"):
        open_with_code(one.folder, code)
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")
