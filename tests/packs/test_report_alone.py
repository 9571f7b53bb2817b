"""A report that came without its pack: what its own signature says, beside what is remembered."""

import io
from pathlib import Path

import pytest

from tests.packs.example import (
    CHAIR,
    CHARITY,
    ISSUED,
    NAME,
    NUMBER,
    PAPER,
    THIEF,
    begun,
    checked,
    known,
    payload,
    report,
    signer,
)
from tests.packs.test_pades import altered
from tests.packs.test_register import NEXT, changed
from vcse_desktop.packs.certificate import read
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.layout import ENTRY_LIMIT
from vcse_desktop.packs.pades import sign_report
from vcse_desktop.packs.register import trust
from vcse_desktop.packs.result import remarks, sentence
from vcse_desktop.packs.verdicts import Verdict

ALONE = payload()["data/report.pdf"]


def by(own: Signer, pdf: bytes | None = None) -> bytes:
    """Return a report certified by this signer."""
    return sign_report(pdf or report(), own, ISSUED)


def test_the_report_of_a_known_signer() -> None:
    result = checked(ALONE, known())
    assert (result.verdict, result.kind, result.name) == (Verdict.OK, "report", NAME)
    assert sentence(result) == (
        "Unchanged since Example Carers Trust signed it, dated 21 November 2026. "
        "You have checked their key before."
    )
    assert remarks(result) == [
        "This is the report by itself. Whether it was replaced or taken back, only the whole pack or a later "
        "one can tell."
    ]
    assert result.register == known()


def test_the_report_of_a_stranger_has_digits_to_compare() -> None:
    result = checked(ALONE)
    assert (result.verdict, result.name) == (Verdict.UNKNOWN_SIGNER, NAME)
    assert result.keys == (read(CHARITY.certificate).key,)
    assert result.register.signers == {}


@pytest.mark.parametrize(
    "own",
    [
        THIEF,
        CHAIR,
        signer(0x2222, "EXAMPLE - Carers  Trust", ""),
        signer(0x2222, "Another Trust", NUMBER.lower()),
    ],
)
def test_another_key_under_a_known_name_or_number_is_an_impostor(own: Signer) -> None:
    assert checked(by(own), known()).verdict is Verdict.IMPOSTOR


def test_a_known_name_that_is_too_long_for_a_certificate_is_known_by_its_beginning() -> None:
    name = "Anytown and District Association of Carers and Friends of Carers, Old and Young"
    register = known(begun(signer(0x1111, name), signer(0x7777, name), name=name, number=""))
    assert checked(by(signer(0x2222, name, "")), register).verdict is Verdict.IMPOSTOR
    assert checked(by(signer(0x2222, "Other", "")), register).verdict is Verdict.UNKNOWN_SIGNER


def test_the_report_of_a_key_that_was_replaced() -> None:
    chain = read_chain(changed(begun(), NEXT, NEXT, CHARITY, PAPER))
    register = trust(known(), chain, "2026-11-23")
    result = checked(ALONE, register)
    assert (result.verdict, result.name) == (Verdict.REVOKED, NAME)
    assert checked(by(NEXT), register).verdict is Verdict.OK


@pytest.mark.parametrize(
    "data", [report(), ALONE + b"\n", ALONE[:-1], ALONE.replace(b"/F 132", b"/F 133"), b"%PDF-1.7\n" * 9]
)
def test_anything_else_was_altered(data: bytes) -> None:
    result = checked(data, known())
    assert (result.verdict, result.why) == (Verdict.ALTERED, "report-signature")


def test_a_signed_report_that_acts_is_unsafe() -> None:
    def acts(file: object) -> None:
        file.Root.OpenAction = file.make_indirect({})  # type: ignore[attr-defined]

    result = checked(by(CHARITY, altered(acts)), known())
    assert (result.verdict, result.what, result.name) == (Verdict.UNSAFE, "action", NAME)


def test_a_pdf_that_is_larger_than_a_report_may_be(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    with file.open("wb") as out:
        out.write(b"%PDF-1.7\n")
        out.truncate(ENTRY_LIMIT + 1)
    assert check(file).verdict is Verdict.TOO_BIG


def test_it_is_kept_as_what_is_in_a_pack_is(tmp_path: Path) -> None:
    result = check(io.BytesIO(ALONE), known(), tmp_path / "kept")
    assert result.kept is not None
    assert (result.kept / "report.pdf").read_bytes() == ALONE
    assert not check(io.BytesIO(report()), known(), tmp_path / "none").kept
