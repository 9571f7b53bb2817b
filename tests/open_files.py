"""Small files with the columns of published ones: areas, postcodes and Census tables, of no real place."""

import csv
from collections.abc import Sequence
from pathlib import Path

Rows = Sequence[Sequence[object]]
DISTRICT, WARD, OTHER_WARD = "E08999901", "E05999901", "E05999902"
SMALL = ("E01999901", "E01999902", "E01999903")
AREAS: Rows = (
    (
        "lsoa21_code",
        "IMD_decile",
        "IMD_rank",
        "lsoa21_name",
        "ward24_name",
        "ward24_code",
        "ltla24_name",
        "ltla24_code",
    ),
    (SMALL[0], 1, 12, "Anytown 001A", "Bridge", WARD, "Anytown", DISTRICT),
    (SMALL[1], 4, 9000, "Anytown 001B", "Bridge", WARD, "Anytown", DISTRICT),
    (SMALL[2], 9, 30000, "Anytown 002A", "Heath", OTHER_WARD, "Anytown", DISTRICT),
)
POSTCODES: Rows = (
    ("postcode", "lsoa21cd", "la_code", "la_name"),
    ("M15 4AB", SMALL[0], DISTRICT, "Anytown"),
    ("M15 4AD", SMALL[2], DISTRICT, "Anytown"),
)
_LONG = ("area_code", "area_name", "geography", "period", "indicator")
ETHNIC: Rows = (
    (*_LONG, "ethnic_group", "measure", "unit", "value"),
    *(
        (DISTRICT, "Anytown", "Local authority", "2021-03-21", "Ethnic group", answer, "Count", "Persons", n)
        for answer, n in (
            ("Asian, Asian British or Asian Welsh: Indian", 4000),
            ("Asian, Asian British or Asian Welsh: Pakistani", 6000),
            ("White: English, Welsh, Scottish, Northern Irish or British", 80000),
            ("White: Irish", 2500),
            ("Other ethnic group: Arab", 1500),
        )
    ),
)
SEX_OF_SMALL: Rows = (
    (
        "Lower layer Super Output Areas Code",
        "Lower layer Super Output Areas",
        "Sex (2 categories) Code",
        "Sex (2 categories)",
        "Observation",
    ),
    *(
        (code, "Anytown 00", at, sex, n)
        for code in SMALL[:2]
        for at, sex, n in ((1, "Female", 510), (2, "Male", 490))
    ),
)


def write(file: Path, rows: Rows) -> Path:
    """Write a file of comma-separated values."""
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return file
