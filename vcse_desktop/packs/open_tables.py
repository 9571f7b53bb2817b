"""The open tables of a pack that was checked, read as anybody can read them."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vcse_desktop.disclosure.plan import Status
from vcse_desktop.figures.table import TableKind, Unit
from vcse_desktop.packs.tables import LEAD, TAIL, columns

MOST_ROWS = 100_000
"""So many rows of one pack at most: packs come from strangers."""
_FILE = re.compile(r"([a-z0-9_]+)\.v([1-9][0-9]*)\.csv")
_NUMBER = re.compile(r"[0-9]{1,7}")
_HOURS = re.compile(r"([0-9]{1,7})(?:\.(25|5|75))?")
_QUARTERS = {None: 0, "25": 15, "5": 30, "75": 45}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")
Cells = dict[tuple[tuple[str, ...], str], tuple[Status, int | None]]
"""Status and value (hours in minutes) by the codes of the row and the code of the measure."""


Bands = dict[tuple[str, str], tuple[str, ...]]


@dataclass(slots=True)
class OpenTables:
    """What was read: cells by table and period. ``unknown`` are tables that are not among the kinds.

    ``odd`` counts by table the rows that are not as the format has them, or say two things. ``bands`` has by
    table the codes of a dimension that stand for several others, and those.
    """

    cells: dict[tuple[str, str, str], Cells] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    odd: dict[str, int] = field(default_factory=dict)
    too_long: list[str] = field(default_factory=list)
    bands: dict[str, Bands] = field(default_factory=dict)


def read_tables(folder: Path, pack: str, kinds: Mapping[str, TableKind]) -> OpenTables:
    """Return the tables below ``folder``, which is the ``data`` of the pack with this id."""
    made, left, joined = OpenTables(), MOST_ROWS, _joined(folder)
    for file in sorted((folder / "tables").glob("*.csv")):
        named = _FILE.fullmatch(file.name)
        kind = kinds.get(named[1]) if named else None
        if not named or not kind or named[2] != str(kind.version):
            made.unknown.append(file.name)
            continue
        made.bands[kind.id] = joined.get(file.name, {})
        for row in _rows(file, columns(kind)):
            left -= 1
            if left < 0:
                made.too_long.append(kind.id)
                break
            if row is None or not _taken(row, pack, kind, made.cells):
                made.odd[kind.id] = made.odd.get(kind.id, 0) + 1
    return made


def _joined(folder: Path) -> dict[str, Bands]:
    """Return by file what the description of the tables says is joined; nothing when it is not sound."""
    found: dict[str, Bands] = {}
    try:
        for one in json.loads((folder / "datapackage.json").read_bytes())["resources"]:
            bands = {(band["field"], band["code"]): tuple(band["of"]) for band in one.get("joined", ())}
            if all(_CODE.fullmatch(code) for where, of in bands.items() for code in (*where, *of)):
                found[Path(one["path"]).name] = bands
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return found


def _rows(file: Path, headings: tuple[str, ...]) -> Iterator[dict[str, str] | None]:
    """Yield each row by heading, None for one that is not as it should be; the file was decoded before."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, strict=True)
        try:
            if tuple(next(rows, [])) != headings:
                yield None
                return
            for row in rows:
                yield dict(zip(headings, row, strict=True)) if len(row) == len(headings) else None
        except csv.Error:  # the rest cannot be told apart any more
            yield None


def _taken(
    row: Mapping[str, str], pack: str, kind: TableKind, cells: dict[tuple[str, str, str], Cells]
) -> bool:
    """Take in a row; say False when it is not as the format has it, or says another thing than before."""
    start, end = row[LEAD[2]], row[LEAD[3]]
    codes = tuple(row[dimension.code] for dimension in kind.dimensions)
    unit = next((measure.unit for measure in kind.measures if measure.code == row[TAIL[0]]), None)
    said = _said(row[TAIL[1]], row[TAIL[2]], unit) if unit else None
    if row[LEAD[1]] != pack or not said or not _are_days(start, end) or not all(map(_CODE.fullmatch, codes)):
        return False
    return cells.setdefault((kind.id, start, end), {}).setdefault((codes, row[TAIL[0]]), said) == said


def _said(value: str, status: str, unit: Unit) -> tuple[Status, int | None] | None:
    if status == Status.HIDDEN.value:
        return None if value else (Status.HIDDEN, None)
    if status not in (Status.SHOWN.value, Status.ROUNDED.value):
        return None
    if unit is not Unit.PERSON_HOURS:
        return (Status(status), int(value)) if _NUMBER.fullmatch(value) else None
    found = _HOURS.fullmatch(value)
    return (Status(status), int(found[1]) * 60 + _QUARTERS[found[2]]) if found else None


def _are_days(start: str, end: str) -> bool:
    try:
        return bool(
            _DAY.fullmatch(start)
            and _DAY.fullmatch(end)
            and date.fromisoformat(start) <= date.fromisoformat(end)
        )
    except ValueError:
        return False
