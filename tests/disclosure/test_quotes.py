"""A quote leaves only when everything that protects the speaker is in place."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.disclosure.identifiers import Guard
from vcse_desktop.disclosure.quotes import (
    Audience,
    Check,
    Held,
    OnRecord,
    Quote,
    only_brackets_changed,
    quotes,
    words_hash,
)

WORDS = "Megan sat with me until the bus came."
SHARED = "[name] sat with me until the bus came."
TRANSLATED = "Fe eisteddodd [enw] gyda mi."
TEXTS = ("share_words", "share_translation")
INSIGHT: dict[str, object] = {
    "id": 1,
    "words": WORDS,
    "may_quote": "unnamed",
    "quote_scope": "partners",
    "quote_name": "Jo",
    "share_words": SHARED,
    "share_translation": TRANSLATED,
    "names_checked_on": "2026-01-05",
    "translation_checked_on": None,
    "themes": ["transport_and_travel"],
    "from_role": "carer",
    "person": None,
    "language": "en",
    "capture": "own_words",
}
CONSENT: dict[str, object] = {
    "insight": 1,
    "use": "quote_words",
    "scope": "partners",
    "to_org": None,
    "text_hash": words_hash(WORDS),
    "given_on": "2026-01-05",
    "ends_on": None,
    "withdrawn_on": None,
}
COUNCIL = Audience(77, "2026-04-01")
LIVING = {5: 5}
GUARD = Guard(["Megan"])
CHECKS = {(1, "share_words"): [Check(words_hash(SHARED))]}


def known(
    consents: Sequence[dict[str, object]],
    living: Mapping[int, int] = LIVING,
    checks: Mapping[tuple[int, str], Sequence[Check]] = CHECKS,
) -> OnRecord:
    """Return what is on record, where somebody read the shared words of the first insight."""
    return OnRecord(consents, living, GUARD.find, checks)


def asked(
    insight: dict[str, object] | None = None,
    consent: dict[str, object] | None = None,
    others: int = 7,
    audience: Audience = COUNCIL,
    checks: Mapping[tuple[int, str], Sequence[Check]] | None = None,
) -> Quote | Held:
    """Ask for one quote among others of the same theme and role, each from somebody else."""
    one = INSIGHT | (insight or {})
    crowd = [INSIGHT | {"id": n + 2, "may_quote": None} for n in range(others)]
    both = {(1, code): [Check(words_hash(str(one[code])))] for code in TEXTS if one[code]}
    read = known([CONSENT | (consent or {})], checks=both if checks is None else checks)
    return quotes([one, *crowd], read, audience, 8)[0]


def test_a_consented_quote_leaves_with_its_theme_and_role_and_without_a_name() -> None:
    made = asked()
    assert made == Quote(1, SHARED, "en", "", "transport_and_travel", "carer", "", composite=False)


def test_a_name_or_translation_leaves_only_where_it_was_agreed_or_checked() -> None:
    made = asked({"may_quote": "named", "translation_checked_on": "2026-01-06", "capture": "composite"})
    assert isinstance(made, Quote)
    assert (made.name, made.translation, made.composite) == ("Jo", INSIGHT["share_translation"], True)


@pytest.mark.parametrize(
    ("insight", "consent", "held"),
    [
        ({"may_quote": None}, {}, Held.NOT_AGREED),
        ({"may_quote": "no"}, {}, Held.NOT_AGREED),
        ({"quote_scope": "only_us"}, {}, Held.NOT_AGREED),
        ({}, {"insight": 2}, Held.NO_CONSENT),
        ({}, {"use": "photo"}, Held.NO_CONSENT),
        ({}, {"scope": "only_us"}, Held.NO_CONSENT),
        ({}, {"scope": "named_partner", "to_org": 78}, Held.NO_CONSENT),
        ({}, {"scope": "named_partner"}, Held.NO_CONSENT),
        ({}, {"given_on": None}, Held.NO_CONSENT),
        ({}, {"given_on": "2026-04-02"}, Held.NO_CONSENT),
        ({}, {"ends_on": "2026-04-01"}, Held.NO_CONSENT),
        ({}, {"withdrawn_on": "2026-03-01"}, Held.NO_CONSENT),
        ({"words": WORDS + "!"}, {}, Held.WORDS_CHANGED),
        ({"names_checked_on": None}, {}, Held.NOT_CHECKED),
        ({"share_words": None}, {}, Held.NOT_CHECKED),
        ({"share_words": "[name] waited with me until the bus came."}, {}, Held.OTHER_WORDS),
        ({"person": 6}, {}, Held.ERASED),
    ],
)
def test_each_missing_protection_keeps_it_at_home(
    insight: dict[str, object], consent: dict[str, object], held: Held
) -> None:
    assert asked(insight, consent) is held


def test_words_leave_only_when_somebody_pressed_checked_on_exactly_these() -> None:
    assert asked(checks={}) is Held.NOT_CHECKED
    assert asked(checks={(2, "share_words"): [Check(words_hash(SHARED))]}) is Held.NOT_CHECKED
    other = {(1, "share_words"): [Check(words_hash(SHARED + " "))]}
    assert asked(checks=other) is Held.NOT_CHECKED, "the day alone says nothing of these words"
    assert isinstance(asked(checks=CHECKS), Quote)


def test_words_with_an_open_hit_stay_until_somebody_says_why_it_may_leave() -> None:
    named: dict[str, object] = {"share_words": WORDS}
    mine = words_hash(WORDS)
    assert asked(named) is Held.STILL_OPEN
    for kept in (((0, 4),), ((1, 5),), ((6, 9),)):
        assert asked(named, checks={(1, "share_words"): [Check(mine, kept)]}) is Held.STILL_OPEN
    before = [Check(words_hash("Megan came."), ((0, 5),)), Check(mine)]
    assert asked(named, checks={(1, "share_words"): before}) is Held.STILL_OPEN, "kept in other words"
    read = {(1, "share_words"): [Check(mine, ((0, 5),))]}
    made = asked(named, checks=read)
    assert isinstance(made, Quote)
    assert made.text == WORDS
    more = WORDS + " She is kind."
    changed: dict[str, object] = {"share_words": more, "words": more}
    assert asked(changed, {"text_hash": words_hash(more)}, checks=read) is Held.NOT_CHECKED


def test_two_checks_of_the_same_words_from_two_laptops_are_both_known() -> None:
    both = [Check(words_hash(WORDS)), Check(words_hash(WORDS), ((0, 5),))]
    assert isinstance(asked({"share_words": WORDS}, checks={(1, "share_words"): both}), Quote)


@pytest.mark.parametrize(
    ("words", "read", "leaves"),
    [
        (TRANSLATED, TRANSLATED, True),
        (TRANSLATED, TRANSLATED + "!", False),
        ("Megan came.", "Megan came.", False),
        (None, TRANSLATED, False),
    ],
)
def test_a_translation_leaves_only_when_it_was_read_like_the_words(
    words: str | None, read: str, leaves: bool
) -> None:
    checks = CHECKS | {(1, "share_translation"): [Check(words_hash(read))]}
    made = asked({"share_translation": words, "translation_checked_on": "2026-01-06"}, checks=checks)
    assert isinstance(made, Quote)
    assert bool(made.translation) is leaves


def test_a_partner_named_in_the_consent_gets_it_and_nobody_else() -> None:
    only = {"scope": "named_partner", "to_org": 77}
    assert isinstance(asked({}, only), Quote)
    assert asked({}, only, audience=Audience(None, "2026-04-01")) is Held.NO_CONSENT


@pytest.mark.parametrize("scope", ["partners", "public"])
def test_what_the_insight_narrows_goes_only_to_the_partner_named_in_a_consent(scope: str) -> None:
    narrowed: dict[str, object] = {"quote_scope": "named_partner"}
    assert asked(narrowed, {"scope": scope}) is Held.NO_CONSENT
    assert asked(narrowed, {"scope": scope, "to_org": 77}) is Held.NO_CONSENT
    assert isinstance(asked(narrowed, {"scope": "named_partner", "to_org": 77}), Quote)


@pytest.mark.parametrize("scope", [None, "partners", "public"])
def test_a_scope_left_blank_or_wide_narrows_nothing(scope: str | None) -> None:
    assert isinstance(asked({"quote_scope": scope}), Quote)
    assert isinstance(asked({"quote_scope": scope}, {"scope": "named_partner", "to_org": 77}), Quote)
    assert asked({"quote_scope": scope}, {"scope": "only_us"}) is Held.NO_CONSENT


@pytest.mark.parametrize("end", ["ends_on", "withdrawn_on"])
@pytest.mark.parametrize(
    ("given", "ended", "leaves"),
    [
        ("2026-02-01", "2026-03-01", False),  # a later consent that is over
        ("2026-01-01", "2026-03-01", False),  # an earlier one, taken back after the other was given
        (None, "2026-01-05", False),
        ("2025-01-01", "2026-01-04", True),  # the other was given after that
        ("2026-02-01", "2026-04-01", False),
        ("2026-02-01", "2026-04-02", True),
    ],
)
def test_the_newest_word_of_a_person_counts(end: str, given: str | None, ended: str, leaves: bool) -> None:
    over = CONSENT | {"given_on": given, end: ended}
    crowd = [INSIGHT | {"id": n} for n in range(1, 9)]
    for consents in ([CONSENT, over], [over, CONSENT]):
        made = quotes(crowd, known(consents), COUNCIL, 8)[0]
        assert isinstance(made, Quote) is leaves
    for elsewhere in ({"insight": 2}, {"use": "photo"}):
        made = quotes(crowd, known([CONSENT, over | elsewhere]), COUNCIL, 8)[0]
        assert isinstance(made, Quote)


def test_what_stands_beside_a_quote_describes_enough_people() -> None:
    assert asked(others=6) is Held.TOO_FEW
    assert asked({"themes": ["parking"]}) is Held.TOO_FEW
    role = asked({"from_role": "volunteer"})
    assert isinstance(role, Quote)
    assert role.role == ""
    bare = asked({"themes": None, "from_role": None, "person": 5})
    assert isinstance(bare, Quote)
    assert (bare.theme, bare.role) == ("", "")


def test_nothing_about_who_somebody_is_can_be_printed_but_the_role() -> None:
    beside = {"theme", "role"}
    words = {"insight", "text", "language", "translation", "name", "composite"}
    assert {one.name for one in fields(Quote)} == beside | words


def test_eight_insights_of_one_person_are_one_person() -> None:
    rows = [INSIGHT | {"id": n, "person": 5} for n in range(1, 9)]
    assert quotes(rows, known([CONSENT]), COUNCIL, 8)[0] is Held.TOO_FEW


def test_one_person_under_two_records_is_one_person() -> None:
    rows = [INSIGHT | {"id": n, "person": n} for n in range(1, 9)]
    apart = {n: n for n in range(1, 9)}
    assert isinstance(quotes(rows, known([CONSENT], apart), COUNCIL, 8)[0], Quote)
    assert quotes(rows, known([CONSENT], apart | {8: 7}), COUNCIL, 8)[0] is Held.TOO_FEW


def test_only_stretches_in_brackets_may_differ() -> None:
    assert only_brackets_changed("He said [sic] so.", "He said [sic] so.")
    assert only_brackets_changed("Ann met Bo.", "[name] met [name].")
    assert not only_brackets_changed("Ann met Bo.", "[name] met Bo")
    assert not only_brackets_changed("Ann", "Anne")
    assert only_brackets_changed("a " * 30, "[x] " * 30)
    assert not only_brackets_changed("ab", "ab[x]")
    assert not only_brackets_changed("Ann met Bo.", "[name] saw [name].")
    assert not only_brackets_changed("aba", "ab[x]ba")


def exactly(words: str, shared: list[str]) -> bool:
    """Try every way of putting one letter or more for each "[x]"."""
    if not shared:
        return not words
    if shared[0] == "[x]":
        return any(exactly(words[cut:], shared[1:]) for cut in range(1, len(words) + 1))
    return words.startswith(shared[0]) and exactly(words[1:], shared[1:])


@given(st.text("ab", max_size=7), st.lists(st.sampled_from(["a", "b", "[x]"]), max_size=7))
def test_words_match_exactly_when_some_way_of_filling_the_brackets_gives_them(
    words: str, shared: list[str]
) -> None:
    assert only_brackets_changed(words, "".join(shared)) is exactly(words, shared)


def test_words_that_almost_match_in_very_many_ways_are_answered_at_once() -> None:
    assert not only_brackets_changed("a" * 120, "[x]a" * 7 + "!")
    assert not only_brackets_changed("a" * 20_000, "[x]a" * 5_000 + "[x]b[x]")


@given(st.text(min_size=1), st.text(), st.text())
def test_one_letter_changed_in_the_words_voids_the_consent(letter: str, before: str, after: str) -> None:
    assert (words_hash(before + letter + after) == words_hash(before + after)) is False
