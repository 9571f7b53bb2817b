"""Reports in each language and edition: our own gate, others' checks, and what a reader hears."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfgen.textobject import PDFTextObject

from tests.conftest import LONG
from tests.packs.example import CHARITY, ISSUED
from tests.reports.gate import outside
from tests.reports.gate.example import HEAD, example
from tests.reports.gate.faults import bare_faults, faults
from tests.reports.gate.meant import Want, document
from tests.reports.sample import FULL, QUOTES
from tests.reports.test_blank import form
from vcse_desktop.i18n import set_language
from vcse_desktop.packs.pades import sign_report
from vcse_desktop.paths import data_dir
from vcse_desktop.reports import said, tagging
from vcse_desktop.reports.blank_pdf import blank_pdf
from vcse_desktop.reports.blocks import (
    Block,
    Chart,
    Facts,
    Heading,
    Para,
    Row,
    Series,
    Shown,
    Table,
    Text,
    Words,
)
from vcse_desktop.reports.card import TITLE, Card, card_pdf
from vcse_desktop.reports.colours import srgb
from vcse_desktop.reports.editions import LARGE, USUAL, Edition
from vcse_desktop.reports.large import as_laid
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.material import Quoted, ReportInput
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import completed, report_blocks
from vcse_desktop.reports.sheets import sheets

GOLDENS = Path(__file__).parent / "goldens"
HEARD = (
    *QUOTES,
    Quoted("نحن نسمع بعضنا", "مقدم رعاية", "Being listened to", "We hear one another.", "ar"),
    Quoted("আমরা শুনি", "A carer", "Being listened to", "We listen.", "bn"),
)
SHORT = 11  # blocks: poppler draws the page anew for each element
EDITIONS = [("en", USUAL), ("cy", USUAL), ("ar", USUAL), ("en", LARGE)]


def speak(language: str) -> None:
    """Let the fixed sentences be in this language."""
    assert set_language(language, data_dir("translations")) or language == "en"


@cache
def made(language: str, edition: Edition) -> tuple[bytes, list[Block], ReportInput]:
    """A whole report with its blocks as they are laid, and what it was told."""
    told = replace(FULL, language=language, quotes=HEARD)
    blocks = report_blocks(told)
    return pdf(blocks, told, edition), as_laid(blocks, edition), told


@pytest.mark.parametrize("turn", range(len(EDITIONS) if LONG else len(EDITIONS) // 2))
def test_a_whole_report_has_no_fault_for_us_for_pdfua_and_for_qpdf(
    turn: int, seed: int, tmp_path: Path
) -> None:
    language, edition = random.Random(seed).sample(EDITIONS, len(EDITIONS))[turn]  # noqa: S311 - others each run
    speak(language)
    content, blocks, told = made(language, edition)
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    assert faults(content, blocks, told) == []
    assert outside.pdfua(file) == []
    assert outside.qpdf(file) == ""


def test_nor_has_it_one_when_it_is_signed(tmp_path: Path) -> None:
    content, blocks, told = made("en", USUAL)
    signed = sign_report(content, CHARITY, ISSUED)
    file = tmp_path / "report.pdf"
    file.write_bytes(signed)
    assert signed.startswith(content)
    assert faults(signed, blocks, told) == []
    assert outside.pdfua(file) == []
    assert outside.qpdf(file) == ""


@pytest.mark.parametrize("language", ["en", "cy", "ar"])
def test_poppler_hears_the_same_tree_as_before(language: str, tmp_path: Path) -> None:
    """Delete a file of ``goldens``, and it is written anew, to be looked at."""
    speak(language)
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf(example(language)[:SHORT], replace(HEAD, language=language)))
    golden = GOLDENS / f"{language}.txt"
    if not golden.exists():
        golden.write_text(outside.told(file), "utf-8")
    assert outside.told(file) == golden.read_text("utf-8")


def leaves(want: Want) -> Iterator[str]:
    """The words of each element that has words of its own, in the order of reading."""
    if want.tag in ("P", "TH", "TD", "H1", "H2", "H3", "Caption", "Lbl", "LBody", "Link", "Span"):
        yield want.text
    else:
        yield from (text for part in want.inside if isinstance(part, Want) for text in leaves(part))


def large(block: Block) -> list[str]:
    """The names of large numbers."""
    return [name for name, _ in block.pairs] if isinstance(block, Facts) and block.role == "figures" else []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_that_are_copied_are_those_that_were_written(language: str, tmp_path: Path) -> None:
    """Large numbers are drawn above their names: their words are found, but stand in another order."""
    speak(language)
    content, blocks, _ = made(language, USUAL)
    latin = [block for block in blocks if block.lang in ("en", "cy")]
    figures = tuple(name for one in latin for name in large(one))
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    text, at = outside.text(file), 0
    for wanted in leaves(document(latin, language, {})):
        words = " ".join(wanted.split())
        if any(0x590 < ord(letter) < 0x1E00 for letter in words):
            continue  # in another script: who said it
        if words.startswith(figures):
            assert all(word in text for word in words.split())
            continue
        found = text.find(words, at)
        assert found >= at, f"{words!r} is not found after {text[max(0, at - 60) : at]!r}"
        at = found + len(words)


def test_cards_and_blank_forms_have_no_fault_either(tmp_path: Path) -> None:
    digits, key = "12345 67890 24680 13579 11223 44556", "ab" * 32
    card = Card("Dragon Valley & <b>Friends", "1234567", digits, "key", key, key[:40], ISSUED, "en")
    title = TITLE.format(organisation=card.organisation)
    blank = form("Tea & <b>cake</b>")
    for content, head in (
        (card_pdf(card), Letter(card.organisation, title, "", ISSUED, "en")),
        (blank_pdf(blank, sheets(blank)), Letter(blank.organisation, blank.title, "", blank.issued, "en")),
    ):
        file = tmp_path / "one.pdf"
        file.write_bytes(content)
        assert bare_faults(content, head) == []
        assert outside.pdfua(file) == []
        assert outside.qpdf(file) == ""


def test_a_word_that_is_longer_than_a_line_stays_one_and_others_do_not_run_together(tmp_path: Path) -> None:
    long = "Llanfairpwllgwyngyll" * 20
    blocks = [
        Heading(1, "T", id="t", lang="en", dir="ltr"),
        Para((Words(f"{'for partners ' * 40}{long} {'and others ' * 600}"),), id="p", lang="en", dir="ltr"),
    ]
    content = pdf(blocks, HEAD)
    assert faults(content, blocks, HEAD) == []
    (tmp_path / "a.pdf").write_bytes(content)
    assert "forpartners" not in outside.text(tmp_path / "a.pdf")


def test_a_picture_that_goes_on_over_pages_is_one_figure() -> None:
    labels = tuple(f"Place number {n}" for n in range(1, 61))
    series = (Series("People", tuple(Shown(5 * n) for n in range(1, 61))),)
    rows = tuple(Row((Text((Words(label),)), Shown(5 * n))) for n, label in enumerate(labels, 1))
    blocks: list[Block] = [
        Heading(1, "T", id="t"),
        Chart("bars", "Places", labels, series, "places", id="chart"),
        Table("Places", ("Place", "People"), rows, id="places"),
    ]
    told = list(completed(blocks, "en"))
    assert faults(pdf(told, HEAD, LARGE), told, HEAD) == []


def test_a_reportlab_that_draws_in_another_way_is_noticed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said.check()
    with monkeypatch.context() as changed:
        changed.setattr(said, "_end_words", lambda *_: None)
        with pytest.raises(RuntimeError):
            said.check()
    monkeypatch.setattr(tagging.MarkedText, "_formatText", PDFTextObject._formatText)
    with pytest.raises(RuntimeError):
        said.check()


def test_the_profile_of_colours_is_whole_and_its_own_length() -> None:
    profile = srgb()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    for n in range(int.from_bytes(profile[128:132], "big")):
        start, size = (int.from_bytes(profile[at : at + 4], "big") for at in (136 + 12 * n, 140 + 12 * n))
        assert start + size <= len(profile)
        assert start % 4 == 0
