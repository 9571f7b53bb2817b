"""Tools that nobody here wrote, run over an unpacked pack as a partner would run them."""

import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
_BAGIT = """
import runpy, sys, types
known = types.ModuleType("pkg_resources")  # bagit asks it for its own version, and newer systems lack it
known.DistributionNotFound = ImportError
known.get_distribution = lambda _: types.SimpleNamespace(version="0")
sys.modules["pkg_resources"] = known
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
_SIGNED = "cms -verify -binary -inform DER -in signature-1.p7s -content tagmanifest-sha256.txt".split()


def run(folder: Path, *command: object) -> subprocess.CompletedProcess[bytes]:
    """Run a tool in the folder; it must be there, but need not be content."""
    return subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, check=False)


def openssl(bag: Path, charity: Path) -> bool:
    """Check the signature over the list of lists, trusting this certificate alone."""
    only = ("-CAfile", charity, "-no-CApath", "-no-CAstore", "-out", charity.with_name("signed.txt"))
    return run(bag, "openssl", *_SIGNED, *only).returncode == 0


def seen_certificate(bag: Path, place: Path) -> bytes:
    """Take the certificate out of the pack, as at a first meeting, and return its key in DER."""
    taken = ("-noverify", "-signer", place, "-out", place.with_name("signed.txt"))
    assert run(bag, "openssl", *_SIGNED, *taken).returncode == 0
    key = run(bag, "openssl", "x509", "-in", place, "-noout", "-pubkey").stdout
    (place.with_name("key.pem")).write_bytes(key)
    return run(bag, "openssl", "pkey", "-pubin", "-in", place.with_name("key.pem"), "-outform", "DER").stdout


def sha256sum(bag: Path, name: str) -> bool:
    """Check one list."""
    return run(bag, "sha256sum", "--strict", "-c", name).returncode == 0


def bagit(bag: Path) -> bool:
    """Check the bag."""
    return run(bag, sys.executable, "-c", _BAGIT, BIN / "bagit.py", "--validate", ".").returncode == 0


def frictionless(bag: Path) -> bool:
    """Check the tables against their schemas, and every file against its hash."""
    return run(bag, BIN / "frictionless", "validate", "data/datapackage.json").returncode == 0
