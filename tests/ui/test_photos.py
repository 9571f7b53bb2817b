"""Photos at the window: added by keys with words for everybody, opened, removed, copied; bad ones refused."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import rest
from tests.ui.test_reencoding import MARKER, REFUSED, jpeg
from tests.vaults import as_somebody_else, make_vault
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.attached.form import CONSENT
from ui.screens.attached.larger import Larger
from ui.screens.attached.photos import Photos
from ui.screens.shell import Shell
from ui.screens.today.forms import form_place, form_words
from vcse_desktop.actions import photos
from vcse_desktop.actions.picture_files import is_bare
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import tr

PLACE = "activities"

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Answers = dict[str, Path | None]
SHOWS = "Five lines on a flip chart"


@pytest.fixture
def session(vault: Vault) -> int:
    """A session with a register that is saved."""
    with vault.unit("add") as unit:
        activity = unit.save("activity", None, {"title": "Drop-in"})
        return unit.save("session", None, {"activity": activity, "date": "2026-01-02", "people_n": 9})


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    """A photo as it comes from a phone, under a name that says too much."""
    file = tmp_path / "Ann and Bo.jpg"
    file.write_bytes(jpeg((800, 600)))
    return file


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """What the computer's own windows answer: "open" and "save"."""
    answers: Answers = {"open": None, "save": None}
    monkeypatch.setattr(Photos, "asking", staticmethod(lambda _: answers["open"]))
    monkeypatch.setattr(Larger, "asking", staticmethod(lambda *_: answers["save"]))
    return answers


def under(window: MainWindow, qtbot: QtBot, place: str, what: object) -> Photos:
    """Go to a record and return the photos under it."""
    shell_of(window).go(place, what)
    rest(qtbot)
    (found,) = (one for one in window.findChildren(Photos) if one.isVisible())
    return found


def shell_of(window: MainWindow) -> Shell:
    shell = window.shell()
    assert shell is not None
    return shell


def press(*keys: Qt.Key | str) -> int:
    """Press keys where the focus is; return how many but letters."""
    for key in keys:
        at = QApplication.focusWidget()
        assert at is not None
        if isinstance(key, str):
            QTest.keyClicks(at, key)
        else:
            QTest.keyClick(at, key)
    return sum(not isinstance(key, str) for key in keys)


def save(qtbot: QtBot) -> int:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return, CTRL)
    rest(qtbot)
    return 1


def said(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def opened(window: MainWindow) -> Larger:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (found,) = window.findChildren(Larger)
    return found


def test_one_is_added_by_keys_opened_removed_and_brought_back(  # noqa: PLR0913, PLR0917 - a fixture each
    window: MainWindow, vault: Vault, session: int, camera: Path, asked: Answers, qtbot: QtBot
) -> None:
    page = under(window, qtbot, "activities", ("session", session))
    assert "No photos yet." in said(page)
    page.add.setFocus()
    press(Qt.Key.Key_Return)
    assert page.form is None  # the person has left the computer's window
    asked["open"] = camera
    keys = press(Qt.Key.Key_Return)
    rest(qtbot)
    assert page.form is not None and tr(CONSENT) in said(page.form)
    assert page.form.form.values()["people_shown"] is None
    keys += save(qtbot)  # too early: what it shows is needed
    assert "What it shows, for those who cannot see it (needed)" in said(page.form)
    assert vault.rows("attachment") == []
    keys += press(SHOWS)
    keys += save(qtbot)
    assert keys <= 3
    assert page.form is None and [one.accessibleName() for one in page.thumbs] == [f"Photo: {SHOWS}"]
    assert QApplication.focusWidget() is page.add
    (photo,) = photos.photos(vault, "session", session)
    kept = photos.picture(vault, photo.id)
    assert kept is not None and is_bare(kept) and MARKER.encode() not in kept
    assert vault.row("session", session) is not None and vault.units(1)[0].why == "add"

    page.thumbs[0].setFocus()
    press(Qt.Key.Key_Return)
    rest(qtbot)
    large = opened(window)
    assert large.picture.accessibleName() == SHOWS and not large.picture.pixmap().isNull()
    assert "Ann" not in large.windowTitle() + said(large)
    press(Qt.Key.Key_Escape)
    rest(qtbot)
    assert window.findChildren(Larger) == [] and page.isVisible()
    page.thumbs[0].click()
    rest(qtbot)
    opened(window).remove.click()
    rest(qtbot)
    assert page.thumbs == [] and "No photos yet." in said(page)
    window.activateWindow()  # offscreen nobody does it when a dialog closes
    rest(qtbot)
    QTest.keyClick(window, Qt.Key.Key_U, ALT)
    rest(qtbot)
    rest(qtbot)
    assert [one.photo for one in page.thumbs] == [photo]
    assert photos.picture(vault, photo.id) == kept


def test_bad_files_are_refused_in_words_and_nothing_is_kept(
    window: MainWindow, vault: Vault, session: int, tmp_path: Path, qtbot: QtBot
) -> None:
    page = under(window, qtbot, "activities", ("session", session))
    before = vault.units()
    for what in ("words under another name", "half a JPEG", "a promise of 900 million points"):
        content, (title, sentence) = REFUSED[what]
        file = tmp_path / "photo.png"
        file.write_bytes(content)
        page.take(file)
        rest(qtbot)
        assert page.form is None and tr(title) in said(page) and tr(sentence) in said(page)
    page.take(tmp_path / "gone.png")
    rest(qtbot)
    assert "There is no picture in this place" in said(page)
    assert vault.units() == before and page.add.isVisible()


def test_what_was_typed_stays_a_draft_and_its_place_is_known(
    window: MainWindow, vault: Vault, session: int, camera: Path, qtbot: QtBot
) -> None:
    page = under(window, qtbot, "activities", ("session", session))
    page.take(camera)
    rest(qtbot)
    press(SHOWS)
    shell_of(window).drafts.write()
    rest(qtbot)
    press(Qt.Key.Key_Escape)  # leaves the form, not the register
    rest(qtbot)
    assert page.isVisible() and page.form is None
    (draft,) = window.desk.drafts.known.values() if window.desk else []
    assert SHOWS in draft.body and MARKER not in draft.body and "Ann" not in draft.body
    assert form_words(draft.form) == "A photo" and form_place(draft) == ("activities", ("session", session))
    page.take(camera)
    rest(qtbot)
    assert page.form is not None and page.form.form.values()["alt_text"] == SHOWS
    page.leave()
    shell_of(window).go("activities", ("activity", vault.rows("activity")[0]["id"]))
    rest(qtbot)
    page = under(window, qtbot, "activities", ("session", session))  # made anew
    _button(page, "Go on with it").click()
    rest(qtbot)
    page.take(camera)
    rest(qtbot)
    assert page.form is not None and page.form.form.values()["alt_text"] == SHOWS
    page.form.form.first().setFocus()
    save(qtbot)
    assert [one.alt_text for one in photos.photos(vault, "session", session)] == [SHOWS]
    assert vault.drafts() == []


def test_words_are_changed_a_copy_is_saved_and_a_keeper_erases(  # noqa: PLR0913, PLR0917 - a fixture each
    window: MainWindow,
    vault: Vault,
    session: int,
    asked: Answers,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    (photo,) = photos.keep_photo(vault, "session", session, small(), {"alt_text": SHOWS}).ids
    page = under(window, qtbot, "activities", ("session", session))

    def open_it() -> Larger:
        page.thumbs[0].click()
        rest(qtbot)
        return opened(window)

    large = open_it()
    asked["save"] = tmp_path / "copy.jpg"
    large.copy.click()
    rest(qtbot)
    assert (tmp_path / "copy.jpg").read_bytes() == small() and "not encrypted" in said(large)
    large.change.click()
    rest(qtbot)
    assert page.form is not None and page.form.form.values()["alt_text"] == SHOWS
    page.form.form.put({"caption": "Our plan", "people_shown": True})
    page.form.saving.emit()
    rest(qtbot)
    assert page.thumbs[0].accessibleName() == f"Photo: {SHOWS}. Our plan"
    large = open_it()
    large.erase.click()
    assert large.sure.no.hasFocus()
    large.sure.yes.click()
    rest(qtbot)
    assert vault.picture(photo) is None and page.thumbs == []


def test_a_keeper_is_told_of_removed_ones_and_erases_them(
    window: MainWindow, vault: Vault, session: int, qtbot: QtBot
) -> None:
    made = [photos.keep_photo(vault, "session", session, small(), {"alt_text": SHOWS}).ids[0] for _ in "ab"]
    page = under(window, qtbot, "activities", ("session", session))
    assert not page.removed.isVisible()
    page.thumbs[0].click()
    rest(qtbot)
    opened(window).remove.click()
    rest(qtbot)
    assert "1 removed photo is still in the vault" in said(page)
    page.removed.erase.click()
    page.removed.sure.no.click()
    assert window.focusWidget() is page.removed.erase and vault.picture(made[0]) is not None
    page.removed.erase.click()
    page.removed.sure.yes.click()
    rest(qtbot)
    assert not page.removed.isVisible() and vault.picture(made[0]) is None
    assert [one.photo.id for one in page.thumbs] == made[1:]


@pytest.mark.parametrize(("kind", "place"), [("activity", "activities"), ("insight", "voices")])
def test_they_stand_under_an_activity_and_on_what_was_said(
    window: MainWindow, vault: Vault, kind: str, place: str, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        record = unit.save(kind, None, {"title": "Dig"} if kind == "activity" else {"words": "It is quiet."})
    photos.keep_photo(vault, kind, record, small(), {"alt_text": SHOWS})
    page = under(window, qtbot, place, (kind, record))
    assert [one.photo.alt_text for one in page.thumbs] == [SHOWS]


@pytest.mark.parametrize("role", ["helper", "member"])
def test_a_helper_sees_none_and_a_member_is_offered_no_erasing(
    role: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    made, _ = make_vault(tmp_path / "vault")
    with made.unit("add") as unit:
        session = unit.save("session", None, {"date": "2026-01-02"})
    photos.keep_photo(made, "session", session, small(), {"alt_text": SHOWS})
    window = MainWindow()
    with as_somebody_else(made, role) as vault:
        window.resize(1280, 800)
        window.show()
        window.enter(vault)
        rest(qtbot)
        shell_of(window).go("activities", ("session", session))
        rest(qtbot)
        found = [one for one in window.findChildren(Photos) if one.isVisible()]
        assert (SHOWS in "".join(one.accessibleName() for one in window.findChildren(QWidget))) == bool(found)
        assert len(found) == (role == "member")
        for page in found:
            page.thumbs[0].click()
            rest(qtbot)
            assert opened(window).remove.isVisible() and not opened(window).erase.isVisible()
            opened(window).reject()
        tasks.close()
        window.desk = None
        window.close()
        window.deleteLater()


def small() -> bytes:
    """Return a picture as it is kept."""
    if not _small:
        import io  # noqa: PLC0415

        made = io.BytesIO()
        Image.linear_gradient("L").save(made, "JPEG")
        _small.append(made.getvalue())
    return _small[0]


_small: list[bytes] = []


def _button(page: QWidget, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())
