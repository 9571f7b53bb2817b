"""The declarations: complete, permanent, safe by default, and without what is deliberately absent."""

import dataclasses
import json
import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from vcse_desktop.records.catalogue import KINDS, PARTS, PLACE, TABLES
from vcse_desktop.records.columns import COLUMN, columns, pair_tables
from vcse_desktop.records.fields import Field, Form, Item, Kind, Privacy, RecordKind
from vcse_desktop.records.parts import ACCESS_STAGES, EQUALITY_LISTS, TALLY_LISTS
from vcse_desktop.records.vocabularies import heads, lists

RELEASED = Path(__file__).parents[1] / "data" / "released.json"
PIN = "write the new code into tests/data/released.json; never take one out"
CODE = re.compile(r"[a-z][a-z0-9_]*")
FIELDS = [(table.code, field) for table in TABLES.values() for field in table.fields]
every_table = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.code)


def test_there_are_twelve_kinds_eleven_parts_and_places() -> None:
    assert list(KINDS) == [
        "organisation",
        "person",
        "activity",
        "session",
        "time_given",
        "insight",
        "support",
        "connection",
        "engagement",
        "response",
        "review",
        "capacity_support",
    ]
    assert len(PARTS) == 11
    assert len(TABLES) == 12 + 11 + 1
    assert not [kind.code for kind in [*KINDS.values(), PLACE] if kind.of]


def test_a_field_has_ten_attributes_at_most() -> None:
    assert len(dataclasses.fields(Field)) <= 10


def test_a_field_that_nobody_thought_about_stays_at_home() -> None:
    field = Field("new", "New", Kind.TEXT)
    assert (field.privacy, field.leaves) == (Privacy.PERSONAL, False)


@every_table
def test_codes_are_sound_and_stand_once(table: RecordKind) -> None:
    codes = [field.code for field in table.fields]
    assert all(CODE.fullmatch(code) for code in [table.code, *codes])
    assert len(set(codes)) == len(codes)
    assert not {"id", "alive"} & set(codes)


@every_table
def test_every_field_has_words_and_no_two_of_a_record_the_same(table: RecordKind) -> None:
    labels = [field.label for field in table.fields]
    assert table.label
    assert all(labels)
    if table.code in KINDS:
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_every_kind_has_notes_principles_and_tags_of_the_groups_own(kind: RecordKind) -> None:
    note, principles, tags = kind.fields[-3:]
    assert (note.code, note.kind, note.privacy, note.leaves) == ("note", Kind.NOTE, Privacy.PERSONAL, False)
    assert (principles.code, principles.vocab) == ("principles", "six_principles")
    assert (tags.code, tags.vocab) == ("own_tags", "own:tag")


@pytest.mark.parametrize("part", PARTS.values(), ids=lambda part: part.code)
def test_a_part_begins_with_the_links_to_its_owners(part: RecordKind) -> None:
    links = part.fields[: len(part.of)]
    assert [(link.code, link.to, link.kind, link.form) for link in links] == [
        (owner, owner, Kind.LINK, Form.AUTO) for owner in part.of
    ]
    assert set(part.of) <= KINDS.keys()


def test_a_field_names_the_list_or_the_kind_it_needs_and_no_other() -> None:
    for table, field in FIELDS:
        where = f"{table}.{field.code}"
        assert (field.vocab != "") == (field.kind in (Kind.CHOICE, Kind.CHOICES)), where
        assert (field.to != "") == (field.kind in (Kind.LINK, Kind.LINKS)), where
        assert not field.vocab or field.vocab in lists(), where
        assert not field.to or field.to in KINDS, where


def test_a_field_takes_several_when_its_list_does() -> None:
    """A part is one row for each choice, so there a list of several may fill a field of one."""
    for table, field in FIELDS:
        if head := heads().get(field.vocab):
            several = field.kind is Kind.CHOICES or (table in PARTS and head.multi)
            assert head.multi == several, f"{table}.{field.code}"


def test_every_list_made_for_forms_is_used() -> None:
    used = {field.vocab for _, field in FIELDS} | {*TALLY_LISTS, *EQUALITY_LISTS, "ais_stage"}
    assert {head.code for head in heads().values() if head.use == "form"} == {
        vocab for vocab in used if vocab and not vocab.startswith("own:")
    }


def test_the_lists_of_tallies_and_equality_slips_exist() -> None:
    assert {*TALLY_LISTS, *EQUALITY_LISTS} <= lists().keys() | {"own:place"}


def test_a_need_has_a_day_for_each_stage_of_the_accessible_information_standard() -> None:
    assert list(ACCESS_STAGES) == [item.code for item in lists()["ais_stage"]]
    days = [field.code for field in PARTS["access"].fields if field.kind is Kind.DATE]
    assert days == list(ACCESS_STAGES.values())


def test_equality_details_are_off_until_switched_on() -> None:
    assert {field.form for field in PARTS["equality"].fields[1:]} == {Form.OFF}


# What may leave


def test_only_words_on_the_allow_list_leave() -> None:
    leaving = {(table, field.code) for table, field in FIELDS if field.leaves}
    whole = {"engagement", "response", "review", "capacity_support"}
    of_parts = {"barrier", "role", "audience", "stakeholder", "action"}
    assert {pair for pair in leaving if pair[0] not in whole | of_parts} == {
        ("activity", "title"),
        ("activity", "kind"),
        ("activity", "purpose"),
        ("organisation", "name"),
        ("insight", "share_words"),
        ("insight", "share_translation"),
        ("insight", "quote_name"),
    }


def test_nothing_of_a_person_leaves_but_the_shared_words_of_a_quote() -> None:
    leaving = [(table, field) for table, field in FIELDS if field.leaves and table != "insight"]
    assert {field.privacy for _, field in leaving} == {Privacy.NONE}
    at_home = {"person", "support", "connection", "session", "time_given", "consent", "access", "check"}
    assert not at_home & {table for table, _ in leaving}


def test_numbers_of_people_hours_and_links_never_leave_as_they_are() -> None:
    leaving = {field.kind for _, field in FIELDS if field.leaves}
    assert not leaving & {Kind.COUNT, Kind.HOURS, Kind.LINK, Kind.LINKS, Kind.PLACE}


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("insight", "words"),
        ("insight", "translation"),
        ("insight", "became_words"),
        ("insight", "i_statement"),
        ("insight", "outcome_wanted"),
        ("support", "who_hint"),
        ("support", "matters_words"),
        ("support", "caring_words"),
        ("person", "why_words"),
        ("activity", "not_substitute"),
        ("action", "who"),
        ("attachment", "file"),
        ("response", "from_reply"),
    ],
)
def test_private_words_stay_at_home(table: str, code: str) -> None:
    field = next(field for field in TABLES[table].fields if field.code == code)
    assert not field.leaves


# Permanent


def _pinned() -> dict[str, dict[str, str]]:
    return {
        table.code: {
            field.code: f"{field.kind.value} {field.vocab or field.to}".strip() for field in table.fields
        }
        for table in TABLES.values()
    }


def test_no_field_that_was_released_is_gone_or_changed() -> None:
    assert _pinned() == json.loads(RELEASED.read_text("utf-8"))["fields"], PIN


def test_no_code_of_a_list_that_was_released_is_gone() -> None:
    released = json.loads(RELEASED.read_text("utf-8"))["lists"]
    assert {head: {item.code for item in lists()[head]} for head in heads()} == {
        vocab: set(codes) for vocab, codes in released.items()
    }, PIN


# How it lies in the vault


def test_every_kind_of_field_has_a_column_or_a_table_of_pairs() -> None:
    assert set(COLUMN) == set(Kind) - {Kind.LINKS}


def test_the_columns_of_a_session() -> None:
    made = columns(KINDS["session"])
    assert [
        made[code] for code in ("activity", "date", "people_n", "access_given", "explained_use", "place")
    ] == [
        "INTEGER",
        "TEXT",
        "INTEGER",
        "TEXT",
        "INTEGER",
        "INTEGER",
    ]
    assert "came" not in made


def test_a_table_of_pairs_names_both_ends() -> None:
    assert pair_tables(KINDS["session"]) == {
        "session_came": ("session", "person"),
        "session_engagements": ("session", "engagement"),
    }
    assert pair_tables(KINDS["organisation"]) == {"organisation_succeeds": ("organisation", "succeeds")}
    assert pair_tables(PARTS["tally"]) == {}


# Deliberately absent: no field, label, help or choice asks for it

ABSENT = re.compile(
    r"nhs number|national insurance|\bni number|full date of birth|\bborn on|\bdob\b|diagnos|immigration"
    r"|visa\b|money value|monetary|\bworth\b|\bsav(ed|ing)|demand|breakdown|\brisks?\b|\bscor|\brank"
    r"|\bcolou?r|initials|cared for|safeguard|certificate|sentiment|hard to reach"
    r"|reason for (declining|refus)"
)
DENIED = {
    "Either will do; never a full date of birth",
    "Shown with reach, never ranked",
}
"""Sentences that say that it is absent."""
HARMLESS = {
    "good practice worth keeping",
    "Good practice worth keeping",
    "Worry about benefits or immigration status",  # what keeps people away from a session
    "Early cancer diagnosis",  # an area of health that an engagement is about
    "cared for",
    "Someone who is cared for",  # who spoke, never who that is
    "Recognised legitimate interests (e.g. safeguarding)",
    "sch1 18 safeguarding",
    "Sch 1 para 18 Safeguarding of children and individuals at risk",  # reasons in law
    "safeguarding",
    "Safeguarding: not held in this program; follow your safeguarding policy",
    "DBS outcome (date, level, yes/no only): delete when role ends; "
    "never keep the certificate beyond 6 months",
}


def _said_of(thing: Field | RecordKind | Item) -> tuple[str, ...]:
    return (thing.code, thing.label, getattr(thing, "help", ""))


def test_what_is_deliberately_absent_is_asked_for_nowhere() -> None:
    things: Iterable[Field | RecordKind | Item] = chain(
        TABLES.values(), (field for _, field in FIELDS), chain.from_iterable(lists().values())
    )
    said = {text.replace("_", " ") for thing in things for text in _said_of(thing)}
    assert {text for text in said if ABSENT.search(text.casefold())} == DENIED | HARMLESS


def test_few_fields_must_be_filled_and_no_reason_is_among_them() -> None:
    assert {(kind.code, f.code) for kind in KINDS.values() for f in kind.fields if f.required} == {
        ("organisation", "name"),
        ("person", "known_as"),
        ("activity", "title"),
        ("session", "activity"),
        ("session", "date"),
        ("time_given", "hours"),
        ("insight", "words"),
        ("support", "date"),
        ("engagement", "question"),
        ("response", "what"),
        ("capacity_support", "direction"),
    }
