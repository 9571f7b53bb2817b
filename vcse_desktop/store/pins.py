"""What the short PIN of each person is checked against: it says who is writing, and opens nothing."""

import hmac
import os
from typing import NamedTuple

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.passphrase import FLOOR, Kdf, stretch


class Pin(NamedTuple):
    """What is kept of a PIN: salt, costs of Argon2id (KiB and passes), and what came of it."""

    salt: bytes
    memory: int
    passes: int
    hash: bytes


def made(pin: str) -> Pin:
    """Return what to keep of a PIN; takes a part of a second."""
    salt = os.urandom(16)
    return Pin(salt, FLOOR.m, FLOOR.t, stretch(pin.encode("utf-8"), salt, FLOOR))


def keep(con: Connection, member: int, pin: Pin | None) -> None:
    """Keep a PIN for a member in place of any other; None for none."""
    if pin is None:
        con.execute("DELETE FROM cover_pin WHERE member=?", (member,))
    else:
        con.execute(
            "INSERT INTO cover_pin(member, salt, memory, passes, hash) VALUES(?,?,?,?,?) ON CONFLICT(member) "
            "DO UPDATE SET salt=excluded.salt, memory=excluded.memory, passes=excluded.passes, "
            "hash=excluded.hash",
            (member, *pin),
        )


def kept(con: Connection, member: int) -> Pin | None:
    """Return what is kept for a member."""
    found = con.execute(
        "SELECT salt, memory, passes, hash FROM cover_pin WHERE member=?", (member,)
    ).fetchone()
    return Pin(*found) if found else None


def fits(pin: Pin | None, typed: str) -> bool:
    """Say whether what was typed is this PIN."""
    if pin is None:
        return False
    tried = stretch(typed.encode("utf-8"), pin.salt, Kdf(pin.memory, pin.passes))
    return hmac.compare_digest(tried, pin.hash)
