"""The plain text: every word and number of the report, and no other, one thing on each line."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.reports.sample import EMPTY, FULL
from tests.reports.test_hostile import MARKUP, SCRIPTS, with_text
from tests.reports.test_same_numbers import tables
from tests.reports.test_seen import runs
from vcse_desktop.disclosure.plan import ProtectedTable
from vcse_desktop.reports.blocks import (
    Block,
    Cell,
    Facts,
    Foreign,
    Heading,
    Items,
    Link,
    Notice,
    Para,
    Picture,
    Quote,
    Table,
    Text,
)
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.report import report_blocks
from vcse_desktop.reports.text import text

WORD = re.compile(r"\[c\]|[^\W_]+")


def said(cell: Cell, language: str) -> str:
    return " ".join(run.text for run in cell.runs) if isinstance(cell, Text) else value(cell, language)


def shown(block: Block) -> list[str]:
    """Every text of a block that a reader of any format sees, as often as the plain text says it."""
    match block:
        case Heading() | Notice():
            return [block.text]
        case Para():
            return listed(Items((block.runs,)))
        case Items():
            return listed(block)
        case Facts():
            return [part for name, cell in block.pairs for part in (name, said(cell, block.lang))]
        case Table():
            return lines(block)
    return quoted(block)


def quoted(quote: Block) -> list[str]:
    if isinstance(quote, Picture):
        return ["Picture", quote.description]
    if not isinstance(quote, Quote):
        return []
    return [quote.text, quote.source, *(["Translation", quote.translation] if quote.translation else [])]


def lines(table: Table) -> list[str]:
    found = [f"Table {table.number}", table.caption, *table.columns, *table.notes]
    for row in table.rows:
        cells = [said(cell, table.lang) for cell in row.cells]
        for column, cell in zip(table.columns[table.stub :], cells[table.stub :], strict=True):
            found += [*cells[: table.stub], column, cell]
    return found


def listed(block: Items) -> list[str]:
    found = []
    for place, item in enumerate(block.items, 1):
        found += [str(place)] if block.ordered else []
        found += [run.text for run in item] + [run.url for run in item if isinstance(run, Link)]
    return found


def words(*texts: str) -> Counter[str]:
    return Counter(word for one in texts for word in WORD.findall(plain(one)))


def read(blocks: Sequence[Block]) -> str:
    """The text as a reader opens it: UTF-8 without a mark before it, every line ended as on Windows."""
    file = text(blocks)
    assert not file.startswith(b"\xef\xbb\xbf")
    assert file.count(b"\r\n") == file.count(b"\n") == file.count(b"\r") > 0
    return file.decode("utf-8")


@pytest.mark.parametrize("material", [EMPTY, FULL])
def test_every_word_and_number_of_the_report_is_in_the_text_and_nothing_else(material: ReportInput) -> None:
    blocks = [*report_blocks(material), *runs(), Para((Foreign("Dŵr", "cy", "ltr"),))]
    assert words(read(blocks)) == words(*(part for block in blocks for part in shown(block)))


@settings(max_examples=20, deadline=None)
@given(tables())
def test_the_numbers_of_random_tables_are_in_the_text_and_no_other(table: ProtectedTable) -> None:
    blocks = report_blocks(replace(EMPTY, tables={table.kind.id: table}))
    assert words(read(blocks)) == words(*(part for block in blocks for part in shown(block)))


def test_it_reads_in_order_headings_underlined_and_what_is_hidden_explained_before_any_number() -> None:
    lines = read(report_blocks(FULL)).split("\r\n")
    assert lines[0] == FULL.organisation
    title = lines.index("Our summary: 1 July to 30 September 2026")
    assert lines[title + 1] == "=" * len(lines[title])
    explained = next(n for n, line in enumerate(lines) if line.startswith("[c] means hidden"))
    section = lines.index("Carers")
    assert lines[section + 1] == "------"
    assert explained < lines.index("Summary") < section < lines.index("How this was made")
    assert not any("[c]" in line for line in lines[:explained])
    table = next(
        n for n, one in enumerate(lines) if re.fullmatch(r"Table \d+. What people said, by theme", one)
    )
    assert lines[table + 1 : table + 4] == ["Theme; Things people said", "", lines[table + 3]]
    assert re.fullmatch(r"Tuesday lunch club, Things people said: (\d+|\[c\])", lines[table + 3])
    assert lines[-3:] == [f"Ask us for this in another format. {FULL.contact}", "", ""]


@pytest.mark.parametrize(
    "typed", [*MARKUP, *SCRIPTS, "=cmd|x", "x" * 10_000, "a\u202eb\u2066c\x00\x1bd ==== e"]
)
def test_whatever_was_typed_is_a_line_and_makes_none(typed: str) -> None:
    made = read(report_blocks(with_text(typed)))
    assert made.startswith(plain(typed) + "\r\n")
    assert not set("\u202e\u2066\x00\x1b") & set(made)
    assert len(made.splitlines()) == len(read(report_blocks(with_text("x"))).splitlines())
