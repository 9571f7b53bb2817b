"""The register of packs: what went out and what came in, with how each stands, also as a table."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vcse_desktop.actions.sending import NOTICE, PACK, STATES, Sent, sent_packs
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.tabling import Tabled, save
from vcse_desktop.exchange.workbook import Cell
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.memory import load
from vcse_desktop.packs.register import Held
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import Vault

KINDS = {
    PACK: N_("Summary pack"),
    NOTICE: N_("Notice"),
    "reply": N_("Reply"),
    "request": N_("Request"),
    "": N_("Not seen here, only named by a later one"),
}
FOUND = {
    Verdict.OK.name: N_("Good"),
    Verdict.SUPERSEDED.name: N_("Replaced already"),
    Verdict.WITHDRAWN.name: N_("Taken back already"),
}
"""What checking something found when it first came in."""
FORGOTTEN = N_("A signer who was forgotten")
SENT, RECEIVED = N_("Sent"), N_("Received")
TITLE = N_("Packs sent and received")
HEADINGS = (
    N_("Which way"),
    N_("Day"),
    N_("What it is"),
    N_("Partner"),
    N_("Title"),
    N_("Number in the series"),
    N_("First day"),
    N_("Last day"),
    N_("How it stands"),
    N_("Changed by number"),
    N_("Reason"),
    N_("Found when it came in"),
    N_("How it was handed over"),
)


@dataclass(frozen=True, slots=True)
class Received:
    """A document of somebody whose digits were compared: a pack, notice or reply that was checked here.

    ``kind`` is "" where it was never seen, only named by a later one; ``seen_on`` is None then. ``verdict``
    is what checking found first, ``state`` how it stands by the newest document of its series.
    """

    signer: str
    title: str
    kind: str
    number: int
    seen_on: date | None
    verdict: str
    state: str
    by: int
    reason: str

    @property
    def kind_words(self) -> str:
        """What it is, in words."""
        return tr(KINDS.get(self.kind, KINDS[PACK]))

    @property
    def state_words(self) -> str:
        """How it stands, in words."""
        return tr(STATES[self.state])

    @property
    def verdict_words(self) -> str:
        """What was found, in words."""
        return tr(FOUND[self.verdict]) if self.verdict in FOUND else ""


def received(vault: Vault) -> list[Received]:
    """Return what came in from signers who were known then, the newest first."""
    register = load(vault)
    found = [
        _received(register.signers[first].name if first in register.signers else tr(FORGOTTEN), one)
        for (first, _), rows in register.documents.items()
        for one in rows
    ]
    return sorted(found, key=lambda one: (str(one.seen_on or ""), one.number), reverse=True)


def _received(signer: str, one: Held) -> Received:
    return Received(
        signer=signer,
        title=one.title,
        kind=one.kind,
        number=one.sequence,
        seen_on=date.fromisoformat(one.seen_on) if one.seen_on else None,
        verdict=one.verdict,
        state=one.state,
        by=one.by or 0,
        reason=one.reason,
    )


def as_table(vault: Vault) -> Tabled:
    """Return the whole register as a table; NotAllowed to a helper."""
    members_only(vault)
    rows = [*map(_row_sent, sent_packs(vault)), *map(_row_received, received(vault))]
    return Tabled(tr(TITLE), [tr(one) for one in HEADINGS], rows, [], "")


def save_table(vault: Vault, file: Path) -> int:
    """Write the register as a workbook, or as CSV where the name ends so; return how many rows there are.

    WorldError when the disk says no; NotAllowed to a helper.
    """
    made = as_table(vault)
    save(made, file)
    return len(made.rows)


def _row_sent(one: Sent) -> list[Cell]:
    partner, kind = "; ".join(one.audience), tr(KINDS[one.kind])
    head: list[Cell] = [tr(SENT), one.issued, kind, partner, one.title, one.number, one.first, one.last]
    return [*head, one.state_words, one.by or None, one.reason, None, one.handed]


def _row_received(one: Received) -> list[Cell]:
    head: list[Cell] = [
        tr(RECEIVED),
        one.seen_on,
        one.kind_words,
        one.signer,
        one.title,
        one.number,
        None,
        None,
    ]
    return [*head, one.state_words, one.by or None, one.reason, one.verdict_words, None]
