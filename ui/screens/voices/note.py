"""The quick form: what somebody said, and beside it as little as one likes."""

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame

from ui import tasks
from ui.forms.risk import DROPPED, Risk
from ui.forms.written import Lines
from ui.screens.keyed import keyed
from ui.screens.screen import Screen
from ui.screens.voices.copy import pressed
from ui.screens.voices.fields import Begun, NoteFields
from ui.screens.voices.names import Offers
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import column
from ui.widgets.words import heading
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.hearing import hear
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.validation import show_problem

NO_WORDS = N_("Write down what was said. One sentence is enough.")

Kept = tuple[str, bool, Begun | None]
"""The words, whether they stay although they may be about risk, and what stands beside them."""


class NoteForm(QFrame):
    """The box for the words is there at once; what else it offers comes a moment later."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._screen = screen
        self._saving = False
        self.words = Lines()
        self._words = Asked(
            tr(N_("What did they say?")), self.words.box, tr(N_("In their own words, as said")), [self.words]
        )
        self.risk = Risk()
        self.fields: NoteFields | None = None
        self._begun: Begun | None = None
        self._rest = column()
        self._save = button(tr(N_("Keep it")), self.save, "primary")
        foot = keyed(self._save, tr(N_("Ctrl+Enter")))
        title = heading(tr(N_("Note what you heard")), 2)
        self.setLayout(column(title, self._words, self.risk, self._rest, foot, None, gap=20, margin=20))
        self.words.changed.connect(self._typed)
        draft = lambda: self.kept() if self.words.box.toPlainText() else None  # noqa: E731
        forget = lambda: self.clear() if self.risk.stands() else None  # noqa: E731
        key = lambda: ("insight", None)  # noqa: E731
        begun(self, Drafted(key, draft, self._go_on, self.risk.stands, forget, row=1))

    def _go_on(self, kept: Kept) -> None:
        self.clear()
        self.again(kept)
        if self.fields is not None and self._begun is not None:
            self.fields.put(self.words.box.toPlainText(), self._begun)
        self._typed()

    def offer(self, offers: Offers) -> None:
        """Take what can be chosen; what was chosen already stays."""
        self.risk.lead = offers.lead
        if self.fields is None:
            self.fields = NoteFields(offers)
            self.fields.changed.connect(self._typed)
            self._rest.addWidget(self.fields)
            if self._begun is not None:
                self.fields.put(self.words.box.toPlainText(), self._begun)
            self._typed()
        self.fields.copy.know(offers.guard)

    def kept(self) -> Kept:
        """Return what stands here, as it was typed; the words of risk, too: nobody has left the form."""
        begun = self.fields.typed() if self.fields is not None else self._begun
        return self.words.box.toPlainText(), self.risk.kept, begun

    def again(self, kept: Kept) -> None:
        """Go on from what ``kept`` returned."""
        words, self.risk.kept, self._begun = kept
        self.words.put(words)

    def _typed(self) -> None:
        self._words.clear()
        said = self.words.box.toPlainText()
        if self.fields is not None:
            self.fields.follow(said)
            said = f"{said}\n{self.fields.also_typed()}"
        self.risk.look_at(said)

    def save(self) -> None:
        """Save everything in one step; what needs another look is shown beside its field."""
        if self.fields is None or self._saving:
            return
        if self.words.value() is None:
            self._words.wrong(tr(NO_WORDS))
        elif self.fields.is_complete():
            vault, wording = self._screen.vault, self.fields.sharing.wording()
            values = {"words": self.words.value(), **self.fields.values()}
            read = pressed(self.fields.copy) if self.fields.sharing.agreed() else {}
            self._saving = True
            keep = partial(hear, vault, values, wording=wording, pressed=read)
            tasks.run(self, keep, self._saved, self._failed, Lane.ACT)

    def _saved(self, changed: Changed) -> None:
        sentence = tr(self.fields.kept_sentence()) if self.fields is not None else ""
        self.clear()
        self._screen.desk.did(sentence, changed)
        self.words.box.setFocus()

    def _failed(self, error: BaseException) -> None:
        self._saving = False
        if not isinstance(error, NotSound):
            self._screen.failed(error)
        elif self.fields is None or not self.fields.show_problem(error.problems[0]):
            self._words.wrong(show_problem(error.problems[0]))

    def clear(self) -> None:
        """Begin anew."""
        self._saving = False
        self.risk.begin()
        if self.fields is not None:
            self.fields.clear()
        self.words.put(None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing of what may be about somebody at risk once the form is left."""
        super().hideEvent(event)
        if not event.spontaneous() and self.risk.stands():
            self.clear()
            self._screen.desk.say(tr(DROPPED))
