"""The ways through the door by paper: the recovery sheet, and the new passphrase after it."""

from collections.abc import Callable
from pathlib import Path

from ui.language import isolated
from ui.screens.keyed import keyed
from ui.screens.later import unlocking
from ui.screens.recovery.sheet import CodeBox
from ui.screens.unlock.opening import Opened, Opening
from ui.screens.unlock.parts import Part
from ui.widgets.buttons import button
from ui.widgets.frame import flow
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.words import heading, text
from vcse_desktop.i18n import N_, tr


class BySheet(Part):
    """The code from the paper."""

    def __init__(self) -> None:
        super().__init__()
        self.code = CodeBox()
        self.code.box.returnPressed.connect(self.go)
        self.opens = button(tr(N_("Open with the code")), self.go.emit, "primary")
        opens = keyed(self.opens, tr(N_("Enter")))
        other = button(tr(N_("Use the passphrase")), self.back.emit)
        self.fill(heading(tr(N_("The recovery sheet")), 2), self.code, flow(opens, other, gap=24))
        self.setFocusProxy(self.code)

    def ready(self, ready: bool) -> None:
        """Let it be tried, or not now."""
        self.opens.setEnabled(ready)

    def work(self, folder: Path, opening: Opening) -> Callable[[], Opened]:
        """Try the code."""
        code = self.code.typed()
        return lambda: (unlocking.unlock_with_code(folder, code), code)

    def wrong(self, sentence: str) -> None:
        """Say what is wrong with the code."""
        self.code.wrong(sentence)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.code.wipe()


class Renewing(Part):
    """A new passphrase for the keeper, after the sheet has opened the vault."""

    def __init__(self, keeper: str) -> None:
        super().__init__()
        self.new = NewPassphrase()
        self.new.entered.connect(self.go)
        self._whose = text("")
        self.call(keeper)
        self.fill(
            heading(tr(N_("The code is right. Choose a new passphrase now")), 2),
            self._whose,
            self.new,
            flow(
                button(tr(N_("Set it and go in")), self.go.emit, "primary"),
                button(tr(N_("Not now, go in")), self.back.emit),
                gap=24,
            ),
        )
        self.setFocusProxy(self.new)

    def call(self, keeper: str) -> None:
        """Say whose passphrase it will be; "" while that is still being read."""
        said = tr(N_("It will be the passphrase of {name}."), name=isolated(keeper))
        self._whose.setText(said if keeper else "")

    def work(self, folder: Path, opening: Opening) -> Callable[[], Opened] | None:
        """Keep the new passphrase, once it is typed twice and long enough."""
        new = self.new.sound()
        if new is None:
            return None
        code, vault = opening.code, opening.take()
        return lambda: (unlocking.new_passphrase(vault, code, new), "")

    def wipe(self) -> None:
        """Forget what was typed."""
        self.new.wipe()
