"""What each feature of the design is shown by: tests, figures of `dev.py bench`, or why it is open still."""

import sys
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parent
SERIES = {"R": 15, "F": 4, "X": 9, "S": 10, "V": 5, "P": 8, "W": 5, "I": 7, "A": 7}
"""The letters of the ids, and how many ids each has."""


@dataclass(frozen=True, slots=True)
class Feature:
    """``tests`` are "file: name, name" in tests/, without the "test_" before both; ``bench`` names benches.

    ``open`` is what is not there yet: all of it where there are no tests, else a part of it.
    """

    what: str
    tests: tuple[str, ...] = ()
    bench: tuple[str, ...] = ()
    open: str = ""

    def nodes(self) -> list[tuple[Path, str]]:
        """Return file and name of each test."""
        found = []
        for line in self.tests:
            file, _, names = line.partition(": ")
            folder, _, module = file.rpartition("/")
            path = TESTS / folder / f"test_{module}.py"
            found += [(path, f"test_{name}") for name in names.split(", ")]
        return found

    def told(self) -> str:
        """Return by what it is shown."""
        tests, benches = len(self.nodes()), ", ".join(self.bench)
        shown = f"{tests} tests" if tests > 1 else "1 test" if tests else ""
        shown += f", figures of {benches}" if benches else ""
        if not shown:
            return f"open: {self.open}"
        return f"in part by {shown}; open: {self.open}" if self.open else f"by {shown}"


RECORD = {
    "R1": Feature(
        "hours of one person by keyboard, however a length is typed",
        (
            "ui/today: hours_of_one_person_take_few_keys_with_what_stands_there, "
            "another_length_is_twelve_keys_at_most",
            "records/typed: usual_ways_of_writing_are_understood",
        ),
        ("interaction",),
    ),
    "R2": Feature(
        "a whole session at once, the last one again",
        (
            "ui/register: the_last_session_is_repeated_in_two_keys_and_exceptions",
            "actions/registering: a_register_is_one_step_and_one_undo",
        ),
        ("interaction",),
    ),
    "R3": Feature(
        "people and hours of a group without names",
        ("ui/rough_hours: an_unnamed_group_is_four_fields_by_keys_and_one_more_key_says_about",),
        ("interaction",),
    ),
    "R4": Feature(
        "estimated and remembered hours, shown apart",
        (
            "ui/rough_hours: what_was_remembered_planned_or_cancelled_says_so_among_what_was_logged",
            "figures/rules: rule_8_counted_estimated_and_remembered_stand_apart",
        ),
    ),
    "R5": Feature(
        "help by a neighbour: hours alone are enough",
        ("ui/rough_hours: informal_help_over_weeks_needs_neither_person_nor_activity_and_is_estimated",),
    ),
    "R6": Feature(
        "carers seen, supported and involved as three facts",
        (
            "ui/people: a_walk_in_carer_takes_at_most_forty_keys_beside_the_words",
            "actions/people: the_three_facts_about_a_carer_stand_apart_and_nobody_else_has_them",
            "figures/rules: rule_13_identified_supported_and_involved_are_three_figures, "
            "rule_14_a_carer_who_helps_counts_in_both_once_each",
        ),
        ("interaction",),
    ),
    "R7": Feature(
        "a contact without a name gets one later, and undo parts them",
        (
            "ui/whose: on_a_card_earlier_contacts_are_ticked_and_undo_parts_them_again",
            "actions/whose: contacts_get_a_name_in_one_step_and_undo_parts_them_again",
        ),
    ),
    "R8": Feature(
        "how much say people have, with its meaning beside it",
        ("ui/engagement: no_rung_is_chosen_and_each_says_what_it_means",),
    ),
    "R9": Feature(
        "who was in the room, and who was missing",
        (
            "ui/tally: a_piece_of_asking_counts_the_four_groups_and_more_as_one_step",
            "actions/tallying: a_piece_of_asking_keeps_who_took_part_and_the_groups_as_one_step",
        ),
    ),
    "R10": Feature(
        "what somebody said: words, theme, feeling, strength, principle",
        (
            "ui/voices: at_most_twelve_keys_beyond_the_words",
            "ui/forms: every_field_gives_back_what_was_put_in",
        ),
        ("interaction",),
    ),
    "R11": Feature(
        "what volunteers say as a source of its own",
        (
            "actions/today: volunteers_unheard_for_sixty_days_are_listed_until_they_leave",
            "figures/properties: a_second_count_of_what_people_said_agrees",
        ),
    ),
    "R12": Feature(
        "what stood in the way, what was done, whether it worked",
        (
            "ui/engagement: small_rows_of_a_piece_of_asking_are_added_under_it",
            "actions/asked: barriers_money_and_programmes_open_their_piece_of_asking",
        ),
    ),
    "R13": Feature(
        "an estate or a shared space as a place",
        (
            "ui/tally: a_place_is_found_by_its_letters_or_named_for_the_first_time",
            "actions/tallying: a_place_is_added_with_the_count_once_and_never_for_an_empty_box",
        ),
        open="no field says that tenants lead an activity",
    ),
    "R14": Feature(
        "answers that are no service",
        ("ui/forms: every_field_gives_back_what_was_put_in",),
    ),
    "R15": Feature(
        "a photo, encrypted, that never leaves in a pack",
        (
            "ui/photos: one_is_added_by_keys_opened_removed_and_brought_back",
            "actions/photos: a_pack_holds_neither_the_picture_nor_its_words",
            "store/attached: a_picture_is_in_no_file_of_the_vault_but_encrypted",
        ),
    ),
}
FIND = {
    "F1": Feature(
        "one box over everything, a slip forgiven",
        (
            "ui/shell: find_or_do_finds_a_person, find_or_do_forgives_a_slip_and_says_what_it_looked_for",
            "store/search: a_word_that_is_half_typed_is_found_and_every_word_must_be_there",
        ),
        ("store",),
    ),
    "F2": Feature(
        "filters joined by and or by or, kept by a name",
        (
            "ui/filters: two_things_asked_are_joined_by_and_or_by_or, "
            "a_filter_is_asked_kept_and_taken_out_by_keys",
            "actions/filtering: a_filter_leaves_just_those_for_which_it_is_so",
        ),
    ),
    "F3": Feature(
        "one list of what waits",
        (
            "ui/today: what_waits_stands_in_sentences_with_days_five_at_first",
            "actions/today: words_wait_for_an_answer_after_thirty_days_until_one_is_begun, "
            "what_people_agreed_to_and_checks_are_listed_before_they_end",
        ),
    ),
    "F4": Feature(
        "who may be the same person; joined, with undo",
        (
            "ui/alike: pairs_are_offered_quietly_and_each_answer_is_taken_back_by_undo",
            "figures/rules: rule_17_joining_lowers_people_only_and_undo_restores",
            "actions/imports_people: who_may_be_somebody_is_asked_with_the_reason",
            "journeys/bringing_in: contacts_with_doubles",
        ),
    ),
}
REFLECT = {
    "X1": Feature(
        "the six principles with honest gaps and no score",
        (
            "ui/principles: a_number_opens_its_records_and_each_can_be_gone_to, "
            "what_there_is_nothing_on_stands_in_sentences, there_is_no_share_and_no_shade, "
            "guidance_stands_beside_with_what_is_done_already_and_each_number_opens_it",
        ),
    ),
    "X2": Feature(
        "how much say people had over time",
        (
            "ui/engagement: how_we_asked_shows_a_ladder_over_its_table_and_a_click_opens_the_record",
            "actions/asked: each_number_of_how_we_asked_has_its_records_and_a_ladder_its_table",
        ),
    ),
    "X3": Feature(
        "who we reached beside who lives here",
        (
            "figures/rules: rule_21_not_said_and_not_asked_are_separate_rows",
            "actions/reached: those_who_live_here_stand_beside_in_the_order_of_the_list, "
            "not_asked_and_not_said_stand_apart_and_nobody_lives_here_yet",
            "ui/reached: a_file_is_added_stands_beside_those_who_came_and_is_taken_out",
        ),
    ),
    "X4": Feature(
        "people and attendances, both and never added",
        (
            "figures/rules: rule_1_attendances_and_people_are_two_figures, "
            "rule_2_people_are_different_persons_named_in_the_period",
        ),
    ),
    "X5": Feature(
        "themes with counts and quotes",
        (
            "figures/rules: rule_18_one_insight_counts_once_and_once_for_each_theme",
            "reports/report: quotes_stand_under_their_theme_with_their_own_language",
            "actions/over_time: themes_stand_month_by_month_with_the_newest_that_was_said",
            "ui/today: themes_of_the_year_stand_over_the_newest_words_on_each",
        ),
    ),
    "X6": Feature(
        "you said, we did: days that it waits, and why not",
        (
            "ui/voices: a_loop_is_closed_with_one_choice_and_one_sentence",
            "ui/after_an_answer: "
            "whom_we_told_how_we_know_and_what_became_of_it_are_noted_one_by_one, "
            "days_in_the_wrong_order_no_words_and_an_organisation_that_merged_are_said_plainly",
            "actions/answering: the_clock_runs_from_the_first_word_heard_until_people_were_told",
            "actions/replying: a_pack_asks_what_its_partner_owes_an_answer_to_and_nobody_else",
        ),
    ),
    "X7": Feature(
        "what worked and what to do next time",
        (
            "ui/engagement: a_review_has_its_next_steps_on_either_screen_it_is_opened_from, "
            "what_was_learned_last_time_stands_over_the_next_piece_of_asking, "
            "a_plan_and_a_review_begin_with_what_was_learned_and_nothing_else_takes_room",
        ),
    ),
    "X8": Feature(
        "every figure opens its records",
        (
            "ui/today: each_number_opens_the_records_that_it_counts, "
            "the_year_is_unfolded_under_the_month_and_its_numbers_open_their_records",
            "actions/today: the_week_and_the_month_count_by_the_rules_and_know_their_records",
            "actions/over_time: each_month_has_its_number_and_behind_it_stand_its_records",
            "actions/behind: behind_each_large_number_stand_the_records_of_its_table, "
            "behind_each_number_for_ourselves_stand_its_records_too",
            "ui/for_us: a_click_on_a_number_shows_its_records_and_one_more_opens_one",
        ),
    ),
    "X9": Feature(
        "hours and caring are never turned into money",
        (
            "words: no_text_blames_alarms_or_compares_people",
            "reports/report: no_sentence_of_a_report_scores_ranks_or_puts_a_price_on_people",
            "figures/rules: rule_3_caring_is_never_volunteering",
        ),
    ),
}
SHARE = {
    "S1": Feature(
        "a signed summary, and digits to compare",
        (
            "journeys/to_a_checked_pack: from_a_spreadsheet_to_a_pack_that_others_can_check, "
            "a_partner_compares_the_digits_once",
            "packs/signature: the_published_vectors_come_out",
            "cli/signing: the_card_has_the_digits_and_its_certificate_is_what_openssl_reads",
        ),
        ("packs",),
    ),
    "S2": Feature(
        "small numbers hidden in every format and across packs",
        (
            "disclosure/attacks: linked_tables_never_give_a_small_number_away, "
            "crossed_tables_never_give_a_small_number_away",
            "disclosure/ledger: a_total_that_was_told_before_keeps_the_other_part_of_it_hidden",
            "disclosure/histories: nothing_is_found_out_from_all_packs_together",
            "disclosure/forgotten: nothing_is_found_out_once_forgotten_packs_are_taken_in",
            "reports/same_numbers: a_number_that_was_hidden_is_nowhere_even_if_it_once_was_in_the_table",
            "actions/packing: what_was_weighed_is_what_is_then_hidden",
            "actions/for_us: every_number_is_the_true_one, the_mark_is_first_and_on_every_page, "
            "no_pack_takes_it, each_one_that_is_made_is_noted_and_undo_leaves_the_note, "
            "nobody_but_a_keeper_makes_or_saves_one",
        ),
        ("disclosure",),
    ),
    "S3": Feature(
        "what leaves is seen before, with each reason",
        (
            "actions/packing: what_was_looked_through_is_what_leaves",
            "ui/make_pack: the_pages_show_every_number_and_why_it_is_hidden, "
            "each_number_of_the_pages_opens_its_records, at_most_six_presses_with_the_defaults, "
            "the_pages_say_what_the_files_say_in_the_same_order",
            "actions/behind: behind_each_number_stand_the_records_that_it_counts",
            "actions/why_hidden: every_hidden_number_of_the_example_says_why_in_each_language, "
            "no_sentence_with_a_true_number_is_in_the_pack_or_in_the_log",
            "disclosure/reasons: a_number_shown_again_by_hand_gives_away_what_its_reason_names",
        ),
        ("preview",),
    ),
    "S4": Feature(
        "a pack is read without this program",
        (
            "packs/outside: openssl_checks_the_signature, sha256sum_checks_the_payload, "
            "pyhanko_and_poppler_check_the_report",
            "packs/report_alone: the_report_of_a_stranger_has_digits_to_compare",
            "ui/check_pack: a_report_that_came_without_its_pack_has_a_verdict_too",
            "reports/same_numbers: the_numbers_of_the_example_stand_in_page_and_file_alike",
            "ui/packs: the_covering_note_is_copied_whole_and_prints_on_one_page",
        ),
    ),
    "S5": Feature(
        "templates from the same records, any part declined",
        (
            "ui/make_pack: words_ticked_off_are_shown_nowhere_and_leave_nowhere",
            "reports/ten_sections: what_is_declined_or_was_not_asked_for_says_so, "
            "each_template_asks_for_the_summary_first_and_its_questions_can_all_be_declined",
        ),
    ),
    "S6": Feature(
        "purpose, lawful basis and how long, inside what is signed",
        (
            "ui/settings: what_every_pack_says_is_kept_in_one_step",
            "packs/claims: every_reason_in_law_is_known",
        ),
    ),
    "S7": Feature(
        "a pack is replaced or taken back, signed",
        (
            "packs/register: a_document_that_was_taken_back, "
            "a_document_that_was_replaced_also_when_it_arrives_late",
            "actions/succession: a_pack_that_is_taken_back_stays_counted_and_partners_see_why, "
            "a_pack_that_takes_the_place_of_another_says_so_and_why",
            "ui/packs_sent: replacing_begins_a_pack_with_the_days_the_partner_and_the_reason, "
            "a_pack_is_taken_back_for_good_after_that_was_said",
        ),
    ),
    "S8": Feature(
        "a quote only with a yes for these words and this partner",
        (
            "disclosure/quotes: one_letter_changed_in_the_words_voids_the_consent, "
            "a_partner_named_in_the_consent_gets_it_and_nobody_else",
            "ui/voices: changing_a_comma_is_said_at_once_and_they_are_asked_again, "
            "what_was_found_is_decided_one_by_one_with_keys_alone, "
            "a_translation_is_looked_through_like_the_words",
            "disclosure/quotes: words_leave_only_when_somebody_pressed_checked_on_exactly_these, "
            "words_with_an_open_hit_stay_until_somebody_says_why_it_may_leave",
            "actions/reading_over: the_reason_is_kept_for_exactly_these_words_and_an_edit_asks_again",
            "disclosure/identifiers: what_was_put_into_made_up_quotes_is_found_and_little_else_is",
        ),
        ("identifiers",),
    ),
    "S9": Feature(
        "validators that others wrote pass it",
        (
            "packs/outside: bagit_checks_the_bag, frictionless_checks_tables_quotes_and_reports, "
            "pyhanko_and_poppler_check_the_report",
            "packs/checking_a_pack: a_good_pack_passes_every_step_and_shows_the_digits",
        ),
    ),
    "S10": Feature(
        "what was made for whom and when",
        (
            "ui/packs: what_was_sent_is_said_in_words",
            "actions/packing: what_was_sent_is_listed",
            "actions/signers: what_came_in_is_listed_with_what_was_found",
            "ui/packs_sent: how_it_was_handed_over_is_noted_and_undo_takes_it_away, "
            "the_list_is_saved_as_a_table",
        ),
    ),
}
RECEIVE = {
    "V1": Feature(
        "a pack is dropped, one sentence answers",
        (
            "ui/main_window: a_file_dropped_anywhere_goes_to_the_check_of_packs",
            "ui/check_pack: every_sort_of_file_gets_a_sentence_and_a_next_step",
            "attacks/corpus: nothing_else_is_said_than_may_be, no_file_takes_more_than_64_mib",
            "attacks/checking_page: page_and_program_agree",
            "packs/bad_files: every_sort_of_file_is_no_pack, a_file_of_5_gb_is_not_read_to_its_end, "
            "a_stick_that_is_pulled_out_half_way",
            "actions/checking_many: the_command_tells_verdicts_apart_one_line_each",
        ),
        ("packs",),
    ),
    "V2": Feature(
        "a signer who is known, new or another",
        (
            "ui/check_pack: a_new_signer_is_known_once_the_digits_match, "
            "other_digits_stop_and_later_remembers_nobody",
            "packs/register: a_known_name_or_number_under_another_key",
            "actions/signers: somebody_else_of_that_name_is_stopped_until_the_first_is_forgotten, "
            "the_address_book_says_who_compared_and_one_can_be_forgotten",
            "actions/succession: a_changed_key_is_followed_and_a_notice_keeps_what_was_sent, "
            "new_records_carry_on_by_the_old_sheet_and_digits_are_compared_again",
            "ui/packs_sent: signers_stand_with_their_digits_and_one_is_forgotten",
        ),
    ),
    "V3": Feature("packs of several groups side by side", open="not built yet"),
    "V4": Feature(
        "a signed reply fills what we did",
        (
            "journeys/the_whole_loop: what_was_said_goes_out_in_a_pack_and_comes_back_answered",
            "ui/answer_pack: a_pack_is_answered_by_keys_alone, "
            "a_reply_is_looked_at_and_taken_in_and_taken_back",
            "actions/replying: a_later_answer_takes_the_place_of_the_earlier_whichever_comes_first, "
            "a_reply_about_a_pack_that_we_did_not_send",
            "packs/replying: two_replies_with_one_number_are_a_fork",
        ),
    ),
    "V5": Feature(
        "a request that may be declined",
        ("packs/claims: the_other_kinds_are_signed_and_checked_in_the_same_way",),
        open="the format has it; no screen writes or fills one in yet",
    ),
}
PROTECT = {
    "P1": Feature(
        "everything encrypted on the disk, drafts too",
        (
            "store/leak: no_file_holds_a_word_a_passphrase_or_a_key",
            "store/aside: a_draft_outlives_the_lock_and_is_in_no_file_to_be_read",
            "journeys/what_leaves: nothing_personal_lies_about_on_the_disk",
        ),
    ),
    "P2": Feature(
        "a recovery sheet on paper, typed back",
        (
            "ui/first_run: every_group_is_on_the_paper_and_nothing_runs_over_its_edge, "
            "a_wrong_letter_is_named_by_its_group",
            "store/recovery: every_wrong_letter_and_every_swap_of_neighbours_is_noticed",
        ),
    ),
    "P3": Feature(
        "consent by person, use and audience, taken back",
        (
            "actions/hearing: a_yes_keeps_the_wording_and_lets_exactly_these_words_go_once_checked, "
            "a_no_withdraws_every_yes_and_the_last_word_of_a_day_counts",
            "actions/quoted_in: the_packs_that_words_are_in_are_named_once_they_are_taken_back",
            "ui/whose: on_a_card_they_take_back_what_they_agreed_to_by_one_key_and_undo",
        ),
    ),
    "P4": Feature(
        "cover and lock; what was typed is kept",
        (
            "watching/resting: first_a_warning_then_the_cover_then_the_lock",
            "watching/idle: the_system_counts_use_of_other_programs",
            "ui/locking: a_computer_that_goes_to_sleep_is_locked_when_it_says_so, "
            "one_is_back_where_one_was_with_what_one_was_typing",
        ),
    ),
    "P5": Feature(
        "how long things are kept; erasing with a certificate",
        (
            "actions/retaining: a_rule_names_its_record_on_its_day_and_not_before",
            "actions/erasing: the_certificate_names_nobody_and_says_what_when_who_and_which_backups",
            "store/erasing: nothing_of_fifty_people_is_left_in_any_byte",
        ),
    ),
    "P6": Feature(
        "what is about risk is kept out, and whom to tell is said",
        (
            "ui/voices: words_of_risk_name_the_lead_are_dropped_on_leaving_and_never_held_up",
            "ui/records_screen: words_about_somebody_at_risk_are_not_kept_in_any_form_but_a_false_alarm_is",
        ),
    ),
    "P7": Feature(
        "a history that nobody changes unseen",
        ("store/verify: tampering_is_found, a_row_and_its_last_change_rewritten_together_are_found",),
    ),
    "P8": Feature(
        "it never connects",
        (
            "accessibility/no_socket: from_the_first_run_to_today_no_socket_is_touched",
            "ground/network: no_connection_is_made",
        ),
    ),
}
TOGETHER = {
    "W1": Feature("a file from one laptop to the other", open="not built yet; its container is"),
    "W2": Feature("two laptops made one, both values of a clash kept", open="not built yet"),
    "W3": Feature("in any order, twice or interrupted: the same", open="not built yet"),
    "W4": Feature(
        "each with a passphrase of their own; three roles",
        (
            "ui/holders: the_door_lists_all_three_and_each_comes_in_by_their_own",
            "ui/roles: nothing_that_is_not_theirs_stands_anywhere_in_their_window",
            "store/roles: each_unit_bears_who_did_it",
        ),
    ),
    "W5": Feature(
        "safe beside synced folders and network shares",
        (
            "actions/folders: a_network_share_is_refused_for_making_and_for_opening, "
            "making_in_a_synced_folder_is_refused_and_opening_there_warns",
        ),
    ),
}
INCLUDE = {
    "I1": Feature(
        "every job by keyboard and by screen reader",
        (
            "accessibility/atspi: hours_are_logged_and_a_pack_is_checked_by_a_screen_reader",
            "accessibility/screens: all_is_named_headed_and_whole_and_tab_reaches_it",
            "journeys/first_run_to_checked_pack: from_the_first_start_to_a_checked_pack_by_keys_alone",
        ),
        open="nobody has listened to it with NVDA, Narrator or VoiceOver",
    ),
    "I2": Feature(
        "large text, high contrast, nothing by colour alone",
        (
            "accessibility/screens: nothing_is_cut_or_too_small_to_press, "
            "words_stand_out_from_their_ground_as_painted",
            "accessibility/preferences: nothing_moves_by_itself",
        ),
    ),
    "I3": Feature(
        "an Easy Read page and large print in every pack",
        (
            "actions/easy_read: it_leaves_when_it_is_wanted_in_the_words_that_were_typed",
            "ui/easy_read: a_page_is_begun_with_one_sentence_counted_and_kept_with_its_picture",
            "reports/seen: what_checks_pages_finds_nothing_and_only_tables_scroll_sideways",
            "reports/large: no_letter_is_smaller_than_eighteen_points, it_says_what_the_other_says",
        ),
        open="nobody who uses Easy Read has tried such a page",
    ),
    "I4": Feature(
        "several languages, right to left, quotes in their own",
        (
            "accessibility/right_to_left: every_screen_is_mirrored_and_nothing_is_cut_there",
            "ui/language: english_welsh_arabic_and_back_in_the_open_window",
            "disclosure/quotes: a_name_or_translation_leaves_only_where_it_was_agreed_or_checked",
            "actions/speaking: every_word_of_a_report_is_there_in_each_language_that_is_offered, "
            "nothing_of_ours_stands_in_english_in_another_language",
        ),
        open="windows in Welsh and Arabic are not complete, and no speaker has read a word",
    ),
    "I5": Feature("printed forms, typed in in their order", open="not built yet"),
    "I6": Feature(
        "access needs first; a phone or invite sheet",
        (
            "ui/people: access_needs_come_first_on_the_card_and_no_contact_is_said_plainly",
            "actions/contacting: who_does_not_want_to_be_contacted_by_any_of_their_records_is_on_no_list",
            "ui/contact_list: on_paper_needs_stand_before_numbers_and_what_was_typed_is_no_markup",
        ),
    ),
    "I7": Feature(
        "how somebody wants to be involved",
        (
            "actions/people: how_they_want_to_be_involved_is_to_be_asked_again_after_a_year",
            "figures/rules_of_asking: rule_26_how_people_want_to_be_involved",
        ),
    ),
}
PRACTICAL = {
    "A1": Feature(
        "run from a stick, nothing left behind",
        ("ground/portable: a_portable_program_keeps_settings_log_vaults_and_temporary_files_with_it",),
        open="no installer, and nobody has run it on Windows",
    ),
    "A2": Feature(
        "begun in two minutes; an example to look round in",
        (
            "ui/first_run: the_example_is_two_actions_away_and_is_marked, "
            "by_keyboard_from_a_language_to_the_inside",
        ),
        ("window",),
    ),
    "A3": Feature(
        "any spreadsheet, wrong cells named, one undo",
        (
            "exchange/text_tables: any_bytes_are_read_or_refused, "
            "what_is_written_in_any_usual_way_is_read_back_the_same",
            "exchange/workbooks: what_cannot_be_read_is_refused_in_one_sentence",
            "exchange/mutated: no_mutated_file_gives_anything_but_a_book_or_a_sentence",
            "actions/importing: a_wrong_cell_is_named_and_nothing_comes_in_before_the_person_agrees, "
            "a_register_comes_in_as_one_unit_and_goes_out_with_one_undo",
            "journeys/bringing_in: a_month_of_volunteer_hours, a_register_with_ticks, contacts_with_doubles",
            "ui/import_table: problems_are_named_by_cell_and_mended_or_left_out_by_keys, "
            "a_suggested_repair_is_taken_by_one_key, "
            "steps_go_there_and_back_by_keys_and_nothing_is_written_before_the_end, "
            "what_was_chosen_is_kept_for_the_next_month_and_said",
        ),
    ),
    "A4": Feature(
        "backups by themselves, and tried",
        (
            "ui/backups: locking_makes_a_backup_behind_the_door, "
            "a_backup_is_tried_with_the_paper_and_with_a_passphrase_of_its_day",
        ),
    ),
    "A5": Feature(
        "leaving with everything in open formats",
        (
            "actions/access_export: every_field_of_every_record_of_theirs_is_in_it",
            "actions/leaving: other_programs_can_read_it_and_find_it_sound, "
            "whatever_a_vault_holds_comes_back, a_stop_leaves_nothing",
            "ui/everything: everything_is_written_by_keyboard_and_shown_where_it_lies, "
            "it_comes_back_into_an_empty_vault_and_alt_u_takes_it_back",
            "ui/taking: what_the_list_shows_is_saved_by_keyboard_with_its_search",
        ),
    ),
    "A6": Feature(
        "ten years of use on an old laptop",
        (
            "ui/paged_list: only_so_many_pages_are_held_and_a_page_nobody_waits_for_is_dropped",
            "ui/long_list: a_list_of_thousands_makes_no_page_of_thousands_of_rows",
        ),
        ("store", "interaction", "names"),
    ),
    "A7": Feature(
        "help on every screen; every message says what to do",
        (
            "ui/help: each_tab_of_each_place_has_its_card, every_key_of_the_window_is_listed_and_no_other",
            "ui/empty: no_tab_of_an_empty_vault_is_a_blank_page",
            "ui/verbs: a_card_of_the_help_is_found_by_its_title_and_by_a_word_in_it",
        ),
    ),
}
FEATURES = RECORD | FIND | REFLECT | SHARE | RECEIVE | PROTECT | TOGETHER | INCLUDE | PRACTICAL


def lines() -> list[str]:
    """Return a line for each feature, and one that counts them."""
    wide = max(len(one.what) for one in FEATURES.values())
    made = [f"{code:<4}{one.what:<{wide}}  {one.told()}" for code, one in FEATURES.items()]
    whole = sum(not one.open for one in FEATURES.values())
    none = sum(not one.tests for one in FEATURES.values())
    part = len(FEATURES) - whole - none
    return [*made, f"Of {len(FEATURES)} features {whole} are shown, {part} in part, {none} are open."]


if __name__ == "__main__":
    from tests import checklist

    sys.stdout.write("\n".join([*lines(), *checklist.lines()]) + "\n")
