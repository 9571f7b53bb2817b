"""Summary packs: what was sent, a new one in four steps, checking what others sent, and our own figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.screens.answer_pack.place import Answering
from ui.screens.check_pack.checking import CheckPack
from ui.screens.desk import Desk
from ui.screens.make_pack.begun import begin, begun, finish
from ui.screens.make_pack.making import MakePack
from ui.screens.make_pack.period import Period
from ui.screens.packs.easy_read import EasyReadPage
from ui.screens.packs.for_us import ForUs
from ui.screens.packs.handed import Handed
from ui.screens.packs.list import PacksList
from ui.screens.packs.replace import Replace
from ui.screens.packs.sent_verbs import SentVerbs
from ui.screens.packs.signers import Signers
from ui.screens.packs.take_back import TakeBack
from ui.screens.screen import Screen
from ui.widgets.drafted import over
from ui.widgets.stack import Tabs
from vcse_desktop.actions.checking import Checked
from vcse_desktop.actions.documents import Received, received
from vcse_desktop.actions.sending import Sent, audiences, sent_packs
from vcse_desktop.actions.signers import KnownSigner, known_signers
from vcse_desktop.actions.suggesting import Names, organisations
from vcse_desktop.actions.taking_back import missing, missing_words
from vcse_desktop.i18n import N_, tr

SENT, CHECK, US = "sent", "check", "us"
SIGNERS, REPLACE, EASY = "signers", "replace", "easy"


@dataclass(frozen=True, slots=True)
class Known:
    """What the section shows: what was sent and received, for whom, what is missing, and who is known."""

    sent: Sequence[Sent] = ()
    audiences: Sequence[str] = ()
    names: Names = field(default_factory=Names)
    missing: Sequence[str] = ()
    received: Sequence[Received] = ()
    signers: Sequence[KnownSigner] = ()


class Packs(Screen):
    """Tabs; a new pack takes their place while it is made."""

    card: ClassVar[str] = "packs"
    shows: ClassVar[frozenset[str]] = frozenset({"sent", "organisation", "signer", "document"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("Summary packs")))
        self.list = PacksList(keeper=desk.keeper)
        self.sent = SentVerbs(desk, self.list)
        self.signers = Signers(desk)
        self.list.making.connect(self.new)
        self.check = CheckPack(desk)
        self.check.answering.connect(self._answer)
        self.us = ForUs(desk)
        self.tabs = Tabs(tr(N_("Summary packs")))
        self.tabs.add(SENT, tr(N_("Sent and received")), lambda: self.list)
        self.tabs.add(CHECK, tr(N_("Check a pack")), lambda: self.check)
        self.tabs.add(SIGNERS, tr(N_("Signers")), lambda: self.signers)
        self.tabs.add(EASY, tr(N_("Easy Read")), lambda: EasyReadPage(desk))
        self.tabs.add(US, tr(N_("For us")), lambda: self.us)
        self.making: MakePack | None = None
        self._known = Known()
        self.answering = Answering(desk)
        self.answering.left.connect(lambda: self.open(CHECK))
        self.add(self.tabs, self.answering)
        self.tabs.show_part(SENT)
        if begun(desk):
            self._make()
        elif self.answering.is_open():
            self.tabs.hide()

    @property
    def easy(self) -> EasyReadPage:
        """The Easy Read page, once its tab was shown."""
        part = self.tabs.built()[EASY]
        assert isinstance(part, EasyReadPage)  # noqa: S101 - it is what the tab was made with
        return part

    def look(self) -> None:
        """Ask for what was sent, and for whom a pack may be."""
        vault = self.vault

        def known() -> Known:
            return Known(
                sent_packs(vault),
                audiences(vault),
                organisations(vault),
                missing_words(missing(vault)),
                received(vault),
                known_signers(vault),
            )

        self.ask(known, self._show)

    def open(self, what: object) -> None:
        """Begin a new pack, turn to a tab, or check files: "new", "check", "signers", "easy", "us",
        ("check", paths), or ("replace", the choices of a pack that takes the place of another)."""
        if what == "new":
            self.new()
        elif what in (CHECK, SIGNERS, US, EASY):
            self._list()
            self.tabs.show_part(str(what))
        elif isinstance(what, tuple) and what[0] == REPLACE:
            finish(self.desk)  # one that was begun is dropped
            self._list()
            begin(self.desk).asked = what[1]
            self.new()
        elif isinstance(what, tuple) and what[0] == CHECK:
            self._list()
            self.tabs.show_part(CHECK)
            self.check.check([Path(path) for path in what[1]])

    def new(self) -> None:
        """Begin a new pack, or go on with the one that was begun."""
        begin(self.desk)
        self._make()
        begin_here = self.first()
        if begin_here is not None:
            begin_here.setFocus()

    def first(self) -> QWidget | None:
        """Return the control that the work begins in."""
        if self.making is not None and not self.making.isHidden():
            return self.making.steps.step().begin()
        if self.answering.is_open():
            return self.answering.begin()
        if self.tabs.code() == US:
            return self.us.begin()
        if self.tabs.code() == EASY:
            return self.easy.begin()
        if self.tabs.code() == SIGNERS:
            return self.signers.begin()
        return self.check.first() if self.tabs.code() == CHECK else self.list.new

    def save(self) -> None:
        """Go on to the next step, or show our own figures (Ctrl+Enter)."""
        if self.making is not None and not self.making.isHidden():
            self.making.go_on()
        elif self.answering.is_open():
            self.answering.go_on()
        elif self.tabs.code() == US:
            self.us.go_on()
        elif self.tabs.code() == EASY:
            self.easy.save()
        elif isinstance(self.list.form, Replace | TakeBack | Handed):
            self.list.form.save()

    def back(self) -> None:
        """Go a step back, and from the first one to the list; stop what is under way (Esc)."""
        if self.making is not None and not self.making.isHidden():
            self.making.go_back()
        elif self.answering.is_open():
            self.answering.go_back()
        else:
            self.us.stop()

    def _answer(self, checked: object) -> None:
        """Show a pack that is to be answered, in place of the tabs."""
        if isinstance(checked, Checked):
            self.answering.answer(checked.file, self.tabs.hide)

    def _make(self) -> None:
        """Show the pack that is being made, in place of the tabs."""
        self.answering.close_page()
        if self.making is None:
            period = Period()
            period.setProperty("kept", True)
            period.know(self._known.audiences, self._known.names)
            self.making = MakePack(self.desk, period)
            self.making.left.connect(self._list)
            self.add(self.making)
        self.making.show()
        self.tabs.hide()

    def _list(self) -> None:
        """Go to the list; a pack that was begun waits, one that is finished is dropped."""
        self.tabs.show()
        self.answering.close_page()
        if self.making is not None:
            self.making.hide()
            if begun(self.desk) is None:
                over(self.making.period)
                self.making.deleteLater()
                self.making = None
        begin_here = self.first()
        if begin_here is not None:
            begin_here.setFocus()

    def _show(self, known: Known) -> None:
        self._known = known
        self.list.show_packs(known.sent, known.missing, known.received)
        self.signers.show_signers(known.signers)
        if self.making is not None:
            self.making.period.know(known.audiences, known.names)
