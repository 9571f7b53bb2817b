"""A slot opens with its own secret and as it was made; whatever is changed in it, it stays shut."""

import os
import time
from collections.abc import Mapping
from typing import Any

import pytest

from vcse_desktop.errors import Refused
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import FLOOR, Kdf, calibrate, long_enough, passphrase_bytes, stretch
from vcse_desktop.store.slots import give_key, make_slot, open_slot

KEY = os.urandom(32)
HEAD = {"slot": "7", "vault": "V", "epoch": 1, "kind": "person", "label": "A.", "role": "member"}
SLOT = make_slot(HEAD, b"secret", KEY, FLOOR)
OTHER = make_slot(HEAD, b"secret", KEY, FLOOR)

CHANGES: list[Mapping[str, Any]] = [
    {"label": "Eve"},
    {"role": "keeper"},
    {"kind": "recovery"},
    {"epoch": 2},
    {"vault": "W"},
    {"slot": "8"},
    {"alg": "argon2id+a256gcm+x25519+"},
    {"kdf": {"m": 19456, "t": 3, "p": 1}},
    {"pub": OTHER["pub"]},
    {"salt": OTHER["salt"]},
    {"key": OTHER["key"]},
    {"lock": OTHER["lock"]},
]


def test_the_secret_opens_and_another_does_not() -> None:
    assert open_slot(SLOT, b"secret") == KEY
    with pytest.raises(WrongKeyOrDamaged):
        open_slot(SLOT, b"Secret")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_a_changed_slot_stays_shut(change: Mapping[str, Any]) -> None:
    with pytest.raises(WrongKeyOrDamaged):
        open_slot({**SLOT, **change}, b"secret")


@pytest.mark.parametrize("name", sorted(SLOT))
def test_a_slot_without_one_of_its_parts_stays_shut(name: str) -> None:
    with pytest.raises(WrongKeyOrDamaged):
        open_slot({key: value for key, value in SLOT.items() if key != name}, b"secret")


@pytest.mark.parametrize(
    "kdf",
    [
        {"m": 19455, "t": 2, "p": 1},
        {"m": 2**20 + 1, "t": 2, "p": 1},
        {"m": 2**40, "t": 10, "p": 1},
        {"m": 19456, "t": 1, "p": 1},
        {"m": 19456, "t": 11, "p": 1},
        {"m": 19456, "t": 2, "p": 2},
        {"m": 19456, "t": True, "p": 1},
        {"m": 19456.0, "t": 2, "p": 1},
        {"m": "19456", "t": 2, "p": 1},
        {"m": 19456, "t": 2, "p": 1, "q": 1},
        None,
    ],
    ids=str,
)
def test_costs_out_of_range_are_refused_at_once(kdf: object) -> None:
    start = time.perf_counter()
    with pytest.raises(WrongKeyOrDamaged):
        open_slot({**SLOT, "kdf": kdf}, b"secret")
    assert time.perf_counter() - start < 0.05


def test_a_new_data_key_needs_nobodys_passphrase() -> None:
    fresh = os.urandom(32)
    resealed = give_key(SLOT, fresh, 2)
    assert open_slot(resealed, b"secret") == fresh
    with pytest.raises(WrongKeyOrDamaged):
        open_slot({**SLOT, "key": resealed["key"]}, b"secret")


def test_a_passphrase_is_the_same_however_it_was_typed() -> None:
    assert passphrase_bytes("  four\twords \n make   it ") == passphrase_bytes("four words make it")
    assert passphrase_bytes("cafe\u0301 au lait") == passphrase_bytes("caf\u00e9 au lait")
    assert passphrase_bytes("\uff21bc") == b"Abc"  # full-width letters of another keyboard
    assert passphrase_bytes("Four") != passphrase_bytes("four")


@pytest.mark.parametrize("text", ["", "short", "elevenchars", "one two 3", "            .", "a  b  c  "])
def test_a_short_passphrase_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        long_enough(text)


@pytest.mark.parametrize("text", ["twelve chars", "a b c d", "\u00e9" * 12])
def test_twelve_letters_or_four_words_are_enough(text: str) -> None:
    assert long_enough(text) == passphrase_bytes(text)


def test_calibration_stops_where_this_computer_gets_slow() -> None:
    assert calibrate(seconds=0) == Kdf(65536, 3)
    assert FLOOR.m < calibrate(seconds=0).m
    assert len(stretch(b"x", bytes(16), FLOOR)) == 32
