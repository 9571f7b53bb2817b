"""Packs of ours that a vault forgot, since it came back from a backup: known again from their files."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.groups import PARTNER, make_group, quarter
from tests.vaults import PASSPHRASE, as_somebody_else
from vcse_desktop.actions import previewing
from vcse_desktop.actions.checking import Verdict, check_pack
from vcse_desktop.actions.keeping import look_through
from vcse_desktop.actions.offering import offer
from vcse_desktop.actions.opening import read_pack
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.restoring import Present, restore, secret
from vcse_desktop.actions.sending import sent_packs, sign_pack
from vcse_desktop.actions.taking_back import missing, take_back
from vcse_desktop.actions.told_before import wrong_in
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.disclosure import ledger
from vcse_desktop.errors import Refused
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.roles import MEMBER


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a group with two packs, 1.zip and 2.zip, and with a backup of before them."""
    place = tmp_path_factory.mktemp("made")
    with make_group(place / "vault") as vault:
        shutil.copy(vault.back_up().file, place / "before.backup")
        sign_pack(vault, draft_pack(vault, quarter()), place / "1.zip", PASSPHRASE)
        sign_pack(vault, draft_pack(vault, quarter()), place / "2.zip", PASSPHRASE)
    return place


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Iterator[Vault]:
    """A group's vault that came back from a backup of before its two packs, 1.zip and 2.zip."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    backup = tmp_path / "before.backup"
    back = restore(backup, secret(PASSPHRASE, sheet=False), Present(tmp_path / "vault"))
    with back.vault as vault:
        yield vault


def test_a_forgotten_pack_is_known_as_ours_and_taken_in_once(old: Vault, tmp_path: Path) -> None:
    assert sent_packs(old) == []
    second = check_pack(tmp_path / "2.zip", old)
    assert second.ours
    assert second.forgotten
    assert not second.is_new_signer
    assert "This pack is yours" in second.first_sentence
    assert "does not remember" in second.next_step
    taken = take_back(old, tmp_path / "2.zip")
    assert taken.missing == missing(old) == 1
    assert "1 more pack was sent" in " ".join(taken.sentences())
    with pytest.raises(Refused, match="is in the register"):
        take_back(old, tmp_path / "2.zip")
    assert missing(old) == 1
    assert take_back(old, tmp_path / "1.zip").missing == 0
    again = check_pack(tmp_path / "1.zip", old)
    assert (again.ours, again.forgotten) == (True, False)
    assert "in your register" in again.next_step
    assert sorted((one.number, one.audience) for one in sent_packs(old)) == [(1, (PARTNER,)), (2, (PARTNER,))]
    assert wrong_in(old) == []
    assert old.last_unit() is None or old.last_unit().why != "pack"  # type: ignore[union-attr]


def test_just_the_same_may_be_sent_again_and_other_numbers_of_those_days_are_left_out(
    old: Vault, tmp_path: Path
) -> None:
    take_back(old, tmp_path / "1.zip")
    old.confirm_signing()
    third = draft_pack(old, quarter())
    assert third.made_of.left_out == frozenset()
    assert third.claims["sequence"] == 2
    activity = old.rows("activity")[0]["id"]
    with old.unit("add") as unit:
        unit.save(
            "session", None, {"date": "2024-02-20", "activity": activity, "people_n": 30, "helpers_n": 9}
        )
    fourth = draft_pack(old, quarter())
    assert "volunteering" in fourth.made_of.left_out
    states = {one["code"]: one["state"] for one in fourth.claims["sections"]}
    assert states["volunteering"] == "declined"
    assert not any("sessions" in file.name for file in fourth.files())
    said = " ".join(previewing.what_is_hidden(fourth))
    assert "Volunteering and social action" in said
    assert f"in the pack for {PARTNER}" in said
    offered = offer(old, quarter())
    assert "Volunteering and social action" in offered.left_out
    assert "volunteering" not in [part.code for part in offered.parts]
    made = sign_pack(old, fourth, tmp_path / "4.zip", PASSPHRASE)
    assert "Volunteering and social action" in made.left_out
    assert wrong_in(old) == []


def test_a_vault_that_does_not_take_them_in_tells_other_numbers_of_those_days(old: Vault) -> None:
    old.confirm_signing()
    activity = old.rows("activity")[0]["id"]
    with old.unit("add") as unit:
        unit.save(
            "session", None, {"date": "2024-02-20", "activity": activity, "people_n": 30, "helpers_n": 9}
        )
    assert draft_pack(old, quarter()).made_of.left_out == frozenset()


def test_nobody_takes_in_what_is_not_ours(old: Vault, tmp_path: Path) -> None:
    other, _ = new_vault(tmp_path / "partner", PARTNER, PASSPHRASE, kdf=FLOOR)
    with other:
        theirs = check_pack(tmp_path / "1.zip", other)
        assert (theirs.ours, theirs.forgotten) == (False, False)
        assert theirs.is_new_signer
        with pytest.raises(Refused, match="not a whole pack of yours"):
            take_back(other, tmp_path / "1.zip")
        assert other.rows("release") == other.rows("sent") == []
    torn = tmp_path / "torn.zip"
    torn.write_bytes((tmp_path / "1.zip").read_bytes()[:-9])
    assert check_pack(torn, old).result.verdict is Verdict.DAMAGED
    with pytest.raises(Refused, match="not a whole pack of yours"):
        take_back(old, torn)
    assert old.rows("release") == []


def test_a_pack_of_ours_can_be_read_whether_it_is_remembered_or_not(old: Vault, tmp_path: Path) -> None:
    before = read_pack(old, tmp_path / "1.zip")
    assert before.tables
    assert check_pack(tmp_path / "1.zip", old).is_good
    take_back(old, tmp_path / "1.zip")
    assert read_pack(old, tmp_path / "1.zip") == before


def test_a_keeper_alone_takes_in(old: Vault, tmp_path: Path) -> None:
    with as_somebody_else(old, MEMBER) as member:
        assert check_pack(tmp_path / "1.zip", member).forgotten
        with pytest.raises(Refused, match="keeper"):
            take_back(member, tmp_path / "1.zip")
        assert ledger.read(member) == ()


def test_nothing_takes_a_pack_out_again(old: Vault, tmp_path: Path) -> None:
    take_back(old, tmp_path / "1.zip")
    newest = old.units(1)[0]
    old.undo(newest.id)
    assert len(old.rows("sent")) == len(ledger.read(old)) == 1


def test_tables_that_this_version_cannot_read_are_named(
    old: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = {name: kind for name, kind in TABLES.items() if not name.startswith("sessions")}
    monkeypatch.setattr("vcse_desktop.actions.taking_back.TABLES", fewer)
    taken = take_back(old, tmp_path / "1.zip")
    assert [name for name in taken.unread if name.startswith("sessions")]
    assert "Not all of its tables could be read" in " ".join(taken.sentences())


@pytest.mark.parametrize("change", [{"value": 40}, {"state": "shown"}])
def test_a_ledger_that_was_changed_keeps_new_packs_from_being_signed(
    old: Vault, tmp_path: Path, change: dict[str, object]
) -> None:
    take_back(old, tmp_path / "1.zip")
    old.confirm_signing()
    draft = draft_pack(old, quarter())
    cell = next(row for row in old.rows("released_cell") if row["state"] == "rounded")
    with old.unit("edit") as unit:
        unit.save("released_cell", int(str(cell["id"])), change)
    (said,) = wrong_in(old)
    assert f"the pack for {PARTNER} of" in said
    with pytest.raises(Refused) as refused:
        draft_pack(old, quarter())
    assert said in str(refused.value.values["what"])
    with pytest.raises(Refused, match="was changed"):
        sign_pack(old, draft, tmp_path / "3.zip", PASSPHRASE)
    assert look_through(old).found == (said,)
    assert not look_through(old).only_index


def test_a_pack_whose_release_is_gone_is_named(old: Vault, tmp_path: Path) -> None:
    take_back(old, tmp_path / "1.zip")
    (release,) = old.rows("release")
    with old.unit("edit") as unit:
        unit.remove("release", int(str(release["id"])))
    (said,) = wrong_in(old)
    assert said.startswith("It is not remembered any more")


def test_withdrawn_and_replaced_packs_still_count(old: Vault, tmp_path: Path) -> None:
    take_back(old, tmp_path / "1.zip")
    (row,) = old.rows("sent")
    past = {"sequence": 1, "digest": row["digest"], "state": "withdrawn", "by": 2, "reason": "A mistake"}
    notice = {name: value for name, value in row.items() if name != "id"}
    notice |= {"pack": "20260101-abcdefgh", "sequence": 2, "policy": None, "history": json.dumps([past])}
    with old.unit("pack") as unit:
        unit.save("sent", None, {**notice, "digest": f"sha256:{'0' * 64}"})
    assert {one.number: one.state for one in sent_packs(old)}[1] == "withdrawn"
    old.confirm_signing()
    assert draft_pack(old, quarter()).made_of.past.forgotten.packs != ()
    assert wrong_in(old) == []
