"""The words of one text, and what of a word can be told from those around it."""

from collections.abc import Collection, Sequence

from vcse_desktop.disclosure.everyday_words import ENDINGS, EVERYDAY, NO_NAMES
from vcse_desktop.disclosure.folding import Folded, Word

LOUD = 0.5
"""Where more of the plain words inside sentences have a capital than this, capitals say nothing."""
LONG, SMALL = 4, frozenset({"from", "with"})
"""Letters of a word that has a capital in a title, and those that have none all the same."""
SONS = ("mc", "mac", "o'", "d'")
"""How names begin that may end like other words."""


def cased(word: Word) -> bool:
    """Say whether the letters of a word have capitals."""
    return word.text.upper() != word.text


class Surroundings:
    """The words of a text; ``harmless`` ones have a capital and point at nobody.

    In what is ``titled`` capitals say nothing where every longer word has one.
    """

    def __init__(
        self, folded: Folded, words: Sequence[Word], harmless: Collection[str], *, titled: bool = False
    ) -> None:
        self.words, self.harmless, self._plain = words, harmless, folded.plain
        usual = [w.capital for w in words if not w.first and len(w.text) > 1 and w.text in EVERYDAY]
        self.loud = len(usual) > 1 and sum(usual) > LOUD * len(usual)
        if titled:
            long = [w.capital for w in words if not w.first and len(w.text) >= LONG and w.text not in SMALL]
            self.loud = self.loud or (len(long) > 1 and all(long))
        self._low = {word.text for word in words if not word.capital}

    def after(self, place: int) -> Word | None:
        """Return the word right behind this one."""
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        return after if after and after.joined else None

    def is_dotted(self, place: int) -> bool:
        """Say whether a full stop stands right behind a word."""
        return self._plain[self.words[place].end :][:1] == "."

    def is_usual(self, word: Word) -> bool:
        """Say whether a word is known, and not as a name alone."""
        return word.bare in EVERYDAY or word.bare in NO_NAMES or word.bare in self.harmless

    def is_plain(self, word: Word) -> bool:
        """Say whether a word with a capital is no name."""
        bare = word.bare
        return (
            self.is_usual(word)
            or bare in self._low
            or len(bare) == 1
            or (bare.endswith(ENDINGS) and not bare.startswith(SONS))
            or bare.removesuffix("s") in EVERYDAY
        )

    def goes_on(self, after: Word) -> bool:
        """Say whether a word behind one that may be a name looks like the rest of it."""
        return after.capital and not after.upper and not self.is_plain(after)
