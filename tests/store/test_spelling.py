"""A slip in a word does not hide what was written about it."""

import random

import pytest

from vcse_desktop.store.spelling import one_slip
from vcse_desktop.store.vault import Vault

WORDS = (
    "dementia wheelchair minibus respite volunteer neighbour appointment pharmacy befriending loneliness "
    "interpreter hospital discharge medication assessment allowance gardening knitting breakfast dietician "
    "physiotherapy caring grandmother independence isolation opportunity community consultation safeguarding"
).split()
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def slips(chance: random.Random, word: str) -> str:
    """Return the word with one slip in it, as people make them."""
    place = chance.randrange(len(word) - 1)
    return chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + chance.choice(ALPHABET) + word[place:],
            word[:place] + chance.choice(ALPHABET) + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
    )


@pytest.fixture(scope="module")
def written(shared: Vault) -> Vault:
    chance = random.Random(3)  # noqa: S311
    with shared.unit("import") as unit:
        for word in WORDS:
            unit.save("insight", None, {"words": f"They spoke about {word} and more"})
        for _ in range(2000):  # what else is in a vault
            made = "".join(chance.choices(ALPHABET, k=chance.randrange(4, 12)))
            unit.save("insight", None, {"words": made})
    return shared


def test_a_slip_is_put_right(written: Vault) -> None:
    assert written.search("demnetia") == []
    assert written.also("Demnetia") == ["dementia"]
    assert written.also("about wheelchiar") == ["wheelchair"]
    for first_letter in ("zementia", "ementia", "edmentia", "xdementia"):
        assert written.also(first_letter) == ["dementia"]
    assert written.also("about they") == []  # what is found needs nothing else


def test_nineteen_of_twenty_slips_are_put_right_in_the_first_five(written: Vault) -> None:
    chance = random.Random(4)  # noqa: S311
    tried = [(word, slip) for word in WORDS for _ in range(5) if (slip := slips(chance, word)) != word]
    right = [
        (word, slip) for word, slip in tried if word in written.also(slip)[:5] or written.search(slip) != []
    ]
    assert len(tried) > 100
    assert len(right) >= 0.95 * len(tried)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("lodz", "lod", True),
        ("lod", "lodz", True),
        ("lodz", "ldoz", True),
        ("lodz", "lodx", True),
        ("lodz", "lodz", False),
        ("lodz", "ldzo", False),
        ("lodz", "doz", False),
        ("lodz", "xodx", False),
        ("a", "b", True),
        ("ab", "ba", True),
        ("", "a", True),
    ],
)
def test_what_counts_as_one_slip(one: str, other: str, expected: bool) -> None:
    assert one_slip(one, other) is expected
    assert one_slip(other, one) is expected


def test_words_in_other_scripts_and_short_ones(vault: Vault) -> None:
    with vault.unit("add") as unit:
        unit.save("insight", None, {"words": "مُساعدة হাসপাতাল bus"})
    for typed in ("مساعد", "مساغدة"):
        (offered,) = vault.also(typed)
        assert len(vault.search(offered)) == 1
    assert vault.also("হাসপতাল") == ["হাসপাতাল"]
    assert vault.also("bsu") == []
