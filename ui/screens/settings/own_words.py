"""What every report says in the group's own words: a box for each part of it, and the group's picture."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.written import Lines
from ui.screens.attached.choosing import ask_picture
from ui.screens.attached.reencoding import small_png
from ui.screens.keyed import keyed
from ui.widgets.at_length import at_length
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import boxed, column, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.own_pages import INTRODUCTION, NOTES, PICTURE, SHOWS
from vcse_desktop.actions.picture_chosen import read
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.settings import SETTINGS, Value

TITLE = N_("Your own words in every report")
ABOUT = N_(
    "An introduction and a note under each heading, as you would say it to somebody. They are looked at for "
    "names before a pack leaves. Leave any empty."
)
MOST = 1200
TOO_LONG = N_("This is longer than {most} letters, so nothing was kept.")
UNSAID = N_("Say what the picture shows, for those who cannot see it. Nothing was kept.")
NAMES = (INTRODUCTION, *NOTES.values())


class OwnWords(QWidget):
    """What was typed and not kept stays when the settings are read again."""

    def __init__(
        self, keep: Callable[[dict[str, Value]], None], keep_picture: Callable[[bytes, str], None]
    ) -> None:
        super().__init__()
        self._keep, self._keep_picture = keep, keep_picture
        self.ask = ask_picture
        self._last: dict[str, str] = {}
        self.boxes = {name: Lines() for name in NAMES}
        self.shows = QLineEdit()
        self.shows.setAccessibleName(tr(SETTINGS[SHOWS].label))
        self.shows.setAccessibleDescription(tr(SETTINGS[SHOWS].help))
        self.shows.setMaxLength(200)
        self._problem, self._there = Remark(), text("", "sub")
        for name, box in self.boxes.items():
            box.name(tr(SETTINGS[name].label), tr(SETTINGS[name].help))
        save = button(tr(N_("Save")), self.save, name=tr(N_("Save: {part}"), part=tr(TITLE)))
        self.choose = button(tr(N_("Choose a picture…")), self._choose)
        self.remove = button(tr(N_("Take the picture away")), lambda: self._keep_picture(b"", ""))
        label = text(tr(SETTINGS[SHOWS].label), "label", buddy=self.shows)
        picture = column(label, self.shows, self._there, flow(self.choose, self.remove), gap=6)
        fields = [self._field(name) for name in NAMES]
        verb = keyed(save, tr(N_("Ctrl+Enter")))
        self.setLayout(column(*fields, verb, boxed(picture), self._problem, gap=16))
        self.setFocusProxy(self.boxes[INTRODUCTION].control)
        begun(self, Drafted(lambda: (f"setting.{INTRODUCTION}", None), self._draft, self._again))

    def _field(self, name: str) -> QWidget:
        box, label = self.boxes[name], tr(SETTINGS[name].label)
        words = text(label, "label", buddy=box.control)
        return boxed(column(words, box, at_length(box.box), gap=6))

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
        if values[PICTURE] or not self.shows.text():
            self.shows.setText(str(values[SHOWS]))
        there = N_("A picture is on the first page.") if values[PICTURE] else N_("There is no picture.")
        self._there.setText(tr(there))
        self.remove.setVisible(bool(values[PICTURE]))

    def _choose(self) -> None:
        """Ask for a picture, once somebody has said what it shows."""
        shows = self.shows.text().strip()
        if not shows:
            self._problem.say(tr(UNSAID))
            self.shows.setFocus()
            return
        file = self.ask(self)
        if file is not None:
            try:
                made = small_png(read(file))
            except (Refused, WorldError) as error:
                self._problem.say(str(error))
            else:
                self._problem.clear()
                self._keep_picture(made, shows)

    def _words(self, name: str) -> str:
        return str(self.boxes[name].value() or "").strip()

    def _draft(self) -> dict[str, str] | None:
        typed = {name: self._words(name) for name in self.boxes}
        return {name: one for name, one in typed.items() if one != self._last.get(name, "")} or None

    def _again(self, draft: Mapping[str, str]) -> None:
        for name, words in draft.items():
            self.boxes[name].put(words)
