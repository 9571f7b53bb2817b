"""What an open file that was added is called, and of what year and source it is."""

from ui.language import isolated
from ui.widgets import dates
from vcse_desktop.actions.looking_at_files import ALSO, AREAS, POSTCODES, Added, Kept
from vcse_desktop.actions.tally_words import NAMES
from vcse_desktop.i18n import N_, ngettext, tr

AREAS_NAME, POSTCODES_NAME = N_("Small areas, wards and districts"), N_("Postcodes and their small areas")
BY_LEVEL = {
    "lsoa": N_("{list}, by small area"),
    "msoa": N_("{list}, by middle area"),
    "ward": N_("{list}, by ward"),
    "district": N_("{list}, by district"),
    "region": N_("{list}, by region"),
    "country": N_("{list}, by country"),
}
OF_YEAR, OF_YEAR_AND_INDEX = (
    N_("Of {year}."),
    N_("Of {year}, with the Index of Multiple Deprivation of {index}."),
)
NO_YEAR = N_("The file says no year.")
SOURCE = N_("Source: {source}. Added on {day}.")
ADDED = N_("Added: {what}.")
UNKNOWN = N_(
    "Added: {what}. Some of its small areas are not in your file of areas: there the district alone is known."
)


def called(kept: Kept) -> str:
    """Return what it holds."""
    if kept.setting == AREAS:
        return tr(AREAS_NAME)
    if kept.setting == POSTCODES:
        return tr(POSTCODES_NAME)
    words = tr(ALSO.get(kept.vocab) or NAMES.get(kept.vocab, kept.vocab))
    return tr(BY_LEVEL[kept.level], list=words) if kept.level in BY_LEVEL else words


def about(kept: Kept) -> list[str]:
    """Return its year, how much it is, its source and when it was added, a sentence each."""
    year = tr(OF_YEAR, year=kept.year) if kept.year else tr(NO_YEAR)
    if kept.index:
        year = tr(OF_YEAR_AND_INDEX, year=kept.year, index=kept.index)
    many = (
        ngettext("{n} postcode.", "{n} postcodes.", kept.many)
        if kept.setting == POSTCODES
        else ngettext("{n} area.", "{n} areas.", kept.many)
    )
    return [year, many, tr(SOURCE, source=isolated(kept.source), day=dates.in_words(kept.on))]


def added(what: Added) -> str:
    """Return what was added, and whether something of it is not known."""
    return tr(UNKNOWN if what.unknown else ADDED, what=called(what.kept))
