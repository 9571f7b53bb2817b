"""What the group wrote itself and a report prints: answers, pieces of asking, looking back, capacity."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.in_own_words import Writing, joined
from vcse_desktop.figures.asking import is_open, lead
from vcse_desktop.figures.clock import asked_on, is_change
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.reading import choices, day, ident, links, number, text
from vcse_desktop.figures.standing import looked_on, moved_on
from vcse_desktop.figures.table import Period
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Lists
from vcse_desktop.reports import numbers
from vcse_desktop.reports.material import Written
from vcse_desktop.reports.ten import ASKED, CAPACITY, CHANGED, LEARNED

MOST = 40
"""Records of one section at most, the newest first: a report is to be read."""
SAID, DAYS, STILL = N_("What people said"), N_("Days from hearing to telling"), N_("Days that it is open")
LEAD, WHOLE, PAID = N_("Days before the change, when we began"), N_("Everything we did"), N_("Who paid")
MISSING, BARRIERS, WAYS = N_("Who was missing"), N_("Barriers"), N_("Ways of asking")
ACTIONS, SUPPORT = N_("Actions"), N_("Support asked for or given")
FIXED, WAY = N_("{barrier}: {fix} ({result})"), N_("{community}, {technique}: {why}")
DONE, BY_DAY, BLANK = N_("{what} (done on {day})"), N_("{what} (by {day})"), N_("not recorded")
PRINTED = {
    "response": "status answer reason_no decision_ref asked_on due_on told_on told_how told_whom tsm",
    "engagement": "decision vision_line part_of opens closes decision_on change_on stage technique can_change"
    " cannot_change best_placed duty lga_duties no_duty went_to explained_use use_wording formats languages"
    " protected clinical clinical_cyp equality_notes method asked_before budget_decided decided_by",
    "review": "worked not_worked next_time reviewed_by reviewed_on their_words learned_from",
    "capacity_support": "direction what for_whom asked_on given_on until amount difference after",
}
"""The fields that are printed, in their order; each is on the list of those that may leave."""
CHANGE = " changed evidence"


@dataclass(frozen=True, slots=True)
class About:
    """The days that a report is about, its language, and whether it leaves the group.

    ``asking`` is the one piece of asking that is wanted, whenever it was.
    """

    period: Period
    language: str
    shared: bool = True
    asking: int | None = None

    def takes(self, row: Row) -> bool:
        """Say whether it speaks of a piece of asking."""
        return is_open(row, self.period) if self.asking is None else ident(row) == self.asking


def written(records: Records, given: Lists, about: About) -> list[Written]:
    """Return what a report prints of what the group wrote itself, the newest first.

    A piece of asking that may not be published is not in what leaves.
    """
    writing = Writing(records, given, about.period, about.language)
    asked = [row for row in records.engagement if about.takes(row)]
    ways = (
        (_answer, _answers(records, about.period)),
        (_asking, [row for row in asked if not (about.shared and row.get("may_publish") in (False, 0))]),
        (_review, [row for row in records.review if looked_on(row) in about.period]),
        (_capacity, [row for row in records.capacity_support if moved_on(row) in about.period]),
    )
    for put, rows in ways:
        for row in rows[:MOST]:
            put(writing, row)
    return writing.made


def _answers(records: Records, period: Period) -> list[Row]:
    """Return the answers that people were told in the period, were asked for, or are open at its end."""
    heard = {ident(row): day(row, "heard_on") for row in records.insight}
    found = []
    for row in records.response:
        asked, told = asked_on(row, heard), day(row, "told_on")
        is_waiting = asked is not None and asked <= period.end and (told is None or told > period.end)
        if is_waiting or told in period or asked in period:
            found.append((told or asked or period.end, ident(row), row))
    return [row for *_, row in sorted(found, key=lambda one: one[:2], reverse=True)]


def _answer(writing: Writing, row: Row) -> None:
    is_impact = is_change(row)
    codes = PRINTED["response"] + (CHANGE if is_impact else "")
    pairs = [(tr(SAID), writing.tags(row)), writing.body("response", row, "to_org")]
    pairs += [*writing.pairs("response", row, codes), _waited(writing, row)]
    writing.put(CHANGED, text(row, "what"), pairs, text(row, "changed") if is_impact else "")


def _waited(writing: Writing, row: Row) -> tuple[str, str]:
    """Return how many days went by from the first that was heard until people were told, or so far."""
    days = [when for when in (day(one, "heard_on") for one in writing.heard(row)) if when]
    first, told, end = min(days, default=day(row, "asked_on")), day(row, "told_on"), writing.period.end
    if first is None or first > end or (told is not None and told < first):
        return tr(STILL), ""
    if told is not None and told <= end:
        return tr(DAYS), numbers.whole((told - first).days, writing.language)
    return tr(STILL), numbers.whole((end - first).days, writing.language)


def _asking(writing: Writing, row: Row) -> None:
    labels, days = {one.code: tr(one.label) for one in KINDS["engagement"].fields}, lead(row)
    pairs = [writing.body("engagement", row, "decision_maker")]
    pairs += [(labels[code], writing.rung(text(row, code))) for code in ("rung_planned", "rung_actual")]
    pairs += writing.pairs("engagement", row, PRINTED["engagement"])
    if not text(row, "method"):
        pairs.append((labels["method"], tr(BLANK)))
    pairs.append((tr(LEAD), "" if days is None else numbers.whole(days, writing.language)))
    pairs.append(writing.body("engagement", row, "joint_with"))
    writing.put(ASKED, text(row, "question"), [*pairs, *_around(writing, ident(row))])


def _around(writing: Writing, asking: int) -> Iterator[tuple[str, str]]:
    """Yield who paid, who was missing, how which people were asked, and what stood in the way."""
    of = writing.records
    mine = {
        name: [row for row in getattr(of, name) if number(row, "engagement") == asking]
        for name in ("role", "audience", "barrier")
    }
    paid = [number(row, "organisation") or 0 for row in mine["role"] if "funded" in choices(row, "roles")]
    yield tr(PAID), writing.bodies(paid)
    there = [row for row in of.session if asking in links(row, "engagements")]
    missing = sorted({code for row in there for code in choices(row, "missing")})
    yield tr(MISSING), joined(writing.choice("own:community", code) for code in missing)
    yield tr(WAYS), joined(_way(writing, row) for row in mine["audience"])
    yield tr(BARRIERS), joined(_fixed(writing, row) for row in mine["barrier"])


def _way(writing: Writing, row: Row) -> str:
    codes = (("own:community", "community"), ("engagement_technique", "technique"))
    community, technique = (writing.choice(vocab, text(row, code)) for vocab, code in codes)
    why = writing.own(text(row, "why"))
    return tr(WAY, community=community or tr(BLANK), technique=technique or tr(BLANK), why=why or tr(BLANK))


def _fixed(writing: Writing, row: Row) -> str:
    barrier = writing.choice("barrier", text(row, "barrier")) or tr(BLANK)
    result = writing.choice("barrier_result", text(row, "result")) or tr(BLANK)
    return tr(FIXED, barrier=barrier, fix=writing.own(text(row, "fix")) or tr(BLANK), result=result)


def _review(writing: Writing, row: Row) -> None:
    about = (("activity", "title"), ("engagement", "question"))
    named = (_titled(getattr(writing.records, kind), number(row, kind), title) for kind, title in about)
    pairs = [*writing.pairs("review", row, PRINTED["review"]), writing.body("review", row, "shared_with")]
    actions = [one for one in writing.records.action if number(one, "review") == ident(row)]
    pairs.append((tr(ACTIONS), joined(_action(writing, one) for one in actions)))
    writing.put(LEARNED, next(filter(None, named), tr(WHOLE)), pairs)


def _titled(rows: Sequence[Row], wanted: int | None, title: str) -> str:
    return next((text(row, title) for row in rows if ident(row) == wanted), "")


def _action(writing: Writing, row: Row) -> str:
    """Return what is to be done and by when; never who does it."""
    what, done, by = writing.own(text(row, "what")), day(row, "done_on"), day(row, "by")
    if done:
        return tr(DONE, what=what, day=writing.day(done))
    return tr(BY_DAY, what=what, day=writing.day(by)) if by else what


def _capacity(writing: Writing, row: Row) -> None:
    bodies = [writing.body("capacity_support", row, code) for code in ("from_org", "to_org")]
    pairs = [*bodies, *writing.pairs("capacity_support", row, PRINTED["capacity_support"])]
    writing.put(CAPACITY, text(row, "for_whom") or tr(SUPPORT), pairs)
