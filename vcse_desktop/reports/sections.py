"""The ten sections in their order: what stands in each, or the honest line that nothing does."""

from collections.abc import Iterator

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Heading, Para
from vcse_desktop.reports.exact import AnyInput
from vcse_desktop.reports.included import NOTHING, is_included, is_left_out, kept_back, nothing
from vcse_desktop.reports.inside import inside
from vcse_desktop.reports.ten import SUMMARY, Section
from vcse_desktop.reports.typed import typed

DECLINED = N_("We chose not to answer this.")
UNASKED = N_("This is not part of what was asked for.")
NOT_ANSWERED = N_("{question} We chose not to answer this.")


def section_blocks(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield the heading and what stands under it, or the honest line that nothing does."""
    yield Heading(2, tr(section.title), id=f"section-{section.code}")
    yield from _own_words(section, material)
    kept = kept_back(section.code, material)
    if not is_included(section, material):
        left_out = is_left_out(section.code, material)
        if left_out or not kept:
            declined = section.code in material.declined
            yield nothing(tr(DECLINED if declined else UNASKED if left_out else NOTHING))
    else:
        yield from inside(section, material)
    yield from _not_answered(section, material)
    yield from kept


def _own_words(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield what the group says itself before a section, unless it was left out."""
    if not is_left_out(section.code, material):
        said = [material.introduction] if section.code == SUMMARY else []
        for text in (*said, material.section_notes.get(section.code, "")):
            parts = [part for part in text.splitlines() if part.strip()]
            yield from (Para((typed(part, material.language),), "lead") for part in parts)


def _not_answered(section: Section, material: AnyInput) -> Iterator[Block]:
    """Yield the questions about a section that the group declined."""
    if not is_left_out(section.code, material):
        for about, question in material.unanswered:
            if about == section.code:
                yield nothing(tr(NOT_ANSWERED, question=tr(question)))
