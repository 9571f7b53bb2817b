"""Beside the six principles stand two sets of others, each with the records that show it, and no mark."""

from datetime import date

from vcse_desktop.actions import recording
from vcse_desktop.actions.guidance import ENGAGING, LOOKS, PERSON_CENTRED, Guided, guidance
from vcse_desktop.actions.principles import Span
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.vocabularies import lists

DAY = "2026-03-02"
SHOWS: dict[str, tuple[str, dict[str, object]]] = {
    "e01_open": ("engagement", {"method": "At the door; no evenings"}),
    "e02_fair": ("insight", {"words": "Too dear", "summary": "The fare", "heard_on": DAY}),
    "e03_timely": ("engagement", {"decision_on": "2026-05-01"}),
    "e05_respect": ("session", {"listened_asked": 3}),
    "e06_inequalities": ("engagement", {"clinical": ["maternity"]}),
    "e08_use_explained": ("session", {"explained_use": True}),
    "e09_evaluated": ("review", {"whole": True, "worked": "Tea", "reviewed_on": DAY}),
    "e10_cost_effective": ("engagement", {"cost_hours": 60}),
    "e11_accessible": ("session", {"access_given": ["step_free"]}),
    "e13_early": ("engagement", {"change_on": "2026-09-01"}),
    "e14_best_practice": ("review", {"whole": True, "worked": "Tea", "learned_from": "The tenants"}),
    "e15_learning": ("review", {"whole": True, "next_time": "Tea"}),
    "e16_legal": ("engagement", {"duty": ["care2014_10"]}),
    "e18_protected": ("engagement", {"protected": ["age"]}),
    "e19_seek_out": ("person", {"known_as": "Ann", "involve_how": ["news"]}),
    "e21_language": ("engagement", {"may_publish": True}),
    "e22_feedback": ("response", {"what": "The bus", "told_on": DAY}),
    "e23_reviewed": ("review", {"whole": True, "worked": "Tea", "reviewed_by": ["patient_council"]}),
    "e24_impact": ("response", {"what": "A", "status": "done", "changed": "B", "evidence": "C"}),
    "hf2_coordinated": ("insight", {"words": "One form", "hf_principles": ["hf2_coordinated"]}),
}
"""One record for each principle that shows it."""
PARTS: dict[str, tuple[str, dict[str, object]]] = {
    "e04_diversity": ("tally", {"vocab": "inclusion_groups", "code": "homeless", "n": 3}),
    "e07_tailored": ("audience", {"technique": "outreach"}),
    "e17_relationships": ("stakeholder", {"group": "public", "n": 3}),
    "e20_barriers": ("barrier", {"fix": "A lift"}),
}


def found(vault: Vault, code: str, span: Span | None = None) -> Guided:
    """Return one principle of either set."""
    (one,) = [one for rows in guidance(vault, span).values() for one in rows if one.code == code]
    return one


def add(vault: Vault, kind: str, values: dict[str, object]) -> int:
    """Add one record with whatever its kind needs."""
    (activity,) = recording.add(vault, "activity", {"title": "Tea"}).ids
    needs: dict[str, dict[str, object]] = {
        "engagement": {"question": "Which hours?", "opens": DAY},
        "session": {"activity": activity, "date": DAY},
    }
    (made,) = recording.add(vault, kind, {**needs.get(kind, {}), **values}).ids
    return made


def test_both_sets_are_whole_and_two_of_them_no_record_can_show(vault: Vault) -> None:
    sets = guidance(vault)
    assert {vocab: [one.code for one in rows] for vocab, rows in sets.items()} == {
        vocab: [item.code for item in lists()[vocab]] for vocab in (PERSON_CENTRED, ENGAGING)
    }
    assert [len(rows) for rows in sets.values()] == [4, 25]
    every = [one for rows in sets.values() for one in rows]
    assert [one.code for one in every if one.found is None] == ["e12_standards", "e25_confidential"]
    assert all(one.found == () for one in every if one.code in LOOKS)
    assert not any("2012" in one.words or "Transforming" in one.words for one in every), (
        "the law as it stands"
    )


def test_a_record_that_does_it_stands_behind_its_principle_and_behind_no_other(vault: Vault) -> None:
    made = {code: (kind, add(vault, kind, dict(values))) for code, (kind, values) in SHOWS.items()}
    for code, record in made.items():
        alone = {(one.kind, one.id) for one in found(vault, code).found or ()}
        assert record in alone, code
        assert code == "e09_evaluated" or alone == {record}, code


def test_what_owns_small_rows_of_it_stands_behind_it_once(vault: Vault) -> None:
    asking = add(vault, "engagement", {})
    for part, values in [*PARTS.values(), *PARTS.values()]:
        recording.add(vault, part, {"engagement": asking, **values})
    for code in PARTS:
        (one,) = found(vault, code).found or ()
        assert (one.kind, one.id, one.line, one.day) == (
            "engagement",
            asking,
            "Which hours?",
            date(2026, 3, 2),
        )


def test_an_answer_without_evidence_shows_no_change_and_a_period_leaves_out_other_days(vault: Vault) -> None:
    add(vault, "response", {"what": "A", "status": "done", "changed": "B", "told_on": DAY})
    assert found(vault, "e24_impact").found == ()
    assert len(found(vault, "e22_feedback", (date(2026, 1, 1), date(2026, 3, 31))).found or ()) == 1
    assert found(vault, "e22_feedback", (date(2026, 4, 1), date(2026, 6, 30))).found == ()
