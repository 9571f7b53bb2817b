"""The claims of a new pack, notice or reply, from what a person has decided and a default for all else."""

import hashlib
import re
import secrets
import string
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from vcse_desktop import __version__
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import Period
from vcse_desktop.i18n import N_
from vcse_desktop.packs.canonical import clean
from vcse_desktop.packs.claims import FORMAT, check_claims
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import Statements, read_chain
from vcse_desktop.packs.layout import KINDS, Root
from vcse_desktop.records.normal import fold_name

MADE_WITH = f"VCSE Desktop {'.'.join(__version__.split('.')[:2])}"
_RANDOM, _LONGEST_ID, _MARK = 8, 32, 6


def new_id(when: datetime) -> str:
    """Return an id for a document: the day and 8 random letters or digits."""
    tail = (secrets.choice(string.ascii_lowercase + string.digits) for _ in range(_RANDOM))
    return f"{when:%Y%m%d}-{''.join(tail)}"


def series_id(audience: str) -> str:
    """Return the id of the line of documents to an audience: its name in letters, digits and hyphens.

    Where more than capitals, spaces and punctuation was lost, it ends with 6 hex digits of the SHA-256 of
    the name, so that no two audiences share a line.
    """
    name = fold_name(audience)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    parts = re.findall("[a-z0-9]+", plain)
    whole, said = "-".join(parts), "".join(sign for sign in name if not _is_between(sign))
    if whole and said == "".join(parts) and len(whole) <= _LONGEST_ID:
        return whole
    mark = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:_MARK]
    return f"{whole[: _LONGEST_ID - _MARK - 1].strip('-') or 'partner'}-{mark}"


def _is_between(sign: str) -> bool:
    return sign == " " or unicodedata.category(sign).startswith("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What any signed document says.

    ``statements`` is the identity as it is kept; ``issued`` is in UTC, whole seconds; ``approvers`` are the
    ids of keys that sign besides the organisation's.
    """

    id: str
    statements: Statements
    issued: datetime
    language: str = "en"
    need: int = 1
    approvers: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Signed):
    """What any document of a series says. ``audience`` holds names and numbers ("" for none)."""

    title: str
    audience: Sequence[tuple[str, str]]
    series: str = ""
    sequence: int = 1
    history: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDraft(Draft):
    """What a pack says besides. ``sections`` holds codes and states, ``asks`` as they stand in claims."""

    period: Period
    policy: Policy
    engine: int = 1
    sections: Sequence[tuple[str, str]] = ()
    purpose: str = ""
    lawful_basis: str | None = None
    retention: str = ""
    asks: Sequence[Mapping[str, Any]] = ()
    next_expected: date | None = None
    request: str | None = None
    may_publish: bool = False


def pack_claims(draft: PackDraft) -> dict[str, Any]:
    """Return the claims of a pack. Refused when something does not fit."""
    policy = draft.policy
    own = {
        "purpose": clean(draft.purpose),
        "period": {"from": draft.period.start.isoformat(), "to": draft.period.end.isoformat()},
        "may_publish": draft.may_publish,
        "lawful_basis": draft.lawful_basis,
        "retention": clean(draft.retention),
        "next_expected": draft.next_expected and draft.next_expected.isoformat(),
        "sections": [{"code": code, "state": state} for code, state in draft.sections],
        "asks": [{**ask, "text": clean(ask["text"])} for ask in draft.asks],
        "request": draft.request,
        "disclosure": {
            "policy": policy.code,
            "threshold": policy.threshold,
            "round_base": policy.round_base,
            "zeros": policy.zeros,
            "engine": draft.engine,
        },
    }
    return _whole("pack", draft, own)


def notice_claims(draft: Draft, text: str) -> dict[str, Any]:
    """Return the claims of a notice: no figures, only words and the state of the series. Refused as above."""
    return _whole("notice", draft, {"text": clean(text)})


def _whole(kind: str, draft: Draft, own: Mapping[str, Any]) -> dict[str, Any]:
    series = {
        "title": clean(draft.title),
        "series": draft.series or series_id(draft.audience[0][0]),
        "sequence": draft.sequence,
        "history": list(draft.history),
        "audience": [{"name": clean(name), "number": clean(number)} for name, number in draft.audience],
    }
    return whole_claims(kind, draft, {**series, **own})


def whole_claims(kind: str, draft: Signed, own: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every kind says, and its own; Refused when something does not fit."""
    me = read_chain(draft.statements)[-1]
    claims = {
        "type": KINDS[kind].type,
        "format": FORMAT,
        "min_reader": FORMAT,
        kind: draft.id,
        "issued": draft.issued.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "language": draft.language,
        "issuer": {"name": me.name, "number": me.number, "key": me.key},
        "identity": draft.statements,
        "sign_off": {"need": max(draft.need, me.need), "keys": [me.key, *(draft.approvers or me.approvers)]},
        "made_with": MADE_WITH,
        **own,
    }
    try:
        check_claims(Root(KINDS[kind], draft.id), claims)
    except Broken as fault:
        raise Refused(
            N_("Something in the pack does not fit"),
            N_("Look at “{part}”: it is missing, too long or not in its form. Nothing was made."),
            part=str(fault).strip("/"),
        ) from None
    return claims
