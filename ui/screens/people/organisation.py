"""The page of an organisation: its form, and under it all that happened with it."""

from ui.screens.desk import Desk
from ui.screens.records.form import Making, RecordPage, plain_page
from ui.screens.timeline.whole import Folded
from vcse_desktop.actions.listing import Opened
from vcse_desktop.records.fields import Values


def organisation_page(desk: Desk) -> Making:
    """Return what makes the page of an organisation."""
    plain = plain_page("organisation")

    def make(record: int | None, found: Opened, values: Values) -> RecordPage:
        page = plain(record, found, values)
        if record is not None:
            page.put_under(Folded(desk, ("organisation", record)))
        return page

    return make
