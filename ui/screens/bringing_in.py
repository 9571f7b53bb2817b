"""Where lists offer to bring in a spreadsheet: to keepers, who alone can."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.screens.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.frame import flow
from vcse_desktop.i18n import N_, tr

BRING_IN = N_("Bring in a spreadsheet…")
KINDS = frozenset({"person", "organisation", "time_given"})
"""Kinds of record whose lists offer it."""


def offer_import(desk: Desk, under: QWidget) -> None:
    """Offer it under a list, to whoever can."""
    layout = under.layout()
    if desk.keeper and isinstance(layout, QBoxLayout):
        last = layout.itemAt(layout.count() - 1)
        loose = last is not None and last.spacerItem() is not None
        offered = flow(button(tr(BRING_IN), lambda: desk.go("import"), "quiet", picture="file"))
        layout.insertWidget(layout.count() - loose, offered)
