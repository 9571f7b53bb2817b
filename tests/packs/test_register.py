"""What a partner remembers, and what it makes of each next document."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.packs.example import (
    BEGIN,
    CHARITY,
    NAME,
    NUMBER,
    PAPER,
    THIEF,
    begun,
    checked,
    claims,
    files_of,
    known,
    signer,
)
from vcse_desktop.packs import container
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import RECOVERY_LABEL, Statements, attested, read_chain, statement
from vcse_desktop.packs.register import Register, fold, trust
from vcse_desktop.packs.result import Result, remarks, sentence
from vcse_desktop.packs.verdicts import Verdict

NEXT, SHEET = signer(0x5555), signer(0x6666, label=RECOVERY_LABEL)


def history(*earlier: Result, **states: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the lines about earlier documents; ``n2={"state": …}`` says how number 2 stands."""
    usual = {"state": "current", "by": None, "reason": None}
    return [
        {"sequence": n, "digest": one.digest, **usual, **states.get(f"n{n}", {})}
        for n, one in enumerate(earlier, 1)
    ]


def document(
    sequence: int = 1,
    told: Sequence[Mapping[str, Any]] = (),
    *,
    own: Signer = CHARITY,
    statements: Statements | None = None,
    **said: object,
) -> bytes:
    """Return the next document of a series."""
    whole = claims(statements, sequence=sequence, history=list(told), **said)
    when = datetime.strptime(whole["issued"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return container.write(files_of(whole, signers=[own], when=[when]))


def met(data: bytes, register: Register | None = None) -> Result:
    """Return what the register makes of the file."""
    return check(io.BytesIO(data), register or known())


def changed(
    chain: Statements,
    own: Signer,
    *by: Signer,
    paper: Signer = PAPER,
    name: str = NAME,
    reason: str = "key_changed",
) -> Statements:
    """Return the chain with one more statement."""
    text = statement(name, NUMBER, own.key, paper.key, BEGIN, before=chain, reason=reason)
    return [*chain, attested(text, by, BEGIN)]


def test_a_stranger_is_met_compared_and_then_known() -> None:
    first = met(document(), Register())
    assert first.verdict is Verdict.UNKNOWN_SIGNER
    assert first.register == Register()
    register = trust(first.register, read_chain(first.claims["identity"]), "2026-11-22")
    assert met(document(), register).verdict is Verdict.OK
    assert [one.compared_on for one in register.signers.values()] == ["2026-11-22"]


def test_comparing_again_only_changes_the_day() -> None:
    again = trust(known(), read_chain(begun()), "2027-01-01")
    (one,) = again.signers.values()
    assert (one.compared_on, one.statements) == ("2027-01-01", known().signers[one.first].statements)


def test_every_document_is_remembered_as_it_was_found() -> None:
    one = met(document())
    two = met(document(2, history(one)), one.register)
    assert two.verdict is Verdict.OK
    (rows,) = two.register.documents.values()
    assert [(row.sequence, row.digest, row.state, row.verdict, row.kind) for row in rows] == [
        (1, one.digest, "current", "OK", "pack"),
        (2, two.digest, "current", "OK", "pack"),
    ]
    assert all(row.seen_on for row in rows)
    assert met(document(2, history(one)), two.register).register == two.register


@pytest.mark.parametrize(
    ("name", "number", "found"),
    [
        (NAME, "", Verdict.IMPOSTOR),
        ("Example  Carers-Trust!", "", Verdict.IMPOSTOR),
        ("\uff25xample Carers Trust", "", Verdict.IMPOSTOR),
        ("EXÄMPLE CARERS TRUST".replace("Ä", "A"), "", Verdict.IMPOSTOR),
        ("Somebody Else", NUMBER, Verdict.IMPOSTOR),
        ("Somebody Else", "GB-CHC-123456-7", Verdict.IMPOSTOR),
        ("Somebody Else", "GB-CHC-7654321", Verdict.UNKNOWN_SIGNER),
        ("Example Carers Trust North", "", Verdict.UNKNOWN_SIGNER),
    ],
)
def test_a_known_name_or_number_under_another_key(name: str, number: str, found: Verdict) -> None:
    own, paper = signer(0x2222, name, number), signer(0x2223, name, number)
    statements = begun(own, paper, name=name, number=number)
    issuer = {"name": name, "number": number, "key": read_chain(statements)[0].key}
    said = claims(statements, issuer=issuer, sign_off={"need": 1, "keys": [issuer["key"]]})
    result = checked(container.write(files_of(said, signers=[own])), known())
    assert result.verdict is found
    if found is Verdict.IMPOSTOR:
        assert sentence(result) == (
            f"Stop. It says {name}, but the key is not the one you checked. "
            "Phone them on a number you already have."
        )


def test_digits_that_are_compared_again_beside_an_older_pack_keep_what_came_since() -> None:
    chain = read_chain(changed(begun(), NEXT, NEXT, CHARITY, PAPER))
    register = trust(trust(known(), chain, "2026-11-23"), chain[:1], "2026-11-24")
    (signer_now,) = register.signers.values()
    assert (signer_now.key, signer_now.retired) == (chain[1].key, (chain[0].key,))
    assert (len(signer_now.statements), signer_now.compared_on) == (2, "2026-11-24")


def test_two_of_one_name_who_were_both_compared_are_both_known() -> None:
    other = begun(THIEF, signer(0x2223))
    register = trust(known(), read_chain(other), "2026-11-23")
    assert met(document(), register).verdict is Verdict.OK
    assert met(document(own=THIEF, statements=other), register).verdict is Verdict.OK


def test_a_known_signer_who_takes_the_name_of_another_is_stopped() -> None:
    other = begun(THIEF, signer(0x2223), name="Other Trust", number="")
    register = trust(known(), read_chain(other), "2026-11-23")
    own = signer(0x1111, "Other Trust")
    chain = changed(begun(), CHARITY, CHARITY, PAPER, name="Other Trust", reason="renamed")
    said = claims(chain, issuer={"name": "Other Trust", "number": NUMBER, "key": read_chain(chain)[-1].key})
    assert checked(container.write(files_of(said, signers=[own])), register).verdict is Verdict.IMPOSTOR


def test_a_change_that_both_keys_stand_behind_is_taken_and_said() -> None:
    chain = changed(begun(), NEXT, NEXT, CHARITY, PAPER)
    result = met(document(own=NEXT, statements=chain))
    assert (result.verdict, result.changed) == (Verdict.OK, True)
    assert remarks(result)[0] == (
        "Example Carers Trust has changed its key or its rules. "
        "Both of its earlier keys stand behind the change."
    )
    again = met(document(own=NEXT, statements=chain), result.register)
    assert (again.verdict, again.changed) == (Verdict.OK, False)


def test_a_change_that_one_key_stands_behind_is_compared_again() -> None:
    for by in ((NEXT, CHARITY), (NEXT, PAPER)):
        chain = changed(begun(), NEXT, *by)
        result = met(document(own=NEXT, statements=chain))
        assert (result.verdict, result.changed) == (Verdict.UNKNOWN_SIGNER, False)
        register = trust(result.register, read_chain(chain), "2026-12-01")
        assert met(document(own=NEXT, statements=chain), register).verdict is Verdict.OK
    one_of_two = changed(changed(begun(), NEXT, NEXT, CHARITY), NEXT, NEXT, SHEET, PAPER, paper=SHEET)
    assert met(document(own=NEXT, statements=one_of_two)).verdict is Verdict.UNKNOWN_SIGNER


def test_two_histories_of_one_signer_are_stopped() -> None:
    ours = changed(begun(), NEXT, NEXT, CHARITY, PAPER)
    theirs = changed(begun(), THIEF, THIEF, CHARITY)
    register = trust(Register(), read_chain(ours), "2026-12-01")
    assert met(document(own=THIEF, statements=theirs), register).verdict is Verdict.IMPOSTOR
    chosen = trust(register, read_chain(theirs), "2026-12-02")
    assert met(document(own=THIEF, statements=theirs), chosen).verdict is Verdict.OK
    assert met(document(own=NEXT, statements=ours), chosen).verdict is Verdict.IMPOSTOR


def test_what_a_stolen_key_signs_after_it_was_replaced_is_revoked_whatever_its_clock_says() -> None:
    one = met(document())
    chain = changed(begun(), NEXT, NEXT, CHARITY, PAPER, reason="key_stolen")
    two = met(document(2, history(one), own=NEXT, statements=chain), one.register)
    assert two.verdict is Verdict.OK
    for data in (
        document(2, history(one), title="Forged"),
        document(title="Forged"),
        document(title="Forged", series="council"),
    ):
        result = met(data, two.register)
        assert result.verdict is Verdict.REVOKED
        assert sentence(result).startswith("Signed under a key or rules that Example Carers Trust has since")


def test_an_old_document_stands_when_it_was_held_or_is_listed() -> None:
    one, missed = met(document()), met(document(title="Missed", series="council"))
    chain = changed(begun(), NEXT, NEXT, CHARITY, PAPER)
    two = met(document(2, history(one), own=NEXT, statements=chain), one.register)
    assert met(document(), two.register).verdict is Verdict.OK
    assert met(document(title="Missed", series="council"), two.register).verdict is Verdict.REVOKED
    listed = met(document(2, history(missed), own=NEXT, statements=chain, series="council"), two.register)
    assert met(document(title="Missed", series="council"), listed.register).verdict is Verdict.OK


def test_a_list_under_the_old_key_does_not_stand_for_what_was_never_held() -> None:
    missed = met(document())
    two = met(document(2, history(missed)))
    chain = changed(begun(), NEXT, NEXT, CHARITY, PAPER)
    other = met(document(own=NEXT, statements=chain, series="council"), two.register)
    assert other.verdict is Verdict.OK
    assert met(document(), other.register).verdict is Verdict.REVOKED
    assert met(document(2, history(missed)), other.register).verdict is Verdict.OK
    three = met(document(3, history(missed, two), own=NEXT, statements=chain), other.register)
    assert met(document(), three.register).verdict is Verdict.OK


def test_two_documents_of_one_number_are_a_fork() -> None:
    one = met(document())
    result = met(document(title="Other"), one.register)
    assert result.verdict is Verdict.FORK
    assert sentence(result) == (
        "Example Carers Trust has signed two different documents numbered 1. Ask which one they stand by."
    )
    assert result.register == one.register


def test_a_history_that_differs_from_what_we_hold_is_a_fork() -> None:
    one, other = met(document()), met(document(title="Other"))
    two = met(document(2, history(other)), one.register)
    assert (two.verdict, two.number) == (Verdict.FORK, 1)
    three = met(document(3, history(one, other)))
    assert met(document(2, history(one)), three.register).verdict is Verdict.FORK
    older = met(document(2, history(other), title="Late"), three.register)
    assert (older.verdict, older.number) == (Verdict.FORK, 1)


def test_two_laptops_that_saw_two_documents_of_one_number() -> None:
    one, other = met(document()), met(document(title="Other"))
    (line,) = one.register.documents
    both = Register(
        one.register.signers, {line: one.register.documents[line] + other.register.documents[line]}
    )
    assert met(document(), both).verdict is Verdict.FORK
    assert met(document(2, history(one)), both).verdict is Verdict.FORK


def test_another_series_or_signer_has_numbers_of_its_own() -> None:
    one = met(document())
    assert met(document(title="Other", series="council"), one.register).verdict is Verdict.OK


def test_a_document_that_was_taken_back() -> None:
    one = met(document())
    state = {"state": "withdrawn", "by": 2, "reason": "two people could be known"}
    two = met(document(2, history(one, n1=state)), one.register)
    assert two.verdict is Verdict.OK
    result = met(document(), two.register)
    assert result.verdict is Verdict.WITHDRAWN
    assert sentence(result) == (
        "Example Carers Trust took this back on 21 November 2026: two people could be known."
    )
    silent = met(document(2, history(one, n1=state | {"reason": None})), one.register)
    assert sentence(met(document(), silent.register)) == (
        "Example Carers Trust took this back on 21 November 2026, and gave no reason."
    )


def test_a_document_that_was_replaced_also_when_it_arrives_late() -> None:
    one = met(document())
    two = met(document(2, history(one)))
    state = {"state": "superseded", "by": 2, "reason": None}
    three = met(document(3, history(one, two, n1=state)))
    result = met(document(), three.register)
    assert (result.verdict, sentence(result)) == (Verdict.SUPERSEDED, "Replaced by number 2.")
    (rows,) = result.register.documents.values()
    assert [(row.sequence, row.verdict) for row in rows] == [(1, "SUPERSEDED"), (2, ""), (3, "OK")]
    loose = met(document(2, history(one, n1=state | {"by": None})), one.register)
    assert sentence(met(document(), loose.register)) == "Replaced by number 2."


def test_an_older_document_does_not_undo_what_a_newer_one_says() -> None:
    one = met(document())
    two = met(document(2, history(one)), one.register)
    state = {"state": "withdrawn", "by": 3, "reason": "wrong period"}
    three = met(document(3, history(one, two, n1=state)), two.register)
    again = met(document(2, history(one)), three.register)
    assert again.verdict is Verdict.OK
    assert met(document(), again.register).verdict is Verdict.WITHDRAWN


def test_the_day_of_a_change_is_that_of_the_first_that_told() -> None:
    one = met(document())
    state = {"state": "withdrawn", "by": 2, "reason": "r"}
    two = met(document(2, history(one, n1=state), issued="2026-11-25T09:00:00Z"), one.register)
    three = met(document(3, history(one, two, n1=state), issued="2026-12-24T09:00:00Z"), two.register)
    result = met(document(), three.register)
    assert sentence(result) == "Example Carers Trust took this back on 25 November 2026: r."


def test_folding_keeps_letters_and_digits_alone() -> None:
    assert fold("\uff25x-ämple  Straße Nº 1") == "examplestrasseno1"
    assert fold(" .!") == ""
