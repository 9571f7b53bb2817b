"""Reading the lists, and what a group lays over them."""

import io
import json
import re
from datetime import date
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo

from vcse_desktop.i18n import set_language
from vcse_desktop.records.fields import Item, Lists
from vcse_desktop.records.vocabularies import (
    OWN_LISTS,
    OwnItem,
    babel_words,
    heads,
    label,
    lists,
    offered,
    own_code,
    read,
    with_own,
)

TODAY = date(2026, 11, 21)
GIVEN: Lists = {
    "feeling": (Item("good", "Good"), Item("bad", "Bad"), Item("old", "Old", retired="2026-01-01")),
    "own:role": (),
}


def test_every_list_is_read_with_the_groups_own_still_empty() -> None:
    assert set(lists()) == set(heads()) | set(OWN_LISTS)
    assert {lists()[vocab] for vocab in OWN_LISTS} == {()}
    assert lists() is lists()


def test_an_item_keeps_its_help_heading_and_facts(root: Path) -> None:
    read_again = {item.code: item for item in read(root / "resources" / "vocab")["insight_capture"]}
    assert read_again["composite"].help == "Say so wherever it is told. It is nobody’s own words."  # noqa: RUF001
    rung = {item.code: item.attrs["rung"] for item in lists()["ladder_of_engagement"]}
    assert rung["informing"] == 1
    assert lists()["icb"][0].group == "On the list valid to 31 March 2026"


def test_other_files_in_the_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "INDEX.tsv").write_text("nothing", "utf-8")
    made = {"vocab": "one", "items": [{"code": "a", "label": "A", "retired": "2026-01-01"}]}
    (tmp_path / "one.json").write_text(json.dumps(made), "utf-8")
    assert read(tmp_path)["one"] == (Item("a", "A", retired="2026-01-01"),)


def test_a_list_says_whether_a_group_may_add_to_it() -> None:
    assert heads()["access_need"].extend
    assert not heads()["six_principles"].extend


# What a group lays over


def test_a_groups_wording_stands_over_ours_in_our_order() -> None:
    made = with_own(GIVEN, [OwnItem("feeling", "good", "All right", "As we say it")])
    assert [(item.code, item.label, item.help) for item in made["feeling"]] == [
        ("good", "All right", "As we say it"),
        ("bad", "Bad", ""),
        ("old", "Old", ""),
    ]
    assert GIVEN["feeling"][0].label == "Good"


def test_what_a_group_adds_comes_last_and_can_be_worded_anew() -> None:
    code = own_code("Mixed")
    made = with_own(
        GIVEN, [OwnItem("feeling", code, "Mixed"), OwnItem("own:role", own_code("Driver"), "Driver")]
    )
    assert made["feeling"][-1] == Item(code, "Mixed")
    assert label(made, "own:role", own_code("Driver")) == "Driver"
    again = with_own(made, [OwnItem("feeling", code, "Mixed feelings")])
    assert [item.label for item in again["feeling"]] == ["Good", "Bad", "Old", "Mixed feelings"]


def test_a_hidden_item_is_not_offered_and_keeps_its_words() -> None:
    made = with_own(GIVEN, [OwnItem("feeling", "bad", hidden=True)])
    assert [item.code for item in offered(made["feeling"], TODAY)] == ["good"]
    assert label(made, "feeling", "bad") == "Bad"


def test_what_a_newer_version_brought_is_passed_over() -> None:
    newer = [OwnItem("feeling", "numb", "Numb"), OwnItem("weather", "x_rain", "Rain")]
    assert with_own(GIVEN, newer) == GIVEN


def test_the_same_words_have_the_same_code_on_every_laptop_and_in_every_script() -> None:
    assert own_code("Drivers") == own_code(" drivers ")
    assert own_code("Caf\u00e9") == own_code("Cafe\u0301")
    codes = {own_code(text) for text in ("Drivers", "سائقون", "চালক")}
    assert len(codes) == 3
    assert all(re.fullmatch("x_[0-9a-f]{12}", code) for code in codes)


# What is offered


def test_a_retired_item_is_offered_for_older_days_only() -> None:
    assert [item.code for item in offered(GIVEN["feeling"], TODAY)] == ["good", "bad"]
    assert [item.code for item in offered(GIVEN["feeling"], date(2025, 12, 31))] == ["good", "bad", "old"]


def test_an_old_record_keeps_its_retired_choice() -> None:
    assert [item.code for item in offered(GIVEN["feeling"], TODAY, {"old"})] == ["good", "bad", "old"]


def test_a_board_is_offered_while_it_exists() -> None:
    def boards(on: date) -> set[str]:
        return {item.code for item in offered(lists()["icb"], on)}

    old, new = "bedfordshire_luton_and_milton_keynes", "thames_valley"
    assert (old in boards(date(2026, 3, 31)), new in boards(date(2026, 3, 31))) == (True, False)
    assert (old in boards(date(2026, 4, 1)), new in boards(date(2026, 4, 1))) == (False, True)
    assert len(boards(date(2026, 3, 31))) == 42


def test_a_state_that_is_derived_is_never_offered() -> None:
    codes = [item.code for item in offered(lists()["you_said_status"], TODAY)]
    assert "done" in codes
    assert "fed_back" not in codes
    assert label(lists(), "you_said_status", "fed_back") == "People told the outcome"


# Words


def test_an_unknown_code_stands_for_itself() -> None:
    assert label(lists(), "feeling", "x_gone") == "x_gone"
    assert label(lists(), "no_such_list", "code") == "code"


def test_the_words_of_a_list_are_translated_with_the_list_as_context(tmp_path: Path) -> None:
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog("cy")
    catalogue.add("Yes", "Ie", context="carer_status")
    with (folder / "vcse.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    assert set_language("cy", tmp_path)
    try:
        assert label(lists(), "carer_status", "yes") == "Ie"
        assert label(lists(), "involved_answer", "yes") == "Yes"
    finally:
        set_language("en", tmp_path)


def test_every_word_of_a_list_reaches_the_translators(root: Path) -> None:
    with (root / "resources" / "vocab" / "icb.json").open("rb") as file:
        words = {message for _, _, message, _ in babel_words(file, (), (), {})}
    assert ("icb", "On the list valid to 31 March 2026") in words
    assert ("icb", "Integrated care boards (dated list, editable)") in words
    assert len(words) == 1 + 48 + len({item.group for item in lists()["icb"]})
    made = {"vocab": "one", "title": "One", "items": [{"code": "a", "label": "A", "help": "Aid"}]}
    found = babel_words(io.BytesIO(json.dumps(made).encode()), (), (), {})
    assert [message for _, _, message, _ in found] == [("one", "One"), ("one", "A"), ("one", "Aid")]
