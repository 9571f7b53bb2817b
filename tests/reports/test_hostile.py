"""Words that a person typed or pasted stay words, whatever they are."""

from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.reading import pages, tree
from tests.reports.sample import EMPTY, THINGS, protected, shown
from tests.reports.test_html import checked
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import Dimension, Measure, TableKind, Unit
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import Quoted, ReportInput
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.plain import address, language_tag, plain
from vcse_desktop.reports.report import report_blocks

MARKUP = [
    '<img src="/etc/passwd"/>',
    "<img src='file:///C:/Windows/win.ini' width=10>",
    '<a href="javascript:alert(1)">here</a>',
    '<onDraw name="x" label="y"/>',
    "<b>never closed & <para> </i>",
    '<font color="[[[getattr(pow, Attacker)]]]">x</font>',
    "{{ 7 * 7 }} {% for x in () %} {named} %s \\u0000",
    "<!-- --><svg onload=alert(1)>",
    "]]> &lt;script&gt; &#60;",
    "'\"><script>alert(1)</script>",
]


def with_text(text: str) -> ReportInput:
    """A report with this text in every place that takes one."""
    kind = TableKind(
        "people_by_place",
        1,
        "People",
        (Measure("m", "Persons", Unit.PERSON),),
        (Dimension("place", "Place"),),
    )
    table = protected(kind, iter([shown(5), shown(10), shown(15), shown(30)]), [(c, text) for c, _ in THINGS])
    return replace(
        EMPTY,
        organisation=text,
        number=text,
        area=text,
        audience=(text, text),
        purpose=text,
        introduction=text,
        lawful_basis=text,
        retention=text,
        contact=text,
        tables={kind.id: table},
        quotes=(Quoted(text, text, text, text, "cy"),),
    )


def both(material: ReportInput) -> tuple[bytes, bytes]:
    blocks = report_blocks(material)
    return pdf(blocks, material), html(blocks, material)


def harmless(file: bytes) -> None:
    """Nothing in the file acts, embeds or leads outside."""
    with pikepdf.open(BytesIO(file)) as opened:
        assert "/Names" not in opened.Root or "/EmbeddedFiles" not in opened.Root.Names
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(opened.Root.keys())
        for item in opened.objects:
            if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                continue
            assert str(item.get("/S")) not in (
                "/JavaScript",
                "/Launch",
                "/GoToR",
                "/SubmitForm",
                "/ImportData",
            )
            assert str(item.get("/Subtype")) not in ("/Image", "/FileAttachment")
            assert not {"/URI", "/EF"} & set(item.keys())


def test_the_example_has_a_place_for_every_text_of_a_report() -> None:
    typed = {
        f.name for f in fields(ReportInput) if f.type in ("str", str) and f.name not in ("pack", "language")
    }
    text = with_text("x")
    assert {name for name in typed if getattr(text, name) == "x"} == typed


@pytest.mark.parametrize("typed", MARKUP)
def test_markup_comes_out_as_the_words_that_were_typed(typed: str) -> None:
    file, page = both(with_text(typed))
    harmless(file)
    checked(page)
    shown_on_page = tree(page)
    assert plain(typed) in shown_on_page.text
    assert shown_on_page.all("script", "img", "font", "ondraw") == []
    letters = "".join(typed.split())
    assert letters in "".join("".join(pages(file)).split())


@pytest.mark.parametrize("length", [10_000, 20_000])
def test_a_word_of_ten_thousand_letters_fits_somehow(length: int) -> None:
    file, page = both(replace(with_text("Ashby"), quotes=(Quoted("a" * length, "b" * 200, "c" * 200),)))
    assert sum(said.count("a") for said in pages(file)) >= 2 * length
    assert "a" * length in tree(page).text


def test_very_long_words_in_every_place_still_make_a_report() -> None:
    file, page = both(with_text("x" * 10_000))
    harmless(file)
    checked(page)


def test_what_has_no_look_is_dropped_in_every_format() -> None:
    typed = "A\u202eb\u2066c\x00d\x1be\ud800f\U000e0041g\r\nh\u2028i"
    file, page = both(with_text(typed))
    assert "Abcdefg h i" in tree(page).text
    assert "Abcdefg h i" in "\n".join(pages(file))
    assert not set("\u202e\u2066\x00\x1b") & set(page.decode("utf-8"))


SCRIPTS = [
    "кириллица",
    "ελληνικά",
    "Tiếng Việt",
    "Łódź ŵ ŷ ½ €",
    "العربية",
    "বাংলা",
    "ਪੰਜਾਬੀ",
    "中文",
    "אבג",
    "😀",
]


@pytest.mark.parametrize("typed", SCRIPTS)
def test_every_script_is_printed_or_stopped_with_a_sentence_that_names_the_letter(typed: str) -> None:
    try:
        file, _ = both(with_text(typed))
    except Refused as stopped:
        assert str(stopped.values["character"]) in typed
        assert "{character}" in stopped.sentence
        assert typed not in str(stopped)
    else:
        assert typed in "\n".join(pages(file))


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60))
def test_any_text_builds_or_stops_with_a_sentence(typed: str) -> None:
    material = with_text(typed)
    blocks = report_blocks(material)
    tree(checked(html(blocks, material)))
    try:
        harmless(pdf(blocks, material))
    except Refused as stopped:
        assert len(str(stopped.values["character"])) == 1


@given(st.text())
def test_addresses_are_rebuilt_or_dropped(typed: str) -> None:
    for made in (address(typed), address(f"https://example.org/{typed}"), address(f"mailto:{typed}")):
        assert made == "" or made.startswith(("https://", "mailto:"))
        assert not set(made) & set(" <>\"'\n\r\t")


@given(st.text())
def test_a_language_is_a_tag_or_that_of_the_report(typed: str) -> None:
    assert language_tag(typed, "en") == "en" or typed.replace("-", "").isalnum()


def test_the_inside_of_a_paragraph_is_made_in_one_module_alone(root: Path) -> None:
    """``letters`` alone makes the type that a paragraph takes; the type checker refuses any other text."""
    modules = {file.stem: file.read_text("utf-8") for file in (root / "vcse_desktop/reports").glob("*.py")}
    assert [name for name, source in modules.items() if "Marked(" in source] == ["letters"]
    assert [name for name, source in modules.items() if "reportlab.Paragraph" in source] == ["said"]
    assert [name for name, source in modules.items() if "kit().said(" in source] == ["paper"]
    assert [name for name, source in modules.items() if "saxutils" in source] == ["described", "letters"]
