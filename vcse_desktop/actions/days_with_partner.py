"""What happened with an organisation: what it was asked, agreed, shared in, was passed, and gave or took."""

from collections.abc import Iterator

from vcse_desktop.actions.asking_days import responses
from vcse_desktop.actions.happening import Happened, Say, about, always, field, on
from vcse_desktop.actions.one_line import clipped, its_way
from vcse_desktop.actions.saying import PAIR, Sayings
from vcse_desktop.figures.reading import ident, number
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, AnyOf
from vcse_desktop.store.vault import Vault

AGREED, AGREED_ALONE = N_("To look again at what was agreed: {words}"), N_("To look again at what was agreed")
ANSWERED = N_("It answered: {words}")
JOINT, DECIDES = N_("Asked jointly: {words}"), N_("It decides: {words}")
PART = N_("Had a part in: {words}")
TOLD = N_("A review was shared with it")
PASSED = {
    "made_on": N_("Passed on: {words}"),
    "checked_on": N_("Asked how it goes: {words}"),
    "ended_on": N_("Came to an end: {words}"),
}
"""What is said of each day of a connection that leads to it."""
WAITING = N_("Waiting to be passed on: {words}")
SUPPORT = N_("Support for the group")
MOVED = ("direction", "what")
ASKING = ("question", "opens", "closes", "decision_on", "decision_maker")


def organisation(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield all that happened with an organisation."""
    for row in vault.rows("organisation", id=record):
        if row["agreement_review"]:
            say = about(AGREED, "organisation", "agreement_scope", AGREED_ALONE)
            yield on(row, "agreement_review", "organisation", say)
    asked = vault.pick("response", Among("to_org", [record]))
    yield from responses(asked)
    for row in asked:
        for code in ("answer", "reason_no"):
            if row[code]:  # nobody writes down the day on which it answered
                yield Happened("", "response", ident(row), row, about(ANSWERED, "response", code))
    yield from _asking(vault, record)
    yield from _parts(vault, record)
    yield from _passed(vault, record)
    yield from _support(vault, record)
    for row in vault.pick("review", Among("shared_with", [record]), fields=("reviewed_on", "period_to")):
        yield on(row, "reviewed_on" if row["reviewed_on"] else "period_to", "review", always(TOLD))


def _asking(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield the pieces of asking that are done jointly with it, and the days on which it decides."""
    joint = {ident(row) for row in vault.pick("engagement", Among("joint_with", [record]), fields=("opens",))}
    mine = AnyOf([Among("id", joint), Among("decision_maker", [record])])
    for row in vault.pick("engagement", mine, fields=ASKING):
        if ident(row) in joint:
            first = "opens" if row["opens"] else "closes"
            yield on(row, first, "engagement", about(JOINT, "engagement", "question"))
        if number(row, "decision_maker") == record:
            yield on(row, "decision_on", "engagement", about(DECIDES, "engagement", "question"))


def _parts(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield the activities and pieces of asking in which it had a part."""
    rows = vault.pick("role", Among("organisation", [record]), fields=("activity", "engagement"))
    for kind, title, begun in (("activity", "title", "started"), ("engagement", "question", "opens")):
        named = {number(row, kind) for row in rows} - {None}
        for row in vault.pick(kind, Among("id", named), fields=(title, begun)):
            yield on(row, begun, kind, about(PART, kind, title))


def _passed(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield the days of the connections that lead to it."""
    for row in vault.pick("connection", Among("to_org", [record])):
        dated = [(code, sentence) for code, sentence in PASSED.items() if row[code]]
        for code, sentence in dated or [("made_on", WAITING)]:
            yield on(row, code, "connection", _title(sentence))


def _title(sentence: str) -> Say:
    def say(says: Sayings, row: Values) -> str:
        return tr(sentence, words=its_way(clipped(says.title("connection", row))))

    return say


def _support(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield the support that it gave or took, asked for or was asked for."""
    ends = AnyOf([Among("from_org", [record]), Among("to_org", [record])])
    for row in vault.pick("capacity_support", ends):
        yield on(row, "given_on" if row["given_on"] else "asked_on", "capacity_support", _moved)


def _moved(says: Sayings, row: Values) -> str:
    way, what = (its_way(clipped(says.said(field("capacity_support", code), row[code]))) for code in MOVED)
    return tr(PAIR, label=way, value=what) if way and what else way or what or tr(SUPPORT)
