"""The list of places beside the page, or the menu that stands in for it where there is little room."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QSizePolicy

from ui.language import isolated
from ui.screens.places import BELOW, Place
from ui.theme import icons
from ui.theme.look import colour, px
from ui.theme.look import text as lettering
from ui.theme.tokens import EDGE, ROW
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

NAME = N_("VCSE Desktop")
COVER = N_("Cover (Ctrl+Shift+L)")
WIDTH = 250


class PlaceList(QListWidget):
    """A list of places: arrow keys only point at one, Enter goes there. ``left`` when the focus goes away."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the mark go back to the place that is shown."""
        super().focusOutEvent(event)
        self.left.emit()


class Sidebar(QFrame):
    """``chosen`` carries the code of a place; ``finding``, ``covering`` and ``locking`` are wishes."""

    chosen = Signal(str)
    finding = Signal()
    locking = Signal()
    covering = Signal()

    def __init__(self, places: Iterable[Place], who: str) -> None:
        super().__init__()
        self.setObjectName("side")
        self.places, self._shown = tuple(places), ""
        self.nav = self._list(self.places, tr(N_("Main sections")))
        self.below = self._list(BELOW, tr(N_("Settings and help")))
        self.below.setFixedHeight((px(ROW) + 6) * len(BELOW))
        self.find_button = button(
            tr(N_("Find or do (Ctrl+K)")), self.finding.emit, "search", picture="search"
        )
        self.lock = button(tr(N_("Lock (Ctrl+L)")), self.locking.emit, "quiet", picture="lock")
        self.cover = button(tr(COVER), self.covering.emit, "quiet", picture="cover")
        brand = text(tr(NAME), "brand")
        signed_in = text(tr(N_("Signed in as {name}"), name=isolated(who)), "small")
        self.lock.setObjectName("lock")
        self.cover.setObjectName("cover")
        for words in (brand, signed_in):
            words.setIndent(EDGE)
        layout = column(
            brand, self.find_button, 4, self.nav, self.below, 4, signed_in, self.cover, self.lock, gap=8
        )
        layout.setContentsMargins(px(16), px(24), px(16), px(16))
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFixedWidth(self._width())

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the words are in the window's style, which comes only with the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(self._width())

    def _list(self, places: Sequence[Place], name: str) -> QListWidget:
        made = PlaceList()
        made.setObjectName("nav")
        made.setAccessibleName(name)
        made.setIconSize(icons.size())
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        for place in places:
            QListWidgetItem(self._icon(place), tr(place.words), made)
        made.left.connect(lambda: self.show_place(self._shown))
        made.itemActivated.connect(lambda item: self._row_chosen(places, made.row(item)))
        made.itemClicked.connect(lambda item: self._row_chosen(places, made.row(item)))
        return made

    def _icon(self, place: Place) -> QIcon:
        made = icons.icon(place.picture)
        made.addPixmap(
            icons.picture(place.picture, colour("on_soft"), icons.size().width()), QIcon.Mode.Selected
        )
        return made

    def _width(self) -> int:
        words = [tr(place.words) for place in (*self.places, *BELOW)]
        bold = self.nav.font()
        bold.setWeight(QFont.Weight.DemiBold)
        widest = max(map(QFontMetrics(bold).horizontalAdvance, words))
        buttons = max(made.sizeHint().width() for made in (self.find_button, self.cover, self.lock))
        return max(WIDTH, widest + icons.size().width() + lettering(18) + px(64), buttons + px(36))

    def _row_chosen(self, places: Sequence[Place], index: int) -> None:
        if 0 <= index < len(places):
            self.chosen.emit(places[index].code)

    def at(self, code: str) -> bool:
        """Say whether this place is marked."""
        return self._shown == code

    def show_place(self, code: str) -> None:
        """Mark the place that is shown; nothing is emitted."""
        self._shown = code
        for made, places in ((self.nav, self.places), (self.below, BELOW)):
            codes = [place.code for place in places]
            made.setCurrentRow(codes.index(code) if code in codes else -1)
            for index, one in enumerate(codes):
                letters = made.font()
                letters.setWeight(QFont.Weight.DemiBold if one == code else QFont.Weight.Normal)
                made.item(index).setFont(letters)


class TopBar(QFrame):
    """A line over the page where there is no room beside it: a menu of the same places, and its verbs."""

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.menu = button(tr(N_("Menu")), lambda: None, picture="menu")
        entries = QMenu(self)
        for place in (*sidebar.places, *BELOW):
            entry = entries.addAction(tr(place.words))
            entry.setCheckable(True)
            entry.triggered.connect(lambda _, code=place.code: sidebar.chosen.emit(code))
            entries.aboutToShow.connect(lambda one=entry, code=place.code: one.setChecked(sidebar.at(code)))
        self.menu.setMenu(entries)
        find = button(tr(N_("Find or do")), sidebar.finding.emit, picture="search")
        lock = button(tr(N_("Lock")), sidebar.locking.emit, "quiet", picture="lock")
        cover = button(tr(N_("Cover")), sidebar.covering.emit, "quiet", picture="cover")
        layout = column(flow(self.menu, find, cover, lock))
        layout.setContentsMargins(px(16), px(8), px(16), px(8))
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """Never be what keeps the window from being narrow."""
        return QSize(0, super().minimumSizeHint().height())
