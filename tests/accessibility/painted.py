"""What is painted: the contrast of words with their ground, and whether two pictures differ."""

from functools import cache
from typing import cast

from PIL import Image, ImageChops
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListView, QWidget

from tests.accessibility.seen import all_of, name, place, words
from ui.theme.tokens import contrast

ENOUGH = 4.5
LETTERS = 3
"""Fewer letters than these are all edge and no core: the arithmetic of the tokens answers for them."""
Colour = tuple[int, int, int]
FEW = 1 << 10


def picture(shot: QImage, area: QRect) -> Image.Image:
    """Return a part of a picture of a window for counting."""
    part = shot.copy(area).convertToFormat(QImage.Format.Format_RGB888)
    size = (part.width(), part.height())
    return Image.frombytes("RGB", size, bytes(part.constBits()), "raw", "RGB", part.bytesPerLine())


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels of two pictures of the same size differ."""
    difference = ImageChops.difference(picture(one, one.rect()), picture(other, other.rect())).convert("L")
    return sum(difference.histogram()[1:])


def ink_on_ground(part: Image.Image) -> float:
    """Return the contrast of the strongest ink with the commonest colour; 21 where there is one colour."""
    area = part.width * part.height  # as many colours at most; a larger table only costs time
    found = cast(list[tuple[int, Colour]], part.getcolors(min(area, FEW)) or part.getcolors(area))
    _, ground = max(found)
    return max((_contrast(ground, ink) for n, ink in found if n > 1 and ink != ground), default=21)


@cache
def _contrast(one: Colour, other: Colour) -> float:
    return contrast(_hex(one), _hex(other))


def weak(root: QWidget) -> list[str]:
    """Return the words that stand out too little from their ground, wherever the page is scrolled to."""
    shot, found = root.grab().toImage(), []
    for sort in (QLabel, QAbstractButton, QLineEdit, QComboBox):
        for one in all_of(root, sort):
            area = _inside(one, root)
            if sum(c.isalpha() for c in words(one)) < LETTERS or not one.isEnabled() or area.isEmpty():
                continue
            ratio = ink_on_ground(picture(shot, area))
            if ratio < ENOUGH:
                found.append(f"{ratio:.2f}: {name(one)}")
    for view in all_of(root, QListView):
        found += _weak_rows(view, root, shot)
    return found


def _weak_rows(view: QListView, root: QWidget, shot: QImage) -> list[str]:
    """Return the rows of a list, chosen or not, that stand out too little."""
    found, inside = [], view.viewport().visibleRegion().boundingRect()
    for row in range(view.model().rowCount()):
        index = view.model().index(row, view.modelColumn())
        area = view.visualRect(index).adjusted(8, 4, -4, -4)
        if area.isEmpty() or not inside.contains(area):
            continue
        area.moveTopLeft(view.viewport().mapTo(root, area.topLeft()))
        scale = root.devicePixelRatio()
        ratio = ink_on_ground(picture(shot, QRect(area.topLeft() * scale, area.size() * scale)))
        if ratio < ENOUGH:
            found.append(f"{ratio:.2f}: row {index.data()!r} of {name(view)}")
    return found


def _inside(one: QWidget, root: QWidget) -> QRect:
    """Return where the words of a part are; empty when it is not wholly to be seen."""
    if one.visibleRegion().boundingRect() != one.rect():
        return QRect()
    area = place(one, root).adjusted(4, 4, -4, -4)
    scale = root.devicePixelRatio()
    return QRect(area.topLeft() * scale, area.size() * scale).intersected(root.rect())


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
