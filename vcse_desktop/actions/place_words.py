"""What tells a place from a namesake: which kind of area it is, and of which year its boundaries are."""

from vcse_desktop.figures.reading import number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

KINDS = {"district": N_("district"), "ward": N_("ward"), "lsoa": N_("small area")}
OF_YEAR = {
    "district": N_("district, boundaries of {year}"),
    "ward": N_("ward, boundaries of {year}"),
    "lsoa": N_("small area, boundaries of {year}"),
}


def kind_and_year(row: Values) -> str:
    """Return which kind of area a place is, and its year; "" for one that the group named itself."""
    kind, year = text(row, "kind"), number(row, "year")
    if kind not in KINDS:
        return ""
    return tr(OF_YEAR[kind], year=year) if year else tr(KINDS[kind])
