"""Keys, cards, signers and packs that do not stand any more, at a terminal."""

import json
import subprocess
from pathlib import Path

import pikepdf
import pypdf

from tests.commands import MAKE, Run
from tests.groups import FIRST, LAST, PARTNER, make_group
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.recovery_sheet import keep_sheet, new_sheet
from vcse_desktop.actions.unlocking import new_vault
from vcse_desktop.store.passphrase import FLOOR

DAYS = "--from", FIRST.isoformat(), "--to", LAST.isoformat()


def test_the_way_of_a_pack_that_was_wrong_and_of_a_key_that_was_changed(run: Run, tmp_path: Path) -> None:
    folder, theirs, sheet = tmp_path / "vault", tmp_path / "theirs", tmp_path / "sheet"
    with make_group(folder) as vault:
        sheet.write_text(code := new_sheet(vault), "utf-8")
        keep_sheet(vault, code, code)
    new_vault(theirs, PARTNER, PASSPHRASE, kdf=FLOOR)[0].lock()
    first, second, notice = (tmp_path / f"{name}.zip" for name in ("first", "second", "notice"))
    assert run("pack", "list", folder).out == "Nothing was sent or received yet.\n"
    assert run(*MAKE, folder, *DAYS, "--for", PARTNER, "--out", first).status == 0
    digits = run("key", "show", folder).out.splitlines()[1]
    assert run("pack", "compare", first, "--vault", theirs, "--digits", digits).status == 0
    listed = json.loads(run("pack", "list", folder, "--json").out)
    why = "--replaces", listed["pack"], "--reason", "Two sessions were counted twice."
    made = run(*MAKE, folder, *DAYS, "--for", PARTNER, "--out", second, *why)
    assert made.status == 0, made.err
    assert run("pack", "check", second, "--vault", theirs).status == 0
    replaced = run("pack", "check", first, "--vault", theirs)
    assert replaced.status == 23
    assert "Two sessions were counted twice." in replaced.out
    newest = json.loads(run("pack", "list", folder, "--json").out.splitlines()[0])["pack"]
    assert newest != listed["pack"]
    gone = run("pack", "withdraw", folder, newest, "--reason", "They are wrong, too.", "--out", notice)
    assert gone.status == 0, gone.err
    assert run("pack", "check", notice, "--vault", theirs).status == 0
    assert run("pack", "check", second, "--vault", theirs).status == 22
    table = tmp_path / "register.csv"
    assert run("pack", "list", theirs, "--out", table).status == 0
    rows = table.read_text("utf-8-sig").splitlines()
    assert len(rows) == 4
    assert any("They are wrong, too." in row and "Taken back" in row for row in rows)
    changed = run("key", "change", folder, "--code-file", sheet)
    assert changed.status == 0, changed.err
    assert digits not in changed.out
    past = run("key", "show", folder).out
    assert f"The first key was made. The digits since then: {digits}" in past
    known = run("signer", "list", theirs)
    assert f"Carers of the Vale \t{digits}\tcompared" in known.out
    assert "Keeper" in known.out
    assert run("signer", "forget", theirs, digits).status == 0
    assert run("signer", "list", theirs).out.startswith("No signer is known yet.")
    assert run("pack", "check", first, "--vault", theirs).status == 20
    assert "Received" in run("pack", "list", theirs).out


def test_the_card_has_the_digits_and_its_certificate_is_what_openssl_reads(run: Run, tmp_path: Path) -> None:
    folder, card, pem = tmp_path / "vault", tmp_path / "card.pdf", tmp_path / "card.pem"
    make_group(folder).lock()
    for file in (card, pem):
        assert run("key", "card", folder, "--out", file).status == 0
    words = ["openssl", "x509", "-in", str(pem), "-noout", "-fingerprint", "-sha256"]
    shown = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    fingerprint = shown.strip().rpartition("=")[2].replace(":", " ")
    with pikepdf.open(card) as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(side)) for side in pdf.pages[0].mediabox][2:] == [298, 420]
    said = " ".join(_text(card).split())
    digits = run("key", "show", folder).out.splitlines()[1]
    assert all(group in said for group in digits.split())
    assert fingerprint[:47] in said
    assert "validity unknown" in said


def _text(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def test_nobody_is_forgotten_by_a_name_that_is_not_there(run: Run, tmp_path: Path) -> None:
    make_group(tmp_path / "vault").lock()
    said = run("signer", "forget", tmp_path / "vault", "Nobody")
    assert said.status == 3
    assert "no such signer" in said.err
