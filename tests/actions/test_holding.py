"""A keeper says who may open this; a member and a helper see it, and change nothing."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.groups import PARTNER, quarter
from tests.trio import HELPERS, MEMBERS, slot_of
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import holding, keeping, recovery_sheet, today
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.restoring import confirm_signing
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock, unlock_with_code
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.unfit import NoRoom

NOW = datetime.now(UTC).astimezone().date()


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("holding") / "vault"
    vault, code = new_vault(folder, "Anytown Carers", PASSPHRASE, keeper="A. K.", kdf=FLOOR)
    with vault:
        holding.add_person(vault, "Mair", "member", MEMBERS)
        holding.add_person(vault, " Huw ", "helper", HELPERS)
    return folder, code


@pytest.fixture
def folder(locked: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(locked[0], tmp_path / "vault"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with unlock(folder, PASSPHRASE) as opened:
        yield opened


def roles(vault: Vault) -> list[tuple[str, str]]:
    return [(one.label, one.role) for one in holding.holders(vault)]


def test_the_list_says_who_since_when_and_who_is_in(vault: Vault) -> None:
    found = holding.holders(vault)
    assert roles(vault) == [("A. K.", "keeper"), ("Mair", "member"), ("Huw", "helper")]
    assert [one.me for one in found] == [True, False, False]
    assert {one.since for one in found} == {NOW}


CHANGES: dict[str, Callable[[Vault], object]] = {
    "add": lambda vault: holding.add_person(vault, "Nia", "member", "the words of a new one"),
    "role": lambda vault: holding.change_role(vault, slot_of(vault, "Huw"), "keeper"),
    "name": lambda vault: holding.rename(vault, slot_of(vault, "Huw"), "H."),
    "remove": lambda vault: holding.remove_person(vault, slot_of(vault, "Huw")),
    "new sheet": recovery_sheet.new_sheet,
    "keep sheet": lambda vault: recovery_sheet.keep_sheet(vault, "", ""),
    "new key": holding.new_key,
    "index": keeping.rebuild_index,
}


@pytest.mark.parametrize("secret", [MEMBERS, HELPERS], ids=["member", "helper"])
def test_nobody_but_a_keeper_changes_anything(folder: Path, secret: str) -> None:
    with unlock(folder, secret) as opened:
        before = roles(opened), opened.units(1), (folder / "vault.keys").read_bytes()
        for change in CHANGES.values():
            with pytest.raises(Refused, match="A keeper can do this"):
                change(opened)
        assert (roles(opened), opened.units(1), (folder / "vault.keys").read_bytes()) == before
        assert not holding.may_change(opened)
        assert keeping.doctor(opened) == [], "anybody may look whether it is whole"


def test_whoever_came_in_by_the_sheet_counts_as_a_keeper(folder: Path, locked: tuple[Path, str]) -> None:
    with unlock_with_code(folder, locked[1]) as opened:
        assert holding.may_change(opened)
        holding.change_role(opened, slot_of(opened, "Mair"), "keeper")
        holding.remove_person(opened, slot_of(opened, "A. K."), rekey=False)
        assert roles(opened) == [("Mair", "keeper"), ("Huw", "helper")]


def test_somebody_taken_out_opens_nothing_new(vault: Vault) -> None:
    old = {name: (vault.folder / name).read_bytes() for name in ("vault.keys", "vault.keys.bak")}
    steps: list[int] = []
    assert holding.remove_person(vault, slot_of(vault, "Huw"), progress=lambda done, _: steps.append(done))
    assert holding.NO_WAY_BACK in steps
    assert roles(vault) == [("A. K.", "keeper"), ("Mair", "member")]
    with pytest.raises(Refused, match="nothing to undo"):  # who may open this is no step of the work
        undo(vault)
    vault.lock()
    with pytest.raises(WrongKeyOrDamaged):
        unlock(vault.folder, HELPERS)
    for name, content in old.items():
        (vault.folder / name).write_bytes(content)
    with pytest.raises(WorldError):
        unlock(vault.folder, HELPERS)


def test_a_new_key_that_is_stopped_leaves_them_out_with_the_old_key(vault: Vault) -> None:
    assert not holding.remove_person(vault, slot_of(vault, "Huw"), cancelled=lambda: True)
    assert len(roles(vault)) == 2
    assert holding.new_key(vault)


def test_too_little_room_is_said_before_anybody_is_taken_out(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(vault.folder)._replace(free=1000)
    monkeypatch.setattr("vcse_desktop.store.kept.shutil.disk_usage", lambda _: usage)
    with pytest.raises(NoRoom):
        holding.remove_person(vault, slot_of(vault, "Huw"))
    assert len(roles(vault)) == 3
    assert not holding.remove_person(vault, slot_of(vault, "Huw"), rekey=False)
    assert len(roles(vault)) == 2


def test_a_key_that_could_not_be_made_is_said_with_who_is_out(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoRoom(5_000_000, 0)

    monkeypatch.setattr("vcse_desktop.store.unlocked.renew", full)
    with pytest.raises(WorldError, match="The new key was not made") as raised:
        holding.remove_person(vault, slot_of(vault, "Huw"))
    assert raised.value.values["name"] == "Huw"
    assert "5 MB" in str(raised.value.values["why"])
    assert len(roles(vault)) == 2


def test_the_last_keeper_and_oneself_cannot_be_taken_out(vault: Vault) -> None:
    me = slot_of(vault, "A. K.")
    with pytest.raises(Refused, match="A keeper has to stay"):
        holding.remove_person(vault, me)
    holding.change_role(vault, slot_of(vault, "Mair"), "keeper")
    with pytest.raises(Refused, match="You cannot take yourself out"):
        holding.remove_person(vault, me)
    holding.change_role(vault, me, "member")
    with pytest.raises(Refused, match="A keeper can do this"):
        holding.change_role(vault, me, "keeper")


def test_today_reminds_until_there_is_a_second_keeper_or_a_sheet_that_was_tried(
    vault: Vault, locked: tuple[Path, str]
) -> None:
    def reminded() -> bool:
        return any(wait.kind == "sheet" for wait in today.waiting(vault, NOW).waits)

    assert reminded()
    mair = slot_of(vault, "Mair")
    holding.change_role(vault, mair, "keeper")
    assert not reminded()
    holding.change_role(vault, mair, "member")
    assert reminded()
    rehearse(vault, locked[1])
    assert not reminded()
    code = recovery_sheet.new_sheet(vault)
    assert not reminded(), "nothing is changed before the new sheet is typed back"
    recovery_sheet.keep_sheet(vault, code, code)
    assert not reminded()


def test_a_sheet_that_was_put_off_and_lost_is_replaced(vault: Vault, locked: tuple[Path, str]) -> None:
    assert not vault.rehearsed
    code = recovery_sheet.new_sheet(vault)
    slip = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(Refused, match="slip") as raised:
        recovery_sheet.keep_sheet(vault, code, slip)
    assert raised.value.values["group"] == 7
    with pytest.raises(Refused, match="does not open"):
        recovery_sheet.keep_sheet(vault, code, code, old=recovery_sheet.new_sheet(vault))
    recovery_sheet.keep_sheet(vault, code, code)
    assert vault.rehearsed
    vault.lock()
    with pytest.raises(WrongKeyOrDamaged):
        unlock_with_code(vault.folder, locked[1])
    unlock_with_code(vault.folder, code).lock()


@pytest.mark.parametrize("with_old", [True, False])
def test_partners_take_the_next_pack_after_a_new_sheet(
    vault: Vault, locked: tuple[Path, str], tmp_path: Path, with_old: bool
) -> None:
    """With the old sheet at once; without it they compare the same digits again."""
    with vault.unit("add") as unit:
        unit.save("organisation", None, {"name": PARTNER})
        activity = unit.save("activity", None, {"title": "Drop-in"})
        for day in range(1, 13):
            unit.save(
                "session",
                None,
                {"date": f"2024-0{2 + day % 3}-{day:02}", "activity": activity, "people_n": 14},
            )
    rehearse(vault, locked[1])
    confirm_signing(vault, locked[1])  # it was made on another computer
    partner, _ = new_vault(tmp_path / "partner", PARTNER, PASSPHRASE, kdf=FLOOR)
    with partner:
        make_pack(vault, quarter(), tmp_path / "one.vcse-pack")
        first = check_pack(tmp_path / "one.vcse-pack", partner)
        they_match(partner, first)
        code = recovery_sheet.new_sheet(vault)
        recovery_sheet.keep_sheet(vault, code, code, old=locked[1] if with_old else "")
        make_pack(
            vault,
            Choices(date(2024, 4, 1), date(2024, 6, 30), PARTNER, large_print=False),
            tmp_path / "two.vcse-pack",
        )
        second = check_pack(tmp_path / "two.vcse-pack", partner)
        asked = Verdict.OK if with_old else Verdict.UNKNOWN_SIGNER
        assert second.result.verdict is asked
        assert second.digits == first.digits
