"""The ten sections of a report, in their order: what each is called and what stands in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Heading, Para, Quote, Words
from vcse_desktop.reports.exact import AnyInput, AnyTable
from vcse_desktop.reports.material import Quoted
from vcse_desktop.reports.plain import language_tag
from vcse_desktop.reports.tables import has_material, large_numbers, table_blocks

NOTHING = N_("We have nothing on this for this period.")
DECLINED = N_("We chose not to answer this.")
KEPT_BACK = N_("To protect people, one table is left out here: {table}.")
SUMMARY, TOLD, CARERS, REACHED = "summary", "what_people_told_us", "carers", "who_we_reached"
QUOTES_IN_SUMMARY = 3
HIGHLIGHTS = (
    ("answers", "insights"),
    ("answers", "insights_answered"),
    ("carers", "supported_people"),
    ("people", "people"),
    ("time", "hours"),
)
"""The figures of the summary: a table without rows, and one of its measures; at most five."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its permanent code, its name, and how the ids of its tables begin."""

    code: str
    title: str
    tables: tuple[str, ...] = ()


SECTIONS = (
    Section(SUMMARY, N_("Summary"), ("summary",)),
    Section("what_changed", N_("What changed (You said, we did)"), ("answers", "responses")),
    Section(TOLD, N_("What people told us"), ("insight",)),
    Section(CARERS, N_("Carers"), ("carers", "drawing")),
    Section("volunteering", N_("Volunteering and social action"), ("time", "sessions")),
    Section(REACHED, N_("Who we reached"), ("people", "attendances", "reach")),
    Section("how_we_asked", N_("How we asked"), ("engagement",)),
    Section("what_we_learned", N_("What we learned"), ("review",)),
    Section("capacity_and_cost", N_("Capacity and cost"), ("capacity",)),
    Section("six_principles", N_("Six principles"), ("principle",)),
)
AT_THE_END = ("undated",)  # they speak of how it was made


def tables_of(section: Section, material: AnyInput) -> list[AnyTable]:
    """Return the tables of a section, in the order they came."""
    return [t for t in material.tables.values() if section_of(t.kind.id) == section.code]


def undated(material: AnyInput) -> list[AnyTable]:
    """Return the tables that stand in no section, but where we say how it was made."""
    return [t for t in material.tables.values() if not section_of(t.kind.id)]


def is_included(section: Section, material: AnyInput) -> bool:
    """Say whether there is anything on this section for the period, and the group did not leave it out."""
    if section.code in material.declined:
        return False
    if section.code in (SUMMARY, TOLD) and material.quotes:
        return True
    highlights = large_numbers(material.tables.values(), HIGHLIGHTS).pairs if section.code == SUMMARY else ()
    return bool(highlights) or any(map(has_material, tables_of(section, material)))


def section_blocks(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield the heading and what stands under it, or the honest line that nothing does."""
    yield Heading(2, tr(section.title), id=f"section-{section.code}")
    kept = kept_back(section.code, material)
    if not is_included(section, material):
        left_out = section.code in material.declined
        if left_out or not kept:
            yield Para((Words(tr(DECLINED if left_out else NOTHING)),), "nothing")
    elif section.code == SUMMARY:
        yield from _summary(section, material)
    else:
        yield from _tables(section, material)
        if section.code == TOLD:
            yield from _quotes(material)
    yield from kept


def kept_back(section: str, material: AnyInput) -> list[Block]:
    """Return what is said of the tables of a section that were left out, though the section was not."""
    mine = [kind for kind in material.left_out if section_of(kind.id) == section]
    said = (tr(KEPT_BACK, table=tr(kind.title)) for kind in mine if section not in material.declined)
    return [Para((Words(sentence),), "nothing") for sentence in said]


def section_of(table: str) -> str:
    """Return the code of a table's section, "" for none; that of a new table is "who_we_reached"."""
    first = re.split("[._]", table, maxsplit=1)[0]
    return "" if first in AT_THE_END else next((s.code for s in SECTIONS if first in s.tables), REACHED)


def _summary(section: Section, material: AnyInput) -> Iterator[Block]:
    figures = large_numbers(material.tables.values(), HIGHLIGHTS)
    if figures.pairs:
        yield figures
    for quoted in material.quotes[:QUOTES_IN_SUMMARY]:
        yield _quote(quoted, material)
    yield from _tables(section, material)


def _tables(section: Section, material: AnyInput) -> Iterator[Block]:
    if section.code == CARERS:
        yield Para((Words(tr("These figures overlap, so we never add them together.")),))
    for table in filter(has_material, tables_of(section, material)):
        yield from table_blocks(table, material.language)


def _quotes(material: AnyInput) -> Iterator[Block]:
    """Yield every quote under the name of its theme, themes in the order they come."""
    for theme in dict.fromkeys(quoted.theme for quoted in material.quotes):
        yield Heading(3, theme or tr("In people's own words"))
        for quoted in material.quotes:
            if quoted.theme == theme:
                yield _quote(quoted, material)


def _quote(quoted: Quoted, material: AnyInput) -> Quote:
    lang = language_tag(quoted.lang, material.language)
    return Quote(quoted.text, quoted.source, quoted.translation, lang=lang)
