"""What is said of checks and training, and of time that was given."""

from datetime import date

from ui.language import isolated
from ui.widgets import dates
from vcse_desktop.actions.running_out import SOON, Checked
from vcse_desktop.actions.thanking import Given
from vcse_desktop.i18n import N_, ngettext, tr

NAMELESS = N_("Somebody without a name")


def check_words(one: Checked) -> str:
    """Return whose check it is, and what was checked or learned."""
    return tr(N_("{name}: {what}"), name=isolated(one.who or tr(NAMELESS)), what=isolated(one.what))


def end_words(one: Checked, now: date) -> str:
    """Return when it ends or ended, in words."""
    if one.ends is None:
        if one.done is None:
            return tr(N_("No day is noted."))
        return tr(N_("Done on {day}. No end is noted."), day=dates.in_words(one.done))
    day, days = dates.in_words(one.ends), (one.ends - now).days
    if days == 0:
        return tr(N_("Runs out today, {day}."), day=day)
    if days < 0:
        return ngettext("Ran out on {day}, {n} day ago.", "Ran out on {day}, {n} days ago.", -days, day=day)
    if days > SOON:  # nobody counts so many days
        return tr(N_("Runs out on {day}."), day=day)
    return ngettext("Runs out on {day}, in {n} day.", "Runs out on {day}, in {n} days.", days, day=day)


def given_words(one: Given) -> str:
    """Return who gave time."""
    return isolated(one.who) if one.who else tr(NAMELESS)


def last_words(one: Given) -> str:
    """Return when they gave time last."""
    return tr(N_("Gave time last on {day}."), day=dates.in_words(one.last)) if one.last else ""


def owed_words(one: Given) -> str:
    """Return for which time their expenses wait."""
    if one.last is None:
        return tr(N_("Offered and not paid yet."))
    return tr(N_("Offered and not paid yet, the last time on {day}."), day=dates.in_words(one.last))
