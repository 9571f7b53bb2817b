"""How different people are counted by name (rules 2, 14 and 17)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.notes import JOINED
from vcse_desktop.figures.view import View

_WAYS = ("came", "volunteers", "supported")


def facts(view: View, found: Iterable[Fact]) -> Iterator[Fact | Touched]:
    """Count everybody who came, gave time or was given support, as these were found."""
    for fact in found:
        if fact.measure in _WAYS:
            at = {**fact.at, "carer": view.answer(fact.member, "carer")}
            yield replace(fact, measure="people", at=at)
            if len(view.persons[fact.member]) > 1:
                yield Touched("people", JOINED)
