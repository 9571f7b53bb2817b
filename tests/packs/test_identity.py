"""Who a signer is: what makes a chain of statements hold, and who stands behind each change."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.packs.example import BEGIN, CHAIR, CHARITY, NAME, NUMBER, PAPER, SYMBOLS, THIEF, begun, signer
from vcse_desktop.errors import Refused
from vcse_desktop.packs import canonical, certificate, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import (
    RECOVERY_LABEL,
    Statements,
    attested,
    new_identity,
    read_chain,
    statement,
)
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.recovery import recovery_key

NEXT, SHEET = signer(0x5555), signer(0x6666, label=RECOVERY_LABEL)
CHAIR_ID = key_id(p256.point(CHAIR.key))


def followed(
    chain: Statements, own: Signer, *by: Signer, paper: Signer = PAPER, reason: str = "key_changed"
) -> Statements:
    """Return the chain with one more statement, signed by these."""
    text = statement(NAME, NUMBER, own.key, paper.key, BEGIN, before=chain, reason=reason)
    return [*chain, attested(text, by, BEGIN)]


def changed(link: Mapping[str, Any], by: tuple[Signer, ...] = (CHARITY, PAPER), **said: object) -> Statements:
    """Return a chain of one statement that says something else, well signed."""
    text = canonical.dump(json.loads(link["statement"]) | said).decode()
    return [attested(text, by, BEGIN)]


def test_a_new_identity_holds_and_its_recovery_key_follows_from_the_sheet() -> None:
    made = new_identity(f" {NAME} ", NUMBER, SYMBOLS, BEGIN)
    (link,) = read_chain(made.statements)
    own = certificate.read(made.certificate)
    assert (link.name, link.number, link.need, link.reason) == (NAME, NUMBER, 1, "first")
    assert link.key == own.key == key_id(p256.point(p256.restored(made.private_key)))
    assert (own.organisation, own.label) == (NAME, NAME)
    assert link.recovery == key_id(p256.point(recovery_key(SYMBOLS)))
    assert not link.by_both
    assert new_identity(NAME, NUMBER, SYMBOLS, BEGIN).private_key != made.private_key


def test_a_long_name_is_whole_in_the_statement() -> None:
    name = "The Association of " + "Friends and Carers of " * 5
    made = new_identity(name, "", SYMBOLS, BEGIN)
    assert read_chain(made.statements)[0].name == name.strip()
    assert len(certificate.read(made.certificate).organisation) <= 64


@pytest.mark.parametrize(
    ("name", "number"), [("", ""), (" \t ", ""), ("x" * 201, ""), (NAME, "1234567"), (NAME, "gb-chc-1")]
)
def test_a_name_or_number_that_cannot_be_signed_is_refused(name: str, number: str) -> None:
    with pytest.raises(Refused):
        new_identity(name, number, SYMBOLS, BEGIN)


def test_a_chain_says_who_stands_behind_each_change() -> None:
    both = followed(begun(), NEXT, NEXT, CHARITY, PAPER)
    key = followed(both, CHARITY, CHARITY, NEXT)
    sheet = followed(key, NEXT, NEXT, PAPER, reason="key_lost")
    renewed = followed(sheet, NEXT, NEXT, SHEET, PAPER, paper=SHEET, reason="recovery_replaced")
    found = [(link.by_key, link.by_recovery) for link in read_chain(renewed)]
    assert found == [(False, False), (True, True), (True, False), (False, True), (True, True)]


BROKEN: dict[str, Callable[[], Statements]] = {
    "nobody vouches": lambda: followed(begun(), NEXT, NEXT),
    "the new key is not first": lambda: followed(begun(), NEXT, CHARITY, NEXT),
    "the new key has not signed": lambda: followed(begun(), NEXT, CHARITY),
    "one key twice": lambda: followed(begun(), NEXT, NEXT, CHARITY, CHARITY),
    "a stranger signs too": lambda: followed(begun(), NEXT, NEXT, CHARITY, THIEF),
    "the new sheet has not signed": lambda: followed(begun(), CHARITY, CHARITY, paper=SHEET),
    "a second beginning": lambda: followed(begun(), NEXT, NEXT, CHARITY, reason="first"),
    "key and sheet are one": lambda: followed(begun(), CHARITY, CHARITY, PAPER, paper=CHARITY),
    "the first is no beginning": lambda: followed([], CHARITY, CHARITY, PAPER, reason="renamed"),
    "the sheet has not signed": lambda: followed([], CHARITY, CHARITY, reason="first"),
    "the sheet signs first": lambda: followed([], CHARITY, PAPER, CHARITY, reason="first"),
    "no beginning": lambda: followed(begun(), NEXT, NEXT, CHARITY)[1:],
    "the same twice": lambda: begun() * 2,
    "grafted": lambda: [*begun(), *followed(begun(THIEF), NEXT, NEXT, THIEF)[1:]],
    "format": lambda: changed(begun()[0], format=2),
    "version": lambda: changed(begun()[0], version=2),
    "version is true": lambda: changed(begun()[0], version=True),
    "type": lambda: changed(begun()[0], type="statement"),
    "previous": lambda: changed(begun()[0], previous="sha256:" + "0" * 64),
    "need of none": lambda: changed(begun()[0], need=0),
    "need of ten": lambda: changed(begun()[0], need=10),
    "number": lambda: changed(begun()[0], number="1"),
    "long name": lambda: changed(begun()[0], name="x" * 201),
    "name not composed": lambda: changed(begun()[0], name="e\u0301"),
    "no such day": lambda: changed(begun()[0], at="2026-11-31T00:00:00Z"),
    "reason": lambda: changed(begun()[0], reason="because"),
    "another key": lambda: changed(begun()[0], more=1),
    "an approver twice": lambda: changed(begun()[0], approvers=[{"key": CHAIR_ID, "label": "Chair"}] * 2),
    "a long label": lambda: changed(begun()[0], approvers=[{"key": CHAIR_ID, "label": "x" * 65}]),
    "approves itself": lambda: begun(approvers={key_id(p256.point(CHARITY.key)): "Itself"}),
    "the sheet approves": lambda: begun(approvers={key_id(p256.point(PAPER.key)): "The sheet"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_chain_that_does_not_hold_is_broken(name: str) -> None:
    with pytest.raises(Broken):
        read_chain(BROKEN[name]())


def test_signatures_are_in_plain_base64() -> None:
    (link,) = begun()
    first, second = link["signatures"]
    for text in (second[:-1], second + "\n", "é" + second, second[:-1] + "*", second[:9] + "_" + second[10:]):
        with pytest.raises(Broken, match="identity-base64"):
            read_chain([{**link, "signatures": [first, text]}])


@pytest.mark.parametrize("length", [700, 701])
def test_base64_has_one_form(length: int) -> None:
    (link,) = begun()
    text = base64.b64encode(bytes(length)).decode().rstrip("=")
    loose = text[:-1] + "B" + "=" * (-len(text) % 4)
    assert base64.b64decode(loose, validate=True) == bytes(length)
    with pytest.raises(Broken, match="identity-base64"):
        read_chain([{**link, "signatures": [loose]}])


def test_approvers_may_sign_and_the_recovery_key_may_not() -> None:
    (link,) = read_chain(begun(need=2, approvers={CHAIR_ID: "Chair of trustees"}))
    assert link.allowed == [key_id(p256.point(CHARITY.key)), CHAIR_ID]
    assert link.need == 2
