"""One photo in small: a button with the picture and its caption, which opens it large."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ui.language import plain
from ui.theme.look import px
from ui.widgets.words import text
from vcse_desktop.actions.photos import Photo
from vcse_desktop.i18n import N_, tr

WIDE, HIGH = 212, 150
"""Pixels at 100% of the picture in it."""
EDGE = 8
NAME, CAPTIONED = N_("Photo: {alt}"), N_("Photo: {alt}. {caption}")
MISSING = N_("This picture is not in this vault.")


def room() -> QSize:
    """Return the pixels that a small picture may take at the text size worn."""
    return QSize(px(WIDE), px(HIGH))


class Thumb(QPushButton):
    """What it shows is its name for screen readers."""

    def __init__(self, photo: Photo, small: QImage, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.photo = photo
        self.setAutoDefault(True)
        name = tr(CAPTIONED if photo.caption else NAME, alt=photo.alt_text, caption=photo.caption)
        self.setAccessibleName(plain(name))
        self.picture = QLabel() if not small.isNull() else text(tr(MISSING), "small")
        self.picture.setFixedSize(room())
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if not small.isNull():
            self.picture.setPixmap(QPixmap.fromImage(small))
        self.caption = text(photo.caption, "small")
        self.caption.setMinimumWidth(room().width())  # fixed, its height would be that of a wider one
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(EDGE), px(EDGE), px(EDGE), px(EDGE))
        layout.setSpacing(px(4))
        for label in (self.picture, self.caption):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.caption.setVisible(bool(photo.caption))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _: pressed())

    def sizeHint(self) -> QSize:
        """Return the size of the picture with its caption beneath, whatever lines that has."""
        around, width = 2 * px(EDGE) + 4, room().width()
        words = self.caption.heightForWidth(width) + px(4) if self.photo.caption else 0
        return QSize(width + around, room().height() + words + around)

    def minimumSizeHint(self) -> QSize:
        """Never cut the caption."""
        return self.sizeHint()
