"""The report in large print: the same words and numbers, no letter under 18 points, nothing cut off."""

import re
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from tests.reports.inked import read, texts
from tests.reports.sample import FULL
from vcse_desktop.reports.blocks import (
    Block,
    Chart,
    Facts,
    Heading,
    Hidden,
    Items,
    Notice,
    Para,
    Quote,
    Row,
    Series,
    Shown,
    Strong,
    Table,
    Text,
    Words,
    strings,
)
from vcse_desktop.reports.editions import LARGE, USUAL, Edition
from vcse_desktop.reports.large import as_laid
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.paper import SIDE, WIDTH
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import completed, report_blocks

ARABIC = "ساعدنا 128 شخصًا بين أبريل وسبتمبر. جاء معظمهم عن طريق طبيب الأسرة (GP). "
BENGALI = "আমরা এপ্রিল থেকে সেপ্টেম্বরের মধ্যে ১২৮ জনকে সাহায্য করেছি। "
DOTS = 50
"""Points of a picture in an inch: enough to see where there is any ink."""


@pytest.fixture(scope="module")
def usual() -> bytes:
    return pdf(report_blocks(FULL), FULL)


@pytest.fixture(scope="module")
def large() -> bytes:
    return pdf(report_blocks(FULL), FULL, LARGE)


def test_no_letter_is_smaller_than_eighteen_points(large: bytes) -> None:
    sizes = {one.size for one in texts(large)}
    assert min(sizes) == 18
    assert len(sizes) > 4


def test_it_says_what_the_other_says(usual: bytes, large: bytes) -> None:
    """Every number and every word; only the numbers of pages are others."""
    one, other = read(usual), read(large)
    for pattern in (r"[0-9]+,[0-9]{3}|[0-9]+\.[0-9]+|\[c\]", r"[A-Za-zŵŷ]{4,}"):
        assert set(re.findall(pattern, other)) == set(re.findall(pattern, one))
    assert other.count("[c]") >= one.count("[c]") > 0


def test_a_table_of_more_than_three_columns_becomes_lists_with_all_it_holds() -> None:
    rows = tuple(
        Row((Text((Words(f"Place {n}"),)), Shown(1000 + n), Shown(2000 + n), Hidden())) for n in range(3)
    )
    wide = Table("Places", ("Place", "People", "Helpers", "Carers"), rows, ("A note.",), number=4, id="t")
    narrow = Table("Few", ("Place", "People", "Helpers"), (Row(rows[0].cells[:3]),), number=5, id="n")
    made = as_laid([wide, narrow], LARGE)
    assert made[-1] is narrow
    assert as_laid([wide, narrow], USUAL) == [wide, narrow]
    name, first, facts, *_ = made
    assert isinstance(name, Para) and name.runs == (Strong("Table 4. Places"),)
    assert isinstance(first, Para) and first.runs == (Strong("Place: Place 0"),)
    assert isinstance(facts, Facts)
    assert facts.pairs == (("People", Shown(1000)), ("Helpers", Shown(2000)), ("Carers", Hidden()))
    assert sum(isinstance(one, Facts) for one in made) == 3
    assert "A note." in strings(made[-2])
    assert len({one.id for one in made}) == len(made)


def _blocks(language: str) -> list[Block]:
    """Every kind of block in words of three scripts, each longer than a line."""
    said = {"ar": ARABIC, "bn": BENGALI, "en": "We helped 128 people between April and September. "}
    words = said[language] * 3
    stub = Text((Words(words[:40]),))
    return [
        Heading(2, words[:90]),
        Para((Words(words), Strong(words))),
        Quote(words, words[:50], words),
        Items(((Words(words),), (Words(words),)), ordered=True),
        Notice(words),
        Facts(((words[:50], Text((Words(words),))), ("n", Shown(12345)))),
        Facts(tuple((words[:40], Shown(n * 1111)) for n in range(4)), "figures"),
        Table(
            words[:80],
            (words[:20], words[:50], words[:30]),
            (Row((stub, Shown(5), Hidden())),),
            (words,),
        ),
        Chart("bars", words[:60], (words[:70], "2"), (Series(words[:60], (Shown(5), Shown(9))),), "t"),
    ]


def made(blocks: Sequence[Block], edition: Edition, language: str = "en") -> bytes:
    head = Letter(ARABIC, "Letters", "20261121-7f3a9kq2", datetime(2026, 11, 21, tzinfo=UTC), language)
    return pdf(tuple(completed([Heading(1, "T", id="top"), *blocks], language)), head, edition)


@pytest.mark.parametrize("language", ["ar", "bn", "en"])
@pytest.mark.parametrize("edition", [USUAL, LARGE], ids=["usual", "large"])
def test_nothing_is_cut_off_or_leaves_the_column(language: str, edition: Edition, tmp_path: Path) -> None:
    file = made(_blocks(language), edition, language)
    done = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DOTS), "-", tmp_path / "page"],
        input=file,
        capture_output=True,
        check=True,
    )
    pages = [ImageOps.invert(Image.open(one)) for one in sorted(tmp_path.glob("page*"))]
    assert len(pages) > 1
    for page in pages:
        inked = page.point(lambda shade: 255 if shade > 60 else 0).getbbox()
        assert inked
        left, top, right, bottom = inked
        assert left >= (SIDE - 3) * DOTS / 72, done.stderr
        assert right <= (WIDTH - SIDE + 3) * DOTS / 72
        assert top > 10 and bottom < page.height - 8
