"""Language, size of letters, and colours: changed while one looks."""

from PySide6.QtWidgets import QWidget

from ui import language
from ui.language import isolated
from ui.theme.look import SIZES
from ui.widgets.chips import Offer, OneOf
from ui.widgets.dressing import choose
from ui.widgets.frame import column, field
from ui.widgets.notice import Notice
from vcse_desktop.i18n import N_, tr
from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import SETTINGS, computer

COLOURS = {
    "system": N_("As this computer is set"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "high": N_("High contrast"),
}
NOT_SHOWN = N_("You chose {language}. Its words are missing or damaged, so everything is shown in English.")


class Looks(QWidget):
    """Each is kept at once, for this computer alone."""

    def __init__(self) -> None:
        super().__init__()
        sizes = [(str(size), tr(N_("{percent}%"), percent=size)) for size in SIZES]
        colours = [(code, tr(words)) for code, words in COLOURS.items()]
        self.language = self._one("language", list(language.offered().items()), language.spoken())
        self.text_size = self._one("text_size", sizes)
        self.theme = self._one("theme", colours)
        made = {"language": self.language, "text_size": self.text_size, "theme": self.theme}
        things = (field(tr(SETTINGS[name].label), one) for name, one in made.items())
        self.setLayout(column(*things, _not_shown(), gap=20))
        now = [chip for chip in self.language.buttons.values() if chip.isChecked()]
        self.setFocusProxy(next(iter(now), self.language))

    def _one(self, setting: str, offer: Offer, now: str = "") -> OneOf:
        kept = computer(profile_dir(), setting)
        made = OneOf(tr(SETTINGS[setting].label), offer, now or str(kept))
        for code, chip in made.buttons.items():
            value = int(code) if isinstance(kept, int) else code
            chip.clicked.connect(lambda _, value=value: choose(setting, value))
            chip.setObjectName(f"{setting}={kept}")  # what stood here before must not be put back
        return made


def _not_shown() -> Notice:
    """Return what says that the language chosen could not be shown; empty when it is."""
    chosen = str(computer(profile_dir(), "language"))
    lost = chosen != "en" and language.spoken() == "en"
    name = isolated(language.NAMES.get(chosen, chosen))
    return Notice("warn", tr(NOT_SHOWN, language=name) if lost else "")
