"""One photo large, with what it shows in words, and what can be done with it. Esc closes it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.attached.erased import sentence
from ui.screens.attached.reencoding import shown
from ui.screens.attached.sure import Sure
from ui.screens.desk import Desk
from ui.tasks import Lane
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.ring import FocusRing
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import heading, text
from vcse_desktop.actions import photos
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.photos import Photo
from vcse_desktop.i18n import N_, tr

PLAIN = N_("A copy that you save is not encrypted: whoever has the file can see the photo.")
COPIED = N_("The copy is saved. It is not encrypted: delete it when it is no longer needed.")
PEOPLE = {
    True: N_("People are on it."),
    False: N_("Nobody is on it."),
    None: N_("Nobody has said whether people are on it."),
}
SHOWS = N_("It shows: {alt}")
REMOVED = N_("The photo is removed.")
FOR_GOOD = N_("It will be gone from this vault for good, from the history as well. Nobody can bring it back.")
ERASING = N_("Erasing…")
Answer = TypeVar("Answer")
NAME, KINDS = "photo.jpg", N_("Pictures (*.jpg)")
"""The name proposed for a copy says nothing about anybody."""
LARGEST = QSize(1600, 1600)


class Shown(QLabel):
    """A picture as large as there is room for."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setAccessibleName(words)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, image: QImage) -> None:
        """Show this."""
        self._whole = QPixmap.fromImage(image)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for little, whatever is shown: it takes what the words beneath leave."""
        return QSize(px(160), px(180))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as large as there is room for, and no larger than it is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        sharp = self.devicePixelRatioF()
        room = (self.size() * sharp).boundedTo(self._whole.size())
        way = Qt.TransformationMode.SmoothTransformation
        made = self._whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, way)
        made.setDevicePixelRatio(sharp)
        self.setPixmap(made)


class Larger(QDialog):
    """``changing`` is the wish to change its words; ``gone`` tells that it was taken out or erased."""

    changing = Signal()
    gone = Signal()
    asking: AskWhere = staticmethod(ask_where)

    def __init__(self, desk: Desk, photo: Photo, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Photo")))
        self._desk, self._photo, self._window = desk, photo, window
        self.picture = Shown(photo.alt_text)
        self.notice = Notice("info")
        self.close_it = button(tr(N_("Close")), self.reject)
        self.copy = button(tr(N_("Save a copy…")), self._copy, picture="file")
        self.change = button(tr(N_("Change the words")), self._change, picture="edit")
        self.remove = button(tr(N_("Remove it")), self._remove, "quiet")
        self.erase = button(tr(N_("Erase it for good")), self._ask, "quiet")
        verbs = (self.close_it, self.copy, self.change, self.remove, self.erase)
        self._verbs = boxed(column(text(tr(PLAIN), "small"), flow(*verbs), gap=8))
        self.sure = Sure(tr(FOR_GOOD), tr(N_("No, keep it")), tr(N_("Yes, erase it for good")))
        self.sure.agreed.connect(self._erase)
        self.sure.kept.connect(self._kept)
        words = (heading(photo.caption or tr(N_("Photo")), 2), text(tr(SHOWS, alt=isolated(photo.alt_text))))
        people = text(tr(PEOPLE[photo.people_shown]), "sub")
        inside = column(self.picture, *words, people, self.notice, self._verbs, self.sure, gap=10, margin=20)
        inside.setStretch(0, 1)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = boxed(inside)
        ground.setObjectName("page")
        page.setWidget(ground)
        self.setLayout(column(page))
        self.erase.setVisible(desk.keeper)
        self.resize(window.size() * 9 / 10)
        self.ring = FocusRing(self)
        self.close_it.setFocus()
        self._look()

    def _look(self) -> None:
        vault, photo = self._desk.vault, self._photo.id

        def asked() -> QImage:
            content = photos.picture(vault, photo)
            return shown(content, LARGEST) if content else QImage()

        tasks.run(self, asked, self._show, self._failed)

    def _show(self, image: QImage) -> None:
        self.picture.put(image)
        self.copy.setVisible(not image.isNull())
        if image.isNull():
            self.notice.show_as("info", tr(photos.GONE[1]), tr(photos.GONE[0]))

    def _copy(self) -> None:
        file = self.asking(self, tr(N_("Save a copy of the photo")), NAME, tr(KINDS))
        if file is not None:
            self._write(file)

    def _write(self, file: Path) -> None:
        vault, photo = self._desk.vault, self._photo.id
        work = lambda: photos.save_copy(vault, photo, file)  # noqa: E731
        tasks.run(self, work, lambda _: self.notice.say(tr(COPIED), "info"), self._failed, Lane.ACT)

    def _change(self) -> None:
        self.accept()
        self.changing.emit()

    def _remove(self) -> None:
        vault, photo = self._desk.vault, self._photo.id
        self._work(lambda: photos.remove_photo(vault, photo), lambda changed: (tr(REMOVED), changed))

    def _ask(self) -> None:
        self._verbs.hide()
        self.sure.ask()

    def _kept(self) -> None:
        self._verbs.show()
        self.erase.setFocus()

    def _erase(self) -> None:
        vault, photo, language = self._desk.vault, self._photo.id, spoken()
        self.notice.say(tr(ERASING), "info")
        work = lambda: photos.erase_photo(vault, photo, language)  # noqa: E731
        self._work(work, lambda done: (sentence(done), done.changed))

    def _work(self, work: Callable[[], Answer], says: Callable[[Answer], tuple[str, Changed]]) -> None:
        """Do what takes the photo away, and close; it is told of, even if somebody closed this meanwhile."""
        desk, window = self._desk, self._window

        def done(answer: Answer) -> None:
            if isValid(self):
                self.accept()
                self.gone.emit()
            desk.did(*says(answer))

        tasks.run(window, work, done, lambda error: errors.tell(window, error), Lane.ACT)

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)
