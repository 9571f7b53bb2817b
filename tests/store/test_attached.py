"""A picture comes and goes with its row: undo shows it again, an erasure and nothing else takes it away."""

from pathlib import Path

import pytest

from tests.store.image import decrypted
from tests.store.state import key_of, raw
from tests.vaults import PASSPHRASE, as_somebody_else, make_vault
from vcse_desktop.errors import Refused
from vcse_desktop.store.attached import MOST
from vcse_desktop.store.backup_key import by_passphrase
from vcse_desktop.store.errors import Erased
from vcse_desktop.store.restoring import restore
from vcse_desktop.store.roles import NotAllowed
from vcse_desktop.store.vault import Vault, open_vault

MARKER = b"zqphotozq"
PICTURE = MARKER * 3000
"""Longer than a page, as pictures are."""


def attach(vault: Vault, content: bytes = PICTURE) -> tuple[int, int]:
    """Note a session with a picture of it; returns both."""
    with vault.unit("add") as unit:
        session = unit.save("session", None, {"date": "2026-01-02"})
        return session, unit.attach({"session": session, "alt_text": "a flip chart"}, content)


def plain(vault: Vault) -> bytes:
    """Return what lies in the file of the vault, decrypted; what is in the log is written back first."""
    vault._inside.writer.run(lambda con: con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
    return decrypted(vault.folder / "data.db", key_of(vault))


def test_a_picture_is_in_no_file_of_the_vault_but_encrypted(vault: Vault) -> None:
    _, photo = attach(vault)
    assert vault.picture(photo) == PICTURE
    assert MARKER in plain(vault)
    made = vault.back_up()
    assert made.file.parent.parent == vault.folder
    vault.lock()
    for file in vault.folder.rglob("*"):
        assert not file.is_file() or MARKER not in file.read_bytes(), file.name


def test_undo_takes_it_out_and_brings_it_back(vault: Vault) -> None:
    _, photo = attach(vault)
    with vault.unit("remove") as unit:
        unit.remove("attachment", photo)
    assert vault.rows("attachment") == []
    vault.undo(unit.id or 0)
    assert [row["id"] for row in vault.rows("attachment")] == [photo]
    assert vault.picture(photo) == PICTURE
    assert vault.verify() == []


def test_what_cannot_be_saved_leaves_no_bytes(vault: Vault) -> None:
    with vault.unit("add") as unit:
        session = unit.save("session", None, {"date": "2026-01-02"})
    vault.erase(vault.plan_erasure("session", session))
    with pytest.raises(Erased), vault.unit("add") as unit:
        unit.attach({"session": session}, PICTURE)
    with pytest.raises(Refused, match="too large"), vault.unit("add") as unit:
        unit.attach({}, bytes(MOST + 1))
    assert MARKER not in plain(vault) and vault.rows("attachment") == []


@pytest.mark.parametrize("removed", [False, True])
def test_nothing_of_it_is_left_once_what_it_belongs_to_is_erased(vault: Vault, removed: bool) -> None:
    session, photo = attach(vault)
    if removed:
        with vault.unit("remove") as unit:
            unit.remove("attachment", photo)
    plan = vault.plan_erasure("session", session)
    assert plan.pictures == 1
    vault.erase(plan)
    vault.sweep()
    assert vault.picture(photo) is None
    assert MARKER not in plain(vault)
    assert vault.verify() == []


def test_it_is_in_a_backup_and_under_a_new_key(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        session, photo = attach(vault)
        assert vault.new_key()
        assert vault.picture(photo) == PICTURE
        backup = vault.back_up().file
        vault.erase(vault.plan_erasure("session", session))
        other = attach(vault)[1]
    with restore(backup, by_passphrase(PASSPHRASE), tmp_path / "elsewhere").vault as opened:
        assert opened.picture(photo) == PICTURE
        assert opened.picture(other) is None
        assert opened.verify() == []
    with restore(backup, by_passphrase(PASSPHRASE), vault.folder).vault as opened:
        assert opened.picture(photo) is None  # it was erased there: it stays erased
        assert MARKER not in plain(opened)


@pytest.mark.parametrize(
    "change", ["UPDATE attachment_bytes SET bytes=zeroblob(9)", "UPDATE attachment_bytes SET bytes=NULL"]
)
def test_a_picture_that_was_changed_is_found(vault: Vault, change: str) -> None:
    _, photo = attach(vault)
    key = key_of(vault)
    vault.lock()
    con = raw(vault.folder, key)
    con.execute(change)
    con.close()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert opened.verify() == [f"picture {photo}"]


def test_a_helper_sees_none_and_adds_none(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    session, photo = attach(vault)
    with as_somebody_else(vault, "helper") as opened:
        for ask in (
            lambda: opened.picture(photo),
            lambda: opened.rows("attachment"),
        ):
            with pytest.raises(NotAllowed):
                ask()
        with pytest.raises(NotAllowed), opened.unit("add") as unit:
            unit.attach({"session": session}, PICTURE)
