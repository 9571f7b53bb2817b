"""Which records of a list hold some words: in their own texts, in the names and choices on their lines."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from vcse_desktop.actions.saying import on_lines
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.records.fields import Kind, Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers
from vcse_desktop.store.conditions import Among, AnyOf, Condition, Holding, Naming, Saying
from vcse_desktop.store.search import fold
from vcse_desktop.store.vault import Vault

LINKS = (Kind.LINK, Kind.LINKS, Kind.PLACE)


def holding(vault: Vault, kind: str, words: str, lists: Lists, language: str) -> list[Condition]:
    """Return what is so of the records of a kind on which each of these words begins one."""
    found: list[Condition] = []
    for word in fold(words).split():
        if any(map(str.isalnum, word)):
            on_lines = (*_on_its_lines(vault, kind, word, lists), *_on_its_day(vault, kind, word, language))
            found.append(AnyOf([Saying(word), *on_lines]))
    return found


def _on_its_lines(vault: Vault, kind: str, word: str, lists: Lists) -> Iterator[Condition]:
    for field in on_lines(kind):
        if field.kind in LINKS:
            named = Naming(field.code, field.to or "place", word)
            if vault.may_ask(kind, named):
                yield named
        elif field.kind in (Kind.CHOICE, Kind.CHOICES):
            codes = [
                one.code
                for one in lists.get(field.vocab, ())
                if f" {folded(word)}" in f" {folded(label(lists, field.vocab, one.code))}"
            ]
            if codes:
                yield (Holding if field.kind is Kind.CHOICES else Among)(field.code, codes)


def _on_its_day(vault: Vault, kind: str, word: str, language: str) -> Iterator[Condition]:
    """A day is found by its number, its month or its year, as the list writes it."""
    if not (word.isdigit() or any(name.startswith(folded(word)) for name in _months(language))):
        return
    for field in on_lines(kind):
        if field.kind is Kind.DATE:
            days = [
                day
                for day in vault.days(kind, field.code)
                if any(part.startswith(folded(word)) for part in _parts(day, language))
            ]
            yield Among(field.code, days)


@cache
def _parts(day: str, language: str) -> Sequence[str]:
    return folded(numbers.day(date.fromisoformat(day), language)).split()


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(part for month in range(1, 13) for part in _parts(f"2024-{month:02}-01", language))
