"""Reports in other scripts: what is drawn in the finished file, in which order, where, and how it is read."""

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from tests.reports.inked import instructions, placed, read, texts
from tests.reports.sample import EMPTY, FULL
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import set_language
from vcse_desktop.reports.blocks import (
    Block,
    Chart,
    Facts,
    Heading,
    Hidden,
    Items,
    Link,
    NewPage,
    Notice,
    NotRecorded,
    Para,
    Quote,
    Row,
    Series,
    Shown,
    Strong,
    Table,
    Text,
    Words,
)
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.paper import SIDE, WIDTH
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import completed, report_blocks

BENGALI = "আমরা এপ্রিল থেকে সেপ্টেম্বরের মধ্যে ১২৮ জনকে সাহায্য করেছি। র‍্যাব, কক্ষ্ম।"
ARABIC = "ساعدنا 128 شخصًا بين أبريل وسبتمبر. جاء معظمهم عن طريق طبيب الأسرة (GP) وقالوا لا."
URDU = "ہم نے اپریل اور ستمبر کے درمیان 128 لوگوں کی مدد کی۔"  # noqa: RUF001 - letters of their own
TITLE = Heading(1, "T", id="t")


def made(blocks: Sequence[Block], language: str = "en", organisation: str = "Group") -> bytes:
    head = Letter(organisation, "Letters", "20261121-7f3a9kq2", datetime(2026, 11, 21, tzinfo=UTC), language)
    return pdf(tuple(completed([TITLE, *blocks], language)), head)


def text(words: str) -> Text:
    return Text((Words(words),))


def table(*rows: Row, columns: tuple[str, ...] = ("المكان", "الأشخاص", "الساعات")) -> Table:
    return Table("جدول", columns, rows, ("[c]: مخفي",), lang="ar")


NUMBERS = table(
    Row((text("ليدز"), Shown(1111), Shown(90, hours=True))),
    Row((text("برادفورد"), Hidden(), NotRecorded())),
    Row((text("المجموع"), Shown(2222), Shown(1455, hours=True)), total=True),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("السلام", ["م", "لا", "س", "ل", "ا"]),  # noqa: RUF001 - letters of their own
        ("1.5 ساعة", ["ة", "ع", "ا", "س", " ", "1", ".", "5"]),  # noqa: RUF001 - letters of their own
        ("عند GP (x) و", ["و", " ", "G", "P", " ", "(", "x", ")", " ", "د", "ن", "ع"]),
        ("[c] هنا.", [".", "ا", "ن", "ه", " ", "[", "c", "]"]),  # noqa: RUF001 - letters of their own
        ("من 3 إلى 5", ["5", " ", "ى", "ل", "إ", " ", "3", " ", "ن", "م"]),
    ],
)
def test_glyphs_stand_on_the_line_as_they_are_read(words: str, expected: list[str]) -> None:
    """Brackets are drawn as mirror images: what stands on the left opens to the right."""
    (drawn,) = [one for one in _lines(made([Para((Words(words),), lang="ar")])) if _is_turned(one)]
    assert [said for said in drawn if said != "\u200b"] == expected


def _lines(file: bytes) -> list[list[str]]:
    found: dict[tuple[float, str], list[str]] = {}
    for one in texts(file):
        found.setdefault((one.size, ""), []).extend(one.said)
    return list(found.values())


def _is_turned(said: list[str]) -> bool:
    return any("\u0600" <= sign <= "\u06ff" for one in said for sign in one)


def test_bengali_is_read_back_as_it_was_written_wherever_it_stands() -> None:
    pieces = [f"{BENGALI} {number}" for number in range(9)]
    heading, para, item, quote, source, name, notice, caption, note = pieces
    blocks = [
        Heading(2, heading),
        Para((Words(f"{para} "), Strong("আমরা "), Link("https://example.org", "ওয়েবসাইট", "site"))),
        Items(((Words(item),),)),
        Quote(quote, source, "A translation"),
        Facts(((name, text(BENGALI)),)),
        Notice(notice),
        Table(caption, ("কে", "n"), (Row((text(BENGALI), Shown(5))),), (note,)),
    ]
    said = read(made(blocks, "bn"))
    assert [piece for piece in pieces if piece not in said] == []
    assert "আমরা ওয়েবসাইট" in said


def test_words_of_another_script_may_stand_in_an_english_report() -> None:
    quotes = [
        Quote(BENGALI, "A carer", lang="bn"),
        Quote(ARABIC, "A carer", lang="ar"),
        Quote(URDU, "", lang="ur"),
    ]
    blocks = [*quotes, Para((Words(f"Our name is {BENGALI[:4]} in Bengali."),))]
    file = made(blocks, organisation="نادي الشاي Tea")
    said = read(file)
    assert f"“{BENGALI}”" in said
    assert f"Our name is {BENGALI[:4]} in Bengali." in said
    drawn = "".join(said for one in texts(file) for said in reversed(one.said))
    for word in (*URDU.split()[:3], "معظمهم", "128"):
        assert word in drawn or word[::-1] in drawn, word
    assert "They stand in the web page" not in said


def test_a_quote_in_letters_that_we_do_not_have_says_where_its_words_stand() -> None:
    said = read(made([Quote("เราฟังกัน", "A carer", "We listen.", lang="th")]))
    assert "They stand in the web page" in said
    assert "Translation: We listen." in said


def test_a_letter_that_no_font_has_is_named_with_its_place() -> None:
    with pytest.raises(Refused) as stopped:
        made([Heading(2, "قسم"), Para((Words(f"{ARABIC} ཨ"),), lang="ar")], "ar")
    said = (stopped.value.values[name] for name in ("character", "name", "place"))
    assert list(said) == ["ཨ", "TIBETAN LETTER A", "قسم"]


def test_a_table_is_mirrored_on_paper_and_in_its_order_for_who_hears_it() -> None:
    file = made([NUMBERS], "ar")
    where = {word.text: word for word in placed(file)}
    assert where["1,111"].left > where["1.5"].right, "the second column stands right of the third"
    assert where["1,111"].right == pytest.approx(where["2,222"].right, abs=0.5), "numbers end together"
    assert where["زديل"].left > where["1,111"].right, "the first column is on the right (poppler turns words)"
    assert [heard for heard in _heard(file, "/TR") if heard] == [
        ["المكان", "الأشخاص", "الساعات"],
        ["ليدز", "1,111", "1.5"],
        ["برادفورد", "[c]", "not recorded"],
        ["المجموع", "2,222", "24.25"],
    ]
    assert ("[", "c", "]") in [one.said for one in texts(file)], "its brackets are not turned"


def _heard(file: bytes, tag: str) -> list[list[str]]:
    """What is said of the cells of each row, by the structure alone."""
    with pikepdf.open(io.BytesIO(file)) as document:
        rows = [
            one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == tag
        ]
        return [[_actual(cell) for cell in row.K] for row in rows]


def _actual(element: pikepdf.Object) -> str:
    return str(element.get("/ActualText", "")) or "".join(_actual(kid) for kid in element.K)


def test_pages_lists_facts_and_contents_are_mirrored() -> None:
    blocks = [
        Facts((("الاسم", text("Anytown")), ("العدد", Shown(7777)))),
        NewPage(),
        Heading(2, "قسم Latin"),
        Items(((Words("واحد first"),), (Words("اثنان"),)), ordered=True),
        Quote("قال Latin", "A carer", lang="ar"),
    ]
    file = made(blocks, "ar", "نادي")
    at = {(word.page, word.text): word for word in placed(file)}
    assert at[0, "Anytown"].right < WIDTH - SIDE - 100, "names stand on the right, what belongs to them left"
    assert at[0, "7,777"].right == pytest.approx(at[0, "Anytown"].right, abs=0.5)
    number = next(word for word in placed(file) if word.page == 0 and word.text == "2")
    assert number.left == pytest.approx(SIDE + 6, abs=1), "the number of the page is on the left"
    section = next(word for word in placed(file) if word.page == 0 and word.text == "Latin")
    assert number.down == pytest.approx(section.down, abs=0.6), "and on the line of its section"
    assert at[1, "20261121-7f3a9kq2"].left == pytest.approx(SIDE, abs=1), "the pack is at the other end"
    signs = [word for word in placed(file) if word.page == 1 and word.text in {".1", ".2"}]
    assert len(signs) == 2
    assert all(sign.right == pytest.approx(WIDTH - SIDE - 2, abs=1) for sign in signs)
    bars = _upright(file, 1)
    assert bars
    assert all(x == pytest.approx(WIDTH - SIDE, abs=2) for x in bars), "the bar of a quote is on the right"


def _upright(file: bytes, page: int) -> list[float]:
    """Where upright lines stand, from the left."""
    with pikepdf.open(io.BytesIO(file)) as document:
        found, start, corner = [], 0.0, [0.0]
        for operands, operator in instructions(document.pages[page]):
            match operator:
                case "q":
                    corner.append(corner[-1])
                case "Q":
                    corner.pop()
                case "cm":
                    corner[-1] += float(operands[4])
                case "m":
                    start = float(operands[0])
                case "l" if abs(start - float(operands[0])) < 0.01:
                    found.append(start + corner[-1])
        return found


def test_a_chart_is_mirrored_and_its_labels_are_shaped() -> None:
    names = ("ليدز", "برادفورد")
    chart = Chart("bars", "الناس", names, (Series("عدد", (Shown(5555), Hidden())),), "table-1", lang="ar")
    file = made([chart, NUMBERS], "ar")
    words = {word.text: word for word in placed(file)}
    label = next(word for word in placed(file) if word.text == "دروفدارب")
    assert label.left > WIDTH * 0.7, "labels stand on the right"
    assert words["5,555"].left == pytest.approx(SIDE, abs=12), "the longest bar reaches to the left"


def test_a_paragraph_goes_on_over_pages_with_all_its_words() -> None:
    words = [f"كلمة{number:04}" for number in range(1500)]
    file = made([Para((Words(" ".join(words)),)), Para((Words("النهاية"),))], "ar")
    numbers = re.findall(r"[0-9]{4}", "".join("".join(one.said) for one in texts(file) if one.size == 10.5))
    assert sorted(numbers) == [f"{number:04}" for number in range(1500)]
    assert {one.page for one in texts(file)} == {0, 1, 2, 3} | {one.page for one in texts(file)}
    (whole,) = (one for one in _actuals(file) if one.startswith("كلمة0000"))
    assert whole == " ".join(words)


def _actuals(file: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(file)) as document:
        found = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        return [str(one.ActualText) for one in found if "/ActualText" in one]


def test_the_file_is_the_same_whatever_was_printed_before() -> None:
    first, second = [Quote(ARABIC, "", lang="ar")], [Quote(f"{URDU} {BENGALI}", "", lang="ur")]
    one = made(first)
    other = made(second)
    assert made(first) == one
    assert made(second) == other


def test_fonts_are_embedded_with_the_widths_of_their_own_glyphs() -> None:
    file = made([Para((Words(f"{ARABIC} {URDU} {BENGALI} Łódź"),))], "ar")
    checked = 0
    with pikepdf.open(io.BytesIO(file)) as document:
        for font in document.objects:
            if (
                isinstance(font, pikepdf.Dictionary)
                and font.get("/Type") == "/Font"
                and "/FontDescriptor" in font
            ):
                embedded = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
                codes = next(table.cmap for table in embedded["cmap"].tables)
                for code, name in codes.items():
                    if code < len(font.Widths):
                        checked += 1
                        assert float(font.Widths[code]) == pytest.approx(embedded["hmtx"][name][0], abs=1)
    assert checked > 60


@pytest.mark.parametrize("language", ["ar", "cy"])
def test_a_whole_report_is_made_in_each_language(root: Path, language: str) -> None:
    set_language(language, root / "translations")
    try:
        told = replace(FULL, language=language)
        file = pdf(report_blocks(told), told)
    finally:
        set_language("en", root / "translations")
    said = read(file)  # in Arabic the reader may put the second bracket elsewhere
    for number in ("20261121-7f3a9kq2", "67890", "[c", "Dragon Valley Community Link"):
        assert number in said, number
    assert "12345 67890 24680 13579 11223 44556" in said, "digits keep their order"


def test_a_group_with_an_arabic_name_can_make_an_english_report() -> None:
    told = replace(EMPTY, organisation="جمعية الوادي (Leeds)", purpose=ARABIC)
    file = pdf(report_blocks(told), told)
    assert "Leeds) Our summary" in read(file)
