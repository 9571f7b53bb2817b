"""Protected tables as CSV: one number a row, each row saying whose it is and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from vcse_desktop.disclosure.plan import Plan, ProtectedTable
from vcse_desktop.disclosure.quoted import printed_tables
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import Measure, TableKind, Unit
from vcse_desktop.i18n import N_
from vcse_desktop.packs.canonical import clean
from vcse_desktop.packs.cells import is_formula

LEAD = ("issuer", "pack", "period_from", "period_to")
TAIL = ("measure", "value", "status")
QUOTES = ("pack", "quote", "text", "language", "translation", "theme", "theme_label", "speaker_role", "name")
COMPOSITE = "composite"
_QUARTER = 15
_PARTS = ("", ".25", ".5", ".75")


def columns(kind: TableKind) -> tuple[str, ...]:
    """Return the headings of a table's file."""
    broken_down = (name for dim in kind.dimensions for name in (dim.code, f"{dim.code}_label"))
    return (*LEAD, *broken_down, *TAIL)


def by_file(plan: Plan) -> dict[str, list[ProtectedTable]]:
    """Return the tables of a plan by the payload file that they belong in; several periods share one."""
    found: dict[str, list[ProtectedTable]] = {}
    for table in printed_tables(plan):
        name = f"data/tables/{table.kind.id}.v{table.kind.version}.csv"
        found.setdefault(name, []).append(table)
    return found


def table_csv(tables: Sequence[ProtectedTable], issuer: str, pack: str) -> bytes:
    """Return the file of these tables of one kind. Refused names a label that a spreadsheet would run.

    ``issuer`` is the organisation's number, or its key id if it has none.
    """
    written = cache(_written)  # most cells stand in many rows
    rows = (row for table in tables for row in _rows(table, issuer, pack, written))
    return _file(",".join(columns(tables[0].kind)), rows)


def quotes_csv(quotes: Sequence[Quote], pack: str, themes: Mapping[str, str]) -> bytes:
    """Return the file of quotes that may leave; ``themes`` are the group's words by code.

    Words on several lines become one line. What was made from several people's stories was said by nobody,
    so its ``speaker_role`` is "composite", the code of the list of how an insight was noted.
    """
    rows = (
        (
            pack,
            str(number),
            _quoted(quote.text),
            quote.language,
            _quoted(quote.translation),
            quote.theme,
            themes.get(quote.theme, ""),
            COMPOSITE if quote.composite else quote.role,
            quote.name,
        )
        for number, quote in enumerate(quotes, 1)
    )
    return _file(",".join(QUOTES), (",".join(map(_written, row)) for row in rows))


def number(value: int | None, measure: Measure) -> str:
    """Return a number as it stands in the file, "" when it is hidden; minutes become hours to the quarter."""
    if value is None:
        return ""
    if measure.unit is not Unit.PERSON_HOURS:
        return str(value)
    hours, quarters = divmod((2 * value + _QUARTER) // (2 * _QUARTER), len(_PARTS))
    return f"{hours}{_PARTS[quarters]}"


def _rows(table: ProtectedTable, issuer: str, pack: str, written: Callable[[str], str]) -> Iterator[str]:
    period = (table.period.start.isoformat(), table.period.end.isoformat())
    lead = ",".join(map(written, (issuer, pack, *period)))
    shown = cache(partial(_shown, table.kind.measures))  # many cells hold the same
    places = range(len(table.kind.measures))
    for row in table.rows:
        where = lead
        for code, label in zip(row.codes, row.labels, strict=True):
            where = f"{where},{written(code)},{written(label)}"
        for place, cell in zip(places, row.cells, strict=True):
            # of thousands of cells .value would be looked up in a roundabout way
            yield f"{where},{shown(place, cell.value, cell.status._value_)}"


def _shown(measures: Sequence[Measure], place: int, value: int | None, status: str) -> str:
    measure = measures[place]
    return f"{measure.code},{number(value, measure)},{status}"


def _quoted(text: str) -> str:
    return f"\u201c{' '.join(clean(text).split())}\u201d" if text else ""


def _file(headings: str, rows: Iterable[str]) -> bytes:
    return "".join(f"{row}\r\n" for row in (headings, *rows)).encode("utf-8")


def _written(cell: str) -> str:
    """Return a cell as it stands in the file, without marks that turn text round.

    Refused when a spreadsheet would run it or tear it apart.
    """
    kept = clean(cell)
    if is_formula(kept) or "\n" in kept:
        raise Refused(
            N_("A label would not stay what it is"),
            N_(
                "“{label}” begins with a sign that makes spreadsheets calculate, or goes over several lines. "
                "Change this label, then make the pack again. Nothing was made."
            ),
            label=cell,
        )
    doubled = kept.replace('"', '""')
    return f'"{doubled}"' if doubled != kept or "," in kept else kept
