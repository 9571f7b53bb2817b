"""What stands beside a piece of asking: what it was in short, and others like it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.asked_words import Words
from vcse_desktop.actions.point import Group
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.asking import is_open, lead
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.figures.table import Period
from vcse_desktop.i18n import N_, ngettext, pgettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

FIELDS = "question decision opens closes change_on part_of rung_planned rung_actual cost_money".split()
SIMILAR, PIECES = N_("Something similar was asked within twelve months"), N_("Also part of “{programme}”")
PLANNED, REACHED = N_("Planned: {rung}. {meaning}"), N_("Reached: {rung}. {meaning}")
USUAL = N_(
    "The ways of asking you chose are usually: {rungs}. How much say people have is for you to choose."
)
COST_ALONE = N_("It cost £{amount}. How many it reached is not recorded.")
THERE, ABSENT = N_("{group}: {n}"), N_("{group}: not recorded")
LADDER, STAKEHOLDERS = "ladder_of_engagement", "stakeholder_group"
WAYS = "engagement_technique"
COMMON = frozenset(
    "about could have need needs people should that their them there they this want what when "
    "where which with would your".split()
)
"""Words that many questions have."""
STEM, SHORT = 5, 4
"""Letters by which two words are taken for one, and the fewest that a word has which says something."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Sentences about a piece of asking, and others that one can open."""

    said: tuple[str, ...]
    others: tuple[Group, ...]


def beside(vault: Vault, asking: int | None, typed: Row, today: date, language: str) -> Beside:
    """Return what stands beside a piece of asking that is saved, or that somebody is typing."""
    lists, rows = group_lists(vault), vault.pick("engagement", fields=FIELDS)
    mine = typed if asking is None else next((row for row in rows if ident(row) == asking), typed)
    others = {ident(row): row for row in rows if ident(row) != asking}
    words = Words(Records(), lists, others, language)
    found = (
        (tr(SIMILAR), _similar(mine, [*others.values()], _begins(mine) or today)),
        (tr(PIECES, programme=text(mine, "part_of").strip()), _same_programme(mine, [*others.values()])),
    )
    groups = (Group(title, tuple(map(words.piece, rows))) for title, rows in found if rows)
    said = [] if asking is None else [*_said(vault, mine, lists)]
    return Beside((*_usual(typed, lists), *said), tuple(groups))


def _usual(typed: Row, lists: Lists) -> Iterator[str]:
    """Yield how much say the ways that somebody chose usually give, until they have said how much it is."""
    chosen = set(choices(typed, "technique"))
    usual = {item.attrs.get("rung") for item in lists[WAYS] if item.code in chosen}
    rungs = [label(lists, LADDER, item.code) for item in lists[LADDER] if item.code in usual]
    if rungs and not text(typed, "rung_planned"):
        yield tr(USUAL, rungs=", ".join(rungs))


def _said(vault: Vault, row: Row, lists: Lists) -> Iterator[str]:
    for sentence, code in ((PLANNED, "rung_planned"), (REACHED, "rung_actual")):
        if rung := text(row, code):
            help_ = next((item.help for item in lists[LADDER] if item.code == rung), "")
            meaning = pgettext(LADDER, help_) if help_ else ""
            yield tr(sentence, rung=label(lists, LADDER, rung), meaning=meaning).strip()
    days = lead(row)
    if days is not None:
        yield ngettext(
            "{n} day from the first day of asking to the change.",
            "{n} days from the first day of asking to the change.",
            days,
        )
    yield from _groups(vault, row, lists)
    yield from _cost(vault, row)


def _groups(vault: Vault, row: Row, lists: Lists) -> Iterator[str]:
    """Yield each of the four groups that may take part; whose number nobody wrote down is not recorded."""
    there = {text(one, "group"): number(one, "n") for one in _of(vault, "stakeholder", row)}
    if there:
        for item in lists[STAKEHOLDERS]:
            n, group = there.get(item.code), label(lists, STAKEHOLDERS, item.code)
            yield tr(ABSENT, group=group) if n is None else tr(THERE, group=group, n=n)


def _cost(vault: Vault, row: Row) -> Iterator[str]:
    """Yield what it cost beside whom it reached: never alone, and never for each."""
    pence = number(row, "cost_money")
    if pence:
        reached = sum(number(one, "reached") or 0 for one in _of(vault, "audience", row))
        amount = numbers.pounds(pence)
        if not reached:
            yield tr(COST_ALONE, amount=amount)
        else:
            yield ngettext(
                "It cost £{amount}, and its ways of asking reached {n} person.",
                "It cost £{amount}, and its ways of asking reached {n} people.",
                reached,
                amount=amount,
            )


def _of(vault: Vault, part: str, row: Row) -> list[dict[str, object]]:
    return vault.pick(part, Among("engagement", [ident(row)]))


def _begins(row: Row) -> date | None:
    """Return the first day of asking; None where none is typed, or no whole one yet."""
    with suppress(ValueError):
        return day(row, "opens")
    return None


def _similar(mine: Row, others: list[Row], when: date) -> list[Row]:
    """Return those of the twelve months before a day whose questions share what they are about."""
    year = Period(date(when.year - 1, when.month, min(when.day, 28)), when)
    about = _stems(mine)
    return [row for row in others if is_open(row, year) and _alike(about, _stems(row))]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two questions share a third of the words of the shorter one, and one at least."""
    shared = len(one & other)
    return shared > 0 and 3 * shared >= min(len(one), len(other))


def _stems(row: Row) -> frozenset[str]:
    words = re.findall(r"\w+", f"{text(row, 'question')} {text(row, 'decision')}".casefold())
    return frozenset(word[:STEM] for word in words if len(word) >= SHORT and word not in COMMON)


def _same_programme(mine: Row, others: list[Row]) -> list[Row]:
    programme = text(mine, "part_of").strip().casefold()
    return [row for row in others if programme and text(row, "part_of").strip().casefold() == programme]
