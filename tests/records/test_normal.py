"""The one form in which values are kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.normal import fold_name, normal

INSIGHT = KINDS["insight"]
SESSION = KINDS["session"]


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        ("language", "  Welsh ", "Welsh"),
        ("language", "   ", None),
        ("language", "", None),
        ("language", "Cafe\u0301", "Caf\u00e9"),
        (
            "words",
            "\r\none\r\ntwo\rthree\u2028four\u2029five\x85six\x0bseven\x0c\teight ",
            "\none\ntwo\nthree\nfour\nfive\nsix\nseven\n eight ",
        ),
        ("words", " \n ", None),
        ("themes", ["b", "a", "b"], ["a", "b"]),
        ("themes", [], None),
        ("themes", ["b", 1], ["b", 1]),
        ("heard_on", " 2026-11-20 ", "2026-11-20"),
        ("story", False, False),
        ("place", None, None),
    ],
)
def test_a_value_is_kept_in_one_form(code: str, typed: object, kept: object) -> None:
    assert normal(INSIGHT, {code: typed}) == {code: kept}


def test_links_are_sorted_as_numbers() -> None:
    assert normal(SESSION, {"came": [10, 9, 10]}) == {"came": [9, 10]}


def test_a_field_that_the_kind_has_not_is_a_bug() -> None:
    with pytest.raises(KeyError):
        normal(INSIGHT, {"shoe_size": 7})


texts = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)


@given(words=texts, summary=texts, themes=st.lists(texts, max_size=4))
def test_what_is_kept_is_not_changed_again(words: str, summary: str, themes: list[str]) -> None:
    once = normal(INSIGHT, {"words": words, "language": summary, "themes": themes})
    assert normal(INSIGHT, once) == once
    kept = once["words"]
    assert kept is None or unicodedata.is_normalized("NFC", str(kept))


def test_a_name_is_the_same_whatever_the_capitals_spaces_and_way_of_writing_accents() -> None:
    assert fold_name("  Cafe\u0301  STRASSE\n") == fold_name("caf\u00c9 stra\u00dfe") == "caf\u00e9 strasse"
    assert fold_name("Cafe") != fold_name("Caf\u00e9")
    assert not fold_name(" \t")
