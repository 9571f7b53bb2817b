"""A key of somebody's own opens with their passphrase alone, and only as it was shut."""

import json

import pytest

from vcse_desktop.errors import Refused
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.own_key import opened, shut
from vcse_desktop.store.passphrase import FLOOR

ABOUT = {"key": "sha256:1", "label": "Chair"}


def test_it_opens_with_the_passphrase_however_it_is_typed() -> None:
    box = json.loads(json.dumps(shut(b"secret", "four words make it", ABOUT, FLOOR)))
    assert opened(box, " four  words make it", ABOUT) == b"secret"
    with pytest.raises(WrongKeyOrDamaged):
        opened(box, "four words make him", ABOUT)


@pytest.mark.parametrize("name", ["alg", "kdf", "salt", "nonce", "box"])
def test_nothing_in_it_can_be_changed(name: str) -> None:
    box = shut(b"secret", "four words make it", ABOUT, FLOOR)
    other = shut(b"secret", "four words make it", ABOUT, FLOOR)
    changed = {**box, name: {"alg": "", "kdf": {"m": 1, "t": 1, "p": 1}}.get(name, other[name])}
    with pytest.raises(WrongKeyOrDamaged):
        opened(changed, "four words make it", ABOUT)
    with pytest.raises(WrongKeyOrDamaged):
        opened(box, "four words make it", {**ABOUT, "label": "Treasurer"})


def test_a_short_passphrase_keeps_nobody_out() -> None:
    with pytest.raises(Refused):
        shut(b"secret", "short", ABOUT, FLOOR)
