"""What the paper forms say of why they ask, and who answers questions: a box for each, kept together."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.forms.editor import Editor
from ui.forms.written import Line, Lines
from ui.screens.keyed import keyed
from ui.widgets.at_length import at_length
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import boxed, column
from ui.widgets.remark import Remark
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


class PaperWords(QWidget):
    """What was typed and not kept stays when the settings are read again."""

    def __init__(self, keep: Callable[[dict[str, Value]], None]) -> None:
        super().__init__()
        self._keep = keep
        self._last: dict[str, str] = {}
        self.boxes: dict[str, Editor] = {
            name: Lines() if code else Line(Kind.TEXT) for name, code in NAMES.items()
        }
        self._problem = Remark()
        for name, box in self.boxes.items():
            box.name(tr(SETTINGS[name].label), tr(SETTINGS[name].help))
            if isinstance(box.control, QPlainTextEdit):
                box.control.setPlaceholderText(tr(PLAIN[NAMES[name]]))
        save = button(tr(N_("Save")), self.save, name=tr(N_("Save: {part}"), part=tr(TITLE)))
        fields = [self._field(name) for name in NAMES]
        self.setLayout(column(*fields, self._problem, keyed(save, tr(N_("Ctrl+Enter"))), gap=16))
        self.setFocusProxy(self.boxes[ASK].control)
        begun(self, Drafted(lambda: (f"setting.{ASK}", None), self._draft, self._again))

    def _field(self, name: str) -> QWidget:
        box, label = self.boxes[name], tr(SETTINGS[name].label)
        under = text(tr(SETTINGS[name].help), "small")
        length = [at_length(box.box)] if isinstance(box, Lines) else []
        return boxed(column(text(label, "label", buddy=box.control), under, box, *length, gap=6))

    def save(self) -> None:
        """Keep what stands in them, or say which is too long; what was typed stays."""
        typed = {name: self._words(name) for name in self.boxes}
        long = [name for name, words in typed.items() if len(words) > MOST]
        for name, box in self.boxes.items():
            box.mark(wrong=name in long)
        if long:
            self.boxes[long[0]].control.setFocus()
            self._problem.say(tr(TOO_LONG, most=MOST))
        else:
            self._problem.clear()
            self._keep(dict(typed))

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show these, but where something else was typed meanwhile."""
        for name, box in self.boxes.items():
            value = str(values[name])
            if self._words(name) in {"", self._last.get(name, "")}:
                box.put(value)
            self._last[name] = value

    def _words(self, name: str) -> str:
        return str(self.boxes[name].value() or "").strip()

    def _draft(self) -> dict[str, str] | None:
        typed = {name: self._words(name) for name in self.boxes}
        return {name: one for name, one in typed.items() if one != self._last.get(name, "")} or None

    def _again(self, draft: Mapping[str, str]) -> None:
        for name, words in draft.items():
            self.boxes[name].put(words)
