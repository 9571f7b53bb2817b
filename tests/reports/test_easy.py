"""The Easy Read page: what was typed comes out as words, and every picture says what it shows."""

from dataclasses import replace

import pytest

from tests.actions.test_easy_read import BLUE, RED
from tests.reports.reading import tree
from tests.reports.test_hostile import MARKUP, SCRIPTS
from tests.reports.test_html import checked
from vcse_desktop.reports.blocks import Foreign, Para, strings
from vcse_desktop.reports.easy import EasyLine, EasyPage, easy_blocks, easy_html, words_of_page
from vcse_desktop.reports.plain import plain

TWELVE = tuple(
    EasyLine(f"This is sentence number {n}, in a few short words.", f"Picture {n}", jpeg)
    for n, jpeg in enumerate((RED, BLUE) * 6, 1)
)
EASY = EasyPage("Dragon Valley Link", "Our summer", TWELVE, "Our forum", "Three readers", "en")


def with_words(typed: str) -> EasyPage:
    return EasyPage(typed, typed, (EasyLine(typed, typed, RED),), typed, typed, "en")


def test_every_sentence_stands_beside_its_picture_and_the_page_says_who_made_it() -> None:
    page = tree(checked(easy_html(EASY)))
    items = page.all("li")
    assert [(one.all("img")[0].attributes["alt"], one.all("p")[0].text) for one in items] == [
        (line.shows, line.text) for line in TWELVE
    ]
    assert [p.text for p in page.all("footer")[0].all("p")] == [
        "Written by Our forum.",
        "Tested by Three readers.",
        "Ask us for this in another format.",
    ]
    assert [tag.tag for tag in page.all("header", "main", "footer")] == ["header", "main", "footer"]
    untested = tree(easy_html(replace(EASY, tested_by="")))
    assert "Nobody has tested this page yet." in untested.all("footer")[0].text


def test_it_is_read_from_the_right_in_a_language_that_is() -> None:
    html = tree(easy_html(replace(EASY, language="ar"))).all("html")[0]
    assert html.attributes == {"lang": "ar", "dir": "rtl"}


def test_words_typed_in_english_read_from_the_left_on_a_page_that_is_read_from_the_right() -> None:
    page = tree(easy_html(replace(EASY, title="صيفنا", language="ar")))
    english, ours = {"lang": "en", "dir": "ltr"}, page.all("h1")[0].attributes
    assert ours == {}
    assert [one.all("p")[0].attributes for one in page.all("li")] == [english] * len(TWELVE)
    assert {one.attributes["lang"] for one in page.all("img")} == {"en"}
    assert tree(easy_html(replace(EASY, language="ar"))).all("h1")[0].attributes == english
    looked_through = [b.runs for b in easy_blocks(replace(EASY, language="ar")) if isinstance(b, Para)]
    assert looked_through[0] == (Foreign(TWELVE[0].text, "en", "ltr"),)


def test_what_is_looked_through_has_every_word_of_the_page() -> None:
    blocks = " ".join(text for block in easy_blocks(EASY) for text in strings(block))
    assert all(words in blocks for words in words_of_page(EASY))
    assert words_of_page(None) == []


@pytest.mark.parametrize(
    "typed", [*MARKUP, *SCRIPTS, "http-equiv", "x" * 10_000, "a\u202eb\u2066c\x00\x1bd\r\ne"]
)
def test_whatever_was_typed_comes_out_as_words(typed: str) -> None:
    made = easy_html(with_words(typed))
    page = tree(checked(made))
    assert page.all("h1")[0].text == plain(typed)
    assert page.all("li")[0].all("p")[0].text == plain(typed)
    (picture,) = page.all("img")
    assert picture.attributes.keys() == {"src", "alt"}
    assert picture.attributes["alt"] == plain(typed)
    assert picture.attributes["src"].startswith("data:image/jpeg;base64,/9j/")
    assert page.all("script", "a", "font", "svg") == []
    assert not set("\u202e\u2066\x00\x1b") & set(made.decode("utf-8"))
