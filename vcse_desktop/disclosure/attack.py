"""What published numbers give away about few people, as a stranger works it out who has nothing else.

A stranger does not know which hidden number is small: one is hidden because 1 to t - 1 people are in it (t
is the rule's threshold), another to protect such a one. So nothing is said of a number that may be t or more.
What is found is a group that the published numbers themselves hold between 1 and t - 1, and more narrowly
than the rule leaves open:

- a hidden number that is t - 1 at most, where 0 and 1 or t - 1 are shut out. That it is not none is known, as
  none is shown as 0; where zeros are protected too, it may be none. South in a table of two rows, 0 to 4, is
  found; Brook in one of four, 0 to 8, is not, and nor would be 0 to 7.
- What is left when one number is taken from another that holds it, if somebody certainly is left and they are
  held more narrowly than 1 to t - 1. Where it may be none, nobody is known to be there.
- A number that stands there although it is under t, and the change of a number from one pack to another.
- A hidden number as above, once every hidden number is counted as somebody: five hidden ones that make 5 are
  1 each. This program's own rule does not reckon with it (its worlds may leave a hidden number empty), so it
  is told apart.
- Hidden hours whose most is under eleven ninths of their least: then they are known to within a tenth.

Each is a proof: what is not known of how numbers hang together only makes it find less (see ``links``), and
so do the caps, which are said when they are reached. Not looked for: what is left of a number without two
others, hours without those of few, and what somebody guesses from what this program usually hides.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from vcse_desktop.disclosure.asking import Question, asking
from vcse_desktop.disclosure.follows import Found, changes, judged
from vcse_desktop.disclosure.links import links
from vcse_desktop.disclosure.printed import Printed, Where, universe
from vcse_desktop.disclosure.process import Fault, Unfinished, Worker
from vcse_desktop.disclosure.sheets import Gap, Left, Sheet, sheets
from vcse_desktop.disclosure.sums import Sums, system_of
from vcse_desktop.figures.table import TableKind

MOST_QUESTIONS = 6_000
"""In one universe at most: packs come from strangers."""
_AT_ONCE = 100
Progress = Callable[[int, int], None]
"""Told how many of how many questions are answered."""


@dataclass(frozen=True, slots=True)
class Attack:
    """All that was found, and what was left out."""

    found: tuple[Found, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked about one system that the worker has: the numbers of each question, and its threshold.

    ``counting`` says that the system knows of every hidden number that it is not none.
    """

    system: int
    questions: list[Question]
    places: Mapping[Where, int]
    counting: bool = False

    def parts(self) -> list[tuple[list[int], list[int], int | None]]:
        """Return the questions as the worker reads them: one number, less the others."""
        return [
            ([self.places[n.where] for n in cells], [1, *([-1] * (len(cells) - 1))], cut)
            for cells, cut in self.questions
        ]


def attack(
    tables: Sequence[Printed],
    kinds: Collection[TableKind],
    worker: Worker,
    progress: Progress | None = None,
) -> Attack:
    """Return what the tables of one organisation's packs give away; ``kinds`` are all tables that there are.

    When the worker takes too long, what was found until then. Raises Unfinished when it was stopped.
    """
    found: list[Found] = []
    left: list[Left] = []
    try:
        asked: list[_Asked] = []
        for name in dict.fromkeys(universe(table.kind, m) for table in tables for m in table.kind.measures):
            apart = sheets(tables, name, left)
            found += changes(apart)
            for sheet in apart:
                asked += _prepared(sheet, kinds, worker, left)
        for one in _answered(asked, worker, progress):
            found.append(one)  # one by one: what was found before a fault counts
    except Unfinished as ended:
        if ended.fault is Fault.STOPPED:
            raise
        left.append(Left(Gap.UNFINISHED, "", tuple(sorted({table.source for table in tables}))))
    return Attack(tuple(found), tuple(left))


def _answered(asked: Sequence[_Asked], worker: Worker, progress: Progress | None) -> Iterator[Found]:
    whole, done = sum(len(one.questions) for one in asked), 0
    told = set()
    for one in asked:
        parts = one.parts()
        for first in range(0, len(parts), _AT_ONCE):
            some = parts[first : first + _AT_ONCE]
            spans = worker.ask({"spans": one.system, "parts": some})["spans"]
            for (cells, _), span in zip(one.questions[first : first + _AT_ONCE], spans, strict=True):
                if span and cells not in told:
                    found = judged(cells, *span, counting=one.counting)
                    told |= {cells} if found else set()
                    yield from found
            done += len(some)
            if progress:
                progress(done, whole)


def _prepared(sheet: Sheet, kinds: Collection[TableKind], worker: Worker, left: list[Left]) -> list[_Asked]:
    """Tell the worker of a sheet; of each pack alone when together they cannot all be true."""
    said = sheet.said()
    made = links(sheet.tables, sheet.name, kinds)
    system = system_of(said, made)
    number = _taken(system, worker)
    if number is None:
        alone = sheet.alone()
        several = len(alone) > 1
        left.append(Left(Gap.CHANGED_BETWEEN if several else Gap.CONTRADICTS, sheet.name, sheet.sources))
        return [one for part in alone for one in _prepared(part, kinds, worker, left)] if several else []
    questions = list(islice(asking(said, made), MOST_QUESTIONS + 1))
    if len(questions) > MOST_QUESTIONS or not made.whole:
        left.append(Left(Gap.TOO_MANY, sheet.name, sheet.sources))
    asked = [_Asked(number, questions[:MOST_QUESTIONS], system.places)]
    hidden = [one for one in asked[0].questions if len(one[0]) == 1 and one[0][0].some and one[1]]
    if hidden:
        number = _taken(system.counting(said), worker)
        if number is None:
            left.append(Left(Gap.CONTRADICTS, sheet.name, sheet.sources))
        else:
            asked.append(_Asked(number, hidden, system.places, counting=True))
    return asked


def _taken(system: Sums, worker: Worker) -> int | None:
    """Tell the worker of a system and return its number there, None when nothing can be true of it."""
    answer = worker.ask({"sums": system.plain()})
    return int(answer["sums"]) if answer["possible"] else None
