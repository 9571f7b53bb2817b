"""Every table of figures that there is: its permanent id, what it counts and how it is broken down."""

from collections.abc import Iterable
from dataclasses import replace

from vcse_desktop.figures import dimensions as by
from vcse_desktop.figures.measures import MEASURES
from vcse_desktop.figures.table import Dimension, Measure, TableKind
from vcse_desktop.i18n import N_


def _kind(ident: str, title: str, measures: str, *dimensions: Dimension) -> TableKind:
    """Make version 1 of a table from the codes of its measures."""
    codes = measures.split()
    return TableKind(ident, 1, title, tuple(_among(MEASURES[code], codes) for code in codes), dimensions)


def _among(measure: Measure, codes: Iterable[str]) -> Measure:
    """Name the people behind hours only where they are a measure of the same table.

    What a measure lies within stays: another table of the same pack may hold it, and a reader puts them
    side by side.
    """
    return replace(measure, heads=measure.heads if measure.heads in codes else "")


def _overlapping(dimension: Dimension) -> Dimension:
    return replace(dimension, overlaps=True)


_MONTHS, _ACTIVITIES = _overlapping(by.MONTH), _overlapping(by.ACTIVITY)
_SESSIONS = "held cancelled attendances without_number carers_came carers_not_asked"
_TIME = "volunteers helpers without_hours helpers_not_recorded hours hours_not_counted"
_CARERS = " ".join(
    f"{what}_{who}" for what in ("identified", "supported", "involved") for who in ("people", "contacts")
)
_CARE = "care_people care_contacts care_involved_people care_involved_contacts"

TABLES = {
    kind.id: kind
    for kind in (
        _kind("sessions_by_month", N_("Sessions by month"), _SESSIONS, by.MONTH),
        _kind("sessions_by_activity", N_("Sessions by activity"), _SESSIONS, by.ACTIVITY),
        _kind("sessions_by_certainty", N_("How sure the numbers are"), "held attendances", by.CERTAINTY),
        _kind("sessions_by_part", N_("Sessions by who led them"), "held_in_part", by.PART),
        _kind("people", N_("People by name"), "people came volunteers supported"),
        _kind("people_by_month", N_("People by name, by month"), "people came supported", _MONTHS),
        _kind("people_by_activity", N_("People by name, by activity"), "people came supported", _ACTIVITIES),
        _kind(
            "people_by_carer", N_("People by name, by whether they look after someone"), "people", by.CARER
        ),
        _kind("time", N_("Time given"), _TIME),
        _kind("time_by_month", N_("Time given by month"), _TIME, _MONTHS),
        _kind("time_by_activity", N_("Time given by activity"), _TIME, _ACTIVITIES),
        _kind("time_by_kind", N_("Time given by kind of volunteering"), "volunteers hours", by.TIME_KIND),
        _kind("time_by_certainty", N_("How sure the hours are"), "hours", by.CERTAINTY),
        _kind("time_why", N_("Why people give time, by what they ticked"), "volunteers", by.WHY),
        _kind(
            "time_support",
            N_("Support asked for and given for volunteers"),
            "support_asked support_given",
            by.CAPACITY,
        ),
        _kind("carers", N_("Carers"), _CARERS),
        _kind("carers_by_month", N_("Carers by month"), _CARERS, _MONTHS),
        _kind("carers_by_activity", N_("Carers by activity"), _CARERS, _ACTIVITIES),
        _kind(
            "carers_by_involved",
            N_("Carers asked about being involved in planning the care"),
            "supported_people supported_contacts",
            by.INVOLVED,
        ),
        _kind(
            "carers_assessment",
            N_("Carers by where a carer's assessment has got to"),
            "supported_people supported_contacts",
            by.ASSESSMENT,
        ),
        _kind("carers_breaks", N_("Breaks for carers"), "breaks break_hours"),
        _kind("carers_matters", N_("What matters to carers"), "matters_times", by.MATTERS),
        _kind("carers_support", N_("Support by who it was for"), "support_times", by.FOR_WHOM),
        _kind(
            "carers_quarter",
            N_("Asked for, taken on, carried over, closed"),
            "carried_over received accepted closed",
        ),
        _kind("drawing_on_care", N_("People drawing on care and support"), _CARE),
        _kind(
            "drawing_on_care_by_moment",
            N_("People drawing on care and support, by what they were asked about"),
            _CARE,
            by.MOMENT,
        ),
        _kind("insight_by_kind", N_("What people said, by kind"), "insights", by.INSIGHT_KIND),
        _kind("insight_by_theme", N_("What people said, by theme"), "insights", by.THEME),
        _kind("insight_by_feeling", N_("What people said, by how it was"), "insights", by.FEELING),
        _kind("insight_by_role", N_("What people said, by who said it"), "insights", by.ROLE),
        _kind("insight_by_month", N_("What people said, by month"), "insights", by.MONTH),
        _kind(
            "insight_by_activity",
            N_("What people said, by activity"),
            "insights",
            replace(by.ACTIVITY, about_people=True),
        ),
        _kind(
            "insight_needs_service",
            N_("What would help: answers that are not services"),
            "would_help",
            by.NEEDS,
        ),
        _kind(
            "connections_outcome",
            N_("Connections, by what became of them"),
            "connections",
            by.OUTCOME,
        ),
        _kind(
            "answers",
            N_("What people said and what was answered"),
            "insights insights_answered insights_told responses responses_answered",
        ),
        _kind("answers_by_status", N_("Answers by where they have got to"), "responses", by.STATUS),
        _kind(
            "answers_clock",
            N_("Days from hearing to telling"),
            "clock_insights clock_median clock_longest",
            by.CLOCK,
        ),
        _kind(
            "answers_impact",
            N_("What became of it"),
            "answers_changed answers_refused answers_told answers_open",
        ),
        _kind("reach_groups", N_("Groups that were counted"), "tallied", by.GROUPED),
        _kind("reach_lists", N_("Attendances where people were counted by group"), "counted_by", by.LIST),
        _kind("people_core20", N_("People by name, by where they live"), "people_by_area", by.CORE20),
        _kind(
            "engagement_rungs",
            N_("Pieces of asking, by rung of the ladder"),
            "rung_planned rung_reached",
            by.RUNG,
        ),
        _kind(
            "engagement_stages",
            N_("Pieces of asking, by how far the decision was"),
            "askings",
            by.STAGE,
        ),
        _kind("engagement_lead", N_("Days before the change"), "lead_known lead_median lead_shortest"),
        _kind("engagement_duties", N_("Pieces of asking, by duty in law"), "under_duty", by.DUTY),
        _kind("engagement_who", N_("Who took part"), "with_group took_part", by.STAKEHOLDER),
        _kind("engagement_missing", N_("Who was missing"), "missing_at", by.COMMUNITY),
        _kind("engagement_methods", N_("How people were asked"), "used_method reached", by.METHOD),
        _kind(
            "engagement_barriers",
            N_("Barriers, and what was done about them"),
            "barriers fixes fixes_worked",
            by.BARRIER,
        ),
        _kind(
            "engagement_listened",
            N_("Felt listened to"),
            "listened_asked listened_yes listened_not_asked",
        ),
        _kind(
            "engagement_wishes",
            N_("How people want to be involved"),
            "wishes_now wishes_before",
            by.WISH,
        ),
        _kind("review_by", N_("Who looked back"), "reviews", by.REVIEWER),
        _kind("review_actions", N_("What we agreed to do"), "reviews actions actions_done"),
        _kind(
            "capacity_by_kind",
            N_("Capacity asked for and given"),
            "asked_by_us given_to_us asked_of_us given_by_us",
            by.CAPACITY,
        ),
        _kind("capacity_money", N_("Money that moved"), "money_to_us money_by_us"),
        _kind(
            "capacity_cost",
            N_("What asking cost, beside whom it reached"),
            "asking_cost asking_reached",
            by.ASKING,
        ),
        _kind(
            "principle_records",
            N_("Records that speak to each principle"),
            "principle_activities principle_askings principle_answers principle_reviews principle_capacity",
            by.PRINCIPLE,
        ),
        _kind(
            "undated",
            N_("Without a day, so in no period"),
            "undated_sessions undated_hours undated_identified undated_contacts undated_insights"
            " undated_responses",
        ),
    )
}
"""Every table by its id, in the order of a report. Ids and measure codes are permanent, as released."""
