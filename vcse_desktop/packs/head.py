"""What stands before the payload: who has signed what, and what they claim."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from vcse_desktop.packs import canonical, cms
from vcse_desktop.packs.bag import BAGIT_TEXT, Hashes, bag_info, read_list
from vcse_desktop.packs.certificate import UNREGISTERED, certificate_name
from vcse_desktop.packs.claims import check_claims, is_newer
from vcse_desktop.packs.cms import Signed
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import Chain, read_chain
from vcse_desktop.packs.keys import digest
from vcse_desktop.packs.layout import (
    BAGIT,
    CLAIMS_LIMIT,
    ENTRIES_LIMIT,
    FIRST,
    INFO,
    MANIFEST,
    MOST_SIGNATURES,
    SIGNATURE_LIMIT,
    TAG_LIMIT,
    signature_name,
)
from vcse_desktop.packs.opening import Source
from vcse_desktop.packs.verdicts import Stop, Verdict


@dataclass(frozen=True, slots=True)
class Head:
    """All that is signed directly, read and held to every rule but those about who may sign."""

    digest: str
    signed: tuple[Signed, ...]
    claims: Mapping[str, Any]
    unknown: tuple[str, ...]
    chain: Chain
    payload: Hashes
    tags: Mapping[str, bytes]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the ids of the keys that have signed."""
        return tuple(one.by.key for one in self.signed)

    @property
    def needed(self) -> int:
        """Return how many have to sign: what the file or the identity asks for, whichever is more."""
        need: int = max(self.claims["sign_off"]["need"], self.chain[-1].need)
        return need


def read_head(source: Source) -> Head:
    """Return what stands before the payload; Stop or Broken for any fault."""
    first = b"".join(source.read(FIRST, TAG_LIMIT))
    listed = read_list(first)
    signed = _signatures(source, first)
    tags = _tags(source, listed)
    said = canonical.load(tags[source.root.kind.claims])
    if is_newer(said):
        raise Stop(Verdict.NEWER_FORMAT, "min-reader")
    unknown = check_claims(source.root, said)
    claims = {key: value for key, value in said.items() if f"/{key}" not in unknown}
    chain = read_chain(claims["identity"])
    _check_issuer(claims, chain, signed)
    payload = read_list(tags[MANIFEST])
    if 1 + len(signed) + len(tags) + len(payload) > ENTRIES_LIMIT:
        raise Stop(Verdict.TOO_BIG, "entries")
    if not set(source.root.kind.must) <= payload.keys():
        raise Stop(Verdict.ALTERED, "payload-missing")
    return Head(digest(first), signed, claims, unknown, chain, payload, tags)


def check_bag(head: Head, document_id: str, size: int) -> None:
    """Return when the two tag files that follow from the rest are as they must be; else Broken."""
    expected = bag_info(document_id, head.claims["issued"], size, len(head.payload))
    if (head.tags[INFO], head.tags[BAGIT]) != (expected, BAGIT_TEXT):
        raise Broken("bag-info")


def check_signers(head: Head) -> None:
    """Return when all who signed may sign, in order and the organisation first; else Broken."""
    keys, named = head.keys, head.claims["sign_off"]["keys"]
    in_order = tuple(key for key in named if key in keys)
    if keys != in_order or not set(named) <= set(head.chain[-1].allowed):
        raise Broken("signers")
    if not keys[0] == named[0] == head.chain[-1].key:
        raise Broken("signers")


def _signatures(source: Source, data: bytes) -> tuple[Signed, ...]:
    signed: list[Signed] = []
    while len(signed) < MOST_SIGNATURES and source.has(name := signature_name(len(signed) + 1)):
        signed.append(cms.verify(b"".join(source.read(name, SIGNATURE_LIMIT)), data))
    if not signed:
        raise Stop(Verdict.ALTERED, "no-signature")
    return tuple(signed)


def _tags(source: Source, listed: Hashes) -> dict[str, bytes]:
    kind = source.root.kind
    if list(listed) != kind.tags:
        more = set(kind.tags) < listed.keys()
        raise Stop(Verdict.NEWER_FORMAT if more else Verdict.ALTERED, "tag-files")
    tags = {}
    for name, expected in listed.items():
        tags[name] = b"".join(source.read(name, CLAIMS_LIMIT if name == kind.claims else TAG_LIMIT))
        if hashlib.sha256(tags[name]).hexdigest() != expected:
            raise Stop(Verdict.ALTERED, "tag-hash")
    return tags


def _check_issuer(claims: Mapping[str, Any], chain: Chain, signed: tuple[Signed, ...]) -> None:
    """Return when issuer, last statement and first certificate agree, and the times follow; else Broken."""
    me, by = chain[-1], signed[0].by
    if claims["issuer"] != {"name": me.name, "number": me.number, "key": me.key}:
        raise Broken("issuer")
    org = certificate_name(me.name)
    if (by.organisation, by.number, by.label) != (org, me.number or UNREGISTERED, org):
        raise Broken("certificate-name")
    issued = datetime.strptime(claims["issued"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    if signed[0].at != issued or any(one.at < issued for one in signed):
        raise Broken("signing-time")
