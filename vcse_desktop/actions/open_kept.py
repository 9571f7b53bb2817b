"""Open figures that a group added itself, as they lie in the vault: by kind, each with its year and source.

They are settings, so they travel with backups and to other laptops, and undo takes an addition back. What
stands in them is packed into one long word: whoever looks for a person's name in settings finds none in it.
"""

import json
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.grouping import kept_settings
from vcse_desktop.exchange.areas.area import Area
from vcse_desktop.figures.view import Areas as Deprivation
from vcse_desktop.store.vault import Vault

BEGINS = "open."
AREAS, POSTCODES, CENSUS = f"{BEGINS}areas", f"{BEGINS}postcodes", f"{BEGINS}census."
AREA = "open_area"
"""The setting with the code of the area that figures of the Census are shown of, in reports too."""
_PACKED = "0x"
MOST_BYTES = 32 << 20
"""Of what is unpacked again: some hundred times what the largest district needs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that was added. ``setting`` is where it lies; ``vocab`` and ``level`` are of Census figures,
    ``index`` is the year of the deciles, 0 for none; ``many`` is how many areas or postcodes it has."""

    setting: str
    year: int
    source: str
    added: str
    many: int
    index: int = 0
    wards: int = 0
    vocab: str = ""
    level: str = ""

    @property
    def on(self) -> date:
        """The day on which it was added."""
        return date.fromisoformat(self.added)


@dataclass(frozen=True, slots=True)
class Living:
    """How many people gave each answer, by area: ``names`` and ``counts`` are by the code of an area.

    ``about`` says in the publisher's words who was asked what.
    """

    kept: Kept
    names: Mapping[str, str]
    counts: Mapping[str, Mapping[str, int]]
    about: str


def packed(body: object) -> str:
    """Return figures as one long word."""
    return _PACKED + zlib.compress(json.dumps(body, separators=(",", ":")).encode(), 9).hex()


def written(kept: Kept, body: object) -> dict[str, object]:
    """Return what a setting holds of these figures."""
    said = {code: getattr(kept, code) for code in Kept.__slots__ if code != "setting"}
    return {**said, "body": packed(body)}


def all_kept(vault: Vault) -> list[Kept]:
    """Return what was added, by kind; what cannot be read is left out."""
    found = kept_settings(vault, BEGINS)
    return [kept for name in sorted(found) if (kept := _kept(name, found[name])) is not None]


def areas(vault: Vault) -> tuple[Kept | None, dict[str, Area]]:
    """Return the small areas by code, and what is known of the file; None and nothing where there is none."""
    kept, body = _read(vault, AREAS)
    if kept is None or not isinstance(body, dict):
        return None, {}
    return kept, {code: Area(*row) for code, row in body.items() if len(row) == len(Area.__slots__)}


def areas_year(vault: Vault) -> int:
    """Return of which year the small areas are that were added; 0 for none."""
    kept = _kept(AREAS, vault.setting(AREAS))
    return kept.year if kept else 0


def deprivation(vault: Vault) -> Deprivation | None:
    """Return how deprived small areas are, None where no file says so."""
    kept, found = areas(vault)
    if kept is None or not kept.index:
        return None
    deciles = {code: area.decile for code, area in found.items() if area.decile is not None}
    return Deprivation(f"IMD {kept.index}", str(kept.year), deciles)


def small_areas(vault: Vault, postcodes: Collection[str]) -> dict[str, str]:
    """Return the code of the small area of each of these postcodes that the group's file has."""
    kept, body = _read(vault, POSTCODES)
    if kept is None or not isinstance(body, dict) or (kept.year and kept.year != areas_year(vault)):
        return {}  # the areas of one year are not those of another
    wanted = {"".join(one.split()).upper(): one for one in postcodes}
    found: dict[str, str] = {}
    for code, mine in body.items():
        found |= {wanted[one]: code for one in wanted.keys() & {*str(mine).split()}}
    return found


def living(vault: Vault) -> list[Living]:
    """Return the figures of the Census that were added, newest year first."""
    found = []
    for kept in all_kept(vault):
        body = _read(vault, kept.setting)[1] if kept.setting.startswith(CENSUS) else None
        if isinstance(body, dict) and all(isinstance(body.get(part), dict) for part in ("names", "counts")):
            found.append(Living(kept, body["names"], body["counts"], str(body.get("about") or "")))
    return sorted(found, key=lambda one: (-one.kept.year, one.kept.setting))


def _read(vault: Vault, setting: str) -> tuple[Kept | None, object]:
    value = vault.setting(setting)
    kept = _kept(setting, value)
    if kept is None or not isinstance(value, Mapping):
        return None, None
    try:
        unpack = zlib.decompressobj()
        raw = unpack.decompress(bytes.fromhex(str(value["body"]).removeprefix(_PACKED)), MOST_BYTES)
        return kept, json.loads(raw)
    except (KeyError, ValueError, zlib.error):
        return None, None


def _kept(setting: str, value: object) -> Kept | None:
    if not isinstance(value, Mapping):
        return None
    try:
        numbers = {code: int(value[code]) for code in ("year", "many", "index", "wards")}
        words = {code: str(value[code]) for code in ("source", "added", "vocab", "level")}
        date.fromisoformat(words["added"])
    except (KeyError, TypeError, ValueError):
        return None
    return Kept(setting, **numbers, **words)  # type: ignore[arg-type]
