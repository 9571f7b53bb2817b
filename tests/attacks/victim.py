"""What the attacks start from: a pack, a notice and a reply, of a signer whose digits were compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tests.packs.example import (
    CHAIR,
    CHARITY,
    ID,
    ISSUED,
    NAME,
    NUMBER,
    begun,
    claims,
    files_of,
    known,
    payload,
)
from vcse_desktop.packs import container, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import Draft, notice_claims
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.verdicts import Verdict

CHAIR_ID = key_id(p256.point(CHAIR.key))
STATEMENTS = begun(need=2, approvers={CHAIR_ID: "Chair of trustees"})
KEYS = [key_id(p256.point(CHARITY.key)), CHAIR_ID]
SIGN_OFF = {"need": 2, "keys": KEYS}
REGISTER = known(STATEMENTS)
BAD = frozenset({Verdict.NOT_A_PACK, Verdict.DAMAGED, Verdict.ALTERED, Verdict.TOO_BIG})
"""What may be said of bytes that nobody signed."""
_DIGEST = f"sha256:{'5a' * 32}"

Entries = list[tuple[str, bytes]]


_CERTIFIED: dict[bytes, dict[str, bytes]] = {}


def _certified(by: Signer) -> dict[str, bytes]:
    """Return the payload of the pack with a report of this signer, which is signed once."""
    if by.certificate not in _CERTIFIED:
        _CERTIFIED[by.certificate] = payload(by)
    return _CERTIFIED[by.certificate]


@dataclass(frozen=True)
class Victim:
    """A good file that two people signed: its claims and its payload."""

    kind: str
    said: Mapping[str, Any]
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def root(self) -> str:
        """The folder at the top."""
        return f"{self.kind}-{ID}"

    def signed(
        self,
        said: Mapping[str, Any] | bytes | None = None,
        signers: Sequence[Signer] = (CHARITY, CHAIR),
        files: Mapping[str, bytes] | None = None,
    ) -> Entries:
        """Return the entries with good signatures over other claims, by others, or over other files."""
        if not files:
            files = _certified(signers[0]) if self.kind == "pack" and signers else self.files
        return files_of(self.said if said is None else said, files, signers, root=self.root)

    @cache  # noqa: B019 - there are three of them, and they stay
    def _entries(self) -> tuple[tuple[str, bytes], ...]:
        return tuple(self.signed())

    def entries(self) -> Entries:
        """Return the entries as they are."""
        return list(self._entries())

    @cache  # noqa: B019 - as above
    def whole(self) -> bytes:
        """Return the file."""
        return container.write(self.entries())

    def __hash__(self) -> int:
        return hash(self.kind)


def _pack() -> Victim:
    asks = [{"id": "a1", "text": "Who answers the phone?", "topic": "access", "by": "2027-01-31"}]
    return Victim("pack", claims(STATEMENTS, sign_off=SIGN_OFF, asks=asks), payload())


def _notice() -> Victim:
    line = {"sequence": 1, "digest": _DIGEST, "state": "withdrawn", "by": 2, "reason": "A sum was wrong."}
    draft = Draft(
        id=ID,
        title="We take number 1 back",
        audience=[("Example ICB", "")],
        statements=STATEMENTS,
        issued=ISSUED,
        series="icb-quarterly",
        sequence=2,
        history=[line],
        need=2,
        approvers=[CHAIR_ID],
    )
    return Victim(
        "notice", notice_claims(draft, "A sum was wrong."), {"data/notice.txt": b"A sum was wrong.\n"}
    )


def _reply() -> Victim:
    answer = {
        "ask": "a1",
        "topic": "access",
        "state": "done",
        "text": "Somebody answers the phone now.",
        "changed": "The line is open until eight.",
        "evidence": "We rang it.",
        "by": "2026-12-31",
        "reference": "B/12",
        "people_told": True,
    }
    about = {"pack": ID, "digest": _DIGEST, "series": "icb-quarterly", "sequence": 1, "issuer_key": _DIGEST}
    said = {
        **{key: _pack().said[key] for key in ("format", "min_reader", "issued", "language", "issuer")},
        **{key: _pack().said[key] for key in ("identity", "sign_off", "made_with")},
        "type": "reply",
        "reply": ID,
        "to": {"name": "Other Carers", "number": "GB-CHC-7654321"},
        "about": about,
        "number": 2,
        "prior": _DIGEST,
        "received": "2026-11-20",
        "read": "2026-11-21",
        "checked": {"verdict": "OK", "digits_compared": True},
        "answers": [answer],
        "text": "Thank you.",
        "may_publish": False,
    }
    return Victim("reply", said, {"data/reply.txt": b"Thank you.\n"})


VICTIMS = {one.kind: one for one in (_pack(), _notice(), _reply())}
PACK = VICTIMS["pack"]

__all__ = ["BAD", "NAME", "NUMBER", "PACK", "REGISTER", "STATEMENTS", "VICTIMS", "Entries", "Victim"]
