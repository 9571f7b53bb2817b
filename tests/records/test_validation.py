"""What is wrong with a value, field by field, and seen from today."""

from datetime import date
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.i18n import set_language
from vcse_desktop.records.catalogue import KINDS, TABLES
from vcse_desktop.records.fields import Field, Kind, RecordKind
from vcse_desktop.records.validation import HAPPENED, LONG_AGO_IS_USUAL, problems, show_problem
from vcse_desktop.records.vocabularies import lists

TODAY = date(2026, 11, 21)
EVERY = RecordKind(
    "every",
    "Every",
    (
        Field("text", "Text", Kind.TEXT, required=True),
        Field("note", "Note", Kind.NOTE),
        Field("date", "Date", Kind.DATE),
        Field("number", "Number", Kind.NUMBER),
        Field("count", "Count", Kind.COUNT),
        Field("hours", "Hours", Kind.HOURS),
        Field("choice", "Choice", Kind.CHOICE, vocab="feeling"),
        Field("choices", "Choices", Kind.CHOICES, vocab="six_principles"),
        Field("known", "Known", Kind.YES_NO_UNKNOWN),
        Field("link", "Link", Kind.LINK, to="person"),
        Field("links", "Links", Kind.LINKS, to="person"),
        Field("place", "Place", Kind.PLACE),
    ),
)
SOUND: dict[str, object] = {
    "text": "Tea at the hall",
    "note": "First line\n\nand then another",
    "date": "2026-11-20",
    "number": 1250,
    "count": 0,
    "hours": 90,
    "choice": lists()["feeling"][0].code,
    "choices": [lists()["six_principles"][0].code],
    "known": False,
    "link": 7,
    "links": [7, 8],
    "place": 1 << 62,
}


def _said(table: str, values: dict[str, object]) -> list[tuple[str, str]]:
    found = problems(TABLES[table], values, lists(), today=TODAY)
    return [(problem.field, show_problem(problem)) for problem in found]


def test_sound_values_of_every_kind_have_no_problem() -> None:
    assert problems(EVERY, SOUND, lists(), today=TODAY) == []


def test_a_blank_is_no_problem_where_nothing_is_needed() -> None:
    blanks: dict[str, object] = dict.fromkeys(SOUND, None)
    assert problems(EVERY, blanks | {"text": "x"}, lists(), today=TODAY) == []
    assert [p.field for p in problems(EVERY, {}, lists(), today=TODAY)] == ["text"]
    assert [p.field for p in problems(EVERY, {"text": "  "}, lists(), today=TODAY)] == ["text"]


@pytest.mark.parametrize(
    ("code", "wrong", "sentence"),
    [
        ("text", "", "This is needed."),
        ("text", 7, "Write this in words."),
        ("text", "one\ntwo", "Write this on one line."),
        ("text", "a\u2028b", "Write this on one line."),
        ("text", "x" * 201, "This has 201 characters; there is room for 200."),
        ("note", "x" * 20_001, "This has 20001 characters; there is room for 20000."),
        ("date", "20/11/2026", "Enter a date."),
        ("date", "2026-02-30", "Enter a date."),
        ("date", "20261120", "Enter a date."),
        ("date", date(2026, 11, 20), "Enter a date."),
        ("number", 12.5, "Enter an amount such as 12.50."),
        ("number", -1, "Enter an amount such as 12.50."),
        ("count", "two", "Enter a whole number."),
        ("count", -1, "Enter a whole number."),
        ("count", True, "Enter a whole number."),
        ("count", 10**10, "Enter a whole number."),
        ("hours", "1h30", "Enter hours such as 1h30 or 1.5."),
        ("choice", "furious", "Choose one from the list."),
        ("choice", ["good"], "Choose one from the list."),
        ("choices", ["p1_person_centred", "p9"], "Choose from the list."),
        ("choices", "p1_person_centred", "Choose from the list."),
        ("known", "yes", "Choose yes or no, or leave it empty."),
        ("known", 1, "Choose yes or no, or leave it empty."),
        ("link", 0, "Choose a record."),
        ("link", "Ann", "Choose a record."),
        ("link", 1 << 63, "Choose a record."),
        ("links", 7, "Choose records."),
        ("links", [7, "Ann"], "Choose records."),
        ("place", "Ashby", "Choose a place."),
    ],
)
def test_each_problem_has_its_sentence(code: str, wrong: object, sentence: str) -> None:
    found = problems(EVERY, SOUND | {code: wrong}, lists(), today=TODAY)
    assert [(problem.field, show_problem(problem), problem.asked) for problem in found] == [
        (code, sentence, False)
    ]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\ud800"], ids=ascii)
@pytest.mark.parametrize("code", ["text", "note"])
def test_signs_that_cannot_be_kept_are_refused(code: str, sign: str) -> None:
    found = problems(EVERY, SOUND | {code: f"tea{sign}cake"}, lists(), today=TODAY)
    assert [problem.field for problem in found] == [code]
    assert "Type it again." in show_problem(found[0])


@pytest.mark.parametrize(
    "words", ["Zoë O'Brien-Łukasz", "سمعنا أن الحافلة", "আমরা চা খাই", "ਚਾਹ", "😀 <b>&amp;"]
)
def test_words_in_any_script_are_kept(words: str) -> None:
    assert problems(EVERY, SOUND | {"text": words, "note": words}, lists(), today=TODAY) == []


def test_length_is_counted_as_it_is_kept() -> None:
    assert problems(EVERY, SOUND | {"text": "e\u0301" * 200}, lists(), today=TODAY) == []


def test_a_field_that_the_kind_has_not_is_a_bug() -> None:
    with pytest.raises(KeyError):
        problems(KINDS["session"], {"shoe_size": 7}, lists(), today=TODAY)


def test_an_old_record_keeps_what_is_retired_since() -> None:
    ended = {"name": "Partner", "icb": "bedfordshire_luton_and_milton_keynes"}
    assert problems(KINDS["organisation"], ended, lists(), today=TODAY) == []


def test_problems_stand_in_the_order_of_the_form() -> None:
    assert [code for code, _ in _said("session", {"people_n": -1, "new_n": "x", "date": "never"})] == [
        "activity",
        "date",
        "people_n",
        "new_n",
    ]


def test_a_sentence_is_shown_in_the_persons_language_with_its_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog("cy")
    catalogue.add("This has {n} characters; there is room for {limit}.", "Lle i {limit}: mae {n}.")
    with (folder / "vcse.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    (found,) = problems(EVERY, SOUND | {"text": "x" * 201}, lists(), today=TODAY)
    assert set_language("cy", tmp_path)
    try:
        assert show_problem(found) == "Lle i 200: mae 201."
    finally:
        set_language("en", tmp_path)


@pytest.mark.parametrize(("table", "code"), sorted(HAPPENED | LONG_AGO_IS_USUAL))
def test_the_rules_about_days_name_days(table: str, code: str) -> None:
    assert {field.code: field.kind for field in TABLES[table].fields}[code] is Kind.DATE


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("session", {"activity": 1, "date": "2026-11-21"}),
        ("support", {"date": "2026-11-21"}),
        ("time_given", {"hours": 60}),
        ("time_given", {"helpers_n": 14, "hours": 28 * 60, "date": "2026-11-21"}),
        ("time_given", {"person": 1, "hours": 45 * 60, "date": "2025-12-01", "until": "2026-02-28"}),
        ("insight", {"words": "The bus never comes"}),
        ("person", {"known_as": "Ann"}),
    ],
)
def test_little_is_enough(table: str, values: dict[str, object]) -> None:
    assert _said(table, values) == []


# Days seen from today


@pytest.mark.parametrize(
    ("table", "values", "code"),
    [
        ("session", {"activity": 1}, "date"),
        ("support", {}, "date"),
        ("time_given", {"hours": 60}, "date"),
        ("time_given", {"hours": 60}, "until"),
        ("insight", {"words": "x"}, "heard_on"),
        ("response", {"what": "x", "status": "planned"}, "told_on"),
        ("capacity_support", {"direction": "asked_of_us"}, "given_on"),
        ("consent", {"use": "quote_words"}, "given_on"),
        ("equality", {"vocab": "sex"}, "given_on"),
    ],
)
def test_what_has_happened_cannot_lie_ahead(table: str, values: dict[str, object], code: str) -> None:
    (said,) = _said(table, values | {code: "2026-11-22"})
    assert said[0] == code
    assert said[1].startswith("This day has not come yet.")
    assert _said(table, values | {code: "2026-11-21"}) == []


def test_a_planned_or_cancelled_session_may_lie_ahead() -> None:
    ahead = {"activity": 1, "date": "2027-01-01"}
    assert _said("session", ahead | {"status": "planned"}) == []
    assert _said("session", ahead | {"status": "cancelled"}) == []
    assert "mark it as planned" in _said("session", ahead | {"status": "ran"})[0][1]


def test_a_day_to_come_may_lie_ahead() -> None:
    assert _said("support", {"date": "2026-11-21", "next_on": "2027-01-01"}) == []
    assert _said("engagement", {"question": "x", "opens": "2026-12-01", "closes": "2027-01-01"}) == []


def test_a_day_more_than_ten_years_ago_is_asked_about_then_kept() -> None:
    (found,) = problems(KINDS["support"], {"date": "2016-11-20"}, lists(), today=TODAY)
    assert (found.field, found.asked) == ("date", True)
    assert _said("support", {"date": "2016-11-21"}) == []


def test_an_old_activity_is_nothing_to_ask_about() -> None:
    assert _said("activity", {"title": "Tea", "started": "1998-01-01"}) == []


@given(st.dates(), st.dates(min_value=date(1930, 1, 1)))
def test_any_day_can_be_judged_on_any_day(day: date, today: date) -> None:
    values = {"activity": 1, "date": day.isoformat()}
    found = problems(KINDS["session"], values, lists(), today=today)
    assert [problem.asked for problem in found] in ([], [True], [False])
    assert not found or found[0].asked == (day < today)


# Rows that name their list


@pytest.mark.parametrize(
    ("table", "values", "codes"),
    [
        ("tally", {"vocab": "age_band", "code": "age_85_plus", "n": 3}, []),
        ("tally", {"vocab": "age_band", "code": "old", "n": 3}, ["code"]),
        ("tally", {"vocab": "own:place", "code": "E07000130", "n": 3}, []),
        ("tally", {"vocab": "hours", "code": "x"}, ["vocab"]),
        ("equality", {"vocab": "sex", "written_in": "as I say it"}, []),
        ("equality", {"vocab": "sex", "code": "unsure"}, ["code"]),
        ("equality", {"vocab": "age_band", "code": "age_85_plus"}, ["vocab"]),
        ("place", {"code": "E05001234", "name": "Ashby", "kind": "ward", "year": 2023}, []),
        ("place", {"code": "x", "name": "Ashby", "kind": "planet"}, ["kind"]),
        ("place", {"code": "x", "name": "m15 4ab", "kind": "own"}, ["name"]),
    ],
)
def test_a_row_chooses_from_the_list_it_names(
    table: str, values: dict[str, object], codes: list[str]
) -> None:
    assert [code for code, _ in _said(table, values)] == codes
