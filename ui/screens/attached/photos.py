"""The photos of one record, under it: small ones that open large, and a button that adds one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.attached.choosing import AskPicture, ask_picture, ready
from ui.screens.attached.form import PhotoForm, preview_room
from ui.screens.attached.larger import Larger
from ui.screens.attached.reencoding import shown
from ui.screens.attached.removed import Removed
from ui.screens.attached.thumb import Thumb, room
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.tasks import Lane
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import card, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions import photos
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.photos import Photo
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists, Values

EMPTY = N_("No photos yet. A photo of the flip chart, or of what was made, can be kept here.")
READING = N_("Getting the picture ready…")
KEPT, SAVED = N_("The photo is kept in the vault."), N_("Saved.")
"""What is said once it is done."""
COME_BACK = N_("What you typed is here again once you choose the photo that it is about.")
Kept = tuple[int | None, Values]
"""What was typed and not saved, and the photo that it is about, None for a new one."""
Found = tuple[list[tuple[Photo, QImage]], int, Lists]
"""The photos, how many removed ones are still in the vault, and the lists of the group."""


class Photos(QWidget):
    """``filled`` tells that what is there now is shown."""

    filled = Signal()
    asking: AskPicture = staticmethod(ask_picture)
    """How a file is asked for; tests put something in its place that needs no window."""

    def __init__(self, desk: Desk, owner: str, record: int, level: int = 2) -> None:
        super().__init__()
        explained(self, "photos", within=True)
        self._desk, self._owner, self._record = desk, owner, record
        self._lists: Lists = {}
        self.form: PhotoForm | None = None
        self.waiting: Kept | None = None
        self.thumbs: list[Thumb] = []
        self._small = flow(gap=12)
        self._empty = text(tr(EMPTY), "sub")
        self._reading = text(tr(READING), "sub")
        self.notice = Notice("warn")
        self.add = button(tr(N_("Add a photo…")), self.choose, picture="add")
        self._place = column()
        self.removed = Removed(desk, owner, record)
        title = heading(tr(N_("Photos")), level)
        told = (self._empty, self._small, self.notice, self._reading)
        self.setLayout(column(title, *told, self.add, self._place, self.removed, gap=10))
        for one in (self._empty, self._reading, self.notice):
            one.hide()
        changes.changed.connect(self._changed)
        self.look()
        key = lambda: (f"{owner}.photo", record)  # noqa: E731
        begun(self, Drafted(key, partial(_draft, self), partial(_go_on, self), row=1))

    def look(self) -> None:
        """Ask the vault again for the photos; a form that is open stays."""
        vault, owner, record = self._desk.vault, self._owner, self._record
        size, sharp, keeper = room(), self.devicePixelRatioF(), self._desk.keeper

        def asked() -> Found:
            found = photos.photos(vault, owner, record)
            small = [_small(photos.picture(vault, one.id), size, sharp) for one in found]
            removed = photos.removed(vault, owner, record) if keeper else 0
            return list(zip(found, small, strict=True)), removed, group_lists(vault)

        tasks.run(self, asked, self._show, partial(errors.tell, self))

    def _show(self, found: Found) -> None:
        pairs, removed, self._lists = found
        self.removed.tell(removed)
        self.thumbs = [Thumb(photo, small, partial(self.open, photo)) for photo, small in pairs]
        layout = self._small.layout()
        if layout is not None:
            emptied(layout)
            for thumb in self.thumbs:
                layout.addWidget(thumb)
        self._small.setVisible(bool(pairs))
        self._empty.setVisible(not pairs)
        self.filled.emit()

    def _changed(self, changed: Changed) -> None:
        if "attachment" in changed.kinds:
            self.look()

    def open(self, photo: Photo) -> None:
        """Show a photo large, with what can be done with it."""
        made = Larger(self._desk, photo, self.window())
        made.changing.connect(lambda: self.begin(photo))
        made.gone.connect(self.add.setFocus)
        made.open()

    def choose(self) -> None:
        """Ask for a picture and get it ready."""
        file = self.asking(self)
        if file is not None and not self._reading.isVisible():
            self.take(file)

    def take(self, file: Path) -> None:
        """Get the picture in a file ready, then ask what is said of it; a bad one is refused in words."""
        size, sharp = preview_room(), self.devicePixelRatioF()

        def work() -> tuple[bytes, QImage]:
            jpeg = ready(file)
            return jpeg, _small(jpeg, size, sharp)

        self.notice.clear()
        self._reading.show()
        announce(self, tr(READING))
        tasks.run(self, work, lambda made: self.begin(None, *made), self._not_read)

    def _not_read(self, error: BaseException) -> None:
        self._reading.hide()
        if isinstance(error, Refused):
            self.notice.say(tr(error.sentence, **error.values), "warn", tr(error.title))
        else:
            errors.tell(self, error)

    def begin(self, photo: Photo | None, jpeg: bytes = b"", small: QImage | None = None) -> None:
        """Open the form of a new photo or of one that is there; what was typed before is there again."""
        self._reading.hide()
        self.leave()
        words = {code: getattr(photo, code) or None for code in photos.WORDS[:2]} if photo else {}
        values = {**words, "people_shown": photo.people_shown if photo else None}
        form = PhotoForm(self._lists, values, photo.id if photo else None, jpeg)
        if self.waiting is not None and self.waiting[0] == form.photo:
            form.form.put(self.waiting[1])
            self.waiting = None
        form.show_small(small or QImage())
        form.saving.connect(self.save)
        form.left.connect(self.leave)
        form.given_up.connect(self._give_up)
        form.agreeing.connect(lambda: self._desk.go("people"))
        self.form = form
        self._place.addWidget(form)
        form.show()
        self.add.hide()
        form.form.first().setFocus()

    def save(self) -> None:
        """Keep the photo, or what is said of it."""
        form = self.form
        if form is None or form.busy:
            return
        found = form.form.problems()
        form.form.show_problems(found)
        if found:
            return
        form.busy = True

        def done(changed: Changed) -> None:
            if self.form is form:
                self._give_up()
            self._desk.did(tr(KEPT if form.photo is None else SAVED), changed)

        def failed(error: BaseException) -> None:
            form.busy = False
            if isinstance(error, NotSound):
                form.form.show_problems(error.problems)
            else:
                errors.tell(self, error)

        work = form.work(self._desk.vault, self._owner, self._record)
        tasks.run(self, work, done, failed, Lane.ACT)

    def leave(self) -> None:
        """Close the form; what was typed and not saved stays a draft."""
        if self.form is not None:
            form, self.form = self.form, None
            typed = form.typed()
            self.waiting = self.waiting if typed is None else (form.photo, typed)
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.add.show()
            self.add.setFocus()

    def _give_up(self) -> None:
        over(self)
        self.leave()
        self.waiting = None


def _draft(page: Photos) -> Kept | None:
    """Return what was typed and not saved, in the form that is open or in one that was left."""
    typed = page.form.typed() if page.form is not None else None
    return page.waiting if page.form is None or typed is None else (page.form.photo, typed)


def _go_on(page: Photos, kept: Kept) -> None:
    """Let what was typed stand in a form again: at once where its photo is there, else with the next."""
    page.leave()
    page.waiting = kept
    there = [one for one in page.thumbs if one.photo.id == kept[0]]
    if there:
        page.begin(there[0].photo)
    else:
        page.waiting = (None, kept[1])
        page.notice.say(tr(COME_BACK), "info")
        page.add.setFocus()


def _small(content: bytes | None, size: QSize, sharp: float) -> QImage:
    """Return a picture for this room, sharp on this screen; an empty one for none."""
    made = shown(content, size * sharp) if content else QImage()
    made.setDevicePixelRatio(sharp)
    return made


def put_photos(desk: Desk, part: QWidget, owner: str, record: int) -> None:
    """Put the photos of a record under the part of a page that is about it; a helper sees none."""
    layout = part.layout()
    if not desk.helper and isinstance(layout, QVBoxLayout):
        ends = layout.itemAt(layout.count() - 1)
        place = layout.count() - int(ends is not None and ends.spacerItem() is not None)
        layout.insertWidget(place, card(Photos(desk, owner, record)))
