"""The last steps: the recovery sheet, and the code typed back from the paper."""

from ui.language import spoken
from ui.screens.first_run.draft import IN, REHEARSAL, SHEET, Draft, Step
from ui.screens.recovery.paper import Paper
from ui.screens.recovery.sheet import Rehearsal, Sheet
from ui.theme.tokens import PAGE
from ui.widgets.buttons import button
from ui.widgets.frame import flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.slips import groups
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

LATER = N_("Later")
ON_PAPER = N_("Is the code on paper?")
NOT_AGAIN = N_(
    "It is not shown again. Without the paper nobody can open this when the passphrase is forgotten."
)


class OnPaper(Step):
    """The code, shown once."""

    title = N_("Your recovery sheet")
    wide = PAGE
    on = N_("I have it on paper")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        vault, code = draft.opening.vault, draft.opening.code
        assert vault is not None  # noqa: S101 - this step comes after the vault was made
        day = numbers.day(today(), spoken())
        self.sheet = Sheet(Paper(draft.name.strip(), day, groups(code)), vault.folder)
        self.fill(
            text(
                tr(
                    N_(
                        "This code opens everything when a passphrase is forgotten. "
                        "It is shown only now, and it is kept nowhere but on your paper."
                    )
                )
            ),
            self.sheet,
            text(tr(N_("Agree who keeps the paper. It should lie apart from this computer, locked away."))),
        )
        self.setFocusProxy(self.sheet.printing)

    def go(self) -> None:
        """Go on to typing it back; the code is no longer shown then."""
        self.gone.emit(REHEARSAL)

    def wipe(self) -> None:
        """Forget the code."""
        self.sheet.wipe()


class TypedBack(Step):
    """The code typed back in full, from the paper; later is possible."""

    title = N_("Now type it back, from the paper")
    on = N_("Check the code")
    later = LATER

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        vault = draft.opening.vault
        assert vault is not None  # noqa: S101 - this step comes after the vault was made
        self.rehearsal = Rehearsal(vault, draft.opening.code)
        self.rehearsal.rehearsed.connect(lambda: self.gone.emit(IN))
        self._sure = Notice("warn")
        self.again = button(tr(N_("Show the code again")), lambda: self.gone.emit(SHEET))
        self._sure.add(flow(self.again, button(tr(N_("It is on paper: go in")), lambda: self.gone.emit(IN))))
        self.fill(
            text(tr(N_("A code that was never tried may not help. This one is tried for real."))),
            self.rehearsal,
            text(
                tr(
                    N_(
                        "You can do this later with the paper alone: Today reminds you. "
                        "You need to do it before your first pack. Once you go in, the code is not "
                        "shown again."
                    )
                ),
                "sub",
            ),
            self._sure,
        )
        self.setFocusProxy(self.rehearsal)

    def go(self) -> None:
        """Try it."""
        self.rehearsal.check()

    def put_off(self) -> None:
        """Ask for the paper first: one press alone must not lose the code."""
        self._sure.say(tr(NOT_AGAIN), "warn", tr(ON_PAPER))
        self.again.setFocus()

    def wipe(self) -> None:
        """Forget the code."""
        self.rehearsal.wipe()
