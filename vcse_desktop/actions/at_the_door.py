"""Whom three letters may mean at a table at the door, and how little of a name is shown there."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.suggesting import folded, people
from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.vault import Vault

LEAST, MOST = 3, 3
"""Letters that must be typed before anybody is named, and how many are named at most."""
LONGEST = 24
"""Letters of a first name that are shown: a longer one would make a button wider than the page."""
SHORT, MIDDLE = N_("{first} {initial}."), N_("{first} {middle}. {initial}.")
ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
"""What is written beside a name, such as where somebody lives: never shown, and nobody is found by it."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who may come: their name as it is kept, and all words by which they are found, folded."""

    id: int
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be meant, by first name and initial; ``first`` is what they are thanked by."""

    id: int
    shown: str
    first: str


@dataclass(frozen=True, slots=True)
class Matches:
    """Those who are shown. ``more`` says that others begin so, too; ``alike`` that names look the same."""

    found: Sequence[Match] = ()
    more: bool = False
    alike: bool = False


def guests(vault: Vault) -> Sequence[Guest]:
    """Return everybody who may come, whoever was met last standing first; joined people are one."""
    made = [guest(one.id, one.text, one.also) for one in people(vault).names]
    return [one for one in made if one.name]


def guest(who: int, text: str, also: str = "") -> Guest:
    """Return somebody by their name and other spellings, without what is written beside them in brackets."""
    name = _without_aside(text)
    return Guest(who, name, f" {folded(f'{name} {_without_aside(also)}')} ")


def matches(known: Sequence[Guest], letters: str) -> Matches:
    """Return at most three people of whom a word of the name begins with what is typed; none too early.

    A blank ends a word: after it, only who has just this word is meant. Two who would look the same are told
    apart by a further initial of their names and by nothing else; where that is not enough, neither is shown.
    """
    wanted = folded(letters) + (" " if letters[-1:].isspace() else "")
    if len(wanted) < LEAST:
        return Matches()
    begun = [one for one in known if f" {wanted}" in one.words]
    begun.sort(key=lambda one: _fits(one, wanted))
    shown = _apart(begun)
    kept = [one for one in begun if one.id in shown]
    found = [Match(one.id, shown[one.id], first_name(one.name)) for one in kept[:MOST]]
    return Matches(found, more=len(kept) > MOST, alike=len(kept) < len(begun))


def first_name(name: str) -> str:
    """Return the first word of a name, or as much of it as there is room for."""
    first = next(iter(_without_aside(name).split()), "")
    return first if len(first) <= LONGEST else f"{first[: LONGEST - 1]}…"


def _fits(one: Guest, wanted: str) -> tuple[bool, bool, bool]:
    """Return what puts first whose whole name was typed, then whose first word, then whose beginning."""
    whole = wanted.strip()
    return (
        folded(one.name) != whole,
        not one.words.startswith(f" {whole} "),
        not one.words.startswith(f" {wanted}"),
    )


def _apart(begun: Sequence[Guest]) -> Mapping[int, str]:
    """Return how each is shown; those who look the same whatever is done are left out."""
    shown = {one.id: _initialled(one.name) for one in begun}
    further: tuple[Callable[[str], str], ...] = (
        lambda name: _initialled(name, middle=True),
        lambda name: _initialled(name, middle=True, letters=2),
    )
    for say in further:
        times = _times(shown)
        if max(times.values(), default=1) == 1:
            break
        shown |= {one.id: say(one.name) for one in begun if times[folded(shown[one.id])] > 1}
    times = _times(shown)
    return {who: words for who, words in shown.items() if times[folded(words)] == 1}


def _times(shown: Mapping[int, str]) -> Counter[str]:
    return Counter(folded(words) for words in shown.values())


def _initialled(name: str, *, middle: bool = False, letters: int = 1) -> str:
    """Return a first name with the initial of the last, and of the name between them where that is wanted."""
    first, rest = first_name(name), [one for one in map(_letters, name.split()[1:]) if one]
    if not rest:
        return first
    initial = "".join(rest[-1][:letters])
    if middle and rest[1:]:
        return tr(MIDDLE, first=first, middle=rest[0][0], initial=initial)
    return tr(SHORT, first=first, initial=initial)


def _letters(word: str) -> list[str]:
    """Return the letters of a word, each with the marks that belong to it."""
    made: list[str] = []
    for sign in word:
        if unicodedata.category(sign).startswith("M") and made:
            made[-1] += sign
        elif sign.isalnum():
            made.append(sign)
    return made


def _without_aside(name: str) -> str:
    return " ".join(ASIDE.sub(" ", name).split()) or " ".join(name.strip("()[] ").split())
