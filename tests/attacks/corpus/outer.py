"""Whoever carries a file may flip, cut, add or move bytes of it: never is it called good again."""

import random
from collections.abc import Iterator
from functools import partial

from tests.attacks.corpus.case import Case
from tests.attacks.victim import BAD, Victim
from vcse_desktop.packs import container
from vcse_desktop.packs.verdicts import Verdict

_FLIPS = (0x01, 0x20, 0x80)
_LOCAL = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)]
_CENTRAL = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2)]
_CENTRAL += [(32, 2), (34, 2), (36, 2), (38, 4), (42, 4)]
_END = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)]
FIELDS = ((b"PK\3\4", _LOCAL), (b"PK\1\2", _CENTRAL), (b"PK\5\6", _END))
"""Where each header has its fields: offset and width in bytes."""


def replaced(data: bytes, start: int, end: int, new: bytes) -> bytes:
    """Return the data with another piece in the place of one."""
    return data[:start] + new + data[end:]


def flipped(data: bytes, place: int, by: int = 1) -> bytes:
    """Return the data with one byte changed."""
    return replaced(data, place, place + 1, bytes([data[place] ^ by]))


def flips(victim: Victim) -> list[Case]:
    """Each byte changed in three ways."""
    data = victim.whole()
    return [
        Case(f"byte {place} by {by}", partial(flipped, data, place, by), BAD)
        for place in range(len(data))
        for by in _FLIPS
    ]


def cuts(victim: Victim) -> list[Case]:
    """The file ends early, at each place."""
    data = victim.whole()
    return [
        Case(f"cut at {n}", partial(replaced, data, n, len(data), b""), [_cut(n)]) for n in range(len(data))
    ]


def _cut(end: int) -> Verdict:
    return Verdict.NOT_A_PACK if end < container.LOCAL_HEAD.size else Verdict.DAMAGED


def shifts(victim: Victim) -> list[Case]:
    """Bytes more, fewer, exchanged or repeated, at each place."""
    data, rng, found = victim.whole(), random.Random(victim.kind), []  # noqa: S311 - an attack is no secret
    for place in range(1, len(data)):
        length = rng.randrange(2, 400)
        edits = {
            "insert": (place, place, rng.randbytes(1)),
            "delete": (place, place + 1, b""),
            "repeat": (place, place, data[max(0, place - length) : place]),
            "delete many": (place, place + length, b""),
            "swap": (place - 1, place + 1, data[place - 1 : place + 1][::-1]),
        }
        found += [
            Case(f"{name} at {place}", partial(replaced, data, *edit), BAD)
            for name, edit in edits.items()
            if replaced(data, *edit) != data
        ]
    return found


def edges(victim: Victim) -> list[Case]:
    """Something stands before or after the file."""
    data, found = victim.whole(), []
    other = container.write([("a.txt", b"hello")])
    for size in (1, 4, 22, 30, 46, 65_557):
        for more in (bytes(size), b"\n" * size, data[:size], data[-size:], other, b"PK\5\6" + bytes(18)):
            found.append(Case(f"{size} after", partial(replaced, data, len(data), len(data), more)))
            found.append(Case(f"{size} before", partial(replaced, data, 0, 0, more), BAD))
    return [*found, Case("twice", lambda: data + data)]


def lies(victim: Victim) -> list[Case]:
    """A field of a header or of the directory says something else; sizes, offsets and counts among them."""
    data, found = victim.whole(), []
    for sign, fields in FIELDS:
        at = data.find(sign)
        while at >= 0:
            for start, width in fields:
                begin, most = at + start, 256**width - 1
                old = int.from_bytes(data[begin : begin + width], "little")
                for new in sorted({0, 1, old + 1, max(old - 1, 0), old * 2, most} - {old}):
                    said = (new & most).to_bytes(width, "little")
                    edit = partial(replaced, data, begin, begin + width, said)
                    if edit() != data:
                        found.append(Case(f"{sign!r} at {at}, field {start}: {new}", edit, BAD))
            at = data.find(sign, at + 1)
    return found


def contents(victim: Victim) -> list[Case]:
    """A file inside is another, with its size and checksum set right: the lists or the signature tell."""
    known, found = victim.entries(), []
    for number, (name, content) in enumerate(known):
        for place in range(len(content)):
            for edit in ((place, len(content), b""), (place, place, b" ")):
                changed = replaced(content, *edit)
                found.append(Case(f"{name} at {place}", partial(_with, known, number, (name, changed))))
            flip = flipped(content, place)
            found.append(Case(f"{name} byte {place}", partial(_with, known, number, (name, flip))))
    return found


def _with(known: list[tuple[str, bytes]], number: int, entry: tuple[str, bytes]) -> bytes:
    return container.write([*known[:number], entry, *known[number + 1 :]])


def entries(victim: Victim) -> list[Case]:
    """Files inside are left out, doubled, moved, renamed, hidden or added; names climb out of the folder."""
    known = victim.entries()
    found = []
    for name, made in _mixed(victim):
        second_gone = name == f"without {victim.root}/signature-2.p7s"
        if made != known:
            expected = [Verdict.UNFINISHED] if second_gone else BAD
            found.append(Case(name, partial(container.write, made), expected))
    return [*found, *_hidden(victim)]


def _mixed(victim: Victim) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    known, root = victim.entries(), victim.root
    strange = [f"{root}/data/check.exe", f"{root}/../../x", f"{root}/data/../../x", "../x", "/etc/x", "x"]
    strange += [f"{root}/", f"{root}\\x", "C:/x", "", f"{root}/data/nul", f"{root}/data/a\0b", f"{root}/.x"]
    strange += [name.upper() for name, _ in known] + [f"{known[-1][0]}/x"]
    for n, (name, content) in enumerate(known):
        rest = [*known[:n], *known[n + 1 :]]
        yield f"without {name}", rest
        for m in range(1, len(known) + 1):
            yield f"{name} twice, at {m}", [*known[:m], known[n], *known[m:]]
            if n and m != n:
                yield f"{name} moved to {m}", [*rest[:m], known[n], *rest[m:]]
        for other in strange:
            yield f"{name} is {other!r}", [*known[:n], (other, content), *known[n + 1 :]]
            yield f"{other!r} at {n}", [*known[:n], (other, b"MZ"), *known[n:]]


def _hidden(victim: Victim) -> Iterator[Case]:
    """Yield files with an entry that the directory leaves out, one that only it has, and gaps between."""
    known, name = victim.entries(), f"{victim.root}/data/x.txt"
    whole, more = victim.whole(), container.write([(name, b"hidden")])
    body = container.LOCAL_HEAD.size + len(name) + len(b"hidden")
    starts = [0]
    for entry, content in known:
        starts.append(starts[-1] + container.LOCAL_HEAD.size + len(entry) + len(content))
    for at in starts:
        yield Case(f"not in the directory, at {at}", partial(replaced, whole, at, at, more[:body]), BAD)
        yield Case(f"a gap at {at}", partial(replaced, whole, at, at, b"\0"), BAD)
    for number in range(len(known)):
        shown = [one for place, one in enumerate(known) if place != number]
        tail = container.write(shown)
        tail = tail[sum(container.LOCAL_HEAD.size + len(n) + len(c) for n, c in shown) :]
        yield Case(f"directory without {number}", partial(replaced, whole, starts[-1], len(whole), tail), BAD)
    tail = container.write([*known, (name, b"hidden")])[starts[-1] + body :]
    yield Case("only in the directory", partial(replaced, whole, starts[-1], len(whole), tail), BAD)


def roots(victim: Victim) -> list[Case]:
    """The folder has another name than the claims repeat."""
    known, root, found = victim.entries(), victim.root, []
    tail = root.partition("-")[2]
    for other in ("pack-a", "reply-a", f"notice-{tail}", f"reply-{tail}", f"pack-{tail}", f"{root[:-1]}3"):
        if other == root:
            continue
        moved = [(name.replace(root, other), data) for name, data in known]
        claims = (f"{victim.kind}.json", other.partition("-")[0] + ".json")
        renamed = [(name.replace(*claims), data) for name, data in moved]
        found += [Case(f"{other} {n}", partial(container.write, m)) for n, m in enumerate((moved, renamed))]
    return found


FAMILIES = (flips, cuts, shifts, edges, lies, contents, entries, roots)
