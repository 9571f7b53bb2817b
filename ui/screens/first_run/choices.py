"""The second step: what somebody came for, one choice of four."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.screens.first_run.draft import CHECKS, EXAMPLE, GROUP, JOIN, Draft, Step
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

OFFER = (
    (
        EXAMPLE,
        N_("Try with the example organisation"),
        N_("Look round and try everything. Nobody in it is real, and it is easily deleted."),
    ),
    (
        GROUP,
        N_("Set up ours"),
        N_("Begin with your own group: its name, a passphrase, and a recovery sheet on paper."),
    ),
    (
        CHECKS,
        N_("Only check packs"),
        N_("For somebody who is sent packs: it remembers whose digits you compared."),
    ),
    (
        JOIN,
        N_("Join or restore"),
        N_("Open a vault that is there already, or bring a backup file back with its recovery sheet."),
    ),
)


class BigChoice(QPushButton):
    """A button with a sentence under its words, as high as both need."""

    def __init__(self, words: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setAccessibleDescription(sentence)
        self.setAutoDefault(True)
        labels = (text(words, "h2"), text(sentence, "sub"))
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = column(*labels, gap=4, margin=16)
        self.setLayout(self._inside)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the words need at least."""
        return self._inside.totalMinimumSize()


class Choices(Step):
    """Each choice goes on at once."""

    title = N_("What would you like to do?")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.buttons = {code: BigChoice(tr(words), tr(sentence)) for code, words, sentence in OFFER}
        for code, one in self.buttons.items():
            one.clicked.connect(lambda _, c=code: self.gone.emit(c))
        self.fill(*self.buttons.values())
        self.setFocusProxy(self.buttons[EXAMPLE])

    def setEnabled(self, enabled: bool) -> None:
        """Let one choose, or not while something is under way."""
        for one in reversed(self.buttons.values()):  # from the last: else the focus goes through all of them
            one.setEnabled(enabled)
