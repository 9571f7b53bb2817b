"""How people want to be involved, and where those live whom we know by name (rules 20 and 26)."""

from collections.abc import Iterable, Iterator
from datetime import date

from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import WISHES, core20
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.figures.view import View

_MOST_DEPRIVED = 2  # deciles


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count the persons who said by the last day of the period how they want to be involved."""
    found = False
    for person, rows in view.persons.items():
        said = _latest(rows, view.period.end)
        if said is not None:
            found = True
            asked = day(said, "involve_asked_on")
            now = asked is not None and asked > _year_before(view.period.end)
            for level in choices(said, "involve_how"):
                yield Fact("wishes_now" if now else "wishes_before", person, {"wish": level})
    if found:
        yield Touched("wishes_now", WISHES)


def living(view: View, found: Iterable[Fact]) -> Iterator[Fact | Touched]:
    """Count the people of the period by the area they live in, as far as somebody told us which is which."""
    areas = view.areas
    if areas is None:
        return
    codes = {ident(row): text(row, "code") for row in view.records.place}
    for person in {fact.member for fact in found if fact.measure == "people"}:
        homes = (codes.get(number(row, "home_area") or 0, "") for row in view.persons[person])
        decile = next((areas.deciles[code] for code in homes if code in areas.deciles), None)
        where = "not_known" if decile is None else "core20" if decile <= _MOST_DEPRIVED else "other"
        yield Fact("people_by_area", person, {"core20": where})
    yield Touched("people_by_area", core20(areas.index, areas.areas))


def _latest(rows: Iterable[Row], end: date) -> Row | None:
    """Return the record that says it, of several of one person the one asked last; none from later on."""
    said = [
        (day(row, "involve_asked_on") or date.min, -ident(row), row)
        for row in rows
        if [*choices(row, "involve_how")]
    ]
    then = [one for one in said if one[0] <= end]
    return max(then, key=lambda one: one[:2])[2] if then else None


def _year_before(end: date) -> date:
    try:
        return end.replace(year=end.year - 1)
    except ValueError:  # 29 February
        return end.replace(year=end.year - 1, day=28)
