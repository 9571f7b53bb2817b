"""The words as shared: a copy in which names become [name], and whether somebody checked it for names."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.written import Lines
from ui.language import isolated
from ui.widgets.accessible import announce
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.naming import likely_names, only_marked, with_marks
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, ngettext, tr

OTHERWISE = N_("More than names was changed. Only words in [brackets] may differ from what was said.")
FELL_AWAY = N_("The text changed, so the check for names no longer counts.")
CHECKED = N_("Checked for names. If the text changes, this falls away.")
TO_CHECK = N_("It can be shared once somebody has checked it for names.")


class Copy(QWidget):
    """Follows the words said until somebody changes it by hand. ``changed`` tells each change."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = Lines()
        self.asked = Asked(
            name, self.box.box, tr(N_("A copy. Names become [name]; everything else stays.")), [self.box]
        )
        self._hint, self._state, self._wrong = text(""), text("", "sub"), Remark(self.box)
        self._swap = button(
            tr(N_("Put [name] in its place")), lambda: self._put_in(_marked(self.words(), self._known))
        )
        self._again = button(tr(N_("Begin again from their words")), lambda: self._put_in(self._said))
        self._check = button(tr(N_("Checked for names")), self._checked_now, picture="ok")
        verbs = flow(self._swap, self._again, self._check)
        self.setLayout(column(self.asked, self._wrong, self._hint, self._state, verbs, gap=6))
        self._said, self._day, self._own, self._setting = "", "", False, False
        self._known: Collection[str] = frozenset()
        self.box.changed.connect(self._typed)
        self._refresh()

    def know(self, names: Collection[str]) -> None:
        """Take the names of the people on record."""
        self._known = names
        self._refresh()

    def put(self, said: str, shared: str, day: str) -> None:
        """Show what is kept: the words said, as shared ("" begins a copy), and the day of the check."""
        self._said, self._day, self._own = said, day, bool(shared) and shared != said
        self._set(shared or said)

    def follow(self, said: str) -> None:
        """Take over words said anew, unless the copy was changed by hand."""
        self._said = said
        if self._own:
            self._refresh()
        elif self.words() != said:
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
        names = likely_names(words, self._known)
        self._hint.setText(_hint(names))
        self._hint.setVisible(bool(names))
        self._swap.setVisible(bool(names))
        fits = only_marked(self._said, words)
        self._wrong.show_as("" if fits else tr(OTHERWISE))
        self._again.setVisible(not fits)
        if self._day or self._state.text() != tr(FELL_AWAY):
            self._state.setText(tr(CHECKED if self._day else TO_CHECK))
        self._check.setVisible(not self._day and bool(words.strip()))

    def _put_in(self, words: str) -> None:
        self._own = words != self._said
        self._fall_away()
        self._set(words)
        self.box.box.setFocus()

    def _checked_now(self) -> None:
        self._day = today().isoformat()
        self.box.box.setFocus()
        self._refresh()
        announce(self, tr(CHECKED))
        self.changed.emit()


def _marked(words: str, known: Collection[str]) -> str:
    return with_marks(words, likely_names(words, known))


def _hint(names: list[str]) -> str:
    """Return what may be a name, as a sentence; "" for nothing."""
    if not names:
        return ""
    return ngettext(
        "This may contain a name: {name}.",
        "This may contain {n} names, such as {name}.",
        len(names),
        name=isolated(names[0]),
    )
