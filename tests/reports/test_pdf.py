"""The PDF: what its pages and its own words say, and that the same input gives the same bytes."""

import hashlib
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.reports.reading import drawn, pages
from tests.reports.sample import EMPTY, FULL, protected, shown
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import Dimension, Measure, TableKind, Unit
from vcse_desktop.reports.blocks import Block, Foreign, Heading, Items, Link, Para, Strong, Words
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks


def made(material: ReportInput) -> bytes:
    return pdf(report_blocks(material), material)


@pytest.fixture(scope="module")
def full() -> bytes:
    return made(FULL)


def test_the_first_page_says_pack_number_and_signatures(full: bytes) -> None:
    first = pages(full)[0]
    assert "Dragon Valley Community Link" in first
    for name, said in (
        ("Pack", "20261121-7f3a9kq2"),
        ("Number in the series", "3"),
        ("Signatures this pack needs", "2"),
        ("Period", "1 July to 30 September 2026"),
        ("Issued", "21 November 2026"),
    ):
        assert f"{name}\n{said}" in first
    assert "hidden to protect people" in first


def test_every_page_says_which_it_is_and_all_but_the_first_whose(full: bytes) -> None:
    said = pages(full)
    for number, page in enumerate(said, 1):
        assert f"Page {number} of {len(said)}" in page
        assert ("20261121-7f3a9kq2" in page) and ("Dragon Valley Community Link" in page)


def test_contents_and_bookmarks_lead_to_the_sections(full: bytes) -> None:
    reader = PdfReader(BytesIO(full))
    said = pages(full)
    top, sections = reader.outline
    assert not isinstance(top, list) and top.title == "Our summary: 1 July to 30 September 2026"
    titles = [one for one in sections if not isinstance(one, list)]
    assert [one.title for one in titles][:2] == ["Summary", "What changed (You said, we did)"]
    assert len(titles) == 11
    for one in titles:
        at = reader.get_destination_page_number(one)
        assert at is not None
        assert str(one.title) in said[at]
        assert f"{one.title}\n{at + 1}" in said[0]


def test_the_file_says_whose_it_is_in_which_language_and_from_when(full: bytes) -> None:
    reader = PdfReader(BytesIO(full))
    about = reader.metadata
    assert about is not None
    assert about.author == "Dragon Valley Community Link"
    assert about.title == "Our summary: 1 July to 30 September 2026"
    assert about.creation_date == about.modification_date == datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
    said = reader.root_object.raw_get
    assert (said("/Lang"), said("/ViewerPreferences").get("/DisplayDocTitle").value) == ("en", True)
    assert set(about) == {"/Title", "/Author", "/Creator", "/CreationDate", "/ModDate"}


def test_fonts_are_our_own_and_embedded(full: bytes) -> None:
    for page in drawn(full):
        for font in page["/Resources"]["/Font"].get_object().values():
            descriptor = font.get_object().get("/FontDescriptor")
            if descriptor is None:  # reportlab names Helvetica on each page; nothing is drawn with it
                assert font.get_object()["/BaseFont"] == "/Helvetica"
            else:
                assert "VCSESans" in font.get_object()["/BaseFont"]
                assert "/FontFile2" in descriptor


def test_a_long_table_has_its_name_and_header_on_each_page_and_all_its_rows() -> None:
    place = Dimension("place", "Place", overlaps=True)
    kind = TableKind("reach_by_place", 1, "Places", (Measure("n", "People", Unit.PERSON),), (place,))
    labels = [(f"p{n}", f"Place number {n:03}") for n in range(200)]
    table = protected(kind, iter([shown(5)] * 200), labels)
    said = pages(made(replace(EMPTY, tables={kind.id: table})))
    having = [page for page in said if "Place number" in page]
    assert len(having) > 3
    assert all("Table 1. Places" in page and "People" in page for page in having)
    for _, label in labels:
        assert sum(label in page for page in having) == 1


def test_two_processes_with_other_seeds_make_the_same_bytes(root: Path) -> None:
    code = (
        "import hashlib; from tests.reports.sample import FULL; from vcse_desktop.reports.html import html; "
        "from vcse_desktop.reports.pdf import pdf; from vcse_desktop.reports.report import report_blocks; "
        "b = report_blocks(FULL); print(hashlib.sha256(pdf(b, FULL) + html(b, FULL)).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }
    blocks = report_blocks(FULL)
    here = hashlib.sha256(pdf(blocks, FULL) + html(blocks, FULL)).hexdigest()
    assert found == {here}


def test_a_whole_report_takes_less_than_two_seconds() -> None:
    seconds = []
    for _ in range(2):  # the first may have to load the library
        begin = time.process_time()
        blocks = report_blocks(FULL)
        pdf(blocks, FULL)
        html(blocks, FULL)
        seconds.append(time.process_time() - begin)
    assert min(seconds) < 2


def test_links_lead_to_https_and_mail_only() -> None:
    urls = (
        "https://example.org/a?b=c",
        "mailto:help@example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://example.org",
        "https://user:secret@example.org",
        "mailto:a@example.org?attach=/etc/passwd",
        "https://[broken",
    )
    runs = tuple(Link(url, f"link {n} ", "") for n, url in enumerate(urls))
    blocks: list[Block] = [
        Heading(1, "T", id="t", lang="en", dir="ltr"),
        Para((Strong("Strong & "), *runs, Foreign("dŵr", "cy", "ltr")), id="p", lang="en", dir="ltr"),
        Items((runs[:1],), ordered=True, id="l", lang="en", dir="ltr"),
    ]
    (page,) = drawn(pdf(blocks, EMPTY))
    links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
    web = "https://example.org/a?b=c"
    assert links == [web, "mailto:help@example.org", "mailto:a@example.org", web]
    assert "Strong & link 0 link 1" in page.extract_text().replace("\n", " ")
    assert "link 7 dŵr" in page.extract_text()


def test_a_letter_that_no_font_has_stops_before_anything_is_made_and_says_where() -> None:
    with pytest.raises(Refused) as stopped:
        made(replace(FULL, purpose="We share this for ภาษา reasons."))
    assert stopped.value.values["character"] == "ภ"
    assert stopped.value.values["name"] == "THAI CHARACTER PHO SAMPHAO"
    assert stopped.value.values["place"] == "How this information may be used"
    blocks: list[Block] = [Para((Words("\U0001f600"),), id="p", lang="en", dir="ltr")]
    with pytest.raises(Refused) as early:
        pdf(blocks, EMPTY)
    assert early.value.values["place"] == "Our summary: 1 July to 30 September 2026"
