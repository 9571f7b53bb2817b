"""Exports of other programs are known by their headings, and what is ours alone is not filled by them."""

import pytest

from tests.actions.spread import opened
from vcse_desktop.exchange.meaning.columns import fill, kind_of
from vcse_desktop.exchange.meaning.plan import How, Shape
from vcse_desktop.exchange.meaning.programs import EXPORTS, Export, export_of
from vcse_desktop.exchange.meaning.targets import importable, parts


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: f"{one.program} {one.kind}")
def test_every_export_fills_what_there_is(export: Export) -> None:
    assert {code for code in export.fills.values() if code} <= set(parts(export.kind))
    assert export_of([*export.told_by, *export.fills]) is not None


def test_hours_from_civivolunteer_are_known_by_their_headings() -> None:
    headings = [
        "Volunteer Name",
        "Project",
        "Scheduled Date/Time",
        "Volunteer Role",
        "Time Completed in Minutes",
    ]
    export = export_of(headings)
    assert export is not None
    assert (export.program, export.kind) == ("CiviVolunteer", "time_given")
    table = opened(headings, [["Smith, Joan", "Food bank", "2026-04-03 10:00", "Driver", 90]]).table
    found = fill(table, export.kind, Shape.ROWS, export, {})
    assert [found[at] for at in range(5)] == [
        (code, How.PROGRAM) for code in ("person", "activity", "date", "role", "hours.minutes")
    ]


def test_the_columns_that_kobo_adds_are_left_out() -> None:
    headings = [
        "start",
        "end",
        "What would help?",
        "_id",
        "_uuid",
        "_submission_time",
        "_validation_status",
        "_index",
    ]
    export = export_of(headings)
    assert export is not None
    assert export.program == "KoboToolbox"
    found = fill(opened(headings, []).table, export.kind, Shape.ROWS, export, {})
    assert {found[at][0] for at in found} == {"heard_on"}


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Volunteer|Date|Hours|Activity", "time_given"),
        ("Name|Hours|When", "time_given"),
        ("Date|Activity|Attendance|Venue", "session"),
        ("First name|Surname|Email|Mobile|Postcode", "person"),
        ("Name|Address|Telephone number", "person"),
        ("Organisation|Charity number|Contact|Website", "organisation"),
        ("Date|Comment|Theme", "insight"),
        ("Date|Carer|Type of support|Follow up", "support"),
    ],
)
def test_what_the_rows_are_is_told_by_the_headings(headings: str, kind: str) -> None:
    assert kind_of(opened(headings.split("|"), []).table) == kind


def test_every_kind_can_be_brought_in() -> None:
    assert {"session", "time_given", "person", "support", "insight", "organisation"} <= set(importable())
    assert all(parts(kind) for kind in importable())
