"""For how long nobody has used this computer: asked of the system, or else of our own windows alone."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

Ask = Callable[[], float | None]
"""Returns seconds, None when it cannot say."""
SLACK = 5.0
"""Seconds that the answers of two may differ by."""
INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class OwnInput(QObject):
    """Counts what our own windows get: every key and press goes through the frames that it is shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.monotonic()
        self._seen: set[QWindow] = set()

    def look_round(self) -> None:
        """Listen to every window that is shown by now."""
        shown = {one for one in QGuiApplication.topLevelWindows() if one.isVisible()}
        for one in shown - self._seen:
            one.removeEventFilter(self)
            one.installEventFilter(self)
        self._seen = shown

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Note that somebody is there; take nothing away."""
        if event.type() in INPUT:
            self._last = time.monotonic()
        return False

    def seconds(self) -> float:
        """Return for how long none of our windows got anything."""
        return time.monotonic() - self._last


class Idle:
    """``is_whole`` says whether every program counts, or only our own windows."""

    def __init__(self, own: OwnInput, asks: Iterator[tuple[str, Ask]] | None = None) -> None:
        """``asks`` are ways to ask, the best first, by their names; None for those of this system."""
        self._own = own
        self._ways = [
            way for way in (of_this_system() if asks is None else asks) if _answers(way[1]) is not None
        ]

    @property
    def is_whole(self) -> bool:
        """Whether every program on this computer counts as use."""
        return bool(self._ways)

    def seconds(self) -> float:
        """Return for how long nobody has used the computer, or our windows where nobody can say more."""
        self._own.look_round()
        own = self._own.seconds()
        while self._ways:
            found = _answers(self._ways[0][1])
            if found is not None:
                return max(0.0, min(own, _in_seconds(self._ways[0][0], found, own)))
            del self._ways[0]
        return own


def _answers(ask: Ask) -> float | None:
    with suppress(OSError, AttributeError):  # a library or a function that this system does not have
        return ask()
    return None


def _in_seconds(way: str, found: float, own: float) -> float:
    """Some desktops answer in seconds, others in thousandths: nothing is idle for longer than our windows."""
    return found / 1000 if way == "screensaver" and found > own + SLACK else found


def of_this_system() -> Iterator[tuple[str, Ask]]:
    """Yield the ways to ask this system, the best first."""
    if sys.platform == "win32":
        from ui.watching.windows import idle_seconds  # noqa: PLC0415 - loads where its system is

        yield "windows", idle_seconds
    elif sys.platform == "darwin":
        from ui.watching.macos import idle_seconds  # noqa: PLC0415 - loads where its system is

        yield "macos", idle_seconds
    else:
        from ui.watching import linux  # noqa: PLC0415 - loads where its system is

        yield from linux.ways()
