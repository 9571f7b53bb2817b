"""The same figures counted a second time, slowly and day by day, sharing nothing with the program."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from tests.figures.making import Book
from vcse_desktop.figures.table import Period

Row = dict[str, Any]


class Naive:
    """A book in one period."""

    def __init__(self, book: Book, period: Period) -> None:
        self.kept: dict[str, list[Row]] = {kind: list(rows) for kind, rows in book.kept.items()}
        self.days = [
            (period.start + timedelta(n)).isoformat() for n in range((period.end - period.start).days + 1)
        ]
        self.everybody = {row["id"] for row in self.of("person")}

    def of(self, kind: str) -> list[Row]:
        return self.kept.get(kind, [])

    def by_id(self, kind: str, ident: object) -> Row | None:
        return next((row for row in self.of(kind) if row["id"] == ident), None)

    def one(self, person: int) -> int:
        """Spread over the joins until nothing is added; the smallest living id stands for all."""
        group = {person}
        while True:
            near = {row["merged_into"] for row in self.of("person") if row["id"] in group}
            near |= {row["id"] for row in self.of("person") if row.get("merged_into") in group}
            if near - {None} <= group:
                return min(group & self.everybody)
            group |= near - {None}

    def held(self) -> list[Row]:
        return [
            row
            for row in self.of("session")
            if row["date"] in self.days and row["status"] not in ("cancelled", "planned")
        ]

    def came(self) -> dict[int, int]:
        """Attendances of each session that has any number."""
        made = {}
        for row in self.held():
            told = [row["people_n"], len(row["came"] or []) or None, row["carers_n"]]
            if [n for n in told if n is not None]:
                made[row["id"]] = max(n for n in told if n is not None)
        return made

    def time(self) -> Iterator[tuple[Row, Row | None, list[str]]]:
        """Rows of time with their session and all their days."""
        for row in self.of("time_given"):
            session = self.by_id("session", row["session"])
            if session and session["status"] == "planned":
                continue
            first = row["date"] or (session and session["date"])
            last = max(row["until"] or "", first or "")
            days = []
            while first and first <= last:
                days.append(first)
                first = (date.fromisoformat(first) + timedelta(1)).isoformat()
            yield row, session, days

    def minutes(self, wanted: Callable[[Row, Row | None, str], bool]) -> int:
        """Walk over every day of every row."""
        total = 0
        for row, session, days in self.time():
            for place, day in enumerate(days):
                today = (row["hours"] or 0) * (place + 1) // len(days) - (row["hours"] or 0) * place // len(
                    days
                )
                total += today if day in self.days and wanted(row, session, day) else 0
        return total

    def volunteers(self) -> set[tuple[int, str]]:
        """Persons with each of their days."""
        return {
            (self.one(row["person"]), day)
            for row, _, days in self.time()
            for day in days
            if day in self.days and row["person"] in self.everybody
        }

    def came_by_name(self) -> set[tuple[int, str]]:
        return {
            (self.one(person), row["date"])
            for row in self.held()
            for person in row["came"] or []
            if person in self.everybody
        }

    def contacts(self, *who_for: str | None) -> list[Row]:
        return [r for r in self.of("support") if r["date"] in self.days and r["who_for"] in who_for]

    def named(self, rows: list[Row]) -> set[int]:
        return {self.one(row["person"]) for row in rows if row["person"] in self.everybody}

    def unnamed(self, rows: list[Row]) -> int:
        return sum(row["person"] not in self.everybody for row in rows)

    def helpers(self) -> int:
        total = 0
        for row in self.held():
            mine = [time for time, session, _ in self.time() if session is row]
            names = {time["person"] for time in mine if time["person"] is not None}
            total += max(row["helpers_n"] or 0, len(names) + sum(time["helpers_n"] or 0 for time in mine))
        for row, session, days in self.time():
            alone = session is None or session["status"] == "cancelled"
            if alone and set(days) & set(self.days):
                total += (row["person"] is not None) + (row["helpers_n"] or 0)
        return total

    def identified(self) -> int:
        first: dict[int, str] = {}
        for row in self.of("person"):
            if row["identified_on"]:
                who = self.one(row["id"])
                first[who] = min(first.get(who, "9999"), row["identified_on"])
        return sum(day in self.days for day in first.values())
