"""What a pack is made of, read from the vault after what was shared before; or why none can be made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from vcse_desktop.actions.sharing import Partner, allowed_quotes, partner
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.quotes import Audience, Quote
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import FigureTable, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import series_id
from vcse_desktop.packs.identity import Link, read_chain
from vcse_desktop.packs.making import is_there
from vcse_desktop.packs.p256 import restored
from vcse_desktop.packs.sent import next_place
from vcse_desktop.records.fields import Lists
from vcse_desktop.settings import SETTINGS, Value, sound
from vcse_desktop.store.vault import SigningKey, Vault

NOT_REHEARSED = (
    N_("Type the recovery code back first"),
    N_(
        "A pack is signed in your group's name, so its recovery code on paper must be known to be right. "
        "Nothing was made. Type it back with: vcse-desktop rehearse, then make the pack again."
    ),
)
NO_KEY = (
    N_("This vault cannot sign"),
    N_("It holds no signing key on this computer. Nothing was made. Use the computer that it was made on."),
)
THERE_IS_ONE = (
    N_("There is a file of that name"),
    N_("“{name}” is there already and was left as it is. Nothing was made. Choose another name."),
)
WRONG_PERIOD = (
    N_("The last day is before the first"),
    N_("Nothing was made. Write the days as 2024-01-01, the first one before the last."),
)
MOST_YEARS, LAST_YEAR = 20, 2049  # format 1 writes no year after it
LONG_PERIOD = (
    N_("This period is too long"),
    N_("A pack is about at most 20 years, none of them after 2049. Nothing was made. Choose other days."),
)
NO_PARTNER = (N_("A pack is for somebody"), N_("Nothing was made. Name the partner that it is for."))


@dataclass(frozen=True, slots=True)
class Material:
    """All that a pack is made of. Holds true figures and never leaves."""

    partner: Partner
    period: Period
    issued: datetime
    policy: Policy
    signer: Signer
    statements: list[dict[str, Any]]
    identity: Link
    tables: list[FigureTable]
    quotes: list[Quote]
    settings: Mapping[str, Value]
    lists: Lists
    sequence: int
    history: list[dict[str, Any]]
    releases: tuple[ledger.Release, ...]


def material(vault: Vault, period: Period, audience: str) -> Material:
    """Read everything that a pack needs; Refused when it cannot be made.

    What was shared before is read first: whatever is shared while the rest is read is noticed when this pack
    is remembered, and then it is not made.
    """
    releases = ledger.read(vault)
    settings = {name: sound(setting, vault.setting(name)) for name, setting in SETTINGS.items()}
    key = _signing_key(vault, example=bool(settings["is_example"]))
    statements = json.loads(key.identity)
    whom, issued = partner(vault, audience), datetime.now(UTC).replace(microsecond=0)
    words, records, policy = group_lists(vault), gather(vault), POLICIES[str(settings["disclosure_floor"])]
    sequence, history = next_place(vault.rows("sent"), series_id(whom.name))
    for_whom = Audience(whom.organisation, issued.date().isoformat())
    return Material(
        partner=whom,
        period=period,
        issued=issued,
        policy=policy,
        signer=Signer(restored(key.private), key.certificate),
        statements=statements,
        identity=read_chain(statements)[-1],
        tables=figure_tables(records, period, lists=words),
        quotes=allowed_quotes(vault, records, period, for_whom, policy),
        settings=settings,
        lists=words,
        sequence=sequence,
        history=history,
        releases=releases,
    )


def asked_for(first: date, last: date, audience: str, file: Path) -> Period:
    """Return the period that was asked for; Refused when no pack can be about it, for nobody, or go there."""
    if first > last:
        raise Refused(*WRONG_PERIOD)
    if last.year - first.year > MOST_YEARS or last.year > LAST_YEAR:
        raise Refused(*LONG_PERIOD)
    if not audience.strip():
        raise Refused(*NO_PARTNER)
    if is_there(file):
        raise Refused(*THERE_IS_ONE, name=file.name)
    return Period(first, last)


def _signing_key(vault: Vault, *, example: bool) -> SigningKey:
    """Return the right to sign; Refused until the recovery code was typed back, but for the example."""
    if not vault.rehearsed and not example:
        raise Refused(*NOT_REHEARSED)
    key = vault.signing_key()
    if key is None:
        raise Refused(*NO_KEY)
    return key
