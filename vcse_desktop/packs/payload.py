"""What the payload of a signed file may hold, and what its files may do."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from vcse_desktop.packs import cells, page, pdf
from vcse_desktop.packs.head import Head
from vcse_desktop.packs.layout import CHUNK, ENTRY_LIMIT, Kind
from vcse_desktop.packs.opening import Source
from vcse_desktop.packs.verdicts import Stop, Verdict


def check_names(kind: Kind, head: Head) -> None:
    """Return when every name in the list is one that this kind may hold; else Stop."""
    if not all(map(kind.allows, head.payload)):
        raise Stop(Verdict.UNSAFE, "payload-name", "name")


def read_payload(source: Source, head: Head, folder: Path) -> int:
    """Write the payload below the folder and return its size in bytes; Stop when a file is not as signed."""
    size = 0
    for path, expected in head.payload.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        found = hashlib.sha256()
        with file.open("wb") as out:
            for part in source.read(path, ENTRY_LIMIT):
                found.update(part)
                size += out.write(part)
        if found.hexdigest() != expected:
            raise Stop(Verdict.ALTERED, "payload-hash")
    return size


def check_contents(head: Head, folder: Path) -> None:
    """Return when no file could do harm, and every PDF is certified by the first signer; else Stop."""
    certified = True
    for path in head.payload:
        what = ""
        if path.endswith(".html"):
            what = "" if page.is_harmless(_chunks(folder / path)) else "page"
        elif path.endswith(".csv"):
            what = cells.what_is_unsafe(folder / path)
        elif path.endswith(".pdf"):
            what, signed = pdf.look_into(folder / path)
            certified = certified and signed == head.signed[0]
        if what:
            raise Stop(Verdict.UNSAFE, "payload-contents", what)
    if not certified:
        raise Stop(Verdict.ALTERED, "report-signature")


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(lambda: file.read(CHUNK), b"")
