"""Every way to break a table down that there is."""

from vcse_desktop.figures import ladders
from vcse_desktop.figures.table import NOT_ASKED, NOT_RECORDED, Code, Dimension
from vcse_desktop.i18n import N_

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
CLOCK = Dimension(
    "clock",
    N_("Feedback"),
    overlaps=True,
    own=(Code("told", N_("People were told")), Code("open", N_("Still open on the last day"))),
    used=True,
)
NEEDS = Dimension(
    "needs_service",
    N_("Is a service the answer"),
    "needs_service",
    blank=NOT_RECORDED,
    ladder=ladders.ONLY,
)
OUTCOME = Dimension(
    "outcome", N_("Did they get there?"), "handover_outcome", blank=NOT_RECORDED, ladder=ladders.ONLY
)
ASSESSMENT = Dimension(
    "assessment",
    N_("Carer's assessment"),
    "assessment_status",
    overlaps=True,
    blank=NOT_RECORDED,
    ladder=ladders.ONLY,
)
FOR_WHOM = Dimension("who_for", N_("Who it was for"), "support_for", blank=NOT_RECORDED, ladder=ladders.ONLY)
MATTERS = Dimension(
    "matters",
    N_("What matters to them"),
    "ascot_carer_domains",
    overlaps=True,
    ladder=ladders.ONLY,
    used=True,
)
WHY = Dimension(
    "why",
    N_("Why people give time"),
    "volunteer_motivation",
    overlaps=True,
    blank=NOT_ASKED,
    ladder=ladders.ONLY,
)
WISH = Dimension(
    "wish",
    N_("How they want to be involved"),
    "involvement_level",
    overlaps=True,
    ladder=ladders.ONLY,
)
CORE20 = Dimension(
    "core20",
    N_("Where they live"),
    overlaps=True,
    own=(
        Code("core20", N_("Among the most deprived fifth of areas")),
        Code("other", N_("Another area")),
        Code("not_known", N_("Area not known")),
    ),
    ladder=ladders.ONLY,
    used=True,
)
RUNG = Dimension("rung", N_("Rung of the ladder"), "ladder_of_engagement", blank=NOT_RECORDED)
STAGE = Dimension("stage", N_("When we began"), "engagement_stage", blank=NOT_RECORDED)
DUTY = Dimension("duty", N_("Duty in law"), "duty_reference", overlaps=True, used=True)
STAKEHOLDER = Dimension("stakeholder", N_("Who took part"), "stakeholder_group", ladder=ladders.ONLY)
COMMUNITY = Dimension("community", N_("Community"), "own:community", overlaps=True, used=True)
METHOD = Dimension(
    "technique", N_("How"), "engagement_technique", blank=NOT_RECORDED, ladder=ladders.ONLY, used=True
)
BARRIER = Dimension("barrier", N_("What stood in the way"), "barrier", blank=NOT_RECORDED, used=True)
REVIEWER = Dimension("reviewer", N_("Who looked back"), "reviewer", overlaps=True, blank=NOT_RECORDED)
CAPACITY = Dimension("what", N_("What"), "capacity_kind", overlaps=True, blank=NOT_RECORDED, used=True)
PART = Dimension(
    "part",
    N_("Our part"),
    own=(
        Code("led", N_("Led by us")),
        Code("co_led", N_("Led jointly")),
        Code("took_part", N_("Took part in what others led")),
    ),
)
ASKING = Dimension("asking", N_("What was asked"), ladder=ladders.ONLY, used=True)
PRINCIPLE = Dimension("principle", N_("Principle"), "six_principles", overlaps=True)

TALLIED = {
    "inclusion_groups": N_("Groups who are often left out"),
    "protected_characteristics": N_("Protected characteristics"),
    "age_band": N_("Age"),
    "sex": N_("Sex"),
    "ethnic_group": N_("Ethnic group"),
    "religion": N_("Religion"),
    "sexual_orientation": N_("Sexual orientation"),
    "gender_identity": N_("Gender same as registered at birth"),
    "disability_eqa": N_("Disability or long-term condition"),
    "impairment": N_("What an impairment affects"),
    "english_proficiency": N_("How well people speak English"),
    "own:community": N_("Communities"),
    "own:place": N_("Where people came from"),
}
"""What people at a session may be counted by, and what it is called."""


def plain_code(vocab: str) -> str:
    """Return the code of a list in letters that any file takes."""
    return vocab.replace(":", "_")


GROUPED = Dimension("group", N_("Group"), overlaps=True, used=True)
"""Every group of every list, so that all stand in one table; nobody adds them up, so there is no total."""
APART = "__"
"""Stands between the code of a list and that of one of its groups."""
LIST = Dimension(
    "list",
    N_("What was counted"),
    overlaps=True,
    own=tuple(Code(plain_code(vocab), title) for vocab, title in TALLIED.items()),
    ladder=ladders.ONLY,
    used=True,
)
