"""How the names of other people are kept out of what is handed to one person."""

import re
from collections.abc import Collection

from vcse_desktop.actions.naming import ALSO_WORDS, WORD, known_names
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.normal import fold_name
from vcse_desktop.store.vault import Vault

ANOTHER = N_("another person")


class OthersNames:
    """Puts "[another person]" for each word of a known name that is not one of their own."""

    def __init__(self, vault: Vault, own: Collection[str]) -> None:
        """``own`` are the names of the person themselves."""
        mine = {fold_name(word) for name in own for word in WORD.findall(name)}
        self._others = known_names(vault) - mine

    def left_out(self, text: str) -> str:
        """Return a text without the names of others; one that is a common word, too, only with a capital."""
        shown = f"[{tr(ANOTHER)}]"
        made = WORD.sub(lambda match: shown if self._is_name(match[0]) else match[0], text)
        twice = re.escape(shown)
        return re.sub(rf"{twice}(?:\s+{twice})+", lambda _: shown, made)  # first name and family name

    def _is_name(self, word: str) -> bool:
        folded = fold_name(word)
        if word.startswith("[") or folded not in self._others:
            return False
        return word[0] != word[0].lower() or folded not in ALSO_WORDS
