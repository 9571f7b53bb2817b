"""What printing and typing in begin with: the activities, the lists to count by, names and the version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vcse_desktop.actions.blank_forms import lists_to_count, make, usual_lists
from vcse_desktop.actions.blank_words import Wish
from vcse_desktop.actions.listing import Opened, names_for
from vcse_desktop.actions.safeguarding import lead
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.suggesting import Name
from vcse_desktop.actions.tally_words import name
from vcse_desktop.figures.reading import ident, text
from vcse_desktop.records.printed import PAPERS
from vcse_desktop.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be chosen: lists to count by with their names, those used as a rule, activities, and the
    pieces of asking whose own words may stand on a form."""

    lists: Sequence[tuple[str, str]]
    usual: Sequence[str]
    activities: Sequence[Name]
    askings: Sequence[Name] = ()


def offers(vault: Vault, language: str) -> Offers:
    """Return what can be chosen; nothing new is added from here."""
    lists = [(vocab, name(vocab)) for vocab in lists_to_count(Sayings(vault, language).lists)]
    rows = vault.pick("activity", fields=("title", "ended"))
    going = [Name(ident(row), text(row, "title")) for row in reversed(rows) if not text(row, "ended")]
    asked = [] if is_helper(vault) else vault.pick("engagement", fields=("question",))
    askings = [Name(ident(row), text(row, "question")) for row in reversed(asked)]
    return Offers(lists, usual_lists(vault, None), going, askings)


@dataclass(frozen=True, slots=True)
class Laid:
    """What the form of one sheet needs; ``version`` is that of the form as it would be printed now."""

    opened: Opened
    version: str


def laid(vault: Vault, paper: str, lists: Sequence[str], language: str) -> Laid:
    """Return what the form of a sheet needs."""
    one, says = PAPERS[paper], Sayings(vault, language)
    kind = replace(one.asks, fields=(*one.asks.fields, *one.columns))
    opened = Opened({}, "", says.lists, names_for(vault, kind, says), lead(vault))
    return Laid(opened, make(vault, Wish(paper, lists=lists), language).blank.version)
