"""The card of our own key: what partners compare, on paper and as a file."""

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions import notices
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, in_english, tr
from vcse_desktop.packs.identity import Link, read_chain
from vcse_desktop.packs.keys import digits
from vcse_desktop.reports.card import Card, card_pdf
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

CARD, CERTIFICATE = ".pdf", ".pem"
NAME = "our-card"
"""What the files are called at first: they say nothing about anybody."""
NO_KEY = (
    N_("There is no key on this computer"),
    N_("Packs are signed on another one, or the right to sign rests. Nothing was made. Look in Settings."),
)
FIRST = N_("The first key was made.")
_LINE = 64


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that was stated about the key: the day, what, and the digits since then."""

    day: str
    said: str
    digits: str


@dataclass(frozen=True, slots=True)
class OurKey:
    """As whom packs are signed here. ``reason`` says why there was a change last, ``versions`` how often.

    ``approvers`` are the roles of those who sign, too; ``need`` is how many signatures are needed.
    ``past`` is all that was ever stated, the oldest first; nobody can change it.
    """

    name: str
    number: str
    digits: str
    key: str
    since: str
    reason: str
    versions: int
    certificate: bytes
    approvers: tuple[str, ...] = ()
    need: int = 1
    past: tuple[Stated, ...] = ()


def our_key(vault: Vault) -> OurKey:
    """Return the key that signs here; Refused when there is none, or it rests."""
    found = vault.signing_key()
    if found is None:
        raise Refused(*NO_KEY)
    chain = read_chain(json.loads(found.identity))
    last = chain[-1]
    return OurKey(
        last.name,
        last.number,
        digits(last.key),
        last.key,
        last.at[:10],
        last.reason,
        len(chain),
        found.certificate,
        tuple(last.approvers.values()),
        last.need,
        tuple(map(_stated, chain)),
    )


def _stated(link: Link) -> Stated:
    said = notices.SAYS.get(link.reason, FIRST)
    return Stated(link.at[:10], tr(said, organisation=link.name, number=link.number), digits(link.key))


def save_card(vault: Vault, file: Path) -> OurKey:
    """Write the card: a PDF to print, or the certificate alone where the name ends in .pem or .crt.

    Refused as ``our_key``, or when a letter cannot be printed; WorldError when the disk says no.
    """
    ours = our_key(vault)
    written = (
        certificate_text(ours.certificate) if file.suffix.lower() in (CERTIFICATE, ".crt") else _pdf(ours)
    )
    write_whole(file, written)
    return ours


def certificate_text(certificate: bytes) -> bytes:
    """Return a certificate as other programs read it: PEM."""
    inside = base64.b64encode(certificate).decode("ascii")
    lines = [inside[place : place + _LINE] for place in range(0, len(inside), _LINE)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""]).encode("ascii")


def _pdf(ours: OurKey) -> bytes:
    """Return the card in English."""
    card = Card(
        organisation=ours.name,
        number=ours.number,
        digits=ours.digits,
        key=ours.key,
        sha256=hashlib.sha256(ours.certificate).hexdigest(),
        sha1=hashlib.sha1(ours.certificate, usedforsecurity=False).hexdigest(),  # as Windows shows it
        issued=datetime.fromisoformat(ours.since).replace(tzinfo=UTC),
        language="en",
    )
    with in_english():
        return card_pdf(card)
