"""Who lives here, as a report prints it beside who came: published figures, each with its year and source."""

from collections.abc import Iterator

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Para, Row, Shown, Table, Text, Words
from vcse_desktop.reports.exact import AnyInput
from vcse_desktop.reports.material import LivesHere
from vcse_desktop.reports.ten import CARERS, REACHED

LISTS, CARE = "reach_lists", "unpaid_care_hours"
"""The table that says by which lists people were counted, and what the Census asks of carers."""
BEFORE = N_(
    "These are published figures of everybody who lives in the area. They stand beside ours so that both "
    "can be read. A group that meets is not meant to be like everybody around it."
)
TITLE = N_("Who lives in {area}, {year}: {list}")
GROUP, PEOPLE = N_("Group"), N_("People who live there")
SOURCE = N_("Published figures of {year}, in which nothing is hidden. Source: {source}.")
ABOUT = N_("The publisher says of it: {about}")
ADDED_UP = N_("Small areas added up. The publisher changes small numbers a little, so the sum is not exact.")


def lives_here_blocks(section: str, material: AnyInput) -> Iterator[Block]:
    """Yield a table for each list that people were counted by, and one of carers in their own section."""
    lists = material.tables.get(LISTS)
    used = {code for row in lists.rows for code in row.codes} if lists else set()
    wanted = {REACHED: used, CARERS: {CARE}}.get(section, set())
    mine = [one for one in material.lives_here if one.of in wanted]
    if mine:
        yield Para((Words(tr(BEFORE)),))
    for one in mine:
        yield lives_here_table(one)


def lives_here_table(one: LivesHere) -> Table:
    """Return the table of these figures, each with its year and source."""
    rows = tuple(Row((Text((Words(words),)), Shown(n))) for words, n in one.rows)
    notes = [tr(SOURCE, year=one.year, source=one.source)]
    notes += [tr(ABOUT, about=one.about)] if one.about else []
    notes += [tr(ADDED_UP)] if one.added_up else []
    title = tr(TITLE, area=one.area, year=one.year, list=one.title)
    return Table(title, (tr(GROUP), tr(PEOPLE)), rows, tuple(notes), id=f"lives-here-{one.of}")
