"""What a pack could hold before anybody has chosen: sections with their numbers, words with their consent."""

from collections.abc import Sequence
from dataclasses import dataclass

from vcse_desktop.actions.agreeing import Agreed, agreed
from vcse_desktop.actions.asks import Ask
from vcse_desktop.actions.easy_read import EasyRead, kept_page
from vcse_desktop.actions.gathering import Choices, material
from vcse_desktop.actions.leaving_out import left_words
from vcse_desktop.actions.signing import must_be_keeper
from vcse_desktop.disclosure.policy import POLICIES, not_looser
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import tr
from vcse_desktop.reports.templates import TEMPLATES
from vcse_desktop.reports.ten import SECTIONS, TOLD, section_of
from vcse_desktop.settings import SETTINGS, sound
from vcse_desktop.store.vault import Vault

__all__ = ["Agreed", "Ask", "Offer", "Part", "offer", "templates"]


@dataclass(frozen=True, slots=True)
class Part:
    """A section that has numbers to leave in or out. ``numbers`` are all its cells, ``quotes`` its words."""

    code: str
    title: str
    numbers: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What could go in. ``rules`` are codes of rules for hiding: the group's own, then stricter ones.

    ``left_out`` says which sections cannot go in beside what was told before, and why; "" when all can.
    ``asks`` are questions that wait for an answer of this partner. ``easy`` is the Easy Read page as it
    stands, None where there is none. ``questions`` are those of the template, each by its code: the group may
    decline any.
    """

    parts: tuple[Part, ...]
    quotes: tuple[Agreed, ...]
    rules: tuple[str, ...]
    left_out: str = ""
    asks: tuple[Ask, ...] = ()
    easy: EasyRead | None = None
    questions: tuple[tuple[str, str], ...] = ()


def offer(vault: Vault, choices: Choices) -> Offer:
    """Return what could go into a pack for these days and this partner, whatever was left out so far.

    Refused as a pack would be, and to anybody but a keeper.
    """
    must_be_keeper(vault)
    everything = Choices(
        choices.first, choices.last, choices.audience, policy=choices.policy, template=choices.template
    )
    made_of = material(vault, everything)
    parts = (
        Part(s.code, tr(s.title), _numbers(made_of.tables, s.code), len(made_of.quotes) * (s.code == TOLD))
        for s in SECTIONS
        if any(section_of(table.kind.id) == s.code for table in made_of.tables)
        or any(one.section == s.code for one in made_of.words.written)
    )
    quotes, rules = tuple(agreed(vault, made_of)), tuple(_rules(vault))
    asked = tuple((one.code, tr(one.words)) for one in made_of.template.questions)
    left = left_words(made_of)
    return Offer(tuple(parts), quotes, rules, left, made_of.asks, kept_page(vault), asked)


def templates() -> list[tuple[str, str, str]]:
    """Return the code of each template, what it is called, and what it is for."""
    return [(one.code, tr(one.title), tr(one.about)) for one in TEMPLATES.values()]


def _numbers(tables: Sequence[FigureTable], section: str) -> int:
    mine = [table for table in tables if section_of(table.kind.id) == section]
    return sum(len(table.rows()) * len(table.kind.measures) for table in mine)


def _rules(vault: Vault) -> Sequence[str]:
    floor = POLICIES[str(sound(SETTINGS["disclosure_floor"], vault.setting("disclosure_floor")))]
    fit = [code for code, policy in POLICIES.items() if not_looser(policy, floor)]
    return sorted(fit, key=lambda code: code != floor.code)
