"""Engagement: pieces of asking, what was given and asked for, and what was learned afterwards."""

from typing import ClassVar

from ui.forms.arranged import arranged
from ui.forms.choosing import Chips
from ui.forms.record_form import RecordForm
from ui.screens.asked.beside import BesideAsking
from ui.screens.asked.tab import FiguresTab
from ui.screens.desk import Desk
from ui.screens.records.beneath import Beneath
from ui.screens.records.form import Making, RecordPage
from ui.screens.records.learned import Learned
from ui.screens.records.part import RecordsPart
from ui.screens.records.plan_on_paper import PlanOnPaper
from ui.screens.records.shared import REVIEWS, SUPPORT, capacity_part, review_part, rows_of
from ui.screens.records.tabs import RecordTabs
from ui.screens.tally.of_asking import AskingTallies
from ui.screens.timeline.whole import Folded
from ui.widgets.chips import OneWithMeaning
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Field, Values
from vcse_desktop.records.vocabularies import label

NO_ENGAGEMENT = N_("Nothing here yet. One question and one decision are enough to begin.")
RUNGS = ("rung_planned", "rung_actual")
NEAR = (
    "question",
    "decision",
    "decision_maker",
    "opens",
    "closes",
    "decision_on",
    *RUNGS,
    "can_change",
    "cannot_change",
)
KIND = arranged(KINDS["engagement"], NEAR)
OF_ENGAGEMENT = ("audience", "stakeholder", "tally", "barrier")


class Engagement(RecordTabs):
    """Tabs: Engagement, How we asked, Capacity support, Reviews."""

    card: ClassVar[str] = "engagement"
    shows: ClassVar[frozenset[str]] = frozenset(
        {"engagement", "capacity_support", "review", "action", "organisation", "setting", *OF_ENGAGEMENT}
        | {"session", "activity", "own_item"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("Engagement")))
        self.kinds = {"engagement": "engagement", "capacity_support": "support", "review": "reviews"}
        self.tabs.add(
            "engagement",
            tr(N_("Engagement")),
            lambda: RecordsPart(
                desk,
                "engagement",
                empty=tr(NO_ENGAGEMENT),
                add=tr(N_("Plan to ask people something")),
                making=engagement_page(desk),
            ),
        )
        self.tabs.add("asked", tr(N_("How we asked")), lambda: FiguresTab(desk))
        self.tabs.add("support", tr(SUPPORT), lambda: capacity_part(desk))
        self.tabs.add("reviews", tr(REVIEWS), lambda: review_part(desk))


def engagement_page(desk: Desk) -> Making:
    """Return what makes the page of a piece of asking: how much say stands with its meaning beside it."""

    def make(record: int | None, found: Opened, values: Values) -> RecordPage:
        held = {**values, **(found.values or {})}
        rungs = {f.code: rung(f, found) for f in KINDS["engagement"].fields if f.code in RUNGS}
        form = RecordForm(KIND, found.lists, found.names, held, rungs)
        page = RecordPage(record, found, form, beneath(desk, record))
        if record is None:
            page.put_over(Learned(desk, "engagement"))
        near = BesideAsking(desk, record, form.values)
        form.changed.connect(near.note)
        page.put_under(near)
        if record is not None:
            page.put_under(PlanOnPaper(desk, record))
            page.put_under(Folded(desk, ("engagement", record)))
        return page

    return make


def beneath(desk: Desk, record: int | None) -> list[Beneath]:
    """Return what stands under the form of a piece of asking that is there."""
    if record is None:
        return []
    whom, barrier = rows_of(desk, "engagement", ("audience", "barrier"), record)
    return [whom, AskingTallies(desk, record), barrier]


def rung(field: Field, found: Opened) -> Chips:
    """Return the choice of how much say people have, none chosen, each with what it means."""
    offer = [
        (item.code, label(found.lists, field.vocab, item.code), pgettext(field.vocab, item.help))
        for item in found.lists[field.vocab]
        if not item.hidden
    ]
    return Chips(OneWithMeaning(tr(field.label), offer))
