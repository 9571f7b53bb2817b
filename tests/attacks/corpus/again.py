"""ZIPs that were made again, whole or with something changed, and ZIPs that were never ours."""

import io
import random
import zipfile
from collections.abc import Iterator
from functools import partial

from tests.attacks.corpus.case import Case
from tests.attacks.corpus.outer import flipped, replaced
from tests.attacks.victim import BAD, Entries, Victim
from vcse_desktop.packs.verdicts import Verdict

_STAMP = b"\x55\x54\x05\x00\x03abcd"
_NAMES = ("a.txt", "../../etc/passwd", "/abs", "C:\\x", "a/" * 60 + "b", "pack-a/x", "é", "\u202etxt.exe")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


class Pipe(io.BytesIO):
    """A place that cannot go back: sizes and checksums follow after the contents."""

    def seekable(self) -> bool:
        """Say no."""
        return False

    def tell(self) -> int:
        """Say no as well."""
        raise io.UnsupportedOperation


def zipped(made: Entries, method: int, extra: bytes = b"", level: int = 6, *, later: bool = False) -> bytes:
    """Return a ZIP as another program makes it; ``later`` puts the sizes after the contents."""
    out = Pipe() if later else io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in made:
            info = zipfile.ZipInfo(name, (2026, 11, 22, 9, 0, 2))
            info.compress_type, info.extra, info.external_attr = method, extra, 0o644 << 16
            archive.writestr(info, data, compresslevel=level)
    return out.getvalue()


def genuine(victim: Victim) -> list[Case]:
    """Made again, nothing inside changed: compressed, with flags, with extra fields, in another order."""
    known, rng = victim.entries(), random.Random(victim.kind)  # noqa: S311 - an attack is no secret
    makes = []
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for extra in (b"", _STAMP, b"\xfe\xca\0\0"):
            for level in (1, 6, 9):
                mixed = rng.sample(known, len(known))
                if method or extra or mixed[0] != known[0]:
                    makes.append(partial(zipped, mixed, method, extra, level))
                if method or extra:
                    makes.append(partial(zipped, known, method, extra, level))
        makes.append(partial(zipped, known, method, later=True))
    litter = [*known, ("__MACOSX/._x", b"x"), (f"{victim.root}/data/.DS_Store", b"y")]
    makes.append(partial(zipped, litter, zipfile.ZIP_DEFLATED))
    return [Case(f"again {number}", make, [Verdict.REPACKED]) for number, make in enumerate(makes)]


def never_again(victim: Victim) -> list[Case]:
    """Our own layout with one byte wrong is never taken for a ZIP that was made again."""
    data, first = victim.whole(), 30 + len(victim.entries()[0][0])
    ways = {6, 7, 8, 28, 29, *range(30, first)}  # flags, method 8, extra field, first name: the four ways
    expected = set(Verdict) - {Verdict.REPACKED, Verdict.OK}
    return [
        Case(f"byte {place} by {by}", partial(flipped, data, place, by), expected)
        for place in range(len(data))
        if place not in ways
        for by in (0x08, 0xFF)
    ]


def touched(victim: Victim) -> list[Case]:
    """Made again with one byte changed: nothing inside is changed, or it shows."""
    data = zipped(victim.entries(), zipfile.ZIP_DEFLATED)
    return [
        Case(f"byte {n}", partial(flipped, data, n, 1 << n % 8), BAD | {Verdict.REPACKED})
        for n in range(len(data))
    ]


def swapped(victim: Victim) -> list[Case]:
    """Changed first, made again afterwards: contents, names, entries left out or more of them."""
    known, found = victim.entries(), []
    for number, (name, content) in enumerate(known):
        rest = [*known[:number], *known[number + 1 :]]
        for place in range(len(content)):
            changed = [*known[:number], (name, flipped(content, place)), *known[number + 1 :]]
            found.append(Case(f"{name} byte {place}", partial(zipped, changed, zipfile.ZIP_DEFLATED)))
        if number and "signature" not in name:
            found.append(Case(f"without {name}", partial(zipped, rest, zipfile.ZIP_DEFLATED)))
    for more in (
        f"{victim.root}/data/x.txt",
        "x",
        "../x",
        f"{victim.root}/../x",
        f"{victim.root}/DATA/report.pdf",
        f"{victim.root}/data",
        victim.root,
    ):
        found.append(Case(f"with {more}", partial(zipped, [*known, (more, b"x")], zipfile.ZIP_DEFLATED)))
    return found


def deflated(victim: Victim) -> list[Case]:
    """A stream of compressed bytes that goes on after its end, or has none."""
    name, content = victim.entries()[-1]
    data = zipped([*victim.entries()[:-1], (name, content)], zipfile.ZIP_DEFLATED)
    start = data.rindex(b"PK\3\4") + 30 + len(name)
    end = data.index(b"PK\1\2")
    lines = data.rindex(b"PK\1\2")

    def other(body: bytes) -> bytes:
        packed = (len(body)).to_bytes(4, "little")
        tail = replaced(data[end:], lines - end + 20, lines - end + 24, packed)
        at = len(tail) - 6
        tail = replaced(tail, at, at + 4, (start + len(body)).to_bytes(4, "little"))
        head = replaced(data[:start], start - len(name) - 30 + 18, start - len(name) - 30 + 22, packed)
        return head + body + tail

    body = data[start:end]
    assert other(body) == data
    more = {
        "more after": body + b"more",
        "a byte after": body + b"\0",
        "not ended": bytes([body[0] & ~1]) + body[1:],
    }
    return [Case(what, partial(other, one), [Verdict.DAMAGED]) for what, one in more.items()]


def foreign(victim: Victim) -> list[Case]:
    """ZIPs that were never ours, and noise behind a local header."""
    rng = random.Random(victim.kind)  # noqa: S311 - as above
    found: list[Case] = []
    for number in range(60):
        made = [
            (rng.choice(_NAMES) + str(n), rng.randbytes(rng.randrange(300))) for n in range(rng.randrange(6))
        ]
        make = partial(zipped, made, rng.choice(_METHODS))
        found.append(Case(f"foreign {number}", make, [Verdict.NOT_A_PACK]))
    found += [Case(f"noise {n}", partial(bytes.__add__, *one), BAD) for n, one in enumerate(_noise(rng))]
    return found


def _noise(rng: random.Random) -> Iterator[tuple[bytes, bytes]]:
    for size in range(0, 2000, 13):
        yield b"PK\x03\x04", rng.randbytes(size)
        head = b"PK\x03\x04\x0a\0\0\0\0\0\0\0\x21\0" + rng.randbytes(12) + b"\x05\0\0\0"
        yield head, rng.randbytes(size) + b"PK\x05\x06" + rng.randbytes(16) + bytes(2)


FAMILIES = (genuine, never_again, touched, swapped, deflated, foreign)
