"""The description of the payload as a Frictionless Data Package, version 2."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from vcse_desktop.disclosure.plan import ProtectedTable
from vcse_desktop.figures.table import TableKind
from vcse_desktop.packs.canonical import clean, dump
from vcse_desktop.packs.tables import LEAD, QUOTES, TAIL, columns

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_MEDIA = {"pdf": "application/pdf", "html": "text/html", "txt": "text/plain", "csv": "text/csv"}
_TYPES = {"period_from": "date", "period_to": "date", "value": "number", "quote": "integer"}
_STATUS = ["shown", "rounded", "hidden"]


def datapackage(
    pack: str, title: str, payload: Mapping[str, bytes], tables: Mapping[str, Sequence[ProtectedTable]]
) -> bytes:
    """Return ``datapackage.json`` over these files; ``tables`` are those of one kind by their file."""
    resources = [_resource(path, payload[path], tables.get(path, ())) for path in sorted(payload)]
    said = {
        "$schema": _PROFILE,
        "id": pack,
        "name": "summary-pack",
        "resources": resources,
        "title": clean(title),
    }
    return dump(said)


def with_files(package: bytes, payload: Mapping[str, bytes]) -> bytes:
    """Return a description with the size and hash of these files, by their names in a pack."""
    said = json.loads(package)
    for one in said["resources"]:
        if data := payload.get(f"data/{one['path']}"):
            one.update(_measured(data))
    return dump(said)


def _measured(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _resource(path: str, data: bytes, tables: Sequence[ProtectedTable]) -> dict[str, Any]:
    inside, ending = path.removeprefix("data/"), path.rpartition(".")[2]
    name = inside.rpartition("/")[2].replace(".", "-").replace("_", "-")
    said = {
        "name": name,
        "path": inside,
        **_measured(data),
        "format": ending,
        "mediatype": _MEDIA[ending],
    }
    if ending != "csv":
        return said
    kind = tables[0].kind if tables else None
    headings = columns(kind) if kind else QUOTES
    joined = _joined(tables)
    return said | {
        "type": "table",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(heading, kind) for heading in headings],
            "missingValues": [""],
            "primaryKey": _key(kind),
        },
        **({"joined": joined} if joined else {}),
    }


def _joined(tables: Sequence[ProtectedTable]) -> list[dict[str, Any]]:
    """Return, of tables in less detail, each code that stands for several others in a column, and those."""
    found = {
        (dimension.code, band.code): {"field": dimension.code, "code": band.code, "of": list(band.holds)}
        for table in tables
        if table.bands
        for dimension, bands in zip(table.kind.dimensions, table.bands, strict=True)
        for band in bands
    }
    return [found[where] for where in sorted(found)]


def _key(kind: TableKind | None) -> Sequence[str]:
    if not kind:
        return ["pack", "quote"]
    return [*LEAD, *(dimension.code for dimension in kind.dimensions), TAIL[0]]


def _field(heading: str, kind: TableKind | None) -> dict[str, Any]:
    said: dict[str, Any] = {"name": heading, "type": _TYPES.get(heading, "string")}
    if heading == "status":
        said["constraints"] = {"enum": _STATUS, "required": True}
    elif kind and heading == "measure":
        said["constraints"] = {"enum": [measure.code for measure in kind.measures], "required": True}
    return said
