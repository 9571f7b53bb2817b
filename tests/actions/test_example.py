"""The example organisation: the same every time, sound, believable, and free of what we never hold."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vaults import PASSPHRASE
from vcse_desktop.actions.example import IS_EXAMPLE, US, make_example, with_ids
from vcse_desktop.actions.example_book import FIRST, LAST, ExampleRecord
from vcse_desktop.actions.example_days import WRITTEN_UNTIL, later_by
from vcse_desktop.actions.example_units import example_units
from vcse_desktop.disclosure.identifiers import Guard
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.quotes import Audience, Check, OnRecord, Quote, quotes
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import Records, gather
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.catalogue import KINDS, PARTS, TABLES
from vcse_desktop.records.fields import Field, Form, Kind, Lists, Privacy
from vcse_desktop.records.validation import HAPPENED, problems
from vcse_desktop.records.vocabularies import OwnItem, lists, with_own
from vcse_desktop.store.passphrase import FLOOR

AFTERWARDS = date(2026, 3, 1)
QUARTERS = [
    Period(date(year, month, 1), date(year, month + 2, 31 if month in (1, 10) else 30))
    for year in (2024, 2025)
    for month in (1, 4, 7, 10)
]
AHEAD = """organisation.agreement_review engagement.closes engagement.decision_on engagement.change_on
response.due_on action.by consent.ends_on check.ends_on capacity_support.until support.next_on""".split()
"""The days that may lie after the two years, besides planned sessions."""
AGREED = ("unnamed", "named")


@cache
def records() -> tuple[ExampleRecord, ...]:
    """Return every record of the example, in the order of writing."""
    return tuple(record for unit in example_units() for record in unit.records)


def of(table: str) -> list[ExampleRecord]:
    """Return the records of one table."""
    return [record for record in records() if record.table == table]


@cache
def ids() -> Mapping[str, int]:
    """Return an id for each key, in the order of writing."""
    return {record.key: number for number, record in enumerate(records(), 1)}


@cache
def rows(table: str) -> tuple[Mapping[str, object], ...]:
    """Return the rows of a table as a vault would give them."""
    blank = dict.fromkeys(field.code for field in TABLES[table].fields)
    return tuple(blank | dict(with_ids(record, ids())) | {"id": ids()[record.key]} for record in of(table))


@cache
def own_lists() -> Lists:
    """Return the lists with what the example organisation added."""
    added = [record.values for record in of("own_item")]
    items = [OwnItem(str(one["vocab"]), str(one["code"]), str(one["label"])) for one in added]
    return with_own(lists(), items)


@cache
def checks() -> dict[tuple[int, str], list[Check]]:
    """Return who read which words, as a vault would."""
    made: dict[tuple[int, str], list[Check]] = {}
    for record in of("own_value"):
        row, said = with_ids(record, ids()), json.loads(str(record.values["value"]))
        kept = tuple((start, end) for start, end, _ in said["kept"])
        made[int(str(row["record"])), said["of"]] = [Check(said["hash"], kept)]
    return made


@cache
def guard() -> Guard:
    """Return what finds the people of the example."""
    names = [str(row[code]) for row in rows("person") for code in ("known_as", "other_names") if row[code]]
    return Guard(names, harmless=[str(row["name"]) for row in rows("organisation")], threshold=10)


def known(consents: Sequence[Mapping[str, object]]) -> OnRecord:
    """Return what is on record of these consents."""
    return OnRecord(consents, resolved(rows("person")), guard().find, checks())


@cache
def counted() -> Records:
    """Return what figures are made from."""
    return Records(**{kind: rows(kind) for kind in Records.__dataclass_fields__})


def fields() -> Iterator[tuple[ExampleRecord, Field, object]]:
    """Yield every filled field of every declared record."""
    declared = {table: {field.code: field for field in kind.fields} for table, kind in TABLES.items()}
    for record in records():
        for code, value in record.values.items() if record.table in declared else ():
            if value is not None:
                yield record, declared[record.table][code], value


def texts() -> Iterator[tuple[ExampleRecord, Field, str]]:
    """Yield every text that somebody wrote; codes and digests are none."""
    for record, field, value in fields():
        if field.kind in (Kind.TEXT, Kind.NOTE) and field.code not in ("code", "vocab", "file", "text_hash"):
            yield record, field, str(value)


def digest() -> str:
    """Return a digest of all that the example holds."""
    said = repr([[(r.table, r.key, list(r.values.items())) for r in u.records] for u in example_units()])
    return hashlib.sha256(said.encode()).hexdigest()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_it_is_the_same_every_time(seed: str) -> None:
    code = "from tests.actions.test_example import digest; print(digest())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest()


def test_every_kind_of_record_and_part_and_every_quick_field_is_shown_somewhere() -> None:
    assert {record.table for record in records()} == set(TABLES) | {"own_item", "own_value"}
    filled = {(record.table, field.code) for record, field, _ in fields()}
    quick = {(k.code, f.code) for k in (KINDS | PARTS).values() for f in k.fields if f.form is Form.QUICK}
    assert quick <= filled
    shown = {(k.code, f.code) for k in TABLES.values() for f in k.fields} - filled
    assert shown == {("response", "from_reply"), ("attachment", "insight")}


def test_it_has_the_size_of_a_small_charity() -> None:
    sizes = Counter(record.table for record in records())
    expected = {
        "person": (60, 90),
        "activity": (6, 10),
        "session": (350, 450),
        "time_given": (700, 1000),
        "support": (180, 270),
        "insight": (120, 160),
        "engagement": (4, 6),
        "response": (12, 24),
        "review": (8, 10),
        "capacity_support": (10, 13),
        "connection": (10, 14),
    }
    assert all(low <= sizes[table] <= high for table, (low, high) in expected.items()), sizes


def test_blanks_are_left_where_real_groups_leave_them() -> None:
    ran = [row for row in rows("session") if row["status"] == "ran"]
    for code in ("people_n", "carers_n", "helpers_n", "new_n", "cost"):
        blank = sum(row[code] is None for row in ran)
        assert 0 < blank < len(ran), code
    assert any(row["people_n"] == 0 for row in ran)
    assert {row["status"] for row in rows("session")} == {"ran", "cancelled", "planned"}
    assert any(row["heard_on"] is None for row in rows("insight"))
    assert any(row["date"] is None for row in rows("time_given"))


def test_every_record_is_sound_and_nothing_needs_asking_about() -> None:
    for record in records():
        if record.table in TABLES:
            values = with_ids(record, ids())
            assert not problems(TABLES[record.table], values, own_lists(), today=AFTERWARDS), record.key


def test_links_lead_to_records_of_the_right_kind_that_stand_before() -> None:
    assert len(ids()) == len(records()), "two records have one key"
    for record, field, value in fields():
        if field.kind in (Kind.LINK, Kind.LINKS, Kind.PLACE):
            for target in map(str, value if isinstance(value, list) else [value]):
                assert target.partition(":")[0] == (field.to or "place"), (record.key, field.code)
                assert ids()[target] < ids()[record.key], (record.key, target)


def test_what_happened_lies_in_the_two_years_and_only_plans_lie_ahead() -> None:
    for record, field, value in fields():
        if field.kind is Kind.DATE:
            planned = record.values.get("status") == "planned" and record.table == "session"
            name = f"{record.table}.{field.code}"
            assert str(value) <= LAST or planned or name in AHEAD, (record.key, value)
            happened = (record.table, field.code) in HAPPENED and record.table != "equality"
            assert str(value) >= FIRST or not happened, (record.key, value)


def test_a_quote_that_may_be_shared_has_all_that_sharing_needs() -> None:
    given = defaultdict(list)
    for consent in rows("consent"):
        given[consent["insight"], consent["use"]].append(consent)
    agreed = [row for row in rows("insight") if row["may_quote"] in AGREED]
    assert 0.2 <= len(agreed) / len(rows("insight")) <= 0.3
    held = []
    for row in rows("insight"):
        consents = given[row["id"], "quote_words"]
        assert len(consents) == (row in agreed)
        if row in agreed and consents[0]["scope"] == row["quote_scope"] == "partners":
            found = quotes([row], known(consents), Audience(None, AFTERWARDS.isoformat()), threshold=1)
            held += [] if isinstance(found[0], Quote) else [(row["words"], consents[0]["withdrawn_on"])]
        story = bool(row["story"]) and row["capture"] != "composite"
        assert len(given[row["id"], "tell_story"]) == story
    assert len(held) == 1, "all may leave but the one that was withdrawn"
    assert held[0][1]


def test_voices_come_in_several_languages_each_with_a_translation_by_a_person() -> None:
    languages = Counter(row["language"] for row in rows("insight"))
    assert {"cy", "ur", "pl", "ar", "bn"} <= set(languages)
    assert all(row["translation"] for row in rows("insight") if row["language"])


def test_no_name_of_a_person_stands_in_a_text_that_leaves() -> None:
    names = {part for p in of("person") for part in re.split(r"[ -]", str(p.values["known_as"]))}
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, sorted(names))) + r")\b")
    seen = [(r.key, found) for r, f, text in texts() if f.leaves for found in pattern.findall(text)]
    assert not seen


def test_what_we_never_hold_is_nowhere() -> None:
    never = re.compile(
        r"£|nhs number|national insurance|date of birth|diagnos|dementia|alzheimer|cancer|stroke|autis"
        r"|depress|bipolar|diabet|parkinson|asylum|visa|refugee|immigra|saving|saved|\bworth\b|burnout|breakdown"
        r"|\bscore|\brank|safeguard|abuse|certificate|hard to reach|minimum wage|\b\d{3} ?\d{3} ?\d{4}\b",
        re.IGNORECASE,
    )
    assert not [(record.key, field.code, text) for record, field, text in texts() if never.search(text)]


def test_nobody_who_is_cared_for_is_named() -> None:
    common = {"Monday", "Tuesday", "Tuesdays", "Wednesdays", "Thursday", "Friday", "Fridays", "Sundays"}
    common |= {"I", "June", "Polish", "Arabic", "Welsh"}
    for record, field, text in texts():
        if record.table == "support" and field.privacy is not Privacy.NONE:
            inside = re.findall(r"(?<![.!?] )(?<!^)\b[A-Z]\w*", text)
            assert set(inside) <= common, (record.key, text)


def test_pictures_are_those_that_come_with_the_program() -> None:
    folder = Path(__file__).parents[2] / "resources" / "examples"
    pictures = {hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.png")}
    assert {row["file"] for row in rows("attachment")} == pictures


def test_nobody_helps_and_comes_at_once_and_an_answer_follows_its_question() -> None:
    helped = {(row["session"], row["person"]) for row in rows("time_given") if row["person"]}
    came = {(row["id"], person) for row in rows("session") for person in _list(row["came"])}
    assert not helped & came
    heard = {row["id"]: str(row["heard_on"]) for row in rows("insight")}
    for row in rows("response"):
        asked = str(row["asked_on"])
        assert all(heard[insight] <= asked for insight in _list(row["insights"])), row["what"]
        assert asked <= str(row["told_on"] or LAST), row["what"]


def test_a_carer_is_known_from_the_first_contact_in_which_they_were_seen_as_one() -> None:
    first = {
        row["person"]: row["date"] for row in rows("support") if row["newly_identified"] and row["person"]
    }
    assert first
    for person in rows("person"):
        if person["id"] in first:
            assert person["identified_on"] == first[person["id"]], person["known_as"]
        elif person["carer"] in ("yes", "would_not_use_word") and not person["merged_into"]:
            assert str(person["identified_on"]) < FIRST, person["known_as"]


@pytest.mark.parametrize("period", QUARTERS, ids=lambda period: str(period.start))
def test_every_quarter_has_figures_to_show_and_small_ones_to_hide(period: Period) -> None:
    tables = {t.kind.id: t for t in figure_tables(counted(), period, lists=own_lists())}
    least = POLICIES["nhs_1_7_r5"].threshold
    for table, measures in {
        "people": "people came volunteers supported",
        "time": "volunteers helpers hours",
        "carers": "supported_people supported_contacts",
    }.items():
        assert all(tables[table].value(measure) >= least for measure in measures.split()), table
    assert sum(1 <= tables["carers"].value(m.code) < least for m in tables["carers"].kind.measures) <= 3
    activities = tables["carers_by_activity"]
    small = [activities.value(m.code, row) for m in activities.kind.measures for row in activities.rows()]
    assert any(1 <= number < least for number in small)
    assert tables["sessions_by_month"].value("held", ("total",)) >= 30
    heard = [r for r in rows("insight") if str(period.start) <= str(r["heard_on"] or "") <= str(period.end)]
    partner = Audience(ids()["organisation:icb"], AFTERWARDS.isoformat())
    leaving = quotes(heard, known(rows("consent")), partner, least)
    assert sum(isinstance(quote, Quote) for quote in leaving) >= 3


@pytest.mark.parametrize("weeks", range(14))
def test_the_last_full_quarter_has_words_that_may_leave_on_whatever_day_it_is_made(weeks: int) -> None:
    end = WRITTEN_UNTIL - timedelta(weeks=weeks)
    days = [(end - timedelta(days=91)).isoformat(), end.isoformat()]
    heard = [row for row in rows("insight") if days[0] <= str(row["heard_on"] or "") <= days[1]]
    audience = Audience(None, LAST)
    leaving = quotes(heard, known(rows("consent")), audience, POLICIES["nhs_1_7_r5"].threshold)
    assert any(isinstance(quote, Quote) for quote in leaving)


def test_the_first_quarter_shows_carers_identified_supported_and_involved() -> None:
    tables = {t.kind.id: t for t in figure_tables(counted(), QUARTERS[0], lists=own_lists())}
    for measure in ("identified_people", "supported_people", "involved_people"):
        assert tables["carers"].value(measure) >= 8


def test_the_vault_holds_it_all_and_says_what_it_is(tmp_path: Path) -> None:
    with make_example(tmp_path / "vault", PASSPHRASE, kdf=FLOOR, until=WRITTEN_UNTIL) as vault:
        assert vault.setting(IS_EXAMPLE) is True
        sizes = Counter(record.table for record in records())
        assert {table: len(vault.rows(table)) for table in sizes} == sizes
        for row in vault.rows("attachment"):
            assert hashlib.sha256(vault.picture(int(str(row["id"]))) or b"").hexdigest() == row["file"]
        (us,) = vault.rows("organisation", is_us=True)
        assert us["name"] == dict(zip(ids(), records(), strict=True))[US].values["name"]
        assert not vault.verify()
        assert vault.last_unit() is None, "an undo must not take the example back"
        made = figure_tables(gather(vault), QUARTERS[0], lists=own_lists())
        pure = figure_tables(counted(), QUARTERS[0], lists=own_lists())
        for one, other in zip(made, pure, strict=True):
            numbers = [[t.value(m.code, r) for m in t.kind.measures for r in t.rows()] for t in (one, other)]
            assert numbers[0] == numbers[1], one.kind.id


def test_it_ends_in_the_week_of_the_day_on_which_it_is_made(tmp_path: Path) -> None:
    made_on = date(2027, 5, 3)
    with make_example(tmp_path / "vault", PASSPHRASE, kdf=FLOOR, until=made_on) as vault:
        ran = [date.fromisoformat(str(row["date"])) for row in vault.rows("session", status="ran")]
        assert made_on - timedelta(days=8) <= max(ran) <= made_on
        planned = [date.fromisoformat(str(row["date"])) for row in vault.rows("session", status="planned")]
        assert min(planned) > made_on
        drop_in = vault.rows("activity", title="Tuesday carers' drop-in")[0]["id"]
        tuesdays = {
            date.fromisoformat(str(s["date"])).weekday() for s in vault.rows("session", activity=drop_in)
        }
        assert tuesdays == {1}
        for table, code in HAPPENED:
            late = [row for row in vault.rows(table) if str(row[code] or "") > made_on.isoformat()]
            assert all(row["status"] == "planned" for row in late), (table, code)


@given(until=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_days_move_by_whole_weeks_to_the_week_before(until: date) -> None:
    by = later_by(until)
    assert by.days % 7 == 0
    assert timedelta(0) <= until - (WRITTEN_UNTIL + by) < timedelta(days=7)


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("ours", encoding="utf-8")
    with pytest.raises(Refused, match="in use"):
        make_example(tmp_path, PASSPHRASE, kdf=FLOOR)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def _list(value: object) -> list[int]:
    return value if isinstance(value, list) else []
