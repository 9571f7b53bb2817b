"""How those who were reached are counted by group, and by whether they felt heard (10 and 24)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from vcse_desktop.figures.dimensions import APART, TALLIED, plain_code
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.notes import TALLIES, not_counted_there, not_listened
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.sessions import attendances, held
from vcse_desktop.figures.table import Code
from vcse_desktop.figures.view import View
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.postcodes import shortened
from vcse_desktop.records.vocabularies import label

_PLAIN = re.compile(r"[a-z0-9_]{1,64}")
PLACE = "own:place"
NAMED = N_("{list}: {group}")


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
    if found:
        yield Touched("tallied", TALLIES)
        yield Touched("counted_by", TALLIES)
    yield from _listened([row for row, _ in held(view)])


def _listened(rows: Sequence[Row]) -> Iterator[Fact | Touched]:
    """Count who felt listened to, of those asked; nothing at all where nobody was asked anywhere."""
    silent = [row for row in rows if not number(row, "listened_asked")]
    for row in rows:
        asked = min(number(row, "listened_asked") or 0, attendances(row) or 0)
        yield Fact("listened_asked", ident(row), {}, asked)
        yield Fact("listened_yes", ident(row), {}, min(number(row, "listened_yes") or 0, asked))
    if unknown := sum(bool(number(row, "listened_asked")) and attendances(row) is None for row in rows):
        yield Touched("listened_asked", not_counted_there(unknown))
    if silent and len(silent) < len(rows):
        yield from (Fact("listened_not_asked", ident(row), {}) for row in silent)
        yield Touched("listened_asked", not_listened(len(silent)))


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
            groups[code] = max(n, groups.get(code, 0))
    made: Mapping[str, list[Used]] = defaultdict(list)
    for row, _ in held(view):
        for vocab in TALLIED:
            if (ident(row), vocab) in counts:
                made[vocab].append(Used(ident(row), attendances(row), counts[ident(row), vocab]))
    return made


def group_code(vocab: str, code: str) -> str:
    """Return the code of a group of a list in letters that any file takes; a place may have any."""
    made = f"{plain_code(vocab)}{APART}{code}"
    return made if _PLAIN.fullmatch(made) else f"{plain_code(vocab)}{APART}x_{_hash(code, 6).hex()}"


def groups(records: Records, lists: Lists) -> Iterator[Code]:
    """Yield every group that was ever counted, by its list, with what both are called."""
    places = {text(row, "code"): text(row, "name") for row in records.place}
    known = {(text(row, "vocab"), text(row, "code")) for row in records.tally}
    for vocab, title in TALLIED.items():
        for code in sorted(code for of, code in known if of == vocab and code):
            words = shortened(places.get(code, code)) if vocab == PLACE else label(lists, vocab, code)
            yield Code(group_code(vocab, code), tr(NAMED, list=tr(title), group=words))


def _list(vocab: str, used: list[Used]) -> Iterator[Fact]:
    """Count each group by itself; beside it who else came there, which no table prints."""
    every = sorted({code for one in used for code in one.groups})
    for one in used:
        if one.came:
            yield Fact("counted_by", one.session, {"list": plain_code(vocab)}, one.came)
        for code in every:
            n, at = one.groups.get(code, 0), {"group": group_code(vocab, code)}
            counted = member(one.session, vocab, code)
            yield Fact("tallied", counted, at, n)
            yield Fact("not_in_group", counted, at, max(0, (one.came or 0) - n))


def member(session: int, vocab: str, code: str) -> int:
    """Return under which number a group of a list is counted at a session: nobody is in two of them."""
    return int.from_bytes(_hash(f"{session} {vocab} {code}", 8), "big") >> 1


def _hash(words: str, size: int) -> bytes:
    return blake2b(words.encode(), digest_size=size).digest()
