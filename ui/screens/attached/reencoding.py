"""A picture that somebody chose, made anew from what can be seen on it; it needs no window."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from vcse_desktop.actions.picture_files import WEBP, is_whole, kind_of
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_

LONG_SIDE = 1600
"""Pixels of the longer side that are kept: enough to read a flip chart by."""
MOST_POINTS, MOST_SIDE = 50_000_000, 30_000
"""Of a picture that is read at all: what its head says is believed before any room is made for it."""
MOST_ROOM = 256
"""Megabytes that reading one picture may take."""
HEAD = QSize(480, 200)
"""Points of a picture at the head of a report."""
MOST_KEPT = 2 * 1024 * 1024
QUALITIES = (85, 70, 50, 30, 10)
"""How finely a picture is kept, tried until it is small enough."""
NO_PICTURE = (
    N_("This is not a picture that can be added"),
    N_(
        "Nothing was added, and the file is as it was. Choose a JPEG or PNG picture. A phone that takes "
        "others can send its photos as JPEG."
    ),
)
CUT = (
    N_("This picture is not whole"),
    N_("A part of it is missing or damaged, so nothing was added. Copy it again, or choose another."),
)
TOO_MANY = (
    N_("This picture is too large"),
    N_(
        "It has more than 50 million points, so it was not added. Save it smaller, or take a photo of it, "
        "and add that."
    ),
)


def made_anew(content: bytes, side: int = LONG_SIDE) -> bytes:
    """Return a JPEG of what a picture shows and of nothing else: no camera, place, day or words are in it.

    Upright, on white, its longer side at most so many pixels. Refused says why a picture cannot be added.
    """
    return as_jpeg(_flat(_seen(content, side)))


def small_png(content: bytes) -> bytes:
    """Return a PNG of what a picture shows and of nothing else, small enough for the head of a page.

    Refused says why a picture cannot be used.
    """
    image = _flat(_seen(content, LONG_SIDE))
    if image.width() > HEAD.width() or image.height() > HEAD.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(HEAD, keep, smooth)
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(kept.data())


def _seen(content: bytes, side: int) -> QImage:
    kind = kind_of(content)
    if kind is None or (kind == WEBP and QByteArray(b"webp") not in QImageReader.supportedImageFormats()):
        raise Refused(*NO_PICTURE)
    image = _read(content, kind, QSize(side, side)) if is_whole(content) else QImage()
    if image.isNull():
        raise Refused(*CUT)
    return image


def _read(content: bytes, kind: str, room: QSize) -> QImage:
    """Return a picture no larger than this room; an empty one when it cannot be read.

    One decoder alone is asked: that of another kind could take what somebody was sent for its own, as that
    of TGA does with some a JPEG.
    """
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MOST_ROOM)
    size = reader.size()
    if size.isEmpty():
        return QImage()
    if size.width() * size.height() > MOST_POINTS or max(size.width(), size.height()) > MOST_SIDE:
        raise Refused(*TOO_MANY)
    if size.width() > room.width() or size.height() > room.height():
        small = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    return reader.read()


def _flat(image: QImage) -> QImage:
    """Return the colours alone, as any screen shows them: what the picture carried besides stays behind."""
    if image.colorSpace().isValid():
        shown = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        image = image if shown.isNull() else shown
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.drawImage(QRect(0, 0, made.width(), made.height()), image)
    painter.end()
    return made


def as_jpeg(image: QImage) -> bytes:
    """Return an image as a JPEG that is small enough to be kept."""
    for quality in QUALITIES:
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(quality)
        writer.write(image)
        buffer.close()
        if kept.size() <= MOST_KEPT:
            break
    return bytes(kept.data())


def shown(content: bytes, room: QSize) -> QImage:
    """Return a picture of the vault, no larger than this room; an empty one when it cannot be read."""
    kind = kind_of(content)
    return _read(content, kind, room) if kind else QImage()
