"""What is said of why things are matched, and of how a table may be laid out."""

from collections.abc import Mapping

from vcse_desktop.actions.imports.opening import Opened
from vcse_desktop.actions.imports.proposing import Double, How, Plan, Shape
from vcse_desktop.i18n import N_, ngettext, tr

SHAPES: Mapping[Shape, tuple[str, str]] = {
    Shape.ROWS: (N_("A row a record"), N_("Such as a person, or the hours of a person on a day.")),
    Shape.ATTENDANCE: (
        N_("A row for each one who came"),
        N_("The rows of one day become one session with all who came."),
    ),
    Shape.HOURS: (
        N_("A column a day, with hours"),
        N_("Each row is a person, and each cell with hours becomes time given on that day."),
    ),
    Shape.TICKS: (
        N_("A column a day, with ticks"),
        N_("Each row is a person, and each column becomes a session with all who are ticked."),
    ),
}
WHY: Mapping[How, str] = {
    How.CHOSEN: N_("You chose it."),
    How.LAST_TIME: N_("It was chosen the last time that a file had this heading."),
    How.PROGRAM: N_("The program that made this file writes it so."),
    How.HEADING: N_("Its heading says so."),
    How.VALUES: N_("What stands in it looks like it."),
}
DOUBLES: Mapping[Double, str] = {
    Double.LEAVE: N_("Leave it out"),
    Double.FILL: N_("Fill what is blank there"),
    Double.NEW: N_("Bring it in as another one"),
}
SAMPLES, LOOKED_AT, SHORT = 4, 200, 30
"""How many cells of a column are shown, in how many rows they are looked for, and letters on a button."""


def used_before(plan: Plan) -> bool:
    """Say whether choices of another time were taken up."""
    return How.LAST_TIME in plan.why.values()


def samples(plan: Plan, at: int) -> list[str]:
    """Return some of what stands in a column, each once, as the file has it."""
    found: dict[str, None] = {}
    for _, cells in plan.table.rows[:LOOKED_AT]:
        words = shown_cell(cells[at]) if at < len(cells) else ""
        if words:
            found[words] = None
        if len(found) == SAMPLES:
            break
    return list(found)


def shown_cell(cell: object) -> str:
    """Return a cell on one line, as a person would read it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return tr(N_("Yes")) if cell else tr(N_("No"))
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return " ".join(str(cell).split())


def short(words: str) -> str:
    """Return words as a button has room for them: a button cannot wrap. What reads it aloud has them all."""
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def where_it_is(opened: Opened) -> str:
    """Return how many rows and columns the table has."""
    table = opened.table
    rows = ngettext("{n} row", "{n} rows", len(table.rows))
    columns = ngettext("{n} column", "{n} columns", len(table.columns))
    return tr(N_("The table has {rows} in {columns}."), rows=rows, columns=columns)
