"""What the form of a filter offers: what can be asked, with the choices and the names to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.actions.filtering import Filter, questions
from vcse_desktop.actions.listing import names_for
from vcse_desktop.actions.saved_filters import Saved, in_words, saved_filters
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Lists
from vcse_desktop.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be asked of a kind, the lists of choices, and the records of each kind by name."""

    questions: Sequence[Field]
    lists: Lists
    names: Mapping[str, Names]


def offered(vault: Vault, kind: str, language: str) -> Offered:
    """Return what a filter of a kind can ask of whoever is in."""
    asked, says = questions(vault, kind), Sayings(vault, language)
    names = names_for(vault, replace(TABLES[kind], fields=tuple(asked)), says)
    known = {to: Names(one.names, may_add=False, whole=one.whole) for to, one in names.items()}
    return Offered(asked, says.lists, known)


def standing(vault: Vault, kind: str, asked: Filter, language: str) -> tuple[list[Saved], list[str]]:
    """Return the filters that are kept for a kind, and what each part of this one asks in words."""
    return saved_filters(vault, kind), in_words(vault, kind, asked, language)
