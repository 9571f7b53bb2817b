"""What the help says, in order: the places with their parts, the program as a whole, and each principle."""

from ui.language import plain
from ui.screens.help.card import Card
from ui.screens.help.keys import EVERY_KEY, KEYS_CARD
from ui.screens.help.of_asking import ASKED
from ui.screens.help.of_matters import MATTERS, SAFEGUARDING
from ui.screens.help.of_people import WHO
from ui.screens.help.of_places import DAILY
from ui.screens.help.of_reading import READING
from vcse_desktop.actions.principles import NAMES, QUESTIONS
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.vocabularies import lists

HELP = N_("Help")
BEFORE = {ord(mark): " " for mark in "\u201c\u2018\u2019(["}
"""What may stand before a word."""
LEAST = 3
"""Letters of a word that is looked for in all that a card says; in its title any are."""


def principle_cards() -> list[Card]:
    """Return a card for each principle: its full words, and the questions to talk about."""
    full = {item.code: pgettext("six_principles", item.label) for item in lists()["six_principles"]}
    return [
        Card(code, tr(NAMES[code]), (full[code], *(tr(one) for one in QUESTIONS[code]))) for code in NAMES
    ]


def cards(*, helper: bool = False) -> list[Card]:
    """Return every card but that of the keys, in the person's language; a helper's are of their places."""
    marked = [
        Card(one.code, tr(one.title), tuple(tr(line) for line in one.lines), one.helpers)
        for one in (*DAILY, *WHO, *ASKED, *MATTERS, *READING, SAFEGUARDING)
    ]
    return [one for one in (*marked, *principle_cards()) if one.helpers or not helper]


def asks_for_help(words: str) -> bool:
    """Say whether what is typed begins by asking for help."""
    return folded(words).split()[:1] == [folded(tr(HELP))]


def help_of(words: str, *, helper: bool) -> list[tuple[str, str]]:
    """Return code and title of each card that speaks of these words, those with such a title first."""
    wanted = folded(words).split()[1 if asks_for_help(words) else 0 :]
    every = [*cards(helper=helper), Card(KEYS_CARD, tr(EVERY_KEY), ())]
    titled = [one for one in every if all(word in folded(one.title) for word in wanted)]
    long = all(len(word) >= LEAST for word in wanted)
    speaking = [one for one in every if long and one not in titled and _speaks(one, wanted)]
    return [(one.code, one.title) for one in (*titled, *speaking)]


def _speaks(card: Card, wanted: list[str]) -> bool:
    """Say whether, for each of these, a word of a card begins with it."""
    said = " ".join(("", card.title, *card.lines)).translate(BEFORE)
    said = f" {folded(plain(said))}"
    return all(f" {word}" in said for word in wanted)
