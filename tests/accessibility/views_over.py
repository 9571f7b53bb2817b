"""What stands over a screen: a toast, a draft, the countdown and the cover, dialogs, and little room."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QAbstractButton, QDialog

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui import errors
from ui.main_window import MainWindow
from ui.screens.dating import DateQuestion
from ui.screens.find_or_do import FindOrDo
from ui.screens.shell import Shell
from ui.screens.voices.fields import KEPT_TO_CHECK
from ui.theme import look
from ui.watching.resting import WARNING
from ui.widgets.countdown import Countdown, lock_words
from ui.widgets.drafted import forms, living
from vcse_desktop.actions import drafting
from vcse_desktop.actions.dating import Doubt
from vcse_desktop.actions.recording import NOTHING_TO_UNDO
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import tr

FAULT = Refused(*NOTHING_TO_UNDO)
NARROW = 520
"""Pixels at 100%: as wide as 29 letters m."""


def toast(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what is said of something that was just done."""
    shell.go("today")
    shell.toast.say(tr(KEPT_TO_CHECK), 1)
    settle()
    yield "toast", window
    shell.toast.hide()


def finding(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what finds and does, empty and with a name in it."""
    yield from dialog("find-or-do", FindOrDo(shell.desk, window))
    for person in shell.desk.vault.rows("person")[:1]:
        found = FindOrDo(shell.desk, window)
        found.box.setText(str(person["known_as"]))
        yield from dialog("find-or-do-found", found)


def notices(window: MainWindow, _: Shell) -> Iterator[View]:
    """Yield a notice of a fault, and the question about the date."""
    yield from dialog("fault", errors.tell(window, FAULT))
    doubt = Doubt(datetime(2016, 1, 3, tzinfo=UTC), datetime.now(UTC))
    yield from dialog("date", DateQuestion(window, doubt))


def narrow(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the shell where there is little room."""
    shell.go("today")
    room = window.size()
    window.resize(look.text(NARROW), room.height())
    settle()
    yield "narrow", window
    window.resize(room)
    settle()


def of_drafts(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield a form that was begun before, today and on another day, and by somebody else, too."""
    begun = [drafting.begin("insight", None, "") for _ in range(3)]
    begun[0] = replace(begun[0], at=begun[0].at - timedelta(days=9))
    begun[2] = replace(begun[2], who="Nia Price")
    known = shell.desk.drafts.known
    known |= {one.id: one for one in begun}
    shell.go("voices", "new")
    for form, _ in living(shell):
        forms.begun.emit(form)
    settle()
    yield "draft", window
    anew = [b for b in shell.findChildren(QAbstractButton) if b.text() == tr("Start anew") and b.isVisible()]
    anew[-1].click()
    settle()
    yield "draft-asked", window
    for one in begun:
        known.pop(one.id, None)
    for form, _ in living(shell):
        forms.begun.emit(form)
    settle()


def resting(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what stands there when nobody uses the computer: the countdown, the cover; and its settings."""
    shell.go("settings", "covering")
    settle()
    yield "settings-covering", window
    shell.go("today")
    made = Countdown(window, WARNING)
    made.show_seconds(lock_words(20), 20)
    settle()
    yield "countdown", window
    made.hide()
    made.deleteLater()
    shell.desk.cover()
    settle()
    yield "cover", window
    window.enter(shell.desk.vault)
    settle()


def dialog(name: str, made: QDialog) -> Iterator[View]:
    """Yield a dialog while it is open."""
    made.open()
    made.activateWindow()
    settle()
    yield name, made
    made.reject()
    owner = made.parentWidget()
    if owner is not None:
        owner.window().activateWindow()
    settle()


OVER: tuple[Callable[[MainWindow, Shell], Iterator[View]], ...] = (
    toast,
    of_drafts,
    resting,
    finding,
    notices,
    narrow,
)
"""Walks behind the door."""
