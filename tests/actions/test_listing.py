"""The records of any kind as lines: what they are called, in which order, by which words they are found."""

from pathlib import Path

import pytest

from tests.pseudo import pseudo_folder
from tests.ui.samples import samples
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.listing import folded, listing, opened, part_lines
from vcse_desktop.actions.one_line import LONGEST
from vcse_desktop.actions.people import join
from vcse_desktop.actions.recording import remove
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import set_language
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import RecordKind
from vcse_desktop.records.vocabularies import label, lists

TITLES = {
    "organisation": "Joan's <b>bread</b>",
    "person": "Joan's <b>bread</b>",
    "activity": "Joan's <b>bread</b>",
    "session": "Kitchen · 4 March 2026",
    "time_given": "Joan · 1.5 hours",
    "insight": "One line another",
    "support": "4 March 2026 · Joan",
    "connection": "Joan's <b>bread</b>",
    "engagement": "Joan's <b>bread</b>",
    "response": "Joan's <b>bread</b>",
    "review": "Kitchen · 4 March 2026",
    "capacity_support": "Asked of us · Goods or help in kind, Money",
}
"""What the sample of each kind is called in a list."""


def plain(words: str) -> str:
    """Return words with blanks at which a line may break."""
    return words.replace("\u00a0", " ")


def add(vault: Vault, table: str, /, **values: object) -> int:
    """Add a record and return its id."""
    return enter(vault, table, None, values).ids[0]


@pytest.fixture
def ids(vault: Vault) -> dict[str, list[int]]:
    """A record of each kind that others point to."""
    made = {
        "person": [add(vault, "person", known_as="Joan")],
        "organisation": [add(vault, "organisation", name="The council")],
        "activity": [add(vault, "activity", title="Kitchen")],
        "engagement": [add(vault, "engagement", question="Which hours?")],
        "insight": [add(vault, "insight", words="More bread")],
        "place": [add(vault, "place", code="own", name="The hall", kind="own")],
    }
    made["session"] = [add(vault, "session", activity=made["activity"][0], date="2026-03-04")]
    return made


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_a_record_of_any_kind_has_a_line_to_know_it_by(
    kind: RecordKind, vault: Vault, ids: dict[str, list[int]]
) -> None:
    own = {"own:community", "own:role", "own:tag"}
    kept = {field.code for field in kind.fields if field.vocab not in own}
    values = {code: v for code, v in samples_without_own(kind, ids).items() if code in kept}
    with vault.unit("add") as unit:
        made = unit.save(kind.code, None, values)
    line = next(one for one in listing(vault, kind.code, "en").first() if one.id == made)
    assert plain(line.title) == TITLES[kind.code]
    assert str(made) not in line.title + line.second
    found = opened(vault, kind.code, made, "en")
    assert found.values is not None
    assert {code: found.values[code] for code in values} == values


def samples_without_own(kind: RecordKind, ids: dict[str, list[int]]) -> dict[str, object]:
    """Return a value for each field, nothing for the group's own lists, which are empty."""
    filled = {code: items or lists()["activity_kind"] for code, items in lists().items()}
    return samples(kind, filled, ids)


def test_a_choice_is_said_in_full_and_a_text_in_its_first_words(vault: Vault, tmp_path: Path) -> None:
    need = max(lists()["access_need"], key=lambda one: len(one.label))
    with vault.unit("add") as unit:
        joan = unit.save("person", None, {"known_as": "Joan " * 60})
        unit.save("access", None, {"person": joan, "need": need.code})
    set_language("xx", pseudo_folder(tmp_path))
    words = label(lists(), "access_need", need.code)
    assert len(words) > LONGEST
    (line,) = part_lines(vault, "access", "person", joan, "xx").lines
    assert plain(line.title) == plain(words)
    (person,) = listing(vault, "person", "xx").first()
    assert person.title.endswith("…")


def test_names_stand_in_order_and_days_with_the_latest_first(vault: Vault) -> None:
    for name in ("zoe", "Ángel", "bea"):
        add(vault, "person", known_as=name)
    for day in ("2026-01-02", "2026-03-04", "2026-02-03"):
        add(vault, "support", date=day)
    assert [line.title for line in listing(vault, "person", "en").first()] == ["Ángel", "bea", "zoe"]
    assert [plain(line.title)[:2] for line in listing(vault, "support", "en").first()] == ["4 ", "3 ", "2 "]


def test_a_line_is_found_by_any_of_its_words_without_accents(vault: Vault) -> None:
    add(vault, "person", known_as="Ŵena", note="Bakes on Fridays", roles=["volunteer"])
    (line,) = listing(vault, "person", "en").first()
    assert all(folded(word) in line.words for word in ("wena", "FRIDAYS", "volunteer"))


def test_joined_people_are_one_line_and_what_points_to_either_opens_under_it(vault: Vault) -> None:
    one, other = add(vault, "person", known_as="Jon"), add(vault, "person", known_as="John")
    support = add(vault, "support", date="2026-03-04", person=other)
    session = add(
        vault, "session", activity=add(vault, "activity", title="K"), date="2026-03-04", came=[other]
    )
    add(vault, "access", person=other, need="large_print")
    join(vault, one, other)
    assert [line.id for line in listing(vault, "person", "en").first()] == [one]
    for kind, record, code, wanted in (
        ("support", support, "person", one),
        ("session", session, "came", [one]),
    ):
        found = opened(vault, kind, record, "en")
        assert found.values is not None
        assert found.values[code] == wanted
    assert [line.title for line in part_lines(vault, "access", "person", one, "en").lines] == ["Large print"]


def test_a_link_to_a_removed_record_is_said_as_removed(vault: Vault) -> None:
    joan = add(vault, "person", known_as="Joan")
    add(vault, "support", date="2026-03-04", person=joan)
    remove(vault, "person", joan)
    (line,) = listing(vault, "support", "en").first()
    assert plain(line.title) == "4 March 2026 · A record that was removed"
    assert opened(vault, "person", joan, "en").values is None


def test_an_empty_list_has_no_lines(vault: Vault) -> None:
    assert listing(vault, "support", "en").first() == []


def test_a_review_of_everything_is_known_by_its_question_and_not_by_a_yes(vault: Vault) -> None:
    add(vault, "review", whole=True, worked="Tea")
    (line,) = listing(vault, "review", "en").first()
    assert line.title == "Everything we did"


def test_the_people_list_does_not_say_who_looks_after_somebody(vault: Vault) -> None:
    add(vault, "person", known_as="Joan", roles=["volunteer"], carer="yes")
    (line,) = listing(vault, "person", "en").first()
    assert line.second == "Volunteer"


def test_two_records_of_a_kind_stand_apart_in_their_list(vault: Vault) -> None:
    us, them = add(vault, "organisation", name="Us"), add(vault, "organisation", name="The council")
    for values in ({"from_org": us, "to_org": them}, {"from_org": them, "to_org": us}):
        add(vault, "capacity_support", direction="given_by_us", what=["money"], **values)
    add(vault, "capacity_support", direction="given_by_us", what=["money"], given_on="2026-03-04")
    for offer, who in (("A lift", "Ann"), ("A lift", "Bea"), ("Bread", "Ann")):
        add(vault, "connection", offer=offer, offer_person=add(vault, "person", known_as=who))
    for day in ("2026-03-04", "2026-05-06"):
        add(vault, "review", whole=True, period_from="2026-01-01", period_to=day, worked="Tea")
    for kind in ("capacity_support", "connection", "review"):
        lines = [(line.title, line.second) for line in listing(vault, kind, "en").first()]
        assert len(set(lines)) == len(lines)
    first = plain(listing(vault, "capacity_support", "en").first()[-2].second)
    assert first == "From: The council · To: Us"
    titles = [plain(line.title) for line in listing(vault, "review", "en").first()]
    assert "Everything we did · 6 May 2026" in titles


def test_a_piece_of_asking_is_said_without_the_questions_of_its_form(vault: Vault) -> None:
    made = {"question": "Which hours?", "decision": "When the hall opens", "opens": "2026-03-04"}
    add(vault, "engagement", **made)
    (line,) = listing(vault, "engagement", "en").first()
    assert plain(line.second) == "When the hall opens · Opens: 4 March 2026"


def test_a_line_ends_with_a_whole_item_and_says_how_many_more_there_are(vault: Vault) -> None:
    codes = [item.code for item in lists()["carer_support_type"]]
    add(vault, "support", date="2026-03-04", what=codes)
    (line,) = listing(vault, "support", "en").first()
    labels = {item.label for item in lists()["carer_support_type"]}
    some, _, more = line.second.partition(" and ")
    assert set(some.split(", ")) <= labels
    assert more == f"{len(codes) - len(some.split(', '))} more"
    assert len(some) <= 120


def test_parts_that_are_read_from_right_to_left_keep_to_themselves(vault: Vault) -> None:
    who = add(vault, "person", known_as="مريم")
    add(vault, "support", date="2026-03-04", person=who)
    (line,) = listing(vault, "support", "en").first()
    assert line.title == "\u20684\u00a0March\u00a02026\u2069\u00a0· \u2068مريم\u2069"
    assert folded("مريم") in line.words


def test_a_planned_session_is_said_to_be_one_and_time_at_a_session_has_its_day_once(vault: Vault) -> None:
    walk = add(vault, "activity", title="Walk")
    add(vault, "session", activity=walk, date="2026-03-09", status="planned")
    ran = add(vault, "session", activity=walk, date="2026-03-04", people_n=7, helpers_n=2)
    add(vault, "time_given", session=ran, date="2026-03-04", hours=90, helpers_n=2)
    seconds = [plain(one.second) for one in listing(vault, "session", "en").first()]
    assert seconds[0] == "Planned"
    assert "Planned" not in seconds[1]
    (time,) = listing(vault, "time_given", "en").first()
    assert plain(time.title) == "2 people without a name · 1.5 hours"
    assert plain(time.second) == "Walk · 4 March 2026"
