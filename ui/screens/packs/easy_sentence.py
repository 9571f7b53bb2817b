"""One sentence of the Easy Read page: its words, counted while they are typed, and its picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit

from ui import errors, tasks
from ui.screens.attached.choosing import AskPicture, ask_picture, ready
from ui.screens.attached.reencoding import shown
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.frame import column, field, flow
from ui.widgets.remark import Remark
from ui.widgets.words import heading, text
from vcse_desktop.actions.easy_read import Line
from vcse_desktop.actions.easy_words import is_too_long, words_left
from vcse_desktop.i18n import N_, tr

LONG_SIDE = 800
"""Pixels of the longer side of a picture that stands beside a sentence."""
WIDE, HIGH = 212, 150
SENTENCE, SHOWS = N_("Sentence {number}"), N_("What its picture shows, for those who cannot see it")
SHORTER = N_("This is longer than an Easy Read sentence may be. Make two sentences of it, or say less.")
IN_IT = N_("{part}: {what}")
NO_PICTURE, WITH_PICTURE = N_("Choose a picture…"), N_("Choose another picture…")


class EasySentence(QFrame):
    """``changed`` tells each change, ``gone`` that it is to be taken out, ``up`` that it goes before the one
    before it."""

    changed, gone, up = Signal(), Signal(), Signal()
    asking: AskPicture = staticmethod(ask_picture)
    """How a file is asked for; tests put something in its place that needs no window."""

    def __init__(self, line: Line, picture: Callable[[int], bytes | None]) -> None:
        """``picture`` returns one of the vault."""
        super().__init__()
        self.setProperty("k", "card")
        self._line, self._look_up = line, picture
        self._title, self._count, self._wrong = heading("", 2), text("", "small"), Remark()
        self.words, self.shows, self.small = QLineEdit(line.text), QLineEdit(line.shows), QLabel()
        self.choose = button(tr(NO_PICTURE), self._choose, picture="file")
        self.take_out, self.earlier = (
            button(tr(N_("Take this sentence out")), self.gone.emit, "quiet"),
            button(tr(N_("Move it up")), self.up.emit, "quiet"),
        )
        self.small.hide()
        self.setLayout(
            column(
                self._title,
                field(tr(N_("The sentence")), self.words),
                self._count,
                self._wrong,
                self.small,
                flow(self.choose),
                field(tr(SHOWS), self.shows),
                flow(self.earlier, self.take_out),
                gap=8,
                margin=20,
            )
        )
        self.words.textChanged.connect(self._typed)
        self.shows.textChanged.connect(lambda _: self.changed.emit())
        self._told()
        self._show_picture()

    def number(self, place: int) -> None:
        """Say which of the sentences it is, to those who hear it, too."""
        said = tr(SENTENCE, number=place)
        self._title.setText(said)
        self.words.setAccessibleName(said)
        self.earlier.setVisible(place > 1)
        for one, words in ((self.take_out, N_("Take out: {part}")), (self.earlier, N_("Move up: {part}"))):
            one.setAccessibleName(tr(words, part=said))
        self.shows.setAccessibleName(tr(IN_IT, part=said, what=tr(SHOWS)))
        chosen = WITH_PICTURE if self._line.has_picture else NO_PICTURE
        self.choose.setAccessibleName(tr(IN_IT, part=said, what=tr(chosen)))

    def line(self) -> Line:
        """Return it as it stands here now."""
        return Line(self.words.text(), self.shows.text(), self._line.picture, self._line.jpeg)

    def _typed(self) -> None:
        self._told()
        self.changed.emit()

    def _told(self) -> None:
        """Say how many words it has of those that it may have, and when it has more."""
        long = is_too_long(self.words.text())
        self._count.setText(words_left(self.words.text()))
        if long and not self._wrong.text():
            self._wrong.say(tr(SHORTER))
        elif not long:
            self._wrong.clear()

    def _choose(self) -> None:
        file = self.asking(self)
        if file is not None:
            self.take(file)

    def take(self, file: Path) -> None:
        """Get the picture in a file ready; one that cannot be added is refused in words."""
        tasks.run(self, lambda: ready(file, LONG_SIDE), self._taken, self._not_taken)

    def _taken(self, jpeg: bytes) -> None:
        self._line = Line(jpeg=jpeg)
        self._wrong.clear()
        self._told()
        self._show_picture()
        self.shows.setFocus()
        self.changed.emit()

    def _not_taken(self, error: BaseException) -> None:
        self._wrong.say(errors.sentence(error))

    def _show_picture(self) -> None:
        """Show which picture it has, from what was chosen or from the vault."""
        line, room = self._line, QSize(px(WIDE), px(HIGH))
        if not line.has_picture:
            return
        self.choose.setText(tr(WITH_PICTURE))

        def read() -> QImage:
            kept = self._look_up(line.picture) if line.picture is not None else None
            return shown(line.jpeg or kept or b"", room)

        tasks.run(self, read, self._drawn, self._not_taken)

    def _drawn(self, image: QImage) -> None:
        self.small.setPixmap(QPixmap.fromImage(image))
        self.small.setAccessibleName(tr(N_("The picture that you chose")))
        self.small.setVisible(not image.isNull())
