"""Capacity support and reviews: two kinds that stand on two screens, the same on both."""

from ui.forms.arranged import arranged
from ui.forms.record_form import RecordForm
from ui.screens.desk import Desk
from ui.screens.records.form import Making, RecordPage
from ui.screens.records.learned import Learned
from ui.screens.records.part import RecordsPart
from ui.screens.records.parts import PartRows
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Values

SUPPORT, REVIEWS = N_("Capacity support"), N_("Reviews")
NO_SUPPORT = N_(
    "No support for the group yet. Training, a room, money or staff: asked for, given or passed on."
)
NO_REVIEWS = N_("No reviews yet. What worked, what did not, and what to do next time is enough.")
NEAR = ("direction", "what", "for_whom", "given_on", "from_org", "to_org")
"""As one would say it: we gave training for our drivers, on a day; which organisations were in it."""
GIVEN = arranged(KINDS["capacity_support"], NEAR)


def capacity_part(desk: Desk) -> RecordsPart:
    """Return the list of what was given and asked for."""
    add = tr(N_("Add support"))
    return RecordsPart(desk, "capacity_support", empty=tr(NO_SUPPORT), add=add, making=_support_page)


def _support_page(record: int | None, found: Opened, values: Values) -> RecordPage:
    held = {**values, **(found.values or {})}
    return RecordPage(record, found, RecordForm(GIVEN, found.lists, found.names, held))


def review_part(desk: Desk) -> RecordsPart:
    """Return the list of reviews, each with what is to be done."""
    plain = page_with_parts(desk, "review", ("action",))

    def making(record: int | None, found: Opened, values: Values) -> RecordPage:
        page = plain(record, found, values)
        if record is None:
            page.put_over(Learned(desk, "whole"))
        return page

    return RecordsPart(desk, "review", empty=tr(NO_REVIEWS), add=tr(N_("Add a review")), making=making)


def page_with_parts(desk: Desk, kind: str, parts: tuple[str, ...]) -> Making:
    """Return what makes the page of a kind with its small rows under the form."""

    def make(record: int | None, found: Opened, values: Values) -> RecordPage:
        held = {**values, **(found.values or {})}
        form = RecordForm(KINDS[kind], found.lists, found.names, held)
        return RecordPage(record, found, form, rows_of(desk, kind, parts, record))

    return make


def rows_of(desk: Desk, kind: str, parts: tuple[str, ...], record: int | None) -> list[PartRows]:
    """Return the small rows of a record that is there."""
    return [] if record is None else [PartRows(desk, part, kind, record) for part in parts]
