"""The tables of a pack are read as strangers send them: what is not as the format has it is counted."""

from pathlib import Path

import pytest

from tests.packs.example import CARERS, ID, NUMBER, plan
from vcse_desktop.disclosure.plan import Status
from vcse_desktop.packs import open_tables
from vcse_desktop.packs.open_tables import OpenTables, read_tables
from vcse_desktop.packs.tables import table_csv

KINDS = {"carers": CARERS}
LEAD = f"{NUMBER},{ID},2026-07-01,2026-09-30"


def opened(folder: Path, content: bytes, name: str = "carers.v1.csv") -> OpenTables:
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables" / name).write_bytes(content)
    return read_tables(folder, ID, KINDS)


def lines(*rows: str) -> bytes:
    """Return the example's table with these rows instead of its own."""
    heading = table_csv(plan().tables, NUMBER, ID).partition(b"\r\n")[0].decode()
    return "".join(f"{row}\r\n" for row in (heading, *rows)).encode()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    read = opened(tmp_path, table_csv(plan().tables, NUMBER, ID))
    assert (read.unknown, read.odd, read.too_long) == ([], {}, [])
    assert read.cells == {
        ("carers", "2026-07-01", "2026-09-30"): {
            (("E05001234",), "carers_supported"): (Status.ROUNDED, 15),
            (("E05001234",), "hours"): (Status.ROUNDED, 1455),
            (("E05001235",), "carers_supported"): (Status.HIDDEN, None),
            (("E05001235",), "hours"): (Status.HIDDEN, None),
            (("total",), "carers_supported"): (Status.SHOWN, 0),
            (("total",), "hours"): (Status.ROUNDED, 1500),
        }
    }


@pytest.mark.parametrize(
    "row",
    [
        f"{LEAD},x,X,carers_supported,15,unheard",
        f"{LEAD},x,X,unheard,15,shown",
        f"{LEAD},x,X,carers_supported,15,hidden",
        f"{LEAD},x,X,carers_supported,,shown",
        f"{LEAD},x,X,carers_supported,1.5,shown",
        f"{LEAD},x,X,carers_supported,٣,shown",
        f"{LEAD},x,X,carers_supported,12345678,shown",
        f"{LEAD},x,X,hours,1.3,shown",
        f"{LEAD},x y,X,carers_supported,15,shown",
        f"{LEAD},x,X,carers_supported,15",
        f"{NUMBER},other,2026-07-01,2026-09-30,x,X,carers_supported,15,shown",
        f"{NUMBER},{ID},2026-10-01,2026-09-30,x,X,carers_supported,15,shown",
        f"{NUMBER},{ID},2026-07-01,2026-09-31,x,X,carers_supported,15,shown",
        f"{NUMBER},{ID},20260701,20260930,x,X,carers_supported,15,shown",
        f'{LEAD},x,"X" y,carers_supported,15,shown',
        f"{LEAD},x,{'X' * 200_000},carers_supported,15,shown",
    ],
)
def test_a_row_that_is_not_as_the_format_has_it_is_left_out(tmp_path: Path, row: str) -> None:
    good = f"{LEAD},y,Y,carers_supported,15,rounded"
    read = opened(tmp_path, lines(good, row))
    assert [*read.cells.values()] == [{(("y",), "carers_supported"): (Status.ROUNDED, 15)}]
    assert read.odd == {"carers": 1}


def test_a_row_that_says_two_things_is_left_out(tmp_path: Path) -> None:
    row = f"{LEAD},x,X,carers_supported,{{}},shown"
    read = opened(tmp_path, lines(row.format(15), row.format(15), row.format(16)))
    assert [*read.cells.values()] == [{(("x",), "carers_supported"): (Status.SHOWN, 15)}]
    assert read.odd == {"carers": 1}


def test_tables_that_are_not_known_are_named(tmp_path: Path) -> None:
    read = opened(tmp_path, lines(), "carers.v2.csv")
    read = opened(tmp_path, lines(), "others.v1.csv")
    read = opened(tmp_path, b"a,b\r\n1,2\r\n")
    (tmp_path / "tables" / "Odd.csv").write_bytes(b"")
    read = read_tables(tmp_path, ID, KINDS)
    assert read.unknown == ["Odd.csv", "carers.v2.csv", "others.v1.csv"]
    assert (read.odd, read.cells) == ({"carers": 1}, {})
    assert opened(tmp_path, b"").odd == {"carers": 1}


def test_the_end_of_a_long_table_is_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_tables, "MOST_ROWS", 2)
    read = opened(tmp_path, table_csv(plan().tables, NUMBER, ID))
    assert read.too_long == ["carers"]
    assert sum(map(len, read.cells.values())) == 2


def described(folder: Path, text: str) -> OpenTables:
    (folder / "datapackage.json").write_text(text, "utf-8")
    return opened(folder, table_csv(plan().tables, NUMBER, ID))


def joined(words: str, path: str = '"tables/carers.v1.csv"') -> str:
    return f'{{"resources": [{{"path": {path}, "joined": [{words}]}}, {{"path": "report.pdf"}}]}}'


def test_what_a_code_stands_for_is_read(tmp_path: Path) -> None:
    said = joined('{"field": "area", "code": "north", "of": ["ashby", "brook"]}')
    assert described(tmp_path, said).bands == {"carers": {("area", "north"): ("ashby", "brook")}}
    assert opened(tmp_path, b"", "other.v1.csv").unknown == ["other.v1.csv"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"resources": 7}',
        '{"resources": [7]}',
        joined("", "7"),
        joined("{}"),
        joined('{"field": "a", "code": "b", "of": [7]}'),
        joined('{"field": "a", "code": [], "of": []}'),
        joined('{"field": "a", "code": "b c", "of": ""}'),
        "[" * 100_000,
    ],
)
def test_a_description_that_is_not_sound_says_of_no_code_what_it_stands_for(
    tmp_path: Path, text: str
) -> None:
    read = described(tmp_path, text)
    assert read.bands == {"carers": {}}
    assert read.odd == {}
