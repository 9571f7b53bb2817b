"""The signature inside a report: one, over the whole file, by the key of the pack, and nothing may change."""

import hashlib
import io
from datetime import timedelta
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from tests.packs.example import (
    BEGIN,
    CHAIR,
    CHARITY,
    ISSUED,
    THIEF,
    checked,
    claims,
    container_of,
    drawn,
    known,
    pack,
    payload,
    report,
    signer,
)
from vcse_desktop.packs import cms, pades, pdf
from vcse_desktop.packs.cms import Signed, Signer
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.making import certified
from vcse_desktop.packs.pades import sign_report
from vcse_desktop.packs.verdicts import Verdict

SIGNED = sign_report(report(), CHARITY, ISSUED)


def found(data: bytes, place: Path) -> Signed | None:
    """Return whose signature covers all of a PDF that does nothing else."""
    file = place / "a.pdf"
    file.write_bytes(data)
    return pdf.look_into(file)[1]


def altered(change: object = None, **how: object) -> bytes:
    """Return the small report, saved in another way."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(report())) as file:
        if callable(change):
            change(file)
        usual = {"deterministic_id": True, "object_stream_mode": ObjectStreamMode.generate}
        file.save(out, **usual | how)
    return out.getvalue()


def test_what_was_previewed_is_the_beginning_and_equal_input_gives_equal_bytes() -> None:
    assert SIGNED.startswith(report())
    assert sign_report(report(), CHARITY, ISSUED) == SIGNED
    empty = sign_report(report(), None, ISSUED)
    assert len(empty) == len(SIGNED)
    assert bytes.fromhex("00" * 4096).hex().encode() in empty


def test_the_signer_and_the_time_are_those_of_the_pack(tmp_path: Path) -> None:
    signed = found(SIGNED, tmp_path)
    assert signed is not None
    assert (signed.by.data, signed.at) == (CHARITY.certificate, ISSUED)
    assert found(report(), tmp_path) is None


@pytest.mark.parametrize("letter", ["A", "é", "\U0001f33b"])
def test_the_longest_names_fit(letter: str, tmp_path: Path) -> None:
    own = signer(0x4444, letter * 200, "GB-CHC-" + "1" * 57)
    signed = found(sign_report(report(), own, ISSUED), tmp_path)
    assert signed is not None
    assert signed.by.organisation == letter * 64


def test_links_and_all_that_stood_on_the_first_page_stay() -> None:
    def linked(file: Pdf) -> None:
        file.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])])
        file.docinfo = file.make_indirect(Dictionary(Title=String("Carers")))

    with Pdf.open(io.BytesIO(sign_report(altered(linked), CHARITY, ISSUED))) as file:
        assert [str(one.Subtype) for one in iter(file.pages[0].Annots)] == ["/Link", "/Widget"]
        assert str(file.docinfo.Title) == "Carers"
        assert not file.get_warnings()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        report()[:-7],
        b"no PDF\nstartxref\n0\n%%EOF\n",
        SIGNED,
        altered(object_stream_mode=ObjectStreamMode.disable),
    ],
)
def test_only_a_report_as_we_make_it_is_signed_and_only_once(data: bytes) -> None:
    with pytest.raises(Broken, match="pdf"):
        sign_report(data, CHARITY, ISSUED)


def test_every_byte_counts(tmp_path: Path) -> None:
    for place in (*range(0, len(report()), 7), *range(len(report()), len(SIGNED), 61), len(SIGNED) - 1):
        changed = bytearray(SIGNED)
        changed[place] ^= 0x20
        assert found(bytes(changed), tmp_path) is None, place


@pytest.mark.parametrize("more", [b"\n", b"%", b"\n%%EOF\n", SIGNED[len(report()) :]])
def test_nothing_may_follow(more: bytes, tmp_path: Path) -> None:
    assert found(SIGNED + more, tmp_path) is None
    assert found(SIGNED[: -len(more)], tmp_path) is None


def another(old: bytes, new: bytes, own: Signer = CHARITY) -> bytes:
    """Return the report as a maker of another mind would sign it: well, but not by the rule."""
    with pytest.MonkeyPatch.context() as patch:
        assert old in pades._SIGNATURE
        patch.setattr(pades, "_SIGNATURE", pades._SIGNATURE.replace(old, new))
        return sign_report(report(), own, ISSUED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/P 1", b"/P 2"),  # forms may be filled in
        (b"/P 1", b"/P 3"),
        (b"/P 1", b""),
        (b"/DocMDP", b"/FieldMDP"),
        (b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached"),
        (b"/M (D:%s)", b"/Reason (%s)"),
        (b"(D:%s)", b"(D:%s+00'00')"),
        (b"(D:%s)", b"(D:%.12s)"),
        (b"(D:%s)", b"(D:19991121200000Z) /X (%s)"),
        (b"(D:%s)", b"(D:2026112120000 Z) /X (%s)"),
        (b"/Type /Sig ", b"/Type /Sig /X << /ByteRange [ 0 ] >> "),
    ],
)
def test_a_signature_that_allows_or_says_anything_else_is_none(
    old: bytes, new: bytes, tmp_path: Path
) -> None:
    assert found(another(b"/Sig", b"/Sig"), tmp_path) is not None
    assert found(another(old, new), tmp_path) is None


def resigned(data: bytes, old: bytes, new: bytes, *, gap: tuple[int, int] | None = None) -> bytes:
    """Change a signed report and sign it again, with the hash of all but ``gap``."""
    assert data.count(old) == 1
    made = bytearray(data.replace(old, new))
    start = made.index(b"/Contents <", len(report())) + len(b"/Contents ")
    begin, end = gap or (start, start + 8194)
    digest = hashlib.sha256(made[:begin] + made[end:]).digest()
    made[start : start + 8194] = pades._contents(cms.sign_pdf(CHARITY.key, CHARITY.certificate, digest), 8192)
    return bytes(made)


def test_the_numbers_of_the_range_leave_out_the_signature_and_nothing_else(tmp_path: Path) -> None:
    start = SIGNED.index(b"/Contents <") + len(b"/Contents ")
    gap, end, left = start, start + 8194, len(SIGNED) - start - 8194
    numbers = b"[ 0 %d %d %d    " % (gap, end, left)
    assert found(resigned(SIGNED, numbers, numbers), tmp_path) is not None
    for other in (
        b"[ 1 %d %d %d" % (gap, end, left),
        b"[ 0 %d %d %d" % (gap, end, left - 1),
        b"[ 0 %d %d %d" % (gap - 1, end, left),
        b"[ 0 %d %d %d" % (gap - 1, end + 1, left - 1),
        b"[ 0 %d %d %d" % (gap, gap, len(SIGNED) - gap),
        b"[ 0 0 %d %d" % (end, left),
        b"[ 0 %d %d" % (gap, end),
        b"[ 0 %d %d /A" % (gap, end),
    ):
        assert found(resigned(SIGNED, numbers, other.ljust(len(numbers))), tmp_path) is None, other
    wider = b"[ 0 %d %d %d" % (gap - 11, end, left)
    moved = resigned(SIGNED, numbers, wider.ljust(len(numbers)), gap=(gap - 11, end))
    assert found(moved, tmp_path) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Perms << /DocMDP", b"/Perms << /DocMDX"),
        (b"/FT /Sig", b"/FT /Txt"),
        (b"/F 132 /FT /Sig", b"/Kids[]/FT/Sig "),
        (b"/Fields [ 8 0 R ] /SigFlags 3", b"/Fields [ 8 0 R 8 0 R ]      "),
        (b"/Fields [ 8 0 R ] /SigFlags 3", b"/Fields [ ]                  "),
    ],
)
def test_the_only_field_holds_the_signature_that_the_catalogue_names(
    old: bytes, new: bytes, tmp_path: Path
) -> None:
    assert found(resigned(SIGNED, old, old), tmp_path) is not None
    assert found(resigned(SIGNED, old, new), tmp_path) is None


@pytest.mark.parametrize("own", [THIEF, CHAIR])
def test_a_report_of_another_key_is_not_that_of_the_pack(own: Signer) -> None:
    result = checked(container_of(files=certified(drawn(), own, ISSUED)), known())
    assert (result.verdict, result.why) == (Verdict.ALTERED, "report-signature")


def test_a_report_without_a_signature_or_of_another_time_is_not_that_of_the_pack() -> None:
    for files in (drawn(), certified(drawn(), CHARITY, ISSUED + timedelta(seconds=1))):
        result = checked(container_of(files=files), known())
        assert (result.verdict, result.why) == (Verdict.ALTERED, "report-signature")
    assert checked(container_of(claims(made_with="VCSE Desktop 0.1 (draft)"), drawn())).verdict is (
        Verdict.ALTERED
    )


def test_a_report_in_another_language_is_signed_too() -> None:
    welsh = drawn() | {"data/report-cy.pdf": altered(lambda file: file.add_blank_page())}
    files = certified(welsh, CHARITY, ISSUED)
    assert checked(pack(files=files).data, known()).verdict is Verdict.OK
    unsigned = files | {"data/report-cy.pdf": welsh["data/report-cy.pdf"]}
    assert checked(pack(files=unsigned).data).verdict is Verdict.ALTERED


def test_nobody_certifies_outside_the_dates_of_the_certificate(tmp_path: Path) -> None:
    early = sign_report(report(), CHARITY, BEGIN - timedelta(seconds=1))
    assert found(early, tmp_path) is None
    assert found(sign_report(report(), CHARITY, BEGIN), tmp_path) is not None


def test_only_the_report_and_what_tells_of_it_are_other_files() -> None:
    before, after = drawn(), payload()
    assert {name for name in after if after[name] != before[name]} == {
        "data/report.pdf",
        "data/datapackage.json",
    }
    empty = certified(before, None, ISSUED)
    assert {name: len(data) for name, data in empty.items()} == {
        name: len(data) for name, data in after.items()
    }
    notice = {"data/notice.txt": b"Words."}
    assert certified(notice, CHARITY, ISSUED) == notice
