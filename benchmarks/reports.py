"""A report as a PDF: how quick, how small, and beside an engine that lays out web pages (WeasyPrint)."""

import sys
import warnings
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf

from benchmarks.disclosing.gates import Gate, judged
from benchmarks.measures.timing import beside, usual_seconds
from tests.reports.sample import FULL
from vcse_desktop.disclosure.plan import ProtectedTable
from vcse_desktop.reports.blocks import Block, Chart, Heading, NewPage, Table
from vcse_desktop.reports.html import html
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import completed, report_blocks

LONG, SHORT, CHARTS = 50, 4, 3
A_SECOND, KB_A_PAGE, KB_SHORT, SECONDS_SHORT, TIMES = 15, 6, 60, 0.5, 3
KB = 1000


def several(copies: int) -> list[Block]:
    """Return the blocks of the sample that many times, as one report."""
    first, *others = report_blocks(FULL)
    made = [first]
    for copy in range(copies):
        for block in others:
            if isinstance(block, NewPage) or (copy and isinstance(block, Heading) and block.level == 1):
                made += [block] if isinstance(block, NewPage) and not copy else []
            elif isinstance(block, Chart):
                made.append(replace(block, id=f"{block.id}-{copy}", table=f"{block.table}-{copy}"))
            else:
                made.append(replace(block, id=f"{block.id}-{copy}"))
    return list(completed(made, "en"))


def few() -> list[Block]:
    """Return a report of four pages with three charts and their tables."""
    tables: dict[str, ProtectedTable] = {}
    for name, table in FULL.tables.items():
        blocks = report_blocks(replace(FULL, tables={**tables, name: table}))
        if sum(isinstance(block, Chart | Table) for block in blocks) <= 2 * CHARTS:
            tables[name] = table
    return list(report_blocks(replace(FULL, tables=tables)))


def pages(content: bytes) -> int:
    """Return how many pages a file has."""
    with pikepdf.open(BytesIO(content)) as file:
        return len(file.pages)


def seconds(blocks: list[Block]) -> float:
    """Return the seconds of the usual processor that a report takes: the least of three."""
    return min(usual_seconds(lambda: beside([lambda: pdf(blocks, FULL)], 1)[0] / 1000) for _ in range(3))


def measured() -> Iterator[Gate]:
    """Yield each figure."""
    long, short = several(2), few()
    made, small = pdf(long, FULL), pdf(short, FULL)
    many = pages(made)
    charts = sum(isinstance(block, Chart) for block in short)
    assert many >= LONG, many
    yield Gate(f"pages a second, of {many} pages", many / seconds(long), A_SECOND, "a second", least=True)
    yield Gate(f"a page, of {many} pages", len(made) / many / KB, KB_A_PAGE, "KB")
    yield Gate(f"{pages(small)} pages with {charts} charts", len(small) / KB, KB_SHORT, "KB")
    yield Gate(f"{pages(small)} pages with {charts} charts", seconds(short), SECONDS_SHORT, "s")
    ours, theirs = beside([lambda: pdf(short, FULL), lambda: by_weasyprint(html(short, FULL))], 2)
    yield Gate("the same content by WeasyPrint, times our time", theirs / ours, TIMES, "times", least=True)


def by_weasyprint(page: bytes) -> bytes:
    """Return the PDF that WeasyPrint makes of a web page, tagged as ours is."""
    from weasyprint import HTML  # noqa: PLC0415 - its libraries load slowly

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made: bytes = HTML(string=page.decode("utf-8")).write_pdf(pdf_variant="pdf/ua-1")
    return made


if __name__ == "__main__":
    sys.exit(judged(measured()))
