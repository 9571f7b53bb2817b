"""Reading workbooks: what stands in them, and what no workbook can do to the program."""

import struct
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from tests.exchange.spreadsheets import compound, ods, ods_sheet, saved, xls, xlsx, zipped
from vcse_desktop.cli import main
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables import archive, extents, process
from vcse_desktop.exchange.tables.going import Going, Stopped
from vcse_desktop.exchange.tables.grid import Book, Merged
from vcse_desktop.exchange.tables.process import Reader
from vcse_desktop.exchange.tables.reading import read_book
from vcse_desktop.exchange.tables.worker import worker_main

ROWS: list[list[object]] = [["Name", "When", "Hours"], ["Siân", date(2026, 4, 3), 1.5], ["Bo", None, 2]]
EXPECTED = (("Name", "When", "Hours"), ("Siân", date(2026, 4, 3), 1.5), ("Bo", None, 2))
MADE = {"xlsx": xlsx({"Sheet1": ROWS}), "ods": ods(ods_sheet("Sheet1", ROWS)), "xls": xls(ROWS)}
FILEPASS = struct.pack("<HHH", 0x002F, 2, 1)
Reads = Callable[[bytes], Book]


@pytest.fixture
def book(tmp_path: Path, reader: Reader) -> Reads:
    """Save bytes and read them."""
    return lambda content: read_book(saved(tmp_path, content, "book"), reader=reader)


@pytest.mark.parametrize("kind", MADE)
def test_each_format_gives_the_same_cells_whatever_the_file_is_called(book: Reads, kind: str) -> None:
    (grid,) = book(MADE[kind]).grids
    assert grid.name == "Sheet1"
    assert grid.rows == EXPECTED
    assert [type(cell) for cell in grid.rows[2]] == [str, type(None), int]


def test_sheets_come_in_their_order_and_empty_ones_not_at_all(book: Reads) -> None:
    made = xlsx({"June": [["a"]], "empty": [], "May": [[" "]], "lists": [[1]]}, hidden=["lists"])
    assert [(grid.name, grid.hidden) for grid in book(made).grids] == [("June", False), ("lists", True)]


def test_a_table_that_begins_further_down_and_right_keeps_its_place(book: Reads) -> None:
    (grid,) = book(xlsx({"a": [[], [None, None, "x"]]})).grids
    assert grid.rows == ((), (None, None, "x"))


def test_days_times_and_lengths_of_time(book: Reads) -> None:
    target = BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet()
    for row, (number, pattern) in enumerate(
        [(46115, "dd/mm/yyyy"), (46115.75, "dd/mm/yyyy hh:mm"), (0.0625, "h:mm"), (1.0625, "[h]:mm")]
    ):
        sheet.write_number(row, 0, number, made.add_format({"num_format": pattern}))
    made.close()
    when = [date(2026, 4, 3), datetime(2026, 4, 3, 18), time(1, 30), timedelta(hours=25, minutes=30)]  # noqa: DTZ001
    assert [row[0] for row in book(target.getvalue()).grids[0].rows] == when
    (grid,) = book(xlsx({"a": [[date(2026, 4, 3)]]}, date_1904=True)).grids
    assert grid.rows == ((date(2026, 4, 3),),)
    long = '<table:table-cell office:value-type="time" office:time-value="PT25H30M00S"/>'
    (grid,) = book(ods(ods_sheet("a", [[date(1850, 3, 4), long]]))).grids
    assert grid.rows == ((date(1850, 3, 4), timedelta(hours=25, minutes=30)),)


def test_formulas_give_their_value_and_failed_ones_say_so(book: Reads) -> None:
    rows: list[list[object]] = [
        ["a", "=1+1→2", "=B9→#REF!"],
        ["=NA()→#N/A"],
        ['="x"→word', None, True, "'007"],
    ]
    (grid,) = book(xlsx({"a": rows})).grids
    assert grid.rows == (("a", 2, "#REF!"), ("#N/A",), ("word", None, True, "'007"))
    fault = (
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell>"
    )
    (grid,) = book(ods(ods_sheet("a", [["x", fault], [fault]]))).grids
    assert grid.rows == (("x", "#DIV/0!"), ("#DIV/0!",))
    (grid,) = book(xls([["a", "b"], ["x", "#REF!"]])).grids
    assert grid.rows == (("a", "b"), ("x", "#REF!"))


def test_merged_cells_are_told(book: Reads) -> None:
    target = BytesIO()
    made = xlsxwriter.Workbook(target)
    made.add_worksheet().merge_range("B1:C1", "June")
    made.close()
    (grid,) = book(target.getvalue()).grids
    assert grid.rows == ((None, "June"),)
    assert grid.merged == (Merged(1, 1, 1, 2),)
    wide = '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>a</text:p>'
    joined = wide + "</table:table-cell><table:covered-table-cell/>"
    assert book(ods(ods_sheet("a", [["x", joined]]))).grids[0].merged == (Merged(1, 1, 1, 2),)


FAR = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
WIDE = '<table:table-cell office:value-type="string" table:number-columns-repeated="9000000"/>'
CORNER = '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'


def two_corners() -> bytes:
    """Return an XLSX with a cell in the first and in the last place there is."""
    target = BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet()
    sheet.write(0, 0, "a")
    sheet.write(1048575, 16383, "z")
    made.close()
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (two_corners(), "too large"),
        (ods(ods_sheet("a", [["a", WIDE], [WIDE]])), "too large"),
        (
            ods(
                ods_sheet("a", [["a"]]).replace(
                    "</table:table>", f"{FAR}{CORNER}{WIDE}</table:table-row></table:table>"
                )
            ),
            "too large",
        ),
        (xls([["a"]], size=(0x7FFFFFFF, 3)), "damaged"),
        (xls([["a"]], before=FILEPASS), "locked"),
        (ods(ods_sheet("a", [["a"]]), locked=True), "locked"),
        (compound({"EncryptedPackage": bytes(4096), "EncryptionInfo": bytes(4096)}), "locked"),
        (compound({"WordDocument": bytes(4096)}), "not a spreadsheet"),
        (MADE["xlsx"][: len(MADE["xlsx"]) // 2], "damaged"),
        (MADE["xls"][:700], "damaged"),
        (zipped({"xl/workbook.xml": "<a/>"}), "damaged"),
        (zipped({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "damaged"),
        (zipped({"xl/workbook.bin": "x"}), "This kind of spreadsheet"),
        (zipped({"Index/Document.iwa": "x"}), "This kind of spreadsheet"),
        (zipped({"word/document.xml": "x"}), "not a spreadsheet"),
        (zipped({"photo.jpg": "x"}), "not a spreadsheet"),
        (b"<html><body><table><tr><td>a", "This kind of spreadsheet"),
        (b"%PDF-1.7\n", "not a spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not a spreadsheet"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "not a spreadsheet"),
        (b'{"a": [1, 2]}', "not a spreadsheet"),
        (b"", "empty"),
        (xlsx({"a": []}), "no table"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(book: Reads, content: bytes, title: str) -> None:
    with pytest.raises(Refused, match=title) as refused:
        book(content)
    said = refused.value.sentence.format(**refused.value.values)
    assert "nothing was imported" in said
    assert ": " in said  # what to do
    assert said.count(". ") == 0
    assert said.endswith(".")


def test_a_folder_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="This is a folder"):
        read_book(tmp_path)


def test_what_unpacks_to_more_than_can_be_held_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zipped({"xl/workbook.xml": b" " * (1 << 21)})
    lying = bomb.replace(struct.pack("<I", 1 << 21), struct.pack("<I", 100))
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(Refused, match="too large"):
        read_book(saved(tmp_path, bomb))
    with pytest.raises(Refused, match=r"too large|damaged"):
        archive.Archive("a", lying).part("xl/workbook.xml")


def test_how_far_cells_go_is_seen_in_whatever_way_they_are_written() -> None:
    for sheet in (
        '<worksheet><row r="1"><c r="A1"><v>1</v></c><c r="C2" s="1"/></row></worksheet>',
        "<x:worksheet xmlns:x='y'><x:row><x:c><x:v>1</x:v></x:c><x:c/></x:row></x:worksheet>",
    ):
        looked = extents.LookedAtSheet("a")
        looked.look([sheet.encode()])
        assert (looked.extent.rows, looked.extent.columns) == (1, 1)
    odd = "<a><row><c t='>' r='XFD1048576'><is><t>z</t></is></c></row></a>"
    for made in (odd, odd.replace("'", '"'), '<?xml version="1.0" encoding="UTF-16"?>' + odd):
        raw = made.encode("utf-16" if "UTF-16" in made else "utf-8")
        content = zipped({"xl/worksheets/sheet1.xml": raw, "xl/workbook.xml": "<a/>"})
        with pytest.raises(Refused, match="too large"):
            list(workbook_pieces(content))


def workbook_pieces(content: bytes) -> Iterator[object]:
    """Look through a workbook in this very process, as far as the reader is not asked."""
    from vcse_desktop.exchange.tables.workbooks import pieces  # noqa: PLC0415 - here alone

    return pieces("a", "xlsx", content)


def test_a_process_that_dies_is_a_damaged_file_and_the_next_file_is_read(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved(tmp_path, MADE["xlsx"])
    with monkeypatch.context() as patch, Reader() as other:
        dies = "import os, sys; sys.stdin.buffer.readline(); os.abort()"
        patch.setattr(process, "command", lambda: [sys.executable, "-c", dies])
        with pytest.raises(Refused, match="damaged"):
            read_book(file, reader=other)
    assert read_book(file, reader=reader).grids[0].rows == EXPECTED


def test_stop_ends_it_at_once_whatever_the_process_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeps = "import time; time.sleep(1000)"
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", sleeps])
    asked = iter([False, False, True])
    with pytest.raises(Stopped):
        read_book(saved(tmp_path, MADE["xlsx"]), Going(cancelled=lambda: next(asked)))
    monkeypatch.setattr(process, "PATIENCE", 0.0)
    with pytest.raises(Refused, match="could not be read"):
        read_book(saved(tmp_path, MADE["xlsx"]))


def test_progress_rises_to_its_end(tmp_path: Path, reader: Reader) -> None:
    told: list[int] = []
    rows = [[number, "x"] for number in range(5000)]
    file = saved(tmp_path, xlsx({"a": rows, "b": rows}))
    read_book(file, Going(lambda done, _: told.append(done)), reader)
    assert told == sorted(told)
    assert told[-1] == 100
    assert len(set(told)) > 5


def test_the_built_program_reads_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "C:/Program Files/VCSE Desktop/vcse-desktop.exe")
    assert process.command() == ["C:/Program Files/VCSE Desktop/vcse-desktop.exe", "table-worker"]
    monkeypatch.setattr("sys.stdin", type("Closed", (), {"buffer": BytesIO()}))
    with pytest.raises(SystemExit) as ended:
        main(["table-worker"])
    assert ended.value.code == 0
    out = BytesIO()
    assert worker_main(BytesIO(b'{"name": "a", "kind": "xlsx", "bytes": 3}\nabc'), out) == 0
    assert b"damaged" in out.getvalue()
