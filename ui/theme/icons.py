"""The pictures beside words: our own line drawings, in any colour, sharp at any size."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache, QTransform

from ui.theme import look
from vcse_desktop.paths import data_dir

GAP = 5
"""Pixels at 100% between a picture and its words, beside the four that Qt leaves by itself."""
POINTING = frozenset({"back", "next", "repeat", "leave"})
"""Pictures that point along the line of reading: they are turned round from right to left."""


@cache
def _drawing(name: str) -> str:
    return data_dir("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")


def picture(name: str, colour: QColor, pixels: int) -> QPixmap:
    """Return one picture in one colour at twice its size on the screen, for sharp screens; drawn once."""
    turned = name in POINTING and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    kept, key = QPixmap(), f"{name} {colour.name()} {pixels} {turned}"
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, colour, pixels, turned=turned)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn(name: str, colour: QColor, pixels: int, *, turned: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - 20 ms that the first paint does not need

    made = QPixmap(pixels * 2, pixels * 2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour.name()).encode())).render(painter)
    painter.end()
    if turned:
        made = made.transformed(QTransform().scale(-1, 1))
    made.setDevicePixelRatio(2)
    return made


def icon(name: str, ink: str = "ink2", pixels: int = 20) -> QIcon:
    """Return a picture by its name, in the ink of that name, at the size worn."""
    return QIcon(picture(name, look.colour(ink), look.text(pixels)))


def beside_words(name: str, ink: str) -> QPixmap:
    """Return a picture with room between it and the words after it, in the direction of reading."""
    drawn = picture(name, look.colour(ink), size().width())
    gap = look.px(GAP)
    made = QPixmap(drawn.width() + 2 * gap, drawn.height())
    made.setDevicePixelRatio(1)
    made.fill(Qt.GlobalColor.transparent)
    after = QGuiApplication.layoutDirection() is not Qt.LayoutDirection.RightToLeft
    drawn.setDevicePixelRatio(1)
    painter = QPainter(made)
    painter.drawPixmap(0 if after else 2 * gap, 0, drawn)
    painter.end()
    made.setDevicePixelRatio(2)
    return made


def size(pixels: int = 20) -> QSize:
    """Return the size of such a picture on the screen."""
    return QSize(look.text(pixels), look.text(pixels))
