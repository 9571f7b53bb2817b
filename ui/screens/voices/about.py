"""What stands beside words that were said: theme, who said it, when, and how it was noted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.screens.voices.names import Offers
from ui.widgets.asked import Asked
from ui.widgets.boxes import DateBox
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import Flow, boxed, column, emptied, field
from ui.widgets.type_ahead import Suggestion, TypeAhead
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood

NO_THEME = N_("No theme is called that. Take one from the list, or empty this box.")
NOBODY = N_("Nobody here is called that. Take a person from the list, or empty this box.")


class Themes(QWidget):
    """A box that takes themes by two letters, and those taken under it."""

    def __init__(self, offers: Offers) -> None:
        super().__init__()
        self._taken: dict[str, str] = {}
        self._offered = offers.choices("insight_theme")
        self.ahead = TypeAhead(tr(N_("Theme")), tr(N_("Type two letters")), offers.themes)
        self.asked = Asked(tr(N_("Theme")), self.ahead.box, "", [self.ahead])
        self._flow = Flow()
        self._shown = boxed(self._flow)
        self._shown.hide()
        self.setLayout(column(self.asked, self._shown, gap=6))
        self.ahead.picked.connect(self._pick)

    def is_complete(self) -> bool:
        """Take what is called just so; say whether nothing typed is left over."""
        if self.ahead.text():
            self.ahead.choice()
        if self.ahead.text():
            self.asked.wrong(tr(NO_THEME))
            return False
        return True

    def codes(self) -> list[str]:
        """Return the themes taken."""
        return list(self._taken)

    def take(self, codes: Sequence[str]) -> None:
        """Take these again, as they are called now."""
        called = dict(self._offered)
        self._taken = {code: called[code] for code in codes if code in called}
        self._show()

    def clear(self) -> None:
        """Take none."""
        self._taken.clear()
        self.ahead.clear()
        self._show()

    def _pick(self, one: Suggestion | None) -> None:
        if one is not None:
            self._taken[str(one.id)] = one.text
            self.ahead.clear()
            self._show()

    def _drop(self, code: str) -> None:
        self._taken.pop(code, None)
        self._show()
        self.ahead.setFocus()

    def _show(self) -> None:
        emptied(self._flow)
        for code, shown in self._taken.items():
            name = tr(N_("Take away the theme: {theme}"), theme=shown)
            self._flow.addWidget(button(shown, partial(self._drop, code), picture="close", name=name))
        self._shown.setVisible(bool(self._taken))


class Source(QWidget):
    """Who said it, when, and how it was noted: all optional, behind More."""

    def __init__(self, offers: Offers) -> None:
        super().__init__()
        self.role = OneOf(tr(N_("Who said it")), offers.choices("speaker_role"))
        self.person = TypeAhead(tr(N_("Person")), tr(N_("Only if they want an answer")), offers.people)
        self._person = Asked(tr(N_("Person")), self.person.box, "", [self.person])
        self.day = DateBox(tr(N_("When it was heard")))
        self._day = Asked(tr(N_("When it was heard")), self.day.box, "", [self.day])
        self.capture = OneOf(tr(N_("How it was noted")), offers.choices("insight_capture"))
        inside = column(
            field(tr(N_("How it was noted")), self.capture),
            field(tr(N_("Who said it")), self.role),
            self._person,
            self._day,
        )
        self.setLayout(inside)

    def is_complete(self) -> bool:
        """Say whether everything typed was understood; what was not is shown and has the focus then."""
        if self.person.text() and self.person.choice() is None:
            self._person.wrong(tr(NOBODY))
            return False
        try:
            self.day.day()
        except NotUnderstood as error:
            self._day.wrong(tr(error.message))
            return False
        return True

    def wrong_day(self, sentence: str) -> None:
        """Show what is wrong with the day."""
        self._day.wrong(sentence)

    def values(self) -> dict[str, object]:
        """Return the values by the codes of their fields."""
        choice = self.person.choice()
        return {
            "from_role": self.role.code(),
            "person": choice.id if choice else None,
            "heard_on": self.day.day(),
            "capture": self.capture.code(),
        }
