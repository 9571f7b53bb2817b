"""What a pack asks its partner: answers that the group waits for, each with the record that it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vcse_desktop.actions.answering import ENDED
from vcse_desktop.actions.sharing import Partner, partner
from vcse_desktop.actions.taken_over import formerly
from vcse_desktop.packs.canonical import clean
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Unit, Vault

MOST, LONGEST = 20, 500
"""Asks of one pack, and characters of one; format 1 has no more."""
ASKED = "asked."
"""How the names of settings begin that say which record each ask of a pack is about; its digest follows."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to a partner: its id in the pack, its words, and by when an answer is hoped for.

    ``response`` is the record that waits for the answer.
    """

    id: str
    text: str
    by: date | None
    response: int

    def claim(self) -> dict[str, Any]:
        """Return it as it stands in the claims."""
        return {"id": self.id, "text": self.text, "topic": None, "by": self.by and self.by.isoformat()}


def asks_of(vault: Vault, whom: Partner, left_out: frozenset[int] = frozenset()) -> list[Ask]:
    """Return what this partner was asked and has not answered, the oldest first; none for an unknown one.

    What was asked of an organisation that it took over from is asked of it.
    """
    if whom.organisation is None:
        return []
    rows = [
        row
        for row in vault.pick("response", Among("to_org", formerly(vault, whom.organisation)))
        if row["told_on"] is None and row["status"] not in ENDED and int(str(row["id"])) not in left_out
    ]
    rows.sort(key=lambda row: (str(row["asked_on"] or "9999"), int(str(row["id"]))))
    return [
        Ask(str(place), _cut(str(row["what"])), _day(row["due_on"]), int(str(row["id"])))
        for place, row in enumerate(rows[:MOST], 1)
    ]


def nothing_asked(vault: Vault) -> frozenset[int]:
    """Return the ids of all responses, for a pack that asks nothing."""
    return frozenset(int(str(row["id"])) for row in vault.rows("response"))


def keep_asks(unit: Unit, digest: str, asks: Sequence[Ask]) -> None:
    """Write inside a unit of work which records the asks of a pack are about, for the reply to them."""
    if asks:
        unit.set(f"{ASKED}{digest}", [[ask.id, ask.text, ask.response] for ask in asks])


def kept_asks(vault: Vault, digest: str) -> list[Ask]:
    """Return what a pack that was sent asked, as far as this vault knows."""
    kept: Any = vault.setting(f"{ASKED}{digest}") or ()
    return [Ask(str(one), str(text), None, int(response)) for one, text, response in kept]


def asks_again(vault: Vault, claims: Mapping[str, Any]) -> list[Ask]:
    """Return what a pack that was forgotten asked; the records are found by their words, 0 for none."""
    named = (partner(vault, str(party["name"])).organisation for party in claims["audience"])
    whom = {one for to in named if to is not None for one in formerly(vault, to)}
    rows = vault.pick("response", Among("to_org", whom))
    known = {_cut(str(row["what"])): int(str(row["id"])) for row in rows}
    return [Ask(one["id"], one["text"], None, known.get(one["text"], 0)) for one in claims.get("asks", ())]


def _cut(words: str) -> str:
    said = clean(words)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _day(day: object) -> date | None:
    return date.fromisoformat(str(day)) if day else None
