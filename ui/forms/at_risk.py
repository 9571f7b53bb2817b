"""Words typed in a form of any kind that may be about somebody at risk: said at once, and not kept."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from ui.forms.risk import Risk
from vcse_desktop.actions.safeguarding import NOBODY, worrying
from vcse_desktop.records.fields import Field, Kind, Privacy, Values

if TYPE_CHECKING:
    from ui.forms.field_row import FieldRow

OF_PEOPLE = (Privacy.PERSONAL, Privacy.SPECIAL)


class AtRisk(QObject):
    """Looks at what was typed since the form was opened. ``dropped`` tells that it was let go of.

    The notice stands under the field that it is about. Words that may not be kept go when the form is left.
    """

    dropped = Signal()

    def __init__(self, form: QObject, rows: Mapping[str, "FieldRow"], before: Values) -> None:
        super().__init__(form)
        self.lead, self.kept = NOBODY, False
        """Whom to tell; whether the words are kept although they may be about risk: somebody wants it."""
        self.notice: Risk | None = None
        self._rows, self._before = rows, before
        form.installEventFilter(self)

    def look(self) -> None:
        """Look at what stands in the form now."""
        typed = {code: self._typed(code) for code in self._rows}
        worry = next((code for code, words in typed.items() if worrying(words)), "")
        if worry:
            self._stand(self._rows[worry])
        if self.notice is not None:
            self.notice.look_at(typed.get(worry, ""))

    def _stand(self, row: "FieldRow") -> None:
        if self.notice is None:
            self.notice = Risk()
            self.notice.lead, self.notice.kept = self.lead, self.kept
        layout = row.layout()
        if layout is not None and layout.indexOf(self.notice) < 0:
            layout.addWidget(self.notice)

    def stands(self) -> bool:
        """Say whether something stands in the form that may not be kept."""
        return self.notice is not None and self.notice.stands()

    def is_kept(self) -> bool:
        """Say whether somebody wants the words to be kept."""
        return self.kept if self.notice is None else self.notice.kept

    def forget(self) -> None:
        """Put back what was there before where the words may not be kept."""
        if not self.stands():
            return
        for code, row in self._rows.items():
            if worrying(self._typed(code)):
                row.editor.put(self._before.get(code))
        self.over()

    def over(self) -> None:
        """Say no more of it: what stood in the form was saved or thrown away."""
        if self.notice is not None:
            self.notice.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep nothing once the form is left, unless somebody said that it is to be kept."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous() and self.stands():
            self.forget()
            self.dropped.emit()
        return False

    def _typed(self, code: str) -> str:
        """Return the words that were typed into a field that is for words about people; "" for others."""
        row = self._rows[code]
        if not _of_people(row.field):
            return ""
        now = row.editor.value()
        return "" if now is None or now == self._before.get(code) else str(now)


def _of_people(field: Field) -> bool:
    return field.kind is Kind.NOTE or (field.kind is Kind.TEXT and field.privacy in OF_PEOPLE)
