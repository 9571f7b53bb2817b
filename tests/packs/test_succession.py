"""A new recovery sheet goes on in the identity: partners see who stands behind it, and the key stays."""

import pytest

from tests.packs.example import BEGIN, NAME, NUMBER, SYMBOLS, signer
from vcse_desktop.errors import Refused
from vcse_desktop.packs import p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import (
    LINKS,
    MOST,
    Identity,
    Link,
    has_closed,
    new_identity,
    read_chain,
)
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.recovery import recovery_key
from vcse_desktop.packs.schema import unknown
from vcse_desktop.packs.succession import Change, is_sheet_of, succeeded, with_new_recovery

NEW, THIRD = "ZYXWVTSRQPNMKJHGFEDCBA9876", "00000000000000000000000001"


@pytest.fixture(scope="module")
def made() -> Identity:
    return new_identity(NAME, NUMBER, SYMBOLS, BEGIN)


def own(made: Identity) -> Signer:
    return Signer(p256.restored(made.private_key), made.certificate)


@pytest.mark.parametrize(("old", "both"), [(SYMBOLS, True), ("", False), (THIRD, False)])
def test_the_old_sheet_vouches_for_the_new_one_where_it_is_still_there(
    made: Identity, old: str, both: bool
) -> None:
    chain = read_chain(with_new_recovery(made.statements, own(made), NEW, old, BEGIN))
    assert [link.reason for link in chain] == ["first", "recovery_replaced"]
    assert chain[1].recovery == key_id(p256.point(recovery_key(NEW)))
    assert (chain[1].name, chain[1].number, chain[1].key) == (NAME, NUMBER, chain[0].key)
    assert (chain[1].by_key, chain[1].by_both) == (True, both)


def test_no_more_statements_are_made_than_partners_read(made: Identity) -> None:
    chain = made.statements
    for number in range(MOST - 1):
        chain = with_new_recovery(chain, own(made), (NEW, THIRD)[number % 2], "", BEGIN)
    assert len(read_chain(chain)) == MOST
    assert not list(unknown(LINKS, chain))
    with pytest.raises(ValueError, match="no more"):
        with_new_recovery(chain, own(made), SYMBOLS, "", BEGIN)


def changed(made: Identity, **said: object) -> list[Link]:
    """Return the chain after one more statement, the sheet being typed."""
    change = Change(**{"reason": "key_changed", "own": own(made), "symbols": SYMBOLS} | said)  # type: ignore[arg-type]
    return list(read_chain(succeeded(made.statements, change, BEGIN)))


def test_a_new_key_has_the_old_one_and_the_sheet_behind_it(made: Identity) -> None:
    chain = changed(made, own=signer(0x5555), before=own(made))
    assert chain[1].key == key_id(p256.point(signer(0x5555).key)) != chain[0].key
    assert (chain[1].by_both, chain[1].recovery) == (True, chain[0].recovery)


def test_a_key_that_is_lost_has_the_old_sheet_alone_behind_the_new_one(made: Identity) -> None:
    chain = changed(made, reason="key_lost", own=signer(0x5555), symbols=NEW, old=SYMBOLS)
    assert (chain[1].by_key, chain[1].by_recovery) == (False, True)
    assert chain[1].recovery == key_id(p256.point(recovery_key(NEW)))


def test_another_name_keeps_the_key(made: Identity) -> None:
    chain = changed(made, reason="renamed", name=" Vale Carers ", number="GB-CHC-7654321")
    assert (chain[1].name, chain[1].number, chain[1].key) == ("Vale Carers", "GB-CHC-7654321", chain[0].key)
    assert chain[1].by_both
    with pytest.raises(Refused):
        changed(made, reason="renamed", name="")
    with pytest.raises(Refused):
        changed(made, reason="renamed", number="seven")


def test_after_the_end_an_identity_has_ended(made: Identity) -> None:
    assert not has_closed(read_chain(made.statements))
    assert has_closed(tuple(changed(made, reason="closed")))


def test_a_sheet_is_known_by_its_symbols(made: Identity) -> None:
    assert is_sheet_of(made.statements, SYMBOLS)
    assert not is_sheet_of(made.statements, NEW)
