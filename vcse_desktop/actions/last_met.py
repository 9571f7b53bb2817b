"""When each person was last met or heard from: time given, a visit, support, a word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import ident, links, number, text


def last_met(records: Records, heads: Mapping[int, int]) -> dict[int, date]:
    """Return the day by the id that stands for each person; who was never met is not in it."""
    sessions = {ident(row): row for row in records.session}
    met: dict[int, str] = defaultdict(str)

    def note(persons: Iterable[int | None], *days: str) -> None:
        for person in persons:
            head = heads.get(person or 0)
            if head is not None:
                met[head] = max(met[head], *days)

    for row in records.time_given:
        session = sessions.get(number(row, "session") or 0, {})
        note([number(row, "person")], text(row, "date"), text(row, "until"), text(session, "date"))
    for row in records.session:
        note(links(row, "came"), text(row, "date"), "")
    for rows, code in ((records.support, "date"), (records.insight, "heard_on")):
        for row in rows:
            note([number(row, "person")], text(row, code), "")
    return {person: date.fromisoformat(last) for person, last in met.items() if last}
