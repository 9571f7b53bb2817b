"""How one piece of asking, and what belongs to it, is said on a page about asking."""

from collections.abc import Iterable, Mapping

from vcse_desktop.actions.entry import opening
from vcse_desktop.actions.one_line import TOGETHER, together
from vcse_desktop.actions.point import Point
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers

BLANK = N_("not recorded")
DAYS, RUNG = N_("{first} to {last}"), N_("{question} ({rung})")


class Words:
    """Says the pieces of asking with these ids, in one language."""

    def __init__(self, records: Records, lists: Lists, askings: Mapping[int, Row], language: str) -> None:
        self.askings = askings
        self._records, self._lists, self._language = records, lists, language

    def mine(self, kind: str) -> list[Row]:
        """Return the small rows of a kind that belong to these pieces of asking."""
        return [row for row in getattr(self._records, kind) if number(row, "engagement") in self.askings]

    def question(self, row: Row) -> str:
        """Return the question that a small row belongs to."""
        return opening(text(self.askings[number(row, "engagement") or 0], "question"))

    def choice(self, vocab: str, row: Row, code: str) -> str:
        """Return a choice in words, and that it is not recorded where it is blank."""
        return label(self._lists, vocab, text(row, code)) if text(row, code) else tr(BLANK)

    def reached(self, row: Row) -> str:
        """Return how many a way of asking reached."""
        n = number(row, "reached")
        if n is None:
            return tr(N_("How many it reached is not recorded."))
        return ngettext("It reached {n} person.", "It reached {n} people.", n)

    def point(self, words: str, said: Iterable[str], row: Row) -> Point:
        """Return what is said of a small row; it opens the piece of asking that the row belongs to."""
        return Point(
            words, together(TOGETHER, [*filter(None, said)]), "engagement", number(row, "engagement") or 0
        )

    def piece(self, row: Row) -> Point:
        """Return a piece of asking with how much say people had, over the days on which it was open."""
        rung, question = text(row, "rung_actual") or text(row, "rung_planned"), opening(text(row, "question"))
        said = label(self._lists, "ladder_of_engagement", rung) if rung else ""
        words = tr(RUNG, question=question, rung=said) if said else question
        days = [numbers.day(one, self._language) for one in map(day, (row, row), ("opens", "closes")) if one]
        under = tr(DAYS, first=days[0], last=days[1]) if len(days) > 1 else "".join(days)
        return Point(words, under, "engagement", ident(row))
