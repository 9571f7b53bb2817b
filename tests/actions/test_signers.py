"""Who is known, what came of whom, and what happens when somebody else takes their name."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.groups import PARTNER, make_group, quarter
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import documents
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.documents import received
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.sending import note_handed_over, sent_packs
from vcse_desktop.actions.signers import forget, known_signers, signer_called
from vcse_desktop.actions.unlocking import Vault, new_vault, unlock
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.passphrase import FLOOR


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to be copied, in which is the vault of a partner who knows a group by its first pack."""
    place = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(place / "profile"))
        theirs, _ = new_vault(place / "theirs", PARTNER, PASSPHRASE, keeper="A. B.", kdf=FLOOR)
        with theirs, make_group(place / "ours") as ours:
            make_pack(ours, quarter(), place / "1.zip")
            (sent,) = sent_packs(ours)
            note_handed_over(ours, sent.pack, " by  e-mail ")
            (sent,) = sent_packs(ours)
            assert (sent.handed, sent.kind, sent.state) == ("by e-mail", "pack", "current")
            they_match(theirs, check_pack(place / "1.zip", theirs))
    return place


@pytest.fixture
def theirs(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    """The vault of a partner who knows a group by its first pack, ``1.zip``."""
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "profile"))
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    with unlock(tmp_path / "theirs", PASSPHRASE) as vault:
        yield vault


def test_the_address_book_says_who_compared_and_one_can_be_forgotten(theirs: Vault, tmp_path: Path) -> None:
    checked = check_pack(tmp_path / "1.zip", theirs)
    (one,) = known_signers(theirs)
    assert (one.name, one.digits, one.compared_by) == ("Carers of the Vale", checked.digits, "A. B.")
    assert (one.statements, one.documents) == (1, 1)
    assert signer_called(theirs, "carers of the VALE") == signer_called(theirs, checked.digits) == one
    changed = forget(theirs, one.first)
    assert known_signers(theirs) == []
    assert check_pack(tmp_path / "1.zip", theirs).result.verdict is Verdict.UNKNOWN_SIGNER
    assert [other.signer for other in received(theirs)] == ["A signer who was forgotten"]
    assert changed.unit is not None
    undo(theirs, changed.unit)
    assert known_signers(theirs) == [one]
    assert check_pack(tmp_path / "1.zip", theirs).result.verdict is Verdict.OK


def test_somebody_else_of_that_name_is_stopped_until_the_first_is_forgotten(
    theirs: Vault, tmp_path: Path
) -> None:
    with make_group(tmp_path / "else", name="CARERS of the Vale!") as thief:
        make_pack(thief, quarter(), tmp_path / "2.zip")
    met = check_pack(tmp_path / "2.zip", theirs)
    assert met.result.verdict is Verdict.IMPOSTOR
    assert met.first_sentence.startswith("Stop.")
    assert any("forget the earlier one" in one for one in met.sentences())
    assert not met.is_new_signer
    forget(theirs, known_signers(theirs)[0].first)
    met = check_pack(tmp_path / "2.zip", theirs)
    assert met.is_new_signer
    assert met.doubt == ""


def test_what_came_in_is_listed_with_what_was_found(theirs: Vault, tmp_path: Path) -> None:
    assert received(theirs) == []
    check_pack(tmp_path / "1.zip", theirs)
    (one,) = received(theirs)
    assert (one.signer, one.number, one.kind_words) == ("Carers of the Vale", 1, "Summary pack")
    assert one.title == "Carers of the Vale: 1 January 2024 to 31 March 2024"
    assert (one.verdict_words, one.state_words) == ("Good", "Stands: not replaced, not taken back")
    assert documents.save_table(theirs, tmp_path / "register.xlsx") == 1
