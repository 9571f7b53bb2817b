"""How an identity goes on: one more statement, signed by the keys that stand behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from vcse_desktop.packs import canonical, certificate, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import (
    MOST,
    RECOVERY_LABEL,
    Link,
    Statements,
    attested,
    must_stand,
    read_chain,
    statement,
)
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.recovery import recovery_key

RECOVERY_REPLACED = "recovery_replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the next statement says, and who stands behind it.

    ``own`` is the key that signs packs from now on, ``before`` the one that did so far, None where it is the
    same or gone. ``symbols`` are those of the sheet that holds from now on, ``old`` those of the one before:
    "" where it is the same or gone. ``name``, ``number``, ``approvers`` (labels by key) and ``need`` are None
    where they stay.
    """

    reason: str
    own: Signer
    symbols: str
    before: Signer | None = None
    old: str = ""
    name: str | None = None
    number: str | None = None
    approvers: Mapping[str, str] | None = None
    need: int | None = None


def succeeded(statements: Statements, change: Change, when: datetime) -> Statements:
    """Return the statements with one more. ``when`` is in UTC, whole seconds.

    Refused when the name or the number cannot stand in it. ValueError when there are as many statements as
    partners read. Only a sheet that the last statement names, or that holds from now on, signs.
    """
    if len(statements) >= MOST:
        raise ValueError("partners read no more statements")
    last = read_chain(statements)[-1]
    name = last.name if change.name is None else canonical.clean(change.name).strip()
    number = last.number if change.number is None else change.number.strip()
    must_stand(name, number)
    text = statement(
        name,
        number,
        change.own.key,
        recovery_key(change.symbols),
        when,
        before=statements,
        reason=change.reason,
        need=last.need if change.need is None else change.need,
        approvers=last.approvers if change.approvers is None else change.approvers,
    )
    return [*statements, attested(text, _signers(change, last, (name, number), when), when)]


def with_new_recovery(
    statements: Statements, own: Signer, symbols: str, old: str, when: datetime
) -> Statements:
    """Return the statements with one more, by which the recovery key of these symbols takes over.

    ``own`` signs packs. ``old`` are the symbols of the sheet before, "" where it is lost: with them partners
    accept the change without comparing digits again. ValueError as ``succeeded``.
    """
    change = Change(reason=RECOVERY_REPLACED, own=own, symbols=symbols, old=old)
    return succeeded(statements, change, when)


def is_sheet_of(statements: Statements, symbols: str) -> bool:
    """Say whether these are the symbols of the recovery sheet that the last statement names."""
    return key_id(p256.point(recovery_key(symbols))) == read_chain(statements)[-1].recovery


def _signers(change: Change, last: Link, called: tuple[str, str], when: datetime) -> Iterator[Signer]:
    """Yield whose signatures the statement gets: the key, the one before, the sheet before, the sheet."""
    org, number = certificate.certificate_name(called[0]), called[1]
    yield change.own
    own = key_id(p256.point(change.own.key))
    if change.before is not None and last.key != own:
        yield change.before
    sheets = [recovery_key(one) for one in (change.old, change.symbols) if one]
    papers = {key_id(p256.point(paper)): paper for paper in sheets}
    for known, paper in papers.items():
        if known in (last.recovery, key_id(p256.point(sheets[-1]))):
            yield Signer(paper, certificate.issue(paper, org, number, RECOVERY_LABEL, when))
