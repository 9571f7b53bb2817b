"""Points of docs/checklist.md that no other test shows, each by the id of its row."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.figures.making import QUARTER, Book
from tests.vaults import make_vault
from ui.screens.help.cards import cards, principle_cards
from vcse_desktop.actions import recording
from vcse_desktop.actions.hearing import hear
from vcse_desktop.actions.sharing import source
from vcse_desktop.actions.written import About, written
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.records.catalogue import KINDS, PARTS
from vcse_desktop.records.validation import problems
from vcse_desktop.records.vocabularies import OwnItem, heads, label, lists, own_code, with_own

ROOT = Path(__file__).parents[1]


@pytest.fixture
def book() -> Book:
    return Book()


def order(kind: str, *codes: str) -> list[str]:
    """Return these fields in the order in which the declaration, and so the form, has them."""
    return [field.code for field in KINDS[kind].fields if field.code in codes]


def codes(vocab: str) -> list[str]:
    """Return the codes of a list."""
    return [item.code for item in lists()[vocab]]


def sound(kind: str, **values: object) -> bool:
    """Say whether a record with these values has no problem."""
    return problems(KINDS[kind], values, lists(), today=recording.today()) == []


def test_p1a_strengths_stand_on_the_form_above_needs_and_are_counted_as_a_kind(book: Book) -> None:
    assert order("person", "strengths") == ["strengths"]
    assert PARTS["access"].of == ("person",), "needs are small rows, which stand under the form"
    book.insight(kind="strength")
    book.insight(kind="would_help")
    assert book.value("insight_by_kind", "insights", "strength") == 1


def test_p2b_an_activity_may_be_for_keeping_well(book: Book) -> None:
    assert "keeping_well" in codes("activity_purpose")
    assert sound("activity", title="Walk", purpose=["keeping_well"])


def test_p2c_our_summary_never_changes_the_words(tmp_path: Path) -> None:
    words = "It's “dear”: the\nbus, I mean.\u00a0Née."
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        (one,) = recording.add(vault, "insight", {"words": words}).ids
        for summary in ("The fare", "", "The bus is too dear"):
            recording.change(vault, "insight", one, {"summary": summary})
            assert vault.rows("insight")[0]["words"] == words


def test_p4a_who_would_not_use_the_word_is_identified_all_the_same(book: Book) -> None:
    book.add("person", carer="would_not_use_word", identified_on="2026-02-03", identified_by="our_volunteer")
    assert book.value("carers", "identified_people") == 1
    assert "our_volunteer" in codes("found_by")


def test_p6b_their_own_reason_comes_before_the_tags_and_none_is_about_the_nhs() -> None:
    assert order("person", "why_tags", "why_words") == ["why_words", "why_tags"]
    words = " ".join(f"{item.label} {item.help}" for item in lists()["volunteer_motivation"])
    assert not {"nhs", "council", "services"} & set(words.casefold().split())


def test_p6d_every_list_takes_what_a_group_adds_and_another_wording() -> None:
    for head in heads().values():
        first = lists()[head.code][0]
        added = OwnItem(head.code, own_code("Ours"), "Ours")
        made = with_own(lists(), [OwnItem(head.code, first.code, "Our wording"), added])
        assert label(made, head.code, first.code) == "Our wording"
        assert made[head.code][-1].label == "Ours" or not head.extend


def test_p6g_works_does_not_and_would_help_come_first_and_volunteers_have_a_row(book: Book) -> None:
    assert codes("insight_kind")[:3] == ["working", "not_working", "would_help"]
    book.insight(from_role="volunteer")
    book.insight(from_role="carer")
    assert book.value("insight_by_role", "insights", "volunteer") == 1


def test_p8_how_it_was_is_written_by_a_person_alone() -> None:
    """The field is declared, kept and counted; no other module names it, so none can fill it in."""
    naming = {
        file.relative_to(ROOT).as_posix()
        for folder in ("vcse_desktop", "ui")
        for file in (ROOT / folder).rglob("*.py")
        if any(
            isinstance(node, ast.Constant) and re.search(r"\bfeeling\b", str(node.value))
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
        )
    }
    assert naming == {
        "vcse_desktop/records/insight.py",
        "vcse_desktop/figures/insight.py",
        "vcse_desktop/figures/dimensions.py",
        "vcse_desktop/figures/narrow.py",
        "vcse_desktop/store/migrations.py",
        "vcse_desktop/disclosure/everyday_words.py",
    }


def test_p10_each_principle_has_a_page_with_its_words_and_three_questions() -> None:
    made = principle_cards()
    assert [one.code for one in made] == codes("six_principles")
    assert all(len([line for line in one.lines if line.endswith("?")]) == 3 for one in made)


def test_e1_a_piece_of_asking_whose_method_is_blank_says_so(book: Book) -> None:
    book.add("engagement", question="Which?", opens="2026-02-03")
    book.add("engagement", question="Where?", opens="2026-02-03", method="At the door")
    made = written(book.records(), lists(), About(QUARTER, "en"))
    said = {one.title: dict(one.pairs)["Method and limits"] for one in made}
    assert said == {"Which?": "not recorded", "Where?": "At the door"}


def test_e16_no_act_that_was_repealed_is_offered() -> None:
    gone = ("Data Protection Act 1998", "Health and Social Care Act 2012", "HSCA 2012", "Transforming Part")
    items = lists()["duty_reference"]
    assert items and not [one for one in items if any(old in one.label for old in gone)]
    older = [one.help for one in items if any(old in one.help for old in gone)]
    assert older and all(words.startswith("In older papers: ") for words in older)


def test_e25_who_agreed_for_somebody_is_never_chosen_beforehand(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        hear(vault, {"words": "The bus", "may_quote": "unnamed", "share_words": "The bus"})
        (consent,) = vault.rows("consent")
        assert consent["given_by"] is None
    form = next(field for field in PARTS["consent"].fields if field.code == "given_by")
    assert form.vocab == "consent_given_by" and not form.required


def test_l3_a_council_has_four_duties_and_where_it_went_is_text() -> None:
    assert codes("lga_duties") == ["scrutiny", "psed", "hwb", "public_meetings"]
    assert sound("engagement", question="Which?", lga_duties=["scrutiny"], went_to="Scrutiny, 3 May, open")


def test_l4_it_is_right_to_ask_where_no_law_says_so() -> None:
    assert sound("engagement", question="Which?", no_duty=True)
    assert sound("engagement", question="Which?")


def test_l5_the_four_groups_are_counted_apart_and_a_blank_is_no_nought(book: Book) -> None:
    assert codes("stakeholder_group") == ["public", "clinical", "workforce", "leaders"]
    asking = book.add("engagement", question="Which?", opens="2026-02-03")
    book.add("stakeholder", engagement=asking, group="public", n=4)
    book.add("stakeholder", engagement=asking, group="leaders", n=None)
    table = book.table("engagement_who")
    assert [row[0] for row in table.rows()][:4] == codes("stakeholder_group")
    assert [table.value("took_part", (code,)) for code in codes("stakeholder_group")] == [4, 0, 0, 0]
    assert [table.value("with_group", (code,)) for code in codes("stakeholder_group")] == [1, 0, 0, 1]


def test_l9_what_was_made_from_several_stories_says_so_wherever_it_leaves() -> None:
    one = Quote(1, "We were tired.", "", "", "", "carer", "", composite=True)
    assert "Made from several people's stories" in source(one, lists())
    assert "Made from several people's stories" in source(replace(one, role=""), lists())
    assert "several" not in source(replace(one, composite=False), lists())
    story = next(field for field in KINDS["insight"].fields if field.code == "story")
    assert not story.leaves and "tell_story" in codes("consent_use")


def test_l13_events_are_a_setting_and_a_way_of_asking() -> None:
    assert "event" in codes("setting") and "event" in codes("engagement_technique")


def test_l14_money_that_people_decided_on_is_no_cost(book: Book) -> None:
    assert {"personal_budget", "community_development", "participatory_budgeting"} <= set(
        codes("engagement_technique")
    )
    asking = {"question": "Which?", "opens": "2026-02-03"}
    book.add("engagement", **asking, budget_decided=500_000, decided_by="The tenants", cost_money=1_000)
    assert book.value("capacity_cost", "asking_cost", "asking_01") == 10


@pytest.mark.parametrize(
    ("rung", "techniques"),
    [
        ("devolving", {"personal_budget", "community_development", "participatory_budgeting"}),
        ("involving", {"partnership_board", "reference_group", "policy_group"}),
        ("consulting", {"survey", "door_knocking", "citizens_panel", "focus_group"}),
        ("informing", {"website", "newsletter", "press_release"}),
    ],
)
def test_l14_to_l18_each_rung_has_the_techniques_that_its_source_names(
    rung: str, techniques: set[str]
) -> None:
    of = {item.code for item in lists()["engagement_technique"] if item.attrs.get("rung") == rung}
    assert techniques <= of


def test_l15_collaborating_is_a_rung_of_which_no_technique_is_called_its_own() -> None:
    (rung,) = [item for item in lists()["ladder_of_engagement"] if item.code == "collaborating"]
    assert rung.attrs["examples"] == []


def test_h0_h8_what_matters_and_what_they_decide_on_can_be_written_down() -> None:
    assert sound("insight", words="I slept", outcome_wanted="A night off", i_statement="I want to sleep")
    support = {"date": "2026-02-03", "who_for": "person_supported", "involved": "yes"}
    moments = ["assessment", "planning", "review", "own_decision", "personal_budget"]
    assert sound("support", **support, involved_in=moments, wellbeing=["control"], became_words="I slept")
    assert codes("involvement_moment") == moments


def test_h1_openings_of_i_statements_are_there_to_begin_from() -> None:
    openings = [item.label for item in lists()["i_statement_starter"]]
    assert len(openings) >= 5 and any(one.startswith("I ") for one in openings)


def test_h2_to_h5_what_was_said_may_speak_to_each_of_the_four(book: Book) -> None:
    four = ["hf1_dignity", "hf2_coordinated", "hf3_personalised", "hf4_strengths"]
    assert codes("health_foundation_principles") == four
    assert sound("insight", words="They listened", hf_principles=four)


@pytest.mark.parametrize("code", ["about_carers", "involving", "standards", "reading"])
def test_p4c_e12_e26_l19_h9_the_help_speaks_of_it_offline(code: str) -> None:
    (one,) = [card for card in cards() if card.code == code]
    assert one.lines and not [line for line in one.lines if "://" in line or "www." in line]
