"""A text as shared: a copy in which names become [name], and whether somebody checked it for names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.written import Lines
from ui.screens.voices.review import Review
from ui.widgets.accessible import announce
from ui.widgets.asked import Asked
from ui.widgets.at_length import at_length
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.naming import only_marked
from vcse_desktop.actions.naming_in_words import Guard
from vcse_desktop.actions.recording import CHECKED_TEXTS, today
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Values

OTHERWISE = N_("More than names was changed. Only words in [brackets] may differ from what was said.")
FELL_AWAY = N_("The text changed, so the check for names no longer counts.")
CHECKED = N_("Checked for names. If the text changes, this falls away.")
TO_CHECK = N_("It can be shared once somebody has checked it for names.")


FOUND_SINCE = N_("Since it was checked, something was found that may point at somebody. Look at it again.")
WORDS_HELP = N_("A copy. Names become [name]; everything else stays.")
TRANSLATION_HELP = N_("As it will be read beside their words, marked as a translation. Names become [name].")


@dataclass(frozen=True, slots=True)
class Copied:
    """What stands in a copy: its words, the day of the check ("" for none), and what may stay, with why."""

    words: str = ""
    day: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)


class Copy(QWidget):
    """Follows the words said until somebody changes it by hand. ``changed`` tells each change.

    ``code`` is the text's: a translation may differ from what it began with as it likes. ``was`` is the day
    of the check that is saved.
    """

    changed = Signal()

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self.code, self.was, self._free = code, "", code == "share_translation"
        self.box = Lines()
        told = TRANSLATION_HELP if self._free else WORDS_HELP
        self.asked = Asked(name, self.box.box, tr(told), [self.box])
        self._state, self._wrong, self.review = (
            text("", "sub"),
            Remark(self.box),
            Review(name if self._free else ""),
        )
        self._again = button(
            tr(N_("Begin again from their words")),
            partial(_begin_again, self),
        )
        self.check = button(tr(N_("Checked for names")), self._checked_now, picture="ok")
        self.check.setAccessibleName(tr(N_("Checked for names: {text}"), text=name))
        self._open = Remark(self.check)
        verbs = flow(self._again, self.check)
        length = [at_length(self.box.box)] if self._free else []  # their own words stay as they were said
        self.setLayout(
            column(self.asked, *length, self._wrong, self.review, self._state, verbs, self._open, gap=6)
        )
        self._said, self._day, self._own, self._setting = "", "", False, False
        self.box.changed.connect(self._typed)
        self.review.changed.connect(self._replaced)
        self.review.settled.connect(self.check.setFocus)
        self._refresh()

    def know(self, guard: Guard) -> None:
        """Take what finds the people on record, and whatever else may point at somebody."""
        self.review.know(guard)
        self._refresh()

    def put(self, said: str, copied: Copied) -> None:
        """Show what is kept: the words said, and the copy (without words one begins)."""
        self._said, self._day, self._own = said, copied.day, bool(copied.words) and copied.words != said
        self.review.kept = dict(copied.kept)
        self._set(copied.words or said)

    def follow(self, said: str) -> None:
        """Take over words said anew, unless the copy was changed by hand."""
        self._said = said
        if self._own:
            self._refresh()
        elif self.words() != said:
            self.review.kept = {}
            self._fall_away()
            self._set(said)

    def words(self) -> str:
        """Return the text."""
        return self.box.box.toPlainText()

    def checked_on(self) -> str | None:
        """Return the day on which exactly this text was checked, None for not."""
        return self._day or None

    def _typed(self) -> None:
        if not self._setting:
            self._own = self.words() != self._said
            self.review.kept = {}  # each was kept in other words
            self._fall_away()
            self._refresh()
            self.changed.emit()

    def _fall_away(self) -> None:
        if self._day:
            self._day = ""
            self._state.setText(tr(FELL_AWAY))
            announce(self, tr(FELL_AWAY))

    def _set(self, words: str) -> None:
        self._setting = True
        self.box.put(words)
        self._setting = False
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        words = self.words()
        self.review.look_at(words)
        self._open.show_as("")
        fits = self._free or only_marked(self._said, words)
        self._wrong.show_as("" if fits else tr(OTHERWISE))
        self._again.setVisible(not fits)
        if self._day and self.review.open():
            self._day = ""
            self._state.setText(tr(FOUND_SINCE))
        elif self._day or self._state.text() not in {tr(FELL_AWAY), tr(FOUND_SINCE)}:
            self._state.setText(tr(CHECKED if self._day else TO_CHECK))
        self.check.setVisible(not self._day and bool(words.strip()))

    def _replaced(self, words: str) -> None:
        self._own = words != self._said
        self._fall_away()
        self._set(words)

    def _checked_now(self) -> None:
        if self.review.open():
            self._open.show_as(
                ngettext(
                    "Look at what was found first. 1 stretch is open: replace it or say why it stays.",
                    "Look at what was found first. {n} stretches are open: replace each or say why it stays.",
                    self.review.open(),
                )
            )
            announce(self, self._open.text())
            self.review.begin()
            return
        self._day = today().isoformat()
        self.box.box.setFocus()
        self._refresh()
        announce(self, tr(CHECKED))
        self.changed.emit()


def copied(copy: Copy) -> Copied:
    """Return what stands in a copy."""
    return Copied(copy.words(), copy.checked_on() or "", dict(copy.review.kept))


def changes(copy: Copy, row: Values) -> dict[str, object]:
    """Return what of a copy is not saved: the text and the day of its check, or nothing."""
    words, day = copy.words() or None, copy.checked_on()
    if words == row[copy.code] and (day or "") == copy.was:
        return {}
    return {copy.code: words, CHECKED_TEXTS[copy.code]: day}


def pressed(*copies: Copy) -> dict[str, dict[str, str]]:
    """Return which of these texts somebody checked, with what may stay in each and why."""
    return {copy.code: dict(copy.review.kept) for copy in copies if copy.checked_on()}


def _begin_again(copy: Copy) -> None:
    copy._replaced(copy._said)
    copy.box.box.setFocus()
