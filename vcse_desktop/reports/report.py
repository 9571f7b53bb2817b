"""The whole report: the first page, ten sections in their order, and how it was made."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from vcse_desktop.reports.blocks import Block, Chart, Table
from vcse_desktop.reports.front import asked_blocks, front_blocks, made_blocks
from vcse_desktop.reports.included import is_included, is_left_out, kept_back
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import direction
from vcse_desktop.reports.sections import section_blocks
from vcse_desktop.reports.ten import SECTIONS, Section

State = Literal["included", "nothing_recorded", "declined"]


def report_blocks(material: ReportInput) -> tuple[Block, ...]:
    """Return the blocks of a report, each with its id, language and direction, tables numbered from 1."""
    found = [*front_blocks(material), *asked_blocks(material)]
    for section in SECTIONS:
        found += section_blocks(section, material)
    return tuple(completed([*found, *made_blocks(material)], material.language))


def section_states(material: ReportInput) -> list[tuple[str, State]]:
    """Return the code of every section, in order, with what the pack claims about it."""
    return [(section.code, _state(section, material)) for section in SECTIONS]


def _state(section: Section, material: ReportInput) -> State:
    if is_left_out(section.code, material):
        return "declined"
    if kept_back(section.code, material) and not is_included(section, material):
        return "declined"
    return "included" if is_included(section, material) else "nothing_recorded"


def completed(blocks: list[Block], language: str) -> Iterator[Block]:
    """Yield blocks each with its id, language and direction, tables numbered from 1."""
    table = 0
    for count, block in enumerate(blocks, 1):
        lang = block.lang or language
        full = replace(block, id=block.id or f"block-{count}", lang=lang, dir=block.dir or direction(lang))
        if isinstance(full, Chart):
            full = replace(full, number=table + 1)
        elif isinstance(full, Table):
            table += 1
            full = replace(full, number=table)
        yield full
