"""How an identity goes on under a new recovery sheet: one more statement, which names the new key."""

from collections.abc import Iterator
from datetime import datetime

from vcse_desktop.packs import certificate, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import MOST, RECOVERY_LABEL, Statements, attested, read_chain, statement
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.recovery import recovery_key


def with_new_recovery(
    statements: Statements, own: Signer, symbols: str, old: str, when: datetime
) -> Statements:
    """Return the statements with one more, by which the recovery key of these symbols takes over.

    ``own`` signs packs. ``old`` are the symbols of the sheet before, "" where it is lost: with them partners
    accept the change without comparing digits again.
    ValueError when there are as many statements as partners read.
    """
    if len(statements) >= MOST:
        raise ValueError("partners read no more statements")
    last = read_chain(statements)[-1]
    recovery = recovery_key(symbols)
    text = statement(
        last.name,
        last.number,
        own.key,
        recovery,
        when,
        before=statements,
        reason="recovery_replaced",
        need=last.need,
        approvers=last.approvers,
    )
    org = certificate.certificate_name(last.name)

    def signers() -> Iterator[Signer]:
        yield own
        before = recovery_key(old) if old else recovery
        papers = [before, recovery] if key_id(p256.point(before)) == last.recovery else [recovery]
        for paper in papers:
            yield Signer(paper, certificate.issue(paper, org, last.number, RECOVERY_LABEL, when))

    return [*statements, attested(text, signers(), when)]
