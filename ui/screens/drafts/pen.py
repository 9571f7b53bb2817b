"""How drafts get into the vault: after the changes asked for before, and again when it could not be."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject

from ui import errors, tasks
from ui.tasks import Lane
from vcse_desktop.actions import drafting
from vcse_desktop.actions.drafting import Begun, Locked
from vcse_desktop.actions.unlocking import Vault

Change = tuple[list[Begun], list[int]]
"""Drafts to keep, and the ids of those to drop."""


class Pen(QObject):
    """Writes for one vault, one thing after the other; what could not be written is written the next time."""

    def __init__(self, parent: QObject, vault: Vault) -> None:
        super().__init__(parent)
        self._vault = vault
        self._kept: dict[int, Begun] = {}
        self._dropped: set[int] = set()
        self._busy = self._told = False

    def note(self, kept: Iterable[Begun], dropped: Iterable[int]) -> None:
        """Take in what is to be kept and dropped."""
        self._dropped |= set(dropped)
        self._kept |= {one.id: one for one in kept}
        for number in self._dropped:
            self._kept.pop(number, None)

    def write(self) -> None:
        """Write what is to be written."""
        kept, dropped = self.left()
        if not self._busy and (kept or dropped):
            self._busy = True
            work = partial(drafting.keep, self._vault, kept, dropped)
            tasks.run(self, work, partial(self._written, kept, dropped), self._failed, Lane.ACT)

    def left(self) -> Change:
        """Return what nobody knows to be written yet."""
        return list(self._kept.values()), sorted(self._dropped)

    def _written(self, kept: Iterable[Begun], dropped: Iterable[int], _: object) -> None:
        self._busy = self._told = False
        self._dropped -= set(dropped)
        for one in kept:
            if self._kept.get(one.id) is one:
                del self._kept[one.id]
        self.write()

    def _failed(self, error: BaseException) -> None:
        """Say once why not; what was typed stands in its form."""
        self._busy = False
        if not self._told and not isinstance(error, Locked):
            self._told = True
            errors.tell(None, error)
