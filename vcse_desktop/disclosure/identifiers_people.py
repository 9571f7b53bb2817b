"""Names in a text: those of people on record, however they are written, and what looks like others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from vcse_desktop.disclosure.everyday_words import (
    ALSO_NAMES,
    CALLED_ALSO,
    ENDINGS,
    EVERYDAY,
    GIVEN,
    NO_NAMES,
    PARTICLES,
    SURE_TITLES,
    TITLES,
)
from vcse_desktop.disclosure.folding import Folded, Word, squashed
from vcse_desktop.disclosure.hits import Kind

Found = tuple[int, int, Kind, bool]

SHORT, LEAST_SLIP, LEAST_LOW_SLIP = 2, 5, 6
"""Letters: so short a name needs a capital; a slip is looked for in words from this length, or that."""
LOUD = 0.5
"""Where more of the plain words inside sentences have a capital than this, capitals say nothing."""
DOES = frozenset(
    "is was has says comes tells rings goes makes gives takes visits brings looks does knows cares phones "
    "runs drives lives".split()
)
DID = DOES | frozenset(
    "had said helped came sat told rang always never who and went made gave listened explained took really "
    "visited brought looked did phoned ran drove lived would could from at".split()
)
"""What often stands behind a name that begins a sentence."""
SONS = ("mc", "mac", "o'", "d'")
"""How names begin that may end like other words."""
JOINING = frozenset(("and", "the", "y"))
"""Particles that stand between two people as well."""
CALLED = frozenset("called named".split())


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


def _without_one(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@dataclass(slots=True)
class _Run:
    """Words of one name, side by side: their places, and what was found of them."""

    first: int
    last: int
    kind: Kind = Kind.NAME
    sure: bool = False
    owners: list[set[int]] = field(default_factory=list)


def names_in(folded: Folded, words: Sequence[Word], people: People, harmless: Collection[str]) -> list[Found]:
    """Return every stretch that is or may be a name; a capital makes none of the ``harmless`` words one."""
    found = _Names(folded.plain, words, people, harmless)
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
    return first == last + 1 and words[first].joined


def _cased(word: Word) -> bool:
    """Say whether the letters of a word have capitals."""
    return word.text.upper() != word.text


def _same(owners: Sequence[set[int]]) -> bool:
    return any(one & other for place, one in enumerate(owners) for other in owners[place + 1 :])


class _Names:
    """What each word of one text is."""

    def __init__(self, plain: str, words: Sequence[Word], people: People, harmless: Collection[str]) -> None:
        self._plain = plain
        self._words, self._people, self._harmless = words, people, harmless
        usual = [w.capital for w in words if not w.first and len(w.text) > 1 and w.text in EVERYDAY]
        self._loud = len(usual) > 1 and sum(usual) > LOUD * len(usual)
        self._low = {word.text for word in words if not word.capital}

    def at(self, place: int) -> _Run | None:
        """Return the run that this word begins, by itself or with the word behind it."""
        word = self._words[place]
        if name := self._people.known_as(word):
            return self._known(place, place, name)
        after = self._after(place)
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
        while (after := self._after(run.last)) and self._is_of(run, run.last + 1):
            run.last, run.sure = run.last + 1, True
        if after and len(after.bare) == 1:
            capital = after.capital and after.bare not in {"i", "a"}
            run.last += int(capital or self._is_dotted(run.last + 1))

    def _is_of(self, run: _Run, place: int) -> bool:
        """Say whether a word, whatever its capitals, is a name of the same person."""
        return _same([*run.owners, self._people.owners(squashed(self._words[place].bare))])

    def _is_dotted(self, place: int) -> bool:
        """Say whether a full stop stands right behind a word."""
        return self._plain[self._words[place].end :][:1] == "."

    def _known(self, first: int, last: int, name: str) -> _Run:
        capital = self._words[first].capital and not self._loud
        sure = self._people.is_sure(name) and capital
        return _Run(first, last, Kind.PERSON, sure, [self._people.owners(name)])

    def _after(self, place: int) -> Word | None:
        after = self._words[place + 1] if place + 1 < len(self._words) else None
        return after if after and after.joined else None

    def _is_titled(self, title: Word, after: Word) -> bool:
        if len(squashed(after.bare)) == 1:
            return title.bare in SURE_TITLES and after.capital and after.bare not in {"a", "i"}
        if after.bare in EVERYDAY or after.bare in self._harmless:
            return after.bare in ALSO_NAMES and after.capital and title.bare in SURE_TITLES and not self._loud
        return title.bare in SURE_TITLES or (after.capital and not self._loud and after.bare not in NO_NAMES)

    def _are_initials(self, place: int) -> bool:
        word = self._words[place]
        one = (
            _cased(word)
            and word.capital
            and len(word.bare) == 1
            and (word.bare != "i" or self._is_dotted(place))
        )
        return one or self._is_pair(word)

    def _is_pair(self, word: Word) -> bool:
        """Say whether a word of two or three capitals is somebody's initials and no abbreviation."""
        short = 1 < len(word.text) <= 3 and word.upper and not self._loud  # noqa: PLR2004
        return short and not self._is_usual(word) and self._people.has_initials(word.text)

    def _initials(self, place: int) -> _Run | None:
        """Return initials before a name, or letters that are those of somebody on record."""
        word, last = self._words[place], place
        if len(word.bare) > 1:
            return _Run(place, place, Kind.PERSON)
        letters = word.bare
        while (after := self._after(last)) and after.capital and len(after.bare) == 1:
            letters, last = letters + after.bare, last + 1
        if len(letters) > 1 and self._people.has_initials(letters):
            return _Run(place, last, Kind.PERSON)
        if after and self._people.known_as(after):
            return _Run(place, last)
        if after and after.bare in PARTICLES - JOINING:  # G ap Rhys
            last, after = last + 1, self._after(last + 1)
            return _Run(place, last) if after and self._people.known_as(after) else None
        named = after and not self._loud and self._goes_on(after)
        return _Run(place, last + 1) if named else None

    def _is_usual(self, word: Word) -> bool:
        """Say whether a word is known, and not as a name alone."""
        return word.bare in EVERYDAY or word.bare in NO_NAMES or word.bare in self._harmless

    def _is_plain(self, word: Word) -> bool:
        """Say whether a word with a capital is no name."""
        bare = word.bare
        return (
            self._is_usual(word)
            or bare in self._low
            or len(bare) == 1
            or (bare.endswith(ENDINGS) and not bare.startswith(SONS))
            or bare.removesuffix("s") in EVERYDAY
        )

    def _may_be_name(self, place: int) -> bool:
        word = self._words[place]
        before = self._words[place - 1].text if place else ""
        if before in CALLED and len(word.text) > SHORT and not self._is_usual(word):
            return True
        if not (word.capital and _cased(word)):
            return False
        if word.bare in GIVEN and word.bare not in self._harmless:
            return not (self._loud and word.bare in ALSO_NAMES)
        if word.upper or self._loud or self._is_plain(word) or word.bare.endswith("ing"):
            return False
        return not word.first or self._acts(place)

    def _goes_on(self, after: Word) -> bool:
        """Say whether a word behind one that may be a name looks like the rest of it."""
        return after.capital and not after.upper and not self._is_plain(after)

    def _acts(self, place: int) -> bool:
        """Say whether a word that begins a sentence does something, or has something."""
        word, after = self._words[place], self._after(place)
        if word.text != word.bare or (after and self._goes_on(after)):
            return True
        return after is not None and after.text in (DOES if word.bare.endswith("s") else DID)
