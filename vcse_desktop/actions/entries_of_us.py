"""How a list says what the group did about itself: what it asked, looked back on, was given and set up."""

from vcse_desktop.actions.entry import Entry, opening
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.reading import ident, text


def asking(row: Row) -> Entry:
    """Return the entry of a piece of asking: its question, and the days on which it was open."""
    until = text(row, "closes")
    first = text(row, "opens") or until
    what, until = opening(text(row, "question")), until if until != first else ""
    return Entry("engagement", ident(row), "", what, day=first, until=until)


def review(row: Row, about: str) -> Entry:
    """Return the entry of looking back on something: the first thing that it says."""
    said = next(filter(None, (text(row, code) for code in ("worked", "not_worked", "next_time"))), "")
    when = text(row, "reviewed_on") or text(row, "period_to")
    return Entry("review", ident(row), opening(about), opening(said), day=when)


def capacity(row: Row) -> Entry:
    """Return the entry of support that was asked for or given: which way it went, and for whom it was."""
    when, whom = text(row, "given_on") or text(row, "asked_on"), opening(text(row, "for_whom"))
    return Entry("capacity_support", ident(row), whom, day=when, how=text(row, "direction"))


def activity(row: Row) -> Entry:
    """Return the entry of an activity: its title."""
    return Entry("activity", ident(row), "", text(row, "title"), day=text(row, "started"))


def connection(row: Row) -> Entry:
    """Return the entry of a connection: what is offered in it, or else what is wished for."""
    what = opening(text(row, "offer") or text(row, "wish"))
    return Entry("connection", ident(row), "", what, day=text(row, "made_on"))
