"""From right to left every screen is the mirror of itself from left to right."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.accessibility import room
from tests.accessibility.conftest import FEW, Shown, one_in
from tests.accessibility.dress import Dress, only_direction, opened, wear
from tests.accessibility.seen import View, all_of, name, place, scrolled, words
from ui.main_window import MainWindow
from ui.screens.make_pack.preview import OTHER_LANGUAGE

NEAR = 2
"""Pixels by which a mirrored part may stand elsewhere."""
Check = Callable[[QWidget], list[str]]
Stands = list[tuple[str, QRect, Qt.LayoutDirection]]
Places = dict[str, tuple[int, Stands]]
"""For each screen how wide it is, and where each part of it stands and how it is read."""
PAGE, BAR = "_Ground 'page'", 16
"""How a page is called, and how wide the bar is that it is scrolled with, at most."""
OF_THE_PAST = "people-erase"
"""What erasing would take is told with what the round before has left in the history: no mirror of it."""


def places(dress: Dress, shown: Shown, *checks: Check) -> tuple[Places, list[str]]:
    """Return where each part with words stands on each screen, and what the checks have found there."""
    stand: Places = {}
    found: list[str] = []
    with opened(dress) as window:
        for view, root in chain.from_iterable(shown(window)):
            found += [f"{view}: {one}" for check in checks for one in check(root)]
            if root is window:
                each = [(name(one), place(one, root), one.layoutDirection()) for one in parts(root)]
                stand[view] = (root.width(), each)
    return stand, found


def parts(root: QWidget) -> list[QWidget]:
    """Return what stands somewhere for itself: what has words, and each page; but what English lacks."""
    found = [one for one in all_of(root, QWidget) if words(one) or scrolled(one)]
    lacking = OTHER_LANGUAGE.partition("{")[0]
    return [one for one in found if not words(one).startswith(lacking)]


def named(stands: Stands) -> Counter[str]:
    """Return what stands on a screen by its words, without the marks that say how they are read."""
    return Counter(one.replace("\\u200e", "") for one, _, _ in stands)


def beside_bar(stands: Stands, turned: Stands) -> int:
    """Return by how much a page is narrower one way round: its letters are higher there, so it has a bar."""
    both = zip(stands, turned, strict=True)
    pages = [abs(one.width() - other.width()) for (what, one, _), (_, other, _) in both if what == PAGE]
    return next((some for some in pages if some <= BAR), 0)


@pytest.mark.parametrize("shown", ["small", "packs"], indirect=True)
def test_every_screen_is_mirrored_and_nothing_is_cut_there(
    shown: Shown, tmp_path: Path, qapp: QApplication, seed: int
) -> None:
    def drawn(window: MainWindow) -> list[Iterator[View]]:
        return one_in(FEW, shown(window), random.Random(seed))  # noqa: S311

    words_of = only_direction(tmp_path)
    wear(qapp, Dress(), words_of)
    straight, _ = places(Dress(), drawn)
    wear(qapp, Dress("ar"), words_of)
    turned, found = places(Dress("ar"), drawn, room.cut, room.small, room.on_top)
    again = f"\nVCSE_SEED={seed} goes the same way again"
    assert not found, "\n".join(found) + again
    shifted = [
        f"{view}: {named(stands) - named(turned[view][1])}, {named(turned[view][1]) - named(stands)}"
        for view, (_, stands) in straight.items()
        if not view.startswith(OF_THE_PAST) and len(stands) != len(turned[view][1])
    ]
    assert not shifted, "\n".join(shifted) + again
    wrong = [
        f"{view}: {one} stands at {area.getRect()}, its mirror at {other.getRect()}"
        for view, (across, stands) in straight.items()
        if not view.startswith(OF_THE_PAST)
        for near in [NEAR + beside_bar(stands, turned[view][1])]
        for (one, area, _), (_, other, way) in zip(stands, turned[view][1], strict=True)
        if way is Qt.LayoutDirection.RightToLeft  # codes and numbers of telephones are not turned round
        and abs((across - area.right() - 1) - other.left()) > near
    ]
    assert not wrong, "\n".join(wrong) + again
