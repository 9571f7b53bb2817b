"""What a Frictionless Data Package says of its tables: where each lies and how it is written.

Nothing is taken from outside its folder, and nothing is ever fetched.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.archive import Archive
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Cell, Grid, blank, without_end
from vcse_desktop.exchange.tables.limits import MOST_BYTES
from vcse_desktop.exchange.tables.refusals import BAD_PACKAGE, NOT_THERE, OUTSIDE, TOO_LARGE

DESCRIPTOR = "datapackage.json"
TABULAR = frozenset({"csv", "tsv", "txt", "tab", "xlsx", "xls", "ods"})
Read = Callable[[str, bytes, Going, str, str], tuple[Grid, ...]]
"""Reads a file: its name and bytes, the encoding and the delimiter that the package says it has."""


class Source(Protocol):
    """Where the files of a package are."""

    def take(self, path: str) -> bytes:
        """Return a file; raises OSError or KeyError when it is not there."""


class Folder:
    """A package that lies in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def take(self, path: str) -> bytes:
        """Return a file; Refused when it leads out of the folder or is too large."""
        file = (self._folder / path).resolve()
        if not file.is_relative_to(self._folder):
            raise Refused(*OUTSIDE, path=path)
        if file.stat().st_size > MOST_BYTES:
            raise Refused(*TOO_LARGE, name=file.name, most=MOST_BYTES >> 20)
        return file.read_bytes()


class Packed:
    """A package in an archive, whose descriptor may lie in one folder within."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        found = [name for name in archive.names if PurePosixPath(name).name == DESCRIPTOR]
        self.descriptor = min(found, key=lambda name: name.count("/"))

    def take(self, path: str) -> bytes:
        """Return a file."""
        name = str(PurePosixPath(self.descriptor).parent / path)
        if name not in self._archive.names:
            raise KeyError(name)
        return self._archive.part(name)


def is_descriptor(name: str, raw: bytes) -> bool:
    """Say whether a file describes a data package."""
    package = _loaded(raw)
    return name == DESCRIPTOR or (isinstance(package, dict) and "resources" in package)


def is_json(raw: bytes) -> bool:
    """Say whether a file is JSON of any kind."""
    return _loaded(raw) is not None


def described(name: str, raw: bytes, source: Source, read: Read, going: Going) -> tuple[Grid, ...]:
    """Return the tables of a package; Refused when it or one of them cannot be read."""
    package = _loaded(raw)
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list) or not all(isinstance(one, dict) for one in resources):
        raise Refused(*BAD_PACKAGE, name=name)
    grids: list[Grid] = []
    for number, resource in enumerate(resources):
        grids += _grids(name, resource, source, read, going.part(number, len(resources)))
    return tuple(grids)


def _loaded(raw: bytes) -> Any:  # noqa: ANN401 - whatever somebody wrote
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return None
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _grids(name: str, resource: dict[str, Any], source: Source, read: Read, going: Going) -> Iterator[Grid]:
    title = str(resource.get("title") or resource.get("name") or "")
    if "data" in resource:
        rows = _inline(resource["data"])
        if any(not blank(cell) for row in rows for cell in row):
            yield Grid(title, rows)
        return
    paths = resource.get("path")
    paths = [paths] if isinstance(paths, str) else paths
    if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
        raise Refused(*BAD_PACKAGE, name=name)
    kind = str(resource.get("format") or PurePosixPath(paths[0]).suffix[1:]).lower()
    if kind not in TABULAR:
        return  # a picture, a page of words
    whole = b"".join(_taken(source, path) for path in paths)
    if not whole.strip():
        return
    dialect = resource.get("dialect")
    delimiter = dialect.get("delimiter", "") if isinstance(dialect, dict) else ""
    delimiter = delimiter if isinstance(delimiter, str) and len(delimiter) == 1 else ""
    found = read(PurePosixPath(paths[0]).name, whole, going, str(resource.get("encoding") or ""), delimiter)
    for grid in found:
        called = title if len(found) == 1 and title else grid.name
        yield Grid(called, grid.rows, grid.merged, grid.hidden)


def _taken(source: Source, path: str) -> bytes:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or set(path) & set("\\:\0") or path.startswith("~"):
        raise Refused(*OUTSIDE, path=path)
    try:
        return source.take(path)
    except (OSError, KeyError, ValueError):
        raise Refused(*NOT_THERE, path=path) from None


def _inline(data: object) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows that stand in the descriptor itself, as lists or with the names of their columns."""
    rows = data if isinstance(data, list) else []
    named = [row for row in rows if isinstance(row, dict)]
    if named:
        columns = tuple(dict.fromkeys(str(column) for row in named for column in row))
        rows = [columns, *([row.get(column) for column in columns] for row in named)]
    return tuple(without_end(tuple(map(_plain, row))) for row in rows if isinstance(row, list | tuple))


def _plain(value: object) -> Cell:
    if value is None or value == "":
        return None
    return value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)
