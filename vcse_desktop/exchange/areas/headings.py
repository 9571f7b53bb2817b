"""By which headings publishers name small areas, wards, districts, postcodes and deprivation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEAR = r"(?P<year>(?:20)?\d\d)?"
_CODE, _NAME = "(?:cd|code)", "(?:nm|name)"
_DISTRICT = "(?:lad|ltla|la|local authority(?: district)?)"
_SHAPES = {
    "lsoa": rf"lsoa ?{_YEAR} ?{_CODE}(?: (?P<after>20\d\d))?|lsoa(?P<bare>\d\d)",
    "lsoa_name": rf"lsoa ?{_YEAR} ?{_NAME}(?: (?P<after>20\d\d))?",
    "ward": rf"(?:wd|ward) ?{_YEAR} ?{_CODE}(?: (?P<after>20\d\d))?|osward",
    "ward_name": rf"(?:wd|ward) ?{_YEAR} ?{_NAME}(?: (?P<after>20\d\d))?",
    "district": rf"{_DISTRICT} ?{_YEAR} ?{_CODE}(?: (?P<after>20\d\d))?|oslaua",
    "district_name": rf"{_DISTRICT} ?{_YEAR} ?{_NAME}(?: (?P<after>20\d\d))?",
    "decile": r"imd ?(?P<year>20\d\d)? decile|index of multiple deprivation imd decile.*",
    "postcode": r"pcds|pcd ?\d?|post ?code(?: ?\d)?",
}
_PATTERNS = {code: re.compile(shape) for code, shape in _SHAPES.items()}
CENTURY = 2000
CODE = re.compile(r"[A-Z]\d{8}")
"""A code of any area: a letter for the country, two digits for its kind, six for itself."""
LEVELS = {
    "01": "lsoa",
    "02": "msoa",
    "05": "ward",
    "06": "district",
    "07": "district",
    "08": "district",
    "09": "district",
    "12": "region",
    "92": "country",
}
"""Which kind of area the two digits after the letter of an English code stand for."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where each thing stands, by column from 0; and of which year the heading says that it is."""

    at: dict[str, int]
    years: dict[str, int]


def plain(heading: str) -> str:
    """Return a heading in small letters and digits, one blank between its words."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", heading.lower()).split())


def named(headings: Sequence[str]) -> Named:
    """Return what is named by these headings; of several that name the same, the newest, then the first."""
    at: dict[str, int] = {}
    years: dict[str, int] = {}
    for place, heading in enumerate(headings):
        for code, pattern in _PATTERNS.items():
            found = pattern.fullmatch(plain(heading))
            if found is None:
                continue
            said = next((word for word in found.groupdict().values() if word), "")
            year = int(said) + (0 if len(said) > len("21") else CENTURY) if said else 0
            if code not in at or year > years.get(code, 0):
                at[code] = place
                years |= {code: year} if year else {}
    return Named(at, years)


def level(code: str) -> str:
    """Return the kind of area that a code stands for; "" for one that we do not know."""
    return LEVELS.get(code[1:3], "") if CODE.fullmatch(code) else ""
