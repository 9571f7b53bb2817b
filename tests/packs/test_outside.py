"""A pack can be checked with tools that everybody has, and each tool sees a byte too many."""

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from tests import outside
from tests.packs.example import CHARITY, ID, NUMBER, audited, claims, pack, payload, plan, report
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.packs.summary import Words, pack_payload


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """Return the folder of an unpacked pack with two tables' worth of everything."""
    said = Quote(1, "It helped.\nReally.", "cy", "Helpodd.", "waiting", "carer", "A. B.", False)
    words = Words("Carers", {"data/report.pdf": report()}, [said], {"waiting": "Waiting"})
    files = pack_payload(plan(), audited(plan()), words, NUMBER, ID)
    with zipfile.ZipFile(io.BytesIO(pack(claims(), files).data)) as archive:
        archive.extractall(tmp_path / "in")
    return tmp_path / "in" / f"pack-{ID}"


@pytest.fixture
def charity(tmp_path: Path) -> Path:
    """Return the certificate as the printed card gives it."""
    file = tmp_path / "charity.pem"
    body = base64.encodebytes(CHARITY.certificate).decode()
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


def test_every_file_but_itself_is_in_the_description() -> None:
    assert set(payload()) == {
        "data/datapackage.json",
        "data/report.html",
        "data/report.pdf",
        "data/tables/carers.v1.csv",
    }
