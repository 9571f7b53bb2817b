"""How long it usually is: offered once somebody is named, and never over what somebody typed."""

from collections.abc import Mapping

from ui.widgets.boxes import HoursBox
from ui.widgets.type_ahead import Suggestion
from vcse_desktop.actions.today import LastTime


class UsualHours:
    """Fills a box for hours. ``last`` is what the newest row of time says."""

    def __init__(self, box: HoursBox) -> None:
        self.last = LastTime()
        self._box = box
        self._minutes: Mapping[int, int] = {}
        self._typed = self._named = False
        box.box.textChanged.connect(self._note)

    def know(self, minutes: Mapping[int, int]) -> None:
        """Take how many minutes each activity usually is."""
        self._minutes = minutes

    def named(self, activity: int | None) -> None:
        """Offer from now on: somebody was named, or what they did."""
        self._named = True
        self.offer(activity)

    def offer(self, activity: int | None) -> None:
        """Fill in how long it usually is, as far as nobody has typed how long it was."""
        usual = self._minutes.get(activity or 0) or self.last.minutes
        if usual and self._named and not self._typed:
            self._box.set_minutes(usual)
            self._typed = False

    def begin_anew(self) -> None:
        """Wait for the next name."""
        self._typed = self._named = False

    def _note(self, words: str) -> None:
        self._typed = bool(words)


def id_of(suggestion: Suggestion | None) -> int | None:
    """Return the id of a record that was taken; None for nothing and for somebody new."""
    return suggestion.id if suggestion is not None and isinstance(suggestion.id, int) else None
