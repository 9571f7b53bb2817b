"""What a partner remembers: whose digits were compared, and which documents were seen of whom."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vcse_desktop.packs.certificate import Certificate, certificate_name
from vcse_desktop.packs.claims import CURRENT, SUPERSEDED, WITHDRAWN
from vcse_desktop.packs.identity import Chain
from vcse_desktop.packs.verdicts import Verdict

REPLY = "reply"
_VERDICTS = {CURRENT: Verdict.OK, SUPERSEDED: Verdict.SUPERSEDED, WITHDRAWN: Verdict.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Known:
    """A signer whose digits a person compared: by the first statement, with all statements seen since.

    ``key`` is the id of the key that signs now, ``retired`` of those before it, and ``by`` who compared; all
    are empty where an older program kept it.
    """

    first: str
    name: str
    number: str
    statements: tuple[str, ...]
    compared_on: str
    key: str = ""
    by: str = ""
    retired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a series: seen ourselves (``verdict`` is its name) or only told of (``verdict`` is "").

    ``under`` is the version of the identity of whoever told; ``by`` the number that changed the state.
    """

    sequence: int
    digest: str
    state: str
    by: int | None = None
    reason: str = ""
    changed_on: str = ""
    under: int = 0
    seen_on: str = ""
    verdict: str = ""
    kind: str = ""
    title: str = ""


Line = tuple[str, str]
"""The signer's first statement, and the series."""


@dataclass(frozen=True, slots=True)
class Register:
    """All that is remembered. Two rows of one line may have one number: then it is forked."""

    signers: Mapping[str, Known] = field(default_factory=dict)
    documents: Mapping[Line, tuple[Held, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole, well signed document, as far as its place in a register goes."""

    kind: str
    digest: str
    chain: Chain
    claims: Mapping[str, Any]

    @property
    def line(self) -> Line:
        """Return which series of whom it belongs to: for a reply the digest of its pack, for a request ""."""
        series = self.claims["about"]["digest"] if self.kind == REPLY else self.claims.get("series", "")
        return self.chain[0].digest, series

    @property
    def number(self) -> int:
        """Return its number in the series."""
        return int(self.claims["number" if self.kind == REPLY else "sequence"])


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer, what is remembered from now on, and the row or number that the answer is about.

    ``changed`` says that the signer has new keys or rules which both earlier keys stand behind.
    """

    verdict: Verdict
    register: Register
    held: Held | None = None
    number: int = 0
    changed: bool = False


def fold(text: str) -> str:
    """Return a name or number as it is compared: NFKD, case-folded, letters and digits only."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def trust(register: Register, chain: Chain, day: str, by: str = "") -> Register:
    """Return the register after ``by`` has compared the digits of this signer; ``day`` is 2026-11-21."""
    last, said = chain[-1], _said(chain)
    known = register.signers.get(chain[0].digest)
    if known and known.statements[: len(said)] == said:
        again = replace(known, compared_on=day, by=by)
        if known.statements == said:
            again = replace(again, key=last.key, retired=_retired(chain))
        return replace(register, signers={**register.signers, known.first: again})
    new = Known(chain[0].digest, last.name, last.number, said, day, last.key, by, _retired(chain))
    return replace(register, signers={**register.signers, new.first: new})


def judge_key(register: Register, by: Certificate) -> tuple[Verdict, str]:
    """Return what the register makes of a signature that stands by itself, and whose it says it is."""
    for known in register.signers.values():
        if by.key in (known.key, *known.retired):
            return Verdict.OK if by.key == known.key else Verdict.REVOKED, known.name
    name = fold(by.organisation)
    others = [(fold(certificate_name(one.name)), one.number) for one in register.signers.values()]
    impostor = any(name == other or (number and fold(by.number) == fold(number)) for other, number in others)
    return Verdict.IMPOSTOR if impostor else Verdict.UNKNOWN_SIGNER, by.organisation


def judge(register: Register, document: Document, day: str) -> Judgement:
    """Return what the register makes of a document that is whole and well signed. Nothing is written."""
    chain, known = document.chain, register.signers.get(document.chain[0].digest)
    if _is_impostor(register, known, document):
        return Judgement(Verdict.IMPOSTOR, register)
    if not known or not all(link.by_both for link in chain[len(known.statements) :]):
        return Judgement(Verdict.UNKNOWN_SIGNER, register)
    rows, told = register.documents.get(document.line, ()), _told(document)
    if len(chain) < len(known.statements) and not _stands(rows, document):
        return Judgement(Verdict.REVOKED, register)
    forked = [one.sequence for one in rows if one.digest != told.get(one.sequence, one).digest]
    if forked:
        return Judgement(Verdict.FORK, register, number=min(forked))
    grown = len(chain) > len(known.statements)
    if grown:
        last = chain[-1]
        known = replace(known, name=last.name, number=last.number, statements=_said(chain), key=last.key)
        known = replace(known, retired=_retired(chain))
    signers = {**register.signers, known.first: known}
    if not told:
        return Judgement(Verdict.OK, replace(register, signers=signers), changed=grown)
    merged = _merged(rows, told, document.number)
    held = merged[document.number, document.digest]
    verdict = _VERDICTS[held.state]
    held = replace(
        held,
        kind=document.kind,
        verdict=held.verdict or verdict.name,
        seen_on=held.seen_on or day,
        title=document.claims.get("title", ""),
    )
    merged[held.sequence, held.digest] = held
    after = Register(signers, {**register.documents, document.line: tuple(merged.values())})
    number = held.by or max(sequence for sequence, _ in merged)
    return Judgement(verdict, after, held, number, grown)


def _retired(chain: Chain) -> tuple[str, ...]:
    """Return the ids of the keys that signed before the one of now."""
    return tuple(dict.fromkeys(link.key for link in chain if link.key != chain[-1].key))


def _said(chain: Chain) -> tuple[str, ...]:
    return tuple(link.digest for link in chain)


def _is_impostor(register: Register, known: Known | None, document: Document) -> bool:
    """Say whether somebody else is known by this name or number, or this one by another history."""
    said, last = _said(document.chain), document.chain[-1]
    name, number = fold(last.name), fold(last.number)
    if known:
        seen = known.statements
        if said[: len(seen)] != seen[: len(said)]:
            return True
        if (name, number) == (fold(known.name), fold(known.number)):
            return False  # a person has accepted this name for this key
    others = [one for one in register.signers.values() if one.first != said[0]]
    return any(name == fold(one.name) or (number and number == fold(one.number)) for one in others)


def _stands(rows: tuple[Held, ...], document: Document) -> bool:
    """Say whether a document under replaced keys was held as good, or is on the list of a newer one."""
    version = len(document.chain)
    return any(one.digest == document.digest and (one.verdict != "" or one.under > version) for one in rows)


def _told(document: Document) -> dict[int, Held]:
    """Return what a document says of its series, itself included, by number."""
    claims, under = document.claims, len(document.chain)
    if document.kind == REPLY:
        return _told_by_reply(document)
    if "series" not in claims:
        return {}
    own = Held(claims["sequence"], document.digest, CURRENT, under=under)
    history = (
        Held(
            sequence=one["sequence"],
            digest=one["digest"],
            state=one["state"],
            by=one["by"],
            reason=one["reason"] or "",
            changed_on="" if one["state"] == CURRENT else claims["issued"][:10],
            under=under,
        )
        for one in claims["history"]
    )
    return {one.sequence: one for one in (*history, own)}


def _told_by_reply(document: Document) -> dict[int, Held]:
    """Return the reply and the one that it says came before; neither takes the place of the other."""
    number, prior, under = document.number, document.claims["prior"], len(document.chain)
    told = {number: Held(number, document.digest, CURRENT, under=under)}
    if prior is not None and number > 1:
        told[number - 1] = Held(number - 1, prior, CURRENT, under=under)
    return told


def _merged(rows: tuple[Held, ...], told: Mapping[int, Held], sequence: int) -> dict[tuple[int, str], Held]:
    """Return the rows with what a document tells: the newest document says how things are."""
    merged = {(one.sequence, one.digest): one for one in rows}
    is_newest = all(one.sequence <= sequence for one in rows)
    for one in told.values():
        old = merged.get((one.sequence, one.digest), one)
        if is_newest:
            changed_on = old.changed_on if old.state == one.state else one.changed_on
            told_again = replace(one, under=max(one.under, old.under), changed_on=changed_on)
            old = replace(
                told_again, seen_on=old.seen_on, verdict=old.verdict, kind=old.kind, title=old.title
            )
        merged[one.sequence, one.digest] = old
    return merged
