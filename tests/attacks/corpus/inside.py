"""Lists, tag files and payload that break the rules under good signatures of their own."""

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from tests.attacks.corpus.case import Case
from tests.attacks.victim import Victim
from tests.packs.example import CHAIR, CHARITY, ISSUED, files_of
from vcse_desktop.packs import container
from vcse_desktop.packs.bag import BAGIT_TEXT, hash_list
from vcse_desktop.packs.page import head
from vcse_desktop.packs.verdicts import Verdict

_SIGNERS = (CHARITY, CHAIR)
LATER = ISSUED + timedelta(days=3)
_NAMES = (
    "data/report.exe",
    "data/report.PDF",
    "data/report-e.pdf",
    "data/report-cy-.pdf",
    "data/tables/a.csv",
    "data/tables/a.v0.csv",
    "data/tables/a.v01.csv",
    "data/tables/x/a.v1.csv",
    "data/x.csv",
    "data/quotes.csv.exe",
    "report.pdf",
    "data/con.txt",
    "data/../x.txt",
    "data/a b.txt",
    "data/" + "x" * 90,
    "data//x.txt",
)
_CELLS = (
    "a",
    "=1",
    "+",
    "-1",
    "@x",
    "\t",
    '"',
    '""',
    '"=',
    '"a"',
    ",",
    "\r\n",
    "\n",
    "\r",
    "",
    "é",
    "\ufeff",
    " ",
)


def _made(
    victim: Victim,
    files: Mapping[str, bytes] | None = None,
    tags: Mapping[str, bytes] | None = None,
    first: bytes | None = None,
) -> bytes:
    entries = files_of(
        victim.said,
        victim.files if files is None else files,
        _SIGNERS,
        root=victim.root,
        tags=tags,
        first=first,
    )
    return container.write(entries)


def _rewritten(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield other ways to write a list of hashes."""
    lines = good.decode().splitlines(keepends=True)
    yield "crlf", good.replace(b"\n", b"\r\n")
    yield "no end", good[:-1]
    yield "empty", b""
    yield "a blank line", good + b"\n"
    yield "upper case", lines[0].upper().encode() + "".join(lines[1:]).encode()
    yield "one blank", good.replace(b"  ", b" ")
    yield "a star", good.replace(b"  ", b" *")
    yield "turned", "".join(reversed(lines)).encode()
    yield "twice", "".join([lines[0], *lines]).encode()
    yield "one fewer", "".join(lines[1:]).encode()
    yield "not ascii", good.replace(b"a", "\u0430".encode(), 1)
    yield "climbing", good + f"{'0' * 64}  ../x\n".encode()
    yield "a zero", good + b"\0\n"
    yield "another form of digits", good.replace(b"1", "\u0661".encode(), 1)


def lists(victim: Victim) -> list[Case]:
    """The lists of hashes, bag-info.txt and bagit.txt are written in another way."""
    payload = hash_list(sorted(victim.files.items()))
    known = dict(victim.entries())
    tags = {name: known[f"{victim.root}/{name}"] for name in ("bag-info.txt", "bagit.txt")}
    found = [
        Case(f"manifest {what}", partial(_made, victim, tags={"manifest-sha256.txt": made}))
        for what, made in _rewritten(payload)
        if made != payload
    ]
    first = known[f"{victim.root}/tagmanifest-sha256.txt"]
    found += [
        Case(f"first list {what}", partial(_made, victim, first=made)) for what, made in _rewritten(first)
    ]
    for name, good in tags.items():
        for made in (
            b"",
            good + b"\n",
            good[:-1],
            good.replace(b": ", b":"),
            good.upper(),
            b"\xef\xbb\xbf" + good,
        ):
            found.append(Case(f"{name} is another", partial(_made, victim, tags={name: made})))
    for name in ("fetch.txt", "a.txt", "zz.txt"):
        make = partial(_made, victim, tags={name: BAGIT_TEXT})
        found.append(Case(f"also {name}", make, (Verdict.NEWER_FORMAT,)))
    odd = [("manifest-md5.txt", f"{hashlib.sha256(BAGIT_TEXT).hexdigest()}  bagit.txt\n".encode())]
    found += [Case("only another", partial(_made, victim, first=hash_list(odd)))]
    return found


def times(victim: Victim) -> list[Case]:
    """The signatures are of other times than the file says."""
    found = []
    for one, two in ((1, 0), (0, -1), (-1, 0), (3600, 3600), (-60, 60)):
        when = [ISSUED + timedelta(seconds=seconds) for seconds in (one, two)]
        found.append(Case(f"{one} and {two} seconds", partial(_at, victim, when)))
    return [*found, Case("a later second one", partial(_at, victim, [ISSUED, LATER]), (Verdict.OK,))]


def _at(victim: Victim, when: Sequence[datetime]) -> bytes:
    return container.write(files_of(victim.said, victim.files, _SIGNERS, root=victim.root, when=when))


def names(victim: Victim) -> list[Case]:
    """The payload holds a file of a name that never belongs there, or lacks one."""
    bad = (Verdict.UNSAFE, Verdict.ALTERED)
    found = [
        Case(f"with {name}", partial(_made, victim, files={**victim.files, name: b"x\n"}), bad)
        for name in _NAMES
    ]
    for name in victim.files:
        rest = {one: data for one, data in victim.files.items() if one != name}
        must = name in {"data/report.pdf", "data/datapackage.json", "data/notice.txt", "data/reply.txt"}
        if must:
            found.append(Case(f"without {name}", partial(_made, victim, files=rest)))
    many = {f"data/tables/t{n}.v1.csv": b"x\n" for n in range(60)}
    return [
        *found,
        Case("many", partial(_made, victim, files={**victim.files, **many}), (*bad, Verdict.TOO_BIG)),
    ]


def harms(victim: Victim) -> list[Case]:
    """Tables and pages that may do more than be read; each reader must draw the line at the same place."""
    if victim.kind != "pack":
        return []
    rng, found = random.Random(victim.kind), []  # noqa: S311 - an attack is no secret
    for number in range(60):
        table = "".join(rng.choice(_CELLS) for _ in range(rng.randrange(1, 14))).encode()
        found.append(_harm(victim, f"table {number} {table!r}", "data/quotes.csv", table))
    strange = [
        b"a\xff\n",
        b"a,b\n" + b'"' + b"x" * 131_073 + b'",=1\n',
        b"\0,=1\n",
        b'a,"b\n=1"\n',
        b'a\n"b"c,=\n',
    ]
    found += [_harm(victim, f"table {data[:9]!r}", "data/quotes.csv", data) for data in strange]
    good = head("en", "ltr").encode()
    pages = [good, good[:-1], good.upper(), b"\xef\xbb\xbf" + good, good.replace(b"\n", b"\r\n"), b""]
    pages += [
        good.replace(b'"en"', lang) for lang in (b'"EN-gb"', b'"e"', b'"en" x', b'"en-"', b'"\xc3\xa9n"')
    ]
    for act in (
        b"<script",
        b"<ScRiPt",
        b"<iframe",
        b"<object",
        b"<embed",
        b"<base",
        b"<link",
        b"<form",
        b"HTTP-EQUIV",
    ):
        pages += [good + act, good + b"x" * (65_536 - len(good) - 3) + act, good + act[:-1], act + good]
    pages += [good.replace(b'"en"', b'"en' + b"-aaaaaaaa" * count + b'"') for count in (7000, 8000)]
    pages += [good + "<\u017fcript".encode(), good + b"<\0script", good + b"< script", good + b"\xff<p>"]
    found += [
        _harm(victim, f"page {n} {page[-12:]!r}", "data/report.html", page) for n, page in enumerate(pages)
    ]
    return found


def _harm(victim: Victim, name: str, path: str, data: bytes) -> Case:
    return Case(
        name, partial(_made, victim, files={**victim.files, path: data}), (Verdict.OK, Verdict.UNSAFE)
    )


FAMILIES = (lists, times, names, harms)
