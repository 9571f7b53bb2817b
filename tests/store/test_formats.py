"""What was written by a released program is read by every later one: fixed examples of each format."""

import json

from vcse_desktop.store.journal import commitment, unit_hash
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.passphrase import passphrase_bytes
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.slots import open_slot

SLOT = json.loads("""
{"alg":"argon2id+a256gcm+x25519","epoch":1,"kdf":{"m":19456,"p":1,"t":2},
"key":{"box":"DxPei8-TGgbYLrubKw3RT6qhit8gzKK2uia2oTYbSkogQbEXNCjVUwqqxYhmB5ZD",
"epk":"niaSU9WY1X5txPM3gF5fdgiwVajVcY4IgQR0EjDfJ20","nonce":"3UrAlUrRVvXestsM"},
"kind":"person","label":"A. K.",
"lock":{"box":"hHHLOlxdOMpRyFCBdDQvw2JiF4Fi3wzGKyVInOGuEMgcDpOJXjhUfE8D7OldpFFk","nonce":"hi9HRnB-_BK2tf7m"},
"pub":"1tnvFdDMsaJTqa9y-N18fa8OS69ItYm6mNY2ibCxIjM","role":"keeper","salt":"4nCvjAZLY7Xky3RLYtvw2Q",
"slot":"7","vault":"0C4Z9K2M5N7PQ"}
""")
CHANGE = (2, 5, 1, b"\x8b\x13\x31", None, bytes(16))


def test_a_slot_still_opens() -> None:
    assert open_slot(SLOT, passphrase_bytes("four words make it")) == bytes(range(32))


def test_the_mac_over_the_keys_is_the_same() -> None:
    keys = Keys("0C4Z9K2M5N7PQ", 1, 1, (SLOT,)).sealed(bytes(32))
    assert keys.mac == "ws3fIBbBaYuj_VBjOqtU0i1OajlhFGBVmQ6S5I0L-E4"


def test_the_chain_is_hashed_the_same() -> None:
    one = commitment(CHANGE)
    assert one.hex() == "d2aa5f4b9984e7862a5292a0a91383a44304084aa8c0f17d675a3844c81a3581"
    head = (65536, 7, 9, "2026-11-21T18:30:05Z", "add", None, 1)
    whole = unit_hash(head, b"\1" * 32, [one])
    assert whole.hex() == "a926e05c0c062364fc4acf9133afcb7588736f7c57a3b9754d558ffa7c9ad19e"


def test_a_printed_code_is_still_a_code() -> None:
    assert read_code("EQFG-ZRDW-SJ6S-4C31-49GA-SYTD-GNQR") == b"EQFGZRDWSJ6S4C3149GASYTDGN"
