"""The first step: language, size of letters and colours, changed while one looks."""

from ui.screens.first_run.draft import CHOICES, Draft, Step
from ui.screens.settings.looks import Looks
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr


class Look(Step):
    """Everything here is kept at once and can be changed later in Settings."""

    title = N_("How should it look?")
    on = N_("Continue")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        looks = Looks()
        self.fill(looks, text(tr(N_("You can change all of this later in Settings.")), "sub"))
        self.setFocusProxy(looks)

    def go(self) -> None:
        """Go on."""
        self.gone.emit(CHOICES)
