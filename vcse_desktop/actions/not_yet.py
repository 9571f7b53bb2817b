"""What waits for somebody: each with its days, and where one goes to act on it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, zip_longest

from vcse_desktop.actions import about_vault
from vcse_desktop.actions.entries import opening
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.unheard import Names, unheard
from vcse_desktop.actions.wait import Wait, Waiting
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.narrow import READ
from vcse_desktop.figures.reading import day, ident, links, number, text
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.conditions import Among, Between, Blank, NotAmong, NotNamed
from vcse_desktop.store.vault import Vault

UNANSWERED, ENDING, SOON = 30, 30, 7
"""Days: until words without an answer are listed; before and after something ends; before a next step."""
__all__ = ["DECIDED", "Wait", "Waiting", "waiting"]
DECIDED = ("done", "not_possible")
Row = Mapping[str, object]


MOST = 100
"""So many of each kind at most: the rest waits until these are done."""


def waiting(vault: Vault, now: date) -> Waiting:
    """Return what waits on a day, but what was kept long; for a helper, what they have begun themselves."""
    return vault.at_once(lambda: _waiting(vault, now))


def _waiting(vault: Vault, now: date) -> Waiting:
    if is_helper(vault):
        return Waiting(list(about_vault.drafts(vault, now)), more=False)
    kinds = (
        about_vault.drafts(vault, now),
        about_vault.sheet(vault),
        about_vault.backups(vault, now),
        about_vault.untold(vault),
        _ending(vault, now),
        _next_steps(vault, now),
        _not_told(vault, now),
        _due(vault, now),
        _unanswered(vault, now),
        _agreements(vault, now),
        _promised(vault, now),
        _unheard(vault, now),
    )
    lists = [sorted(kind, key=lambda wait: -(wait.days or 0)) for kind in kinds]
    shown = zip_longest(*(waits[:MOST] for waits in lists))
    found = [wait for wait in chain.from_iterable(shown) if wait is not None]
    return Waiting(found, any(len(waits) > MOST for waits in lists))


def _unanswered(vault: Vault, now: date) -> Iterator[Wait]:
    last = (now - timedelta(days=UNANSWERED)).isoformat()
    where = (Between("heard_on", None, last), NotNamed("response", "insights"))
    for row in vault.pick("insight", *where, by="heard_on", most=MOST + 1):
        words, since = opening(text(row, "words")), now - _day(row, "heard_on")
        yield Wait("answer", since.days, "", words, ("insight", ident(row)))


def _not_told(vault: Vault, now: date) -> Iterator[Wait]:
    where, fields = (Among("status", DECIDED), Blank("told_on")), READ["response"]
    rows = vault.pick("response", *where, by="asked_on", most=3 * MOST, fields=fields)
    undated = {one for row in rows if not day(row, "asked_on") for one in links(row, "insights")}
    insights = vault.pick("insight", Among("id", undated), fields=READ["insight"])
    heard = {ident(row): day(row, "heard_on") for row in insights}
    for row in rows:
        days = [when for when in map(heard.get, links(row, "insights")) if when]
        asked = day(row, "asked_on") or min(days, default=None)
        since = (now - asked).days if asked else None
        yield Wait("told", since, "", opening(text(row, "what")), ("response", ident(row)))


def _due(vault: Vault, now: date) -> Iterator[Wait]:
    where = (Between("due_on", None, now.isoformat()), NotAmong("status", DECIDED))
    for row in vault.pick("response", *where, by="due_on", most=MOST + 1):
        since = now - _day(row, "due_on")
        yield Wait("due", since.days, "", opening(text(row, "what")), ("response", ident(row)))


def _ending(vault: Vault, now: date) -> Iterator[Wait]:
    """Return what people agreed to, and checks, that end soon or have just ended; the newest of each."""
    lists = group_lists(vault)
    for part, code, vocab in (("consent", "use", "consent_use"), ("check", "kind", "check_kind")):
        newest: dict[tuple[object, ...], dict[str, object]] = {}
        for row in _that_end(vault, part, now):
            if not text(row, "withdrawn_on"):
                same = (row["person"], row.get("insight"), row[code])
                newest[same] = max(newest.get(same, row), row, key=lambda one: text(one, "ends_on"))
        near = {same: row for same, row in newest.items() if abs((now - _day(row, "ends_on")).days) <= ENDING}
        names = Names(vault, (number(row, "person") for row in near.values()))
        for row in near.values():
            person, insight = number(row, "person"), number(row, "insight")
            record = ("person", person) if person else ("insight", insight) if insight else None
            since, what = now - _day(row, "ends_on"), label(lists, vocab, text(row, code))
            yield Wait(part, since.days, names.of(person), what, record)


def _that_end(vault: Vault, part: str, now: date) -> list[dict[str, object]]:
    """Return the rows of a part that end about now, and those that come after them for the same one."""
    first, last = ((now + timedelta(days=days)).isoformat() for days in (-ENDING, ENDING))
    about, then = vault.pick(part, Between("ends_on", first, last)), Between("ends_on", first)
    found = {ident(row): row for row in about}
    owners = [code for code in ("person", "insight") if about and code in about[0]]
    for code in owners:
        ids = {one for row in about for one in links(row, code)}
        found |= {ident(row): row for row in vault.pick(part, Among(code, ids), then)}
    if any(all(row[code] is None for code in owners) for row in about):
        found |= {ident(row): row for row in vault.pick(part, *map(Blank, owners), then)}
    return [found[one] for one in sorted(found)]


def _next_steps(vault: Vault, now: date) -> Iterator[Wait]:
    where = (Between("next_on", None, (now + timedelta(days=SOON)).isoformat()), Blank("closed_on"))
    rows = vault.pick("support", *where, by="next_on", most=MOST + 1)
    names = Names(vault, (number(row, "person") for row in rows))
    for row in rows:
        who, what = names.of(number(row, "person")), opening(text(row, "next_step"))
        yield Wait("step", (now - _day(row, "next_on")).days, who, what, ("support", ident(row)))


def _agreements(vault: Vault, now: date) -> Iterator[Wait]:
    last = (now + timedelta(days=ENDING)).isoformat()
    for row in vault.pick("organisation", Between("agreement_review", None, last)):
        since = now - _day(row, "agreement_review")
        yield Wait("agreement", since.days, text(row, "name"), "", ("organisation", ident(row)))


def _promised(vault: Vault, now: date) -> Iterator[Wait]:
    """Return what was to be done after a review that is still there."""
    where = (Between("by", None, (now + timedelta(days=SOON)).isoformat()), Blank("done_on"))
    rows = vault.pick("action", *where, by="by")
    reviews = {ident(row) for row in vault.rows_of("review", {number(row, "review") or 0 for row in rows})}
    for row in [row for row in rows if number(row, "review") in reviews][: MOST + 1]:
        who, what = text(row, "who"), opening(text(row, "what"))
        review, since = number(row, "review") or 0, (now - _day(row, "by")).days
        yield Wait("action" if who else "action_alone", since, who, what, ("review", review))


def _unheard(vault: Vault, now: date) -> Iterator[Wait]:
    for person, days, name in unheard(vault, now):
        yield Wait("unheard", days, name, "", ("person", person))


def _day(row: Row, code: str) -> date:
    return date.fromisoformat(text(row, code))
