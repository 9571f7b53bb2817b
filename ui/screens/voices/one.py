"""One thing that was heard, open to change: the words, the words as shared, and what they agreed to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout

from ui import tasks
from ui.forms.record_form import RecordForm
from ui.forms.risk import Risk
from ui.forms.written import Lines
from ui.screens.attached.photos import Photos
from ui.screens.keyed import going_back, keyed
from ui.screens.people.whose import WhoWasIt
from ui.screens.screen import Screen
from ui.screens.sent_before import sent_before
from ui.screens.voices.asking import Asking
from ui.screens.voices.copy import Copied, Copy, changes, copied, pressed
from ui.screens.voices.names import Offers
from ui.screens.voices.translated import Translated
from ui.screens.voices.words import STANDING, code, origin
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun, gone, over
from ui.widgets.frame import boxed, column, flow, rule
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions import recording
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.heard import Heard
from vcse_desktop.actions.hearing import AGREED
from vcse_desktop.actions.listing import Opened
from vcse_desktop.actions.recording import CHECKED_TEXTS, NotSound
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.records.insight import INSIGHT
from vcse_desktop.records.validation import show_problem

OF_ITS_OWN = (
    *("words", "may_quote", "quote_scope", "quote_name"),
    *("share_words", "names_checked_on", "share_translation", "translation_checked_on"),
)
"""Fields that this screen shows by itself; the form made from the declaration has the others."""
DETAILS = replace(INSIGHT, fields=tuple(f for f in INSIGHT.fields if f.code not in OF_ITS_OWN), checks=())
OTHER_WORDS = N_("They agreed to other words. Saved like this, it stays with us until you ask them again.")
SAVE_FIRST = N_("Save first what you changed here; then note who it was.")
SAVED = N_("Saved.")
SAVED_ASK = N_("Saved. They agreed to other words: it stays with us until you ask them again.")


@dataclass(frozen=True, slots=True)
class Begun:
    """What was typed and not saved: words, copy, translation, the form; and whether risk may stay."""

    words: str
    copy: Copied
    translation: Copied
    form: Values
    risk_kept: bool


class OneHeard(QFrame):
    """``left`` tells that the person is done with it, ``changed`` that it is another now.

    ``answer_wanted`` tells that somebody should answer it.
    """

    left = Signal()
    changed = Signal()
    answer_wanted = Signal()

    def __init__(self, screen: Screen, heard: Heard, offers: Offers, opened: Opened) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._screen, self._heard, self._offers = screen, heard, offers
        self._saved = False
        self.insight = int(str(heard.row["id"]))
        row = heard.row
        self.words = Lines()
        self.words.put(row["words"])
        self._words = Asked(
            tr(N_("What they said")), self.words.box, tr(N_("In the words that were used")), [self.words]
        )
        self._told = Notice("info")
        self.risk = Risk()
        self.risk.lead = offers.lead
        self.copy = Copy("share_words", tr(N_("The words as shared")))
        self.translated = Translated(row, _as_kept(heard, "share_translation"))
        _read_again(self, offers)
        others = {field.code: row[field.code] for field in DETAILS.fields}
        self.form = RecordForm(DETAILS, opened.lists, opened.names, others)
        self.form.risk.lead = offers.lead
        self.asking = Asking(screen, self.insight, offers.lists, self.is_dirty)
        self.asking.said.connect(lambda sentence: self._told.say(sentence, "info"))
        self.asking.agreed.connect(lambda done: self._did(done, tr(N_("Their answer is kept.")), stay=True))
        self.whose = WhoWasIt(screen.desk, "insight", self.insight, opened.names["person"])
        self.whose.ready = partial(_ready, self)
        self.whose.named.connect(lambda done, sentence: self._did(done, sentence, stay=True))
        self.setLayout(self._stand())
        for part in (self.copy, self.translated):  # now that they stand in something
            part.setVisible(row["may_quote"] in AGREED)
        self.whose.setVisible(row["person"] is None)
        self.words.changed.connect(self._typed)
        for copy in _copies(self):
            copy.changed.connect(self._typed)
        draft = lambda: self.kept() if self.is_dirty() else None  # noqa: E731
        key = lambda: ("insight", self.insight)  # noqa: E731
        forget = partial(_forget, self, row)
        held = lambda: self.risk.stands() or self.form.risk.stands()  # noqa: E731
        begun(self, Drafted(key, draft, self.again, held, forget, row=1))

    def _stand(self) -> QLayout:
        verbs = flow(
            button(tr(N_("More about it")), self._turn, "quiet"),
            button(tr(N_("Ask somebody to answer it")), self.answer_wanted.emit, "quiet"),
            button(tr(N_("Remove it")), self._remove, "quiet"),
        )
        self._holder = boxed(column(self.form))
        self._holder.hide()
        standing = text(tr(STANDING[code(self._heard)]))
        return column(
            going_back(self.left.emit),
            heading(tr(N_("Something that was heard")), 2),
            text(origin(self._heard, self._offers.lists), "sub"),
            self._words,
            self._told,
            self.risk,
            standing,
            *sent_before(self._heard.packs),
            self.copy,
            self.translated,
            self.asking,
            self.whose,
            keyed(button(tr(N_("Save")), self.save, "primary"), tr(N_("Ctrl+Enter"))),
            rule(),
            verbs,
            self._holder,
            rule(),
            Photos(self._screen.desk, "insight", self.insight, level=3),
            None,
            gap=16,
            margin=20,
        )

    def _turn(self) -> None:
        self._holder.setVisible(self._holder.isHidden())

    def kept(self) -> Begun:
        """Return what stands here, as it was typed."""
        said, translation = self.words.box.toPlainText(), copied(self.translated.copy)
        return Begun(said, copied(self.copy), translation, self.form.typed(), self.risk.kept)

    def again(self, begun: Begun) -> None:
        """Go on from what ``kept`` returned."""
        self.risk.kept = begun.risk_kept
        self.words.put(begun.words)
        self.copy.put(begun.words, begun.copy)
        self.translated.put(begun.translation)
        self.form.put(begun.form)

    def is_dirty(self) -> bool:
        """Say whether something was typed that is not saved."""
        return not self._saved and bool(self._changes())

    def _changes(self) -> dict[str, object]:
        row, given = self._heard.row, {"words": self.words.value(), **self.form.values()}
        made = {field: value for field, value in given.items() if value != row.get(field)}
        for copy in _shown(self):
            made |= changes(copy, row)
        return made

    def _typed(self) -> None:
        said = self.words.box.toPlainText()
        self._words.clear()
        self.copy.follow(said)
        self.risk.look_at("\n".join((said, *(copy.words() for copy in _copies(self)))))
        other = said != self._heard.row["words"] and self._heard.row["may_quote"] in AGREED
        if other and self._told.isHidden():
            self._told.say(tr(OTHER_WORDS), "info")
        elif not other:
            self._told.clear()

    def save(self) -> None:
        """Save what was changed in one step."""
        values, vault = self._changes(), self._screen.vault
        again = "words" in values and self._heard.row["may_quote"] in AGREED
        read = pressed(*(copy for copy in _shown(self) if copy.code in values))

        def saved(changed: Changed) -> None:
            self._saved = True
            self._did(changed, tr(SAVED_ASK if again else SAVED), stay=again)

        if problems := self.form.problems():
            self._holder.show()
            self.form.show_problems(problems)
        elif values:
            tasks.run(
                self,
                lambda: enter(vault, "insight", self.insight, values, read),
                saved,
                self._failed,
                Lane.ACT,
            )
        else:
            self.left.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, NotSound):
            self._screen.failed(error)
            return
        ours = [problem for problem in error.problems if problem.field in OF_ITS_OWN]
        if ours:
            self._words.wrong(show_problem(ours[0]))
        else:
            self.form.show_problems(error.problems)

    def _remove(self) -> None:
        vault = self._screen.vault
        self._screen.act(
            lambda: recording.remove(vault, "insight", self.insight),
            lambda changed: self._did(changed, tr(N_("Removed from the list."))),
        )

    def _did(self, changed: Changed, sentence: str, *, stay: bool = False) -> None:
        (over if stay else gone)(self)
        self._screen.desk.did(sentence, changed)
        (self.changed if stay else self.left).emit()


def _read_again(one: OneHeard, offers: Offers) -> None:
    """Show the texts as shared as they are saved, with what is found in them now."""
    for copy in _copies(one):
        copy.know(offers.guard)
    one.copy.put(str(one._heard.row["words"] or ""), _as_kept(one._heard, "share_words"))
    for copy in _copies(one):
        copy.was = copy.checked_on() or ""


def _copies(one: OneHeard) -> tuple[Copy, Copy]:
    return one.copy, one.translated.copy


def _shown(one: OneHeard) -> list[Copy]:
    """Return the texts as shared that can be seen and changed."""
    words = [] if one.copy.isHidden() else [one.copy]
    return [*words, *([one.translated.copy] if one.translated.shown() else [])]


def _ready(one: OneHeard) -> bool:
    """Say whether nothing waits to be saved; if something does, say so."""
    if one.is_dirty():
        one._told.say(tr(SAVE_FIRST), "info")
    return not one.is_dirty()


def _forget(one: OneHeard, row: Mapping[str, object]) -> None:
    """Show again what is saved when the notice of risk stands over other words."""
    one.form.risk.forget()
    if one.risk.stands() and one.is_dirty():
        one.words.put(row["words"])
        one.copy.put(str(row["words"] or ""), _as_kept(one._heard, "share_words"))
        one.translated.put(_as_kept(one._heard, "share_translation"))


def _as_kept(heard: Heard, code: str) -> Copied:
    """Return a text as shared as it is saved, with its check where exactly this text was checked."""
    read, row = heard.read.get(code), heard.row
    day = "" if read is None else str(row[CHECKED_TEXTS[code]] or "")
    return Copied(str(row[code] or ""), day, read or {})
