"""What this laptop alone keeps in the vault, outside the journal: the keys for signing and for the ledger."""

import os
from dataclasses import dataclass

from vcse_desktop.store.bind import Connection


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The right to sign: the private key and certificate as bytes, the identity as JSON."""

    private: bytes
    certificate: bytes
    identity: str


def signing_key(con: Connection) -> SigningKey | None:
    """Return the key that packs are signed with here, if this laptop has one."""
    found = con.execute("SELECT private, certificate, identity FROM signing_key").fetchone()
    return SigningKey(*found) if found else None


def keep_signing_key(con: Connection, key: SigningKey) -> None:
    """Keep this key instead of any other."""
    con.execute(
        "INSERT INTO signing_key(id, private, certificate, identity) VALUES(1,?,?,?) "
        "ON CONFLICT(id) DO UPDATE SET private=excluded.private, certificate=excluded.certificate, "
        "identity=excluded.identity",
        (key.private, key.certificate, key.identity),
    )


def make_ledger_key(con: Connection) -> None:
    """Draw the 32 bytes that turn a person into a token of the ledger."""
    con.execute("INSERT INTO ledger_key(id, bytes) VALUES(1, ?)", (os.urandom(32),))


def ledger_key(con: Connection) -> bytes:
    """Return those 32 bytes."""
    return bytes(con.execute("SELECT bytes FROM ledger_key").fetchone()[0])
