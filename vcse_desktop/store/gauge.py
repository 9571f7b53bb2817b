"""How far a long work on files is, and whether somebody wants it to end."""

from collections.abc import Callable

from vcse_desktop.store.unfit import Stopped

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""
Cancelled = Callable[[], bool]
"""Asked now and then whether to end."""


class Gauge:
    """Counts bytes. ``progress`` is told (done, total), ``cancelled`` is asked; either may be missing."""

    def __init__(
        self, total: int, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> None:
        self._done, self._total, self._progress, self._cancelled = 0, max(total, 1), progress, cancelled

    def stopped(self) -> bool:
        """Say whether somebody wants it to end."""
        return self._cancelled is not None and self._cancelled()

    def go_on(self, amount: int = 0) -> None:
        """Count so many bytes more; Stopped when it is to end."""
        if self.stopped():
            raise Stopped
        self._done += amount
        self.show(self._done)

    def show(self, done: int) -> None:
        """Tell how far it is, without counting on."""
        if self._progress:
            self._progress(min(done, self._total), self._total)
