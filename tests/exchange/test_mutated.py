"""Spreadsheets with bytes flipped, cut out and put in: read or refused, and never anything else."""

import json
import os
import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.spreadsheets import ods, ods_sheet, saved, xls, xlsx, zipped
from vcse_desktop.errors import VcseError
from vcse_desktop.exchange.tables.process import Reader
from vcse_desktop.exchange.tables.reading import read_book
from vcse_desktop.exchange.tables.table import header_row, maybe_missing, table_of

LONG = "VCSE_LONG" in os.environ
FILES = 10_000 if LONG else 150
ROWS: list[list[object]] = [
    ["Name", "When", "Hours", "Notes"],
    *([f"Siân {n}", date(2026, 4, n + 1), n / 2, "x, y\nz; “w”"] for n in range(20)),
    ["Total", None, 95, None],
]
TEXT = "\n".join(",".join("" if c is None else f'"{c}"' for c in row) for row in ROWS)
PACKAGE = {
    "resources": [{"path": "a.csv", "dialect": {"delimiter": ";"}, "encoding": "utf-8"}, {"data": [[1]]}]
}
SEEDS = {
    "csv": TEXT.encode(),
    "utf-16": TEXT.encode("utf-16"),
    "xlsx": xlsx({"a": ROWS, "b": [["=1/0→#DIV/0!"]]}),
    "ods": ods(ods_sheet("a", ROWS) + ods_sheet("b", [["c"]])),
    "xls": xls(ROWS),
    "package": json.dumps(PACKAGE).encode(),
    "zip": zipped({"datapackage.json": json.dumps(PACKAGE), "a.csv": TEXT}),
}


def mutated(dice: random.Random, raw: bytes) -> bytes:
    """Return the bytes with one to six changes."""
    changed = bytearray(raw)
    for _ in range(dice.choice((1, 1, 1, 2, 6))):
        at, size = dice.randrange(len(changed) + 1), dice.choice((1, 1, 2, 4, 16, 300))
        how = dice.randrange(5)
        if how == 0:
            changed[at : at + size] = dice.randbytes(len(changed[at : at + size]))
        elif how == 1:
            del changed[at : at + size]
        elif how == 2:
            changed[at:at] = dice.randbytes(size)
        elif how == 3:
            changed[at:at] = changed[dice.randrange(len(changed) + 1) :][:size]
        else:
            changed[at : at + size] = b"\xff" * len(changed[at : at + size])
    return bytes(changed)


def inside(dice: random.Random, kind: str, raw: bytes) -> bytes:
    """Change what is packed in a ZIP and pack it again, or the bytes themselves."""
    import io  # noqa: PLC0415 - with the next, for this alone
    import zipfile  # noqa: PLC0415

    if kind not in ("xlsx", "ods", "zip") or dice.random() < 0.3:
        return mutated(dice, raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = dice.choice(list(parts))
    return zipped(parts | {chosen: mutated(dice, parts[chosen])})


def test_no_mutated_file_gives_anything_but_a_book_or_a_sentence(tmp_path: Path, seed: int) -> None:
    dice = random.Random(f"mutated {seed}")  # noqa: S311 - tests, not keys
    came: Counter[str] = Counter()
    with Reader() as reader:
        for number in range(FILES):
            kind = dice.choice(list(SEEDS))
            name = "datapackage.json" if kind == "package" else f"a.{kind}"
            content = inside(dice, kind, SEEDS[kind])
            file = saved(tmp_path, content, name)
            try:
                for grid in read_book(file, reader=reader).grids:
                    maybe_missing(table_of(grid, header_row(grid)))
                came[f"{kind} read"] += 1
            except VcseError as error:
                assert error.sentence.format(**error.values)
                came[f"{kind} refused"] += 1
            except BaseException:  # noqa: BLE001 - whatever it is, which file it was is what matters
                pytest.fail(f"seed {seed}, file {number} of kind {kind}", pytrace=True)
    assert all(came[f"{kind} refused"] for kind in SEEDS)
    assert sum(came.values()) == FILES
