"""The three facts about a carer, each a sentence and never added; how somebody wants to be involved."""

from collections.abc import Sequence
from datetime import date, timedelta

from vcse_desktop.actions.entering import FOR_A_CARER
from vcse_desktop.actions.happening import field
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.figures.reading import choices, day, text
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Values

CARES = ("yes", "would_not_use_word")
INVOLVED = ("yes", "partly")
SINCE, SINCE_BY = N_("Known as a carer since {day}."), N_("Known as a carer since {day}. Who noticed: {who}.")
SINCE_UNKNOWN = N_("Known as a carer; since when is not recorded.")
NOT_SUPPORTED = N_("No support for them as a carer is noted.")
INVOLVED_IN = N_("Involved in: {what}. Last on {day}.")
INVOLVED_ALONE = N_("Involved in planning the care, last on {day}.")
NOT_INVOLVED = N_("Asked about planning the care on {day}: not involved.")
NOT_ASKED = N_("Whether they are involved in planning the care is not noted.")
ASKED, ASKED_LONG_AGO = N_("Asked on {day}."), N_("Asked on {day}. Ask again: that was over a year ago.")
ASKED_NO_DAY = N_("When they were asked is not recorded.")
NO_DAY = N_("a day that is not recorded")
A_YEAR = timedelta(days=365)


def three_facts(says: Sayings, known: Values, support: Sequence[Values]) -> list[str]:
    """Return since when somebody is known as a carer, how often supported, and in what involved.

    Nothing for who is no carer. ``support`` is what is noted under any of their records.
    """
    given = [row for row in support if row["who_for"] in FOR_A_CARER]
    if not (given or known["identified_on"] or known["carer"] in CARES):
        return []
    return [_identified(says, known), _supported(says, given), _involved(says, given)]


def asked(says: Sayings, known: Values) -> str:
    """Return when somebody was asked how they want to be involved, and whether to ask again."""
    on = day(known, "involve_asked_on")
    if on is None:
        return tr(ASKED_NO_DAY)
    sentence = ASKED_LONG_AGO if on < today() - A_YEAR else ASKED
    return tr(sentence, day=_day(says, text(known, "involve_asked_on")))


def _identified(says: Sayings, known: Values) -> str:
    since, who = text(known, "identified_on"), text(known, "identified_by")
    if not since:
        return tr(SINCE_UNKNOWN)
    if not who:
        return tr(SINCE, day=_day(says, since))
    return tr(SINCE_BY, day=_day(says, since), who=says.said(field("person", "identified_by"), who))


def _supported(says: Sayings, given: Sequence[Values]) -> str:
    if not given:
        return tr(NOT_SUPPORTED)
    last = _day(says, max(text(row, "date") for row in given))
    return ngettext(
        "Supported {n} time, on {day}.", "Supported {n} times, last on {day}.", len(given), day=last
    )


def _involved(says: Sayings, given: Sequence[Values]) -> str:
    asked = [row for row in given if text(row, "involved") in {*INVOLVED, "no"}]
    those = [row for row in asked if text(row, "involved") in INVOLVED]
    if not asked:
        return tr(NOT_ASKED)
    last = _day(says, max(text(row, "date") for row in those or asked))
    what = sorted({code for row in those for code in choices(row, "involved_in")})
    if what:
        return tr(INVOLVED_IN, what=says.said(field("support", "involved_in"), what), day=last)
    return tr(INVOLVED_ALONE if those else NOT_INVOLVED, day=last)


def _day(says: Sayings, on: str) -> str:
    return says.said(field("support", "date"), date.fromisoformat(on).isoformat()) if on else tr(NO_DAY)
