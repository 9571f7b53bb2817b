"""What is remembered of signers and documents survives locking; what was sent says what comes next."""

import json
from pathlib import Path

from tests.packs.example import ID, ISSUED, begun, checked, claims, container_of, known
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.packs.claims import check_claims
from vcse_desktop.packs.drafting import Draft, notice_claims
from vcse_desktop.packs.layout import KINDS, Root
from vcse_desktop.packs.memory import load, save
from vcse_desktop.packs.register import Register
from vcse_desktop.packs.sent import changed_by, next_place, sent_row
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import open_vault


def test_a_register_survives_locking(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        assert load(vault) == Register()
        save(vault, Register(), known())
        result = checked(container_of(), load(vault))
        assert result.verdict is Verdict.OK
        save(vault, load(vault), result.register)
    with open_vault(tmp_path / "vault", PASSPHRASE) as again:
        assert load(again) == result.register
        assert checked(container_of(), load(again)).verdict is Verdict.OK
        assert checked(container_of(claims(title="Other")), load(again)).verdict is Verdict.FORK


def test_what_changed_is_written_over_and_nothing_else(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        one = checked(container_of(), known())
        save(vault, Register(), one.register)
        units = len(vault.units())
        save(vault, load(vault), one.register)
        assert len(vault.units()) == units
        line = {"sequence": 1, "digest": one.digest, "state": "withdrawn", "by": 2, "reason": "wrong"}
        two = checked(container_of(claims(sequence=2, history=[line])), load(vault))
        save(vault, load(vault), two.register)
        assert len(vault.rows("document")) == 2
        result = checked(container_of(), load(vault))
        assert (result.verdict, result.reason, result.number) == (Verdict.WITHDRAWN, "wrong", 2)


def test_two_laptops_write_one_row_for_one_document(tmp_path: Path) -> None:
    ids = []
    for name in ("a", "b"):
        vault, _ = make_vault(tmp_path / name)
        with vault:
            save(vault, Register(), checked(container_of(), known()).register)
            ids.append([[row["id"] for row in vault.rows(table)] for table in ("signer", "document")])
    assert ids[0] == ids[1]


def test_what_was_sent_says_what_the_next_document_must_tell(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        assert next_place(vault.rows("sent"), "icb-quarterly") == (1, [])
        digests = []
        for sequence in (1, 2):
            number, history = next_place(vault.rows("sent"), "icb-quarterly")
            assert number == sequence
            said = claims(sequence=number, history=history)
            result = checked(container_of(said), known())
            assert result.verdict is Verdict.OK
            with vault.unit("add") as unit:
                unit.save("sent", None, sent_row(said, result.digest, "audited"))
            digests.append(result.digest)
        number, history = next_place(vault.rows("sent"), "icb-quarterly")
        assert (number, [one["digest"] for one in history]) == (3, digests)
        assert check_claims(Root(KINDS["pack"], ID), claims(sequence=3, history=history)) == ()
        assert next_place(vault.rows("sent"), "council") == (1, [])
        row = vault.rows("sent")[0]
        assert (row["period_from"], row["policy"], json.loads(str(row["audience"]))) == (
            "2026-07-01",
            "nhs_1_7_r5",
            ["Example ICB"],
        )


def test_a_notice_has_a_place_in_the_series_too() -> None:
    draft = Draft(
        id=ID, title="T", audience=[("A", "")], statements=begun(), issued=ISSUED, series="s", sequence=1
    )
    row = sent_row(notice_claims(draft, "We took it back."), "sha256:0", "")
    assert (row["pack"], row["period_from"], row["policy"]) == (ID, None, None)


def test_a_signer_whom_an_older_version_kept_is_still_known(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        save(vault, Register(), known())
        (row,) = vault.rows("signer")
        with vault.unit("edit") as unit:
            seen = json.loads(str(row["statements"]))["seen"]
            unit.save("signer", int(str(row["id"])), {"statements": json.dumps(seen)})
        (one,) = load(vault).signers.values()
        assert (one.key, one.by, one.statements) == ("", "", tuple(seen))
        assert checked(container_of(), load(vault)).verdict is Verdict.OK


def test_a_pack_is_taken_back_or_replaced_once_and_a_notice_never() -> None:
    pack = {"digest": "sha256:1", "policy": "nhs_1_7_r5"}
    line = {"sequence": 1, "digest": "sha256:1", "state": "current", "by": None, "reason": None}
    replaced = changed_by([line], pack, 2, "superseded", "")
    assert replaced == [{**line, "state": "superseded", "by": 2}]
    assert changed_by(replaced, pack, 3, "superseded", "again") is None
    gone = changed_by(replaced, pack, 3, "withdrawn", "wrong")
    assert gone == [{**line, "state": "withdrawn", "by": 3, "reason": "wrong"}]
    assert changed_by(gone, pack, 4, "superseded", "") is None
    assert changed_by([line], {**pack, "policy": None}, 2, "withdrawn", "wrong") is None
    assert changed_by([line], {**pack, "digest": "sha256:2"}, 2, "withdrawn", "wrong") is None
