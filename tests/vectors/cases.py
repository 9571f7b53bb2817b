"""The files of the test vectors: at least one for each verdict, and what must have been done before."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.attacks.corpus.outer import flipped
from tests.attacks.corpus.signatures import scalars
from tests.packs.example import PAPER, begun, files_of
from tests.vectors import documents as of
from tests.vectors.documents import CHAIR, CHARITY, FIRST, NEW, PARTNER, SECOND, THIEF, THIRD, Entries
from vcse_desktop.packs import canonical, certificate, cms, container, der
from vcse_desktop.packs.bag import BAGIT_TEXT
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import Statements
from vcse_desktop.packs.making import certified

COMPARED = ("compare", "pack-1.zip")


@dataclass(frozen=True, slots=True)
class Vector:
    """A file, what it is, and what was done before: comparing the digits of one, checking another."""

    file: str
    about: str
    data: bytes
    verdict: str
    before: Sequence[tuple[str, str]] = ()


def _zip(entries: Entries) -> bytes:
    return container.write(entries)


PACK_1 = of.pack(of.pack_claims("20261121-aaaaaaaa"))
WHOLE = _zip(PACK_1)
ROOT = "pack-20261121-aaaaaaaa"


def _good() -> Iterator[Vector]:
    told = [of.line(1, PACK_1, state="superseded", by=2)]
    pack_2 = of.pack(of.pack_claims("20270221-bbbbbbbb", SECOND, **of.series(2, told)))
    after = [*told, of.line(2, pack_2, state="withdrawn", by=3, reason="A sum was wrong.")]
    said = {**of.common("notice", "20270301-nnnnnnnn", THIRD, of.STATEMENTS, CHARITY), **of.series(3, after)}
    notice = of.words(
        "notice", {**said, "text": "Number 2 had a wrong sum."}, CHARITY, b"Number 2 had a wrong sum.\n"
    )
    two = of.pack_claims("20261121-cccccccc", FIRST, of.TOGETHER, sign_off=of.BOTH)
    yield Vector("pack-1.zip", "a pack, met for the first time", WHOLE, "UNKNOWN_SIGNER")
    yield Vector("pack-1.zip", "the same, after its digits were compared", WHOLE, "OK", [COMPARED])
    yield Vector(
        "pack-2.zip", "the next of the series, in the place of the first", _zip(pack_2), "OK", [COMPARED]
    )
    yield Vector("notice-3.zip", "a notice that takes number 2 back", _zip(notice), "OK", [COMPARED])
    yield Vector(
        "two-signatures.zip",
        "two people signed, as the identity asks for",
        _zip(of.pack(two, (CHARITY, CHAIR))),
        "OK",
        [("compare", "two-signatures.zip")],
    )
    reply = of.words("reply", of.reply(PACK_1), PARTNER, b"From March the line is open until eight.\n")
    yield Vector("reply.zip", "a reply to the first pack", _zip(reply), "OK", [("compare", "reply.zip")])
    request = of.words("request", of.request(), PARTNER, b"Carers by area, please.\n")
    yield Vector("request.zip", "a request", _zip(request), "UNKNOWN_SIGNER")
    yield Vector(
        "report.pdf",
        "the report of the first pack by itself",
        dict(PACK_1)[f"{ROOT}/data/report.pdf"],
        "OK",
        [COMPARED],
    )
    later = {**of.pack_claims("20261121-dddddddd"), **of.series(1, line="later"), "format": 2, "more": [1]}
    yield Vector(
        "format-2.zip",
        "a later format that we may read, with a key that we do not know",
        _zip(of.pack(later)),
        "OK",
        [COMPARED],
    )
    yield Vector(
        "pack-1.zip", "replaced by number 2", WHOLE, "SUPERSEDED", [COMPARED, ("check", "pack-2.zip")]
    )
    yield Vector(
        "pack-2.zip",
        "taken back by the notice",
        _zip(pack_2),
        "WITHDRAWN",
        [COMPARED, ("check", "notice-3.zip")],
    )


def _under(name: str, statements: Statements, by: Signer, line: str) -> bytes:
    said = of.pack_claims(f"20270110-{name}", datetime(2027, 1, 10, 9, tzinfo=UTC), statements, by)
    return _zip(of.pack({**said, **of.series(1, line=line)}, (by,)))


def _trust() -> Iterator[Vector]:
    both, alone = of.changed(NEW, CHARITY, PAPER), of.changed(NEW, CHARITY)
    yield Vector(
        "key-changed.zip",
        "another key, which the old one and the recovery key vouch for",
        _under("eeeeeeee", both, NEW, "changed"),
        "OK",
        [COMPARED],
    )
    yield Vector(
        "key-changed-alone.zip",
        "another key, which the old one alone vouches for",
        _under("ffffffff", alone, NEW, "changed"),
        "UNKNOWN_SIGNER",
        [COMPARED],
    )
    old = _under("gggggggg", of.STATEMENTS, CHARITY, "after")
    yield Vector(
        "old-key.zip",
        "by the replaced key, never seen before",
        old,
        "REVOKED",
        [COMPARED, ("check", "key-changed.zip")],
    )
    fork = {**of.pack_claims("20261121-hhhhhhhh"), "title": "Something else"}
    yield Vector("fork.zip", "another document of number 1", _zip(of.pack(fork)), "FORK", [COMPARED])
    theirs = begun(THIEF, of.THIEF_PAPER, name=of.NAME, number=of.NUMBER)
    impostor = of.pack(of.pack_claims("20261121-iiiiiiii", FIRST, theirs, THIEF), (THIEF,))
    yield Vector("impostor.zip", "a stranger under the known name", _zip(impostor), "IMPOSTOR", [COMPARED])
    said = of.pack_claims("20261121-cccccccc", FIRST, of.TOGETHER, sign_off=of.BOTH)
    yield Vector("unfinished.zip", "one of two people signed", _zip(of.pack(said)), "UNFINISHED")
    lowered = {**said, "sign_off": {"need": 1, "keys": of.BOTH["keys"]}}
    yield Vector(
        "lowered.zip", "the pack asks for fewer than the identity", _zip(of.pack(lowered)), "UNFINISHED"
    )


def _carried() -> Iterator[Vector]:
    yield Vector(
        "again.zip", "zipped again: an extra field, times, another order", _again(), "REPACKED", [COMPARED]
    )
    yield Vector("cut.zip", "the last byte is missing", WHOLE[:-1], "DAMAGED")
    yield Vector(
        "flipped.zip", "a byte of the report is another", flipped(WHOLE, WHOLE.index(b"%PDF") + 9), "DAMAGED"
    )
    yield Vector(
        "photos.zip", "a ZIP of something else", _zip([("photos/a.jpg", b"\xff\xd8\xff")]), "NOT_A_PACK"
    )
    yield Vector("longer.zip", "a byte behind the end", WHOLE + b"\n", "ALTERED")
    yield Vector(
        "time.zip",
        "a time in a header that nobody reads",
        flipped(WHOLE, WHOLE.index(b"PK\3\4", 4) + 10),
        "ALTERED",
    )
    size = (33 << 20).to_bytes(4, "little")
    yield Vector(
        "too-big.zip",
        "an entry of 33 MiB, as its header says",
        WHOLE[:18] + size + size + WHOLE[26:],
        "TOO_BIG",
    )
    renamed = [(name.replace(ROOT, ROOT[:-1] + "b"), data) for name, data in PACK_1]
    yield Vector("renamed.zip", "the root folder has another name", _zip(renamed), "ALTERED")
    hidden = [*PACK_1, (f"{ROOT}/data/report.txt", b"hidden")]
    yield Vector("more.zip", "a file that is in no list", _zip(hidden), "ALTERED")
    swapped = [*PACK_1[:-1], (PACK_1[-1][0], PACK_1[-1][1].replace(b",15,", b",95,"))]
    yield Vector(
        "altered.zip",
        "a number in a table is another, with checksums of the ZIP set right",
        _zip(swapped),
        "ALTERED",
    )


def _again() -> bytes:
    """Return the pack as another program may have zipped it: stored, with times and an extra field."""
    made, lines, stamp = b"", b"", b"\x55\x54\x05\x00\x03abcd"
    for name, data in reversed(PACK_1):
        entry = container.Entry(name, zlib.crc32(data), len(data), len(made))
        local, central = bytearray(entry.local()), bytearray(entry.central())
        local[10:14] = central[12:16] = b"\x21\x48\x76\x5d"
        local[28:30] = central[30:32] = len(stamp).to_bytes(2, "little")
        made += bytes(local) + stamp + data
        lines += bytes(central) + stamp
    end = container.END_HEAD.pack(container.END, 0, 0, len(PACK_1), len(PACK_1), len(lines), len(made), 0)
    return made + lines + end


def _signed() -> Iterator[Vector]:
    said = of.pack_claims("20261121-aaaaaaaa")
    claims = canonical.dump(said)

    def tags(**changed: bytes) -> bytes:
        files = certified(of.payload(), CHARITY, FIRST)
        named = {name.replace("_", ".", 1): data for name, data in changed.items()}
        return _zip(files_of(said, files, root=ROOT, tags=named, when=[FIRST]))

    blank = tags(pack_json=claims.replace(b",", b", ", 1))
    yield Vector("blank.zip", "a blank in the claims, signed", blank, "ALTERED")
    yield Vector(
        "float.zip",
        "1.0 where 1 should be, signed",
        tags(pack_json=claims.replace(b'"need":1', b'"need":1.0')),
        "ALTERED",
    )
    yield Vector(
        "key-twice.zip",
        "a key twice in the claims, signed",
        tags(pack_json=claims.replace(b'"format":1', b'"format":1,"format":1')),
        "ALTERED",
    )
    yield Vector(
        "newer.zip",
        "needs a newer reader",
        tags(pack_json=canonical.dump({**said, "min_reader": 2})),
        "NEWER_FORMAT",
    )
    yield Vector(
        "more-tags.zip", "a sixth tag file in the signed list", tags(a_txt=BAGIT_TEXT), "NEWER_FORMAT"
    )
    good = PACK_1[1][1]
    for file, about, blob in (
        ("high-s.zip", "the signature with the other s", _with_s(good)),
        ("by-thief.zip", "another key signed", cms.sign(THIEF.key, THIEF.certificate, PACK_1[0][1], FIRST)),
        ("long-length.zip", "a length in three bytes", b"\x30\x83\0" + good[2:]),
    ):
        yield Vector(file, about, _zip([PACK_1[0], (PACK_1[1][0], blob), *PACK_1[2:]]), "ALTERED")
    for file, about, files in (
        ("unsafe-name.zip", "a file of another kind", {**of.payload(), "data/check.exe": b"MZ"}),
        ("unsafe-page.zip", "a page with a script", of.payload(page=of.WEB + b"<script>alert(1)</script>\n")),
        ("unsafe-table.zip", "a table with a formula", of.payload(table=of.TABLE.replace(b"Ashby", b"=1+1"))),
    ):
        yield Vector(file, about, _zip(of.pack(said, files=files)), "UNSAFE")
    acting = {**certified(of.payload(), CHARITY, FIRST), "data/report.pdf": _acting_pdf()}
    yield Vector(
        "unsafe-pdf.zip",
        "a PDF with a script",
        _zip(files_of(said, acting, root=ROOT, when=[FIRST])),
        "UNSAFE",
    )
    bare = {**of.payload()}
    yield Vector(
        "unsigned-pdf.zip",
        "a report without a signature of its own",
        _zip(files_of(said, bare, root=ROOT, when=[FIRST])),
        "ALTERED",
    )


def _with_s(blob: bytes) -> bytes:
    """Return the signature file of the first pack with the other s, which most programs take as well."""
    signature = der.elements(der.inside(blob, 0, 1, 0, 4, 0))[5]
    by = certificate.read(CHARITY.certificate)
    attributes = cms._attributes(by, hashlib.sha256(PACK_1[0][1]).digest(), der.utc(FIRST))
    assert cms._whole(by, attributes, signature) == blob
    return cms._whole(by, attributes, dict(scalars(signature))["high s"])


def _acting_pdf() -> bytes:
    """Return a small PDF that would run a script when it is opened."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
        b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 200 ] /Resources << >> >>",
    )
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 4\n0000000000 65535 f \n%strailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + tail % (table, len(made))


def vectors() -> list[Vector]:
    """Return all of them; a file may be there more than once, after different things."""
    return [*_good(), *_trust(), *_carried(), *_signed()]
