"""Names in a text: those of people on record, and what looks like the names of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vcse_desktop.disclosure.everyday_words import (
    ALSO_NAMES,
    EVERYDAY,
    GIVEN,
    NO_NAMES,
    PARTICLES,
    SURE_TITLES,
    TITLES,
)
from vcse_desktop.disclosure.folding import Word, squashed
from vcse_desktop.disclosure.hits import Kind
from vcse_desktop.disclosure.identifiers_people import SHORT, People
from vcse_desktop.disclosure.surroundings import Surroundings, cased

Found = tuple[int, int, Kind, bool]

DOES = frozenset(
    "is was has says comes tells rings goes makes gives takes visits brings looks does knows cares phones "
    "runs drives lives".split()
)
DID = DOES | frozenset(
    "had said helped came sat told rang always never who and went made gave listened explained took really "
    "visited brought looked did phoned ran drove lived would could from at".split()
)
"""What often stands behind a name that begins a sentence."""
JOINING = frozenset(("and", "the", "y"))
"""Particles that stand between two people as well."""
INNER = PARTICLES - JOINING - {"of"}
"""Particles that stand between two words of one name."""
CALLED = frozenset("called named".split())


@dataclass(slots=True)
class _Run:
    """Words of one name, side by side: their places, and what was found of them."""

    first: int
    last: int
    kind: Kind = Kind.NAME
    sure: bool = False
    owners: list[set[int]] = field(default_factory=list)


def names_in(near: Surroundings, words: Sequence[Word], people: People) -> list[Found]:
    """Return every stretch that is or may be a name."""
    found = _Names(near, people)
    runs = [run for place in range(len(words)) if (run := found.at(place))]
    for run in runs:
        found.grow(run)
    return [(words[run.first].start, words[run.last].end, run.kind, run.sure) for run in _merged(runs, words)]


def _merged(runs: Iterable[_Run], words: Sequence[Word]) -> list[_Run]:
    """Return the runs, those that touch as one: two names of the same person make it sure."""
    made: list[_Run] = []
    for run in runs:
        if made and (run.first <= made[-1].last or _touch(made[-1].last, run.first, words)):
            last = made[-1]
            last.last = max(last.last, run.last)
            last.owners += run.owners
            last.sure = last.sure or run.sure or _same(last.owners)
            last.kind = Kind.PERSON if Kind.PERSON in {run.kind, last.kind} else Kind.NAME
        else:
            made.append(run)
    return made


def _touch(last: int, first: int, words: Sequence[Word]) -> bool:
    """Say whether two runs stand side by side, or but for what only stands within a name: Ffion ap Huw."""
    between = [word.bare for word in words[last + 1 : first]]
    return all(word.joined for word in words[last + 1 : first + 1]) and INNER.issuperset(between)


def _same(owners: Sequence[set[int]]) -> bool:
    return any(one & other for place, one in enumerate(owners) for other in owners[place + 1 :])


def _is_letter(word: Word) -> bool:
    """Say whether a word is the first letter of a name rather than a word of one letter."""
    return len(word.bare) == 1 and word.capital and word.bare not in {"i", "a"}


class _Names:
    """What each word of one text is."""

    def __init__(self, near: Surroundings, people: People) -> None:
        self._near, self._words, self._people = near, near.words, people

    def at(self, place: int) -> _Run | None:
        """Return the run that this word begins, by itself or with the word behind it."""
        word = self._words[place]
        if name := self._people.known_as(word):
            return self._known(place, place, name)
        after = self._near.after(place)
        if (
            after
            and word.bare in PARTICLES
            and self._people.owners(joint := word.text + squashed(after.bare))
        ):
            return self._known(place, place + 1, joint)
        if after and word.bare in TITLES and self._is_titled(word, after):
            return _Run(place, place if self._people.known_as(after) else place + 1)
        if self._are_initials(place):
            return self._initials(place)
        if self._people.is_slip(word):
            return _Run(place, place, Kind.PERSON)
        return _Run(place, place) if self._may_be_name(place) else None

    def grow(self, run: _Run) -> None:
        """Take in what belongs to the name: more of the same person's, and an initial behind it."""
        while run.first and self._words[run.first].joined and self._is_of(run, run.first - 1):
            run.first, run.sure = run.first - 1, True
        while (after := self._near.after(run.last)) and self._is_of(run, run.last + 1):
            run.last, run.sure = run.last + 1, True
        if after and len(after.bare) == 1:
            capital = after.capital and after.bare not in {"i", "a"}
            run.last += int(capital or self._near.is_dotted(run.last + 1))

    def _is_of(self, run: _Run, place: int) -> bool:
        """Say whether a word, whatever its capitals, is a name of the same person."""
        return _same([*run.owners, self._people.owners(squashed(self._words[place].bare))])

    def _known(self, first: int, last: int, name: str) -> _Run:
        capital = self._words[first].capital and not self._near.loud
        sure = self._people.is_sure(name) and capital
        return _Run(first, last, Kind.PERSON, sure, [self._people.owners(name)])

    def _is_titled(self, title: Word, after: Word) -> bool:
        if self._people.known_as(after):
            return True
        if len(squashed(after.bare)) == 1:
            return title.bare in SURE_TITLES and after.capital and after.bare not in {"a", "i"}
        if after.bare in EVERYDAY or after.bare in self._near.harmless:
            return (
                after.bare in ALSO_NAMES
                and after.capital
                and title.bare in SURE_TITLES
                and not self._near.loud
            )
        return title.bare in SURE_TITLES or (
            after.capital and not self._near.loud and after.bare not in NO_NAMES
        )

    def _are_initials(self, place: int) -> bool:
        word = self._words[place]
        one = cased(word) and word.capital and len(word.bare) == 1
        if one and word.bare == "i" and not self._near.is_dotted(place):
            after = self._near.after(place)
            return bool(after and after.capital and self._people.is_sure(squashed(after.bare)))
        return one or self._is_pair(word)

    def _is_pair(self, word: Word) -> bool:
        """Say whether a word of two or three capitals is somebody's initials and no abbreviation."""
        short = 1 < len(word.text) <= 3 and word.upper and not self._near.loud  # noqa: PLR2004
        return short and not self._near.is_usual(word) and self._people.has_initials(word.text)

    def _initials(self, place: int) -> _Run | None:
        """Return initials before a name, or letters that are those of somebody on record."""
        word, last = self._words[place], place
        if len(word.bare) > 1:
            return _Run(place, place, Kind.PERSON)
        letters = word.bare
        while (after := self._near.after(last)) and after.capital and len(after.bare) == 1:
            letters, last = letters + after.bare, last + 1
        if len(letters) > 1 and self._people.has_initials(letters):
            return _Run(place, last, Kind.PERSON)
        if after and self._people.known_as(after):
            return _Run(place, last)
        if after and after.bare in PARTICLES - JOINING:  # G ap Rhys
            last, after = last + 1, self._near.after(last + 1)
            return _Run(place, last) if after and self._people.known_as(after) else None
        named = after and not self._near.loud and self._near.goes_on(after)
        return _Run(place, last + 1) if named else None

    def _may_be_name(self, place: int) -> bool:
        word = self._words[place]
        before = self._words[place - 1].text if place else ""
        if before in CALLED and len(word.text) > SHORT and not self._near.is_usual(word):
            return True
        if not (word.capital and cased(word)):
            return False
        if word.bare in GIVEN and word.bare not in self._near.harmless:
            return not (self._near.loud and word.bare in ALSO_NAMES)
        if word.upper or self._near.loud or self._near.is_plain(word):
            return False
        return not word.first or self._acts(place)

    def _acts(self, place: int) -> bool:
        """Say whether a word that begins a sentence does something, or has something."""
        word, after = self._words[place], self._near.after(place)
        if word.text != word.bare or (after and (self._near.goes_on(after) or _is_letter(after))):
            return True
        return after is not None and after.text in (DOES if word.bare.endswith("s") else DID)
