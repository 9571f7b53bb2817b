"""Who a signer is: statements about their keys, each signed, each standing on the one before."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.packs import canonical, certificate, cms, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.keys import digest, key_id
from vcse_desktop.packs.layout import MOST_SIGNATURES, SIGNATURE_LIMIT
from vcse_desktop.packs.recovery import recovery_key
from vcse_desktop.packs.schema import DIGEST, TIME, Items, Maybe, Shape, Text, Whole, one_of, unknown

NUMBER = Text(64, r"([A-Z]{2}-[A-Z0-9]+-[A-Za-z0-9'()+,\-./:=?]+)?")
"""A registration number in org-id form, such as ``GB-CHC-1234567``, or nothing."""
_NAME = Text(200)
RECOVERY_LABEL = "Recovery key"
_FIRST, CLOSED = "first", "closed"
_STATEMENT = Shape(
    {
        "type": one_of("identity"),
        "format": Whole(1, 1),
        "version": Whole(1),
        "name": _NAME,
        "number": NUMBER,
        "key": DIGEST,
        "recovery": DIGEST,
        "previous": Maybe(DIGEST),
        "approvers": Items(Shape({"key": DIGEST, "label": Text(64)}), 0, MOST_SIGNATURES - 1, "key"),
        "need": Whole(1, MOST_SIGNATURES),
        "reason": one_of(
            _FIRST,
            "key_changed",
            "key_lost",
            "key_stolen",
            "renamed",
            "approvers_changed",
            "recovery_replaced",
            CLOSED,
        ),
        "at": TIME,
    }
)
_LONGEST_SIGNATURE = 4 * (SIGNATURE_LIMIT // 3 + 1)
MOST = 24
"""Statements in a chain at most."""
LINKS = Items(
    Shape({"statement": Text(canonical.MOST), "signatures": Items(Text(_LONGEST_SIGNATURE), 1, 4)}), 1, MOST
)
"""The rule for the chain as it stands in claims."""


@dataclass(frozen=True, slots=True)
class Link:
    """One statement that holds: what it says, its digest, and which keys before it stand behind it."""

    name: str
    number: str
    key: str
    recovery: str
    approvers: Mapping[str, str]  # label by key id
    need: int
    reason: str
    at: str
    digest: str
    by_key: bool
    by_recovery: bool

    @property
    def by_both(self) -> bool:
        """Say whether both keys of the statement before stand behind this one."""
        return self.by_key and self.by_recovery

    @property
    def allowed(self) -> list[str]:
        """Return the ids of the keys that may sign under this statement, the organisation's first."""
        return [self.key, *self.approvers]


Chain = tuple[Link, ...]
Statements = list[dict[str, Any]]
"""The chain as it stands in claims: texts with the signatures over them."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A new signer: the private key (PKCS #8, for the vault alone), its certificate, and statement 1."""

    private_key: bytes
    certificate: bytes
    statements: Statements


def new_identity(name: str, number: str, recovery_symbols: str, when: datetime) -> Identity:
    """Return a new signer. The recovery key is made of the symbols, signs statement 1, and is gone.

    ``number`` is in org-id form or ""; ``when`` in UTC, whole seconds. Refused when the name or the number
    cannot stand in a signature.
    """
    name, number = canonical.clean(name).strip(), number.strip()
    must_stand(name, number)
    own, recovery = p256.new_key(), recovery_key(recovery_symbols)
    org = certificate.certificate_name(name)
    signer = Signer(own, certificate.issue(own, org, number, org, when))
    keeper = Signer(recovery, certificate.issue(recovery, org, number, RECOVERY_LABEL, when))
    text = statement(name, number, own, recovery, when)
    return Identity(p256.stored(own), signer.certificate, [attested(text, (signer, keeper), when)])


def must_stand(name: str, number: str) -> None:
    """Refuse a name or a number that cannot stand in a signature."""
    if not 0 < len(name) <= _NAME.longest or not re.fullmatch(NUMBER.pattern, number):
        raise Refused(
            N_("This name or number cannot stand in a signature"),
            N_(
                "The name needs 1 to 200 characters. The number is one such as GB-CHC-1234567 (GB-CHC- and "
                "the charity number), or none at all. Nothing was made. Correct them and try again."
            ),
        )


def statement(  # noqa: PLR0913 - one argument for each thing that it says
    name: str,
    number: str,
    key: p256.PrivateKey,
    recovery: p256.PrivateKey,
    when: datetime,
    *,
    before: Sequence[Mapping[str, Any]] = (),
    reason: str = _FIRST,
    need: int = 1,
    approvers: Mapping[str, str] | None = None,
) -> str:
    """Return the text of the statement that follows those before."""
    previous = digest(str(before[-1]["statement"]).encode()) if before else None
    said = {
        "type": "identity",
        "format": 1,
        "version": len(before) + 1,
        "name": name,
        "number": number,
        "key": key_id(p256.point(key)),
        "recovery": key_id(p256.point(recovery)),
        "previous": previous,
        "approvers": [{"key": one, "label": label} for one, label in (approvers or {}).items()],
        "need": need,
        "reason": reason,
        "at": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return canonical.dump(said).decode()


def attested(text: str, signers: Iterable[Signer], when: datetime) -> dict[str, Any]:
    """Return a statement with signatures over it, the organisation's first."""
    made = (cms.sign(signer.key, signer.certificate, text.encode(), when) for signer in signers)
    return {"statement": text, "signatures": [base64.b64encode(one).decode("ascii") for one in made]}


def read_chain(links: Sequence[Mapping[str, Any]]) -> Chain:
    """Return the statements in order from version 1; Broken unless each holds. ``LINKS`` fits already."""
    chain: list[Link] = []
    for link in links:
        chain.append(_link(chain, str(link["statement"]).encode(), link["signatures"]))
    return tuple(chain)


def has_closed(chain: Chain) -> bool:
    """Say whether an identity has ended: nothing but notices is signed under it."""
    return any(link.reason == CLOSED for link in chain)


def _link(chain: Sequence[Link], text: bytes, signatures: Sequence[str]) -> Link:
    said = canonical.load(text)
    if list(unknown(_STATEMENT, said)):
        raise Broken("identity-statement")
    before = chain[-1] if chain else None
    place = (len(chain) + 1, before.digest if before else None, not before)
    if (said["version"], said["previous"], said["reason"] == _FIRST) != place:
        raise Broken("identity-chain")
    approvers = {one["key"]: one["label"] for one in said["approvers"]}
    keys = list(_signers(signatures, text))
    link = Link(
        name=said["name"],
        number=said["number"],
        key=said["key"],
        recovery=said["recovery"],
        approvers=approvers,
        need=said["need"],
        reason=said["reason"],
        at=said["at"],
        digest=digest(text),
        by_key=before is not None and before.key in keys,
        by_recovery=before is not None and before.recovery in keys,
    )
    _hold(link, before, keys)
    return link


def _signers(signatures: Sequence[str], text: bytes) -> Iterator[str]:
    for one in signatures:
        try:
            blob = base64.b64decode(one, validate=True)
        except (binascii.Error, ValueError):
            raise Broken("identity-base64") from None
        if base64.b64encode(blob).decode("ascii") != one:
            raise Broken("identity-base64")
        yield cms.verify(blob, text).by.key


def _hold(link: Link, before: Link | None, keys: list[str]) -> None:
    """Return when the right keys have signed, each once, the organisation's first; else Broken."""
    named = [link.key, link.recovery]
    if before:
        named += [before.key, before.recovery]
    if keys[0] != link.key or len(set(keys)) != len(keys) or not set(keys) <= set(named):
        raise Broken("identity-signatures")
    if link.recovery in link.allowed or len(set(link.allowed)) != len(link.allowed):
        raise Broken("identity-keys")
    if (not before or before.recovery != link.recovery) and link.recovery not in keys:
        raise Broken("identity-recovery")
    if before and not (link.by_key or link.by_recovery):
        raise Broken("identity-vouched")
