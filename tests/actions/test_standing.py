"""What takes a keeper is refused to a member, what takes a member to a helper, before anything is done."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.groups import decided, make_group, quarter
from tests.vaults import THEIRS, as_somebody_else
from vcse_desktop.actions import importing, packing, recording, sending
from vcse_desktop.actions.checking import check_pack
from vcse_desktop.actions.grouping import set_group, set_groups
from vcse_desktop.actions.packing import Draft
from vcse_desktop.actions.standing import HELPER, MEMBER
from vcse_desktop.actions.today import waiting, week
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, Draft, Path]]:
    """The vault of a group opened by a member, with the draft that they made, and a folder."""
    place = tmp_path_factory.mktemp("group")
    with as_somebody_else(make_group(place / "vault"), MEMBER) as vault:
        yield vault, packing.draft_pack(vault, quarter()), place


def refused(act: Callable[[], object]) -> str:
    """Return the title that a refusal has."""
    with pytest.raises(Refused) as told:
        act()
    return told.value.title


def test_a_member_drafts_a_pack_and_a_keeper_signs_it(drafted: tuple[Vault, Draft, Path]) -> None:
    vault, draft, place = drafted
    assert draft.files()
    file = place / "pack.zip"
    for sign in (
        lambda: sending.sign_pack(vault, draft, file, THEIRS),
        lambda: packing.write_signed(vault, draft, file),
    ):
        assert refused(sign) == "A keeper can do this"
    assert not file.exists()
    assert vault.rows("sent") == []


def test_a_member_changes_nothing_that_the_group_decides(drafted: tuple[Vault, Draft, Path]) -> None:
    vault, _, place = drafted
    table = place / "table.csv"
    table.write_text("When\n2026-01-05\n", "utf-8")
    before = vault.units()
    for act in (
        lambda: importing.prepare(vault, table, "session", {"date": "When"}),
        lambda: set_groups(vault, decided("under_5")),
        lambda: set_group(vault, "safeguarding_name", "Somebody"),
    ):
        assert refused(act) == "A keeper can do this"
    assert vault.units() == before


def test_a_helper_drafts_and_checks_no_pack_but_sees_their_day(tmp_path: Path) -> None:
    with as_somebody_else(make_group(tmp_path / "vault"), HELPER) as vault:
        assert refused(lambda: packing.draft_pack(vault, quarter())) == "A member or a keeper can do this"
        assert refused(lambda: check_pack(tmp_path / "no.zip", vault)) == "A member or a keeper can do this"
        assert refused(lambda: recording.add(vault, "person", {"known_as": "New"})) == (
            "A member or a keeper can do this"
        )
        assert [figure.code for figure in week(vault, recording.today())] == ["hours", "volunteers"]
        assert waiting(vault, recording.today()).waits == []
        (activity, *_) = vault.rows("activity")
        made = recording.add(vault, "session", {"activity": activity["id"], "date": "2026-01-05"})
        recording.undo(vault)
        assert vault.row("session", made.ids[0]) is None
