"""The way through a file from its first byte to a verdict; the first thing that is wrong decides."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.packs.disk import moved
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.folder import opened_folder
from vcse_desktop.packs.head import Head, check_bag, check_signers, read_head
from vcse_desktop.packs.opening import Source, opened
from vcse_desktop.packs.payload import check_contents, check_names, read_payload
from vcse_desktop.packs.register import Document, Register, judge
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.verdicts import Stop, Verdict

_DRAFT = re.compile(r"VCSE Desktop 0\.[0-2] \(draft\)")  # until the report is signed by itself
_PAYLOAD = "payload"


def check(
    source: BinaryIO | Path,
    register: Register | None = None,
    keep: Path | None = None,
    *,
    approver: str = "",
) -> Result:
    """Return what is to be thought of a file, a stream or an unpacked folder.

    The payload goes to a temporary folder. It becomes the new folder ``keep`` when the verdict is OK,
    REPACKED, or 20 and above, and for UNFINISHED when ``approver`` is the id of a key that is to sign;
    otherwise it is deleted. WorldError when the file cannot be read, Refused when ``keep`` exists.
    """
    if keep and keep.exists():
        raise Refused(
            N_("There is a folder of that name"),
            N_("The contents need a new folder. Nothing was changed. Choose another name."),
        )
    try:
        with TemporaryDirectory(prefix="vcse-", dir=keep.parent if keep else None) as temporary:
            folder = Path(temporary)
            result = _checked(source, register or Register(), folder)
            if not keep or not _may_be_kept(result, approver):
                return result
            moved(folder / _PAYLOAD / "data", keep)
            return replace(result, kept=keep)
    except OSError as fault:
        raise WorldError(
            N_("The file cannot be read"),
            N_(
                "It is not there, may not be read, or there is no room to look into it. "
                "Nothing was changed. Try again with a copy on this computer."
            ),
        ) from fault


def _may_be_kept(result: Result, approver: str) -> bool:
    if result.verdict is Verdict.UNFINISHED:
        return approver in result.claims["sign_off"]["keys"]
    return result.is_trusted or result.verdict >= Verdict.UNKNOWN_SIGNER


def _checked(source: BinaryIO | Path, register: Register, folder: Path) -> Result:
    name = ""
    try:
        with _opened(source, folder) as files:
            head = read_head(files)
            name = head.chain[-1].name
            result = _whole(files, head, folder / _PAYLOAD)
    except Stop as stop:
        return Result(stop.verdict, stop.why, stop.what, name=name, register=register)
    except Broken as fault:
        return Result(Verdict.ALTERED, str(fault), name=name, register=register)
    if len(head.keys) < head.needed:
        return replace(result, verdict=Verdict.UNFINISHED, why="signatures", register=register)
    today = datetime.now(UTC).astimezone().date().isoformat()
    judged = judge(register, Document(result.kind, head.digest, head.chain, head.claims), today)
    again = files.again and judged.verdict is Verdict.OK
    return replace(
        result,
        verdict=Verdict.REPACKED if again else judged.verdict,
        why="register",
        changed=judged.changed,
        changed_on=judged.held.changed_on if judged.held else "",
        reason=judged.held.reason if judged.held else "",
        number=judged.number,
        register=judged.register,
    )


@contextmanager
def _opened(source: BinaryIO | Path, folder: Path) -> Iterator[Source]:
    if not isinstance(source, Path):
        yield opened(source, folder)
    elif source.is_dir():
        yield opened_folder(source)
    else:
        with source.open("rb") as stream:
            yield opened(stream, folder)


def _whole(files: Source, head: Head, folder: Path) -> Result:
    """Return the facts of a file that is whole; Stop or Broken for any fault."""
    root, claims = files.root, head.claims
    check_names(root.kind, head)
    size = read_payload(files, head, folder)
    ignored = files.close()
    check_bag(head, root.id, size)
    unsigned = check_contents(head, folder)
    if unsigned and not _DRAFT.fullmatch(claims["made_with"]):
        raise Stop(Verdict.ALTERED, "report-unsigned")
    check_signers(head)
    return Result(
        Verdict.OK,
        kind=root.kind.code,
        pack=root.id,
        digest=head.digest,
        name=head.chain[-1].name,
        issued=claims["issued"],
        keys=head.keys,
        needed=head.needed,
        claims=claims,
        draft=unsigned,
        ignored=ignored,
        unknown=head.unknown,
    )
