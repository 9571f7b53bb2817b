"""A folder with everything as it is read back: whole, in our format, and of one piece, or refused."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.exchange.leaving import cells, fault
from vcse_desktop.exchange.leaving.descriptor import sealed
from vcse_desktop.exchange.leaving.files import (
    KEPT,
    Pairs,
    attachment_at,
    columns_of,
    pairs_of,
    path_of,
    path_of_pairs,
    target,
)
from vcse_desktop.exchange.leaving.tables import ENCODING, GONE, ID
from vcse_desktop.records.fields import RecordKind
from vcse_desktop.store.gauge import Gauge

Row = tuple[int, Mapping[str, object] | None]
"""An id with the values of a record; None where nothing is left of it but its id."""


@dataclass(slots=True)
class Everything:
    """What such a folder holds. ``rows`` is how many records it has, by its own account."""

    folder: Path
    paths: Mapping[str, Mapping[str, Any]]
    rows: int
    ids: dict[str, set[int]] = field(default_factory=dict)
    """The ids of each table, once it was checked."""

    def kinds(self) -> Iterator[RecordKind]:
        """Yield the kinds of records, and what else comes back, that have a file here."""
        for kind in KEPT.values():
            if path_of(kind.code) in self.paths:
                yield kind

    def records(self, kind: RecordKind) -> Iterator[Row]:
        """Yield the records of a kind, without the links that have files of their own."""
        path = path_of(kind.code)
        fields = {one.code: one for one in columns_of(kind)}
        with _lines(self.folder, path) as lines:
            headings = next(lines, [])
            if set(headings) - {ID, GONE, *fields}:
                raise Refused(*fault.NEWER)
            for number, line in enumerate(lines, 2):
                try:
                    said = dict(zip(headings, line, strict=True))
                    record = cells.ident(said[ID])
                    values = {code: cells.value(one.kind, said.get(code, "")) for code, one in fields.items()}
                except (ValueError, KeyError):
                    raise Refused(*fault.NO_SENSE, file=path, row=number) from None
                yield record, None if said.get(GONE) == cells.WORDS[True] else values

    def linked(self, pairs: Pairs) -> dict[int, list[int]]:
        """Return the ids that each record names in a field that has a file of its own."""
        found: dict[int, list[int]] = {}
        path = path_of_pairs(pairs.table)
        if path not in self.paths:
            return found
        with _lines(self.folder, path) as lines:
            headings = next(lines, [])
            for number, line in enumerate(lines, 2):
                try:
                    said = dict(zip(headings, map(cells.ident, line), strict=True))
                    mine, theirs = said[pairs.mine], said[pairs.theirs]
                except (ValueError, KeyError):
                    raise Refused(*fault.NO_SENSE, file=path, row=number) from None
                if not (self._has(pairs.owner, mine) and self._has(pairs.field.to, theirs)):
                    raise Refused(*fault.NO_SENSE, file=path, row=number)
                found.setdefault(mine, []).append(theirs)
        return found

    def attachments(self) -> Iterator[tuple[int, Path]]:
        """Yield the file of each attachment that has one, with the id of its record."""
        for path in self.paths:
            record = attachment_at(path)
            if record is not None and self._has("attachment", record):
                yield record, self.folder / path

    def check(self, gauge: Gauge) -> None:
        """Refuse unless every file is as it was written, and what they say fits together."""
        for path, said in self.paths.items():
            _check_file(self.folder, path, said)
            gauge.go_on()
        every = set[int]()
        for kind in self.kinds():
            self.ids[kind.code] = own = set[int]()
            for number, (record, _) in enumerate(self.records(kind), 2):
                if record in every:
                    raise Refused(*fault.NO_SENSE, file=path_of(kind.code), row=number)
                every.add(record)
                own.add(record)
                gauge.go_on(1)
        for kind in self.kinds():
            self._check_links(kind, gauge)
            for pairs in pairs_of(kind):
                self.linked(pairs)

    def _check_links(self, kind: RecordKind, gauge: Gauge) -> None:
        leading = {one.code: to for one in columns_of(kind) if (to := target(one))}
        for number, (_, values) in enumerate(self.records(kind), 2):
            for code, to in leading.items() if values else ():
                aimed = values[code] if values else None
                if aimed is not None and not self._has(to, int(str(aimed))):
                    raise Refused(*fault.NO_SENSE, file=path_of(kind.code), row=number)
            gauge.go_on(1)

    def _has(self, table: str, record: int) -> bool:
        return record in self.ids.get(table, ())


def _check_file(folder: Path, path: str, said: Mapping[str, Any]) -> None:
    try:
        found = sealed(folder / path)
    except OSError:
        raise WorldError(*fault.MISSING, file=path) from None
    if any(said.get(key) != value for key, value in found.items()):
        raise Refused(*fault.CHANGED, file=path)


@contextmanager
def _lines(folder: Path, path: str) -> Iterator[Iterator[list[str]]]:
    """Give the lines of a table, its headings first."""
    try:
        with (folder / path).open(encoding=ENCODING, newline="") as stream:
            yield csv.reader(stream, strict=True)
    except OSError:
        raise WorldError(*fault.MISSING, file=path) from None
    except (UnicodeDecodeError, csv.Error):
        raise Refused(*fault.CHANGED, file=path) from None
