"""The way through a file from its first byte to a verdict; the first thing that is wrong decides."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.packs import report_alone
from vcse_desktop.packs.container import LOCAL_HEAD
from vcse_desktop.packs.disk import moved
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.folder import opened_folder
from vcse_desktop.packs.forward import at_most
from vcse_desktop.packs.head import Head, check_bag, check_signers, read_head
from vcse_desktop.packs.layout import CHUNK
from vcse_desktop.packs.opening import Source, opened
from vcse_desktop.packs.payload import check_contents, check_names, read_payload
from vcse_desktop.packs.register import Document, Register, judge
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.verdicts import Stop, Verdict

_PAYLOAD = "payload"


def check(
    source: BinaryIO | Path,
    register: Register | None = None,
    keep: Path | None = None,
    *,
    approver: str = "",
) -> Result:
    """Return what is to be thought of a file, a stream or an unpacked folder; a report by itself may be one.

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
    try:
        if isinstance(source, Path) and source.is_dir():
            return _pack(opened_folder(source), register, folder)
        if isinstance(source, Path) and source.exists() and not source.is_file():
            raise Stop(Verdict.NOT_A_PACK, "device")  # to read it might never end
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as stream:
            begins = at_most(stream, LOCAL_HEAD.size)
            if not begins.startswith(report_alone.BEGINS):
                return _pack(opened(stream, begins, folder), register, folder)
            parts = chain([begins], iter(lambda: stream.read(CHUNK), b""))
            return report_alone.check_report(parts, register, folder / _PAYLOAD / "data" / "report.pdf")
    except (Stop, Broken) as fault:
        return _stopped(fault, register)


def _stopped(fault: Stop | Broken, register: Register, name: str = "") -> Result:
    if isinstance(fault, Stop):
        return Result(fault.verdict, fault.why, fault.what, name=name, register=register)
    return Result(Verdict.ALTERED, str(fault), name=name, register=register)


def _pack(files: Source, register: Register, folder: Path) -> Result:
    head = read_head(files)
    try:
        result = _whole(files, head, folder / _PAYLOAD)
    except (Stop, Broken) as fault:
        return _stopped(fault, register, head.chain[-1].name)
    if len(head.keys) < head.needed:
        return replace(result, verdict=Verdict.UNFINISHED, why="signatures", register=register)
    return judged(result, register)


def judged(result: Result, register: Register) -> Result:
    """Return what is to be thought of a whole file beside this register; any other stays as it is.

    For what ``check`` said without one, the answer is the same as if it had had this register.
    """
    if not result.claims or result.verdict is Verdict.UNFINISHED:
        return replace(result, register=register)
    today = datetime.now(UTC).astimezone().date().isoformat()
    document = Document(result.kind, result.digest, result.chain, result.claims)
    found = judge(register, document, today)
    return replace(
        result,
        verdict=Verdict.REPACKED if result.again and found.verdict is Verdict.OK else found.verdict,
        why="register",
        changed=found.changed,
        changed_on=found.held.changed_on if found.held else "",
        reason=found.held.reason if found.held else "",
        number=found.number,
        register=found.register,
    )


def _whole(files: Source, head: Head, folder: Path) -> Result:
    """Return the facts of a file that is whole; Stop or Broken for any fault."""
    root, claims = files.root, head.claims
    check_names(root.kind, head)
    size = read_payload(files, head, folder)
    ignored = files.close()
    check_bag(head, root.id, size)
    check_contents(head, folder)
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
        chain=head.chain,
        again=files.again,
        ignored=ignored,
        unknown=head.unknown,
    )
