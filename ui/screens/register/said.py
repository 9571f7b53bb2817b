"""Something someone said at a session: one line, a kind, and whether it may be shared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.choosing import Chips
from ui.forms.editors import offer
from ui.forms.written import LONGEST
from ui.language import isolated, plain
from ui.widgets.boxes import mark_wrong
from ui.widgets.chips import OneOf, OneWithMeaning
from ui.widgets.frame import boxed, column, field
from ui.widgets.notice import Notice
from ui.widgets.remark import Remark
from ui.widgets.words import heading, text
from vcse_desktop.actions.hearing import WORDINGS
from vcse_desktop.actions.safeguarding import Lead, worrying
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Field, Lists
from vcse_desktop.records.insight import INSIGHT

HEADING = N_("Something someone said")
HELP = N_("In their words, if you can. Leave it empty if there was nothing.")
SHARE = N_("May we share it?")
NOT_ASKED = N_("Choose nothing if they were not asked: then it stays with us.")
TELL = N_("Do not write it here. Tell {lead}, {number}")
TELL_LEAD = N_("Do not write it here. Tell whoever looks after safeguarding in your group.")
MAY_BE = N_("This may be about somebody at risk")
FALSE_ALARM = N_("If it is not about that, go on and save.")
Words = tuple[str, object, object]
FIELDS = {one.code: one for one in INSIGHT.fields}


class Said(QWidget):
    """``changed`` tells each change. Its kind, and whether it may be shared, are asked of words alone."""

    changed = Signal()

    def __init__(self, lists: Lists, lead: Lead, before: int) -> None:
        super().__init__()
        self._lead = lead
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST)
        self.risk = Notice("warn")
        self._problem = Remark(self.words)
        kind, share = FIELDS["kind"], FIELDS["may_quote"]
        self.kind = Chips(OneOf(tr(kind.label), offer(kind, lists)))
        self.share = Chips(OneWithMeaning(tr(SHARE), _meanings(share, lists)))
        self.kind.name(tr(kind.label), "")
        self.share.name(tr(SHARE), tr(NOT_ASKED))
        noted = ngettext("{n} thing is noted already.", "{n} things are noted already.", before)
        already = text(noted, "small")
        whether = column(text(tr(SHARE), "label"), text(tr(NOT_ASKED), "small"), self.share, gap=6)
        what = column(text(tr(kind.label), "label"), self.kind, gap=6)
        self._more = boxed(column(8, what, whether, gap=16))
        line = field(tr(N_("Their words")), self.words, tr(HELP))
        under = (self._problem, self.risk, self._more)
        self.setLayout(column(heading(tr(HEADING), 2), already, line, *under, gap=8))
        already.setVisible(bool(before))  # not before it stands here: it would be a window
        self._more.hide()
        self.words.textChanged.connect(self._typed)
        for one in (self.kind, self.share):
            one.changed.connect(self.changed)

    def values(self) -> dict[str, object]:
        """Return the fields of the insight, none where nothing was said."""
        words = self.words.text().strip()
        if not words:
            return {}
        return {"words": words, "kind": self.kind.value(), "may_quote": self.share.value()}

    def typed(self) -> Words:
        """Return the words as they stand, their kind, and whether they may be shared."""
        return self.words.text(), self.kind.value(), self.share.value()

    def safe(self) -> Words:
        """Return the same without words that may be about somebody at risk."""
        words, kind, share = self.typed()
        return (words if self.risk.isHidden() else ""), kind, share

    def forget(self) -> None:
        """Forget words that may be about somebody at risk."""
        if not self.risk.isHidden():
            self.words.clear()

    def type_again(self, typed: Words) -> None:
        """Fill in what ``typed`` returned."""
        words, kind, share = typed
        self.words.setText(words)
        self.kind.put(kind)
        self.share.put(share)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        self._problem.show_as(sentence)
        mark_wrong(self.words, bool(sentence))
        self.words.setAccessibleDescription(plain(sentence))

    def _typed(self, words: str) -> None:
        self._more.setVisible(bool(words.strip()))
        self.show_problem("")
        risk = bool(worrying(words))
        if risk and self.risk.isHidden():
            self.risk.say(self._whom_to_tell(), "warn", tr(MAY_BE))
        elif not risk:
            self.risk.clear()
        self.changed.emit()

    def _whom_to_tell(self) -> str:
        if not self._lead.name:
            tell = tr(TELL_LEAD)
        else:
            tell = tr(TELL, lead=isolated(self._lead.name), number=isolated(self._lead.number))
        return tr(N_("{tell}\n{go_on}"), tell=tell, go_on=tr(FALSE_ALARM))


def _meanings(share: Field, lists: Lists) -> list[tuple[str, str, str]]:
    return [(code, words, tr(WORDINGS.get(code, ""))) for code, words in offer(share, lists)]
