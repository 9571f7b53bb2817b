"""The second part of Today: the month in figures, each of which opens its records, and the year behind it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.today.figures import Behind, Figures
from ui.screens.today.lines import Lines
from ui.screens.today.part import Part
from ui.screens.today.year import Year
from ui.widgets.frame import column
from ui.widgets.words import heading, text
from vcse_desktop.actions.counting import Figure
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

HERE = ("held", "attendances", "people", "hours")
CARERS = tuple(
    f"{what}_{who}" for what in ("identified", "supported", "involved") for who in ("people", "contacts")
)
SAID = ("insights", "insights_answered", "insights_told")
INVOLVED = ("wishes_now", "wishes_before", "unheard")
CAPACITY = ("asked_by_us", "given_to_us", "asked_of_us", "given_by_us")
AS_OF_NOW = N_("As it stands today, whatever the month: whom to ask, and whom to ring.")


class Month(Part):
    """True figures for ourselves: nothing is hidden, and nothing leaves from here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "month")
        ours = text(tr(N_("For ourselves: nothing here is hidden, and nothing leaves from here.")), "sub")
        apart = tr(N_("These are different figures of the same people. They are never added up."))
        self.cards = (
            Figures(tr(N_("What we did")), HERE),
            Figures(tr(N_("Carers")), CARERS, apart),
            Figures(tr(N_("What people said")), SAID),
            Figures(tr(N_("Taking part")), INVOLVED, tr(AS_OF_NOW)),
            Figures(tr(N_("Support asked for and given")), CAPACITY),
        )
        explained(self.cards[1], "carers", within=True)
        self.behind = [Behind(desk) for _ in self.cards]
        self.name = heading("", 2)
        things: list[QWidget] = [self.name, ours]
        for card, behind in zip(self.cards, self.behind, strict=True):
            card.asked.connect(behind.open_figure)
            things += [card, behind]
        self.year = Year(desk)
        whole = column(*things, self.year, None, gap=16)
        self.hold(whole)

    def fill(self, figures: Sequence[Figure]) -> None:
        """Show the figures of this month."""
        self.name.setText(numbers.month_in_words(today(), spoken()))
        for card, behind in zip(self.cards, self.behind, strict=True):
            card.fill(figures)
            for figure in figures:
                behind.update_figure(figure)
        self.year.look()

    def lists(self) -> list[Lines]:
        """Return the lists of records behind figures."""
        return [*self.behind, *self.year.lists()]
