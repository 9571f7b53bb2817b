"""What checking a file has found, and how that is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from vcse_desktop.i18n import tr
from vcse_desktop.packs.identity import Chain
from vcse_desktop.packs.register import Register
from vcse_desktop.packs.verdicts import ALONE, CHANGED, NO_REASON, SENTENCES, UNSAFE, Verdict
from vcse_desktop.reports.numbers import day

REPORT = "report"
"""The kind of a PDF by itself; the others are kinds of packs."""
_GOOD = (Verdict.OK, Verdict.UNKNOWN_SIGNER)


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict, and as much as could be believed.

    ``why`` is a code for the details. ``keys`` are the ids of those who signed, the organisation's first;
    ``claims`` and the ``chain`` of its signer's identity are empty unless the file is whole. ``register`` is
    what is remembered from now on: saving it is up to whoever called. ``again`` says that the outer file was
    lost or made again, ``ignored`` is litter beside the pack, ``unknown`` are keys of a newer format.
    """

    verdict: Verdict
    why: str = ""
    what: str = ""
    kind: str = ""
    pack: str = ""
    digest: str = ""
    name: str = ""
    issued: str = ""
    keys: tuple[str, ...] = ()
    needed: int = 0
    claims: Mapping[str, Any] = field(default_factory=dict)
    chain: Chain = ()
    changed: bool = False
    changed_on: str = ""
    reason: str = ""
    number: int = 0
    again: bool = False
    ignored: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    kept: Path | None = None
    register: Register = field(default_factory=Register)

    @property
    def is_report(self) -> bool:
        """Say whether this is a PDF by itself, which has no claims."""
        return self.kind == REPORT

    @property
    def is_trusted(self) -> bool:
        """Say whether the contents are those of a signer whose digits were compared, and still stand."""
        return self.verdict in (Verdict.OK, Verdict.REPACKED)


def sentence(result: Result, language: str = "en") -> str:
    """Return the verdict in the words of the person; days are written as this language does."""
    text = SENTENCES[result.verdict]
    if result.verdict is Verdict.WITHDRAWN and not result.reason:
        text = NO_REASON
    return tr(
        text,
        name=result.name,
        date=_day(result.changed_on or result.issued, language),
        reason=result.reason,
        n=result.needed if result.verdict is Verdict.UNFINISHED else result.number,
        k=len(result.keys),
        what=tr(UNSAFE[result.what]) if result.what else "",
    )


def remarks(result: Result) -> list[str]:
    """Return what is said beside the verdict."""
    said = [tr(ALONE)] if result.is_report and result.verdict in _GOOD else []
    return said + ([tr(CHANGED, name=result.name)] if result.changed else [])


def _day(text: str, language: str) -> str:
    return day(date.fromisoformat(text[:10]), language) if text else ""
