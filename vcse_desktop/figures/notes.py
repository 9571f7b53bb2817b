"""The sentence that each counting rule says beside the figures it touched."""

from collections.abc import Iterable, Iterator
from itertools import chain

from vcse_desktop.figures.table import NOT_ASKED, Counted, Dimension, FigureTable, Note, Step, TableKind, Unit
from vcse_desktop.i18n import N_

LARGER_CAME = Note(1, N_("Where people were both counted and named, we used the larger number."))
CARING = Note(3, N_("Time spent caring is never counted as volunteering."))
LARGER_HELPED = Note(5, N_("Where helpers were both counted and named, we used the larger number."))
SPAN = Note(9, N_("Time given over a span of days is shared out by days at the edge of a month or period."))
UNDATED = Note(15, N_("A record without a day is outside every period."))
NAMELESS = Note(
    16, N_("Where a person's record was removed, the numbers stay and the name no longer counts.")
)
JOINED = Note(17, N_("Records that were joined because they are of one person count as one person."))
CLOCK = Note(
    11,
    N_("Days run from when we heard it to when people were told. What is still open is counted as open."),
)
CHANGED = Note(12, N_("A change counts only where what changed and how we know it are written down."))
TALLIES = Note(
    10,
    N_("A share of a group is of those who came where it was counted. Groups overlap: nobody adds them up."),
)
TOGETHER = Note(
    22,
    N_("What was done with others counts once: led, led jointly or took part. Reach is never added up."),
)
CARRIED = Note(23, N_("Carried over is what was asked for before these days and not closed before them."))
WISHES = Note(26, N_("Those who were asked within the last year stand apart from longer ago."))

_COUNTED = {
    "attendances": Note(1, N_("Attendances are not people: we show both and never add them.")),
    "people": Note(2, N_("People are different persons by name, each counted once however often they came.")),
    "cancelled": Note(4, N_("Cancelled sessions count as none and are listed.")),
    "without_hours": Note(5, N_("Hours are never filled in: for some helpers none were written down.")),
    "hours": Note(7, N_("Minutes are added first and shown as hours last, to the nearest quarter.")),
    "hours_not_counted": Note(8, N_("Some hours were not counted at the time but estimated or remembered.")),
    "insights_answered": Note(19, N_("An answer counts once, however many things people said it answers.")),
}
_COUNTED |= {"answers_changed": CHANGED, "received": CARRIED, "closed": CARRIED}
_CARERS = Note(13, N_("Carers identified, supported and involved are three figures and are never added."))
_BOTH = Note(14, N_("Someone who is a carer and gives time counts in both figures, once in each."))
_BLANK = {
    "without_number": N_("Not counted is not nought. Sessions at which nobody was counted: {n}"),
    "carers_not_asked": N_("Blank is not nought. Sessions with no number of carers: {n}"),
    "helpers_not_recorded": N_("Blank is not nought. Times with no number of helpers: {n}"),
}
_OVERLAP = Note(2, N_("Groups overlap, so there is no total."))
_THEMES = Note(18, N_("What people said counts once under each of its themes, so there is no total."))
_NOT_ASKED = Note(21, N_("Nobody asked is a row of its own, apart from those who prefer not to say."))
_EXACT = Note(25, N_("Counts of sessions and answers are not counts of people and stay exact."))


def notes(kind: TableKind, counted: Iterable[Counted], touched: Iterable[Note]) -> tuple[Note, ...]:
    """Return a note for each rule that touched a table, in the order of the rules."""
    amounts = dict.fromkeys((measure.code for measure in kind.measures), 0)
    for one in counted:
        if one.measure in amounts:  # what is noted and never printed is none of the measures
            amounts[one.measure] += one.amount
    made = {*touched, *_of_measures(amounts)}
    if any(amounts.values()):
        made.update(_of_shape(kind))
    return tuple(sorted(made, key=lambda note: (note.rule, note.sentence)))


def _of_measures(amounts: dict[str, int]) -> Iterator[Note]:
    for code, amount in amounts.items():
        if amount and code in _COUNTED:
            yield _COUNTED[code]
        if amount and code in _BLANK:
            yield Note(6, _BLANK[code], (("n", amount),))
        if amount and code.startswith(("identified_", "supported_", "involved_")):
            yield _CARERS
            yield _BOTH


def not_listened(sessions: int) -> Note:
    """Return the note that says at how many sessions nobody was asked whether they felt listened to."""
    said = N_("Felt listened to is a number of those who were asked. Sessions at which nobody was asked: {n}")
    return Note(24, said, (("n", sessions),))


def not_counted_there(sessions: int) -> Note:
    """Return the note that says at how many sessions people were asked and nobody noted how many came."""
    said = N_("Those asked where nobody noted how many came are left out. Sessions: {n}")
    return Note(24, said, (("n", sessions),))


def core20(index: str, areas: str) -> Note:
    """Return the note that says which index was used, and of which areas."""
    said = N_("{index}, by {areas} areas, over those whose area is known.")
    return Note(20, said, (("index", index), ("areas", areas)))


def less_detailed(table: FigureTable, step: Step) -> tuple[Note, ...]:
    """Return the notes of a table after this step: the step first, and none about rows that it took away."""
    total = not (step.bands or step.within)
    left = [d for d in table.kind.dimensions if not (total and step in d.ladder)]
    gone = {*chain.from_iterable(map(_of_dimension, table.kind.dimensions))}
    gone -= {*chain.from_iterable(map(_of_dimension, left))}
    return (Note(0, step.said), *(note for note in table.notes if note not in gone))


def _of_shape(kind: TableKind) -> Iterator[Note]:
    for dimension in kind.dimensions:
        yield from _of_dimension(dimension)
    if any(measure.unit is Unit.EVENT for measure in kind.measures):
        yield _EXACT


def _of_dimension(dimension: Dimension) -> Iterator[Note]:
    if dimension.overlaps:
        yield _THEMES if dimension.code == "theme" else _OVERLAP
    if dimension.blank == NOT_ASKED:
        yield _NOT_ASKED
