"""Another key, another name, the end, a lost key: what the group does, and what its partner then sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from gettext import NullTranslations
from pathlib import Path
from shutil import copytree

import pytest

from tests.groups import PARTNER, make_group, quarter
from tests.vaults import PASSPHRASE
from vcse_desktop import i18n
from vcse_desktop.actions import gathering, notices, succession, unlocking
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.not_yet import waiting
from vcse_desktop.actions.notices import PointsAtSomebody
from vcse_desktop.actions.packing import draft_pack, make_pack
from vcse_desktop.actions.recovery_sheet import keep_sheet, new_sheet
from vcse_desktop.actions.sending import sent_packs, sign_pack
from vcse_desktop.actions.signing import NotYours
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock
from vcse_desktop.disclosure import ledger
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.packs import making
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.passphrase import FLOOR

REASON = "Two sessions were counted twice."


class Town:
    """A group with its sheet, and its partner who has compared the digits of its first pack."""

    def __init__(self, place: Path, code: str) -> None:
        self.place, self.code, self.number = place, code, 1
        self.ours, self.theirs = (unlock(place / name, PASSPHRASE) for name in ("ours", "theirs"))
        self.ours.confirm_signing()  # a copy on another computer would have to wait
        self.first = place / "1.zip"

    def file(self) -> Path:
        """Return a new name for a file."""
        self.number += 1
        return self.place / f"{self.number}.zip"

    def pack(self, days: int = 0, audience: str = PARTNER, replaces: str = "", reason: str = "") -> Path:
        """Make the next pack, so many days ago."""
        file = self.file()
        with ago(days):
            make_pack(self.ours, replace(quarter(audience), replaces=replaces, reason=reason), file)
        return file

    def seen(self, file: Path) -> Verdict:
        """Return what the partner sees."""
        return check_pack(file, self.theirs).result.verdict

    def notices(self) -> list[Path]:
        """Tell the partners."""
        folder = self.place / f"notices-{self.number}"
        folder.mkdir()
        return [one.file for one in notices.tell(self.ours, folder, PASSPHRASE)]


@contextmanager
def ago(days: int) -> Iterator[None]:
    """Let identities and packs be made so many days ago."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) - timedelta(days=days)

    with pytest.MonkeyPatch.context() as patch:
        for module in (unlocking, gathering):
            patch.setattr(module, "datetime", Then)
        yield


def begun(place: Path) -> str:
    """Make what a town begins with and return the code of the group's sheet."""
    with ago(2):
        ours, code = new_vault(place / "ours", "Carers of the Vale", PASSPHRASE, kdf=FLOOR)
    theirs, _ = new_vault(place / "theirs", PARTNER, PASSPHRASE, kdf=FLOOR)
    with ours, theirs:
        rehearse(ours, code)
        _fill(ours)
        with ago(1):
            make_pack(ours, quarter(), place / "1.zip")
        they_match(theirs, check_pack(place / "1.zip", theirs))
        check_pack(place / "1.zip", theirs)
    return code


def _fill(vault: Vault) -> None:
    with vault.unit("add") as unit:
        activity = unit.save("activity", None, {"title": "Drop-in"})
        for day in range(1, 13):
            said = {"date": f"2024-02-{day:02}", "activity": activity, "people_n": 14, "helpers_n": 3}
            unit.save("session", None, said)


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    place = tmp_path_factory.mktemp("town")
    return place, begun(place)


@pytest.fixture
def town(beginning: tuple[Path, str], tmp_path: Path) -> Iterator[Town]:
    place, code = beginning
    copytree(place, tmp_path / "town")
    made = Town(tmp_path / "town", code)
    with made.theirs:
        yield made
        made.ours.lock()


def test_a_changed_key_is_followed_and_a_notice_keeps_what_was_sent(town: Town) -> None:
    unseen = town.pack(1)
    before = check_pack(unseen).digits
    done = succession.change_key(town.ours, PASSPHRASE, town.code)
    assert done.digits != before
    assert [one.kind for one in waiting(town.ours, date(2026, 1, 1)).waits if one.kind == "untold"]
    (line,) = notices.to_tell(town.ours)
    assert (line.audience, line.number) == ((PARTNER,), 3)
    (notice,) = town.notices()
    assert notices.to_tell(town.ours) == []
    assert not [one.kind for one in waiting(town.ours, date(2026, 1, 1)).waits if one.kind == "untold"]
    checked = check_pack(notice, town.theirs)
    assert checked.result.verdict is Verdict.OK
    assert checked.result.changed
    assert checked.digits == done.digits
    assert done.digits in dict(checked.facts())["What it says"]
    assert town.seen(unseen) is Verdict.OK


def test_without_the_notice_what_was_not_seen_yet_is_revoked(town: Town) -> None:
    unseen = town.pack(1)
    succession.change_key(town.ours, PASSPHRASE, town.code, stolen=True)
    notices_of_another_line = town.pack(audience="Somebody else")
    assert town.seen(notices_of_another_line) is Verdict.OK
    assert town.seen(unseen) is Verdict.REVOKED


def test_a_pack_that_waits_to_be_signed_is_made_again_after_a_change(town: Town) -> None:
    draft = draft_pack(town.ours, quarter())
    succession.change_key(town.ours, PASSPHRASE, town.code)
    with pytest.raises(Refused, match="key of your group was changed"):
        sign_pack(town.ours, draft, town.file(), PASSPHRASE)


def test_another_name_is_followed_with_the_same_digits(town: Town) -> None:
    before = check_pack(town.first).digits
    done = succession.rename(town.ours, PASSPHRASE, town.code, "Vale Carers", "GB-CHC-7654321")
    assert (done.digits, done.name) == (before, "Vale Carers")
    checked = check_pack(town.pack(), town.theirs)
    assert (checked.result.verdict, checked.result.name) == (Verdict.OK, "Vale Carers")


def test_a_group_that_has_closed_signs_notices_alone(town: Town) -> None:
    succession.close(town.ours, PASSPHRASE, town.code)
    (notice,) = town.notices()
    checked = check_pack(notice, town.theirs)
    assert checked.result.verdict is Verdict.OK
    assert any("has closed" in one for one in checked.remarks)
    with pytest.raises(Refused, match="said that it closed"):
        town.pack()
    with pytest.raises(Refused, match="said that it closed"):
        succession.change_key(town.ours, PASSPHRASE, town.code)


def test_new_records_carry_on_by_the_old_sheet_and_digits_are_compared_again(town: Town) -> None:
    town.ours.lock()
    town.ours, code = new_vault(town.place / "new", "Carers of the Vale", PASSPHRASE, kdf=FLOOR)
    rehearse(town.ours, code)
    _fill(town.ours)
    with pytest.raises(Refused, match="does not belong"):
        succession.carry_on(town.ours, PASSPHRASE, code, "", town.first)
    done = succession.carry_on(town.ours, PASSPHRASE, code, town.code, town.first)
    assert [one.number for one in sent_packs(town.ours)] == [1]
    (notice,) = town.notices()
    checked = check_pack(notice, town.theirs)
    assert checked.result.verdict is Verdict.UNKNOWN_SIGNER
    assert any("only one of the two keys before" in one for one in checked.remarks)
    assert checked.digits == done.digits
    they_match(town.theirs, checked)
    assert [town.seen(file) for file in (notice, town.first)] == [Verdict.OK, Verdict.OK]


def test_new_records_that_sent_something_already_do_not_take_another_name(town: Town) -> None:
    with make_group(town.place / "other", name="Carers of the Hill") as other:
        make_pack(other, quarter(), town.file())
        code = new_sheet(other)
        keep_sheet(other, code, code)
        with pytest.raises(Refused, match="signed with the key of now"):
            succession.carry_on(other, PASSPHRASE, code, town.code, town.first)


def test_another_computer_that_has_the_old_key_signs_nothing_any_more(town: Town) -> None:
    key = town.ours.signing_key()
    assert key is not None
    succession.change_key(town.ours, PASSPHRASE, town.code)
    town.ours.keep_signing_key(key)  # as it still is on the other one, which has heard of everything else
    with pytest.raises(Refused, match="changed on another computer"):
        town.pack()


def test_nothing_changes_without_the_passphrase_and_the_sheet(town: Town) -> None:
    identity = town.ours.identity
    with pytest.raises(NotYours):
        succession.change_key(town.ours, "some other words here", town.code)
    with pytest.raises(Refused):
        succession.change_key(town.ours, PASSPHRASE, town.code[:-1] + "?")
    with pytest.raises(Refused):
        succession.change_key(town.ours, PASSPHRASE, new_sheet(town.ours))
    with pytest.raises(Refused, match="cannot stand"):
        succession.rename(town.ours, PASSPHRASE, town.code, "Vale", "seven")
    assert town.ours.identity == identity


def test_a_pack_that_is_taken_back_stays_counted_and_partners_see_why(town: Town) -> None:
    told = len(ledger.read(town.ours))
    (sent,) = sent_packs(town.ours)
    assert sent.can_change
    with pytest.raises(Refused, match="Say why"):
        notices.take_back(town.ours, sent.pack, " ", town.file(), PASSPHRASE)
    with pytest.raises(PointsAtSomebody):
        notices.take_back(town.ours, sent.pack, "Mrs Joan Pritchard asked us.", town.file(), PASSPHRASE)
    made = notices.take_back(town.ours, sent.pack, REASON, town.file(), PASSPHRASE)
    assert made.number == 2
    assert len(ledger.read(town.ours)) == told
    gone = {one.number: one for one in sent_packs(town.ours)}[1]
    assert (gone.state, gone.by, gone.reason, gone.can_change) == ("withdrawn", 2, REASON, False)
    with pytest.raises(Refused, match="cannot be taken back"):
        notices.take_back(town.ours, sent.pack, REASON, town.file(), PASSPHRASE)
    notice = check_pack(made.file, town.theirs)
    assert notice.result.verdict is Verdict.OK
    assert f"It takes back number 1: {REASON}" in notice.remarks
    seen = check_pack(town.first, town.theirs)
    assert seen.result.verdict is Verdict.WITHDRAWN
    assert REASON in seen.first_sentence
    assert dict(seen.plain())["changed_by"] == "2"


def full(*_: object) -> None:
    """Stand for a disk on which a file cannot get its name."""
    raise OSError


def test_a_notice_that_cannot_be_saved_takes_one_number_and_is_saved_by_the_same_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sent,) = sent_packs(town.ours)
    file = town.file()
    with monkeypatch.context() as patch:
        patch.setattr(making, "moved", full)
        with pytest.raises(WorldError):
            notices.take_back(town.ours, sent.pack, REASON, file, PASSPHRASE)
    assert not file.exists()
    assert [one.unsaved for one in sent_packs(town.ours)] == [False, True]
    assert notices.to_tell(town.ours) == []
    made = notices.take_back(town.ours, sent.pack, REASON, file, PASSPHRASE)
    assert (made.number, len(sent_packs(town.ours))) == (2, 2)
    assert check_pack(file, town.theirs).result.verdict is Verdict.OK
    assert town.seen(town.first) is Verdict.WITHDRAWN
    with pytest.raises(Refused, match="cannot be taken back"):
        notices.take_back(town.ours, sent.pack, REASON, town.file(), PASSPHRASE)


def test_a_notice_of_a_key_that_cannot_be_saved_still_waits(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    succession.change_key(town.ours, PASSPHRASE, town.code)
    waits = notices.to_tell(town.ours)
    with monkeypatch.context() as patch:
        patch.setattr(making, "moved", full)
        with pytest.raises(WorldError):
            town.notices()
    assert notices.to_tell(town.ours) == waits
    (notice,) = notices.tell(town.ours, town.place, PASSPHRASE)
    assert notice.number == waits[0].number
    assert notices.to_tell(town.ours) == []
    assert check_pack(notice.file, town.theirs).result.verdict is Verdict.OK
    assert len(town.ours.rows("sent")) == 2


class Otherwise(NullTranslations):
    """A language in which every text of ours is another one."""

    def gettext(self, message: str) -> str:
        return f"~ {message}"


def test_a_notice_that_waits_has_the_same_bytes_when_the_window_speaks_another_language(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    succession.change_key(town.ours, PASSPHRASE, town.code)
    with monkeypatch.context() as patch:
        patch.setattr(making, "moved", full)
        with pytest.raises(WorldError):
            town.notices()
    monkeypatch.setattr(i18n, "_catalogue", Otherwise())
    (notice,) = notices.tell(town.ours, town.place, PASSPHRASE)
    assert notices.to_tell(town.ours) == []
    assert check_pack(notice.file, town.theirs).result.verdict is Verdict.OK


def test_a_pack_that_takes_the_place_of_another_says_so_and_why(town: Town) -> None:
    (sent,) = sent_packs(town.ours)
    with pytest.raises(Refused, match="cannot take the place"):
        town.pack(audience="Somebody else", replaces=sent.pack)
    newer = check_pack(town.pack(replaces=sent.pack, reason=REASON), town.theirs)
    assert newer.result.verdict is Verdict.OK
    assert f"It takes the place of number 1: {REASON}" in newer.remarks
    seen = check_pack(town.first, town.theirs)
    assert (seen.result.verdict, seen.result.number) == (Verdict.SUPERSEDED, 2)
    assert any(REASON in one for one in seen.remarks)
    with pytest.raises(Refused, match="cannot take the place"):
        town.pack(replaces=sent.pack)
