"""Long work as a person sees it: a sentence, a bar, and a button that stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, row
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr


class Working(QFrame):
    """Says what is being done; start and end are announced, not every step. ``stop`` is the wish to."""

    stop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.sentence = text("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it takes over from the button that stops
        self._stop = button(tr(N_("Stop")), self._stopping)
        line = row(self.sentence, self._stop)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.bar, margin=20))
        self.setFocusProxy(self._stop)
        self.hide()

    def begin(self, sentence: str, *, stops: bool = True) -> None:
        """Show that work has begun; how much there is, is not known yet. ``stops``: whether it can be."""
        self.sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._stop.setVisible(stops)
        self._stop.setAccessibleName(tr(N_("Stop: {work}"), work=sentence))
        self.show()
        announce(self, sentence)

    def moved(self, done: object, steps: object) -> None:
        """Show how far the work is."""
        self.bar.setRange(0, max(int(str(steps)), 1))
        self.bar.setValue(int(str(done)))

    def no_way_back(self) -> None:
        """Offer no Stop any more: what is left must be done to its end."""
        held = self._stop.hasFocus()
        self._stop.hide()
        if held:
            self.bar.setFocus()

    def end(self, sentence: str = "") -> None:
        """Take the bar away and announce the end."""
        self.hide()
        if sentence:
            announce(self, sentence)

    def _stopping(self) -> None:
        self._stop.setEnabled(False)
        self.sentence.setText(tr(N_("Stopping…")))
        self.stop.emit()
