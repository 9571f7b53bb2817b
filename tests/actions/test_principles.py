"""Each number of the principles is the records behind it."""

from datetime import date

import pytest

from vcse_desktop.actions import recording
from vcse_desktop.actions.principles import NAMES, QUESTIONS, principles, this_quarter, this_year
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.vocabularies import lists

TAG = {"principles": ["p4_carers"]}


def carers(vault: Vault, span: tuple[date, date] | None = None) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of the records, voices and answers about carers."""
    (row,) = (one for one in principles(vault, span) if one.code == "p4_carers")
    records, voices, answers = ([one.line for one in part] for part in (row.records, row.voices, row.answers))
    return records, voices, answers


def test_the_six_rows_are_those_of_the_list_each_with_three_questions(vault: Vault) -> None:
    codes = [item.code for item in lists()["six_principles"]]
    assert [one.code for one in principles(vault)] == codes == list(NAMES) == list(QUESTIONS)
    assert all(len(questions) == 3 for questions in QUESTIONS.values())


def test_records_voices_and_answers_stand_apart(vault: Vault) -> None:
    (walk,) = recording.add(vault, "activity", {"title": "Carers' walk", **TAG}).ids
    recording.add(vault, "session", {"activity": walk, "date": "2026-03-01", **TAG})
    recording.add(vault, "insight", {"words": "A break\nat last", **TAG})
    recording.add(vault, "response", {"what": "More breaks", **TAG})
    recording.add(vault, "activity", {"title": "Choir"})
    assert carers(vault) == (["Carers' walk", "Carers' walk"], ["A break at last"], ["More breaks"])


def test_a_record_counts_for_each_principle_it_speaks_to(vault: Vault) -> None:
    recording.add(vault, "insight", {"words": "Both", "principles": ["p4_carers", "p6_volunteering"]})
    assert {one.code for one in principles(vault) if one.voices} == {"p4_carers", "p6_volunteering"}


def test_a_period_takes_its_own_days_and_nothing_undated(vault: Vault) -> None:
    for day in ("2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01", None):
        recording.add(vault, "insight", {"words": f"On {day}", "heard_on": day, **TAG})
    recording.add(vault, "person", {"known_as": "Mair", **TAG})
    quarter = date(2026, 1, 1), date(2026, 3, 31)
    assert carers(vault, quarter) == ([], ["On 2026-03-31", "On 2026-01-01"], [])
    assert [len(part) for part in carers(vault)] == [1, 5, 0]


def test_what_has_no_words_is_known_by_what_it_belongs_to(vault: Vault) -> None:
    (mair,) = recording.add(vault, "person", {"known_as": "Mair"}).ids
    recording.add(vault, "time_given", {"hours": 60, "person": mair, **TAG})
    recording.add(vault, "support", {"date": "2026-03-01", **TAG})
    assert carers(vault)[0] == ["", "Mair"]


def test_a_long_line_is_cut(vault: Vault) -> None:
    recording.add(vault, "insight", {"words": "word " * 60, **TAG})
    (line,) = carers(vault)[1]
    assert len(line) == 120
    assert line.endswith("…")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [("2026-01-01", (1, 1), (3, 31)), ("2026-05-31", (4, 1), (6, 30)), ("2026-12-31", (10, 1), (12, 31))],
)
def test_the_quarter_and_year_of_a_day(
    day: str, first: tuple[int, int], last: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vcse_desktop.actions.principles.today", lambda: date.fromisoformat(day))
    assert this_quarter() == (date(2026, *first), date(2026, *last))
    assert this_year() == (date(2026, 1, 1), date(2026, 12, 31))
