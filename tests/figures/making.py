"""Records made by hand, and the tables that are counted from them."""

from collections import defaultdict
from datetime import date
from itertools import count

from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.table import FigureTable, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.vocabularies import lists

QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
DAY = "2026-02-03"


class Book:
    """Records in the order in which they were written."""

    def __init__(self) -> None:
        self.kept: dict[str, list[dict[str, object]]] = defaultdict(list)
        self.ids = count(1)

    def add(self, kind: str, /, **values: object) -> int:
        """Keep a record as it is and return its id."""
        ident = next(self.ids)
        self.kept[kind].append({"id": ident, **values})
        return ident

    def session(self, people_n: int | None = None, **values: object) -> int:
        return self.add("session", people_n=people_n, **{"date": DAY, "status": "ran", **values})

    def time(self, hours: float | None, person: int | None = None, **values: object) -> int:
        minutes = None if hours is None else round(hours * 60)
        return self.add("time_given", hours=minutes, person=person, **{"date": DAY, **values})

    def support(self, person: int | None = None, **values: object) -> int:
        return self.add("support", person=person, **{"date": DAY, "who_for": "carer", **values})

    def insight(self, **values: object) -> int:
        return self.add("insight", words="…", **{"heard_on": DAY, **values})

    def put(self, ident: int, **values: object) -> None:
        """Change a record that is already kept."""
        for rows in self.kept.values():
            for row in rows:
                if row["id"] == ident:
                    row.update(values)

    def drop(self, ident: int) -> None:
        """Remove or erase a record: its row is gone, links to it stay."""
        for rows in self.kept.values():
            rows[:] = [row for row in rows if row["id"] != ident]

    def records(self) -> Records:
        rows: dict[str, list[Row]] = {kind: list(kept) for kind, kept in self.kept.items()}
        return Records(**rows)

    def tables(self, period: Period = QUARTER) -> dict[str, FigureTable]:
        made = figure_tables(self.records(), period, lists=lists())
        return {table.kind.id: table for table in made}

    def table(self, ident: str, period: Period = QUARTER) -> FigureTable:
        return figure_tables(self.records(), period, lists=lists(), only=[ident])[0]

    def value(self, ident: str, measure: str, *row: str, period: Period = QUARTER) -> int:
        """Return one cell; the total where no row of a table with a dimension is named."""
        table = self.table(ident, period)
        where = row or ("total",) * len(table.kind.dimensions)
        assert where in table.rows()
        return table.value(measure, where)

    def rules(self, ident: str, period: Period = QUARTER) -> dict[int, list[str]]:
        """Return the sentences beside a table, by the number of the rule."""
        said = defaultdict(list)
        for note in self.table(ident, period).notes:
            said[note.rule].append(note.sentence.format(**dict(note.values)))
        return said
