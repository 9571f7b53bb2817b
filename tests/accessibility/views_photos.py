"""Photos under a register: some, the form of a new one, a file that cannot be added, and one large."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.attached.erased import ERASED
from ui.screens.attached.form import CONSENT
from ui.screens.attached.larger import Larger
from ui.screens.attached.photos import EMPTY, Photos
from ui.screens.attached.reencoding import as_jpeg
from ui.screens.shell import Shell
from vcse_desktop.actions import photos
from vcse_desktop.i18n import tr


def photographed(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield each state of the photos of a session; afterwards it has none, as before."""
    vault = shell.desk.vault
    rows = vault.rows("session")
    if not rows:
        return
    session = int(str(rows[0]["id"]))
    jpeg = as_jpeg(_picture())
    words: list[dict[str, object]] = [
        {"alt_text": tr(EMPTY), "caption": tr(CONSENT), "people_shown": True},
        {"alt_text": tr(ERASED)},
    ]
    made = [photos.keep_photo(vault, "session", session, jpeg, one).ids[0] for one in words]
    shell.go("activities", ("session", session))
    settle()
    (page,) = (one for one in window.findChildren(Photos) if one.isVisible())
    page.add.setFocus()
    yield "photos", window
    page.begin(None, jpeg, _picture())
    settle()
    yield "photos-new", window
    page.save()
    settle()
    yield "photos-new-asked", window
    page.leave()
    page.take(Path(__file__))
    settle()
    yield "photos-refused", window
    page.notice.clear()
    page.open(page.thumbs[0].photo)
    settle()
    yield from _large(window)
    for photo in made:
        photos.remove_photo(vault, photo)
    page.look()
    settle()
    yield "photos-removed", window
    page.removed.erase.click()
    settle()
    yield "photos-removed-asked", window
    page.removed.sure.yes.click()
    settle()


def _large(window: MainWindow) -> Iterator[View]:
    large = window.findChildren(Larger)[-1]
    yield "photo-large", large
    large.erase.click()
    settle()
    yield "photo-erase", large
    large.reject()
    window.activateWindow()
    settle()


def _picture() -> QImage:
    made = QImage(QSize(320, 240), QImage.Format.Format_RGB32)
    made.fill(QColor("#8899aa"))
    return made


PHOTOS: tuple[Callable[[MainWindow, Shell], Iterator[View]], ...] = (photographed,)
"""Walks behind the door."""
