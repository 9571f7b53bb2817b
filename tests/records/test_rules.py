"""The rules between the fields of one record: what is refused, and what is asked about, then kept."""

from datetime import date

import pytest

from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.validation import problems
from vcse_desktop.records.vocabularies import lists

SESSION = {"activity": 1, "date": "2026-11-21"}
HELP = {"person": 1, "date": "2026-11-21"}
TWO_DAYS = {"date": "2026-11-01", "until": "2026-11-02"}
ASKING = {"question": "Where should the bench go?", "opens": "2026-03-01"}
ASKED_FOR = {"date": "2026-03-02", "received_on": "2026-03-02"}
REVIEW = {"whole": True, "worked": "Tea"}
INTRODUCED = {"kind": "introduction", "offer": "Lifts", "made_on": "2026-11-01"}
AGREED = {"offer_agreed": "2026-10-01", "wish_agreed": "2026-10-02"}

REFUSED = [
    ("session", {**SESSION, "listened_yes": 12, "listened_asked": 9}, "listened_yes"),
    ("time_given", {**HELP, "hours": 24 * 60 + 1}, "hours"),
    ("time_given", {**HELP, "until": "2026-11-21", "hours": 24 * 60 + 1}, "hours"),
    ("time_given", {**HELP, **TWO_DAYS, "hours": 48 * 60 + 1}, "hours"),
    ("time_given", {"helpers_n": 2, "hours": 48 * 60 + 1}, "hours"),
    ("time_given", {"hours": 60, "date": "2026-11-02", "until": "2026-11-01"}, "until"),
    ("activity", {"title": "Tea", "started": "2026-02-01", "ended": "2026-01-31"}, "ended"),
    ("engagement", {**ASKING, "closes": "2026-02-28"}, "closes"),
    ("review", {**REVIEW, "whole": None}, "activity"),
    ("review", {**REVIEW, "whole": False}, "activity"),
    ("review", {**REVIEW, "worked": None}, "worked"),
    ("review", {**REVIEW, "period_from": "2026-03-31", "period_to": "2026-01-01"}, "period_to"),
    (
        "capacity_support",
        {"direction": "asked_of_us", "given_on": "2026-03-31", "until": "2026-03-01"},
        "until",
    ),
    ("connection", {"kind": "introduction"}, "offer"),
    ("connection", {**INTRODUCED, "offer_agreed": "2026-10-01"}, "wish_agreed"),
    ("connection", {**INTRODUCED, "wish_agreed": "2026-10-01"}, "offer_agreed"),
    ("connection", {"kind": "signpost", "wish": "Tea", "wish_person": 7, "state": "going"}, "wish_agreed"),
    ("response", {"what": "The bus", "status": "fed_back"}, "status"),
    ("person", {"known_as": "Ann", "birth_year": 56}, "birth_year"),
]
ASKED = [
    ("session", {**SESSION, "people_n": 3, "carers_n": 4}, "carers_n"),
    ("session", {**SESSION, "people_n": 3, "new_n": 4}, "new_n"),
    ("time_given", {**HELP, "hours": 16 * 60 + 1}, "hours"),
    ("time_given", {**HELP, "hours": 24 * 60}, "hours"),
    ("engagement", {**ASKING, "closes": "2026-04-01", "decision_on": "2026-03-31"}, "decision_on"),
    ("engagement", {**ASKING, "decision_on": "2026-02-28"}, "decision_on"),
    ("engagement", {**ASKING, "closes": "2026-04-01", "decision_on": "2026-02-28"}, "decision_on"),
    ("response", {"what": "The bus", "asked_on": "2026-03-02", "due_on": "2026-03-01"}, "due_on"),
    ("response", {"what": "The bus", "asked_on": "2026-03-02", "told_on": "2026-03-01"}, "told_on"),
    ("support", {**ASKED_FOR, "accepted_on": "2026-03-01"}, "accepted_on"),
    ("support", {**ASKED_FOR, "closed_on": "2026-03-01"}, "closed_on"),
    ("organisation", {"name": "Us", "charity_no": "12"}, "charity_no"),
    ("organisation", {"name": "Us", "charity_no": "12345678901"}, "charity_no"),
    ("organisation", {"name": "Us", "rp_no": "our landlord"}, "rp_no"),
    ("organisation", {"name": "Us", "public_code": "E-06"}, "public_code"),
]
KEPT = [
    (
        "session",
        {**SESSION, "listened_yes": 9, "listened_asked": 9, "people_n": 4, "carers_n": 4, "new_n": 4},
    ),
    ("session", {**SESSION, "listened_yes": 9, "carers_n": 4, "new_n": 4}),
    ("time_given", {**HELP, "hours": 16 * 60}),
    ("time_given", {**HELP, **TWO_DAYS, "hours": 32 * 60}),
    ("time_given", {**HELP, "helpers_n": 1, "hours": 32 * 60}),
    ("time_given", {"hours": 10_000 * 60}),
    ("activity", {"title": "Tea", "started": "2026-02-01", "ended": "2026-02-01"}),
    ("engagement", {**ASKING, "closes": "2026-03-01", "decision_on": "2026-03-01"}),
    ("review", REVIEW),
    ("review", {"engagement": 5, "next_time": "Ask sooner"}),
    ("connection", {**INTRODUCED, **AGREED}),
    ("connection", {"kind": "introduction", "wish": "Company", "state": "offered"}),
    ("connection", {"kind": "signpost", "wish": "Tea", "state": "going"}),
    ("response", {"what": "The bus", "status": "done", "told_on": "2026-11-01"}),
    ("person", {"known_as": "Ann", "birth_year": 1956}),
    ("person", {"known_as": "Ann"}),
    ("organisation", {"name": "Us", "charity_no": "1234567", "rp_no": "LH4167", "public_code": "E06000001"}),
    ("organisation", {"name": "Us", "charity_no": "sc 012345", "rp_no": "45UB", "public_code": "QOX"}),
]


def _found(kind: str, values: dict[str, object]) -> list[tuple[str, bool]]:
    found = problems(KINDS[kind], values, lists(), today=date(2026, 11, 21))
    return [(problem.field, problem.asked) for problem in found]


@pytest.mark.parametrize(("kind", "values", "code"), REFUSED)
def test_what_cannot_be_is_refused(kind: str, values: dict[str, object], code: str) -> None:
    assert _found(kind, values) == [(code, False)]


@pytest.mark.parametrize(("kind", "values", "code"), ASKED)
def test_what_is_unlikely_is_asked_about_then_kept(kind: str, values: dict[str, object], code: str) -> None:
    assert _found(kind, values) == [(code, True)]


@pytest.mark.parametrize(("kind", "values"), KEPT)
def test_what_can_be_is_kept(kind: str, values: dict[str, object]) -> None:
    assert _found(kind, values) == []
