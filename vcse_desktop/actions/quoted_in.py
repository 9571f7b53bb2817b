"""In which packs words of somebody were printed, as far as the ledger knows."""

import json
from datetime import date

from vcse_desktop.disclosure.entries import token
from vcse_desktop.disclosure.quoted import QUOTED
from vcse_desktop.figures.reading import number
from vcse_desktop.figures.table import Counted
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

PACK = N_("“{title}”, for {audience}, sent on {day}")
STILL_THERE = N_(
    "These words are in packs that were sent before. They cannot be called back: ask those partners to use "
    "them no more. A new pack for them is made without these words."
)
"""What is said above the packs."""


def packs_with(vault: Vault, insight: int, language: str) -> list[str]:
    """Return the packs that have printed these words, oldest first, each in words; empty for none."""
    counted = Counted("quoted", insight, 1, frozenset({()}))
    mine = token(QUOTED.measures[0], counted, vault.ledger_key)
    members = vault.pick("released_member", Among("token", [mine]))
    releases = vault.rows_of("release", {number(row, "release") or 0 for row in members})
    digests = {str(row["digest"]) for row in releases}
    sent = [row for row in vault.rows("sent") if row["digest"] in digests]
    return [
        tr(
            PACK,
            title=row["title"],
            audience=", ".join(json.loads(str(row["audience"]))),
            day=numbers.day(date.fromisoformat(str(row["issued"])[:10]), language),
        )
        for row in sorted(sent, key=lambda row: str(row["issued"]))
    ]
