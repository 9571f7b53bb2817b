"""How a signed file is put together, and how it gets its name on a disk."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.packs import canonical, cms, container
from vcse_desktop.packs.bag import BAGIT_TEXT, bag_info, hash_list
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.datapackage import with_files
from vcse_desktop.packs.disk import moved
from vcse_desktop.packs.keys import digest
from vcse_desktop.packs.layout import BAGIT, FIRST, INFO, KINDS, MANIFEST, README, Root, signature_name
from vcse_desktop.packs.pades import sign_report
from vcse_desktop.packs.readme import readme
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.reports.letter import NOT_FOR_SHARING

PAYLOAD, PACKAGE = "data/", "data/datapackage.json"
_MARKED = NOT_FOR_SHARING.encode("ascii")


class NotForSharing(Refused):
    """A file is marked as the group's own, so no pack takes it."""

    def __init__(self) -> None:
        super().__init__(
            N_("This is for your own use"),
            N_("A file that is not for sharing was to go into a pack. Nothing was made."),
        )


@dataclass(frozen=True, slots=True)
class Frozen:
    """Everything but the signatures: the bytes that are signed, and the files that they stand for."""

    root: Root
    first: bytes
    files: tuple[tuple[str, bytes], ...]
    issued: datetime

    @property
    def payload(self) -> dict[str, bytes]:
        """Return the files for people and programs, without those that hold the document together."""
        return {path: data for path, data in self.files if path.startswith(PAYLOAD)}

    @property
    def digest(self) -> str:
        """Return the digest of the document, which more signatures do not change."""
        return digest(self.first)


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file, and the digest of the document."""

    data: bytes
    digest: str


def freeze(kind: str, claims: Mapping[str, Any], payload: Mapping[str, bytes]) -> Frozen:
    """Return a document whose every byte is fixed. ``write_pack`` checks it.

    NotForSharing when a file in it is marked as the group's own alone.
    """
    if any(_MARKED in data for data in payload.values()):
        raise NotForSharing
    root = Root(KINDS[kind], claims[kind])
    files = sorted(payload.items())
    info = bag_info(root.id, claims["issued"], sum(len(data) for _, data in files), len(files))
    tags = sorted(
        {
            INFO: info,
            BAGIT: BAGIT_TEXT,
            MANIFEST: hash_list(files),
            root.kind.claims: canonical.dump(claims),
            README: readme(root.kind),
        }.items()
    )
    issued = issued_at(claims["issued"])
    return Frozen(root, hash_list(tags), (*tags, *files), issued)


def issued_at(said: str) -> datetime:
    """Return the time of issue as claims have it."""
    return datetime.strptime(said, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def place_of(path: Path, claims: Mapping[str, Any]) -> Path:
    """Return where a document goes that the organisation alone has signed: under a name of its own while
    somebody else has to sign, so that nobody takes it for a finished one."""
    if claims["sign_off"]["need"] == 1:
        return path
    ident = next(str(claims[kind]) for kind in KINDS if kind in claims)
    return path.with_name(f"UNFINISHED-{ident}.zip")


def certified(payload: Mapping[str, bytes], signer: Signer | None, issued: datetime) -> dict[str, bytes]:
    """Return the payload with each PDF signed by itself: what was previewed is the beginning of it.

    The description tells of the signed PDF; no other byte is another. Without a signer the signatures are
    empty, and every size is the same. Equal input gives equal bytes. Broken when a PDF is none of ours.
    """
    signed = {
        path: sign_report(data, signer, issued) for path, data in payload.items() if path.endswith(".pdf")
    }
    described = {PACKAGE: with_files(payload[PACKAGE], signed)} if PACKAGE in payload else {}
    return {**payload, **signed, **described}


def sealed(frozen: Frozen, signatures: Sequence[bytes]) -> Built:
    """Return the file with these signatures over ``frozen.first``, in the order of the claims."""
    signed = [(signature_name(number), one) for number, one in enumerate(signatures, 1)]
    files = ((FIRST, frozen.first), *signed, *frozen.files)
    return Built(container.write((f"{frozen.root}/{path}", data) for path, data in files), frozen.digest)


def build(
    kind: str, claims: Mapping[str, Any], payload: Mapping[str, bytes], signers: Sequence[Signer]
) -> Built:
    """Return a file signed by these, in the order of the claims, at the time of issue.

    ``payload`` is certified already. Equal input gives equal bytes. Broken when a certificate is not valid
    at that time.
    """
    frozen = freeze(kind, claims, payload)
    return sealed(frozen, [cms.sign(s.key, s.certificate, frozen.first, frozen.issued) for s in signers])


def write_pack(path: Path, built: Built, before_naming: Callable[[], object] = lambda: None) -> Result:
    """Write a file under a temporary name, check it with our own checker, and give it its name.

    Between the check and the name, ``before_naming`` does what must be done before anybody can see the file.
    WorldError when the disk says no or the check does; then, and when ``before_naming`` raises, no file of
    that name is made or changed.
    """
    temporary = path.with_name(f".{path.name[:40]}.part")
    try:
        with _told():
            result = _checked(temporary, built)
        before_naming()
        with _told():
            moved(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return result


def is_there(path: Path) -> bool:
    """Say whether something has this name already; WorldError when the disk takes no such name."""
    with _told():
        return path.exists()


def _checked(path: Path, built: Built) -> Result:
    with path.open("wb") as file:
        file.write(built.data)
        file.flush()
        os.fsync(file.fileno())
    result = check(path)
    same = path.read_bytes() == built.data
    good = result.verdict in (Verdict.UNKNOWN_SIGNER, Verdict.UNFINISHED)
    if not (good and same and result.digest == built.digest):
        raise WorldError(
            N_("The pack did not pass our own check"),
            N_("It was not written ({why}). Nothing left this computer. Try again."),
            why=result.why,
        )
    return result


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise WorldError(
            N_("The pack could not be written"),
            N_(
                "The folder is full or does not let us write, or the name is too long. Nothing was lost. "
                "Choose another place or a shorter name."
            ),
        ) from fault
