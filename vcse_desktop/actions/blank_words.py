"""What stands on a blank form: the fields of its declaration, the group's own lists, words and names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b

from vcse_desktop.actions.grouping import group_name
from vcse_desktop.actions.paper_words import whom_to_ask, why
from vcse_desktop.actions.recording import living, today
from vcse_desktop.actions.sheets import sheet
from vcse_desktop.actions.tally_words import name
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.reading import number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records import printed
from vcse_desktop.records.fields import Field, Kind, Lists
from vcse_desktop.records.parts import TALLY_LISTS
from vcse_desktop.records.printed import NAME, PAPERS, Paper
from vcse_desktop.records.vocabularies import label, offered
from vcse_desktop.reports import numbers
from vcse_desktop.reports.blank import Asked, Blank, Grid, Groups, Room
from vcse_desktop.reports.spaces import YES_NO
from vcse_desktop.store.vault import Vault

FIRST_LIST = "inclusion_groups"
SHARES: Mapping[str, float] = {NAME: 6.0}
"""How wide a column of the table is beside the others, which are 1."""
_ROOMS = {
    Kind.NOTE: Room.LINES,
    Kind.DATE: Room.DAY,
    Kind.COUNT: Room.NUMBER,
    Kind.CHOICE: Room.ONE,
    Kind.CHOICES: Room.SEVERAL,
    Kind.YES_NO_UNKNOWN: Room.ONE,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants printed. ``names`` are those of the usual people of the activity, on the sheet.

    ``lists`` are those to count by; none are those that were used last. ``asking`` is the piece of asking
    whose wording of how what people say will be used stands on it.
    """

    paper: str
    activity: int | None = None
    day: date | None = None
    sheets: int = 1
    large: bool = False
    names: bool = False
    lists: Sequence[str] = ()
    asking: int | None = None


def lists_to_count(lists: Lists) -> list[str]:
    """Return the lists that a tally on paper can count by: those in which something stands."""
    return [vocab for vocab in TALLY_LISTS if offered(lists.get(vocab, ()), today())]


def usual_lists(vault: Vault, activity: int | None) -> list[str]:
    """Return the lists that were counted by last at an activity, else the one that is counted most."""
    there = lists_to_count(group_lists(vault))
    used = sheet(vault, activity).counting.usual if activity is not None else {}
    return [vocab for vocab in used if vocab in there] or [one for one in there if one == FIRST_LIST]


def blank_of(vault: Vault, wish: Wish, language: str) -> Blank:
    paper, lists = PAPERS[wish.paper], group_lists(vault)
    counted = (wish.lists or usual_lists(vault, wish.activity)) if paper.counts else ()
    filled = _filled(vault, wish, language)
    blank = Blank(
        organisation=group_name(vault),
        title=tr(paper.title),
        why=(why(vault, paper),),
        ask=whom_to_ask(vault),
        asked=tuple(_asked(one, n, lists, filled) for n, one in _fields(paper)),
        version="",
        language=language,
        issued=datetime.combine(today(), datetime.min.time()),
        sheets=wish.sheets,
        large=wish.large,
        grid=Grid(_columns(paper), _names(vault, wish)) if paper.columns else None,
        groups=tuple(_groups(vocab, n, lists) for n, vocab in enumerate(counted, printed.after(paper))),
        signed=tr(N_("Signed")) if paper.signed else "",
    )
    said = why(vault, paper, wish.asking).splitlines()
    return replace(blank, version=_version(blank), why=tuple(line for line in said if line.strip()))


def _fields(paper: Paper) -> list[tuple[int, Field]]:
    return [(n, one) for n, one in printed.numbered(paper) if one not in paper.columns]


def _asked(one: Field, number: int, lists: Lists, filled: Mapping[str, str]) -> Asked:
    room = _ROOMS.get(one.kind, Room.LINE)
    choices = (
        tuple(label(lists, one.vocab, item.code) for item in offered(lists[one.vocab], today()))
        if (one.vocab)
        else tuple(map(tr, YES_NO))
        if one.kind is Kind.YES_NO_UNKNOWN
        else ()
    )
    return Asked(
        printed.with_number(number, tr(one.label)), tr(one.help), room, choices, filled.get(one.code, "")
    )


def _columns(paper: Paper) -> tuple[tuple[str, float], ...]:
    return tuple(
        (printed.with_number(n, tr(one.label)), SHARES.get(one.code, 1.0))
        for n, one in printed.numbered(paper)
        if one in paper.columns
    )


def _groups(vocab: str, number: int, lists: Lists) -> Groups:
    items = offered(lists[vocab], today())
    return Groups(
        printed.with_number(number, name(vocab)), tuple(label(lists, vocab, one.code) for one in items)
    )


def _filled(vault: Vault, wish: Wish, language: str) -> dict[str, str]:
    """Return what is known already of the activity, its day and its place."""
    made = {}
    if wish.activity is not None:
        activity = living(vault, "activity", wish.activity)
        made["activity"] = text(activity, "title")
        place = vault.row("place", number(activity, "place") or 0)
        if place:
            made["place"] = text(place, "name")
    if wish.day is not None:
        made |= dict.fromkeys(("date", "heard_on"), numbers.day(wish.day, language))
    return made


def _names(vault: Vault, wish: Wish) -> tuple[str, ...]:
    """Return the names of those who usually help or come, in order of name, where they are wanted."""
    if not wish.names or wish.activity is None:
        return ()
    usual = sheet(vault, wish.activity)
    people = {*usual.helpers, *usual.guests} & usual.names.keys()
    return tuple(sorted((usual.names[one] for one in people), key=str.casefold))


def _version(blank: Blank) -> str:
    """Return letters that are others as soon as anything is asked otherwise.

    The words of a piece of asking change none: its sheets are typed in as any others.
    """
    columns = [label for label, _ in blank.grid.columns] if blank.grid else []
    asked = [part for one in blank.asked for part in (one.label, one.help, *one.choices)]
    groups = [part for one in blank.groups for part in (one.label, *one.groups)]
    whole = "\n".join([blank.title, *blank.why, blank.ask, *asked, *columns, *groups, blank.language])
    return blake2b(whole.encode("utf-8", "replace"), digest_size=3).hexdigest().upper()
