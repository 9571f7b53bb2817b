"""Parts of a list that stay where what they show is the same: only what is new is made, what is gone goes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

Shown = TypeVar("Shown")
Part = TypeVar("Part", bound=QWidget)


@contextmanager
def at_once(layout: QLayout) -> Iterator[None]:
    """Give everything its place when all is in: each part that is shown would else move all before it."""
    page = layout.parentWidget()
    whole = page.layout() if page is not None else None
    if whole is None:
        yield
        return
    whole.setEnabled(False)
    try:
        yield
    finally:
        whole.setEnabled(True)
        whole.activate()


class Standing(Generic[Shown, Part]):
    """Keeps in a layout one part for each thing that is shown, in their order."""

    def __init__(
        self,
        layout: QVBoxLayout,
        make: Callable[[Shown], Part],
        known_by: Callable[[Shown], object] = lambda thing: thing,
    ) -> None:
        """``known_by`` tells by what two things are the same: a part that stays is for either."""
        self._layout, self._make, self._known_by = layout, make, known_by
        self._parts: list[tuple[object, Part]] = []

    def show(self, things: Sequence[Shown]) -> None:
        """Show these and nothing else; a part whose thing is still there is not made anew."""
        standing, parts = list(self._parts), []
        for thing in things:
            known = self._known_by(thing)
            at = next((place for place, (one, _) in enumerate(standing) if one == known), None)
            parts.append((known, self._make(thing) if at is None else standing.pop(at)[1]))
        for _, gone in standing:
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        with at_once(self._layout):
            for place, (_, part) in enumerate(parts):
                item = self._layout.itemAt(place)
                if item is None or item.widget() is not part:
                    self._layout.removeWidget(part)
                    self._layout.insertWidget(place, part)
                    part.show()  # at once: what is not seen yet takes no focus
        self._parts = parts

    def parts(self) -> list[Part]:
        """Return the parts from above."""
        return [part for _, part in self._parts]
