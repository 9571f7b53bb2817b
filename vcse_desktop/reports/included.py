"""Whether there is anything on a section, and what of it was left out."""

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Para, Words
from vcse_desktop.reports.exact import AnyInput, AnyTable
from vcse_desktop.reports.index import RECORDS
from vcse_desktop.reports.tables import has_material, large_numbers
from vcse_desktop.reports.ten import PRINCIPLES, SECTIONS, SUMMARY, TOLD, Section, section_of

NOTHING = N_("We have nothing on this for this period.")
KEPT_BACK = N_("To protect people, one table is left out here: {table}.")
HIGHLIGHTS = (
    ("answers_impact", "answers_changed"),
    ("answers", "insights"),
    ("carers", "supported_people"),
    ("people", "people"),
    ("time", "hours"),
)
"""The figures of the summary: a table without rows, and one of its measures; at most five, none of cost."""


def tables_of(section: Section, material: AnyInput) -> list[AnyTable]:
    """Return the tables of a section, in the order they came."""
    return [t for t in material.tables.values() if section_of(t.kind.id) == section.code]


def undated(material: AnyInput) -> list[AnyTable]:
    """Return the tables that stand in no section, but where we say how it was made."""
    return [t for t in material.tables.values() if not section_of(t.kind.id)]


def is_left_out(section: str, material: AnyInput) -> bool:
    """Say whether the group left a section out, or nobody asked for it."""
    return section in material.declined or section in material.unasked


def is_included(section: Section, material: AnyInput) -> bool:
    """Say whether there is anything on this section for the period, and it was not left out."""
    if is_left_out(section.code, material):
        return False
    if section.code in (SUMMARY, TOLD) and material.quotes:
        return True
    if any(one.section == section.code for one in material.written):
        return True
    if section.code == PRINCIPLES:
        return RECORDS in material.tables and any(is_included(one, material) for one in SECTIONS[1:-1])
    highlights = large_numbers(material.tables.values(), HIGHLIGHTS).pairs if section.code == SUMMARY else ()
    return bool(highlights) or any(map(has_material, tables_of(section, material)))


def kept_back(section: str, material: AnyInput) -> list[Block]:
    """Return what is said of the tables of a section that were left out, though the section was not."""
    mine = [kind for kind in material.left_out if section_of(kind.id) == section]
    said = (tr(KEPT_BACK, table=tr(kind.title)) for kind in mine if not is_left_out(section, material))
    return [nothing(sentence) for sentence in said]


def nothing(sentence: str) -> Para:
    """Return a line that stands in place of a section."""
    return Para((Words(sentence),), "nothing")
