"""A pack that two people signed, of a signer whose digits were compared: what the attacks start from."""

from functools import cache

from tests.packs.example import CHAIR, CHARITY, ID, begun, checked, claims, files_of, known
from vcse_desktop.packs import container, p256
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.verdicts import Verdict

CHAIR_ID = key_id(p256.point(CHAIR.key))
STATEMENTS = begun(need=2, approvers={CHAIR_ID: "Chair of trustees"})
KEYS = [key_id(p256.point(CHARITY.key)), CHAIR_ID]
SIGN_OFF = {"need": 2, "keys": KEYS}
REGISTER = known(STATEMENTS)
ROOT = f"pack-{ID}"
BAD = {Verdict.NOT_A_PACK, Verdict.DAMAGED, Verdict.ALTERED, Verdict.TOO_BIG}
"""What may be said of bytes that nobody signed."""

Entries = list[tuple[str, bytes]]


@cache
def _entries() -> tuple[tuple[str, bytes], ...]:
    return tuple(files_of(claims(STATEMENTS, sign_off=SIGN_OFF), signers=[CHARITY, CHAIR]))


def entries() -> Entries:
    """Return the entries of the pack."""
    return list(_entries())


@cache
def whole() -> bytes:
    """Return the pack."""
    return container.write(entries())


def verdict(data: bytes) -> Verdict:
    """Return what a partner is told who has compared the digits."""
    return checked(data, REGISTER).verdict
