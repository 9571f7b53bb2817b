"""Every column of numbers that there is: its permanent code, what it counts and within what it lies."""

from vcse_desktop.figures.dimensions import TALLIED, plain_code
from vcse_desktop.figures.table import Measure, Unit
from vcse_desktop.i18n import N_

PEOPLE, ATTENDANCES, HELPERS, CONTACTS = "people", "attendances", "helpers", "contacts"
HOURS, STATEMENTS, SESSIONS, RESPONSES = "hours", "statements", "sessions", "responses"
PERSON, ATTENDANCE, EVENT, STATEMENT = Unit.PERSON, Unit.ATTENDANCE, Unit.EVENT, Unit.STATEMENT
TIME, DAYS, POUNDS = Unit.PERSON_HOURS, Unit.DAY, Unit.POUND
CASES, BREAKS, MATTERS, TIMES, WISHES = "cases", "breaks", "matters", "support_times", "wishes"
STAKEHOLDERS, REACHED, COST = "stakeholders", "reached", "asked_reached"

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
    Measure("clock_insights", N_("Things people said"), STATEMENT, "clock"),
    Measure("clock_median", N_("Days, half of them at most"), DAYS),
    Measure("clock_longest", N_("Days, the longest"), DAYS),
    Measure("answers_changed", N_("Changes, with what changed and how we know"), EVENT),
    Measure("answers_refused", N_("Not possible, with the reason given"), EVENT),
    Measure("answers_told", N_("Answers that people were told"), EVENT),
    Measure("answers_open", N_("Answers that are still waited for, or not yet told"), EVENT),
    Measure("would_help", N_("Things that would help"), STATEMENT, STATEMENTS, "insights"),
    Measure("support_times", N_("Times support was given"), ATTENDANCE, TIMES),
    Measure("breaks", N_("Breaks, each time"), ATTENDANCE, BREAKS),
    Measure("break_hours", N_("Hours of breaks for carers"), TIME, "break_hours", heads="breaks"),
    Measure("matters_times", N_("Times it was told"), ATTENDANCE, MATTERS),
    Measure("carried_over", N_("Carried over"), ATTENDANCE, CASES),
    Measure("received", N_("Asked for"), ATTENDANCE, CASES),
    Measure("accepted", N_("Taken on"), ATTENDANCE, CASES),
    Measure("closed", N_("Closed"), ATTENDANCE, CASES),
    Measure("support_asked", N_("Asked for, for volunteers"), EVENT),
    Measure("support_given", N_("Given to volunteers"), EVENT),
    Measure("counted_by", N_("Attendances where this was counted"), ATTENDANCE, ATTENDANCES, "attendances"),
    Measure("listened_asked", N_("Attendances asked"), ATTENDANCE, ATTENDANCES, "attendances"),
    Measure("listened_yes", N_("Felt listened to"), ATTENDANCE, ATTENDANCES, "listened_asked"),
    Measure("listened_not_asked", N_("Sessions at which nobody was asked"), EVENT),
    Measure("rung_planned", N_("Planned"), EVENT),
    Measure("rung_reached", N_("Reached"), EVENT),
    Measure("askings", N_("Pieces of asking"), EVENT),
    Measure("under_duty", N_("Pieces of asking"), EVENT),
    Measure("lead_known", N_("Pieces of asking with both days known"), EVENT),
    Measure("lead_median", N_("Days before the change, half of them at most"), DAYS),
    Measure("lead_shortest", N_("Days before the change, the shortest"), DAYS),
    Measure("with_group", N_("Pieces of asking with them"), EVENT),
    Measure("took_part", N_("How many"), ATTENDANCE, STAKEHOLDERS),
    Measure("used_method", N_("Times this was used"), EVENT),
    Measure("reached", N_("How many it reached"), ATTENDANCE, REACHED),
    Measure("barriers", N_("Barriers"), EVENT),
    Measure("fixes", N_("With something done about it"), EVENT),
    Measure("fixes_worked", N_("It worked, or helped a bit"), EVENT),
    Measure("people_by_area", N_("People by name"), PERSON, PEOPLE, "people"),
    Measure("wishes_now", N_("People asked within the last year"), PERSON, WISHES),
    Measure("wishes_before", N_("Asked longer ago, or on no recorded day"), PERSON, WISHES),
    Measure("reviews", N_("Times we looked back"), EVENT),
    Measure("actions", N_("Actions agreed"), EVENT),
    Measure("actions_done", N_("Of these, done"), EVENT),
    Measure("asked_by_us", N_("We asked for it"), EVENT),
    Measure("given_to_us", N_("Given to us"), EVENT),
    Measure("asked_of_us", N_("Asked of us"), EVENT),
    Measure("given_by_us", N_("Given by us"), EVENT),
    Measure("money_to_us", N_("Money given to us (£)"), POUNDS),
    Measure("money_by_us", N_("Money given by us (£)"), POUNDS),
    Measure("held_in_part", N_("Sessions held"), EVENT),
    Measure("asking_cost", N_("What it cost in all (£)"), POUNDS),
    Measure("asking_reached", N_("How many it reached"), ATTENDANCE, COST),
    Measure("principle_activities", N_("Activities"), EVENT),
    Measure("principle_askings", N_("Pieces of asking"), EVENT),
    Measure("principle_answers", N_("Answers"), EVENT),
    Measure("principle_reviews", N_("Times we looked back"), EVENT),
    Measure("principle_capacity", N_("Support asked for or given"), EVENT),
    *(
        Measure(
            f"tallied_{plain_code(vocab)}",
            N_("Attendances"),
            ATTENDANCE,
            f"tallied_{plain_code(vocab)}",
            rest=f"not_in_{plain_code(vocab)}",
        )
        for vocab in TALLIED
    ),
)
MEASURES = {measure.code: measure for measure in _MEASURES}
