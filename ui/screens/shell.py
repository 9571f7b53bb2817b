"""The inside of the window once a vault is open: the places beside the one page that is shown."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import errors
from ui.changes import changes
from ui.screens.desk import Desk
from ui.screens.drafts.watch import Watch
from ui.screens.harm import Harm
from ui.screens.places import PLACES, SECTIONS, Place, build, is_open
from ui.screens.screen import Screen
from ui.screens.sidebar import Sidebar, TopBar
from ui.screens.undoing import take_back
from ui.theme.look import px
from ui.theme.look import text as letters
from ui.widgets.accessible import announce
from ui.widgets.frame import row
from ui.widgets.tabbing import AroundPage
from ui.widgets.toast import Toast
from ui.widgets.typed import Typed, type_again, typed
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.actions.standing import MEMBER, refusal
from vcse_desktop.i18n import N_, tr

Kept = tuple[Typed, dict[str, object]]
"""What stood in the controls of the page shown, and what the pages keep themselves, by their codes."""
LEAST_EM = 30
DRAFTS = Changed(frozenset({"draft"}), None)
EXAMPLE = N_(
    "This is the example organisation. Nobody in it is real. Do not put real people here: "
    "anybody at this computer can open it."
)


class Shell(AroundPage):
    """Builds each screen when it is first visited and keeps it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._pages: dict[str, Screen] = {}
        self._waiting: dict[str, object] = {}
        self.shown = ""
        self.sidebar = Sidebar(self._shown_places(), desk.who)
        self.sidebar.chosen.connect(self.go)
        self.top = TopBar(self.sidebar)
        self.pages = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        if desk.example:
            right.addWidget(self._banner())
        self.harm = Harm(desk)
        right.addWidget(self.harm)
        right.addWidget(self.pages, 1)
        layout = row(self.sidebar, right, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.toast = Toast(self, self.pages)
        self.toast.undo.connect(lambda unit: take_back(self, desk, unit))
        self.toast.stood.connect(partial(_make_room, self))
        self.drafts = Watch(self, desk.vault, desk.drafts)
        self.drafts.changed.connect(lambda: changes.changed.emit(DRAFTS))
        desk.said.connect(self.toast.say)
        desk.wanted.connect(self.go)

    def _shown_places(self) -> list[Place]:
        desk = self.desk
        seen = [place for place in SECTIONS if is_open(place.code, desk)]
        return [place for place in seen if not place.setting or group_setting(desk.vault, place.setting)]

    def _banner(self) -> QWidget:
        banner = text(tr(EXAMPLE), "tag")
        banner.setObjectName("example")
        banner.setContentsMargins(px(32) - 10, px(4), px(32) - 10, px(4))  # its style has 10 more
        return banner

    def go(self, code: str, what: object = None) -> None:
        """Show a place, and in it what was asked for; the focus goes to where the work begins."""
        if not is_open(code, self.desk):
            self.desk.say(errors.sentence(refusal(MEMBER)))
            return
        if code not in self._pages:
            self._pages[code] = build(PLACES[code], self.desk)
            self.pages.addWidget(self._pages[code])
        page = self._pages[code]
        self._go_on(code)
        changed, self.shown = code != self.shown, code
        self.pages.setCurrentWidget(page)
        self.sidebar.show_place(code)
        if self.toast.isVisible():
            self.toast.place()
        if what is not None:
            page.open(what)
        self.focus_page()
        self.desk.looking.watch(self)
        if changed:
            announce(page, page.title.text())

    def page(self) -> Screen | None:
        """Return the screen that is shown."""
        return self._pages.get(self.shown)

    def focus_page(self) -> bool:
        """Put the focus where the work of the page begins; False when there is nothing to put it on."""
        page = self.page()
        begin = page.first() if page is not None else None
        if begin is not None:
            begin.setFocus()
        return begin is not None

    def focus_places(self) -> None:
        """Put the focus on the list of places, or on the menu that stands in for it."""
        (self.sidebar.nav if self.sidebar.isVisible() else self.top.menu).setFocus()

    def kept(self) -> Kept:
        """Return what must outlive the window being drawn anew, of every page visited."""
        self.drafts.hand_on()
        page = self.page()
        kept = {code: one.kept() for code, one in self._pages.items()}
        known = {code: one for code, one in kept.items() if one is not None}
        return typed(page) if page is not None and self.shown not in known else (), self._waiting | known

    def again(self, kept: Kept) -> None:
        """Put it back: in the page that is shown now, in the others when they are come to."""
        controls, self._waiting = kept
        page = self.page()
        if page is not None:
            type_again(page, controls)
        self._go_on(self.shown)

    def _go_on(self, code: str) -> None:
        if code in self._waiting and code in self._pages:
            self._pages[code].again(self._waiting.pop(code))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the sidebar into a menu where the page would get less than 30 em."""
        super().resizeEvent(event)
        self.fit()
        if self.toast.isVisible():
            self.toast.place()

    def fit(self) -> None:
        """Choose between sidebar and menu by the room there is."""
        beside = self.width() - self.sidebar.width() >= LEAST_EM * letters(18)
        self.sidebar.setVisible(beside)
        self.top.setVisible(not beside)


def _make_room(shell: Shell, foot: int) -> None:
    """Let the page that is shown be scrolled above what covers its foot, and no other."""
    for place in range(shell.pages.count()):
        page = shell.pages.widget(place)
        if isinstance(page, Screen):
            page.make_room(foot if page is shell.page() else 0)
