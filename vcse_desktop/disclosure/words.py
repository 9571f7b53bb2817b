"""What people read about hiding: on the group's own screens, and in the pack."""

from collections import Counter

from vcse_desktop.disclosure.plan import CellKey, Plan, Why
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.i18n import N_, ngettext, tr

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
    """Return why a number is hidden for its own sake or as before, for the group's own screens alone.

    KeyError when it is not, and when it is hidden to protect another: that takes true numbers to say.
    """
    return tr(_REASONS[plan.reasons[where]], least=plan.policy.threshold)
