"""How tables can be given in less detail: for each way to break them down, steps to the total alone."""

from vcse_desktop.figures.table import Code, Step
from vcse_desktop.i18n import N_

_TOTAL = "total"
ONLY_TOTAL = Step(
    _TOTAL,
    N_("Only the total"),
    N_("To protect people, this table has the total alone, and no rows for its parts."),
)
ONLY = (ONLY_TOTAL,)

MONTHS = (
    Step(
        "quarter",
        N_("By quarter of a year"),
        N_("To protect people, this table has quarters of a year and no months."),
        within=True,
    ),
    Step(
        _TOTAL,
        N_("Only for the whole period"),
        N_("To protect people, this table has the whole period alone, and no months."),
    ),
)
ACTIVITIES = (
    Step(
        "kind_of_activity",
        N_("By kind of activity"),
        N_("To protect people, this table has kinds of activities and no single activities."),
        within=True,
    ),
    Step(
        _TOTAL,
        N_("Only for all activities together"),
        N_("To protect people, this table has all activities together, and none alone."),
    ),
)
CERTAINTIES = (
    Step(
        "counted_or_not",
        N_("Counted at the time, or not"),
        N_("To protect people, this table does not tell what was estimated from what was remembered."),
        (Code("not_counted", N_("Estimated, or remembered later"), ("estimated", "remembered")),),
    ),
    ONLY_TOTAL,
)
CARERS = (
    Step(
        "looks_after",
        N_("Looks after someone, whatever word they use"),
        N_("To protect people, this table does not tell who would use the word carer."),
        (Code("looks_after", N_("Yes, whatever word they use"), ("yes", "would_not_use_word")),),
    ),
    ONLY_TOTAL,
)
KINDS_OF_TIME = (
    Step(
        "formal_or_not",
        N_("Formal, or not"),
        N_("To protect people, this table has informal volunteering and social action together."),
        (Code("not_formal", N_("Informal, or social action"), ("informal", "social_action")),),
    ),
    ONLY_TOTAL,
)
INVOLVEMENT = (
    Step(
        "involved_or_not",
        N_("Involved at all, or not"),
        N_("To protect people, this table does not tell who was involved partly from who was fully."),
        (
            Code("involved", N_("Yes, or partly"), ("yes", "partly")),
            Code("not_involved", N_("No, or does not apply"), ("no", "not_applicable")),
        ),
    ),
    ONLY_TOTAL,
)
MOMENTS = (
    Step(
        "care_or_own",
        N_("The care, or their own decisions"),
        N_("To protect people, this table has what people were asked about in two wider groups."),
        (
            Code(
                "the_care",
                N_("Assessing, planning or reviewing the care"),
                ("assessment", "planning", "review"),
            ),
            Code("own_choice", N_("Their own decisions or budget"), ("own_decision", "personal_budget")),
        ),
    ),
    ONLY_TOTAL,
)
ROLES = (
    Step(
        "wider_roles",
        N_("By wider groups of people"),
        N_("To protect people, this table has who said it in wider groups."),
        (
            Code(
                "people_served",
                N_("People who use services, are cared for, or live here"),
                ("participant", "cared_for", "resident"),
            ),
            Code("carers_family", N_("Carers, family or friends"), ("carer", "family_friend")),
            Code(
                "helping_working",
                N_("Volunteers, paid workers or partners"),
                ("volunteer", "worker", "partner"),
            ),
        ),
    ),
    ONLY_TOTAL,
)
