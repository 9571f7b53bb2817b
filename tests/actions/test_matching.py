"""Offers and wishes: joined and undone as if never touched, introduced with both consents alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.actions import bringing_together, importing, matching, people, recording
from vcse_desktop.actions.bringing_together import agree, introduce, join, note, part, went
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.matching import board, fitting
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.store.repository import Row
from vcse_desktop.store.roles import HELPER, NotAllowed

NOW = today().isoformat()


def noted(vault: Vault, side: str, what: str, who: str | None = None, **more: object) -> int:
    """Note an offer or a wish and return its record."""
    person = (
        {} if who is None else {f"{side}_person": recording.add(vault, "person", {"known_as": who}).ids[0]}
    )
    return recording.add(vault, "connection", {side: what, "state": "offered", **person, **more}).ids[0]


def row(vault: Vault, record: int) -> Row:
    """Return a connection."""
    found = vault.row("connection", record)
    assert found is not None
    return found


def test_what_is_open_is_listed_with_who_what_and_since_when(vault: Vault) -> None:
    note(vault, "offer", {"offer_person": New("person", "Megan"), "offer": "Lifts on Mondays"})
    note(vault, "wish", {"wish": "Company"})
    recording.add(vault, "connection", {"wish": "A bus pass", "kind": "signpost"})
    recording.add(vault, "connection", {"wish": "Old", "state": "declined"})
    found = board(vault)
    assert [(one.who, one.what, one.since) for one in found.offers] == [
        ("Megan", "Lifts on Mondays", today())
    ]
    assert [(one.who, one.what) for one in found.wishes] == [("", "Company")]
    assert found.pairs == []


@pytest.mark.parametrize("side", ["offer", "wish"])
def test_an_offer_without_words_is_refused_at_its_own_field(vault: Vault, side: str) -> None:
    with pytest.raises(NotSound) as refused:
        note(vault, side, {side: " "})
    assert [problem.field for problem in refused.value.problems] == [side]
    assert vault.rows("connection") == []


def test_joined_they_stand_in_one_record_with_what_was_noted_of_both(vault: Vault) -> None:
    offer = noted(vault, "offer", "Lifts", "Megan", note="Has a van", principles=["p2_partnership"])
    wish = noted(vault, "wish", "To the clinic", "Bo", note="Uses a stick", principles=["p4_carers"])
    join(vault, offer, wish)
    (joined,) = vault.rows("connection")
    assert (joined["id"], joined["offer"], joined["wish"]) == (offer, "Lifts", "To the clinic")
    assert joined["note"] == "Has a van\n\nUses a stick"
    assert joined["principles"] == ["p2_partnership", "p4_carers"]
    assert (joined["kind"], joined["made_on"]) == ("introduction", None)
    (pair,) = board(vault).pairs
    assert (pair.offer.who, pair.wish.who, len(pair.missing)) == ("Megan", "Bo", 2)
    assert board(vault).offers == board(vault).wishes == []


TEXTS = st.one_of(
    st.none(), st.text(st.characters(codec="utf-8", categories=["L", "Nd"]), min_size=1, max_size=9)
)
DAYS = st.one_of(st.none(), st.dates(today() - timedelta(days=900), today()).map(lambda day: day.isoformat()))
RECORDS = st.fixed_dictionaries(
    {
        "what": TEXTS.filter(bool),
        "note": TEXTS,
        "going": TEXTS,
        "agreed": DAYS,
        "checked_on": DAYS,
        "kind": st.sampled_from([None, *matching.KINDS]),
        "state": st.sampled_from([None, "offered"]),
        "outcome": st.sampled_from([None, "waiting", "not_known"]),
        "principles": st.one_of(
            st.none(), st.lists(st.sampled_from(["p4_carers", "p2_partnership"]), min_size=1)
        ),
    }
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One vault for all the examples: each undoes what it did."""
    made, _ = make_vault(tmp_path_factory.mktemp("joined") / "vault")
    with made:
        yield made


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=RECORDS, other=RECORDS)
def test_undone_both_are_exactly_as_they_were_and_nothing_is_lost_before(
    kept: Vault, one: dict[str, object], other: dict[str, object]
) -> None:
    ids = []
    for side, drawn in (("offer", one), ("wish", other)):
        values = {code: value for code, value in drawn.items() if code not in ("what", "agreed")}
        values |= {side: drawn["what"], f"{side}_agreed": drawn["agreed"]}
        ids.append(recording.add(kept, "connection", values).ids[0])
    before = kept.rows_of("connection", ids)
    changed = join(kept, *ids)
    joined = row(kept, ids[0])
    words = "\n".join(str(value) for value in joined.values())
    for was in before:
        for code in ("offer", "wish", "offer_agreed", "wish_agreed"):
            assert was[code] is None or joined[code] == was[code]
        for code in ("note", "going"):
            assert was[code] is None or str(was[code]) in words
        assert {*(was["principles"] or [])} <= {*(joined["principles"] or [])}  # type: ignore[misc]
    assert kept.rows_of("connection", ids[1:]) == []
    assert recording.undo(kept, changed.unit) == []
    assert kept.rows_of("connection", ids) == before
    for record in ids:
        recording.remove(kept, "connection", record)


def test_answers_to_own_questions_go_with_the_wish_and_come_back(vault: Vault) -> None:
    offer, wish = noted(vault, "offer", "Lifts"), noted(vault, "wish", "A lift")
    with vault.unit("add") as unit:
        answer = unit.save("own_value", None, {"record": wish, "value": "Tuesdays"})
    changed = join(vault, offer, wish)
    assert [one["id"] for one in vault.rows("own_value", record=offer)] == [answer]
    recording.undo(vault, changed.unit)
    assert [one["id"] for one in vault.rows("own_value", record=wish)] == [answer]


def test_what_is_no_longer_open_or_of_the_same_person_is_not_joined(vault: Vault) -> None:
    offer, wish, late = noted(vault, "offer", "A"), noted(vault, "wish", "B", "Bo"), noted(vault, "wish", "C")
    bo = int(str(row(vault, wish)["wish_person"]))
    bob = recording.add(vault, "person", {"known_as": "Bob"}).ids[0]
    people.join(vault, bo, bob)
    his = recording.add(vault, "connection", {"offer": "D", "offer_person": bob}).ids[0]
    before = vault.rows("connection")
    with pytest.raises(Refused, match="same person"):
        join(vault, his, wish)
    assert vault.rows("connection") == before
    join(vault, offer, wish)
    for pair in ((offer, late), (wish, late), (late, offer)):
        with pytest.raises(Refused):
            join(vault, *pair)
    assert row(vault, late)["wish"] == "C"


def test_nobody_is_introduced_before_both_have_agreed(vault: Vault) -> None:
    offer, wish = noted(vault, "offer", "Lifts", "Megan"), noted(vault, "wish", "A lift", "Bo")
    join(vault, offer, wish)
    for side in ("offer", "wish"):
        with pytest.raises(Refused):
            introduce(vault, offer)
        with pytest.raises(NotSound):
            recording.change(vault, "connection", offer, {"made_on": NOW})
        agree(vault, offer, side)
    introduce(vault, offer)
    made = row(vault, offer)
    assert (made["made_on"], made["state"], made["offer_agreed"]) == (NOW, "introduced", NOW)
    went(vault, offer, {"going": "Every Monday", "state": "going", "checked_on": NOW})
    (pair,) = board(vault).pairs
    assert (pair.under_way, pair.going, pair.checked) == (True, "Every Monday", today())
    went(vault, offer, {"state": "ended"})
    assert row(vault, offer)["ended_on"] == NOW
    assert board(vault).pairs == []


def test_parted_again_both_are_open_and_neither_has_agreed(vault: Vault) -> None:
    offer = noted(vault, "offer", "Lifts", "Megan")
    join(vault, offer, noted(vault, "wish", "A lift", "Bo"))
    agree(vault, offer, "offer")
    joined = vault.rows("connection")
    changed = part(vault, offer)
    found = board(vault)
    assert [(one.who, one.what) for one in (*found.offers, *found.wishes)] == [
        ("Megan", "Lifts"),
        ("Bo", "A lift"),
    ]
    assert not any(one[f"{side}_agreed"] for one in vault.rows("connection") for side in ("offer", "wish"))
    recording.undo(vault, changed.unit)
    assert vault.rows("connection") == joined
    for side in ("wish",):
        agree(vault, offer, side)
    introduce(vault, offer)
    with pytest.raises(Refused):
        part(vault, offer)


def test_the_best_fitting_words_come_first_as_a_suggestion_that_leaves_nobody_out(vault: Vault) -> None:
    offer = noted(vault, "offer", "I like gardening", "Megan")
    noted(vault, "wish", "Somebody to like and talk to", "Al")
    noted(vault, "wish", "Someone I would like to shop with", "Bo")
    noted(vault, "wish", "Help in the GARDEN", "Cy")
    megan = row(vault, offer)["offer_person"]
    recording.add(vault, "connection", {"wish": "gardening", "wish_person": megan})
    found = board(vault)
    (one,) = found.offers
    assert [other.who for other in fitting(one, found.wishes)] == ["Cy", "Al", "Bo"]


def test_an_import_holds_history_that_a_form_would_refuse_and_it_can_be_worked_on(
    vault: Vault, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_text("o,w,k,m\nLifts,A lift,introduction,1/5/2024\n", "utf-8")
    columns = {"offer": "o", "wish": "w", "kind": "k", "made_on": "m"}
    prepared = importing.prepare(vault, file, "connection", columns)
    assert prepared.problems == ()
    assert {one.problem.field for one in prepared.remarks()} == {"offer_agreed", "wish_agreed"}
    (old,) = importing.carry_out(vault, prepared).ids
    went(vault, old, {"state": "going", "going": "Still friends"})
    assert row(vault, old)["going"] == "Still friends"
    with pytest.raises(NotSound):
        recording.add(
            vault, "connection", {"offer": "x", "wish": "y", "kind": "introduction", "made_on": NOW}
        )


def test_a_helper_sees_none_of_it(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "helped")
    offer, wish = noted(made, "offer", "Lifts"), noted(made, "wish", "A lift")
    with as_somebody_else(made, HELPER) as vault:
        for ask in (
            lambda: board(vault),
            lambda: matching.pair(vault, offer),
            lambda: join(vault, offer, wish),
            lambda: part(vault, offer),
            lambda: bringing_together.note(vault, "offer", {"offer": "x"}),
        ):
            with pytest.raises(NotAllowed):
                ask()
