"""The folder described as a Frictionless Data Package: columns, types, rules, and what points where."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vcse_desktop import __version__
from vcse_desktop.exchange.harmless import SIGN
from vcse_desktop.exchange.leaving.files import DESCRIPTOR, FORMAT, Pairs, target
from vcse_desktop.exchange.leaving.tables import GONE, ID, Records, Table
from vcse_desktop.exchange.schema import TYPES
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Kind, Lists

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CODE = "^[0-9A-HJKMNP-TV-Z]{13}$"
"""What an id looks like outside the vault: a spreadsheet would round so large a number."""
OURS = "vcse"
"""Where the descriptor says what is true of our own folders alone."""
CHUNK = 1 << 20
IDS = (Kind.LINK, Kind.PLACE)
HOLDS = N_("Personal data of people, and sensitive data about some. It is not encrypted: keep it safe.")
MARKED = N_(
    "A text that a spreadsheet could take for a formula begins with an apostrophe ('), and so does a text "
    "that begins with one anyhow: take one away from the beginning of a text to have it as it was typed."
)
CODED = N_("The code of the record: the same in every file.")
LEFT = N_("“true” where a record was removed or erased: nothing is left but its code, as others point to it.")
MEDIA = {
    "csv": "text/csv",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
}
Resource = dict[str, Any]


def described(folder: Path, title: str, resources: Sequence[Resource], facts: Mapping[str, object]) -> None:
    """Write the descriptor over files that are whole: each gets its size and digest. ``facts`` are ours."""
    made = {
        "$schema": PROFILE,
        "name": "everything-personal-data",
        "title": title,
        "description": f"{tr(HOLDS)} {tr(MARKED)}",
        "resources": [one | sealed(folder / one["path"]) for one in resources],
        OURS: {"format": FORMAT, "program": __version__, "apostrophe": SIGN, **facts},
    }
    (folder / DESCRIPTOR).write_text(json.dumps(made, ensure_ascii=False, indent=1), "utf-8")


def sealed(file: Path) -> dict[str, object]:
    """Return the size and the digest of a file."""
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while piece := stream.read(CHUNK):
            digest.update(piece)
            size += len(piece)
    return {"bytes": size, "hash": f"sha256:{digest.hexdigest()}"}


def plain(path: str, title: str) -> Resource:
    """Return what is said of a file that is no table."""
    name = "".join(one if one.isalnum() and one.isascii() else "-" for one in path).lower()
    ending = path.rpartition(".")[2]
    made: Resource = {"name": name, "type": "file", "path": path, "title": title, "format": ending}
    return made | ({"mediatype": MEDIA[ending]} if ending in MEDIA else {})


def table(
    made: Table, title: str, fields: Sequence[Mapping[str, object]], keys: Sequence[object]
) -> Resource:
    """Return what is said of any table; ``keys`` are its foreign keys."""
    schema: dict[str, object] = {"fields": list(fields), "missingValues": [""]}
    if keys:
        schema["foreignKeys"] = list(keys)
    dialect = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}
    said = {"type": "table", "encoding": "utf-8", "dialect": dialect, "schema": schema, "rows": made.rows}
    return plain(made.path, title) | said


def records(made: Records, name: str, title: str, lists: Lists) -> Resource:
    """Return what is said of the table of a kind of record."""
    fields: list[Mapping[str, object]] = [
        _ident(),
        *(_field(field, made, lists) for field in made.fields),
        {"name": GONE, "type": "boolean", "description": tr(LEFT)},
    ]
    keys = [_key(field.code, to, name) for field in made.fields if (to := target(field))]
    said = table(made, title, fields, keys)
    said["schema"]["primaryKey"] = [ID]
    return said | {"name": resource_name(name)}


def links(made: Table, pairs: Pairs, title: str) -> Resource:
    """Return what is said of the links of one field."""
    code = {"type": "string", "constraints": {"required": True, "pattern": CODE}}
    fields = [{"name": column, **code} for column in (pairs.mine, pairs.theirs)]
    keys = [_key(pairs.mine, pairs.owner), _key(pairs.theirs, pairs.field.to)]
    return table(made, title, fields, keys) | {"name": resource_name(pairs.table)}


def resource_name(name: str) -> str:
    """Return the name of a table as descriptors allow it."""
    return name.replace("_", "-")


def _ident() -> dict[str, object]:
    rules = {"required": True, "unique": True, "pattern": CODE}
    return {"name": ID, "type": "string", "description": tr(CODED), "constraints": rules}


def _field(field: Field, made: Records, lists: Lists) -> dict[str, object]:
    kind = "string" if field.kind in IDS else TYPES[field.kind]
    said: dict[str, object] = {"name": field.code, "type": kind}
    said |= {key: tr(words) for key, words in (("title", field.label), ("description", field.help)) if words}
    if field.vocab:
        said["list"] = field.vocab
    rules = dict(_rules(field, made, lists))
    return said | ({"constraints": rules} if rules else {})


def _rules(field: Field, made: Records, lists: Lists) -> Iterator[tuple[str, object]]:
    if field.required and field.code not in made.blank:
        yield "required", True
    if field.kind in IDS:
        yield "pattern", CODE
    if field.kind is Kind.CHOICE and field.vocab:
        codes = dict.fromkeys(item.code for item in lists.get(field.vocab, ()))
        yield "enum", [*codes, *sorted(made.codes[field.code] - codes.keys())]


def _key(column: str, to: str, of: str = "") -> dict[str, object]:
    """Return a foreign key; the table itself is named by nothing."""
    resource = "" if to == of else resource_name(to)
    return {"fields": [column], "reference": {"resource": resource, "fields": [ID]}}
