"""Wards and districts of an open file as places to be picked by name, and the place of a postcode."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from vcse_desktop.actions.open_kept import Kept, areas, living, small_areas
from vcse_desktop.exchange.areas.area import Area
from vcse_desktop.exchange.areas.authorities import authority_names
from vcse_desktop.exchange.areas.postcodes import districts
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.postcodes import whole
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.ident import derived_id
from vcse_desktop.store.migrations import TABLES as NUMBERS
from vcse_desktop.store.vault import Unit, Vault

PLACE, OURS = "place", "own"
SMALL, WARD, DISTRICT = "lsoa", "ward", "district"
UNNAMED = N_("Local authority {code}")
FROM_LIST = N_("Office for National Statistics, by way of the package of postcodes")


def place_id(kind: str, code: str, year: int) -> int:
    """Return the id of a place that is the same on every laptop."""
    return derived_id(NUMBERS[PLACE], kind, code, year)


def keep_places(vault: Vault, unit: Unit, kept: Kept, found: Mapping[str, Area]) -> set[str]:
    """Let the wards and districts of a file be places; those of an older one that nobody uses go."""
    year = kept.wards or kept.year
    wards = {area.ward: area for area in found.values() if area.ward and area.ward_name}
    known = {area.district: area for area in found.values() if area.district and area.district_name}
    made = set()
    for code, area in known.items():
        made.add(_save(unit, kept, (DISTRICT, code, year), area.district_name))
    for row in vault.rows(PLACE, kind=DISTRICT):  # one that had no name before this file
        if row["id"] == place_id(DISTRICT, text(row, "code"), 0) and text(row, "code") in known:
            unit.save(PLACE, ident(row), {"name": known[text(row, "code")].district_name})
    for code, area in wards.items():
        within = place_id(DISTRICT, area.district, year) if area.district in known else None
        made.add(_save(unit, kept, (WARD, code, year), area.ward_name, within))
    drop_places(vault, unit, made)
    return {PLACE}


def drop_places(vault: Vault, unit: Unit, but: Iterable[int] = ()) -> set[str]:
    """Take out the places that came from files and that nothing names."""
    rows = vault.rows(PLACE)
    used = _used(vault) | {*but}
    for _ in (SMALL, WARD):  # a small area lies in a ward, and that in a district
        used |= {number(row, "parent") or 0 for row in rows if ident(row) in used}
    coded = {text(row, "code") for row in vault.rows("tally", vocab="own:place")}
    for row in rows:
        if text(row, "kind") != OURS and ident(row) not in used and text(row, "code") not in coded:
            unit.remove(PLACE, ident(row))
    return {PLACE}


def place_of_postcode(vault: Vault, unit: Unit, postcode: str) -> int | None:
    """Return the place that a postcode lies in, None where nobody knows."""
    return places_of_postcodes(vault, unit, [postcode]).get(postcode)


def places_of_postcodes(vault: Vault, unit: Unit, postcodes: Collection[str]) -> dict[str, int]:
    """Return the place of each postcode that anybody knows, by the words it came in: its small area where
    files of the group have it, else its local authority. The postcode itself is kept nowhere."""
    codes = {words: code for words in postcodes if (code := whole(words))}
    kept, known = areas(vault)
    small = small_areas(vault, codes.values())
    made: dict[str, int] = {}
    for words, code in codes.items():
        area = known.get(small.get(code, ""))
        if kept is not None and area is not None:
            year = kept.wards or kept.year
            ward = place_id(WARD, area.ward, year) if area.ward_name else None
            made[words] = _save(unit, kept, (SMALL, small[code], kept.year), area.name or small[code], ward)
    rest = districts([code for words, code in codes.items() if words not in made])
    return made | {words: _district(vault, unit, rest[code]) for words, code in codes.items() if code in rest}


def _district(vault: Vault, unit: Unit, code: str) -> int:
    """Return the place of a local authority: one that is known by name, else a new one by its code."""
    there = [row for row in vault.rows(PLACE, kind=DISTRICT) if text(row, "code") == code]
    if there:
        return ident(max(there, key=lambda row: (number(row, "year") or 0, ident(row))))
    named = (table.names[code] for table in living(vault) if code in table.names)
    name = next(named, "") or authority_names().get(code) or tr(UNNAMED, code=code)
    said = {"code": code, "name": name, "kind": DISTRICT, "source": tr(FROM_LIST)}
    return unit.save(PLACE, place_id(DISTRICT, code, 0), said)


def _save(unit: Unit, kept: Kept, which: tuple[str, str, int], name: str, within: int | None = None) -> int:
    kind, code, year = which
    values = {"code": code, "name": name, "kind": kind, "parent": within, "source": kept.source, "year": year}
    return unit.save(PLACE, place_id(kind, code, year), values)


def _used(vault: Vault) -> set[int]:
    """Return the places that living records name."""
    fields = [
        (kind.code, field.code)
        for kind in TABLES.values()
        for field in kind.fields
        if field.kind is Kind.PLACE and kind.code != PLACE
    ]
    rows = (
        (number(row, code) or 0 for row in vault.pick(kind, Between(code), fields=(code,)))
        for kind, code in fields
    )
    return {*chain.from_iterable(rows)}
