"""The checking page says of every file what the program says that knows nobody, and shows it to everybody."""

from collections.abc import Callable

import pytest

from tests.attacks.checking_page import asked, differences, of_program
from tests.attacks.corpus import again, inner, inside, outer, signatures
from tests.attacks.corpus.case import Case
from tests.attacks.slices import some
from tests.attacks.victim import VICTIMS, Victim
from tests.browser import Page

FAMILIES = (*outer.FAMILIES, *inner.FAMILIES, *inside.FAMILIES, *signatures.FAMILIES, *again.FAMILIES)
EACH = 12


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
