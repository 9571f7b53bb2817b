"""A reply to a pack: its claims, the row about it where it was sent, and which pack of ours it is about."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from vcse_desktop.i18n import N_
from vcse_desktop.packs.canonical import clean
from vcse_desktop.packs.drafting import Signed, whole_claims
from vcse_desktop.packs.identity import Chain
from vcse_desktop.packs.sent import Row
from vcse_desktop.packs.verdicts import Verdict

STATES = {
    "considering": N_("We are considering it"),
    "planned": N_("It is planned"),
    "done": N_("It is done"),
    "not_possible": N_("It is not possible"),
    "passed_on": N_("We have passed it on"),
    "question": N_("We have a question to you"),
}
"""Where an answer says that it has got to, in the words of whoever answers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: to the ask of this id, or to none ("") about a topic. ``by`` is the day it is planned for.

    ``state`` is a code of ``STATES``; "" in any text is nothing.
    """

    ask: str
    state: str
    topic: str = ""
    text: str = ""
    changed: str = ""
    evidence: str = ""
    by: date | None = None
    reference: str = ""
    people_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyDraft(Signed):
    """What a reply says besides. ``pack`` are the claims of the pack, ``digest`` its digest.

    ``received`` and ``read`` are the days the pack came and was read; ``text`` is the general message.
    """

    pack: Mapping[str, Any]
    digest: str
    number: int
    prior: str | None
    received: date
    verdict: Verdict
    compared: bool
    read: date | None = None
    answers: Sequence[Answer] = ()
    text: str = ""
    may_publish: bool = False


def reply_claims(draft: ReplyDraft) -> dict[str, Any]:
    """Return the claims of a reply; Refused when something does not fit."""
    pack, issuer = draft.pack, draft.pack["issuer"]
    own = {
        "to": {"name": issuer["name"], "number": issuer["number"]},
        "about": {
            "pack": pack["pack"],
            "digest": draft.digest,
            "series": pack["series"],
            "sequence": pack["sequence"],
            "issuer_key": issuer["key"],
        },
        "number": draft.number,
        "prior": draft.prior,
        "received": draft.received.isoformat(),
        "read": draft.read and draft.read.isoformat(),
        "checked": {"verdict": draft.verdict.name, "digits_compared": draft.compared},
        "answers": [_answer(one) for one in draft.answers],
        "text": clean(draft.text),
        "may_publish": draft.may_publish,
    }
    return whole_claims("reply", draft, own)


def reply_row(claims: Mapping[str, Any], digest: str, title: str) -> dict[str, object]:
    """Return the row of the table ``sent`` about a reply: its series is the digest of the pack."""
    return {
        "pack": claims["reply"],
        "digest": digest,
        "series": claims["about"]["digest"],
        "sequence": claims["number"],
        "audience": json.dumps([claims["to"]["name"]], ensure_ascii=False),
        "title": title,
        "issued": claims["issued"],
        "history": json.dumps(_before(claims)),
    }


def next_reply(rows: Iterable[Row], digest: str) -> tuple[int, str | None]:
    """Return the number of the next reply to this pack, and the digest of the one before."""
    numbered = {int(str(row["sequence"])): str(row["digest"]) for row in rows if row["series"] == digest}
    last = max(numbered, default=0)
    return last + 1, numbered.get(last)


def is_reply(row: Row) -> bool:
    """Say whether a row of the table ``sent`` is about a reply."""
    return str(row["series"]).startswith("sha256:")  # which no id of a series can


def pack_of_ours(rows: Iterable[Row], ours: Chain, claims: Mapping[str, Any]) -> Row | None:
    """Return the row of the pack that a reply is about; None when we did not send it.

    ``ours`` is the identity of whoever sent: the reply must name a key that it had.
    """
    about = claims["about"]
    if about["issuer_key"] not in [link.key for link in ours]:
        return None
    wanted = {name: about[name] for name in ("pack", "digest", "series", "sequence")}
    return next((row for row in rows if {name: row[name] for name in wanted} == wanted), None)


def answers_of(claims: Mapping[str, Any]) -> list[Answer]:
    """Return the answers of a reply that was checked."""
    return [_read(one) for one in claims["answers"]]


def _answer(one: Answer) -> dict[str, Any]:
    said = {name: clean(value) if isinstance(value, str) else value for name, value in asdict(one).items()}
    by = one.by and one.by.isoformat()
    maybe = {name: said[name] or None for name in ("ask", "topic", "changed", "evidence", "reference")}
    return {**said, **maybe, "by": by}


def _read(one: Mapping[str, Any]) -> Answer:
    by = date.fromisoformat(one["by"]) if one["by"] else None
    texts = {name: one[name] or "" for name in ("ask", "topic", "text", "changed", "evidence", "reference")}
    return Answer(state=one["state"], by=by, people_told=one["people_told"], **texts)


def _before(claims: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the reply before this one as the rows of a series have it."""
    if claims["prior"] is None:
        return []
    return [{"sequence": claims["number"] - 1, "digest": claims["prior"]}]
