"""The checking page says of every file what the program says that knows nobody, and shows it to everybody."""

import json
from collections.abc import Callable

import pytest

from tests.attacks.checking_page import asked, differences, of_program
from tests.attacks.corpus import again, inner, inside, outer, signatures
from tests.attacks.corpus.case import Case
from tests.attacks.slices import some
from tests.attacks.victim import VICTIMS, Victim
from tests.attacks.weighing import directory
from tests.browser import Page
from tests.vectors.make import FOLDER

FAMILIES = (*outer.FAMILIES, *inner.FAMILIES, *inside.FAMILIES, *signatures.FAMILIES, *again.FAMILIES)
EACH = 5


@pytest.mark.parametrize("kind", VICTIMS)
def test_a_whole_file_is_whole_and_its_signers_are_named(checker: Page, kind: str) -> None:
    data = VICTIMS[kind].whole()
    (told,) = asked(checker, [data])
    assert told.verdict == "UNKNOWN_SIGNER"
    assert len(told.keys) == 2
    assert of_program(data)[0].same(told)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda one: one.__name__)
def test_page_and_program_agree(checker: Page, family: Callable[[Victim], list[Case]], seed: int) -> None:
    for victim in VICTIMS.values():
        assert differences(checker, some(family(victim), EACH, seed)) == []


def test_a_directory_is_no_longer_than_it_may_be(checker: Page) -> None:
    for count, verdict in ((127, "NOT_A_PACK"), (129, "TOO_BIG")):
        (told,) = asked(checker, [directory(count)])
        assert told.verdict == verdict
        assert of_program(directory(count))[0].same(told)


def test_the_published_vectors_are_what_the_index_says(checker: Page) -> None:
    index = {one["file"]: one for one in json.loads((FOLDER / "index.json").read_text("utf-8"))}
    whole = {"files/unsafe-pdf.zip", "files/unsigned-pdf.zip"}  # it does not look inside a PDF
    found = asked(checker, [(FOLDER / file).read_bytes() for file in index])
    for (file, said), told in zip(index.items(), found, strict=True):
        expected = "UNKNOWN_SIGNER" if file in whole else said["verdict_of_a_stranger"]
        if file.endswith(".zip"):
            assert told.verdict == expected, file
            assert file in whole or (told.digest, list(told.keys)) == (said["digest"], said["signers"])
        else:
            assert told.verdict == "NOT_A_PACK"  # a PDF by itself is for the program and PDF readers


def test_one_way_to_write_a_signature_is_valid(checker: Page) -> None:
    said = json.loads((FOLDER / "ecdsa.json").read_text("utf-8"))
    tried = (
        "Promise.all(%s.map(one => verify(unhex('%s').slice(-65), unhex(one), unhex('%s')).then(() => true, "
        "fault => fault instanceof Stop ? false : String(fault))))"
    )
    signatures = json.dumps([one["signature"] for one in said["signatures"]])
    found = checker.run(tried % (signatures, said["spki"], said["message"]))
    assert found == [one["valid"] for one in said["signatures"]]
