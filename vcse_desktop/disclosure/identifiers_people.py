"""The names of people on record, and which words are one of them however they are written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from vcse_desktop.disclosure.everyday_words import (
    ALSO_NAMES,
    CALLED_ALSO,
    EVERYDAY,
    GIVEN,
    NO_NAMES,
    PARTICLES,
)
from vcse_desktop.disclosure.folding import Folded, Word, squashed

SHORT, LEAST_SLIP, LEAST_LOW_SLIP = 2, 5, 6
"""Letters: so short a name needs a capital; a slip is looked for in words from this length, or that."""


class People:
    """The names on record. ``common`` are more words that are a name only with a capital."""

    def __init__(self, names: Iterable[str], common: Collection[str]) -> None:
        """``names`` are whole names, each as it was written."""
        self._owners: defaultdict[str, set[int]] = defaultdict(set)
        self._also: set[str] = set()
        self._initials: set[str] = set()
        self._slips: defaultdict[str, set[str]] = defaultdict(set)
        self._common = ALSO_NAMES | EVERYDAY | frozenset(common)
        for number, name in enumerate(names):
            self._learn(number, [word.text for word in Folded(name).words()])
        self._also -= self._owners.keys()
        for word in self._owners:
            if len(word) >= LEAST_SLIP and word not in self._common:
                for short in _without_one(word):
                    self._slips[short].add(word)

    def _learn(self, number: int, words: Sequence[str]) -> None:
        parts = [squashed(word) for word in words]
        initials = "".join(part[0] for part in parts)
        if len(parts) > 1:
            self._initials.add(initials)
        for place, part in enumerate(parts):
            if place and parts[place - 1] in PARTICLES:
                self._owners[parts[place - 1] + part].add(number)  # O Neill is O'Neill
            if len(part) < SHORT or (part in PARTICLES and place + 1 < len(parts)):
                continue
            self._owners[part].add(number)
            self._also.update(CALLED_ALSO.get(part, "").split())

    def owners(self, word: str) -> set[int]:
        """Return whose name a word is, by number."""
        return self._owners.get(word, set())

    def known_as(self, word: Word) -> str:
        """Return the name on record that a word is, "" for none; a common word needs a capital."""
        forms = (squashed(word.text), squashed(word.bare), squashed(word.bare).removesuffix("s"))
        for place, form in enumerate(forms):
            if form in self._owners or form in self._also:
                common = form in self._common or len(form) <= SHORT
                plural = place == len(forms) - 1
                if (word.capital or not common) and not (plural and (common or word.bare in self._common)):
                    return form
        return ""

    def is_slip(self, word: Word) -> bool:
        """Say whether a word is one slip away from a name on record."""
        bare = squashed(word.bare)
        least = LEAST_SLIP - 1 if word.capital else LEAST_LOW_SLIP
        if len(bare) < least or bare in self._common or bare in NO_NAMES:
            return False
        return any(near in self._slips for near in _without_one(bare))

    def is_sure(self, name: str) -> bool:
        """Say whether a word can hardly be anything but this name."""
        return name in self._owners and name not in self._common and len(name) > SHORT

    def has_initials(self, letters: str) -> bool:
        """Say whether somebody has these."""
        return letters in self._initials


def is_a_post(name: str) -> bool:
    """Say whether what stands where a name is asked for is a post: everyday words that nobody is called."""
    return all(word.bare in EVERYDAY - ALSO_NAMES - GIVEN for word in Folded(name).words())


def _without_one(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
