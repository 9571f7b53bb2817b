"""The one file that holds an encrypted image: a header anybody can read and nobody can change unseen."""

import json
import os
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vcse_desktop.store.encoding import canonical, to_bytes, to_text
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.gauge import Gauge
from vcse_desktop.store.unfit import DamagedBackup, NewerBackup, NotABackup

START = struct.Struct("<8sII")
BLOCK, LARGEST, PIECE = 4096, 65536, 1 << 20
MADE_AT = "%Y-%m-%dT%H:%M:%SZ"
NAMED = ("slot", "vault", "kind", "label", "role")
_MADE_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_VAULT, _SHA256 = re.compile("[0-9A-Z]{13}"), re.compile("[0-9a-f]{64}")
_COMMON = frozenset(
    "app body_bytes body_sha256 epoch format made_at migrations nonce previous sealed slots vault".split()
)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a file is for: its first eight bytes, its format, and exactly the fields of its header."""

    magic: bytes
    format: str
    fields: frozenset[str]


BACKUP = Sort(b"VCSEBK01", "vcse-backup/1", _COMMON)
HANDOVER = Sort(b"VCSEHO01", "vcse-handover/1", _COMMON | {"salt", "to"})


@dataclass(frozen=True, slots=True)
class Head:
    """A header as it was read: its fields, and at which byte the body begins."""

    fields: Mapping[str, Any]
    size: int

    @property
    def vault(self) -> str:
        """The id of the vault: 13 symbols."""
        return str(self.fields["vault"])

    @property
    def made_at(self) -> str:
        """When the file was made, in UTC, as MADE_AT writes it: compares as text."""
        return str(self.fields["made_at"])

    @property
    def slots(self) -> list[Mapping[str, Any]]:
        """The slots of that day."""
        return list(self.fields["slots"])

    @property
    def body_bytes(self) -> int:
        """How many bytes the body has."""
        return int(self.fields["body_bytes"])


def header(sort: Sort, fields: Mapping[str, object], inner: object, data_key: bytes) -> bytes:
    """Return the whole header block; ``inner`` can be read with the data key alone, and binds the rest."""
    nonce = os.urandom(12)
    open_ = {**fields, "format": sort.format, "nonce": to_text(nonce)}
    box = _box(str(fields["vault"]), data_key).encrypt(nonce, canonical(inner), canonical(open_))
    written = canonical({**open_, "sealed": to_text(box)})
    size = -(-(START.size + len(written)) // BLOCK) * BLOCK
    if {*open_, "sealed"} != sort.fields or size > LARGEST:
        raise ValueError("a header has exactly its fields, and no more room than it has")
    return (START.pack(sort.magic, size, len(written)) + written).ljust(size, b"\0")


def read_head(file: Path, sort: Sort = BACKUP) -> Head:
    """Return the header, checked strictly; NotABackup, NewerBackup or DamagedBackup when it is none."""
    if not file.is_file():
        raise NotABackup
    with files_at_fault(), file.open("rb") as stream:
        start = stream.read(START.size)
        if start[:6] != sort.magic[:6] or len(start) < START.size:
            raise NotABackup
        magic, size, length = START.unpack(start)
        if magic != sort.magic:
            raise NewerBackup if magic[6:].isdigit() else DamagedBackup
        if size % BLOCK or not 0 < size <= LARGEST or length > size - START.size:
            raise DamagedBackup
        rest = stream.read(size - START.size)
        whole = os.fstat(stream.fileno()).st_size
    written, zeros = rest[:length], rest[length:]
    fields = _parsed(written, sort)
    if fields is None or any(zeros) or whole != size + fields["body_bytes"]:
        raise DamagedBackup
    return Head(fields, size)


def unsealed(head: Head, data_key: bytes) -> Any:  # noqa: ANN401 - whatever JSON was sealed
    """Return what is sealed in it; DamagedBackup when a field was changed or the key is another."""
    open_ = {name: value for name, value in head.fields.items() if name != "sealed"}
    try:
        nonce, box = to_bytes(head.fields["nonce"]), to_bytes(head.fields["sealed"])
        return json.loads(_box(head.vault, data_key).decrypt(nonce, box, canonical(open_)))
    except (InvalidTag, ValueError):
        raise DamagedBackup from None


def take_out(file: Path, head: Head, target: Path | None, gauge: Gauge) -> None:
    """Read the body, write it to the target if there is one, and compare it with its hash.

    DamagedBackup when it is not what was written; DiskFull or CannotWrite when the target refuses.
    """
    digest = sha256()
    with files_at_fault(), file.open("rb") as stream:
        stream.seek(head.size)
        if target is None:
            for piece in pieces(stream, gauge):
                digest.update(piece)
        else:
            with target.open("wb") as out:
                for piece in pieces(stream, gauge):
                    digest.update(piece)
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
    if digest.hexdigest() != head.fields["body_sha256"]:
        raise DamagedBackup


def wrap(body: Path, head: bytes, gauge: Gauge) -> None:
    """Put a header before an image, in the same file: it needs no second copy's room on the disk."""
    with files_at_fault(), body.open("r+b") as stream:
        end = stream.seek(0, os.SEEK_END)
        for start in reversed(range(0, end, PIECE)):  # from the end, so that nothing is written over unread
            stream.seek(start)
            piece = stream.read(min(PIECE, end - start))
            stream.seek(start + len(head))
            stream.write(piece)
            gauge.go_on(len(piece))
        stream.seek(0)
        stream.write(head)
        stream.flush()
        os.fsync(stream.fileno())


def pieces(stream: BinaryIO, gauge: Gauge) -> Iterator[bytes]:
    """Yield what is left of a file, piece by piece, counted."""
    while piece := stream.read(PIECE):
        gauge.go_on(len(piece))
        yield piece


def _box(vault: str, data_key: bytes) -> AESGCM:
    salt = vault.encode("ascii", "replace")
    return AESGCM(HKDF(hashes.SHA256(), 32, salt, b"vcse header 1").derive(data_key))


def _parsed(written: bytes, sort: Sort) -> dict[str, Any] | None:
    """Return the fields; None unless they are exactly those of the sort, of their kinds, and canonical."""
    try:
        found = json.loads(written)
        if not isinstance(found, dict) or canonical(found) != written or found.keys() != sort.fields:
            return None
    except (ValueError, RecursionError):
        return None
    texts = ("app", "made_at", "vault", "body_sha256", "nonce", "sealed")
    numbers = (found["epoch"], found["body_bytes"])
    lists = (found["slots"], found["previous"], found["migrations"])
    fits = (
        found["format"] == sort.format
        and all(isinstance(found[name], str) for name in texts)
        and _MADE_AT.fullmatch(found["made_at"])
        and _VAULT.fullmatch(found["vault"])
        and _SHA256.fullmatch(found["body_sha256"])
        and all(type(number) is int and number > 0 for number in numbers)
        and all(isinstance(one, list) for one in lists)
        and all(isinstance(one, dict) for one in (*found["slots"], *found["previous"]))
        and all(isinstance(slot.get(name), str) for slot in found["slots"] for name in NAMED)
        and all(isinstance(name, str) for name in found["migrations"])
    )
    return found if fits else None
