"""May we share it? Three answers with their meaning, none of them chosen beforehand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.choosing import Unchoose
from ui.widgets.asked import Asked
from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.actions.hearing import AGREED, WORDINGS
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label

NOT_ASKED = N_("Not asked whether it may be shared: it stays with us.")
NEEDS_NAME = N_("Write the name they want shown, or choose to share it without a name.")


class Sharing(QWidget):
    """``none`` says what holds while nothing is chosen; ``changed`` tells each change."""

    changed = Signal()

    def __init__(self, lists: Lists, question: str, none: str) -> None:
        super().__init__()
        offer = [(code, label(lists, "quote_permission", code), tr(WORDINGS[code])) for code in WORDINGS]
        self.choice = OneWithMeaning(question, offer)
        self._unchoose = Unchoose(self.choice)
        self.name_box = QLineEdit()
        self.name = Asked(tr(N_("Name to show")), self.name_box, tr(N_("As they want to be called")))
        self.name.hide()
        self.line = text(none, "sub")
        self.setLayout(column(text(question, "label"), self.choice, self.name, self.line, gap=10))
        self.setFocusProxy(self.choice)
        self.choice.chosen.connect(self._chosen)

    def answer(self) -> str | None:
        """Return no, unnamed or named; None for not asked."""
        return self.choice.code()

    def agreed(self) -> bool:
        """Say whether the answer is a yes."""
        return self.answer() in AGREED

    def wording(self) -> str:
        """Return what stands beside the answer: these words are kept with a yes."""
        return tr(WORDINGS.get(self.answer() or "", ""))

    def shown_name(self) -> str:
        """Return the name to show; "" unless they want one shown."""
        return self.name_box.text().strip() if self.answer() == "named" else ""

    def is_complete(self) -> bool:
        """Say whether nothing is missing; what is, is shown and has the focus then."""
        if self.answer() == "named" and not self.shown_name():
            self.name.wrong(tr(NEEDS_NAME))
            return False
        return True

    def clear(self) -> None:
        """Choose nothing."""
        self.choice.choose(None)
        self.name_box.clear()
        self._chosen()

    def _chosen(self) -> None:
        self.name.setVisible(self.answer() == "named")
        self.line.setVisible(self.answer() is None)
        self.changed.emit()
