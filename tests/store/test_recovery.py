"""The printed code can be typed carelessly, but never wrongly."""

from collections.abc import Callable

import pytest

from vcse_desktop.errors import Refused
from vcse_desktop.store.recovery import ALPHABET, new_code, read_code


def test_a_code_is_seven_groups_of_four_and_no_two_are_the_same() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        groups = code.split("-")
        assert [len(group) for group in groups] == [4] * 7
        assert set("".join(groups)) <= set(ALPHABET)


def test_how_it_is_typed_does_not_matter() -> None:
    code = new_code()
    secret = read_code(code)
    assert secret.decode() == code.replace("-", "")[:26]
    careless = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert read_code(f"\t{careless}\r\n") == secret
    assert read_code(code.replace("1", "I").replace("0", "O")) == secret


def test_every_wrong_letter_and_every_swap_of_neighbours_is_noticed() -> None:
    for _ in range(5):
        good = new_code().replace("-", "")
        slips = {good[:i] + other + good[i + 1 :] for i in range(28) for other in ALPHABET}
        slips |= {good[:i] + good[i + 1] + good[i] + good[i + 2 :] for i in range(27)}
        for slip in slips - {good}:
            with pytest.raises(Refused):
                read_code(slip)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda code: code[:-1], "27 are typed"),
        (lambda code: " - ", "Type the code from the sheet"),
        (lambda code: code + "7", "29 are typed"),
        (lambda code: "U" + code[1:], "“U” is never part of a code"),
        (
            lambda code: code[:-1] + ALPHABET[ALPHABET.index(code[-1]) - 1],
            "is wrong, or two have changed places",
        ),
    ],
)
def test_a_refusal_names_the_kind_of_slip(change: Callable[[str], str], said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_code(change(new_code()))
    assert said in refused.value.sentence.format(**refused.value.values)
