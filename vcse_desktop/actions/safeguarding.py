"""Which words may mean that somebody is at risk, and whom this group tells of it."""

import re
from dataclasses import dataclass

from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.store.vault import Vault

PHRASES = (
    *("abuse", "abused", "abuses", "abusing", "abusive", "assault", "assaulted", "domestic violence"),
    *(
        "hit me",
        "hits me",
        "hit her",
        "hits her",
        "hit him",
        "hits him",
        "beats me",
        "beats her",
        "beats him",
    ),
    *("beat me", "beat her", "beat him", "beaten", "bruise", "bruises", "bruised", "strangled", "choked me"),
    *("hurts me", "hurts her", "hurts him", "hurting me", "hurting her", "hurting him", "harming"),
    *("rape", "raped", "touched me", "touches me", "sexual", "groomed", "grooming"),
    *("suicide", "suicidal", "kill myself", "kill herself", "kill himself", "killed myself", "overdose"),
    *("end my life", "end it all", "want to die", "wants to die", "better off dead", "not worth living"),
    *("self harm", "self harming", "harm myself", "cut myself", "cuts herself", "cuts himself"),
    *("afraid of him", "afraid of her", "scared of him", "scared of her", "frightened of", "threatens"),
    *("threatened me", "threatened her", "threatened him", "kill me", "kill her", "kill him"),
    *("takes my money", "took my money", "takes her money", "takes his money", "steals from"),
    *("won't let me", "won't let her", "won't let him", "locks me", "locks her", "locks him", "locked in"),
    *("neglect", "neglected", "left alone all day", "not been fed", "no food in the house", "starving"),
    *("forced marriage", "made to marry", "fgm", "trafficked", "slavery", "made to work", "controls me"),
)
"""A list of our own, in English. It is wide on purpose: a false alarm costs a moment."""

_WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, PHRASES))})\b")
_SAME = {0x2018: "'", 0x2019: "'", 0x2010: " ", 0x2011: " ", ord("-"): " "}


@dataclass(frozen=True, slots=True)
class Lead:
    """Whom to tell, as the group's settings say; "" where they do not."""

    name: str
    number: str


NOBODY = Lead("", "")


def worrying(text: str) -> str:
    """Return the first words in the text that may mean somebody is at risk; "" when there are none."""
    found = _WORDS.search(" ".join(text.casefold().translate(_SAME).split()))
    return found.group() if found else ""


def lead(vault: Vault) -> Lead:
    """Return the group's own safeguarding lead."""
    return Lead(
        str(group_setting(vault, "safeguarding_name")).strip(),
        str(group_setting(vault, "safeguarding_phone")).strip(),
    )
