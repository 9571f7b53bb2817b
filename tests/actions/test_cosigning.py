"""Two people sign, on one computer and on two: nobody can do it for the other; nothing less is finished."""

import shutil
import zipfile
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Self

import pytest

from tests.groups import PARTNER, make_group, quarter
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import approving, cosigning, notices
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.cosigning import NotTheirs
from vcse_desktop.actions.opening import save_report
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.actions.recovery_sheet import keep_sheet, new_sheet
from vcse_desktop.actions.sending import sent_packs
from vcse_desktop.actions.unlocking import Vault, new_vault, unlock
from vcse_desktop.errors import Refused
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.passphrase import FLOOR

OWN = "the chair has these words"


class Two:
    """A group with a chair who must sign, and a partner who knows the group."""

    def __init__(self, place: Path, chairs: Vault | None = None) -> None:
        self.place = place
        self.ours = make_group(place / "ours")
        self.code = new_sheet(self.ours)
        keep_sheet(self.ours, self.code, self.code)
        self.theirs, _ = new_vault(place / "theirs", PARTNER, PASSPHRASE, kdf=FLOOR)
        make_pack(self.ours, quarter(), place / "0.zip")
        they_match(self.theirs, check_pack(place / "0.zip", self.theirs))
        self.chair = approving.make_own_key(chairs or self.ours, "Chair of trustees", OWN, FLOOR)
        approving.save_own_card(self.chair, place / "chair.pem")
        card = approving.read_card(place / "chair.pem")
        approving.appoint(self.ours, PASSPHRASE, self.code, [(card, self.chair.digits)], 2)

    def copied(self, place: Path) -> Self:
        """Return the same in another folder, once both vaults are locked here, and open there."""
        shutil.copytree(self.place, place, dirs_exist_ok=True)
        other = copy(self)
        other.place = place
        other.ours, other.theirs = (unlock(place / name, PASSPHRASE) for name in ("ours", "theirs"))
        return other

    def pack(self, name: str) -> Path:
        """Sign a pack as the group alone."""
        return make_pack(self.ours, quarter(), self.place / name).file

    def seen(self, file: Path) -> Verdict:
        """Return what the partner sees."""
        return check_pack(file, self.theirs).result.verdict


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Two:
    """Both as they are once the chair is appointed, to be copied: their vaults are locked."""
    place = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(place / "profile"))
        two = Two(place)
        two.ours.lock()
        two.theirs.lock()
    return two


@pytest.fixture
def two(made: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "profile"))
    mine = made.copied(tmp_path)
    with mine.ours, mine.theirs:
        yield mine


def test_on_one_computer_each_types_a_passphrase_of_their_own(two: Two) -> None:
    unfinished = two.pack("1.zip")
    assert unfinished.name.startswith("UNFINISHED-")
    assert two.seen(unfinished) is Verdict.UNFINISHED
    (mine,) = cosigning.may_sign(two.ours, check_pack(unfinished, two.ours).result)
    assert (mine.label, mine.key) == ("Chair of trustees", two.chair.key)
    with pytest.raises(NotTheirs):
        cosigning.cosign(two.ours, unfinished, mine.key, PASSPHRASE, two.place / "2.zip")
    done = cosigning.cosign(two.ours, unfinished, mine.key, OWN, two.place / "2.zip")
    assert (done.missing, done.file) == (0, two.place / "2.zip")
    assert two.seen(done.file) is Verdict.OK
    assert check_pack(done.file, two.ours).ours
    assert len(sent_packs(two.ours)) == 2
    with pytest.raises(Refused, match="nothing to sign"):
        cosigning.cosign(two.ours, done.file, mine.key, OWN, two.place / "3.zip")


def test_a_file_that_was_unpacked_or_zipped_again_on_the_way_can_be_signed_too(two: Two) -> None:
    unfinished = two.pack("1.zip")
    with zipfile.ZipFile(unfinished) as archive:
        archive.extractall(two.place / "unpacked")
        again = two.place / "again.zip"
        with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as other:
            for name in archive.namelist():
                other.writestr(name, archive.read(name))
    for number, file in enumerate((two.place / "unpacked", again)):
        assert cosigning.may_sign(two.ours, check_pack(file, two.ours).result)
        back = cosigning.cosign(two.ours, file, two.chair.key, OWN, two.place / f"{number}.p7s").file
        made = cosigning.put_in(file, back, two.place / f"whole-{number}.zip")
        assert two.seen(made.file) is Verdict.OK


def test_a_notice_waits_for_the_second_signature_too(two: Two) -> None:
    made = notices.take_back(
        two.ours, sent_packs(two.ours)[0].pack, "It was wrong.", two.place / "n.zip", PASSPHRASE
    )
    assert made.file.name.startswith("UNFINISHED-")
    done = cosigning.cosign(two.ours, made.file, two.chair.key, OWN, two.place / "n.zip")
    assert two.seen(done.file) is Verdict.OK
    assert two.seen(two.place / "0.zip") is Verdict.WITHDRAWN


def test_nobody_is_appointed_whose_digits_are_others(two: Two) -> None:
    with pytest.raises(Refused, match="not the same"):
        approving.appoint(two.ours, PASSPHRASE, two.code, [(two.chair, "1" * 30)], 2)
    with pytest.raises(Refused, match="many cannot sign"):
        approving.appoint(two.ours, PASSPHRASE, two.code, [(two.chair, two.chair.digits)], 3)
    assert approving.appointed(two.ours) == ({two.chair.key: "Chair of trustees"}, 2)
    approving.appoint(two.ours, PASSPHRASE, two.code, [], 1)
    assert approving.appointed(two.ours) == ({}, 1)
    assert two.seen(two.pack("1.zip")) is Verdict.OK


def test_what_is_no_card_is_told(two: Two) -> None:
    (two.place / "letter.pem").write_text("Dear all", "utf-8")
    with pytest.raises(Refused, match="no card"):
        approving.read_card(two.place / "letter.pem")
    with (two.place / "film.pem").open("wb") as film:
        film.truncate(1 << 31)
    with pytest.raises(Refused, match="no card"):
        approving.read_card(two.place / "film.pem")
    with pytest.raises(Refused, match="Say who signs"):
        approving.make_own_key(two.ours, " ", OWN, FLOOR)


def test_on_two_computers_the_key_of_the_second_never_comes_to_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "profile"))
    chairs, _ = new_vault(tmp_path / "chairs", "At home", PASSPHRASE, kdf=FLOOR)
    two = Two(tmp_path, chairs)
    with two.ours, two.theirs, chairs:
        assert approving.own_keys(two.ours, [two.chair.key]) == []
        unfinished = two.pack("1.zip")
        assert cosigning.may_sign(two.ours, check_pack(unfinished, two.ours).result) == []
        with pytest.raises(Refused, match="Compare the digits"):
            cosigning.cosign(chairs, unfinished, two.chair.key, OWN, tmp_path / "s.p7s")
        with pytest.raises(Refused, match="not open to read"):
            save_report(chairs, unfinished, tmp_path / "report.pdf")
        they_match(chairs, check_pack(unfinished, chairs))
        page = save_report(chairs, unfinished, tmp_path / "report.pdf")
        assert page.read_bytes() in unfinished.read_bytes(), "what the second reads is what the second signs"
        back = cosigning.cosign(chairs, unfinished, two.chair.key, OWN, tmp_path / "s.p7s")
        done = cosigning.put_in(unfinished, back.file, tmp_path / "done.zip")
        assert done.missing == 0
        assert two.seen(done.file) is Verdict.OK
        other = two.pack("2.zip")
        with pytest.raises(Refused, match="does not belong"):
            cosigning.put_in(other, back.file, tmp_path / "no.zip")
        assert not (tmp_path / "no.zip").exists()
