"""How words are shaped and set in lines: the right glyphs, in lines that are not too wide, nothing lost."""

from collections.abc import Iterator
from unicodedata import category

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from vcse_desktop.reports.blocks import Foreign, Link, Strong, Words
from vcse_desktop.reports.breaking import Word, lines
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.faces import ARABIC, BENGALI, LATIN, Face, all_signs, chosen
from vcse_desktop.reports.letters import marked, spelt, words
from vcse_desktop.reports.setting import one_line, set_words, wide
from vcse_desktop.reports.shaping import JOINERS, shaped

TURNED = {")": "(", "]": "["}
UNSEEN = {*JOINERS, "\u200b"}
FROM_RIGHT, FROM_LEFT = Edition(right=True, lang="ar"), Edition()
HELPED = "ساعدنا 128 شخصًا بين أبريل وسبتمبر (GP) وقالوا لا."
texts = st.text("ابجلاشخصًا \u200cہیٹ abŵé(1.5)[c]،আমি কক্ষ্র্\u200d।", min_size=1, max_size=60)  # noqa: RUF001 - letters of their own


@pytest.mark.parametrize(
    ("text", "script", "names"),
    [
        # seen from the left: the last letter first; each in the shape that its neighbours ask for
        ("السلام", ARABIC, ["uni0645", "uniFEFC", "uniFEB4", "uniFEDF", "uni0627"]),
        ("ببب", ARABIC, ["uniFE90", "uniFE92", "uniFE91"]),
        ("(a", ARABIC, ["a", "parenright"]),
        ("پڑھیں", ARABIC, ["uniFB9F", "uniFBFF", "uniFBAC", "uniFB8D", "uniFB58"]),
        (
            "র\u200d\u09cdয\u09beব",
            BENGALI,
            ["bnRA", "bnYAc2", "bnmAA", "bnBA"],
        ),  # a joiner has no look of its own
        ("কি", BENGALI, ["bnmI", "bnKA"]),  # the vowel is said after its letter and stands before it
    ],
)
def test_letters_have_the_shape_that_their_neighbours_ask_for(
    text: str, script: str, names: list[str]
) -> None:
    face = Face(script, bold=False)
    order = TTFont(str(face.file)).getGlyphOrder()
    glyphs = shaped(text, face, int(script == ARABIC), "ar" if script == ARABIC else "bn")
    assert [order[glyph.number] for glyph in glyphs] == names


def test_a_character_has_the_letters_of_its_script_and_signs_those_of_the_text() -> None:
    assert [chosen(sign, LATIN, ARABIC) for sign in "Aŵسআ"] == [LATIN, LATIN, ARABIC, BENGALI]
    assert [chosen(sign, LATIN, ARABIC) for sign in "1.(،"] == [ARABIC] * 4
    assert [chosen(sign, ARABIC, LATIN) for sign in "1.("] == [LATIN] * 3
    assert chosen("\u064b", ARABIC, LATIN) == ARABIC
    assert {ord(sign) for sign in "ŵŷŁźşсж½€ پڑئہ ًّ আম্১।"} <= all_signs()


@settings(deadline=None, max_examples=150)
@given(texts, st.integers(500, 30_000), st.booleans())
def test_lines_hold_every_character_and_none_is_too_wide(text: str, room: int, right: bool) -> None:
    found, side = set_words(words(text), FROM_RIGHT if right else FROM_LEFT, bold=False)
    made = [line for line, _ in lines(found, room, right=side)]
    drawn = "".join(piece.text for line in made for piece in line.pieces)
    kept = spelt(text)
    assert sorted(drawn) == sorted(kept.removesuffix(" "))
    letters = "".join(glyph.text for line in made for piece in line.pieces for glyph in piece.glyphs)
    told, there = (
        sorted(TURNED.get(sign, sign) for sign in text if sign not in UNSEEN) for text in (letters, drawn)
    )
    assert told == there, "what glyphs say is the text"
    for line, signs in zip(made, taken(found, room, right=side), strict=True):
        assert line.width <= room or all(category(sign)[0] == "M" or sign in JOINERS for sign in signs[1:])


def taken(found: list[Word], room: float, *, right: bool) -> Iterator[str]:
    """The characters of each line, without spaces, as they are read."""
    all_of = "".join(sign.text for word in found for sign in word.signs)
    done = 0
    for _, rest in lines(found, room, right=right):
        left = sum(len(word.signs) for word in rest)
        yield all_of[done : len(all_of) - left]
        done = len(all_of) - left


def test_lines_are_filled_and_each_but_the_last_ends_with_a_space_to_be_read() -> None:
    found, right = set_words(words(HELPED), FROM_RIGHT, bold=False)
    assert right
    made = [line for line, _ in lines(found, 9000, right=right)]
    assert len(made) > 2
    assert all(line.pieces[0].text == " " for line in made[:-1]), "its end is on the left"
    assert made[-1].pieces[0].text != " "
    assert all(line.width < sum(piece.width for piece in line.pieces) for line in made[:-1])


def test_runs_keep_their_looks_and_their_places() -> None:
    runs = (
        Words("نحن "),
        Strong("مهم"),
        Words(" و"),
        Link("https://example.org", "هنا", ""),
        Foreign("dŵr", "cy", "ltr"),
    )
    found, _ = set_words(marked(runs), FROM_RIGHT, bold=False)
    pieces = [piece for word in found for piece in word.pieces]
    assert [(piece.text, piece.run, piece.face.bold) for piece in pieces] == [
        ("نحن", 0, False),
        ("مهم", 1, True),
        ("و", 2, False),
        ("هنا", 3, False),
        ("dŵr", 4, False),
    ]


def test_what_stands_alone_is_read_from_its_own_side() -> None:
    digits = words("12345 67890", alone=True)
    assert [piece.text for word in set_words(digits, FROM_RIGHT, bold=False)[0] for piece in word.pieces] == [
        "12345",
        "67890",
    ]
    line = one_line("12345 67890", FROM_RIGHT)
    assert [piece.text for piece in line.pieces] == ["12345", " ", "67890"], "the first group is on the left"
    assert set_words(words("نادي (Leeds)", alone=True), FROM_LEFT, bold=False)[1]
    assert not set_words(words("نادي (Leeds)"), FROM_LEFT, bold=False)[1]


def test_a_width_grows_with_the_letters() -> None:
    assert wide("نحن", FROM_RIGHT, 20) == pytest.approx(2 * wide("نحن", FROM_RIGHT, 10))
    assert wide("", FROM_RIGHT, 20) == 0


def test_a_very_long_word_is_broken_quickly() -> None:
    found, right = set_words(words("ب" * 10_000), FROM_RIGHT, bold=False)
    made = list(lines(found, 46_000, right=right))
    assert sum(len(piece.text) for line, _ in made for piece in line.pieces) == 10_000
    assert len(made) < 200
