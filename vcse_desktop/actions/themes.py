"""What people spoke of month by month, for ourselves: counts, and the newest that was said on each theme."""

from dataclasses import dataclass

from vcse_desktop.actions.entry import opening
from vcse_desktop.actions.part_by_part import PartByPart, Told
from vcse_desktop.actions.point import Group, Point
from vcse_desktop.figures.days import months, parts
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.reading import choices, day, ident, text
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers

MOST, QUOTES = 5, 3
"""The themes that most was said on, and the newest words on each."""
THEMES, QUOTE = "insight_by_theme", N_("“{words}”")
TOLD = Told(
    "themes",
    N_("Themes, month by month"),
    N_("Month"),
    N_("The themes on which most was said. What people said counts once under each of its themes."),
)


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of each month, and what was said last on each; those words stay with us."""

    months: PartByPart
    said: tuple[Group, ...]


def themes(records: Records, period: Period, lists: Lists, language: str) -> Themes:
    """Return the themes of a period that most was said on."""
    heard = {ident(row): day(row, "heard_on") for row in records.insight}
    rows = [row for row in records.insight if heard[ident(row)] in period]
    counts: dict[str, int] = {}
    for row in rows:
        for theme in choices(row, "themes"):
            counts[theme] = counts.get(theme, 0) + 1
    most = tuple(sorted(counts, key=lambda theme: (-counts[theme], theme))[:MOST])
    tables = {}
    for part in parts(period) if most else ():
        said = Records(insight=[row for row in rows if heard[ident(row)] in part])
        (table,) = figure_tables(said, part, lists=lists, only={THEMES})
        tables[months(part)[0].label] = table
    short = tuple(numbers.month(code.code, language) for code in months(period)) if most else ()
    newest = sorted(rows, key=lambda row: (text(row, "heard_on"), ident(row)), reverse=True)
    groups, shown = [], set[int]()
    for theme in most:  # what was said on several themes stands under the first alone
        mine = [row for row in newest if theme in choices(row, "themes") and ident(row) not in shown][:QUOTES]
        shown |= {*map(ident, mine)}
        groups.append(
            Group(label(lists, "insight_theme", theme), tuple(_quote(row, language) for row in mine))
        )
    return Themes(PartByPart(tables, "insights", most, short), tuple(one for one in groups if one.points))


def _quote(row: Row, language: str) -> Point:
    when = day(row, "heard_on")
    said = numbers.day(when, language) if when else ""
    return Point(tr(QUOTE, words=opening(text(row, "words"))), said, "insight", ident(row))
