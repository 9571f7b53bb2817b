"""What has been kept as long as the group means to: each rule, what a keeper can do, nothing by itself."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from vcse_desktop.actions import letting_go, recording, retaining
from vcse_desktop.actions.about_vault import kept_long
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.retaining import Due
from vcse_desktop.actions.retention_rules import later, rules, set_months
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.store.unit import Unit


def due(vault: Vault, now: date) -> list[Due]:
    return retaining.due(vault, gather(vault), now)


def add(vault: Vault, table: str, **values: object) -> int:
    with vault.unit("add") as unit:
        return unit.save(table, None, values)


def on(months: int, day: date) -> tuple[date, date]:
    """Return the last day on which something is not due yet, and the first on which it is."""
    end = later(day, months)
    return end - timedelta(days=1), end


HEARD = date(2020, 2, 29)


def _person(unit: Unit, **values: object) -> int:
    return unit.save("person", None, {"known_as": "Ann", **values})


def _contact(unit: Unit) -> tuple[str, int]:
    ann = _person(unit, identified_on="2015-01-01")
    unit.save("session", None, {"date": HEARD.isoformat(), "came": [ann]})
    return "person", ann


def _volunteer(unit: Unit) -> tuple[str, int]:
    return "person", _person(unit, roles=["volunteer"], left_on=HEARD.isoformat())


def _check(unit: Unit) -> tuple[str, int]:
    ann = _person(unit, left_on=HEARD.isoformat(), identified_on="2019-12-01")
    unit.save("check", None, {"person": ann, "kind": "training"})
    return "check", unit.save("check", None, {"person": ann, "kind": "dbs_basic"})


def _support(unit: Unit) -> tuple[str, int]:
    return "support", unit.save("support", None, {"date": HEARD.isoformat()})


def _insight(unit: Unit) -> tuple[str, int]:
    unit.save("insight", None, {"words": "nobody is named", "heard_on": "2001-01-01"})
    said = {"words": "x", "quote_name": "Ann", "heard_on": HEARD.isoformat()}
    return "insight", unit.save("insight", None, said)


def _equality(unit: Unit) -> tuple[str, int]:
    ann = _person(unit, identified_on=HEARD.isoformat())
    slip = {"person": ann, "vocab": "sex", "code": "female", "given_on": HEARD.isoformat()}
    return "equality", unit.save("equality", None, slip)


RULES: dict[str, tuple[int, Callable[[Unit], tuple[str, int]]]] = {
    "contact": (24, _contact),
    "volunteer": (72, _volunteer),
    "dbs": (0, _check),
    "carer_support": (36, _support),
    "insight": (36, _insight),
    "equality_form": (12, _equality),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_names_its_record_on_its_day_and_not_before(vault: Vault, rule: str) -> None:
    months, make = RULES[rule]
    with vault.unit("add") as unit:
        table, record = make(unit)
    before, then = on(months, HEARD)
    # an id tells when a record was entered: for these tests that is long after the days written in them
    assert [one for one in due(vault, before) if one.rule == rule] == []
    if rule == "contact":
        then = max(then, later(HEARD, months))
    found = [one for one in due(vault, then) if one.rule == rule]
    assert [(one.table, one.id, one.since) for one in found] == [(table, record, HEARD)]


def test_counts_and_safeguarding_are_never_due(vault: Vault) -> None:
    add(vault, "session", date="1999-01-01", people_n=12)
    assert due(vault, date(2090, 1, 1)) == []
    assert {code for code, rule in rules(vault).items() if rule.months is None} == {
        "session_counts",
        "safeguarding",
    }


def test_a_later_contact_puts_the_day_off_and_joined_people_are_one(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann", identified_on="2015-01-01")
    annie = add(vault, "person", known_as="Annie", merged_into=ann, identified_on="2015-01-01")
    notes = [add(vault, "support", date=f"{year}-05-01", person=ann) for year in (2019, 2020)]
    add(vault, "support", date="2022-05-01", person=annie)
    assert due(vault, date(2024, 4, 30)) == []
    assert {(one.rule, one.id) for one in due(vault, date(2024, 5, 1))} == {("contact", ann)}
    assert set(notes) < {one.id for one in due(vault, date(2025, 5, 1)) if one.rule == "carer_support"}


def test_a_withdrawn_consent_makes_a_named_quote_due_at_once(vault: Vault) -> None:
    said = add(vault, "insight", words="x", quote_name="Ann", heard_on="2026-01-01")
    with vault.unit("add") as unit:
        agreed = {"insight": said, "use": "quote_words", "given_on": "2026-01-01"}
        unit.save("consent", None, {**agreed, "withdrawn_on": "2026-02-01"})
    (one,) = due(vault, date(2026, 2, 1))
    assert (one.why, one.since) == ("withdrawn", date(2026, 2, 1))
    add(vault, "consent", insight=said, use="quote_words", given_on="2026-02-02")
    assert due(vault, date(2026, 2, 3)) == []


def test_a_group_counts_other_months(vault: Vault) -> None:
    add(vault, "support", date="2020-01-01")
    assert due(vault, date(2022, 1, 1)) == []
    set_months(vault, "carer_support", 24)
    assert len(due(vault, date(2022, 1, 1))) == 1
    with pytest.raises(Refused):
        set_months(vault, "carer_support", -1)
    assert later(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_today_says_that_something_is_due_and_does_nothing_itself(vault: Vault) -> None:
    add(vault, "support", date="2020-01-01")
    add(vault, "support", date="2020-01-01")
    assert [(one.kind, one.n) for one in kept_long(vault, today())] == [("kept_long", 2)]
    assert len(vault.rows("support")) == 2


def test_kept_until_a_later_day_for_a_reason_that_is_chosen(vault: Vault) -> None:
    add(vault, "support", date="2020-01-01", who_hint="Ann")
    found = due(vault, today())
    with pytest.raises(Refused):
        letting_go.keep(vault, found, today(), "asked")
    until = letting_go.in_a_year()
    done = letting_go.keep(vault, found, until, "asked")
    assert due(vault, until - timedelta(days=1)) == []
    assert len(due(vault, until)) == 1
    assert done.unit is not None
    recording.undo(vault, done.unit)
    assert len(due(vault, today())) == 1


def test_removed_can_be_undone_and_erased_can_not(vault: Vault) -> None:
    for _ in range(3):
        add(vault, "support", date="2020-01-01")
    one, *others = due(vault, today())
    done = letting_go.remove(vault, [one])
    assert len(vault.rows("support")) == 2
    recording.undo(vault, done.unit)
    assert len(vault.rows("support")) == 3
    outcome = letting_go.erase(vault, others, "en")
    assert (outcome.count, len(outcome.left), len(vault.rows("support"))) == (2, 0, 1)
    assert vault.verify() == []


def test_of_several_people_those_whom_others_name_wait_to_be_looked_at_alone(vault: Vault) -> None:
    for name in ("Ann Planter", "Bo Digger"):
        ann = add(vault, "person", known_as=name, roles=["volunteer"], left_on="2001-01-01")
        add(vault, "support", person=ann, date="2001-01-01")
    add(vault, "activity", title="Dig", note="Ask Bo Digger")
    found = due(vault, today())
    assert len(found) == 4
    outcome = letting_go.erase(vault, [one for one in found if one.id != ann], "en")
    assert outcome.left == []
    assert [row["known_as"] for row in vault.rows("person")] == ["Bo Digger"]
    outcome = letting_go.erase(vault, due(vault, today()), "en")
    assert [one.id for one in outcome.left] == [ann]
    assert vault.row("person", ann) is not None


def test_a_name_is_taken_off_and_is_in_no_history(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann", identified_on=today().isoformat())
    said = add(
        vault, "insight", words="I like it", person=ann, quote_name="Plantedname", heard_on="2020-01-01"
    )
    letting_go.make_nameless(vault, [one for one in due(vault, today()) if one.rule == "insight"])
    row = vault.row("insight", said)
    assert row is not None and (row["words"], row["person"], row["quote_name"]) == ("I like it", None, None)
    assert vault.mentions(["Plantedname"], []) == []
    assert due(vault, today()) == []
    assert vault.verify() == []


def test_equality_details_become_counts_without_a_name(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann", identified_on=today().isoformat())
    for code in ("female", "male"):
        add(
            vault,
            "equality",
            person=ann,
            vocab="sex",
            code=code,
            given_on="2020-01-01",
            written_in="own words",
        )
    letting_go.turn_into_counts(vault, due(vault, today()))
    rows = vault.rows("equality")
    assert sorted(str(row["code"]) for row in rows) == ["female", "male"]
    assert {(row["person"], row["given_on"], row["written_in"]) for row in rows} == {(None, None, None)}
    assert vault.rows("equality", person=ann) == []
    assert due(vault, today()) == []
    assert vault.verify() == []
