"""Records as the rows of a table for people: days and numbers as such, everything else in words."""

from collections.abc import Sequence
from datetime import date

from vcse_desktop.actions.one_line import UNBROKEN
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.exchange.workbook import Cell
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Kind, RecordKind, Values
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.ident import symbols

CODE, HOURS, POUNDS = N_("Code"), N_("{label} (hours)"), N_("{label} (£)")
PENCE = "£"
LINKS = (Kind.LINK, Kind.LINKS, Kind.PLACE)
WRITTEN = (Kind.TEXT, Kind.NOTE)
ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
"""Signs that keep a name's direction on a screen and have no place in a file."""


class InCells:
    """The table of one kind of record with these fields as columns; ``coded``: each record's code first."""

    def __init__(
        self, says: Sayings, kind: RecordKind, fields: Sequence[Field], *, coded: bool = True
    ) -> None:
        self._says, self._kind, self.fields, self._coded = says, kind, fields, coded
        self._linked = [field for field in fields if field.kind in LINKS]

    def headings(self) -> list[str]:
        """Return the words over the columns."""
        return [*([tr(CODE)] if self._coded else []), *(_heading(field) for field in self.fields)]

    def rows(self, rows: Sequence[Values]) -> list[list[Cell]]:
        """Return a row for each record; what they name is read together."""
        if self._linked:
            self._says.meet(self._kind.code, rows, self._linked)
        return [self._row(row) for row in rows]

    def _row(self, row: Values) -> list[Cell]:
        code = [symbols(int(str(row["id"])))] if self._coded else []
        return [*code, *(self._cell(field, row.get(field.code), row) for field in self.fields)]

    def _cell(self, field: Field, value: object, row: Values) -> Cell:
        if value is None:
            return None
        if field.kind is Kind.DATE:
            return date.fromisoformat(str(value))
        if field.kind in (Kind.COUNT, Kind.HOURS, Kind.NUMBER):
            return _number(field.kind, int(str(value)))
        if field.code == "code" and row.get("vocab"):
            return label(self._says.lists, str(row["vocab"]), str(value))
        words = str(value) if field.kind in WRITTEN else self._says.said(field, value)
        return words if field.kind in WRITTEN else words.replace(UNBROKEN, " ").translate(ISOLATES)


def _heading(field: Field) -> str:
    words, said = {Kind.HOURS: HOURS, Kind.NUMBER: POUNDS}.get(field.kind), tr(field.label)
    return tr(words, label=said) if words and PENCE not in said else said or field.code


def _number(kind: Kind, value: int) -> int | float:
    if kind is Kind.COUNT:
        return value
    return round(value / 60, 4) if kind is Kind.HOURS else value / 100
