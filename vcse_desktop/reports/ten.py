"""The ten sections of a report: their permanent codes, their names, and which tables stand in them."""

import re
from dataclasses import dataclass

from vcse_desktop.i18n import N_

SUMMARY, CHANGED, TOLD, CARERS = "summary", "what_changed", "what_people_told_us", "carers"
VOLUNTEERING, REACHED, ASKED = "volunteering", "who_we_reached", "how_we_asked"
LEARNED, CAPACITY, PRINCIPLES = "what_we_learned", "capacity_and_cost", "six_principles"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its code, its name, and how the ids of its tables begin."""

    code: str
    title: str
    tables: tuple[str, ...] = ()


SECTIONS = (
    Section(SUMMARY, N_("Summary"), ("summary",)),
    Section(CHANGED, N_("What changed (You said, we did)"), ("answers", "responses")),
    Section(TOLD, N_("What people told us"), ("insight", "connections")),
    Section(CARERS, N_("Carers"), ("carers", "drawing", "people_by_carer")),
    Section(VOLUNTEERING, N_("Volunteering and social action"), ("time", "sessions")),
    Section(REACHED, N_("Who we reached"), ("people", "attendances", "reach")),
    Section(ASKED, N_("How we asked"), ("engagement",)),
    Section(LEARNED, N_("What we learned"), ("review",)),
    Section(CAPACITY, N_("Capacity and cost"), ("capacity",)),
    Section(PRINCIPLES, N_("Six principles"), ("principle",)),
)
AT_THE_END = ("undated",)  # they speak of how it was made


def section_of(table: str) -> str:
    """Return the code of a table's section, "" for none; that of a new table is "who_we_reached"."""
    first = re.split("[._]", table, maxsplit=1)[0]
    if first in AT_THE_END:
        return ""
    for begins in (table, first):
        for section in SECTIONS:
            if begins in section.tables:
                return section.code
    return REACHED
