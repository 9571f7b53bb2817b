"""The signature inside a report: PAdES-B-B over the whole file, which allows no change at all.

It is an incremental update, so the bytes before it stay as they are. Equal input gives equal bytes.
"""

import hashlib
import io
import re
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.packs import cms
from vcse_desktop.packs.cms import Signed, Signer
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.layout import CHUNK
from vcse_desktop.packs.pdf_objects import Objects

FILTER = "/ETSI.CAdES.detached"
FIELD = "Signature"
_ROOM = 8192  # hex digits for the CMS: three times what the longest names need
_EMPTY = b"[ 0" + b" " * 36 + b"]"  # the other three numbers of the byte range are known last
_SIGNATURE = (
    b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:%s) /Reference [ << "
    b"/Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P 1 >> "
    b">> ] /ByteRange " + _EMPTY + b" /Contents <" + b"0" * _ROOM + b"> >>"
)
_PRINTED_AND_LOCKED, _ONLY_APPENDED = 132, 3
_WIDTHS = (1, 4, 2)  # bytes of kind, place and generation in the list of objects
_LAST_LIST = re.compile(rb"startxref\s+([0-9]+)\s+%%EOF\s*$")
_TIME = "D:%Y%m%d%H%M%SZ"
_TIME_LENGTH = 17


def sign_report(pdf: bytes, signer: Signer | None, when: datetime) -> bytes:
    """Return the PDF with one signature that certifies all of it; ``when`` in UTC, whole seconds.

    What was given is the beginning of what is returned. Without a signer the signature is empty, and the
    size the same. The PDF is one of ours: a list of objects in a stream, and no form; Broken when it is not.
    """
    before = _LAST_LIST.search(pdf[-64:])
    if not before:
        raise Broken("pdf-end")
    made = _updated(pdf, int(before[1]), when)
    gap = made.index(b"/Contents <", len(pdf)) + len(b"/Contents ")
    end = gap + _ROOM + len(b"<>")
    ranges = f"[ 0 {gap} {end} {len(made) - end}".encode().ljust(len(_EMPTY) - 1) + b"]"
    start = made.index(_EMPTY, len(pdf))
    made[start : start + len(_EMPTY)] = ranges
    if signer:
        digest = hashlib.sha256(made[:gap] + made[end:]).digest()
        made[gap:end] = _contents(cms.sign_pdf(signer.key, signer.certificate, digest), _ROOM)
    return bytes(made)


def verify_report(file: Objects, path: Path) -> Signed:
    """Return who signed the open PDF at this path, and when; Broken unless one signature covers all of it.

    Nothing may stand after it, it allows no change, and its CMS has the one shape.
    """
    try:
        (gap, end, length), said = _ranges_and_time(file)
        at = datetime.strptime(said, _TIME).replace(tzinfo=UTC)
    except (LookupError, TypeError, ValueError):
        raise Broken("report-signature") from None
    if not (0 < gap < end <= gap + 2 * _ROOM and end + length == path.stat().st_size):
        raise Broken("report-range")
    by = cms.verify_pdf(*_read(path, gap, end))
    if len(said) != _TIME_LENGTH or not by.begin <= at <= by.end:
        raise Broken("report-time")
    return Signed(by, at)


def _ranges_and_time(file: Objects) -> tuple[list[int], str]:
    """Return the last three numbers of the byte range and the time, of the only signature."""
    root = file.dictionary(file.trailer["/Root"])
    (field,) = map(file.dictionary, file.sequence(file.dictionary(root["/AcroForm"])["/Fields"]))
    signature = file.dictionary(field["/V"])
    (reference,) = map(file.dictionary, file.sequence(signature["/Reference"]))
    allowed = file.dictionary(reference["/TransformParams"])["/P"]
    names = [field["/FT"], signature["/SubFilter"], reference["/TransformMethod"]]
    certifies = file.dictionary(root["/Perms"])["/DocMDP"] == field["/V"]
    if names != ["/Sig", FILTER, "/DocMDP"] or not certifies or allowed != 1 or "/Kids" in field:
        raise ValueError
    zero, *ranges = file.sequence(signature["/ByteRange"])
    numbers = [number for number in ranges if isinstance(number, int)]
    said = signature["/M"]
    if zero != 0 or len(numbers) != len(ranges) or not isinstance(said, bytes):
        raise ValueError
    return numbers, said.decode("ascii")


def _read(path: Path, gap: int, end: int) -> tuple[bytes, bytes]:
    """Return the CMS in the gap, and the hash of all the rest; Broken when anything else is in the gap."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        for size in (*(CHUNK for _ in range(gap // CHUNK)), gap % CHUNK):
            found.update(file.read(size))
        inside = file.read(end - gap)
        while part := file.read(CHUNK):
            found.update(part)
    try:
        blob = bytes.fromhex(inside[1:-1].decode("ascii"))
    except ValueError:
        raise Broken("report-contents") from None
    blob = blob[: 4 + int.from_bytes(blob[2:4], "big")]  # what follows the outermost length of two bytes
    if _contents(blob, len(inside) - len(b"<>")) != inside:
        raise Broken("report-contents")
    return blob, found.digest()


def _contents(blob: bytes, room: int) -> bytes:
    return b"<" + blob.hex().encode("ascii").ljust(room, b"0") + b">"


def _updated(pdf: bytes, before: int, when: datetime) -> bytearray:
    """Return the PDF with a signature that is still empty; ``before`` is where its last list stands."""
    import pikepdf  # noqa: PLC0415 - as above

    try:
        objects, trailer = _changed(pdf, when)
    except pikepdf.PikepdfError:
        raise Broken("pdf") from None
    made, places = bytearray(pdf), {}
    for (number, generation), body in objects.items():
        made += b"\n"
        places[number] = (1, len(made), generation)
        made += b"%d %d obj\n%s\nendobj" % (number, generation, body)
    number = max(places) + 1
    made += b"\n"
    places[number] = (1, len(made), 0)
    rows = b"".join(_row(places[one]) for one in sorted(places))
    which = b" ".join(b"%d 1" % one for one in sorted(places))
    made += (
        b"%d 0 obj\n<< /Type /XRef /W [ 1 4 2 ] /Size %d /Index [ %s ] /Prev %d %s /Length %d >>\n"
        b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
    ) % (number, number + 1, which, before, trailer, len(rows), rows, places[number][1])
    return made


def _row(values: tuple[int, int, int]) -> bytes:
    return b"".join(value.to_bytes(width, "big") for value, width in zip(values, _WIDTHS, strict=True))


def _changed(pdf: bytes, when: datetime) -> tuple[dict[tuple[int, int], bytes], bytes]:
    """Return the new and the changed objects by number and generation, and what the trailer repeats."""
    import pikepdf  # noqa: PLC0415 - as above

    with pikepdf.open(io.BytesIO(pdf)) as file:
        root, page, pdf_dict = file.Root, file.pages[0].obj, pikepdf.Dictionary
        if "/AcroForm" in root or file.trailer.get("/Type") != "/XRef":
            raise Broken("pdf-form")
        signature = file.make_indirect(pdf_dict())
        field = file.make_indirect(
            pdf_dict(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String(FIELD),
                V=signature,
                F=_PRINTED_AND_LOCKED,
                Rect=[0, 0, 0, 0],
                P=page,
            )
        )
        page.Annots = pikepdf.Array([*page.get("/Annots", ()), field])
        root.AcroForm = pdf_dict(Fields=[field], SigFlags=_ONLY_APPENDED)
        root.Perms = pdf_dict(DocMDP=signature)
        root.Extensions = pdf_dict(ESIC=pdf_dict(BaseVersion=pikepdf.Name("/1.7"), ExtensionLevel=1))
        file.trailer.ID[1] = pikepdf.String(hashlib.sha256(pdf).digest()[:16])
        objects = {one.objgen: one.unparse(resolved=True) for one in (field, page, root)}
        kept = [key for key in ("/Root", "/Info", "/ID") if key in file.trailer]
        repeated = (f"{key} ".encode() + file.trailer[key].unparse() for key in kept)
        filled = _SIGNATURE % when.strftime(_TIME[2:]).encode("ascii")
        return {signature.objgen: filled, **objects}, b" ".join(repeated)
