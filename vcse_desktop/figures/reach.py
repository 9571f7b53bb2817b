"""How those who were reached are counted by group, and by whether they felt heard (10 and 24)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from vcse_desktop.figures.dimensions import TALLIED, plain_code
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import TALLIES, not_listened
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.sessions import attendances, held
from vcse_desktop.figures.view import View

_PLAIN = re.compile(r"[a-z0-9_]{1,64}")
PLACE = "own:place"


@dataclass(frozen=True, slots=True)
class Used:
    """One list that was counted by at one session: how many came, if known, and how many of each group."""

    session: int
    came: int | None
    groups: Mapping[str, int]


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count those who came by the groups that were counted, and those asked whether they felt heard."""
    found = tallies(view)
    for vocab, used in found.items():
        yield from _list(vocab, used)
        yield Touched(f"tallied_{plain_code(vocab)}", TALLIES)
        yield Touched("counted_by", TALLIES)
    silent = 0
    for row, _ in held(view):
        asked, came = number(row, "listened_asked"), attendances(row)
        silent += not asked
        if not asked:
            yield Fact("listened_not_asked", ident(row), {})
        elif came:
            asked = min(asked, came)
            yield Fact("listened_asked", ident(row), {}, asked)
            yield Fact("listened_yes", ident(row), {}, min(number(row, "listened_yes") or 0, asked))
    if silent:
        yield Touched("listened_asked", not_listened(silent))


def tallies(view: View) -> Mapping[str, list[Used]]:
    """Return, for each list that was used, the sessions of the period at which it was."""
    counts: Mapping[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for row in view.records.tally:
        session, vocab, code, n = (
            number(row, "session"),
            text(row, "vocab"),
            text(row, "code"),
            number(row, "n"),
        )
        if session and vocab in TALLIED and code and n is not None:
            groups = counts[session, vocab]
            groups[group_code(code)] = max(n, groups.get(group_code(code), 0))
    made: Mapping[str, list[Used]] = defaultdict(list)
    for row, _ in held(view):
        for vocab in TALLIED:
            if (ident(row), vocab) in counts:
                made[vocab].append(Used(ident(row), attendances(row), counts[ident(row), vocab]))
    return made


def group_code(code: str) -> str:
    """Return the code of a group in letters that any file takes; that of a place may be any text."""
    return code if _PLAIN.fullmatch(code) else f"x_{blake2b(code.encode(), digest_size=6).hexdigest()}"


def _list(vocab: str, used: list[Used]) -> Iterator[Fact]:
    """Count each group by itself; beside it who else came there, which no table prints."""
    dimension, every = plain_code(vocab), sorted({code for one in used for code in one.groups})
    for one in used:
        if one.came:
            yield Fact("counted_by", one.session, {"list": dimension}, one.came)
        for code in every:
            n, member, at = one.groups.get(code, 0), _member(one.session, vocab, code), {dimension: code}
            yield Fact(f"tallied_{dimension}", member, at, n)
            yield Fact(f"not_in_{dimension}", member, at, max(0, (one.came or 0) - n))


def _member(session: int, vocab: str, code: str) -> int:
    """Return a number for one group at one session, always the same; nobody is in two of them for us."""
    said = f"{session} {vocab} {code}".encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "big") >> 1


def places(rows: Iterable[Row]) -> Mapping[str, str]:
    """Return what each place is called, by its code in a table."""
    return {group_code(text(row, "code")): text(row, "name") for row in rows}
