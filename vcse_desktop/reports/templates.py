"""What a partner may ask for: sections and tables of a summary, and questions that a group may decline."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from vcse_desktop.figures.registry import TABLES
from vcse_desktop.i18n import N_
from vcse_desktop.reports import ten
from vcse_desktop.reports.ten import (
    ASKED,
    CAPACITY,
    CARERS,
    CHANGED,
    LEARNED,
    PRINCIPLES,
    REACHED,
    SUMMARY,
    TOLD,
    VOLUNTEERING,
)

_IF_ASKED = (
    "carers_assessment",
    "carers_quarter",
    "time_why",
    "time_support",
    "engagement_stages",
    "engagement_lead",
    "engagement_duties",
    "engagement_barriers",
    "engagement_missing",
    "review_by",
    "review_actions",
    "capacity_by_kind",
    "capacity_money",
    "connections_outcome",
)
"""Tables that go in where somebody asks for them: they take long to protect, or the words beside say it."""
MOST_TABLES = 44
"""Of one pack: format 1 has room for 64 files, among them 7 of the report and as many signatures."""
_BY_ACTIVITY = tuple(table for table in TABLES if table.endswith("_by_activity"))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a template asks: its permanent code, its words, its section, how its tables begin."""

    code: str
    words: str
    section: str
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One way to make a summary: its permanent code and what it says.

    ``sections`` are those asked for, none for all that there are. ``with_`` are tables that only go in where
    they are asked for, ``without`` begin the ids of tables that are left out.
    """

    code: str
    title: str
    about: str
    sections: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def unasked(self) -> frozenset[str]:
        """The sections that are not asked for."""
        return frozenset(section.code for section in ten.SECTIONS if not self.asks(section.code))

    def asks(self, section: str) -> bool:
        """Say whether a section is asked for."""
        return not self.sections or section in self.sections

    def tables(self, unanswered: Collection[str] = ()) -> frozenset[str]:
        """Return the ids of the tables that go in, without those of the questions that are declined."""
        declined = tuple(
            begin for question in self.questions if question.code in unanswered for begin in question.tables
        )
        return frozenset(
            table
            for table in TABLES
            if self.asks(ten.section_of(table) or SUMMARY)
            and not table.startswith((*self.without, *declined))
            and (table not in _IF_ASKED or table in self.with_)
        )

    def declined(self, unanswered: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return the section and the words of each question that is declined."""
        return tuple((one.section, one.words) for one in self.questions if one.code in unanswered)


USUAL = Template(
    "",
    N_("What we usually share"),
    N_("All ten sections, with the tables that most partners read."),
)
TEMPLATES: Mapping[str, Template] = {
    template.code: template
    for template in (
        USUAL,
        Template(
            "icb",
            N_("For an integrated care board"),
            N_("All ten sections: how people were part of decisions, who was reached, and what changed."),
            with_=(
                "engagement_stages",
                "engagement_lead",
                "engagement_duties",
                "engagement_barriers",
                "review_by",
            ),
            without=_BY_ACTIVITY,
            questions=(
                Question(
                    "listened",
                    N_("How many of those asked felt listened to?"),
                    ASKED,
                    ("engagement_listened",),
                ),
                Question(
                    "groups",
                    N_("How many came from groups who are often left out?"),
                    REACHED,
                    ("reach_",),
                ),
                Question(
                    "duties",
                    N_("Under which duties in law were people asked?"),
                    ASKED,
                    ("engagement_duties",),
                ),
            ),
        ),
        Template(
            "carers_quarter",
            N_("A council's quarter for carers"),
            N_("Carers identified, supported and involved; asked for, taken on, carried over and closed."),
            sections=(SUMMARY, CHANGED, TOLD, CARERS, LEARNED, PRINCIPLES),
            with_=("carers_assessment", "carers_quarter"),
            without=("carers_by_activity", "insight_by_activity", "insight_by_month"),
            questions=(
                Question(
                    "quarter",
                    N_("How many carers asked for support, were taken on, carried over and closed?"),
                    CARERS,
                    ("carers_quarter",),
                ),
                Question(
                    "assessments",
                    N_("Where have carer's assessments got to?"),
                    CARERS,
                    ("carers_assessment",),
                ),
                Question("breaks", N_("How many breaks were given?"), CARERS, ("carers_breaks",)),
            ),
        ),
        Template(
            "trustees",
            N_("For our trustees"),
            N_("What changed, who gives time and why, what we learned, capacity and cost."),
            with_=(
                "time_why",
                "time_support",
                "review_by",
                "review_actions",
                "capacity_by_kind",
                "capacity_money",
            ),
            without=(*_BY_ACTIVITY, "drawing_on_care_by", "insight_by_month", "carers_by_month", "reach_"),
            questions=(
                Question("why", N_("Why do people give time?"), VOLUNTEERING, ("time_why",)),
                Question("cost", N_("What did asking cost?"), CAPACITY, ("capacity_cost",)),
            ),
        ),
    )
}
"""Every template by its code."""


def template_of(code: str) -> Template:
    """Return the template with this code; the usual one for a code of a newer program."""
    return TEMPLATES.get(code, USUAL)
