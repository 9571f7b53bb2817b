"""What in a text may point at somebody: names, numbers, small places, descriptions and small numbers."""

import re
from collections.abc import Collection, Iterable

from vcse_desktop.disclosure.folding import Folded, fold
from vcse_desktop.disclosure.hits import Hit, Kind, joined
from vcse_desktop.disclosure.identifiers_names import names_in
from vcse_desktop.disclosure.identifiers_numbers import numbers
from vcse_desktop.disclosure.identifiers_people import People
from vcse_desktop.disclosure.identifiers_phrases import Places, phrases
from vcse_desktop.disclosure.surroundings import Surroundings

__all__ = ["Guard", "Hit", "Kind"]

_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts that put no space between words."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
LEAST = 5
"""The threshold where none is given."""


class Guard:
    """Finds what may point at somebody. It never changes: after a change of the lists a new one is made."""

    def __init__(
        self,
        people: Iterable[str] = (),
        places: Iterable[str] = (),
        common: Collection[str] = (),
        *,
        harmless: Iterable[str] = (),
        threshold: int = LEAST,
    ) -> None:
        """``people`` and ``places`` are as they were written.

        ``common`` are words that are a name only with a capital, beside those that everybody knows;
        ``harmless`` are names of organisations and wide places, whose capitals point at nobody.
        A number of people below ``threshold`` is small.
        """
        names = list(people)
        self._people = People(names, frozenset(map(fold, common)))
        self._unspaced = [fold(name).replace(" ", "") for name in names if _UNSPACED.search(name)]
        self._places = Places(places)
        self._harmless = frozenset(word.bare for name in harmless for word in Folded(name).words())
        self._threshold = threshold

    def find(self, text: str, *, titled: bool = False) -> list[Hit]:
        """Return what is found, in order; what stands in [brackets] was replaced already.

        What is ``titled``, such as the name of an activity, may have a capital in each of its words.
        """
        folded = Folded(text)
        words = folded.words()
        placed = list(self._places.found(words))
        found = [
            *placed,
            *names_in(Surroundings(folded, words, self._harmless, titled=titled), words, self._people),
            *numbers(folded),
            *phrases(folded.plain, [(start, end) for start, end, _, _ in placed], self._threshold),
        ]
        for name in self._unspaced:
            matches = re.finditer(re.escape(name), folded.plain)
            found += [(*match.span(), Kind.PERSON, True) for match in matches]
        hits = [Hit(*folded.here(start, end), kind, sure) for start, end, kind, sure in found]
        done = [match.span() for match in _BRACKETS.finditer(text)]
        return joined(hit for hit in hits if not any(a <= hit.start and hit.end <= b for a, b in done))
