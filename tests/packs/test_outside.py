"""A pack can be checked with tools that everybody has, and each tool sees a byte too many."""

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from asn1crypto import keys, x509
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests import outside
from tests.packs.example import (
    CHARITY,
    ID,
    ISSUED,
    NUMBER,
    THIEF,
    audited,
    claims,
    pack,
    payload,
    plan,
    report,
)
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.making import certified
from vcse_desktop.packs.p256 import stored
from vcse_desktop.packs.pades import sign_report
from vcse_desktop.packs.summary import Words, pack_payload


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """Return the folder of an unpacked pack with two tables' worth of everything."""
    said = Quote(1, "It helped.\nReally.", "cy", "Helpodd.", "waiting", "carer", "A. B.", False)
    words = Words("Carers", {"data/report.pdf": report()}, [said], {"waiting": "Waiting"})
    files = pack_payload(plan(), audited(plan()), words, NUMBER, ID)
    files = certified(files, CHARITY, ISSUED)
    with zipfile.ZipFile(io.BytesIO(pack(claims(), files).data)) as archive:
        archive.extractall(tmp_path / "in")
    return tmp_path / "in" / f"pack-{ID}"


@pytest.fixture
def charity(tmp_path: Path) -> Path:
    """Return the certificate as the printed card gives it."""
    return pem(tmp_path / "charity.pem", CHARITY.certificate)


def pem(file: Path, certificate: bytes) -> Path:
    """Write a certificate as text."""
    body = base64.encodebytes(certificate).decode()
    file.write_text(f"-----BEGIN CERTIFICATE-----\n{body}-----END CERTIFICATE-----\n", "utf-8")
    return file


def longer(file: Path) -> None:
    """Add one byte."""
    file.write_bytes(file.read_bytes() + b"\n")


def test_openssl_checks_the_signature(bag: Path, charity: Path) -> None:
    assert outside.openssl(bag, charity)
    longer(bag / "tagmanifest-sha256.txt")
    assert not outside.openssl(bag, charity)


def test_openssl_shows_the_key_of_a_stranger(bag: Path, tmp_path: Path) -> None:
    key = outside.seen_certificate(bag, tmp_path / "seen.pem")
    assert (
        hashlib.sha256(key).hexdigest() == "3768ebf6c3a9e81b5a5f1244122afce3ac6761948d4c81819784d9173bd4b830"
    )


@pytest.mark.parametrize(
    "file", ["pack.json", "readme.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
)
def test_sha256sum_checks_the_tag_files(bag: Path, file: str) -> None:
    assert outside.sha256sum(bag, "tagmanifest-sha256.txt")
    longer(bag / file)
    assert not outside.sha256sum(bag, "tagmanifest-sha256.txt")


def test_sha256sum_checks_the_payload(bag: Path) -> None:
    assert outside.sha256sum(bag, "manifest-sha256.txt")
    longer(bag / "data" / "report.pdf")
    assert not outside.sha256sum(bag, "manifest-sha256.txt")


@pytest.mark.parametrize("file", ["pack.json", "data/report.pdf", "data/tables/carers.v1.csv"])
def test_bagit_checks_the_bag(bag: Path, file: str) -> None:
    assert outside.bagit(bag)
    longer(bag / file)
    assert not outside.bagit(bag)


@pytest.mark.parametrize("file", ["data/tables/carers.v1.csv", "data/quotes.csv", "data/report.pdf"])
def test_frictionless_checks_tables_quotes_and_reports(bag: Path, file: str) -> None:
    assert outside.frictionless(bag)
    longer(bag / file)
    assert not outside.frictionless(bag)


def test_pyhanko_and_poppler_check_the_report(bag: Path, charity: Path) -> None:
    report = bag / "data" / "report.pdf"
    good = report.read_bytes()
    assert outside.pyhanko(report, charity)
    assert outside.pdfsig(report)
    for changed in (good + b"\n", good[:200] + b"x" + good[201:]):
        report.write_bytes(changed)
        assert not outside.pdfsig(report)
        assert not outside.pyhanko(report, charity)


def test_pyhanko_knows_nobody_by_another_card(bag: Path, tmp_path: Path) -> None:
    other = pem(tmp_path / "thief.pem", THIEF.certificate)
    assert not outside.pyhanko(bag / "data" / "report.pdf", other)


def signed_by_pyhanko(data: bytes, own: Signer, permission: fields.MDPPerm, name: str = "Other") -> bytes:
    """Return a PDF signed as another program would, that allows this much."""
    signer = signers.SimpleSigner(
        x509.Certificate.load(own.certificate),
        keys.PrivateKeyInfo.load(stored(own.key)),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    meta = signers.PdfSignatureMetadata(
        field_name=name,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=b"/DocMDP" not in data,
        docmdp_permissions=permission,
    )
    out = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), meta, signer)
    return bytes(out.getbuffer())


def test_what_other_programs_make_of_a_report_is_refused_by_our_rule(tmp_path: Path, charity: Path) -> None:
    mine = sign_report(report(), CHARITY, ISSUED)
    more = IncrementalPdfFileWriter(io.BytesIO(mine))
    more.root["/Lang"] = pdf_string("cy")
    more.update_root()  # type: ignore[no-untyped-call]
    updated = io.BytesIO()
    more.write(updated)  # type: ignore[no-untyped-call]
    filled = signed_by_pyhanko(report(), CHARITY, fields.MDPPerm.FILL_FORMS)
    made = {
        "as it should be": mine,
        "updated": updated.getvalue(),
        "may be filled in": filled,
        "signed twice": signed_by_pyhanko(filled, CHARITY, fields.MDPPerm.FILL_FORMS, "Second"),
    }
    found = {name: check(io.BytesIO(data)).verdict.name for name, data in made.items()}
    assert found == dict.fromkeys(made, "ALTERED") | {"as it should be": "UNKNOWN_SIGNER"}
    file = tmp_path / "filled.pdf"
    file.write_bytes(filled)
    assert outside.pyhanko(file, charity), "only our rule is that strict"


def test_every_file_but_itself_is_in_the_description() -> None:
    assert set(payload()) == {
        "data/datapackage.json",
        "data/report.html",
        "data/report.pdf",
        "data/tables/carers.v1.csv",
    }
