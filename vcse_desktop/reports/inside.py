"""What stands in a section that has something in it: what the group wrote, tables, quotes, the index."""

from collections.abc import Iterator

from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.reports.blocks import Block, Facts, Heading, Items, Para, Quote, Text, Words
from vcse_desktop.reports.exact import AnyInput
from vcse_desktop.reports.included import HIGHLIGHTS, is_included, is_left_out, tables_of
from vcse_desktop.reports.index import RECORDS, index
from vcse_desktop.reports.lives_here import lives_here_blocks
from vcse_desktop.reports.material import Quoted
from vcse_desktop.reports.plain import language_tag
from vcse_desktop.reports.tables import has_material, large_numbers, table_blocks
from vcse_desktop.reports.ten import CARERS, CHANGED, PRINCIPLES, REACHED, SECTIONS, SUMMARY, TOLD, Section
from vcse_desktop.reports.typed import reads_from_the_left, typed

ONE_KIND = N_("All of these are of one kind: {kind}. Others may have said something else.")
OF_SEVERAL = N_("What people said, as they agreed to share it for you.")
QUOTES_IN_SUMMARY = CHANGES_IN_SUMMARY = 3
SHORT = 300  # letters of one change in the summary, which is one page
SEVERAL = 2
BEFORE = {
    CARERS: N_("These figures overlap, so we never add them together."),
    REACHED: N_("People and attendances are two figures. Not asked is shown apart from prefer not to say."),
}
"""What a section says before its tables."""


def inside(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield what stands in a section that has something in it."""
    if section.code == SUMMARY:
        yield from _summary(material)
    elif section.code == PRINCIPLES:
        included = [one for one in SECTIONS if one.code != SUMMARY and is_included(one, material)]
        yield from index(material.tables[RECORDS], {one.code for one in included}, material.language)
    else:
        yield from _written(section, material)
        yield from _tables(section, material)
        yield from lives_here_blocks(section.code, material)
        if section.code == TOLD:
            yield from _quotes(material)


def _summary(material: AnyInput) -> Iterator[Block]:
    """Yield one page: what changed, at most five figures and three quotes, and no cost."""
    changes = () if is_left_out(CHANGED, material) else [one for one in material.written if one.change]
    if changes:
        yield Heading(3, tr(N_("What changed because people spoke")))
        yield Items(
            tuple((typed(_short(one.change), material.language),) for one in changes[:CHANGES_IN_SUMMARY])
        )
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
                yield Facts(
                    tuple((name, Text((typed(text, material.language),))) for name, text in one.pairs)
                )


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
    usual = SOURCE_LANGUAGE if reads_from_the_left(quoted.text) else material.language
    lang = language_tag(quoted.lang, usual)
    return Quote(quoted.text, quoted.source, quoted.translation, lang=lang)
