"""A new recovery sheet goes on in the identity: partners see who stands behind it, and the key stays."""

import pytest

from tests.packs.example import BEGIN, NAME, NUMBER, SYMBOLS
from vcse_desktop.packs import p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import LINKS, MOST, Identity, new_identity, read_chain
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.recovery import recovery_key
from vcse_desktop.packs.schema import unknown
from vcse_desktop.packs.succession import with_new_recovery

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
