"""Texts of a group that are typed in several boxes and kept together, none of them too long."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.forms.editor import Editor
from ui.widgets.drafted import Drafted, begun
from ui.widgets.remark import Remark
from vcse_desktop.i18n import tr
from vcse_desktop.settings import SETTINGS, Value

Keep = Callable[[dict[str, Value]], None]


class Texts(QWidget):
    """What was typed and not kept stays when the settings are read again."""

    def __init__(self, boxes: Mapping[str, Editor], keep: Keep, most: int, too_long: str) -> None:
        """``boxes`` are by setting; none keeps more than so many letters, else it says ``too_long``."""
        super().__init__()
        self.boxes, self._keep, self._most, self._too_long = dict(boxes), keep, most, too_long
        self._last: dict[str, str] = {}
        self._problem = Remark()
        for name, box in self.boxes.items():
            box.name(tr(SETTINGS[name].label), tr(SETTINGS[name].help))

    def begin(self, first: str) -> None:
        """Begin in this box, and speak of what is typed under its name."""
        self.setFocusProxy(self.boxes[first].control)
        begun(self, Drafted(lambda: (f"setting.{first}", None), self._draft, self._again))

    def save(self) -> None:
        """Keep what stands in them, or say which is too long; what was typed stays."""
        typed = {name: self._words(name) for name in self.boxes}
        long = [name for name, words in typed.items() if len(words) > self._most]
        for name, box in self.boxes.items():
            box.mark(wrong=name in long)
        if long:
            self.boxes[long[0]].control.setFocus()
            self._problem.say(tr(self._too_long, most=self._most))
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
