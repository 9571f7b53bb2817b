"""Tables and quotes as partners get them: one number a row, nothing that a spreadsheet would run."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.example import ID, NUMBER, QUARTER, STEADY, audited, plan, report
from vcse_desktop.disclosure.plan import Cell, ProtectedRow, ProtectedTable, Status
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import Measure, Period, TableKind, Unit
from vcse_desktop.packs.canonical import clean, dump, is_sound
from vcse_desktop.packs.summary import NotAudited, Words, pack_payload, tables_of
from vcse_desktop.packs.tables import number, quotes_csv, table_csv
from vcse_desktop.records.vocabularies import lists

HOURS, PEOPLE = Measure("hours", "H", Unit.PERSON_HOURS), Measure("people", "P", Unit.PERSON)


def rows_of(data: bytes) -> list[dict[str, str]]:
    """Return the rows as a partner's program reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_a_table_byte_for_byte() -> None:
    (data,) = tables_of(plan(), audited(plan()), NUMBER, ID).values()
    lead = "GB-CHC-1234567,20261121-7f3a9kq2,2026-07-01,2026-09-30,"
    rows = (
        "issuer,pack,period_from,period_to,area,area_label,measure,value,status\r\n"
        f"{lead}E05001234,Ashby,carers_supported,15,rounded\r\n"
        f"{lead}E05001234,Ashby,hours,24.25,rounded\r\n"
        f'{lead}E05001235,"Brook, “the” end",carers_supported,,hidden\r\n'
        f'{lead}E05001235,"Brook, “the” end",hours,,hidden\r\n'
        f"{lead}total,Total,carers_supported,0,shown\r\n"
        f"{lead}total,Total,hours,25,rounded\r\n"
    )
    assert data == rows.encode()


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0"),
        (15, "0.25"),
        (30, "0.5"),
        (45, "0.75"),
        (60, "1"),
        (1455, "24.25"),
        (1500, "25"),
        (75_000_015, "1250000.25"),
    ],
)
def test_minutes_are_hours_to_the_quarter(minutes: int, shown: str) -> None:
    assert number(minutes, HOURS) == shown
    assert number(minutes, PEOPLE) == str(minutes)


@STEADY
@given(st.integers(0, 10**9))
def test_hours_are_the_nearest_quarter(minutes: int) -> None:
    assert abs(float(number(minutes, HOURS)) * 60 - minutes) <= 7.5


def test_two_periods_of_one_table_share_a_file_and_a_plain_table_has_one_row() -> None:
    kind = TableKind("people", 2, "People", (PEOPLE,))
    later = Period(date(2026, 10, 1), date(2026, 12, 31))
    row = ProtectedRow((), (), (Cell(Status.SHOWN, 9),))
    both = replace(
        plan(), tables=(ProtectedTable(kind, QUARTER, (row,)), ProtectedTable(kind, later, (row,)))
    )
    found = tables_of(both, audited(both), "sha256:0", ID)
    (name,) = found
    assert name == "data/tables/people.v2.csv"
    assert [(r["issuer"], r["period_from"], r["value"]) for r in rows_of(found[name])] == [
        ("sha256:0", "2026-07-01", "9"),
        ("sha256:0", "2026-10-01", "9"),
    ]


@pytest.mark.parametrize(
    "label",
    ["=1+1", "+44", "-", "@home", "\u202e=1+1", "\x00+1", "two\nlines", "two\r\nlines", "old\rend", "end\n"],
)
def test_a_label_that_would_not_stay_what_it_is_must_be_changed(label: str) -> None:
    with pytest.raises(Refused) as refused:
        tables_of(plan(label), audited(plan(label)), NUMBER, ID)
    assert refused.value.values == {"label": label}


@STEADY
@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\r\n")
        | st.sampled_from("\u200f\u202e\u2066\t\u2028"),
        max_size=12,
    )
)
def test_any_other_label_comes_back_without_what_turns_text_round(label: str) -> None:
    table = plan(label).tables[0]
    if clean(label).startswith(("=", "+", "-", "@")):
        return
    (found,) = {row["area_label"] for row in rows_of(table_csv([table], NUMBER, ID)) if row["area"] == AREA}
    assert found == clean(label)
    assert is_sound(found)


def test_names_and_themes_are_freed_from_marks_that_turn_text_round() -> None:
    quote = Quote(7, "Good", "en", "", "waiting", "", "A\u202e. B.", False)
    (row,) = rows_of(quotes_csv([quote], ID, {"waiting": "\u2067Waiting"}))
    assert (row["name"], row["theme_label"]) == ("A. B.", "Waiting")


def test_a_table_has_its_columns() -> None:
    rows = rows_of(table_csv([plan().tables[0]], NUMBER, ID))
    assert rows[0].keys() == {*CARERS_COLUMNS}


AREA = "E05001234"
CARERS_COLUMNS = "issuer pack period_from period_to area area_label measure value status".split()


def test_only_an_audited_plan_becomes_a_pack() -> None:
    good = audited(plan())
    words = Words("Carers", {"data/report.pdf": report()})
    other = replace(plan(), tables=())
    for wrong in (replace(good, ok=False), replace(good, plan=""), audited(other)):
        with pytest.raises(NotAudited):
            pack_payload(plan(), wrong, words, NUMBER, ID)


def test_quotes_stand_between_marks_on_one_line() -> None:
    quotes = [
        Quote(7, "=It helped.\r\n  Really.", "en", "", "waiting", "carer", "", False),
        Quote(9, "Diolch", "cy", "Thank you", "", "", "A. B.", False),
    ]
    assert (
        quotes_csv(quotes, ID, {"waiting": "Waiting times"})
        == (
            "pack,quote,text,language,translation,theme,theme_label,speaker_role,name\r\n"
            f"{ID},1,“=It helped. Really.”,en,,waiting,Waiting times,carer,\r\n"
            f"{ID},2,“Diolch”,cy,“Thank you”,,,,A. B.\r\n"
        ).encode()
    )


@pytest.mark.parametrize("role", ["", "carer"])
def test_words_made_from_several_stories_are_marked_as_such(role: str) -> None:
    made = Quote(7, "We waited.", "en", "", "", role, "", True)
    assert [row["speaker_role"] for row in rows_of(quotes_csv([made], ID, {}))] == ["composite"]
    assert "composite" not in {item.code for item in lists()["speaker_role"]}
    assert "composite" in {item.code for item in lists()["insight_capture"]}


def test_the_description_is_canonical_and_says_what_is_what() -> None:
    quotes = [Quote(7, "Good", "en", "", "", "", "", False)]
    words = Words("Carers\u202e", {"data/report.pdf": report(), "data/report-easy.html": b""}, quotes)
    files = pack_payload(plan(), audited(plan()), words, NUMBER, ID)
    said = json.loads(files["data/datapackage.json"])
    assert dump(said) == files["data/datapackage.json"]
    assert (said["id"], said["title"]) == (ID, "Carers")
    found = {one["name"]: one for one in said["resources"]}
    assert set(found) == {"carers-v1-csv", "quotes-csv", "report-easy-html", "report-pdf"}
    assert found["report-pdf"]["bytes"] == len(report())
    table = found["carers-v1-csv"]
    assert table["schema"]["missingValues"] == [""]
    assert table["schema"]["primaryKey"] == ["issuer", "pack", "period_from", "period_to", "area", "measure"]
    assert [one["name"] for one in table["schema"]["fields"]] == CARERS_COLUMNS
    assert found["quotes-csv"]["schema"]["primaryKey"] == ["pack", "quote"]
