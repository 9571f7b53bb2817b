"""In which order letters stand on a line: examples set by hand, and the rules as others have them."""

from dataclasses import dataclass

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from vcse_desktop.reports.order import begins_right, is_turned, levels, seen

ARABIC = "\u0633\u0627\u0639\u0629"  # "an hour"
LETTERS = "\u0627\u0628\u062c\u062f \u0661\u0662ab XY12()[]{}\u00ab\u00bb.,:-+/%\u00a3\u060c'\u064b\u200d"


@dataclass(frozen=True)
class One:
    level: int
    text: str


def shown(text: str, *, right: bool) -> str:
    """The characters as they stand from left to right, those at the end of the line with the line."""
    turns = levels(text, right=right)
    for at in range(len(text) - 1, -1, -1):
        if text[at] != " ":
            break
        turns[at] = int(right)
    return "".join(one.text for one in seen([One(*pair) for pair in zip(turns, text, strict=True)]))


@pytest.mark.parametrize(
    ("text", "right", "expected"),
    [
        ("abc", False, "abc"),
        ("\u0627\u0628\u062c", True, "\u062c\u0628\u0627"),
        ("\u0627\u0628 1.5", True, "1.5 \u0628\u0627"),
        ("\u0627\u0628 24.25 \u062c", True, "\u062c 24.25 \u0628\u0627"),
        ("\u0627 NHS Board \u0628", True, "\u0628 NHS Board \u0627"),
        ("\u0627 (GP) \u0628", True, "\u0628 )GP( \u0627"),  # each is drawn as its mirror image: (GP)
        ("\u0627 [c] \u0628", True, "\u0628 ]c[ \u0627"),
        ("\u0627 GP (x) \u0628", True, "\u0628 GP (x) \u0627"),  # a pair within Latin words stays with them
        ("Name \u0627\u0628 (x).", False, "Name \u0628\u0627 (x)."),
        ("\u0627\u0628.", True, ".\u0628\u0627"),
        ("", True, ""),
    ],
)
def test_words_of_both_sides_stand_as_they_are_read(text: str, right: bool, expected: str) -> None:
    assert shown(text, right=right) == expected


@settings(deadline=None, max_examples=300)
@given(st.text(LETTERS.replace("\u200d", ""), max_size=16), st.booleans())
def test_the_order_is_that_of_another_library(text: str, right: bool) -> None:
    assert shown(text, right=right) == get_display(text, base_dir="R" if right else "L")


@settings(deadline=None)
@given(st.text(LETTERS, max_size=16), st.booleans())
def test_no_character_is_lost_or_doubled(text: str, right: bool) -> None:
    assert sorted(shown(text, right=right)) == sorted(text)


def test_a_side_is_known_by_letters_alone() -> None:
    assert not is_turned("Łódź, 12 ½ (“x”) আমরা")
    assert is_turned(f"Tea {ARABIC}")
    assert not begins_right(f"12 Tea {ARABIC}")
    assert begins_right(f"12 ({ARABIC}) Tea")
    assert not begins_right("12")
