"""Which form holds which draft."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.screens.drafts.held import Held
from ui.widgets.drafted import Key
from vcse_desktop.actions.drafting import Begun


class Standing:
    """A form holds one draft at most, and a draft stands in one form at most."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._of: dict[QWidget, int] = {}
        held.open.clear()

    def draft_of(self, form: QWidget) -> Begun | None:
        """Return the draft that a form holds."""
        return self._held.known.get(self._of.get(form, 0))

    def hold(self, form: QWidget, one: Begun) -> bool:
        """Let a form hold a draft, and know it as it is now; say whether there is one draft more."""
        new = one.id not in self._held.known
        self.let_go(form)
        self._of[form] = one.id
        self._held.known[one.id] = one
        self._held.open.add(one.id)
        return new

    def let_go(self, form: QWidget) -> int:
        """Let a form hold none; the draft stays. Return the one that it held, 0 for none."""
        number = self._of.pop(form, 0)
        self._held.open.discard(number)
        return number

    def leave_gone(self, key: Key) -> None:
        """Let forms that are gone hold nothing for this key: a form made anew and empty can be offered it."""
        for one in [one for one in self._of if not isValid(one)]:
            draft = self.draft_of(one)
            if draft is not None and (draft.form, draft.record) == key:
                self.let_go(one)

    def same(self, form: QWidget, key: Key, text: str) -> bool:
        """Let a form that came back as it was hold the draft that says just that; say whether it does."""
        found = next((one for one in self._held.mine(key) if one.body == text), None)
        if found is not None:
            self.hold(form, found)
        return found is not None

    def come_back(self, form: QWidget, key: Key) -> int:
        """Let a form that was made anew hold what the one before it held.

        Return a draft that it was given before it was known to come back, 0 for none: nobody needs that.
        """
        before = self._of.get(form, 0)
        gone = [one for one in self._of if not isValid(one)]
        left = {self.let_go(one) for one in gone} & self._held.known.keys()
        alike = [n for n in left if (self._held.known[n].form, self._held.known[n].record) == key]
        number = self._held.going_on.pop(key, next(iter(alike), 0))
        if number in self._held.known and number != before:
            self.hold(form, self._held.known[number])
            return before
        return 0
