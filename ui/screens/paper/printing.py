"""Printing blank forms: what is wanted, a picture of the first page, and the file or the printer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import keyed
from ui.screens.paper.painted import picture, print_pages
from ui.screens.paper.wishes import Wishes
from ui.tasks import Lane
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow, put
from ui.widgets.notice import Notice
from ui.widgets.page import Columns
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import heading, text
from vcse_desktop.actions import blank_forms
from vcse_desktop.actions.blank_forms import Made, Saved, papers
from vcse_desktop.actions.paper_desk import Offers
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.typed import NotUnderstood

TITLE, ABOUT = (
    N_("Print blank forms"),
    N_("Nothing that you hold about anybody is on them unless you ask for it."),
)
WHERE, KINDS = N_("Where to save the form"), N_("PDF files (*.pdf)")
LOOKS = N_("Picture of the first page: {title}, {pages} on each sheet")
WRONG = N_("Look at the day and the number of sheets again. One of them cannot be understood.")
SAVED = N_("Saved as a PDF: {sheets}.")
WIDE = 380
"""Pixels at 100%: the picture of a page."""
asking: dict[str, Callable[..., object]] = {"file": ask_where, "printer": print_pages}
"""How a place and a printer are asked for; tests put something in their place that needs no window."""


class PrintPart(QWidget):
    """``made`` is the form as it is shown, None until it has come or where it cannot be made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "paper")
        self.desk = desk
        self.wishes: Wishes | None = None
        self.made: Made | None = None
        self._offers: Offers | None = None
        self._begin: tuple[str, int | None, str | None, int | None] | None = None
        self._kept: tuple[object, ...] | None = None
        self.notice = Notice()
        self.save_it = button(tr(N_("Save as PDF")), self.save, "primary", picture="file")
        self.print_it = button(tr(N_("Print…")), self.print, picture="print")
        self.page, self._caption = QLabel(), text("", "small")
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._wishes = column(gap=0)
        verbs = flow(keyed(self.save_it, tr(N_("Ctrl+Enter"))), self.print_it)
        left = card(heading(tr(TITLE), 2), text(tr(ABOUT)), self._wishes, self.notice, verbs, gap=16)
        right = QWidget()
        right.setLayout(column(self._caption, self.page, None, gap=8))
        self.setLayout(column(Columns(left, right)))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._make)

    def show_offers(self, offers: Offers) -> None:
        """Show what can be chosen; what was chosen stays."""
        if offers == self._offers and self.wishes is not None:
            self._later.start()
            return
        kept = self.wishes.typed() if self.wishes is not None else self._kept
        self._offers = offers
        made = Wishes(papers(self.desk.vault), offers, may_name=not self.desk.helper)
        if kept is not None:
            made.type_again(kept)
        before, self.wishes = self.wishes, made
        put(self._wishes, made)
        made.show()
        if before is not None:
            before.hide()
            before.deleteLater()
        made.changed.connect(self._later.start)
        if self._begin is not None:
            self.begin(*self._begin)
        self._later.start()

    def begin(
        self,
        paper: str,
        activity: int | None = None,
        day: str | None = None,
        asking: int | None = None,
    ) -> None:
        """Choose a form, for an activity, a day and a piece of asking, once there are some to choose from."""
        self._begin = (paper, activity, day, asking) if self.wishes is None else None
        if self.wishes is not None:
            self.wishes.begin(paper, activity, day, asking)

    def go_on(self, typed: tuple[object, ...]) -> None:
        """Go on with what was chosen before the window was drawn anew."""
        self._kept = typed
        if self.wishes is not None:
            self.wishes.type_again(typed)

    def first(self) -> QWidget | None:
        """Return where the work begins."""
        return self.wishes.which if self.wishes is not None else None

    def save(self) -> None:
        """Ask for a place and write the form there."""
        wish = self._sound()
        ask: AskWhere = asking["file"]  # type: ignore[assignment]
        if wish is None or self.wishes is None:
            return
        file = ask(self, tr(WHERE), f"{self.wishes.paper().files}.pdf", tr(KINDS))
        if file is None:
            return
        vault, language = self.desk.vault, spoken()

        def done(saved: Saved) -> None:
            self.desk.say(tr(SAVED, sheets=ngettext("{n} sheet", "{n} sheets", saved.sheets)))

        tasks.run(
            self,
            lambda: blank_forms.save(vault, wish, language, file),
            done,
            partial(errors.tell, self),
            Lane.ACT,
        )

    def print(self) -> None:
        """Ask for a printer and print the form that is shown."""
        if self._sound() is not None and self.made is not None:
            pages = [page for sheet in self.made.sheets for page in sheet]
            asking["printer"](self, self.made.blank.title, pages)

    def _sound(self) -> blank_forms.Wish | None:
        """Return what is wanted; None, with the reason shown, where a box cannot be understood."""
        if self.wishes is None:
            return None
        wrong = self.wishes.is_wrong()
        if wrong is not None:
            self.notice.say(tr(WRONG))
            wrong.setFocus()
            return None
        return self.wishes.wish()

    def _make(self) -> None:
        """Make the form anew and show its first page; half typed boxes wait."""
        if self.wishes is None:
            return
        try:
            wish = self.wishes.wish()
        except NotUnderstood:
            return
        vault, language = self.desk.vault, spoken()
        tasks.run(self, lambda: blank_forms.make(vault, wish, language), self._show, self._failed)

    def _show(self, made: Made) -> None:
        self.made = made
        self.notice.show_as("info", "\n".join(made.told))
        pages = len(made.sheets[0])
        many = ngettext("{n} page", "{n} pages", pages)
        caption = tr(LOOKS, title=made.blank.title, pages=many)
        self._caption.setText(caption)
        self.page.setAccessibleName(caption)
        self.page.setPixmap(picture(made.sheets[0][0], px(WIDE), self.devicePixelRatioF()))
        for one in (self.save_it, self.print_it):
            one.setEnabled(True)

    def _failed(self, error: BaseException) -> None:
        """Say beside the boxes why there is no form."""
        self.made = None
        if isinstance(error, VcseError):
            self.notice.say(errors.sentence(error), "warn")
        else:
            errors.tell(self, error)
