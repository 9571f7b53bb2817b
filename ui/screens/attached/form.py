"""What is said of a photo before it is kept: what it shows, its caption, and whether people are on it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel

from ui.forms.record_form import RecordForm
from ui.screens.keyed import keyed
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions import photos
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Form, Lists, Values
from vcse_desktop.records.parts import ATTACHMENT

CONSENT = N_(
    "Only with the yes of everyone who can be recognised. It stays in the vault and never goes into a pack."
)
BARE = N_("It is kept smaller, and without the place and the day that a camera writes into it.")
NEW, CHANGED = N_("A new photo"), N_("What this photo shows")
WIDE, HIGH = 320, 220
_FIELDS = {field.code: field for field in ATTACHMENT.fields}
SAID = replace(
    ATTACHMENT,
    fields=tuple(
        replace(_FIELDS[code], form=Form.QUICK, required=code == "alt_text") for code in photos.WORDS
    ),
    of=(),
)
"""The words of an attachment as a form; what it shows is needed here."""
SAVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def preview_room() -> QSize:
    """Return the pixels that the picture over the form may take."""
    return QSize(px(WIDE), px(HIGH))


class PhotoForm(QFrame):
    """``saving``, ``left``, ``given_up`` (throwing it away) and ``agreeing`` (noting consent) are wishes.

    ``photo`` is None for a new one, whose picture is ``jpeg``. Within it Ctrl+Enter and Esc are its own.
    """

    saving = Signal()
    left = Signal()
    given_up = Signal()
    agreeing = Signal()

    def __init__(self, lists: Lists, values: Values, photo: int | None, jpeg: bytes) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.photo, self.jpeg, self.busy = photo, jpeg, False
        self.form = RecordForm(SAID, lists, {}, values)
        self._first = self.form.typed()
        self.small = QLabel()
        self.small.hide()
        notice = Notice("info", tr(CONSENT))
        notice.add(flow(button(tr(N_("Note what somebody agreed to")), self.agreeing.emit, "quiet")))
        save = button(tr(N_("Keep this photo") if photo is None else N_("Save")), self.saving.emit, "primary")
        leave = button(
            tr(N_("Do not add it") if photo is None else N_("Throw away what I typed")),
            self.given_up.emit,
            "quiet",
        )
        bare = text(tr(BARE), "small")
        title = heading(tr(NEW if photo is None else CHANGED), 3)
        verbs = flow(keyed(save, tr(N_("Ctrl+Enter"))), leave)
        self.setLayout(column(title, self.small, bare, notice, self.form, verbs, gap=14, margin=20))
        bare.setVisible(photo is None)

    def show_small(self, image: QImage) -> None:
        """Show which picture it is."""
        self.small.setPixmap(QPixmap.fromImage(image))
        self.small.setAccessibleName(tr(N_("The picture that you chose")))
        self.small.setVisible(not image.isNull())

    def work(self, vault: Vault, owner: str, record: int) -> Callable[[], Changed]:
        """Return what keeps this photo of a record, or what is said of it now."""
        photo, jpeg, words = self.photo, self.jpeg, self.form.values()
        if photo is None:
            return lambda: photos.keep_photo(vault, owner, record, jpeg, words)
        return lambda: photos.change_words(vault, photo, words)

    def event(self, event: QEvent) -> bool:
        """Take the two keys of the page while somebody types here: they are about this form then."""
        if isinstance(event, QKeyEvent) and _verb(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                (self.left if event.key() == Qt.Key.Key_Escape else self.saving).emit()
                return True
        return super().event(event)

    def typed(self) -> Values | None:
        """Return what stands in it, when that is not what it began with."""
        typed = self.form.typed()
        return typed if typed != self._first else None


def _verb(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return held == Qt.KeyboardModifier.NoModifier
    return event.key() in SAVES and held == Qt.KeyboardModifier.ControlModifier
