"""What is a postcode, and that no whole one is left where others read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vcse_desktop.records.postcodes import shortened, whole

outward = st.from_regex(r"[A-Z]{1,2}[0-9][A-Z0-9]?", fullmatch=True)
inward = st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True)
around = st.sampled_from(["", "by ", "Old Trafford, ", "(", "the flats at "])


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("M15 4AB", "M15 4AB"),
        (" m154ab ", "M15 4AB"),
        ("sw1a  1aa", "SW1A 1AA"),
        ("gir 0aa", "GIR 0AA"),
        ("M15", ""),
        ("Old Trafford", ""),
        ("M15 4AB and more", ""),
        ("", ""),
    ],
)
def test_a_whole_postcode_is_known_however_it_is_typed(typed: str, known: str) -> None:
    assert whole(typed) == known


@settings(max_examples=40, deadline=None)
@given(outward, inward, st.sampled_from(["", " ", "  ", "-"]), around, st.booleans())
def test_no_whole_postcode_is_left_in_any_words(
    first: str, last: str, between: str, before: str, low: bool
) -> None:
    code = f"{first}{between}{last}"
    said = shortened(f"{before}{code.lower() if low else code}, the hall")
    assert last not in said.upper().replace("THE HALL", "")
    assert said == f"{before}{first}, the hall"
