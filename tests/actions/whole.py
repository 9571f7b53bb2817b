"""The page of a day made the plain way: from all records that there are, by walking through them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from vcse_desktop.actions.entries import Entries, opening
from vcse_desktop.actions.last_met import last_met
from vcse_desktop.actions.not_yet import DECIDED, SOON, UNANSWERED, Wait
from vcse_desktop.actions.unheard import FORGOTTEN, UNHEARD
from vcse_desktop.actions.usual import Usual, _is_usual
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import choices, day, ident, links, number, text
from vcse_desktop.figures.sessions import attendances, ran


def waits(records: Records, now: date) -> list[Wait]:
    """Return what waits, of the kinds that are about records alone, in no order."""
    entries = Entries(records)
    return [
        *_next_steps(records, entries, now),
        *_not_told(records, now),
        *_due(records, now),
        *_unanswered(records, now),
        *_unheard(records, entries, now),
    ]


def usual(records: Records, now: date) -> list[Usual]:
    """Return the sessions that usually are on this day and have no register yet; else the last one held."""
    held: dict[int, list[Row]] = defaultdict(list)
    for row in sorted(records.session, key=lambda row: text(row, "date"), reverse=True):
        if ran(row) and text(row, "date") and text(row, "date") <= now.isoformat():
            held[number(row, "activity") or 0].append(row)
    living = [row for row in records.activity if not text(row, "ended")]
    done = {one for one, rows in held.items() if day(rows[0], "date") == now}
    found = [_usual(r, held[ident(r)]) for r in living if _is_usual(r, held[ident(r)], now)]
    found = [one for one in found if one.activity not in done]
    if not found and not done:
        known = [replace(_usual(r, held[ident(r)]), usual=False) for r in living if held[ident(r)]]
        found = sorted(known, key=lambda one: one.last or date.min, reverse=True)[:1]
    return found


def _unanswered(records: Records, now: date) -> Iterator[Wait]:
    answered = set(chain.from_iterable(links(row, "insights") for row in records.response))
    for row in records.insight:
        heard = day(row, "heard_on")
        if heard and (now - heard).days >= UNANSWERED and ident(row) not in answered:
            words = opening(text(row, "words"))
            yield Wait("answer", (now - heard).days, "", words, ("insight", ident(row)))


def _not_told(records: Records, now: date) -> Iterator[Wait]:
    heard = {ident(row): day(row, "heard_on") for row in records.insight}
    for row in records.response:
        if text(row, "status") in DECIDED and day(row, "told_on") is None:
            days = [when for when in map(heard.get, links(row, "insights")) if when]
            asked = day(row, "asked_on") or min(days, default=None)
            since = (now - asked).days if asked else None
            yield Wait("told", since, "", opening(text(row, "what")), ("response", ident(row)))


def _due(records: Records, now: date) -> Iterator[Wait]:
    for row in records.response:
        due = day(row, "due_on")
        if due and due <= now and text(row, "status") not in DECIDED:
            yield Wait("due", (now - due).days, "", opening(text(row, "what")), ("response", ident(row)))


def _next_steps(records: Records, entries: Entries, now: date) -> Iterator[Wait]:
    for row in records.support:
        on = day(row, "next_on")
        if on and on <= now + timedelta(days=SOON) and day(row, "closed_on") is None:
            who, what = entries.name(number(row, "person")), opening(text(row, "next_step"))
            yield Wait("step", (now - on).days, who, what, ("support", ident(row)))


def _unheard(records: Records, entries: Entries, now: date) -> Iterator[Wait]:
    """Return volunteers of the last year from whom nobody has heard lately: no time, no visit, no word."""
    heads = resolved(records.person)
    last = last_met(records, heads)
    volunteers = {heads.get(number(row, "person") or 0) for row in records.time_given}
    volunteers |= {heads[ident(row)] for row in records.person if "volunteer" in choices(row, "roles")}
    left = {heads[ident(row)] for row in records.person if day(row, "left_on")}
    for person in volunteers & last.keys() - left:
        days = (now - last[person]).days if person else 0
        if person and UNHEARD <= days <= FORGOTTEN:
            yield Wait("unheard", days, entries.name(person), "", ("person", person))


def _usual(row: Row, held: Sequence[Row]) -> Usual:
    """Say what an activity was like the last time, from the whole rows of its sessions."""
    last = held[0] if held else {}
    return Usual(ident(row), text(row, "title"), attendances(last), day(last, "date"))
