"""Points on a page of figures, each of which opens its record."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.places import HOME
from ui.screens.today.lines import Line, Lines
from vcse_desktop.actions.point import Group, Point
from vcse_desktop.i18n import N_, tr

OPEN = N_("Open it")
SHOWN = 12


def points_card(desk: Desk, group: Group) -> QWidget:
    """Return a card with the points of a group."""
    made = Lines(isolated(group.title), few=SHOWN)
    made.fill([_line(desk, point) for point in group.points])
    return made


def _line(desk: Desk, point: Point) -> Line:
    go = partial(desk.go, HOME[point.kind], (point.kind, point.id))
    return Line(isolated(point.words), isolated(point.under) if point.under else "", [(tr(OPEN), go)])
