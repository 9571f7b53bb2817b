"""Where a register is kept: the tables ``signer`` and ``document`` of a vault."""

import json
from collections.abc import Iterator
from typing import Any

from vcse_desktop.packs.register import Held, Known, Line, Register
from vcse_desktop.store.ident import derived_id
from vcse_desktop.store.migrations import TABLES
from vcse_desktop.store.repository import Row
from vcse_desktop.store.vault import Vault

_COLUMNS = ("sequence", "digest", "state", "seen_on", "kind")
_FACTS = (
    "by",
    "reason",
    "changed_on",
    "under",
    "verdict",
    "title",
)  # the column "verdict" holds these, as JSON


def load(vault: Vault) -> Register:
    """Return what this vault remembers."""
    signers = {one.first: one for one in map(_known, vault.rows("signer"))}
    documents: dict[Line, tuple[Held, ...]] = {}
    for row in vault.rows("document"):
        line = (str(row["signer"]), str(row["series"]))
        facts: dict[str, Any] = json.loads(str(row["verdict"]))
        facts |= {name: row[name] for name in _COLUMNS}
        documents[line] = (*documents.get(line, ()), Held(**facts))
    return Register(signers, documents)


def save(vault: Vault, before: Register, after: Register) -> None:
    """Write what is new, in one unit of work. Laptops that saw the same thing write the same row."""
    old = list(_rows(before))
    new = [row for row in _rows(after) if row not in old]
    if new:
        with vault.unit("add") as unit:
            for table, key, values in new:
                unit.save(table, derived_id(TABLES[table], *key), values)


def _known(row: Row) -> Known:
    first, name, number, compared = (str(row[key]) for key in ("first", "name", "number", "compared_on"))
    said = json.loads(str(row["statements"]))
    if isinstance(said, list):  # kept by a program that kept no more
        return Known(first, name, number, tuple(said), compared)
    retired = tuple(said.get("retired", ()))
    return Known(first, name, number, tuple(said["seen"]), compared, said["key"], said["by"], retired)


def _rows(register: Register) -> Iterator[tuple[str, tuple[object, ...], Row]]:
    """Yield each row: its table, what makes it the same row everywhere, and its values."""
    for one in register.signers.values():
        values: Row = {
            "first": one.first,
            "name": one.name,
            "number": one.number,
            "statements": json.dumps(
                {"seen": one.statements, "key": one.key, "by": one.by, "retired": one.retired}
            ),
            "compared_on": one.compared_on,
        }
        yield "signer", (one.first,), values
    for (first, series), rows in register.documents.items():
        for held in rows:
            facts = json.dumps({name: getattr(held, name) for name in _FACTS})
            values = {"signer": first, "series": series, "verdict": facts}
            values |= {name: getattr(held, name) for name in _COLUMNS}
            yield "document", (first, series, held.sequence, held.digest), values
