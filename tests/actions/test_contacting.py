"""A contact list: a way that suits each, limits obeyed, and everybody on it once or counted."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vaults import as_somebody_else
from vcse_desktop.actions.contacting import INVITE, PHONE, ContactSheet, Entry, contact_sheet
from vcse_desktop.actions.people import join, person_card
from vcse_desktop.actions.recording import add, remove
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident
from vcse_desktop.records.fields import Values
from vcse_desktop.store.roles import HELPER, NotAllowed

CALL = "01632 960001"


def person(vault: Vault, name: str, **values: object) -> int:
    """Add a person and return the id."""
    return add(vault, "person", {"known_as": name, **values}).ids[0]


def on(sheet: ContactSheet) -> dict[str, list[str]]:
    """Return the names under each heading."""
    return {group.channel: [entry.name for entry in group.entries] for group in sheet.groups}


def entries(sheet: ContactSheet) -> Sequence[Entry]:
    """Return everybody who is reached by a list."""
    return [entry for group in sheet.groups for entry in group.entries]


def test_each_stands_under_a_way_they_like_or_else_under_one_that_is_noted(vault: Vault) -> None:
    person(vault, "ann", phone=CALL, email="ann@example.org", contact_by=["email"])
    person(vault, "Émile", phone=CALL, contact_by=["letter"])
    person(vault, "Bob", phone=CALL, contact_by=["text_message"])
    person(vault, "Cai", address="1 Mill Lane")
    person(vault, "Dot", contact_by=["meeting"])
    person(vault, "Flo")
    sheet = contact_sheet(vault, INVITE, None, "en")
    wanted = {"Phone call": ["Émile"], "Text message": ["Bob"], "Email": ["ann"], "Letter": ["Cai"]}
    assert on(sheet) == {**wanted, "At a meeting": ["Dot"]}
    assert list(on(sheet)) == [*wanted, "At a meeting"]
    assert [entry.name for entry in sheet.unreached] == ["Flo"]
    ways = {entry.name: entry.way for entry in entries(sheet)}
    assert ways == {"Émile": CALL, "Bob": CALL, "ann": "ann@example.org", "Cai": "1 Mill Lane", "Dot": ""}
    (emile,) = [entry for entry in entries(sheet) if entry.name == "Émile"]
    assert [words.replace("\u00a0", " ") for words in emile.more] == ["Best ways to reach them: Letter"]


def test_a_phone_list_has_those_who_can_be_rung_and_like_it_and_counts_the_others(vault: Vault) -> None:
    person(vault, "Bea", phone=CALL)
    person(vault, "Abe", phone=CALL, contact_by=["phone", "email"])
    person(vault, "Cy", phone=CALL, contact_by=["email", "text_message"])
    person(vault, "Di", phone=CALL, contact_by=["email"])
    person(vault, "Ed", email="ed@example.org")
    person(vault, "Fi")
    sheet = contact_sheet(vault, PHONE, None, "en")
    assert on(sheet) == {"Phone call": ["Abe", "Bea"], "Text message": ["Cy"]}
    assert (sheet.other_way, sheet.no_number, len(sheet.unreached)) == (1, 1, 1)


def test_needs_language_and_limits_of_all_records_of_a_person_are_on_their_one_entry(vault: Vault) -> None:
    jon = person(vault, "Jon", contact_not="Not before ten", language="Welsh")
    johnny = person(vault, "Johnny", phone=CALL, contact_not="Never on Sundays")
    for who, need in ((johnny, "large_print"), (jon, "braille"), (johnny, "braille")):
        add(vault, "access", {"person": who, "need": need})
    join(vault, johnny, jon)
    for ids in (None, [jon], [johnny], [jon, johnny]):
        sheet = contact_sheet(vault, PHONE, ids, "en")
        (one,) = entries(sheet)
        assert (one.id, one.name, one.way, sheet.people) == (jon, "Jon", CALL, 1)
        assert sorted(one.access) == ["Braille", "Large print"]
        said = [words.replace("\u00a0", " ") for words in (*one.not_when, *one.more)]
        assert said == [
            "When not to: Not before ten",
            "When not to: Never on Sundays",
            "Language they prefer: Welsh",
        ]


def test_who_does_not_want_to_be_contacted_by_any_of_their_records_is_on_no_list(vault: Vault) -> None:
    jon = person(vault, "Jon", phone=CALL, do_not_contact=False)
    johnny = person(vault, "Johnny", do_not_contact=True)
    join(vault, johnny, jon)
    for kind in (PHONE, INVITE):
        sheet = contact_sheet(vault, kind, [jon], "en")
        assert (entries(sheet), sheet.unreached, sheet.do_not_contact) == ([], [], 1)
    card = person_card(vault, jon, "en")
    assert card is not None and card.no_contact


def test_who_has_left_is_counted_who_leaves_later_is_on_it_and_who_was_removed_is_not(vault: Vault) -> None:
    person(vault, "Gone", phone=CALL, left_on="2020-01-01")
    person(vault, "Going", phone=CALL, left_on="2999-01-01")
    removed = person(vault, "Removed", phone=CALL)
    remove(vault, "person", removed)
    sheet = contact_sheet(vault, PHONE, None, "en")
    assert (on(sheet), sheet.have_left, sheet.gone) == ({"Phone call": ["Going"]}, 1, 0)
    sheet = contact_sheet(vault, PHONE, [removed], "en")
    assert (sheet.people, sheet.everybody, sheet.gone) == (0, 2, 1)


def test_a_helper_is_refused_in_words(vault: Vault) -> None:
    person(vault, "Ann", phone=CALL)
    with as_somebody_else(vault, HELPER) as theirs, pytest.raises(NotAllowed, match="member"):
        contact_sheet(theirs, PHONE, None, "en")


SOME = st.fixed_dictionaries(
    {},
    optional={
        "phone": st.just(CALL),
        "email": st.just("a@example.org"),
        "address": st.just("1 Mill Lane"),
        "contact_by": st.lists(
            st.sampled_from(["phone", "email", "letter", "meeting", "text_message"]), unique=True
        ),
        "do_not_contact": st.booleans(),
        "left_on": st.sampled_from(["2020-01-01", "2999-01-01"]),
    },
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(SOME, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=3),
    st.sets(st.integers(0, 5)),
    st.sampled_from([PHONE, INVITE]),
)
def test_everybody_asked_for_is_on_the_sheet_once_or_counted_once(
    vault: Vault,
    some: list[Values],
    joins: list[tuple[int, int]],
    asked: set[int],
    kind: str,
) -> None:
    with vault.unit("add") as unit:
        ids = [unit.save("person", None, {"known_as": "Somebody", **values}) for values in some]
        for one, other in joins:
            if max(one, other) < len(ids) and one > other:
                unit.save("person", ids[one], {"merged_into": ids[other]})
    try:
        sheet = contact_sheet(vault, kind, [ids[n] for n in asked if n < len(ids)], "en")
        listed = [entry.id for entry in (*entries(sheet), *sheet.unreached)]
        assert len(listed) == len(set(listed))
        counted = sheet.do_not_contact + sheet.have_left + sheet.no_number + sheet.other_way
        assert len(listed) + counted == sheet.people
        rows = vault.rows("person")
        heads = resolved(rows)
        unwilling = {heads[ident(row)] for row in rows if row["do_not_contact"]}
        assert not unwilling & set(listed)
        assert sheet.people == len({heads[ids[n]] for n in asked if n < len(ids)})
    finally:
        with vault.unit("remove") as unit:
            for one in ids:
                unit.remove("person", one)
