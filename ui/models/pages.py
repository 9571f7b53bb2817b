"""A long list in little room: the ids of all of it, and the lines of the pages that were looked at last."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from vcse_desktop.actions.listing import Line

PAGE, HELD = 200, 50
"""Lines that are read together, and so many pages that are held."""


class Pages(QObject):
    """``wanted`` carries the ids of a page that is looked at, or near, and not held yet."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ids = array("q")
        self._held = OrderedDict[int, Sequence[Line]]()
        self._asked = set[int]()

    def begin(self, lines: Sequence[Line]) -> None:
        """Hold these lines and nothing else."""
        self.ids = array("q", [line.id for line in lines])
        self.forget()
        for place in range(0, len(lines), PAGE):
            self._held[place // PAGE] = lines[place : place + PAGE]

    def forget(self) -> None:
        """Hold no lines."""
        self._held.clear()
        self._asked.clear()

    def line(self, row: int) -> Line | None:
        """Return the line of a row; None while it is on its way. The pages beside it are asked for too."""
        page, place = divmod(row, PAGE)
        for near in (page, page + 1, page - 1):
            if near not in self._held and near not in self._asked and (ids := self._of(near)):
                self._asked.add(near)
                self.wanted.emit(ids)
        if page not in self._held:
            return None
        self._held.move_to_end(page)
        held = self._held[page]
        return held[place] if place < len(held) else None

    def take(self, ids: Sequence[int], lines: Sequence[Line]) -> range | None:
        """Hold the lines of a page that was asked for; return its rows, or None when nobody waits for it."""
        known = {line.id: line for line in lines}
        for page in self._asked:
            if self._of(page) == list(ids):
                self._asked.discard(page)
                self._held[page] = [known.get(one, Line(one, "", "", "")) for one in ids]
                while len(self._held) > HELD:
                    self._held.popitem(last=False)
                return range(page * PAGE, page * PAGE + len(ids))
        return None

    def _of(self, page: int) -> list[int]:
        return list(self.ids[page * PAGE : (page + 1) * PAGE]) if page >= 0 else []
