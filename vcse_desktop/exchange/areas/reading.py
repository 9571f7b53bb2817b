"""Which open file this is, told by its columns, and what is in it: areas, postcodes, or Census figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.areas import refusals
from vcse_desktop.exchange.areas.area import Area
from vcse_desktop.exchange.areas.headings import Named, level, named, plain
from vcse_desktop.exchange.areas.topics import answer, topic
from vcse_desktop.exchange.reading import as_text
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.reading import WHENEVER, read_book
from vcse_desktop.exchange.tables.table import header_row, table_of

INDEX_OF = {2021: 2025, 2011: 2019}
"""The year of the index of deprivation that was made for small areas of each Census."""
VALUES, WHEN = ("value", "observation", "count", "obs value"), ("period", "year", "date", "time")
MEASURE, COUNTS, TELLING = "measure", ("count", "value"), "indicator"
LONGEST = 300
"""Letters of what a file says of itself."""
YEAR = 4  # digits
DECILES = {str(n) for n in range(1, 11)}


@dataclass(frozen=True, slots=True)
class Areas:
    """Small areas by code. ``year`` is that of their boundaries, ``index`` that of the deciles, 0 for none;
    ``wards`` that of the wards' boundaries, 0 where nobody says."""

    year: int
    index: int
    wards: int
    areas: Mapping[str, Area]


@dataclass(frozen=True, slots=True)
class Postcodes:
    """For each postcode the code of its small area, with its district's where the file says it."""

    year: int
    postcodes: Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Census:
    """How many people gave each answer, by the code of an area. ``vocab`` is our list of the answers,
    ``about`` says in the publisher's words who was asked what; "" where the file does not."""

    vocab: str
    level: str
    year: int
    about: str
    names: Mapping[str, str]
    counts: Mapping[str, Mapping[str, int]]


OpenFile = Areas | Postcodes | Census
Cells = Sequence[str]


def read_open_file(file: Path, year: int = 0, going: Going = WHENEVER) -> OpenFile:
    """Return what an open file holds; ``year`` is what somebody says of it, 0 for nothing.

    Refused with what to do for a file of other columns, years or contents; WorldError where it cannot be
    opened; Stopped.
    """
    grids = read_book(file, going.part(0, 2)).grids
    grid = next((grid for grid in grids if not grid.hidden), grids[0])
    table = table_of(grid, header_row(grid) or 1)
    headings = [column.heading for column in table.columns]
    rows = (tuple(as_text(cell).strip() for cell in cells) for _, cells in table.rows)
    seen = _Seen(file.name, headings, rows, year, going.part(1, 2), len(table.rows))
    known = named(headings)
    if "postcode" in known.at and "lsoa" in known.at:
        return _postcodes(seen, known)
    topics = [at for at, heading in enumerate(headings) if topic(heading)]
    value = next((at for at, heading in enumerate(headings) if plain(heading) in VALUES), None)
    if topics and value is not None:
        return _census(seen, topics[-1], value)
    if "lsoa" in known.at and known.at.keys() & {"ward", "district", "decile"}:
        return _areas(seen, known)
    raise Refused(*refusals.OTHER_COLUMNS, name=file.name)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A table as it was found, and what somebody says of its year."""

    name: str
    headings: list[str]
    rows: Iterator[Cells]
    year: int
    going: Going
    many: int

    def each(self) -> Iterator[Cells]:
        """Yield the rows, and look now and then whether to end."""
        for number, cells in enumerate(self.rows):
            if number % 1000 == 0:
                self.going.on(number, self.many)
            yield cells

    def of_year(self, found: int) -> int:
        """Return the year that the file or somebody says; Refused where they differ."""
        if found and self.year and found != self.year:
            raise Refused(*refusals.OTHER_YEAR, name=self.name, found=found, typed=self.year)
        return found or self.year


def _areas(seen: _Seen, known: Named) -> Areas:
    year = seen.of_year(known.years.get("lsoa", 0))
    if not year:
        raise Refused(*refusals.NO_YEAR, name=seen.name)
    made = {}
    for cells in seen.each():
        said = {code: cells[at] for code, at in known.at.items()}
        if level(said["lsoa"]) == "lsoa":
            decile = said.get("decile", "")
            made[said["lsoa"]] = Area(
                said.get("lsoa_name", ""),
                said.get("ward", ""),
                said.get("ward_name", ""),
                said.get("district", ""),
                said.get("district_name", ""),
                int(decile) if decile in DECILES else None,
            )
    if not made:
        raise Refused(*refusals.NO_ROWS, name=seen.name)
    ranked = any(area.decile is not None for area in made.values())
    index, fitting = known.years.get("decile", 0), INDEX_OF.get(year, 0)
    if ranked and index and index != fitting:
        raise Refused(*refusals.MIXED, name=seen.name, index=index, year=year)
    return Areas(year, fitting if ranked else 0, known.years.get("ward", 0), made)


def _postcodes(seen: _Seen, known: Named) -> Postcodes:
    made = {}
    for cells in seen.each():
        said = {code: cells[at] for code, at in known.at.items()}
        bare = said["postcode"].replace(" ", "").upper()
        if bare and level(said["lsoa"]) == "lsoa":
            made[bare] = (said["lsoa"], said.get("district", ""), said.get("district_name", ""))
    if not made:
        raise Refused(*refusals.NO_ROWS, name=seen.name)
    return Postcodes(seen.of_year(known.years.get("lsoa", 0)), made)


def _census(seen: _Seen, about: int, value: int) -> Census:
    vocab, headings = topic(seen.headings[about]), [plain(heading) for heading in seen.headings]
    when = next((at for at, heading in enumerate(headings) if heading in WHEN), None)
    measure = headings.index(MEASURE) if MEASURE in headings else None
    telling = headings.index(TELLING) if TELLING in headings else None
    said, names = "", dict[str, str]()
    counts: dict[str, dict[str, int]] = {}
    years: set[str] = set()
    for cells in seen.each():
        place = next((at for at, cell in enumerate(cells) if level(cell)), None)
        number = cells[value].replace(",", "").removesuffix(".0")
        code = answer(vocab, cells[about])
        counted = measure is None or cells[measure].lower() in COUNTS
        if place is None or not number.isdecimal() or not counted:
            continue
        years |= {cells[when][:YEAR]} if when is not None else set()
        said = said or ("" if telling is None else cells[telling][:LONGEST])
        mine = counts.setdefault(cells[place], {})
        names[cells[place]] = cells[place + 1] if place + 1 < len(cells) else cells[place]
        if code:
            mine[code] = mine.get(code, 0) + int(number)
    if not any(counts.values()):
        raise Refused(*refusals.NO_ROWS, name=seen.name)
    return Census(vocab, _one_level(counts), _year(seen, years), said, names, counts)


def _one_level(counts: Mapping[str, object]) -> str:
    """Return the kind of area that most of these are."""
    kinds = [level(code) for code in counts]
    return max(sorted(set(kinds)), key=kinds.count)


def _year(seen: _Seen, years: set[str]) -> int:
    if len(years) > 1:
        raise Refused(*refusals.TWO_YEARS, name=seen.name)
    said = next(iter(years), "")
    year = seen.of_year(int(said) if said.isdecimal() and len(said) == YEAR else 0)
    if not year:
        raise Refused(*refusals.NO_YEAR, name=seen.name)
    return year
