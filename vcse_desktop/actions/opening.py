"""What stands in a partner's pack that was found good, for reading on the screen."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vcse_desktop.actions.cosigning import is_known, may_sign
from vcse_desktop.actions.gathering import must_be_free
from vcse_desktop.actions.taking_back import is_ours
from vcse_desktop.errors import Refused
from vcse_desktop.figures.measures import MEASURES
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import TOTAL, Unit
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.memory import load
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.tables import LEAD, TAIL
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.reports.blocks import Cell, Hidden, Quote, Row, Shown, Table, Text, Words
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

NOT_GOOD = (
    N_("This pack is not open to read"),
    N_(
        "A pack can be read here once it is whole and you have compared the digits of whoever signed it. "
        "Nothing was changed."
    ),
)
NO_PAGE = (
    N_("This pack has no web page"),
    N_("Whoever made it left that out. Nothing was saved. Save the PDF."),
)
TOO_LARGE = (
    N_("This pack is too large to be read here"),
    N_("A table in it is larger than any of ours. Nothing was changed. Open its report."),
)
LARGEST = 4 << 20
PAGE = ".html"
HIDDEN, HOUR = "hidden", 60
Line = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack tells: its title, its tables, what people said, and what it claims of itself."""

    title: str
    tables: tuple[Table, ...]
    quotes: tuple[Quote, ...]
    claims: Mapping[str, Any]


def read_pack(vault: Vault, file: Path) -> Contents:
    """Check a pack once more and return what stands in it, from the very bytes that were checked.

    Refused unless it is ours, its signer is known and it still stands, or a key kept here is asked to sign
    it; WorldError when it cannot be read.
    """
    with _kept(vault, file) as (result, kept):
        found = [_table(path) for path in sorted(kept.glob("tables/*.csv"))]
        said = _lines(kept / "quotes.csv")
    tables = (replace(table, number=n) for n, table in enumerate(filter(None, found), 1))
    language = str(result.claims["language"])
    quotes = (_quote(line, language) for line in said if line.get("text"))
    return Contents(str(result.claims["title"]), tuple(tables), tuple(quotes), result.claims)


def save_report(vault: Vault, file: Path, out: Path) -> Path:
    """Save the report of a pack, byte for byte: as a web page where the name ends in .html, else as the PDF.

    Refused as ``read_pack``, and where there is none, or something has the name; WorldError when it cannot be
    written.
    """
    must_be_free(out)
    with _kept(vault, file) as (_, kept):
        report = kept / (f"report{PAGE}" if out.suffix.lower() == PAGE else "report.pdf")
        if not report.is_file():
            raise Refused(*NO_PAGE)
        write_whole(out, report.read_bytes())
    return out


@contextmanager
def _kept(vault: Vault, file: Path) -> Iterator[tuple[Result, Path]]:
    """Give what a pack is and a folder with its payload, for a moment; Refused as ``read_pack``."""
    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as temporary:
        place, mine = Path(temporary) / "kept", may_sign(vault, check(file))
        result = check(file, load(vault), place, approver=mine[0].key if mine else "")
        signs = bool(mine) and result.verdict is Verdict.UNFINISHED and is_known(vault, result)
        if result.kept is None or not (result.is_trusted or signs or is_ours(vault, result)):
            raise Refused(*NOT_GOOD)
        yield result, result.kept


def _lines(path: Path) -> list[Line]:
    """Return the rows of a file by heading; none when it is not there or is no table."""
    if not path.is_file():
        return []
    if path.stat().st_size > LARGEST:
        raise Refused(*TOO_LARGE)
    text = path.read_bytes().decode("utf-8", "replace")
    try:
        heading, *rows = csv.reader(io.StringIO(text, newline=""))
    except (csv.Error, ValueError):
        return []
    return [dict(zip(heading, row, strict=True)) for row in rows if len(row) == len(heading)]


def _table(path: Path) -> Table | None:
    """Return the table of a file, its rows by their labels and its columns by what is counted."""
    lines, name = _lines(path), path.name.split(".")[0]
    if not lines or not {*LEAD, *TAIL} <= lines[0].keys():
        return None
    dimensions = list(lines[0])[len(LEAD) : -len(TAIL) : 2]
    measures = list(dict.fromkeys(line["measure"] for line in lines))
    kind = TABLES.get(name)
    title = tr(kind.title) if kind else name
    if not dimensions:
        rows = (Row((_text(_measure(line["measure"])), _cell(line))) for line in lines)
        return Table(title, (tr("What we counted"), tr("Number")), tuple(rows))
    named = {dimension.code: tr(dimension.label) for dimension in kind.dimensions} if kind else {}
    columns = [named.get(code, code) for code in dimensions] + [_measure(code) for code in measures]
    return Table(title, tuple(columns), tuple(_rows(lines, dimensions, measures)), stub=len(dimensions))


def _rows(lines: Sequence[Line], dimensions: Sequence[str], measures: Sequence[str]) -> Iterator[Row]:
    found: dict[tuple[str, ...], dict[str, Line]] = {}
    for line in lines:
        where = (line["period_from"], *(line[code] for code in dimensions))
        found.setdefault(where, {})[line["measure"]] = line
    for (_, *codes), mine in found.items():
        first = next(iter(mine.values()))
        labels = [_text(first.get(f"{code}_label", "")) for code in dimensions]
        cells = [_cell(mine[code]) if code in mine else _text("") for code in measures]
        yield Row((*labels, *cells), total=TOTAL in codes)


def _measure(code: str) -> str:
    return tr(MEASURES[code].label) if code in MEASURES else code


def _cell(line: Line) -> Cell:
    if line["status"] == HIDDEN:
        return Hidden()
    hours = line["measure"] in MEASURES and MEASURES[line["measure"]].unit is Unit.PERSON_HOURS
    try:
        return Shown(round(float(line["value"]) * HOUR), hours=True) if hours else Shown(int(line["value"]))
    except (ValueError, OverflowError):
        return _text(line["value"])


def _text(words: str) -> Text:
    return Text((Words(words),))


def _quote(line: Line, language: str) -> Quote:
    text, translation = (line.get(name, "").strip("\u201c\u201d") for name in ("text", "translation"))
    source = line.get("name") or line.get("theme_label") or ""
    return Quote(text, source, translation, lang=line.get("language") or language)
