"""What people said, and what came of it."""

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.screen import Screen
from ui.screens.to_paper import paper_button
from ui.screens.voices.answers import AnswersPart
from ui.screens.voices.answers import Kept as AnswersKept
from ui.screens.voices.heard import HeardPart
from ui.screens.voices.heard import Kept as HeardKept
from ui.screens.voices.later import ASKED as LATER
from ui.screens.voices.later import Wish
from ui.widgets.stack import Tabs
from vcse_desktop.i18n import N_, tr

UNDER = N_("One sentence is enough. Whoever said it decides whether it goes any further.")
HEARD, ANSWERS = "heard", "answers"


class Voices(Screen):
    """Two tabs: what was heard, and what was done about it."""

    card: ClassVar[str] = "voices"
    shows: ClassVar[frozenset[str]] = frozenset(
        {"insight", "consent", "response", "person", "organisation", "setting", "own_item"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("What people said")), tr(UNDER))
        self.verbs.addWidget(paper_button(lambda: desk.go("paper", ("print", "said"))))
        self.heard = HeardPart(self)
        self.answers = AnswersPart(self)
        self.tabs = Tabs(tr(N_("What people said")))
        self.tabs.add(HEARD, tr(N_("Heard")), lambda: self.heard)
        self.tabs.add(ANSWERS, tr(N_("You said, we did")), lambda: self.answers)
        self.tabs.show_part(HEARD)
        self._behind = {HEARD, ANSWERS}
        self.tabs.turned.connect(lambda _: _look_at_shown(self))
        self.add(self.tabs)
        self.heard.answer_wanted.connect(lambda insight: self.open(("answer_for", insight)))
        self.answers.heard_wanted.connect(lambda: self.tabs.show_part(HEARD))

    def look(self) -> None:
        """Ask again for the tab that is shown, and for the other one when it is turned to."""
        self._behind = {HEARD, ANSWERS}
        _look_at_shown(self)

    def first(self) -> QWidget | None:
        """Begin with the words, or in the form that is open."""
        if self._is_heard():
            shown = self.heard.shown()
            return (shown or self.heard.note).words.box
        return self.answers.first()

    def new(self) -> None:
        """Begin to note something, or to ask for an answer."""
        if self._is_heard():
            self.heard.back()
        else:
            self.answers.new()

    def search(self) -> None:
        """Go to the search of what was heard."""
        self.tabs.show_part(HEARD)
        self.heard.list.box.setFocus()

    def save(self) -> None:
        """Save what is open in the tab that is shown."""
        heard = self.heard.shown() or self.heard.note
        (heard if self._is_heard() else self.answers).save()

    def back(self) -> None:
        """Close what is open in the tab that is shown."""
        (self.heard if self._is_heard() else self.answers).back()

    def kept(self) -> object:
        """Return which tab is shown, and what stands in the forms of both."""
        return self.tabs.code(), self.heard.kept(), self.answers.kept()

    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned."""
        shown, heard, answers = cast(tuple[str, HeardKept, AnswersKept], kept)
        self.heard.again(heard)
        self.answers.again(answers)
        self.tabs.show_part(shown)

    def open(self, what: object) -> None:
        """Take "new", "answers", ("insight", id), ("response", id), ("answer_for", id) or ("week",).

        What is noted later of an answer is taken as (what, id of its record).
        """
        match what:
            case "new":
                self.tabs.show_part(HEARD)
                self.heard.back()
            case "answers":
                self.tabs.show_part(ANSWERS)
            case ("insight", insight):
                self.tabs.show_part(HEARD)
                self.heard.open(insight)
            case ("response", response):
                self.tabs.show_part(ANSWERS)
                self.answers.open(response)
            case (str(later), int(record)) if later in LATER:
                self.tabs.show_part(ANSWERS)
                self.answers.later.begin(Wish(later, record))
            case ("answer_for", int(insight)):
                self.tabs.show_part(ANSWERS)
                self.answers.new(insight)
            case ("week",):
                self.tabs.show_part(HEARD)
                self.heard.list.this_week()

    def _is_heard(self) -> bool:
        return self.tabs.part() is self.heard


def _look_at_shown(screen: Voices) -> None:
    """Ask for the tab that is shown unless it shows what there is already."""
    code = screen.tabs.code()
    if code in screen._behind:
        screen._behind.discard(code)
        (screen.heard if code == HEARD else screen.answers).look()
