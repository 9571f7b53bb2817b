"""Adding an open file to the vault, in place of an older one of its kind, and taking it out again."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from vcse_desktop.actions import open_kept
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.open_kept import AREAS, CENSUS, POSTCODES, Kept, written
from vcse_desktop.actions.open_places import drop_places, keep_places
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.areas import refusals
from vcse_desktop.exchange.areas.area import Area
from vcse_desktop.exchange.areas.reading import Areas, Census, OpenFile, Postcodes, read_open_file
from vcse_desktop.exchange.tables.going import Cancelled, Going, Progress
from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.vault import Vault

MOST_AREAS, MOST_POSTCODES = 2_500, 60_000
"""What is kept of one file: more than the largest district has."""
FIRST_YEAR = 1801
FROM_FILE = N_("From the file {name}")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says of a file beside what stands in it; "" for nothing."""

    year: str = ""
    source: str = ""
    districts: str = ""

    def number(self) -> int:
        """Return the year; 0 for none, Refused for what is none."""
        said = self.year.strip()
        if not said:
            return 0
        if not (said.isascii() and said.isdigit() and FIRST_YEAR <= int(said) <= today().year):
            raise Refused(*refusals.WRONG_YEAR)
        return int(said)

    def named(self) -> list[str]:
        """Return the districts by name, in small letters."""
        return [name.strip().casefold() for name in self.districts.split(",") if name.strip()]


@dataclass(frozen=True, slots=True)
class Added:
    """What was added, how many of its codes our files of areas do not know, and what changed."""

    kept: Kept
    unknown: int
    changed: Changed


def add_open_file(
    vault: Vault,
    file: Path,
    told: Told,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Added:
    """Add an open file; one of its kind that is there is replaced, and undo brings that back.

    NotAllowed unless a keeper is in; Refused with what to do for a file that cannot be used; WorldError;
    Stopped. Then nothing is changed.
    """
    keepers_only(vault)
    found = read_open_file(file, told.number(), Going(progress, cancelled))
    source = told.source.strip()[:LONGEST] or tr(FROM_FILE, name=file.name)[:LONGEST]
    about = _About(vault, file.name, source, told.named())
    kept, body, unknown = _KEEPING[type(found)](about, found)
    _must_not_be_older(vault, file.name, kept)
    with vault.unit("edit") as unit:
        unit.set(kept.setting, written(kept, body))
        kinds = {"setting"}
        if isinstance(found, Areas):
            kinds |= keep_places(vault, unit, kept, {code: found.areas[code] for code in body})
    return Added(kept, unknown, Changed(frozenset(kinds), unit.id))


def _must_not_be_older(vault: Vault, name: str, kept: Kept) -> None:
    """Refuse figures of an older year than those whose place they would take."""
    there = next((one for one in open_kept.all_kept(vault) if one.setting == kept.setting), None)
    if there is not None and 0 < kept.year < there.year:
        raise Refused(*refusals.OLDER, name=name, year=kept.year, newer=there.year)


def forget_open_file(vault: Vault, setting: str) -> Changed:
    """Take a file out, and with areas the places that nobody uses; undo brings it back."""
    keepers_only(vault)
    with vault.unit("edit") as unit:
        unit.set(setting, None)
        kinds = {"setting"} | (drop_places(vault, unit) if setting == AREAS else set())
    return Changed(frozenset(kinds), unit.id)


def choose_area(vault: Vault, code: str) -> Changed:
    """Keep the code of the area that figures of the Census are shown of, in reports too."""
    keepers_only(vault)
    with vault.unit("edit") as unit:
        unit.set(open_kept.AREA, code)
    return Changed(frozenset({"setting"}), unit.id)


@dataclass(frozen=True, slots=True)
class _About:
    vault: Vault
    name: str
    source: str
    districts: list[str]

    def kept(self, setting: str, year: int, many: int, **also: object) -> Kept:
        """Return what is noted of a file."""
        return Kept(setting, year, self.source, today().isoformat(), many, **also)  # type: ignore[arg-type]

    def chosen(self, names: Mapping[str, str], most: int) -> Collection[str]:
        """Return the codes that lie in the chosen districts; ``names`` has the district of each code.

        Refused when a district is not among them, or when there are too many and none was named.
        """
        if not self.districts and len(names) > most:
            raise Refused(*refusals.TOO_MANY, name=self.name, n=len(names))
        there = {name.casefold() for name in names.values()}
        for district in self.districts:
            if district not in there:
                raise Refused(*refusals.NO_DISTRICT, name=self.name, district=district)
        made = [
            code for code, name in names.items() if not self.districts or name.casefold() in self.districts
        ]
        if len(made) > most:
            raise Refused(*refusals.TOO_MANY, name=self.name, n=len(made))
        return made


def _areas(about: _About, found: OpenFile) -> tuple[Kept, dict[str, object], int]:
    assert isinstance(found, Areas)  # noqa: S101 - it is looked up by its kind
    codes = about.chosen({code: area.district_name for code, area in found.areas.items()}, MOST_AREAS)
    body: dict[str, object] = {code: astuple(found.areas[code]) for code in codes}
    return about.kept(AREAS, found.year, len(body), index=found.index, wards=found.wards), body, 0


def _postcodes(about: _About, found: OpenFile) -> tuple[Kept, dict[str, object], int]:
    assert isinstance(found, Postcodes)  # noqa: S101
    known, areas = open_kept.areas(about.vault)
    wanted = about.chosen(
        {
            one: name or (areas[code].district_name if code in areas else district)
            for one, (code, district, name) in found.postcodes.items()
        },
        MOST_POSTCODES,
    )
    body: dict[str, object] = {}
    for one in wanted:
        code = found.postcodes[one][0]
        body[code] = f"{body[code]} {one}" if code in body else one
    unknown = len(body.keys() - areas.keys()) if known else 0
    return about.kept(POSTCODES, found.year, len(wanted)), body, unknown


def _census(about: _About, found: OpenFile) -> tuple[Kept, dict[str, object], int]:
    assert isinstance(found, Census)  # noqa: S101
    _, areas = open_kept.areas(about.vault)
    inside = dict(_where(areas.values()))
    names = {code: inside.get(code) or _district(name) for code, name in found.names.items()}
    few = about if about.districts and len(names) > MOST_AREAS else _About(about.vault, about.name, "", [])
    codes = few.chosen(names, MOST_AREAS)
    body: dict[str, object] = {
        "about": found.about,
        "names": {code: found.names[code] for code in codes},
        "counts": {code: found.counts[code] for code in codes},
    }
    setting = f"{CENSUS}{found.vocab}.{found.level}"
    kept = about.kept(setting, found.year, len(codes), vocab=found.vocab, level=found.level)
    return kept, body, 0


def _where(areas: Collection[Area]) -> Iterator[tuple[str, str]]:
    """Yield the wards and districts by code, each with the name of its district."""
    for area in areas:
        yield area.ward, area.district_name
        yield area.district, area.district_name


def _district(name: str) -> str:
    """Return the district in the name of a small area, "Trafford 001A", or the name itself."""
    first, _, last = name.rpartition(" ")
    return first if last[:3].isdigit() else name


_KEEPING: Mapping[type, Callable[[_About, OpenFile], tuple[Kept, dict[str, object], int]]] = {
    Areas: _areas,
    Postcodes: _postcodes,
    Census: _census,
}
