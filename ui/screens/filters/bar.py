"""The bar over a list: what is asked of its records at the moment, and in which order they stand."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.filters.panel import Panel
from ui.screens.filters.taking import TAKE, TAKE_NAME, Taking
from ui.screens.filters.told import Told
from ui.tasks import Lane
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow, row
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.filter_offer import offered, standing
from vcse_desktop.actions.filtering import Filter
from vcse_desktop.actions.listing import Wanted
from vcse_desktop.actions.ordering import orders
from vcse_desktop.actions.saved_filters import Saved, forget_filter, save_filter
from vcse_desktop.i18n import N_, tr

KEPT, GONE = N_("The filter “{name}” is kept."), N_("The filter “{name}” is gone.")

APART = 24
"""Pixels at 100% beside the words of an order in the list of all."""
NONE_FIT = N_("There is none for which this is so. “Show all again” brings the others back.")


class FilterBar(QWidget):
    """``changed`` tells that the list is to be asked for again; ``desk.filters`` holds what is asked."""

    changed = Signal()

    def __init__(self, desk: Desk, kind: str, *, ordered: bool = True) -> None:
        """``ordered`` is False for a list that stands in an order of its own."""
        super().__init__()
        explained(self, "filters", within=True)
        self._desk, self._kind = desk, kind
        self.asked, self.order = desk.filters.get(kind, (Filter(), ""))
        self.words: Callable[[], str] = str
        """Returns what is looked for in the list, which has the box for it."""
        self.taking = Taking(desk, kind, lambda: Wanted(self.words(), self.asked, self.order))
        self.take = button(tr(TAKE), self.taking.begin, "quiet", name=tr(TAKE_NAME))
        if not desk.keeper:
            self.take.hide()
        self.taking.closed.connect(self.take.setFocus)
        self.open_button = button(tr(N_("Filter…")), self.begin)
        self.orders = _orders(kind, self.order)
        self.orders.activated.connect(lambda at: self.ask(self.asked, str(self.orders.itemData(at))))
        label = text(tr(N_("Order")), "label", wrap=False, buddy=self.orders)
        self.panel = Panel()
        self.panel.asked.connect(lambda one: self.ask(replace(self.asked, parts=(*self.asked.parts, one))))
        self.panel.named.connect(self._keep)
        self.panel.closed.connect(self.open_button.setFocus)
        self.told = Told()
        self.told.out.connect(lambda place: self.ask(_without(self.asked, place)))
        self.told.any_of.connect(lambda any_of: self.ask(replace(self.asked, any_of=any_of)))
        self.told.nothing.connect(lambda: self.ask(Filter()))
        self.told.chosen.connect(lambda saved: self.ask(saved.asked))
        self.told.naming.connect(self.panel.name)
        self.told.gone.connect(self._forget)
        order = boxed(row(label, self.orders, gap=8))
        line = flow(self.open_button, *([order] if ordered else []), self.take, gap=16)
        self.setLayout(column(line, self.panel, self.told, self.taking, gap=12))
        self.look()

    def asks(self) -> bool:
        """Say whether anything is asked, so that the list may be without records that there are."""
        return bool(self.asked.parts)

    def offer_to_take(self, *, whole: bool) -> None:
        """Let a keeper take along what the list shows; not where it shows only a part of what is asked."""
        self.take.setVisible(whole and self._desk.keeper)
        self.taking.setVisible(self.taking.isVisible() and whole)

    def look(self) -> None:
        """Ask the vault for the filters that are kept, and how what is asked is said."""
        vault, kind, asked, language = self._desk.vault, self._kind, self.asked, spoken()
        tasks.run(self, lambda: standing(vault, kind, asked, language), self._show, self._failed)

    def begin(self) -> None:
        """Open the form that asks one thing more."""
        vault, kind, language = self._desk.vault, self._kind, spoken()
        tasks.run(self, lambda: offered(vault, kind, language), self.panel.ask, self._failed)

    def ask(self, asked: Filter, order: str | None = None) -> None:
        """Ask this and nothing else of the list, and have it stand in this order where one is given."""
        self.asked, self.order = asked, self.order if order is None else order
        self._desk.filters[self._kind] = (self.asked, self.order)
        self.look()
        self.changed.emit()

    def _keep(self, name: str) -> None:
        vault, kind, asked = self._desk.vault, self._kind, self.asked
        self._act(lambda: save_filter(vault, kind, name, asked), tr(KEPT, name=isolated(name)))

    def _forget(self, saved: Saved) -> None:
        vault = self._desk.vault
        self._act(lambda: forget_filter(vault, saved), tr(GONE, name=isolated(saved.name)))

    def _act(self, work: Callable[[], Changed], sentence: str) -> None:
        def done(changed: Changed) -> None:
            self.look()
            self._desk.did(sentence, changed)

        tasks.run(self, work, done, self._failed, Lane.ACT)

    def _show(self, found: tuple[Sequence[Saved], Sequence[str]]) -> None:
        focus = QApplication.focusWidget()
        held = focus is not None and self.told.isAncestorOf(focus)
        saved, words = found
        self.told.show_asked(self.asked, words, saved)
        if held:  # what was pressed is gone now
            self.open_button.setFocus()

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)


def _without(asked: Filter, place: int) -> Filter:
    """Return a filter without one of its parts."""
    parts = tuple(part for at, part in enumerate(asked.parts) if at != place)
    return replace(asked, parts=parts)


class _Orders(QComboBox):
    """As wide as the order that is chosen: the longest would make a narrow page wider."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(lambda words: self.setMinimumContentsLength(len(words)))

    def showPopup(self) -> None:
        """Show every order in full."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + px(APART))
        super().showPopup()


def _orders(kind: str, order: str) -> QComboBox:
    made = _Orders()
    made.setAccessibleName(tr(N_("Order")))
    made.setAccessibleDescription(tr(N_("The order in which the list stands")))
    for one in orders(kind):
        made.addItem(tr(one.words, field=tr(one.label)) if one.label else tr(one.words), one.code)
    made.setCurrentIndex(max(made.findData(order), 0))
    return made
