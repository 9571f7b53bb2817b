"""What people read about hiding: on the group's own screens, and in the pack."""

from collections import Counter
from functools import reduce

from vcse_desktop.disclosure.plan import CellKey, Plan, ProtectedTable, Why
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.figures.table import TOTAL
from vcse_desktop.i18n import N_, ngettext, tr

BESIDE = N_(
    "Hidden because on {day} you told {audience} other numbers of the same people. Taken away from each "
    "other, the two would tell about a few of them."
)
_REASONS = {
    Why.SMALL: N_("Hidden because fewer than {least} people are behind it."),
    Why.HOURS: N_("Hidden because few people gave these hours, or almost all of them are one person's."),
    Why.EARLIER: N_("Hidden because an earlier pack hid it."),
}


def banner(plan: Plan) -> list[str]:
    """Return the sentences that say how much is hidden and why; none when nothing is."""
    counts, least = Counter(plan.reasons.values()), plan.policy.threshold
    said = {
        Why.SMALL: ngettext(
            "1 number is hidden because fewer than {least} people are behind it.",
            "{n} numbers are hidden because fewer than {least} people are behind them.",
            counts[Why.SMALL],
            least=least,
        ),
        Why.HOURS: ngettext(
            "1 number of hours is hidden because few people gave them, or almost only one.",
            "{n} numbers of hours are hidden because few people gave them, or almost only one.",
            counts[Why.HOURS],
        ),
        Why.PROTECTS: ngettext(
            "1 more is hidden so that nobody can find a hidden one by subtraction.",
            "{n} more are hidden so that nobody can find a hidden one by subtraction.",
            counts[Why.PROTECTS],
        ),
        Why.EARLIER: ngettext(
            "1 more is hidden because an earlier pack hid it.",
            "{n} more are hidden because an earlier pack hid them.",
            counts[Why.EARLIER],
        ),
    }
    return [sentence for why, sentence in said.items() if counts[why]]


def reader_line(policy: Policy) -> str:
    """Return the line for the reader of a pack."""
    if policy.round_base == 1:
        return tr(N_("[c] means hidden to protect people. The other numbers are exact. 0 means none."))
    line = N_(
        "[c] means hidden to protect people. Numbers of people and of hours are rounded to the nearest"
        " {base}, so parts may not add up. 0 means none."
    )
    return tr(line, base=policy.round_base)


def reason(plan: Plan, where: CellKey) -> str:
    """Return why a number is hidden, for the group's own screens alone; KeyError when it is not."""
    why = plan.reasons[where]
    if why is not Why.PROTECTS:
        return tr(_REASONS[why], least=plan.policy.threshold)
    secret = plan.protects[where]
    releases = [cell.release for cell in (secret.cell, *secret.less) if cell.release]
    if releases:
        told = plan.earlier[max(releases)]
        return tr(BESIDE, audience=told.audience, day=told.day)
    group = _named(plan, secret.cell)
    if not secret.less:
        return tr(
            N_("Hidden to protect this number: {group}. With it, that one could be found."), group=group
        )
    others = _listed([_named(plan, inner) for inner in secret.less])
    sentence = N_("Hidden to protect the few people in {group} who are not in {others}.")
    return tr(sentence, group=group, others=others)


def _named(plan: Plan, where: CellKey) -> str:
    """Return what a number counts in the group's own words: its column, and its row but for totals."""
    table = next(table for table in plan.tables if _holds(table, where))
    measure = next(m for m in table.kind.measures if m.code == where.measure)
    row = next(row for row in table.rows if row.codes == where.codes)
    labels = [label for code, label in zip(row.codes, row.labels, strict=True) if code != TOTAL]
    return _listed([tr(measure.label), *labels])


def _holds(table: ProtectedTable, where: CellKey) -> bool:
    mine = (table.kind.id, table.kind.version, table.period.start.isoformat(), table.period.end.isoformat())
    return mine == (where.table, where.version, where.start, where.end)


def _listed(names: list[str]) -> str:
    return reduce(lambda one, other: tr(N_("{one}, {other}"), one=one, other=other), names)
