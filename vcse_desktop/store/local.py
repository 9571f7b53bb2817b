"""What this laptop alone keeps in the vault, outside the journal: the keys for signing and for the ledger."""

# ruff: noqa: S608 - the names in this SQL are two numbers of ours

import os
from dataclasses import dataclass

from vcse_desktop.store.bind import Connection

ACTIVE, RESTING = 1, 2
"""The row of the key that signs, and of one that waits for a keeper after a backup was brought back."""
_ACTIVE = f"SELECT 1 FROM signing_key WHERE id={ACTIVE}"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The right to sign: the private key and certificate as bytes, the identity as JSON."""

    private: bytes
    certificate: bytes
    identity: str


def signing_key(con: Connection) -> SigningKey | None:
    """Return the key that packs are signed with here, if this laptop has one."""
    found = con.execute(
        f"SELECT private, certificate, identity FROM signing_key WHERE id={ACTIVE}"
    ).fetchone()
    return SigningKey(*found) if found else None


def identity(con: Connection) -> str:
    """Return the identity, as JSON, of the key that signs here or rests; "" when there is none."""
    found = con.execute("SELECT identity FROM signing_key ORDER BY id LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def keep_signing_key(con: Connection, key: SigningKey) -> None:
    """Keep this key instead of any other."""
    con.execute(
        f"INSERT INTO signing_key(id, private, certificate, identity) VALUES({ACTIVE},?,?,?) "
        "ON CONFLICT(id) DO UPDATE SET private=excluded.private, certificate=excluded.certificate, "
        "identity=excluded.identity",
        (key.private, key.certificate, key.identity),
    )


def rest_signing_key(con: Connection) -> None:
    """Let the right to sign rest until it is confirmed."""
    con.execute(f"DELETE FROM signing_key WHERE id={RESTING} AND EXISTS({_ACTIVE})")
    con.execute(f"UPDATE signing_key SET id={RESTING} WHERE id={ACTIVE}")


def signing_rests(con: Connection) -> bool:
    """Say whether there is a right to sign that rests."""
    return bool(
        con.execute(f"SELECT EXISTS(SELECT 1 FROM signing_key) AND NOT EXISTS({_ACTIVE})").fetchone()[0]
    )


def confirm_signing_key(con: Connection) -> None:
    """Let the key that rests sign again, unless another has taken its place."""
    con.execute(f"UPDATE signing_key SET id={ACTIVE} WHERE id={RESTING} AND NOT EXISTS({_ACTIVE})")


def make_ledger_key(con: Connection) -> None:
    """Draw the 32 bytes that turn a person into a token of the ledger."""
    con.execute("INSERT INTO ledger_key(id, bytes) VALUES(1, ?)", (os.urandom(32),))


def ledger_key(con: Connection) -> bytes:
    """Return those 32 bytes."""
    return bytes(con.execute("SELECT bytes FROM ledger_key").fetchone()[0])
