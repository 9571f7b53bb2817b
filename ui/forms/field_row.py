"""One field of a form: label, help, editor, and beneath it what needs another look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.forms.editor import Editor
from ui.forms.written import Lines
from ui.widgets.at_length import at_length
from ui.widgets.frame import column
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.long_sentences import is_ours_to_word
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Problem
from vcse_desktop.records.validation import NEEDED as NOTHING
from vcse_desktop.records.validation import show_problem

NEEDED = N_("{label} (needed)")
KEEP = N_("Keep it")
KEEP_WHAT = N_("Keep it: {label}")
IS_NEEDED = N_("{label} is needed.")
ANSWER = N_("This question needs an answer.")
WANTED = {
    "known_as": N_("Type a name. One name is enough."),
    "name": N_("Type what the organisation is called."),
    "title": N_("Type what the activity is called."),
    "question": N_("Type what you want to ask. One question is enough."),
    "activity": N_("Choose the activity, or type its name."),
    "date": N_("Say on which day it was."),
    "direction": N_("Choose which way it went: given, asked for or passed on."),
    "words": N_("Type what was said. One sentence is enough."),
    "what": N_("Type what you asked them to look at. A few words are enough."),
    "hours": N_("Write how long it was, such as 1h30 or 90m."),
}
"""What to do about a field that is needed and empty, by its code."""


class FieldRow(QWidget):
    """Holds one editor. ``kept`` tells that a question about it was answered with "Keep it"."""

    kept = Signal()

    def __init__(self, field: Field, editor: Editor) -> None:
        super().__init__()
        self.field = field
        self.editor = editor
        label = tr(field.label)
        shown = tr(NEEDED, label=label) if field.required else label
        self._help = tr(field.help)
        editor.name(shown, self._help)
        self._problem = Remark(editor.control)
        self._question = Remark(self)
        self._keep = QCheckBox(tr(KEEP))
        self._keep.setAccessibleName(tr(KEEP_WHAT, label=label))
        self._keep.toggled.connect(lambda _: self.kept.emit())
        under = text(self._help, "small")
        inside = column(
            text(shown, "label", buddy=editor.control),
            *([under] if self._help else []),
            editor,
            *([at_length(editor.box)] if isinstance(editor, Lines) and is_ours_to_word(field) else []),
            self._problem,
            self._question,
            self._keep,
            gap=6,
        )
        self.setLayout(inside)
        self.clear()
        editor.changed.connect(self.clear)

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong, or ask about what is unlikely; a screen reader reads it with the control."""
        sentence = self.sentence(problem)
        self._problem.show_as("" if problem.asked else sentence)
        self._question.show_as(sentence if problem.asked else "", "warn")
        self._keep.setVisible(problem.asked)
        self.editor.mark(wrong=not problem.asked)
        self.editor.control.setAccessibleDescription(sentence)

    def sentence(self, problem: Problem) -> str:
        """Return what to say of a problem here: of an empty field that is needed, what to do about it."""
        if problem.message != NOTHING:
            return show_problem(problem)
        label = tr(self.field.label)
        usual = ANSWER if label.endswith("?") else IS_NEEDED
        return tr(WANTED.get(self.field.code, usual), label=label)

    def clear(self) -> None:
        """Say nothing: what is typed now was not judged yet."""
        self._keep.setChecked(False)
        for shown in (self._problem, self._question, self._keep):
            shown.hide()
        self.editor.mark(wrong=False)
        self.editor.control.setAccessibleDescription(self._help)

    def is_kept(self) -> bool:
        """Say whether a question about this was answered with "Keep it"."""
        return self._keep.isChecked()

    def asked(self) -> QWidget:
        """Return what answers the question that is shown."""
        return self._keep
