"""What stands in each of the ten sections, or the honest line that nothing does."""

from collections.abc import Iterator

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Facts, Heading, Items, Para, Quote, Text, Words
from vcse_desktop.reports.exact import AnyInput, AnyTable
from vcse_desktop.reports.index import RECORDS, index
from vcse_desktop.reports.material import Quoted
from vcse_desktop.reports.plain import language_tag
from vcse_desktop.reports.tables import has_material, large_numbers, table_blocks
from vcse_desktop.reports.ten import (
    CARERS,
    CHANGED,
    PRINCIPLES,
    REACHED,
    SECTIONS,
    SUMMARY,
    TOLD,
    Section,
    section_of,
)

__all__ = ["REACHED", "SECTIONS", "TOLD", "Section", "section_of"]

NOTHING = N_("We have nothing on this for this period.")
DECLINED = N_("We chose not to answer this.")
UNASKED = N_("This is not part of what was asked for.")
NOT_ANSWERED = N_("{question} We chose not to answer this.")
KEPT_BACK = N_("To protect people, one table is left out here: {table}.")
ONE_KIND = N_("All of these are of one kind: {kind}. Others may have said something else.")
OF_SEVERAL = N_("What people said, as they agreed to share it for you.")
QUOTES_IN_SUMMARY = CHANGES_IN_SUMMARY = 3
SHORT = 300  # letters of one change in the summary, which is one page
SEVERAL = 2
HIGHLIGHTS = (
    ("answers_impact", "answers_changed"),
    ("answers", "insights"),
    ("carers", "supported_people"),
    ("people", "people"),
    ("time", "hours"),
)
"""The figures of the summary: a table without rows, and one of its measures; at most five, none of cost."""
BEFORE = {
    CARERS: N_("These figures overlap, so we never add them together."),
    REACHED: N_("People and attendances are two figures. Not asked is shown apart from prefer not to say."),
}
"""What a section says before its tables."""


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


def section_blocks(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield the heading and what stands under it, or the honest line that nothing does."""
    yield Heading(2, tr(section.title), id=f"section-{section.code}")
    yield from _own_words(section, material)
    kept = kept_back(section.code, material)
    if not is_included(section, material):
        left_out = is_left_out(section.code, material)
        if left_out or not kept:
            declined = section.code in material.declined
            yield _nothing(tr(DECLINED if declined else UNASKED if left_out else NOTHING))
    else:
        yield from _inside(section, material)
    yield from _not_answered(section, material)
    yield from kept


def _own_words(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield what the group says itself before a section, unless it was left out."""
    if not is_left_out(section.code, material):
        said = [material.introduction] if section.code == SUMMARY else []
        for text in (*said, material.section_notes.get(section.code, "")):
            yield from (Para((Words(part),), "lead") for part in text.splitlines() if part.strip())


def _inside(section: Section, material: AnyInput) -> Iterator[Block]:
    if section.code == SUMMARY:
        yield from _summary(material)
    elif section.code == PRINCIPLES:
        included = [one for one in SECTIONS if one.code != SUMMARY and is_included(one, material)]
        yield from index(material.tables[RECORDS], {one.code for one in included}, material.language)
    else:
        yield from _written(section, material)
        yield from _tables(section, material)
        if section.code == TOLD:
            yield from _quotes(material)


def _not_answered(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield the questions about a section that the group declined."""
    if not is_left_out(section.code, material):
        for about, question in material.unanswered:
            if about == section.code:
                yield _nothing(tr(NOT_ANSWERED, question=tr(question)))


def kept_back(section: str, material: AnyInput) -> list[Block]:
    """Return what is said of the tables of a section that were left out, though the section was not."""
    mine = [kind for kind in material.left_out if section_of(kind.id) == section]
    said = (tr(KEPT_BACK, table=tr(kind.title)) for kind in mine if not is_left_out(section, material))
    return [_nothing(sentence) for sentence in said]


def _nothing(sentence: str) -> Para:
    return Para((Words(sentence),), "nothing")


def _summary(material: AnyInput) -> Iterator[Block]:
    """Yield one page: what changed, at most five figures and three quotes, and no cost."""
    changes = () if is_left_out(CHANGED, material) else [one for one in material.written if one.change]
    if changes:
        yield Heading(3, tr(N_("What changed because people spoke")))
        yield Items(tuple((Words(_short(one.change)),) for one in changes[:CHANGES_IN_SUMMARY]))
    figures = large_numbers(material.tables.values(), HIGHLIGHTS)
    if figures.pairs:
        yield figures
    for quoted in material.quotes[:QUOTES_IN_SUMMARY]:
        yield _quote(quoted, material)


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= SHORT else f"{said[: SHORT - 1]}…"


def _written(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield what the group wrote itself, each record under its own name."""
    for one in material.written:
        if one.section == section.code:
            yield Heading(3, one.title)
            if one.pairs:
                yield Facts(tuple((name, Text((Words(text),))) for name, text in one.pairs))


def _tables(section: Section, material: AnyInput) -> Iterator[Block]:
    mine = [table for table in tables_of(section, material) if has_material(table)]
    if mine and section.code in BEFORE:
        yield Para((Words(tr(BEFORE[section.code])),))
    for table in mine:
        yield from table_blocks(table, material.language)


def _quotes(material: AnyInput) -> Iterator[Block]:
    """Yield every quote under the name of its theme, themes in the order they come."""
    if material.quotes:
        yield Para((Words(tr(OF_SEVERAL)),))
    for theme in dict.fromkeys(quoted.theme for quoted in material.quotes):
        yield Heading(3, theme or tr("In people's own words"))
        mine = [quoted for quoted in material.quotes if quoted.theme == theme]
        yield from (_quote(quoted, material) for quoted in mine)
        kinds = {quoted.kind for quoted in mine}
        if len(mine) >= SEVERAL and len(kinds) == 1 and kinds != {""}:
            yield Para((Words(tr(ONE_KIND, kind=mine[0].kind)),))


def _quote(quoted: Quoted, material: AnyInput) -> Quote:
    lang = language_tag(quoted.lang, material.language)
    return Quote(quoted.text, quoted.source, quoted.translation, lang=lang)
