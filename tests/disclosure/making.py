"""Small tables made by hand, and a worker that answers inside the test's own process."""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from threading import Thread
from time import monotonic
from typing import Any, Self

from vcse_desktop.disclosure.plan import CellKey, Plan, key
from vcse_desktop.disclosure.process import Fault, Unfinished
from vcse_desktop.disclosure.worker import worker_main
from vcse_desktop.figures.table import Code, Counted, Dimension, FigureTable, Measure, Period, TableKind, Unit

SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
AUTUMN = Period(date(2026, 10, 1), date(2026, 12, 31))
HALF = Period(date(2026, 7, 1), date(2026, 12, 31))
AREA = Dimension("area", "Neighbourhood", about_people=True)
AGE = Dimension("age", "Age")
PEOPLE = Measure("supported", "Carers supported", Unit.PERSON, "people")

Places = frozenset[tuple[str, ...]]


def at(*leaf: str) -> Places:
    """Return the one place of somebody with these codes."""
    return frozenset({leaf})


def make(  # noqa: PLR0913 - a table has that many parts
    entries: Iterable[Counted],
    codes: Sequence[str],
    *,
    measures: tuple[Measure, ...] = (PEOPLE,),
    dimensions: tuple[Dimension, ...] = (AREA,),
    ident: str = "carers",
    period: Period = SUMMER,
    sensitive: bool = True,
) -> FigureTable:
    """Make a table; the codes of each dimension are written with spaces between them."""
    kind = TableKind(ident, 1, "Made up", measures, dimensions, sensitive)
    leaves = tuple(tuple(Code(code, code.title()) for code in of.split()) for of in codes)
    return FigureTable(kind, period, leaves, tuple(entries))


def one_line(numbers: Mapping[str, int], measure: Measure = PEOPLE, **more: Any) -> FigureTable:  # noqa: ANN401
    """Make a table of people in one dimension, each in one row."""
    spread = [code for code, number in numbers.items() for _ in range(number)]
    entries = [Counted(measure.code, member, 1, at(code)) for member, code in enumerate(spread, 1)]
    return make(entries, [" ".join(numbers)], measures=(measure,), **more)


def square(rows: Sequence[Sequence[int]], **more: Any) -> FigureTable:  # noqa: ANN401
    """Make a table of people by two dimensions, areas down and ages across."""
    spread = [(f"a{i}", f"b{j}") for i, row in enumerate(rows) for j, n in enumerate(row) for _ in range(n)]
    entries = [Counted("supported", member, 1, at(*leaf)) for member, leaf in enumerate(spread, 1)]
    codes = [" ".join(f"a{i}" for i in range(len(rows))), " ".join(f"b{j}" for j in range(len(rows[0])))]
    return make(entries, codes, dimensions=(AREA, AGE), **more)


def printed(plan: Plan, measure: str = "supported", table: int = 0) -> dict[str, int | None]:
    """Return what one column of one table says, by the codes of its rows."""
    mine = plan.tables[table]
    column = [m.code for m in mine.kind.measures].index(measure)
    return {" ".join(row.codes): row.cells[column].value for row in mine.rows}


def where(table: FigureTable, *codes: str, measure: str = "supported") -> CellKey:
    return key(table, measure, codes)


class Inside:
    """Takes the place of ``process.Worker``: the same bytes, but answered by a thread of the test."""

    def __init__(self, *, seconds: float | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self._end = None if seconds is None else monotonic() + seconds
        self._cancelled = cancelled or (lambda: False)
        (self._mine, theirs), (ours, self._answers) = os.pipe(), os.pipe()
        self._mine, theirs = theirs, self._mine
        self._ends = os.fdopen(self._mine, "wb"), os.fdopen(ours, "rb")
        self._thread = Thread(target=self._work, args=(theirs,))
        self._thread.start()

    def _work(self, questions: int) -> None:
        with os.fdopen(questions, "rb") as stdin, os.fdopen(self._answers, "wb") as stdout:
            assert worker_main(stdin, stdout) == 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ends[0].close()
        self._thread.join()
        self._ends[1].close()

    def go_on(self) -> None:
        """Obey Stop and the time as the process does, but between questions alone."""
        if self._cancelled():
            raise Unfinished(Fault.STOPPED)
        if self._end is not None and monotonic() > self._end:
            raise Unfinished(Fault.TIME)

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        self.go_on()
        self._ends[0].write(json.dumps(question).encode() + b"\n")
        self._ends[0].flush()
        answer: dict[str, Any] = json.loads(self._ends[1].readline())
        return answer
