"""Signing a drafted pack, what was sent so far, and the note that goes with a pack."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.gathering import Choices, NotRehearsed
from vcse_desktop.actions.packing import Draft, Made, write_signed
from vcse_desktop.actions.signing import NotYours, confirm, must_be_keeper
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.actions.taking_replies import Replied, replies
from vcse_desktop.actions.unsaved_notices import never_saved
from vcse_desktop.actions.weighing import Cancelled, Stopped
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.claims import CURRENT, SUPERSEDED, WITHDRAWN
from vcse_desktop.packs.replying import is_reply
from vcse_desktop.packs.sent import Row
from vcse_desktop.reports.numbers import day
from vcse_desktop.store.vault import Vault

__all__ = ["Choices", "Draft", "Made", "NotRehearsed", "NotYours", "Replied", "Sent", "Stopped"]

PACK, NOTICE, REPLY = "pack", "notice", "reply"
HANDED, LONGEST_NOTE = "handed_over.", 200
"""How the names of settings begin that say how something was handed over; its id follows."""
STATES = {
    CURRENT: N_("Stands: not replaced, not taken back"),
    SUPERSEDED: N_("Replaced by a newer one"),
    WITHDRAWN: N_("Taken back"),
}
NOTE = N_(
    "A summary from {organisation}\n"
    "For {audience}. {start} to {end}. Pack {pack}, sent on {issued}.\n"
    "\n"
    "What this is\n"
    "One signed file with a report, its tables, and what people said where they agreed to it. The signature "
    "shows whether anything was changed on the way. Small numbers are hidden to protect people.\n"
    "\n"
    "How to read it\n"
    "Unpack the file. In the folder data, open report.pdf, or report.html in any web browser. The tables for "
    "spreadsheets are in data, in the folder tables.\n"
    "\n"
    "Is it really from us?\n"
    "Our key's number, six groups of digits:\n"
    "\n"
    "    {digits}\n"
    "\n"
    "Ring us on a number that you already have, not one that came with the file, and compare them aloud, "
    "once. Then check the file in one of these ways, without the internet:\n"
    "- VCSE Desktop, under “Check a pack”, or its checking page in a web browser. Both show the digits. "
    "Never use a checker that came with a pack.\n"
    "- Nothing of ours: open report.pdf in Acrobat, then its signature panel, which says whether it was "
    "changed. Compare the certificate there with our card; ask us for one.\n"
    "- openssl and sha256sum, as on any Linux computer: the page “Checking a pack” of VCSE Desktop has the "
    "lines to copy.\n"
    "\n"
    "If Acrobat says “validity unknown”\n"
    "That is normal: Acrobat does not know us yet. It does not mean that the file was changed. The digits, "
    "or our card, settle who signed.\n"
)
NOTE_ASKS = N_(
    "\n"
    "What we ask you\n"
    "Our questions are in the report. You may leave any unanswered. Answer with VCSE Desktop (“Check a "
    "pack”, then “Answer this pack”), or in a letter by their numbers.\n"
)
"""What the note says besides where the pack asks something."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One pack, notice or reply that was made: for whom, when, about which days; its state is a code of
    ``STATES``.

    ``by`` is the number that replaced it or took it back, 0 for none, and ``reason`` why; ``handed`` says how
    it was handed over, if somebody noted that. ``replies`` are those that came to this pack. ``unsaved`` says
    that it was taken back by a notice that could not be saved: to take it back again saves that one.
    """

    pack: str
    audience: tuple[str, ...]
    title: str
    issued: date
    first: date | None
    last: date | None
    number: int
    state: str
    kind: str = PACK
    by: int = 0
    reason: str = ""
    handed: str = ""
    replies: tuple[Replied, ...] = ()
    unsaved: bool = False

    @property
    def is_reply(self) -> bool:
        """Say whether it is a reply of ours to somebody else's pack."""
        return self.kind == REPLY

    @property
    def can_change(self) -> bool:
        """Say whether it can be replaced or taken back: it is a pack that was not, yet."""
        return self.kind == PACK and self.state == CURRENT

    @property
    def state_words(self) -> str:
        """The state in words."""
        return tr(STATES[self.state])


def sign_pack(
    vault: Vault, draft: Draft, file: Path, passphrase: str, cancelled: Cancelled | None = None
) -> Made:
    """Sign a draft and write it to this file, once the passphrase of whoever is in was typed again.

    NotYours when it is another, Refused to anybody but a keeper, and as ``write_signed``: then nothing is
    made.
    """
    confirm(vault, passphrase)
    if cancelled and cancelled():
        raise Stopped
    return write_signed(vault, draft, file, cancelled)


def sent_packs(vault: Vault) -> list[Sent]:
    """Return every pack that was made here, newest first, as each stands by the newest of its series."""
    rows = sorted(vault.rows("sent"), key=lambda row: (str(row["series"]), int(str(row["sequence"]))))
    newest = {str(row["series"]): row for row in rows}
    states = {
        (series, int(past["sequence"])): past
        for series, row in newest.items()
        for past in json.loads(str(row["history"]))
        if not is_reply(row)
    }
    came = replies(vault)
    unsaved = never_saved(vault)
    found = [_sent(row, states, came, unsaved) for row in rows]
    found = [replace(one, handed=str(vault.setting(f"{HANDED}{one.pack}") or "")) for one in found]
    when = {str(row["pack"]): str(row["issued"]) for row in rows}
    return sorted(found, key=lambda one: (when[one.pack], one.number, one.pack), reverse=True)


def audiences(vault: Vault) -> list[str]:
    """Return for whom packs were made, the last one first, each once."""
    rows = sorted(vault.rows("sent"), key=lambda row: str(row["issued"]), reverse=True)
    rows = [row for row in rows if not is_reply(row)]
    return list(dict.fromkeys(name for row in rows for name in json.loads(str(row["audience"]))))


def covering_note(draft: Draft) -> str:
    """Return the page that goes with a pack, as plain text in the language of the pack."""
    made_of = draft.made_of
    language = made_of.choices.language
    start, end = (day(when, language) for when in (made_of.period.start, made_of.period.end))
    with speaking(language):
        said = tr(
            NOTE,
            organisation=made_of.identity.name,
            audience=made_of.partner.name,
            start=start,
            end=end,
            pack=draft.claims["pack"],
            issued=day(made_of.issued.date(), language),
            digits=draft.digits,
        )
        return f"{said}{tr(NOTE_ASKS)}" if made_of.asks else said


def note_handed_over(vault: Vault, pack: str, how: str) -> Changed:
    """Note how a pack or notice (its id) was handed over, such as by e-mail; "" takes the note away.

    Refused to anybody but a keeper.
    """
    must_be_keeper(vault)
    with vault.unit("edit") as unit:
        unit.set(f"{HANDED}{pack}", " ".join(how.split())[:LONGEST_NOTE])
    return Changed(frozenset({"sent"}), unit.id)


def _sent(
    row: Row,
    states: Mapping[tuple[str, int], Mapping[str, Any]],
    came: Sequence[Replied],
    unsaved: Collection[str],
) -> Sent:
    series, number = str(row["series"]), int(str(row["sequence"]))
    past = states.get((series, number), {"state": CURRENT, "by": None, "reason": None})
    first, last = (
        date.fromisoformat(str(row[name])) if row[name] else None for name in ("period_from", "period_to")
    )
    return Sent(
        pack=str(row["pack"]),
        audience=tuple(json.loads(str(row["audience"]))),
        title=str(row["title"]),
        issued=date.fromisoformat(str(row["issued"])[:10]),
        first=first,
        last=last,
        number=number,
        state=past["state"],
        kind=REPLY if is_reply(row) else PACK if row["policy"] else NOTICE,
        by=past["by"] or 0,
        reason=past["reason"] or "",
        replies=tuple(one for one in came if one.about == row["digest"]),
        unsaved=row["digest"] in unsaved,
    )
