"""What the paper forms say of why they ask, and who answers questions: a box for each, kept together."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.forms.editor import Editor
from ui.forms.written import Line, Lines
from ui.screens.keyed import keyed
from ui.screens.settings.texts import Texts
from ui.widgets.at_length import at_length
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column
from ui.widgets.words import text
from vcse_desktop.actions.paper_words import ASK, PLAIN
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.printed import PAPERS
from vcse_desktop.settings import SETTINGS, Value

TITLE = N_("What our paper forms say")
ABOUT = N_(
    "Printed on every form, over the questions. An empty box means the words that stand in it in grey."
)
MOST = 600
TOO_LONG = N_("This is longer than {most} letters, so nothing was kept. A form needs its room for answers.")
NAMES = {ASK: "", **{paper.setting: code for code, paper in PAPERS.items()}}


class PaperWords(Texts):
    """What was typed and not kept stays when the settings are read again."""

    def __init__(self, keep: Callable[[dict[str, Value]], None]) -> None:
        boxes: dict[str, Editor] = {
            name: Lines() if code else Line(Kind.TEXT) for name, code in NAMES.items()
        }
        super().__init__(boxes, keep, MOST, TOO_LONG)
        for name, box in self.boxes.items():
            if isinstance(box.control, QPlainTextEdit):
                box.control.setPlaceholderText(tr(PLAIN[NAMES[name]]))
        save = button(tr(N_("Save")), self.save, name=tr(N_("Save: {part}"), part=tr(TITLE)))
        fields = [self._field(name) for name in NAMES]
        self.setLayout(column(*fields, self._problem, keyed(save, tr(N_("Ctrl+Enter"))), gap=16))
        self.begin(ASK)

    def _field(self, name: str) -> QWidget:
        box, label = self.boxes[name], tr(SETTINGS[name].label)
        under = text(tr(SETTINGS[name].help), "small")
        length = [at_length(box.box)] if isinstance(box, Lines) else []
        return boxed(column(text(label, "label", buddy=box.control), under, box, *length, gap=6))
