"""A report without its pack: what its own signature says of it."""

from collections.abc import Iterable
from pathlib import Path

from vcse_desktop.packs.layout import ENTRY_LIMIT
from vcse_desktop.packs.pdf import look_into
from vcse_desktop.packs.register import Register, judge_key
from vcse_desktop.packs.result import REPORT, Result
from vcse_desktop.packs.verdicts import Stop, Verdict

BEGINS = b"%PDF-"


def check_report(parts: Iterable[bytes], register: Register, copy: Path) -> Result:
    """Return what is to be thought of a PDF, which is written to the file ``copy``; Stop for any fault.

    Its signature names no series, so it can be neither SUPERSEDED nor WITHDRAWN.
    """
    copy.parent.mkdir(parents=True)
    with copy.open("wb") as out:
        size = 0
        for part in parts:
            size += out.write(part)
            if size > ENTRY_LIMIT:
                raise Stop(Verdict.TOO_BIG, "file")
    what, signed = look_into(copy)
    if not signed:
        raise Stop(Verdict.ALTERED, "report-signature")
    verdict, name = judge_key(register, signed.by)
    return Result(
        Verdict.UNSAFE if what else verdict,
        "payload-contents" if what else "register",
        what,
        kind=REPORT,
        name=name,
        issued=signed.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        keys=(signed.by.key,),
        needed=1,
        register=register,
    )
