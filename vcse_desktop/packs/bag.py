"""The tag files: lists of hashes, and the three small files that follow from the rest."""

import hashlib
import re
from collections.abc import Iterable

from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.layout import is_path

BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile("([0-9a-f]{64})  ([a-z0-9_./-]{1,80})")

Hashes = dict[str, str]
"""64 hex digits of SHA-256 by path, in the order of the list."""


def hash_list(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the list of these files; they come sorted."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in files).encode("ascii")


def read_list(data: bytes) -> Hashes:
    """Return what a list says; Broken unless it is as ``hash_list`` writes it."""
    if not data.isascii() or not data.endswith(b"\n"):
        raise Broken("list")
    found: Hashes = {}
    last = ""
    for line in data.decode("ascii")[:-1].split("\n"):
        match = _LINE.fullmatch(line)
        if not match or not is_path(match[2]) or match[2] <= last:
            raise Broken("list")
        last = match[2]
        found[last] = match[1]
    return found


def bag_info(document_id: str, issued: str, size: int, files: int) -> bytes:
    """Return ``bag-info.txt``; ``size`` in bytes over all payload files."""
    lines = (
        f"External-Identifier: {document_id}",
        f"Bagging-Date: {issued[:10]}",
        f"Payload-Oxum: {size}.{files}",
    )
    return "".join(f"{line}\n" for line in lines).encode("ascii")
