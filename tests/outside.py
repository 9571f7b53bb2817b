"""Tools that nobody here wrote, run over an unpacked pack as a partner would run them."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

BIN = Path(sys.executable).parent


def unpack(pack: Path, folder: Path) -> Path:
    """Unpack with the usual library and return the one folder inside."""
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


def run(folder: Path, *command: object) -> bool:
    """Run a tool in the folder and say whether it was content."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode == 0


def found(name: str) -> str:
    """Return where a tool is; it must be there."""
    place = shutil.which(name)
    assert place, f"{name} is needed for this test"
    return place


def openssl(bag: Path, *trust: object) -> bool:
    """Check the signature over the list of lists."""
    signed = [
        "-in",
        "signature-1.p7s",
        "-content",
        "tagmanifest-sha256.txt",
        "-out",
        bag.parent / "signed.txt",
    ]
    return run(
        bag,
        found("openssl"),
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        *signed,
        *(trust or ["-noverify"]),
    )


def sha256sum(bag: Path) -> bool:
    """Check both lists."""
    lists = ("tagmanifest-sha256.txt", "manifest-sha256.txt")
    return all(run(bag, found("sha256sum"), "--strict", "-c", name) for name in lists)


def bagit(bag: Path) -> bool:
    """Check the bag."""
    return run(bag, sys.executable, BIN / "bagit.py", "--validate", ".")


def frictionless(bag: Path) -> bool:
    """Check the tables against their schemas."""
    return run(bag, BIN / "frictionless", "validate", "data/datapackage.json")
