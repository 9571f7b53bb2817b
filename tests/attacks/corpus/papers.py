"""PDFs that are signed as they should be, and made to fill the memory of whoever looks into them."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence

from tests.packs.example import CHARITY, ISSUED
from vcse_desktop.packs import cms

MIB = 1 << 20
_RANGES, _EMPTY = b"[0" + b" " * 36 + b"]", b"<" + b"0" * 8192 + b">"
CATALOGUE = (
    b"<</Type/Catalog/Pages 2 0 R/X 20 0 R/AcroForm<</Fields[6 0 R]/SigFlags 3>>/Perms<</DocMDP 7 0 R>>>>"
)
_PAGES = {
    1: CATALOGUE,
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Annots[6 0 R]>>",
    6: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/V 7 0 R/F 132/Rect[0 0 0 0]/P 3 0 R>>",
    7: b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:%b)"
    b"/Reference[<</Type/SigRef"
    b"/TransformMethod/DocMDP/TransformParams<</V/1.2/P 1>>>>]/ByteRange %b/Contents %b>>"
    % (ISSUED.strftime("%Y%m%d%H%M%SZ").encode(), _RANGES, _EMPTY),
}


def stream(head: bytes, text: bytes) -> bytes:
    """Return a stream that is packed."""
    packed = zlib.compress(text, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (head, len(packed), packed)


def packed(objects: Mapping[int, bytes], spaces: int = 0, *, first: bytes = b"", count: int = 0) -> bytes:
    """Return a stream of objects; ``first`` and ``count`` are what it says of them, if not what is so."""
    text, pairs = b"", b""
    for number, value in objects.items():
        pairs += b"%d %d " % (number, len(text))
        text += value + b" "
    pairs = first or pairs
    head = b"/Type/ObjStm/N %d/First %d" % (count or len(objects), len(pairs))
    return stream(head, pairs + text + b" " * spaces)


def drawn(
    objects: Mapping[int, bytes],
    inside: Mapping[int, tuple[int, int]] | None = None,
    *,
    more: bytes = b"",
    rows: bytes = b"",
    index: bytes = b"",
) -> bytes:
    """Return a PDF of one page with these objects, not signed yet.

    ``inside`` says in which stream the others are, and as which. ``more`` stands in the trailer,
    ``rows`` follow in the list of objects, whose runs are as in ``index`` if there is any.
    """
    data, told = b"%PDF-1.5\n", {0: bytes(8)}
    for number, value in (_PAGES | dict(objects)).items():
        told[number] = b"\1" + len(data).to_bytes(4, "big") + bytes(3)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    for number, (packer, which) in (inside or {}).items():
        told[number] = b"\2" + packer.to_bytes(4, "big") + which.to_bytes(3, "big")
    last = max(told) + 1
    told[last] = b"\1" + len(data).to_bytes(4, "big") + bytes(3)
    numbers = sorted(told)
    runs = index or b" ".join(b"%d %d" % run for run in _runs(numbers))
    root = b"" if b"/Root" in more else b"/Root 1 0 R"
    size = last + 1 + len(rows) // 8
    head = b"/Type/XRef/Size %d/W[1 4 3]/Index[%b]%b/ID[<00><00>]" % (size, runs, root + more)
    table = stream(head, b"".join(told[number] for number in numbers) + rows)
    return data + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, table, len(data))


def classic(objects: Mapping[int, bytes], *, more: bytes = b"") -> bytes:
    """Return the same with a table that is written in digits."""
    data, rows = b"%PDF-1.4\n", {0: b"0000000000 65535 f \n"}
    for number, value in (_PAGES | dict(objects)).items():
        rows[number] = b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    table = b"xref\n" + b"".join(b"%d 1\n%b" % row for row in sorted(rows.items()))
    told = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (max(rows) + 1, more, len(data))
    return data + table + told


def paper(
    objects: Mapping[int, bytes], inside: Mapping[int, tuple[int, int]] | None = None, **more: bytes
) -> bytes:
    """Return a signed PDF of one page, as ``drawn`` draws it."""
    return certified(drawn(objects, inside, **more))


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the length of each run of numbers."""
    firsts = [number for number in numbers if number - 1 not in numbers]
    ends = [number + 1 for number in numbers if number + 1 not in numbers]
    return [(first, end - first) for first, end in zip(firsts, ends, strict=True)]


def certified(data: bytes) -> bytes:
    """Fill in the signature."""
    gap = data.index(_EMPTY)
    end = gap + len(_EMPTY)
    ranges = b"[0 %d %d %d" % (gap, end, len(data) - end)
    data = data.replace(_RANGES, ranges.ljust(len(_RANGES) - 1) + b"]")
    blob = cms.sign_pdf(CHARITY.key, CHARITY.certificate, hashlib.sha256(data[:gap] + data[end:]).digest())
    return data[:gap] + b"<" + blob.hex().encode().ljust(len(_EMPTY) - 2, b"0") + b">" + data[end:]


def heavy() -> dict[str, bytes]:
    """Return papers for which another reader of PDFs takes hundreds of MiB, or many seconds.

    Those in whose names is "packed" are read without reading what is packed one by one, and may be whole.
    """
    ones = b"[" + b"1 " * MIB + b"]"
    keys = b"<<" + b"".join(b"/K%d 1" % number for number in range(200_000)) + b">>"
    nested = b"[" * 400 + b"]" * 400
    in_four = {20: (4, 0)}
    apart = {number: (4, number - 20) for number in range(20, 2020)}
    full = packed({1010: b"1"}, 7 * MIB)
    many = dict.fromkeys(range(20, 50), full)
    return {
        "a list": paper({20: ones}),
        "a packed list": paper({4: packed({20: ones})}, in_four),
        "packed lists": paper({4: packed(dict.fromkeys(apart, b"[" + b"1 " * 500 + b"]"))}, apart),
        "a dictionary": paper({20: keys}),
        "a packed dictionary": paper({4: packed({20: keys})}, in_four),
        "deep": paper({20: b"[" + nested * 2000 + b"]"}),
        "very deep": paper({20: b"[" * MIB + b"]" * MIB}),
        "many objects": paper({}, rows=bytes(8 * 200_000), index=b"0 4 6 3 9 200000"),
        "a large string": paper({20: b"(" + b"x" * 3 * MIB + b")"}),
        "brackets": paper({20: b"(" + b"()" * 2 * MIB + b")"}),
        "large digits": paper({20: b"<" + b"00" * MIB + b">"}),
        "a large name": paper({20: b"/" + b"x" * 3 * MIB}),
        "remarks": paper({20: b"%\n" * 2 * MIB + b"1"}),
        "spaces": paper({4: packed({20: b"<</S/JavaScript>>"}, 40 * MIB)}, in_four),
        "spaces in many": paper(many, {1000 + number: (number, 0) for number in many}),
        "strings that look so": paper({4: packed({20: b"[" + b"(/AA)" * MIB + b"]"})}, in_four),
        "many runs": paper({}, index=b"0 4 6 3 " + b"9 0 " * MIB),
        "a length of itself": paper(
            {4: packed({20: b"1"}).replace(b"/Length", b"/Length 20 0 R/L")}, in_four
        ),
        "an older list of nothing": paper({}, more=b"/Prev 0"),
        "a list that is its own past": paper({}, more=b"/Prev 8992"),
    }
