"""Tools that nobody here wrote, run over an unpacked pack as a partner would run them."""

import subprocess
import sys
import zipfile
from pathlib import Path

BIN = Path(sys.executable).parent
LISTS = ("tagmanifest-sha256.txt", "manifest-sha256.txt")
_SIGNED = "cms -verify -binary -inform DER -in signature-1.p7s -content tagmanifest-sha256.txt".split()


def unpack(pack: Path, folder: Path) -> Path:
    """Unpack with the usual library and return the one folder inside."""
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


def run(folder: Path, *command: object) -> subprocess.CompletedProcess[bytes]:
    """Run a tool in the folder; it must be there, but need not be content."""
    return subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, check=False)


def openssl(bag: Path, charity: Path | None = None) -> bool:
    """Check the signature over the list of lists, trusting this certificate alone, or any at all."""
    only = ("-CAfile", charity, "-no-CApath", "-no-CAstore") if charity else ("-noverify",)
    return run(bag, "openssl", *_SIGNED, *only, "-out", bag.parent / "signed.txt").returncode == 0


def seen_certificate(bag: Path, place: Path) -> bytes:
    """Take the certificate out of the pack, as at a first meeting, and return its key in DER."""
    taken = ("-noverify", "-signer", place, "-out", place.with_name("signed.txt"))
    assert run(bag, "openssl", *_SIGNED, *taken).returncode == 0
    key = run(bag, "openssl", "x509", "-in", place, "-noout", "-pubkey").stdout
    (place.with_name("key.pem")).write_bytes(key)
    return run(bag, "openssl", "pkey", "-pubin", "-in", place.with_name("key.pem"), "-outform", "DER").stdout


def sha256sum(bag: Path, *lists: str) -> bool:
    """Check these lists, or both."""
    return all(run(bag, "sha256sum", "--strict", "-c", name).returncode == 0 for name in lists or LISTS)


def bagit(bag: Path) -> bool:
    """Check the bag."""
    return run(bag, sys.executable, BIN / "bagit.py", "--validate", ".").returncode == 0


def frictionless(bag: Path) -> bool:
    """Check the tables against their schemas, and every file against its hash."""
    return run(bag, BIN / "frictionless", "validate", "data/datapackage.json").returncode == 0


def pyhanko(report: Path, charity: Path) -> bool:
    """Check the signature inside a report, trusting this certificate alone."""
    told = ("sign", "validate", "--pretty-print", "--trust-replace", "--trust", charity, report)
    done = run(report.parent, BIN / "pyhanko", *told)
    return done.returncode == 0 and b"The signature covers the entire file." in done.stdout


def pdfsig(report: Path) -> bool:
    """Check the signature inside a report with poppler, which knows no certificate of ours."""
    said = run(report.parent, "pdfsig", "-nocert", report).stdout
    return b"Signature is Valid." in said and b"  - Total document signed" in said
