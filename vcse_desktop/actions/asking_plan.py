"""A piece of asking in words, as its plan is printed for those who take part."""

from dataclasses import dataclass

from vcse_desktop.actions.naming_in_words import Spot, guard_of, spots
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.actions.written import About, written
from vcse_desktop.disclosure.identifiers import Kind
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period
from vcse_desktop.reports.material import Written
from vcse_desktop.reports.ten import ASKED
from vcse_desktop.store.vault import Vault

EXPECTED = frozenset({Kind.DATE, Kind.NUMBER, Kind.FEW})
"""A plan is full of days and numbers: they are about the asking, not about somebody."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is noted of a piece of asking, and what in the words that were typed may point at somebody."""

    said: Written
    pointing: tuple[Spot, ...]


def plan(vault: Vault, asking: int, language: str) -> Plan | None:
    """Return what is noted of a piece of asking, in this language; None when it was removed."""
    members_only(vault)
    about = About(Period(today(), today()), language, shared=False, asking=asking)
    told = written(gather(vault), group_lists(vault), about)
    said = next((one for one in told if one.section == ASKED), None)
    if said is None:
        return None
    guard, texts = guard_of(vault), dict.fromkeys(said.typed)
    found = (spot for words in texts for spot in spots(guard, words) if spot.kind not in EXPECTED)
    return Plan(said, tuple({spot.words: spot for spot in found}.values()))
