"""What happened in a piece of asking: its days and sessions, what was heard, asked for and told."""

from collections.abc import Collection, Iterable, Iterator

from vcse_desktop.actions.days_with import SESSION, held
from vcse_desktop.actions.happening import INSIGHT, Happened, about, always, at, heard, on, reviews
from vcse_desktop.actions.one_line import clipped, its_way
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, AnyOf
from vcse_desktop.store.vault import Vault

OWN_DAYS = {
    "opens": N_("The asking opens"),
    "closes": N_("The asking closes"),
    "decision_on": N_("The decision is made"),
    "change_on": N_("Procurement or change starts"),
}
"""What is said of each day of a piece of asking itself."""
OF_ACTIVITY = N_("{activity}: {words}")
ASKED, ASKED_OF = N_("Asked: {words}"), N_("Asked {name}: {words}")
TOLD, DUE = N_("People were told: {words}"), N_("Answer due: {words}")
ANSWERED = ("done", "not_possible")
RESPONSE = ("what", "to_org", "status", "asked_on", "due_on", "told_on")


def engagement(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield all that happened in a piece of asking."""
    for row in vault.rows("engagement", id=record):
        for code, sentence in OWN_DAYS.items():
            if row[code]:
                yield on(row, code, "engagement", always(sentence))
    sessions = vault.pick("session", Among("engagements", [record]), fields=SESSION)
    for row in sessions:
        yield on(row, "date", "session", _session)
    there = AnyOf([Among("engagement", [record]), Among("session", [ident(row) for row in sessions])])
    insights = vault.pick("insight", there, fields=INSIGHT)
    yield from heard(insights)
    yield from _responses(vault, record, [ident(row) for row in insights])
    yield from reviews(vault, "engagement", record)


def _session(says: Sayings, row: Values) -> str:
    activity, words = at(row, says), held(says, row)
    return tr(OF_ACTIVITY, activity=activity, words=words) if activity else words


def _responses(vault: Vault, record: int, insights: Collection[int]) -> Iterator[Happened]:
    """Yield the days of the answers that were asked for after a piece of asking."""
    asked = AnyOf([Among("engagement", [record]), Among("insights", insights)])
    yield from responses(vault.pick("response", asked, fields=RESPONSE))


def responses(rows: Iterable[Values]) -> Iterator[Happened]:
    """Yield the days on which somebody was asked, an answer is due, and people were told."""
    for row in rows:
        yield on(row, "asked_on", "response", _asked)
        if row["due_on"] and not row["told_on"] and text(row, "status") not in ANSWERED:
            yield on(row, "due_on", "response", about(DUE, "response", "what"))
        if row["told_on"]:
            yield on(row, "told_on", "response", about(TOLD, "response", "what"))


def _asked(says: Sayings, row: Values) -> str:
    words, whom = its_way(clipped(text(row, "what"))), number(row, "to_org")
    if whom is None:
        return tr(ASKED, words=words)
    return tr(ASKED_OF, name=its_way(says.called("organisation", whom)), words=words)
