"""The page of points: every row names what is there, every tick names a test that is there or a picture."""

import re

import pytest

from tests.checklist import NEVER, PAGE, PICTURES, POINTS, ROOT, SHOWN, lines, written
from tests.test_features import functions_of
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.reports.templates import TEMPLATES
from vcse_desktop.reports.ten import SECTIONS

ROW = re.compile(r"^\| ([PELH]\d+[a-z]?) \| (.*) \| (.*) \| (.*) \|$", re.MULTILINE)
TEXT = PAGE.read_text("utf-8").partition(SHOWN)[0]
ROWS = {row[0]: row for row in ROW.findall(TEXT)}
FIELDS: dict[str, set[str]] = {code: {field.code for field in kind.fields} for code, kind in TABLES.items()}
CODES = {item.code for items in lists().values() for item in items}
LED = re.compile(r"\b([a-z_]+)\.([a-z_]+)((?:, [a-z_]+)*)")


def dangling(words: str) -> list[str]:
    """Return what is named as a field or a code and is none."""
    wrong = []
    for kind, first, more in LED.findall(words):
        if kind in FIELDS:
            named = [first, *(one for one in more.split(", ") if "_" in one)]
            wrong += [f"{kind}.{code}" for code in named if code not in FIELDS[kind]]
    every = set().union(*FIELDS.values()) | FIELDS.keys() | CODES | lists().keys()
    return wrong + [one for one in re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b", words) if one not in every]


def test_the_page_has_eighty_seven_rows_and_each_has_its_tick() -> None:
    assert list(ROWS) == list(POINTS)
    assert len(ROWS) == len(lines()) - 1 == 87


@pytest.mark.parametrize("code", POINTS)
def test_every_field_code_and_section_that_a_row_names_is_there(code: str) -> None:
    _, _, answer, _ = ROWS[code]
    assert dangling(answer) == []
    for named in re.findall(r"report: ([A-Z][^·,;:]*)", answer):
        found = [one for one in SECTIONS if named.strip().startswith(one.title.partition(" (")[0])]
        assert found, f"no section of a report is called {named}"
        assert all(TEMPLATES[""].asks(one.code) for one in found)


def test_what_is_not_there_would_be_noticed() -> None:
    assert dangling("insight.wordz; person.strengths") == ["insight.wordz"]
    assert dangling("support.who_for person_supportedd") == ["person_supportedd"]
    assert dangling("engagement.opens, closes, decided_onn") == ["engagement.decided_onn", "decided_onn"]


def test_every_test_that_ticks_a_point_is_there() -> None:
    nodes = [(code, file, name) for code, point in (POINTS | NEVER).items() for file, name in point.nodes()]
    assert [node for node in nodes if not node[1].is_file() or node[2] not in functions_of(node[1])] == []


def test_each_point_is_ticked_as_the_page_wants_or_says_what_is_open() -> None:
    for code, (_, _, _, tick) in ROWS.items():
        point = POINTS[code]
        assert point.open or not tick.startswith("T") or point.tests, f"{code} wants a test"
        assert point.open or not re.search(r"\bL\b", tick) or point.look, f"{code} wants a look"


def test_every_picture_that_somebody_looked_at_is_there() -> None:
    looked = {point.look for point in POINTS.values()} - {""}
    assert looked == {file.name for file in (ROOT / PICTURES).iterdir()}


def test_what_the_documents_rule_out_is_tested_row_by_row() -> None:
    table = TEXT.partition("## What the documents rule out")[2].partition("\n## ")[0]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines()[3:] if line]
    assert rows == list(NEVER)
    assert all(point.tests and not point.open for point in NEVER.values())


def test_the_page_says_what_ticks_each_point() -> None:
    assert PAGE.read_text("utf-8") == written(), "python -m tests.checklist writes that part anew"
