"""Every table of figures that there is: its permanent id, what it counts and how it is broken down."""

from collections.abc import Iterable
from dataclasses import replace

from vcse_desktop.figures import ladders
from vcse_desktop.figures.table import NOT_ASKED, NOT_RECORDED, Dimension, Measure, TableKind, Unit
from vcse_desktop.i18n import N_

PEOPLE, ATTENDANCES, HELPERS, CONTACTS = "people", "attendances", "helpers", "contacts"
HOURS, STATEMENTS, SESSIONS, RESPONSES = "hours", "statements", "sessions", "responses"
PERSON, ATTENDANCE, EVENT, STATEMENT = Unit.PERSON, Unit.ATTENDANCE, Unit.EVENT, Unit.STATEMENT
TIME = Unit.PERSON_HOURS

_MEASURES = (
    Measure("held", N_("Sessions held"), EVENT, SESSIONS),
    Measure("cancelled", N_("Sessions cancelled"), EVENT, SESSIONS),
    Measure("attendances", N_("Attendances"), ATTENDANCE, ATTENDANCES),
    Measure("without_number", N_("Sessions at which nobody was counted"), EVENT, SESSIONS, "held"),
    Measure("carers_came", N_("Attendances by carers"), ATTENDANCE, ATTENDANCES, "attendances"),
    Measure("carers_not_asked", N_("Sessions with no number of carers"), EVENT, SESSIONS, "held"),
    Measure("people", N_("People by name"), PERSON, PEOPLE),
    Measure("came", N_("People who came, by name"), PERSON, PEOPLE, "people"),
    Measure("volunteers", N_("People who gave time, by name"), PERSON, PEOPLE, "people"),
    Measure("supported", N_("People who were given support, by name"), PERSON, PEOPLE, "people"),
    Measure("helpers", N_("Helpers, each time they helped"), ATTENDANCE, HELPERS),
    Measure("without_hours", N_("Of these helpers, no hours recorded"), ATTENDANCE, HELPERS, "helpers"),
    Measure("helpers_not_recorded", N_("Times with no number of helpers"), EVENT),
    Measure("hours", N_("Hours given"), TIME, HOURS, heads="helpers"),
    Measure("hours_not_counted", N_("Of these hours, estimated or remembered"), TIME, HOURS, "hours"),
    Measure("identified_people", N_("Carers identified, by name"), PERSON, PEOPLE),
    Measure(
        "identified_contacts", N_("Carers identified, unnamed"), ATTENDANCE, CONTACTS, "supported_contacts"
    ),
    Measure("supported_people", N_("Carers supported, by name"), PERSON, PEOPLE, "supported"),
    Measure("supported_contacts", N_("Carers supported, unnamed contacts"), ATTENDANCE, CONTACTS),
    Measure("involved_people", N_("Carers involved, by name"), PERSON, PEOPLE, "supported_people"),
    Measure("involved_contacts", N_("Carers involved, unnamed"), ATTENDANCE, CONTACTS, "supported_contacts"),
    Measure("care_people", N_("People drawing on care, by name"), PERSON, PEOPLE, "supported"),
    Measure("care_contacts", N_("People drawing on care, unnamed contacts"), ATTENDANCE, CONTACTS),
    Measure("care_involved_people", N_("Of these, involved, by name"), PERSON, PEOPLE, "care_people"),
    Measure(
        "care_involved_contacts", N_("Of these, involved, unnamed"), ATTENDANCE, CONTACTS, "care_contacts"
    ),
    Measure("insights", N_("Things people said"), STATEMENT, STATEMENTS),
    Measure(
        "insights_answered", N_("Things people said that were answered"), STATEMENT, STATEMENTS, "insights"
    ),
    Measure("insights_told", N_("Things people said and were told about"), STATEMENT, STATEMENTS, "insights"),
    Measure("responses", N_("Answers asked for"), EVENT, RESPONSES),
    Measure("responses_answered", N_("Answers given"), EVENT, RESPONSES, "responses"),
    Measure("undated_sessions", N_("Sessions without a day"), EVENT, SESSIONS),
    Measure("undated_hours", N_("Hours given without a day"), TIME, HOURS),
    Measure("undated_identified", N_("Carers by name, first known on no recorded day"), PERSON, PEOPLE),
    Measure("undated_contacts", N_("Support contacts without a day"), ATTENDANCE, CONTACTS),
    Measure("undated_insights", N_("Things said without a day"), STATEMENT, STATEMENTS),
    Measure("undated_responses", N_("Answers without a day"), EVENT, RESPONSES),
)
MEASURES = {measure.code: measure for measure in _MEASURES}

MONTH = Dimension("month", N_("Month"), ladder=ladders.MONTHS)
ACTIVITY = Dimension("activity", N_("Activity"), blank=NOT_RECORDED, ladder=ladders.ACTIVITIES)
CERTAINTY = Dimension(
    "certainty", N_("How sure"), "certainty", blank=NOT_RECORDED, ladder=ladders.CERTAINTIES
)
CARER = Dimension("carer", N_("Looks after someone"), "carer_status", blank=NOT_ASKED, ladder=ladders.CARERS)
TIME_KIND = Dimension(
    "kind",
    N_("Formal, informal or social action"),
    "volunteering_kind",
    overlaps=True,
    blank=NOT_RECORDED,
    ladder=ladders.KINDS_OF_TIME,
)
INVOLVED = Dimension(
    "involved",
    N_("Involved in planning the care"),
    "involved_answer",
    overlaps=True,
    blank=NOT_ASKED,
    ladder=ladders.INVOLVEMENT,
)
MOMENT = Dimension(
    "moment",
    N_("Involved in what"),
    "involvement_moment",
    overlaps=True,
    blank=NOT_ASKED,
    ladder=ladders.MOMENTS,
)
INSIGHT_KIND = Dimension("kind", N_("What kind"), "insight_kind", blank=NOT_RECORDED, ladder=ladders.ONLY)
THEME = Dimension(
    "theme", N_("Theme"), "insight_theme", overlaps=True, blank=NOT_RECORDED, ladder=ladders.ONLY
)
FEELING = Dimension("feeling", N_("How it was"), "feeling", blank=NOT_RECORDED, ladder=ladders.ONLY)
ROLE = Dimension(
    "role",
    N_("Who said it"),
    "speaker_role",
    about_people=True,
    blank=NOT_RECORDED,
    ladder=ladders.ROLES,
)
STATUS = Dimension("state", N_("Where it has got to"), "you_said_status", blank=NOT_RECORDED)


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


_MONTHS, _ACTIVITIES = _overlapping(MONTH), _overlapping(ACTIVITY)
_SESSIONS = "held cancelled attendances without_number carers_came carers_not_asked"
_TIME = "volunteers helpers without_hours helpers_not_recorded hours hours_not_counted"
_CARERS = " ".join(
    f"{what}_{who}" for what in ("identified", "supported", "involved") for who in ("people", "contacts")
)
_CARE = "care_people care_contacts care_involved_people care_involved_contacts"

TABLES = {
    kind.id: kind
    for kind in (
        _kind("sessions_by_month", N_("Sessions by month"), _SESSIONS, MONTH),
        _kind("sessions_by_activity", N_("Sessions by activity"), _SESSIONS, ACTIVITY),
        _kind("sessions_by_certainty", N_("How sure the numbers are"), "held attendances", CERTAINTY),
        _kind("people", N_("People by name"), "people came volunteers supported"),
        _kind("people_by_month", N_("People by name, by month"), "people came supported", _MONTHS),
        _kind("people_by_activity", N_("People by name, by activity"), "people came supported", _ACTIVITIES),
        _kind("people_by_carer", N_("People by name, by whether they look after someone"), "people", CARER),
        _kind("time", N_("Time given"), _TIME),
        _kind("time_by_month", N_("Time given by month"), _TIME, _MONTHS),
        _kind("time_by_activity", N_("Time given by activity"), _TIME, _ACTIVITIES),
        _kind("time_by_kind", N_("Time given by kind of volunteering"), "volunteers hours", TIME_KIND),
        _kind("time_by_certainty", N_("How sure the hours are"), "hours", CERTAINTY),
        _kind("carers", N_("Carers"), _CARERS),
        _kind("carers_by_month", N_("Carers by month"), _CARERS, _MONTHS),
        _kind("carers_by_activity", N_("Carers by activity"), _CARERS, _ACTIVITIES),
        _kind(
            "carers_by_involved",
            N_("Carers asked about being involved in planning the care"),
            "supported_people supported_contacts",
            INVOLVED,
        ),
        _kind("drawing_on_care", N_("People drawing on care and support"), _CARE),
        _kind(
            "drawing_on_care_by_moment",
            N_("People drawing on care and support, by what they were asked about"),
            _CARE,
            MOMENT,
        ),
        _kind("insight_by_kind", N_("What people said, by kind"), "insights", INSIGHT_KIND),
        _kind("insight_by_theme", N_("What people said, by theme"), "insights", THEME),
        _kind("insight_by_feeling", N_("What people said, by how it was"), "insights", FEELING),
        _kind("insight_by_role", N_("What people said, by who said it"), "insights", ROLE),
        _kind("insight_by_month", N_("What people said, by month"), "insights", MONTH),
        _kind(
            "insight_by_activity",
            N_("What people said, by activity"),
            "insights",
            replace(ACTIVITY, about_people=True),
        ),
        _kind(
            "answers",
            N_("What people said and what was answered"),
            "insights insights_answered insights_told responses responses_answered",
        ),
        _kind("answers_by_status", N_("Answers by where they have got to"), "responses", STATUS),
        _kind(
            "undated",
            N_("Without a day, so in no period"),
            "undated_sessions undated_hours undated_identified undated_contacts undated_insights"
            " undated_responses",
        ),
    )
}
"""Every table by its id, in the order of a report. Ids and measure codes are permanent, as released."""
