"""Two people at two terminals: the chair's key is made, appointed, and signs an unfinished pack."""

from pathlib import Path

from tests.commands import Run, plainly
from tests.groups import FIRST, LAST, PARTNER, make_group
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.recovery_sheet import keep_sheet, new_sheet
from vcse_desktop.actions.unlocking import new_vault
from vcse_desktop.store.passphrase import FLOOR


def test_the_chair_signs_on_a_computer_of_their_own(run: Run, tmp_path: Path) -> None:
    ours, chairs, sheet, own = (tmp_path / name for name in ("ours", "chairs", "sheet", "own"))
    with make_group(ours) as vault:
        sheet.write_text(code := new_sheet(vault), "utf-8")
        keep_sheet(vault, code, code)
    new_vault(chairs, "At home", PASSPHRASE, kdf=FLOOR)[0].lock()
    own.write_text("the chair has these words", "utf-8")
    card, mine = tmp_path / "chair.pem", ("--own-passphrase-file", own)
    made = run("key", "own", chairs, "--role", "Chair of trustees", "--card", card, *mine)
    assert made.status == 0, made.err
    digits = made.out.splitlines()[0].rpartition(": ")[2]
    who = "--card", card, "--digits"
    wrong = run("key", "appoint", ours, *who, "1" * 30, "--need", 2, "--code-file", sheet)
    assert wrong.status == 3
    assert digits in wrong.err
    appointed = run("key", "appoint", ours, *who, digits, "--need", 2, "--code-file", sheet)
    assert appointed.status == 0, appointed.err
    days = "--from", FIRST.isoformat(), "--to", LAST.isoformat()
    sent = run("pack", "make", ours, *days, "--for", PARTNER, "--out", tmp_path / "1.zip")
    assert sent.status == 0, sent.err
    (unfinished,) = tmp_path.glob("UNFINISHED-*.zip")
    assert plainly("pack", "check", unfinished).status == 16
    ring = run("key", "show", ours).out.splitlines()[1]
    run("pack", "compare", unfinished, "--vault", chairs, "--digits", ring)
    signed = run("pack", "sign", chairs, unfinished, "--out", tmp_path / "back.p7s", *mine)
    assert signed.status == 0, signed.err
    done = plainly("pack", "put-in", unfinished, tmp_path / "back.p7s", "--out", tmp_path / "done.zip")
    assert done.status == 0, done.err
    assert plainly("pack", "check", tmp_path / "done.zip").status == 20
    none = run("pack", "sign", ours, unfinished, "--out", tmp_path / "2.zip", *mine)
    assert none.status == 3
    assert "No key kept here" in none.err
