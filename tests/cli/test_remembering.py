"""Packs that a vault forgot, at a terminal: found by check, taken in by remember."""

from pathlib import Path

from tests.commands import MAKE, Run, plainly
from tests.groups import FIRST, LAST, PARTNER, make_group, quarter
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import unlock


def test_a_vault_that_came_back_is_told_of_its_packs_again(run: Run, tmp_path: Path) -> None:
    folder, pack = tmp_path / "vault", tmp_path / "pack.zip"
    with make_group(folder) as vault:
        backup = vault.back_up().file
        sign_pack(vault, draft_pack(vault, quarter()), pack, PASSPHRASE)
    back = run("restore", backup, folder)
    assert back.status == 0, back.err
    assert "check the file of each" in back.out
    said = run("pack", "check", pack, "--vault", folder)
    assert said.status == 20
    assert "This pack is yours." in said.out
    assert "does not remember sending it" in said.out
    taken = run("pack", "remember", pack, "--vault", folder)
    assert taken.status == 0, taken.err
    assert f"The pack for {PARTNER} is in the register now" in taken.out
    assert "It is in your register." in run("pack", "check", pack, "--vault", folder).out
    book = tmp_path / "tables.xlsx"
    saved = run("pack", "tables", pack, "--vault", folder, "--out", book)
    assert saved.status == 0, saved.err
    assert f"tables are saved: {book}" in saved.out
    assert book.read_bytes().startswith(b"PK")
    assert "There is a file of that name" in run("pack", "tables", pack, "--vault", folder, "--out", book).err
    again = run("pack", "remember", pack, "--vault", folder)
    assert again.status == 3
    assert "remembers sending it" in again.err
    with unlock(folder, PASSPHRASE) as vault:
        vault.confirm_signing()
        activity = vault.rows("activity")[0]["id"]
        with vault.unit("add") as unit:
            unit.save("session", None, {"date": "2024-02-20", "activity": activity, "people_n": 30})
    days = "--from", FIRST.isoformat(), "--to", LAST.isoformat()
    made = run(*MAKE, folder, *days, "--for", PARTNER, "--out", tmp_path / "2.zip")
    assert made.status == 0, made.err
    assert "Left out: Volunteering and social action." in made.out
    assert f"who was counted in the pack for {PARTNER}" in made.out


def test_a_pack_without_a_vault_is_nobodys(tmp_path: Path) -> None:
    with make_group(tmp_path / "vault") as vault:
        sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "pack.zip", PASSPHRASE)
    said = plainly("pack", "check", tmp_path / "pack.zip")
    assert "yours" not in said.out
    assert said.status == 20
