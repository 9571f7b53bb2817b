"""One person on a card: what they need and how to reach them first, then what they agreed to, then more."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.people.consents import Consents
from ui.screens.records.parts import PartRows
from ui.screens.timeline.lines import Lines
from ui.theme.tokens import SPACE
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, boxed, column, fact, flow
from ui.widgets.lengths import in_words
from ui.widgets.notice import Notice
from ui.widgets.scrolled import from_here
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.people import Card
from vcse_desktop.i18n import N_, tr

NOTHING = N_("Nothing noted.")
NO_CONTACT = N_("Do not contact them. They are left off every contact list.")
HOURS = N_("{time} given this year.")
NO_HOURS = N_("No hours noted this year.")
EQUALITY = N_("Equality details (keepers only)")
EARLIER = N_("An earlier contact without a name…")
EVERYTHING = N_("Show everything with {name}")


class PersonCard(QFrame):
    """The signals are the wishes of whoever presses the buttons."""

    changing = Signal()
    supporting = Signal()
    joining = Signal()
    exporting = Signal()
    erasing = Signal()
    wanting_all = Signal()
    recalling = Signal()

    def __init__(self, desk: Desk, shown: Card) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setAccessibleName(shown.name)
        self.card = shown
        self._desk = desk
        change = button(tr(N_("Change details")), self.changing.emit)
        support = button(tr(N_("Note support")), self.supporting.emit)
        same = button(tr(N_("Same person as…")), self.joining.emit, "quiet")
        self.access = PartRows(desk, "access", "person", shown.id, tr(N_("Access needs")))
        self.access.brief = True
        self.name = marked(heading(shown.name, 2))
        verbs = flow(change, support, same, *self._keepers())
        parts: list[Thing] = [column(self.name, verbs)]
        if shown.no_contact:
            parts.append(Notice("info", tr(NO_CONTACT)))
        parts += [self.access, self._facts(N_("How to reach them"), shown.contact), self._agreed()]
        parts += [self._facts(N_("About them"), shown.about), *self._caring(), self._recent()]
        if shown.equality:
            parts.append(self._equality())
        self.setLayout(column(*parts, gap=SPACE["wide"], margin=20))

    def _keepers(self) -> list[QWidget]:
        """Return what a keeper alone can do."""
        if not self._desk.keeper:
            return []
        everything = button(tr(N_("Everything about this person…")), self.exporting.emit, "quiet")
        return [everything, button(tr(N_("Erase…")), self.erasing.emit, "quiet")]

    def begin(self) -> None:
        """Put the focus on the name, unless somebody is at work on the card already."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.name.setFocus()
            QTimer.singleShot(0, self, self._come_up)  # after the page was scrolled no further than it must

    def _come_up(self) -> None:
        """Stand high on the page where the list is above the card."""
        if self.mapTo(self.window(), QPoint(0, 0)).y() > self.window().height() // 2:
            from_here(self)

    def _facts(self, title: str, facts: Sequence[tuple[str, str]]) -> QWidget:
        said: list[Thing] = [fact(name, value) for name, value in facts]
        return _part(tr(title), *(said or [text(tr(NOTHING), "sub")]))

    def _agreed(self) -> QWidget:
        found = list(self.card.consents)
        shown = Consents(self._desk, found) if found else text(tr(NOTHING), "sub")
        return _part(tr(N_("What they agreed to")), shown)

    def _caring(self) -> list[Thing]:
        """Return the three facts about a carer, and how they want to be involved."""
        facts, involve = self.card.caring, self.card.involve
        parts: list[Thing] = [_part(tr(N_("As a carer")), *map(text, facts))] if facts else []
        if involve:
            asked = text(self.card.asked, "sub")
            parts.append(_part(tr(N_("How they want to be involved")), text(involve), asked))
        return parts

    def _hours(self) -> str:
        minutes = self.card.minutes
        return tr(HOURS, time=in_words(minutes)) if minutes else tr(NO_HOURS)

    def _recent(self) -> QWidget:
        title, hours = tr(N_("Recent")), text(self._hours())
        earlier = [button(tr(EARLIER), self.recalling.emit, "quiet")] if self.card.unnamed else []
        if not self.card.recent:
            return _part(title, hours, text(tr(NOTHING), "sub"), *([flow(*earlier)] if earlier else []))
        lines = Lines(self._desk, ("person", self.card.id), inside=True)
        lines.show_all(self.card.recent)
        name = tr(EVERYTHING, name=isolated(self.card.name))
        return _part(title, hours, lines, flow(button(name, self.wanting_all.emit, "quiet"), *earlier))

    def _equality(self) -> QWidget:
        """Closed until somebody asks for it."""
        inside = boxed(column(*(fact(name, value) for name, value in self.card.equality), gap=8))
        inside.hide()
        turn = button(tr(EQUALITY), lambda: inside.setVisible(inside.isHidden()), "quiet")
        return boxed(column(turn, inside, gap=8))


def _part(title: str, *things: Thing) -> QWidget:
    """Return a part of the card under its heading."""
    return boxed(column(heading(title, 3), *things, gap=8))
