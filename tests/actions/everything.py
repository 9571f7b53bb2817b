"""Vaults with records of every kind, drawn from the declarations, and all that must come back of one."""

import json
from collections.abc import Mapping

from hypothesis import strategies as st

from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.exchange.leaving.files import OWN, target
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Kind, RecordKind
from vcse_desktop.records.vocabularies import lists

HOSTILE = [
    "=1+1",
    "+44",
    "-",
    "@x",
    "'=1",
    "''",
    "'",
    "\uff1d1",
    ' "a", b ',
    "a\nb",
    "[1]",
    "true",
    "null",
    "0",
    "é٣",
]
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
TEXTS = st.sampled_from(HOSTILE) | st.text(LETTERS, min_size=1, max_size=12)
PICTURES = [b"\x89PNG one", b"\xff\xd8 two", b"something else"]


def values(field: Field, ids: Mapping[str, list[int]]) -> st.SearchStrategy[object]:
    """Return what a field can hold, links to the records that there are."""
    if (to := target(field)) or field.kind in (Kind.LINK, Kind.LINKS, Kind.PLACE):
        known = st.sampled_from(ids[to]) if ids.get(to) else st.none()
        several = st.lists(known, max_size=3, unique=True).map(
            lambda found: sorted(filter(None, found)) or None
        )
        return several if field.kind is Kind.LINKS else known
    codes = [item.code for item in lists().get(field.vocab, ())] or ["x_0a1b"]
    return {
        Kind.DATE: st.dates().map(str),
        Kind.NUMBER: st.integers(-5, 10**9),
        Kind.COUNT: st.integers(0, 10**6) if field.code != "hidden" else st.integers(0, 1),
        Kind.HOURS: st.integers(0, 10**6),
        Kind.CHOICE: st.sampled_from([*codes, "brought_by_a_newer_program"]),
        Kind.CHOICES: st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True).map(sorted),
        Kind.YES_NO_UNKNOWN: st.booleans(),
    }.get(field.kind, TEXTS)


def fill(vault: Vault, data: st.DataObject, most: int = 2) -> dict[str, list[int]]:
    """Put records of every kind into a vault, and return their ids; some are removed afterwards."""
    kinds = [kind for kind in (*TABLES.values(), *OWN.values()) if kind.code not in ("setting", "attachment")]
    ids: dict[str, list[int]] = {}
    with vault.unit("add") as unit:
        for kind in kinds:
            ids[kind.code] = [unit.save(kind.code, None, {}) for _ in range(data.draw(st.integers(0, most)))]
        for kind in kinds:
            for record in ids[kind.code]:
                unit.save(kind.code, record, _drawn(kind, data, ids))
        content = data.draw(st.sampled_from(PICTURES))
        unit.attach(
            {"caption": data.draw(TEXTS), "people_shown": data.draw(st.none() | st.booleans())}, content
        )
        unit.set("filter.one", {"name": data.draw(TEXTS)})
        unit.set("backup_days", 30)
    every = [(kind, one) for kind, found in ids.items() for one in found]
    with vault.unit("remove") as unit:
        for kind_code, one in data.draw(st.lists(st.sampled_from(every), max_size=3)) if every else ():
            unit.remove(kind_code, one)
    return ids


def _drawn(kind: RecordKind, data: st.DataObject, ids: Mapping[str, list[int]]) -> dict[str, object]:
    """Draw the values of one record: about half of its fields are filled."""
    filled = data.draw(st.lists(st.sampled_from(kind.fields), unique=True))
    made = {field.code: data.draw(values(field, ids)) for field in filled}
    return made | ({"is_us": None} if kind.code == "organisation" else {})


def held(vault: Vault) -> dict[str, object]:
    """Return all rows, links, pictures and settings of a vault, in the order of their ids."""
    tables = {kind: vault.rows(kind) for kind in (*TABLES, *OWN) if kind not in ("setting", "organisation")}
    others = [row for row in vault.rows("organisation") if not row["is_us"]]
    pictures = {row["id"]: vault.picture(int(str(row["id"]))) for row in tables["attachment"]}
    said = {row["name"]: json.loads(str(row["value"])) for row in vault.rows("setting")}
    return {**tables, "organisation": others, "pictures": pictures, "settings": said}
