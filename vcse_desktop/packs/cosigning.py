"""A document that not all have signed yet: taken apart, and put together with one signature more."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from vcse_desktop.packs import canonical, cms
from vcse_desktop.packs.bag import read_list
from vcse_desktop.packs.container import LOCAL_HEAD
from vcse_desktop.packs.folder import opened_folder
from vcse_desktop.packs.forward import at_most
from vcse_desktop.packs.layout import (
    ENTRY_LIMIT,
    FIRST,
    MANIFEST,
    MOST_SIGNATURES,
    SIGNATURE_LIMIT,
    TAG_LIMIT,
    signature_name,
)
from vcse_desktop.packs.making import Built, Frozen, issued_at, sealed
from vcse_desktop.packs.opening import Source, opened


def taken_apart(file: Path) -> tuple[Frozen, list[bytes]]:
    """Return a document and its signatures, of a file or of the folder that it was unpacked into.

    It was checked and found whole; else Stop or Broken.
    """
    if file.is_dir():
        return _of(opened_folder(file))
    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as into, file.open("rb") as stream:
        return _of(opened(stream, at_most(stream, LOCAL_HEAD.size), Path(into)))


def with_signature(frozen: Frozen, signatures: Sequence[bytes], more: bytes, keys: Sequence[str]) -> Built:
    """Return the file with one signature more, in the order of the keys that may sign.

    Broken when it is not over this document; ValueError when its key may not sign, or has done so.
    """
    signed = {cms.verify(one, frozen.first).by.key: one for one in signatures}
    key = cms.verify(more, frozen.first).by.key
    if key not in keys or key in signed:
        raise ValueError("this key may not sign here, or has signed")
    signed[key] = more
    return sealed(frozen, [signed[one] for one in keys if one in signed])


def _of(source: Source) -> tuple[Frozen, list[bytes]]:
    first = _read(source, FIRST, TAG_LIMIT)
    signatures = list(_signatures(source))
    tags = {name: _read(source, name, ENTRY_LIMIT) for name in read_list(first)}
    payload = {name: _read(source, name, ENTRY_LIMIT) for name in read_list(tags[MANIFEST])}
    issued = issued_at(canonical.load(tags[source.root.kind.claims])["issued"])
    return Frozen(source.root, first, (*tags.items(), *payload.items()), issued), signatures


def _read(source: Source, path: str, limit: int) -> bytes:
    return b"".join(source.read(path, limit))


def _signatures(source: Source) -> Iterator[bytes]:
    number = 1
    while number <= MOST_SIGNATURES and source.has(signature_name(number)):
        yield _read(source, signature_name(number), SIGNATURE_LIMIT)
        number += 1
