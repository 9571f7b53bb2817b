"""What each point of docs/checklist.md is ticked by: tests, a picture that somebody looked at, or why not."""

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.features import Feature

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "checklist.md"
SHOWN = "## What ticks each point"
"""The heading of the part of the page that is written from here."""
PICTURES = "docs/pictures/points"
LOOKED = "1 December 2026"
"""The day on which somebody looked at the pictures."""


@dataclass(frozen=True, slots=True)
class Point:
    """``tests`` are named as in features.py. ``look`` is a picture, ``open`` what is not there yet."""

    tests: tuple[str, ...] = ()
    look: str = ""
    open: str = ""

    def nodes(self) -> list[tuple[Path, str]]:
        """Return file and name of each test."""
        return Feature("", self.tests).nodes()

    def told(self) -> str:
        """Return by what it is ticked, in words."""
        number = len(self.nodes())
        ways = [f"{number} test{'s' * (number > 1)}"] if number else []
        ways += [f"a look at {self.look}"] if self.look else []
        if not ways:
            return f"open: {self.open}"
        ticked = f"by {' and '.join(ways)}"
        return f"in part {ticked}; open: {self.open}" if self.open else ticked

    def _files(self) -> dict[str, list[str]]:
        files: dict[str, list[str]] = {}
        for file, name in self.nodes():
            said = name.removeprefix("test_").replace("_", " ")
            files.setdefault(file.relative_to(ROOT).as_posix(), []).append(said)
        return files

    def line(self) -> str:
        """Return it as a cell of the page: the tests with their files, the picture, what is open."""
        shown = [f"`{file}`: {', '.join(names)}" for file, names in self._files().items()]
        if self.look:
            shown.append(f"look: [{self.look}](pictures/points/{self.look}), {LOOKED}")
        if self.open:
            shown.append(f"open: {self.open}")
        return " · ".join(shown)


ASKING = "figures/rules_of_asking: pieces_of_asking_with_all_that_belongs_to_them"
LEAVES = "journeys/what_leaves: only_what_is_on_the_allow_list_leaves"
ABSENT = "records/catalogue: what_is_deliberately_absent_is_asked_for_nowhere"
NO_MARK = "reports/report: no_sentence_of_a_report_scores_ranks_or_puts_a_price_on_people"
RULE_10 = (
    "figures/rules_of_asking: rule_10_tallies_overlap_and_a_share_is_of_those_where_the_list_was_used, "
    "rule_10_a_place_has_its_name_and_a_code_that_any_file_takes"
)
RULE_20 = "figures/rules_of_asking: rule_20_core20_is_over_those_whose_area_is_known"
RULE_22 = "figures/rules_of_asking: rule_22_what_was_done_with_others_counts_once"
EMPTY = "reports/report: an_empty_organisation_says_honestly_that_there_is_nothing"
LEARNED = "actions/learned: a_plan_has_the_reviews_of_its_own_activity_and_a_new_one_those_of_all"
AFTER = "ui/after_an_answer: whom_we_told_how_we_know_and_what_became_of_it_are_noted_one_by_one"
GUIDED = "actions/guidance: a_record_that_does_it_stands_behind_its_principle_and_behind_no_other"
HELP = "points: p4c_e12_e26_l19_h9_the_help_speaks_of_it_offline"
RUNGS = "points: l14_to_l18_each_rung_has_the_techniques_that_its_source_names"
LISTS = "points: p6d_every_list_takes_what_a_group_adds_and_another_wording"
BACK = "figures/rules_of_asking: looking_back_and_capacity"
OURS = "ui/our_lists: a_choice_is_added_worded_hidden_and_taken_back_by_keys"

PRINCIPLES = {
    "P1": Point(
        (
            ASKING,
            "actions/principles: a_record_counts_for_each_principle_it_speaks_to",
            "reports/ten_sections: the_principles_say_where_to_look_and_what_is_missing_and_compare_nothing",
        )
    ),
    "P1a": Point(("points: p1a_strengths_stand_on_the_form_above_needs_and_are_counted_as_a_kind",)),
    "P1b": Point(
        (
            "figures/rules: rule_18_one_insight_counts_once_and_once_for_each_theme",
            "figures/connecting: each_outcome_has_its_own_row_and_an_open_offer_is_no_connection, "
            "a_second_count_of_connections_agrees",
            "actions/for_us: what_became_of_connections_stands_apart_opens_its_records_and_is_in_no_pack",
        ),
    ),
    "P2": Point((ASKING, "ui/engagement: no_rung_is_chosen_and_each_says_what_it_means")),
    "P2a": Point(("figures/rules_of_asking: breaks_what_matters_why_and_answers_that_are_no_services",)),
    "P2b": Point(("points: p2b_an_activity_may_be_for_keeping_well",)),
    "P2c": Point(("points: p2c_our_summary_never_changes_the_words",)),
    "P3": Point((RULE_10, RULE_20, "figures/rules: rule_21_not_said_and_not_asked_are_separate_rows")),
    "P3a": Point(
        (
            "records/lists: nobody_is_called_hard_to_reach",
            "words: no_text_blames_alarms_or_compares_people",
        )
    ),
    "P4": Point(
        (
            "figures/rules: rule_13_identified_supported_and_involved_are_three_figures",
            "reports/report: the_three_figures_of_carers_are_never_added",
        )
    ),
    "P4a": Point(("points: p4a_who_would_not_use_the_word_is_identified_all_the_same",)),
    "P4b": Point((ABSENT, NO_MARK, "figures/rules: rule_3_caring_is_never_volunteering")),
    "P4c": Point((ABSENT, HELP), "help.png"),
    "P5": Point((RULE_22,)),
    "P5a": Point((RULE_22, "figures/rules: rule_1_attendances_and_people_are_two_figures")),
    "P5b": Point(look="plan.png"),
    "P5c": Point((BACK, LEAVES)),
    "P6": Point(
        (
            "figures/rules: rule_8_counted_estimated_and_remembered_stand_apart",
            "figures/properties: a_second_count_of_time_agrees",
            "reports/report: every_table_of_the_registry_is_shown_once_in_its_section",
        )
    ),
    "P6a": Point(
        (
            "ui/rough_hours: informal_help_over_weeks_needs_neither_person_nor_activity_and_is_estimated",
            "records/validation: little_is_enough",
        )
    ),
    "P6b": Point(("points: p6b_their_own_reason_comes_before_the_tags_and_none_is_about_the_nhs",)),
    "P6c": Point(("records/catalogue: private_words_stay_at_home", LEAVES, ABSENT)),
    "P6d": Point(
        (
            LISTS,
            "actions/packing: what_is_ticked_off_does_not_leave",
            "actions/written: a_template_asks_for_its_sections_alone_and_its_questions_can_be_declined",
            "reports/ten_sections: what_is_declined_or_was_not_asked_for_says_so",
            OURS,
        ),
    ),
    "P6e": Point(
        (
            "actions/looking_after: each_stands_where_its_day_puts_it, "
            "who_was_not_thanked_stands_by_name_and_one_press_thanks_for_all_of_it, "
            "expenses_wait_until_they_are_paid",
            "ui/looking_after: training_we_gave_our_drivers_is_noted_where_one_thinks_of_it",
        )
    ),
    "P6f": Point(
        (
            "records/rules: what_cannot_be_is_refused",
            "ui/connections: two_are_brought_together_and_introduced_by_keys_once_both_agree",
        )
    ),
    "P6g": Point(
        (
            "points: p6g_works_does_not_and_would_help_come_first_and_volunteers_have_a_row",
            "ui/register: nothing_is_chosen_about_sharing_and_a_yes_is_kept_with_its_consent",
        )
    ),
    "P7": Point(
        (
            "reports/ten_sections: cost_is_last_but_for_the_principles_and_how_it_was_made",
            "reports/report: ten_sections_in_their_order_then_how_it_was_made",
            AFTER,
        )
    ),
    "P8": Point(("points: p8_how_it_was_is_written_by_a_person_alone",)),
    "P9": Point(
        (
            "actions/timeline: what_happened_in_a_piece_of_asking, "
            "what_happened_in_an_activity_and_what_a_helper_sees_of_it, what_happened_with_an_organisation",
            "ui/timeline: what_happened_with_an_organisation_stands_folded_under_it_and_opens",
            "ui/after_an_answer: each_community_says_when_it_was_last_heard_from_and_told",
        ),
        "timeline.png",
    ),
    "P10": Point(
        (
            "points: p10_each_principle_has_a_page_with_its_words_and_three_questions, "
            "l9_what_was_made_from_several_stories_says_so_wherever_it_leaves",
        ),
        "principles.png",
    ),
    "P11": Point(
        (
            "actions/packing: the_report_goes_along_in_large_print_unless_somebody_says_not",
            "actions/easy_read: it_leaves_when_it_is_wanted_in_the_words_that_were_typed",
            "reports/text: every_word_and_number_of_the_report_is_in_the_text_and_nothing_else, "
            "it_reads_in_order_headings_underlined_and_what_is_hidden_explained_before_any_number",
        ),
        "easy.png",
    ),
    "P12": Point(("reports/ten_sections: the_summary_is_one_page_without_cost",)),
}
ENGAGEMENT = {
    "E0": Point((ASKING, LEAVES, "actions/written: who_is_not_to_be_named_is_not")),
    "E1": Point(
        (EMPTY, LEAVES, "points: e1_a_piece_of_asking_whose_method_is_blank_says_so"),
    ),
    "E2": Point(("reports/ten_sections: a_theme_with_quotes_of_one_kind_alone_says_so",)),
    "E3": Point(
        (
            "ui/engagement: a_decision_before_the_asking_closes_is_asked_about_and_kept",
            "records/rules: what_is_unlikely_is_asked_about_then_kept",
        )
    ),
    "E4": Point(
        (
            RULE_10,
            RULE_20,
            "actions/reached: those_who_live_here_stand_beside_in_the_order_of_the_list, "
            "the_report_has_who_lives_here_beside_the_lists_that_were_used",
            "reports/lives_here: it_stands_in_every_form_beside_the_lists_that_were_used",
        )
    ),
    "E5": Point(("figures/rules_of_asking: rule_24_felt_listened_to_is_of_those_asked",)),
    "E6": Point((RULE_10, RULE_20, GUIDED)),
    "E7": Point(
        (ASKING, LEAVES, "actions/guidance: what_owns_small_rows_of_it_stands_behind_it_once"),
    ),
    "E8": Point(
        (
            "actions/blank_forms: the_groups_own_words_and_whom_to_ask_stand_instead_of_ours, "
            "each_form_has_its_fields_in_order_the_groups_name_and_why_it_asks, "
            "a_sheet_for_a_piece_of_asking_has_its_wording_of_how_it_is_used",
            "ui/plan_on_paper: the_plan_is_printed_with_what_is_noted_of_it_and_nothing_typed_is_markup",
            LEAVES,
        ),
    ),
    "E9": Point((LEARNED, "records/rules: what_can_be_is_kept")),
    "E10": Point((ASKING, ABSENT, NO_MARK)),
    "E11": Point(
        (
            "records/catalogue: a_need_has_a_day_for_each_stage_of_the_accessible_information_standard",
            "actions/long_sentences: "
            "a_sentence_is_long_when_it_has_more_words_than_most_people_read_at_once, "
            "our_own_texts_that_go_out_are_counted_and_nobody_is_asked_to_shorten_what_was_said",
            "ui/at_length: a_long_sentence_is_pointed_out_until_it_is_two_and_nothing_is_refused, "
            "it_stands_under_our_own_words_and_never_under_what_was_said",
        ),
        "access.png",
    ),
    "E12": Point((HELP,), "help.png"),
    "E13": Point((ASKING,)),
    "E14": Point((LEAVES, GUIDED)),
    "E15": Point((LEARNED, "ui/engagement: what_was_learned_last_time_stands_over_the_next_piece_of_asking")),
    "E16": Point(("points: e16_no_act_that_was_repealed_is_offered",)),
    "E17": Point(
        ("points: l5_the_four_groups_are_counted_apart_and_a_blank_is_no_nought",),
        "plan.png",
    ),
    "E18": Point((RULE_10, "records/catalogue: equality_details_are_off_until_switched_on")),
    "E19": Point(
        (
            "figures/rules_of_asking: rule_26_how_people_want_to_be_involved",
            "actions/people: how_they_want_to_be_involved_is_to_be_asked_again_after_a_year",
            "actions/contacting: each_stands_under_a_way_they_like_or_else_under_one_that_is_noted, "
            "who_does_not_want_to_be_contacted_by_any_of_their_records_is_on_no_list",
            "ui/contact_list: on_paper_needs_stand_before_numbers_and_what_was_typed_is_no_markup",
        )
    ),
    "E20": Point((ASKING, LEAVES, "ui/engagement: small_rows_of_a_piece_of_asking_are_added_under_it")),
    "E21": Point(
        (
            LEAVES,
            "actions/written: what_may_not_be_published_stays_out_of_packs_and_in_our_own_report",
        )
    ),
    "E22": Point(
        (
            "figures/rules_of_asking: rule_11_the_clock_runs_for_each_insight_until_people_are_told, "
            "rule_11_what_was_told_before_or_is_told_later_or_has_no_day",
            "actions/today: words_wait_for_an_answer_after_thirty_days_until_one_is_begun, "
            "people_wait_to_be_told_once_it_is_decided",
            AFTER,
        )
    ),
    "E23": Point(
        (BACK, LEAVES, LEARNED, "actions/learned: what_was_promised_waits_on_today_with_who_does_it")
    ),
    "E24": Point(
        (
            "figures/rules_of_asking: rule_12_impact_is_done_with_what_changed_and_how_we_know, "
            "rule_12_not_possible_with_its_reason_and_what_is_open",
            "actions/answering: "
            "a_change_is_one_that_says_how_it_is_known_and_what_became_of_it_is_in_their_words",
        )
    ),
    "E25": Point(
        (
            "store/leak: no_file_holds_a_word_a_passphrase_or_a_key",
            "actions/access_export: every_field_of_every_record_of_theirs_is_in_it",
            "points: e25_who_agreed_for_somebody_is_never_chosen_beforehand",
            "store/history: the_history_of_a_record_is_told_newest_first",
            "actions/retaining: a_rule_names_its_record_on_its_day_and_not_before",
            "disclosure/quotes: words_leave_only_when_somebody_pressed_checked_on_exactly_these",
        )
    ),
    "E26": Point(
        (
            "reports/report: ten_sections_in_their_order_then_how_it_was_made",
            HELP,
            "ui/help: words_to_hand_out_are_copied_and_printed_by_themselves",
        ),
        "help.png",
    ),
}
STAKEHOLDERS = {
    "L1": Point((LEAVES, "reports/ten_sections: the_summary_is_one_page_without_cost")),
    "L2": Point((ASKING,)),
    "L3": Point(("points: l3_a_council_has_four_duties_and_where_it_went_is_text", LEAVES)),
    "L4": Point(("points: l4_it_is_right_to_ask_where_no_law_says_so",)),
    "L5": Point(
        (
            "points: l5_the_four_groups_are_counted_apart_and_a_blank_is_no_nought",
            "ui/tally: a_piece_of_asking_counts_the_four_groups_and_more_as_one_step",
        )
    ),
    "L6": Point(
        ("ui/plan_on_paper: the_plan_is_printed_with_what_is_noted_of_it_and_nothing_typed_is_markup",)
    ),
    "L7": Point(
        (
            "ui/engagement: what_was_asked_like_it_shows_while_a_question_is_typed",
            "actions/asked: beside_a_piece_of_asking_stand_the_last_twelve_months_and_its_cost_with_reach",
        )
    ),
    "L8": Point((ASKING, LEAVES, AFTER), "timeline.png"),
    "L9": Point(
        (
            "points: l9_what_was_made_from_several_stories_says_so_wherever_it_leaves",
            "disclosure/quotes: each_missing_protection_keeps_it_at_home",
        )
    ),
    "L10": Point(
        ("actions/asked: barriers_money_and_programmes_open_their_piece_of_asking",),
        look="programmes.png",
    ),
    "L11": Point(
        (
            LISTS,
            "records/vocabularies: what_a_group_adds_comes_last_and_can_be_worded_anew",
            OURS,
        ),
    ),
    "L12": Point(("actions/today: next_steps_and_agreements_come_up_and_the_sheet_until_it_was_typed_back",)),
    "L13": Point(("points: l13_events_are_a_setting_and_a_way_of_asking",)),
    "L14": Point(("points: l14_money_that_people_decided_on_is_no_cost", RUNGS, LEAVES)),
    "L15": Point(("points: l15_collaborating_is_a_rung_of_which_no_technique_is_called_its_own", RUNGS)),
    "L16": Point((RUNGS,)),
    "L17": Point((RUNGS,)),
    "L18": Point(
        (RUNGS, "actions/asked: the_ways_that_are_chosen_propose_how_much_say_and_a_person_says_it")
    ),
    "L19": Point((HELP,), "help.png"),
}
FOUR = "points: h2_to_h5_what_was_said_may_speak_to_each_of_the_four"
MOMENTS = "points: h0_h8_what_matters_and_what_they_decide_on_can_be_written_down"
CENTRED = {
    "H0": Point((MOMENTS, AFTER)),
    "H1": Point(("points: h1_openings_of_i_statements_are_there_to_begin_from",)),
    **dict.fromkeys(("H2", "H3", "H4"), Point((FOUR, GUIDED))),
    "H5": Point((FOUR, "points: p1a_strengths_stand_on_the_form_above_needs_and_are_counted_as_a_kind")),
    "H6": Point((MOMENTS, "figures/rules: rule_13_people_drawing_on_care_have_figures_of_their_own")),
    "H7": Point(("packs/outside: frictionless_checks_tables_quotes_and_reports",)),
    "H8": Point((MOMENTS, RUNGS)),
    "H9": Point((MOMENTS, HELP), "help.png"),
}
POINTS = PRINCIPLES | ENGAGEMENT | STAKEHOLDERS | CENTRED
"""Every point by its id, in the order of the page."""
NEVER = {
    "Score, grade, rank or traffic light for a principle, a group or a person": Point(
        (
            "ui/principles: there_is_no_share_and_no_shade",
            "words: no_text_blames_alarms_or_compares_people",
            ABSENT,
            NO_MARK,
        )
    ),
    "Money value of hours or caring; savings; demand reduced": Point(
        (
            ABSENT,
            NO_MARK,
            "reports/ten_sections: cost_is_last_but_for_the_principles_and_how_it_was_made",
            "points: l14_money_that_people_decided_on_is_no_cost",
        )
    ),
    "Volunteers shown as replacement for services": Point(
        ("records/catalogue: private_words_stay_at_home", LEAVES)
    ),
    "A partner's template that forces an answer": Point(
        (
            "reports/ten_sections: "
            "each_template_asks_for_the_summary_first_and_its_questions_can_all_be_declined",
            "actions/written: a_template_asks_for_its_sections_alone_and_its_questions_can_be_declined",
        )
    ),
    "A fixed remit, list or role for a community": Point((LISTS, OURS)),
    'Saying "hard to reach"': Point(
        (
            "records/lists: nobody_is_called_hard_to_reach",
            "words: no_text_blames_alarms_or_compares_people",
        )
    ),
}
"""What the documents rule out, by the first column of its row."""


def lines() -> list[str]:
    """Return a line for each point, and one that counts them."""
    made = [f"{code:<4}{point.told()}" for code, point in POINTS.items()]
    looked = sum(bool(point.look) for point in POINTS.values())
    opened = sum(bool(point.open) for point in POINTS.values())
    none = sum(not (point.tests or point.look) for point in POINTS.values())
    ticked = len(POINTS) - opened
    counted = f"Of {len(POINTS)} points {ticked} are ticked ({looked} by a look as well or alone), "
    return [*made, f"{counted}{opened - none} in part, {none} are open."]


def part() -> str:
    """Return the part of the page that says what ticks each point."""
    rows = [f"| {code} | {point.line()} |" for code, point in POINTS.items()]
    ruled = [f"| {what} | {point.line()} |" for what, point in NEVER.items()]
    about = "Written by `python -m tests.checklist` from `tests/checklist.py`; a test compares them."
    return "\n".join(
        (
            SHOWN,
            f"{about} A test is named by its file and, in words, by its name.",
            "",
            "| id | Ticked by |",
            "|---|---|",
            *rows,
            "",
            "| Never | Shown by |",
            "|---|---|",
            *ruled,
            "",
        )
    )


def written() -> str:
    """Return the whole page with that part as it is now."""
    return PAGE.read_text("utf-8").partition(SHOWN)[0].rstrip() + "\n\n" + part()


if __name__ == "__main__":
    PAGE.write_text(written(), "utf-8", newline="\n")
    sys.stdout.write("\n".join(lines()) + "\n")
