"""What every report says in the group's own words: a box for each part of it, and the group's picture."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.written import Lines
from ui.screens.attached.choosing import ask_picture
from ui.screens.attached.reencoding import small_png
from ui.screens.keyed import keyed
from ui.screens.settings.texts import Texts
from ui.widgets.at_length import at_length
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
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


class OwnWords(Texts):
    """What was typed and not kept stays when the settings are read again."""

    def __init__(
        self, keep: Callable[[dict[str, Value]], None], keep_picture: Callable[[bytes, str], None]
    ) -> None:
        super().__init__({name: Lines() for name in NAMES}, keep, MOST, TOO_LONG)
        self._keep_picture = keep_picture
        self.ask = ask_picture
        self.shows = QLineEdit()
        self.shows.setAccessibleName(tr(SETTINGS[SHOWS].label))
        self.shows.setAccessibleDescription(tr(SETTINGS[SHOWS].help))
        self.shows.setMaxLength(200)
        self._there = text("", "sub")
        save = button(tr(N_("Save")), self.save, name=tr(N_("Save: {part}"), part=tr(TITLE)))
        self.choose = button(tr(N_("Choose a picture…")), self._choose)
        self.remove = button(tr(N_("Take the picture away")), lambda: self._keep_picture(b"", ""))
        label = text(tr(SETTINGS[SHOWS].label), "label", buddy=self.shows)
        picture = column(label, self.shows, self._there, flow(self.choose, self.remove), gap=6)
        fields = [self._field(name) for name in NAMES]
        verb = keyed(save, tr(N_("Ctrl+Enter")))
        self.setLayout(column(*fields, verb, boxed(picture), self._problem, gap=16))
        self.begin(INTRODUCTION)

    def _field(self, name: str) -> QWidget:
        box, label = self.boxes[name], tr(SETTINGS[name].label)
        words = text(label, "label", buddy=box.control)
        length = [at_length(box.box)] if isinstance(box, Lines) else []
        return boxed(column(words, box, *length, gap=6))

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show these, but where something else was typed meanwhile."""
        super().show_values(values)
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
