"""Which of several records that are one person by now stands for them in what an earlier pack told."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.disclosure.earlier import UNKNOWN
from vcse_desktop.disclosure.entries import Entry, Member, token_of, told_columns
from vcse_desktop.disclosure.retold import Who
from vcse_desktop.figures.table import TOTAL, FigureTable, Unit

Places = frozenset[tuple[str, str]]
"""The codes under which somebody stands, each with what it is a code of."""


@dataclass(frozen=True, slots=True)
class Joins:
    """The tokens of records that were joined to another: whom each stands for now, and where those stand."""

    by_token: Mapping[str, Who]
    now: Mapping[int, Places]

    def told_once(self, members: Sequence[Member], entries: Sequence[Entry]) -> list[Member]:
        """Return who stood in a release, so that nobody of now stands for two of its people.

        Where two records were counted that are one person by now, the one that stood most like them is
        them, and the other stays somebody who was there then: a true number stays what it was.
        """
        double = self._doubled(members)
        if not double:
            return list(members)
        chosen = {
            who: max(tokens, key=lambda token: (self._likeness(who, token, members, entries), token))
            for who, tokens in double.items()
        }
        others = {token for who, tokens in double.items() for token in tokens} - set(chosen.values())
        return [replace(one, token=f"{one.token} too") if one.token in others else one for one in members]

    def _doubled(self, members: Sequence[Member]) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for member in members:
            if member.token in self.by_token:
                found[self.by_token[member.token].id].add(member.token)
        return {who: tokens for who, tokens in found.items() if len(tokens) > 1}

    def _likeness(self, who: int, token: str, members: Sequence[Member], entries: Sequence[Entry]) -> int:
        mine = [entries[place].said for one in members if one.token == token for place in one.pattern]
        codes = {pair for said in mine for pair in zip(said.get("by", ()), said["codes"], strict=False)}
        return len(codes & self.now.get(who, frozenset()))


def joins(
    tables: Sequence[FigureTable],
    same: Mapping[int, Collection[int]],
    known: dict[str, Who],
    ledger_key: bytes,
) -> Joins:
    """Return whom the tokens of joined records stand for, and let ``known`` know all of them.

    ``same`` holds the ids of all that were joined to somebody by the id that stands for them.
    """
    by_token: dict[str, Who] = {}
    for stands, others in sorted(same.items()):
        own = token_of(Unit.PERSON, stands, ledger_key)
        who = known.setdefault(own, Who(-1 - len(known), 1, UNKNOWN))
        tokens = [own, *(token_of(Unit.PERSON, other, ledger_key) for other in others)]
        by_token |= dict.fromkeys(tokens, who)
        known |= dict.fromkeys(tokens, who)
    return Joins(by_token, _places(tables, same.keys()))


def _places(tables: Sequence[FigureTable], people: Collection[int]) -> dict[int, Places]:
    """Return where these people stand in the tables of now."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for table, measure in told_columns(tables):
        by = [dimension.code for dimension in table.kind.dimensions]
        for counted in table.counted:
            if counted.measure == measure.code and counted.member in people:
                found[counted.member] |= {
                    pair for leaf in counted.codes for pair in zip(by, leaf, strict=True) if pair[1] != TOTAL
                }
    return {who: frozenset(mine) for who, mine in found.items()}
