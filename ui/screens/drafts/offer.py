"""What stands over a form that was begun before: since when, and whether to go on with it or start anew."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.language import isolated, plain
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.drafting import Begun
from vcse_desktop.i18n import N_, tr

TODAY, BEFORE = N_("You began this at {time}."), N_("You began this on {day} at {time}.")
THEIRS_TODAY = N_("{name} has a draft of this from {time}.")
THEIRS_BEFORE = N_("{name} has a draft of this from {day}, {time}.")
LOST = N_("Starting anew throws away what you typed on {day}.")
NAMED = N_("{verb}: {sentence}")
MOST = 3
"""Drafts of one form that are offered at once; the others come when these are settled."""


class Offer(QWidget):
    """``going_on`` and ``giving_up`` carry the draft that was settled."""

    going_on = Signal(object)
    giving_up = Signal(object)

    def __init__(self, mine: Sequence[Begun], theirs: Sequence[Begun]) -> None:
        super().__init__()
        lines = [self._mine(one) for one in mine[:MOST]]
        lines += [Notice("info", since(one)) for one in theirs[:MOST]]
        self.setLayout(column(*lines, gap=8))

    def _mine(self, one: Begun) -> Notice:
        made = Notice("info", since(one))
        go_on = _verb(N_("Go on with it"), one, lambda: self.going_on.emit(one))
        anew = _verb(
            N_("Start anew"), one, lambda: ask() if is_old(one) else self.giving_up.emit(one), "quiet"
        )
        throw = _verb(N_("Throw it away"), one, lambda: self.giving_up.emit(one))
        keep = _verb(N_("Keep it"), one, lambda: settle(asked=False))
        lost = text(tr(LOST, day=dates.in_words(one.at.date())))
        first, sure = flow(go_on, anew), boxed(column(lost, flow(throw, keep), gap=8))
        for one_button in (throw, keep):
            one_button.setAutoDefault(False)

        def settle(*, asked: bool) -> None:
            sure.setVisible(asked)
            first.setVisible(not asked)
            (keep if asked else go_on).setFocus()

        def ask() -> None:
            settle(asked=True)

        made.add(first)
        made.add(sure)
        sure.hide()
        return made


def _verb(words: str, one: Begun, pressed: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a button that tells a screen reader which draft it is about."""
    return button(tr(words), pressed, kind, name=plain(tr(NAMED, verb=tr(words), sentence=since(one))))


def is_old(one: Begun) -> bool:
    """Say whether a draft is of another day: giving it up is asked about."""
    return one.at.date() != datetime.now().astimezone().date()


def since(one: Begun) -> str:
    """Return since when a draft is there, and whose it is."""
    places = {"time": isolated(one.at.strftime("%H:%M"))}
    if is_old(one):
        places["day"] = dates.in_words(one.at.date())
    if one.who:
        return tr(THEIRS_BEFORE if is_old(one) else THEIRS_TODAY, name=isolated(one.who), **places)
    return tr(BEFORE if is_old(one) else TODAY, **places)
