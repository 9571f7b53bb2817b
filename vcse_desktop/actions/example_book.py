"""What a record of the example organisation is before it has an id, and those written by hand."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from vcse_desktop.paths import data_dir
from vcse_desktop.records.fields import Values

FIRST, LAST = "2024-01-01", "2025-12-24"
"""The two years of the example as they are written; the last day but for what is planned."""


@dataclass(frozen=True, slots=True)
class ExampleRecord:
    """One record, or part of one. Its links and places are keys of other records, such as "person:amina"."""

    table: str
    key: str
    values: Values


@cache
def book(name: str) -> dict[str, Any]:
    """Return what one of our files in resources/examples holds."""
    file = data_dir("resources").joinpath("examples", f"{name}.json")
    made: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return made


def picture(named: str) -> bytes:
    """Return the picture in resources/examples that has this sha256."""
    folder = data_dir("resources").joinpath("examples")
    pictures = (file.read_bytes() for file in folder.iterdir() if file.name.endswith(".png"))
    return next(content for content in pictures if sha256(content).hexdigest() == named)


def written(name: str) -> Iterator[ExampleRecord]:
    """Return the records of a file that holds them whole, table by table, each with its parts after it."""
    for table, entries in book(name).items():
        for own, values in entries.items():
            yield from with_parts(table, f"{table}:{own}", values)


def with_parts(table: str, key: str, values: Mapping[str, Any]) -> Iterator[ExampleRecord]:
    """Return a record and after it the parts that stand under "parts"."""
    yield ExampleRecord(table, key, {code: value for code, value in values.items() if code != "parts"})
    for part, rows in values.get("parts", {}).items():
        for number, row in enumerate(rows, 1):
            yield ExampleRecord(part, f"{part}:{key}:{number}", {table: key, **row})
