"""Settings that are written: a box for each, kept together."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.linking import LongChoice
from ui.screens.keyed import keyed
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import column, field
from ui.widgets.remark import Remark
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.settings import SETTINGS, Value

LISTED = {"pack_lawful_basis": "lawful_basis"}
"""Settings that hold a code of a list."""
LONGEST = 200
UNKNOWN = N_("This is not on the list, so nothing was kept. Take one from the list, or empty the box.")


class Boxes(QWidget):
    """What was typed and not kept stays when the settings are read again."""

    def __init__(self, title: str, names: Sequence[str], keep: Callable[[dict[str, Value]], None]) -> None:
        super().__init__()
        self._keep = keep
        self.boxes = {name: QLineEdit() for name in names if name not in LISTED}
        self.lists = {name: _list(name) for name in names if name in LISTED}
        self._last: dict[str, str] = {}
        every: dict[str, QWidget] = {**self.boxes, **self.lists}
        things = [field(tr(SETTINGS[n].label), every[n], tr(SETTINGS[n].help)) for n in names]
        for name, made in self.lists.items():
            made.name(tr(SETTINGS[name].label), tr(SETTINGS[name].help))
        for box in self.boxes.values():
            box.setMaxLength(LONGEST)
        self._problem = Remark()
        verb = button(tr(N_("Save")), self.save, name=tr(N_("Save: {part}"), part=title))
        self.setLayout(column(*things, self._problem, keyed(verb, tr(N_("Ctrl+Enter"))), gap=16))
        self.setFocusProxy(every[names[0]])
        begun(self, Drafted(lambda: (f"setting.{names[0]}", None), self._draft, self._again))

    def _draft(self) -> dict[str, str] | None:
        typed = {name: box.text() for name, box in self.boxes.items()}
        changed = {name: words for name, words in typed.items() if words.strip() != self._last.get(name, "")}
        return changed or None

    def _again(self, draft: Mapping[str, str]) -> None:
        for name, words in draft.items():
            self.boxes[name].setText(words)

    def save(self) -> None:
        """Keep what stands in them, or say which is on no list; what was typed stays."""
        typed: dict[str, Value] = {name: box.text().strip() for name, box in self.boxes.items()}
        chosen: dict[str, Value] = {name: str(made.value() or "") for name, made in self.lists.items()}
        strange = [name for name, code in chosen.items() if code and code not in _codes(name)]
        for name, made in self.lists.items():
            made.mark(wrong=name in strange)
        if strange:
            self.lists[strange[0]].setFocus()
            self._problem.say(tr(UNKNOWN))
        else:
            self._problem.clear()
            self._keep(typed | chosen)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show these, but where something else was typed meanwhile."""
        for name, box in self.boxes.items():
            value = str(values[name])
            if box.text().strip() in {"", self._last.get(name, "")}:
                box.setText(value)
            self._last[name] = value
        for name, made in self.lists.items():
            if made.value() in {None, self._last.get(name)}:
                made.put(str(values[name]) or None)
            self._last[name] = str(values[name])


def _list(name: str) -> LongChoice:
    vocab = LISTED[name]
    offer = [(item.code, pgettext(vocab, item.label)) for item in lists()[vocab]]
    return LongChoice(tr(SETTINGS[name].label), offer)


def _codes(name: str) -> set[str]:
    return {item.code for item in lists()[LISTED[name]]}
