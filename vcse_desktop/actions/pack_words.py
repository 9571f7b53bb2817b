"""The words of a pack that somebody of the group typed, and what in them may point at somebody."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.gathering import Material
from vcse_desktop.actions.naming_in_words import Spot, guard_of, spots
from vcse_desktop.actions.own_pages import INTRODUCTION, NOTES, SHOWS
from vcse_desktop.actions.reading_over import stretches
from vcse_desktop.actions.signing import must_be_keeper
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.disclosure.hits import Kind
from vcse_desktop.disclosure.quotes import words_hash
from vcse_desktop.errors import Refused
from vcse_desktop.figures import reach
from vcse_desktop.figures.dimensions import ACTIVITY, APART, ASKING, GROUPED, TALLIED, plain_code
from vcse_desktop.figures.table import RESERVED, Code, Dimension
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label, lists
from vcse_desktop.reports.easy import words_of_page
from vcse_desktop.store.vault import Vault

STAYS = "may_stay."
"""How the names of settings begin that say what may stay in a text, and why; its mark follows."""
TITLE, ENTRY = N_("The name of an activity"), N_("An entry of a list, in your own words")
PURPOSE, RETENTION = N_("Settings: why you share"), N_("Settings: how long a partner may keep it")
GROUP, PARTNER = N_("The name of your group"), N_("The name of the partner")
SHOWN = N_("The name to show beside a quote")
REASON = N_("Why it takes the place of another")
ASKED = N_("What you ask this partner")
EASY = N_("The Easy Read page")
WRITTEN = N_("What you wrote about answers, asking, looking back or capacity")
BODY = N_("The name of an organisation")
SOURCE = N_("Where published figures come from")
OWN, PLACE = N_("Settings: your own words in every report"), N_("The name of a place")
NAMED = {ACTIVITY.code: TITLE, ASKING.code: WRITTEN}
_OF_A_BODY = (Kind.NAME, Kind.PLACE, Kind.INDIRECT, Kind.DATE)
AS_IT_IS = {
    SHOWN: (Kind.PERSON, Kind.NAME),
    GROUP: _OF_A_BODY,
    PARTNER: _OF_A_BODY,
    BODY: _OF_A_BODY,
    SOURCE: _OF_A_BODY,
    PLACE: (Kind.NAME, Kind.PLACE, Kind.ADDRESS),
}
"""What points at nobody who has not agreed to it: a name to show, and what bodies are called after."""
STILL_OPEN = (
    N_("Words of this pack may point at somebody"),
    N_(
        "{place}: look at “{words}” in “{text}”. Nothing was made, and nothing was lost. Change these words "
        "where they are recorded, or say why they may stay, then make the pack again."
    ),
)


TITLED = (TITLE, ENTRY, GROUP, PARTNER, PLACE, BODY, SOURCE)
"""Where words have capitals that say nothing."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that leaves as somebody typed it; ``place`` is a marked sentence that says where it stands."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Pointing(Typed):
    """A stretch of such a text that may point at somebody."""

    spot: Spot


def typed_by_hand(made_of: Material) -> list[Typed]:
    """Return the words of a pack that somebody of the group typed, each once; the words of quotes apart."""
    found: dict[str, Typed] = {}
    with speaking(made_of.choices.language):
        for one in _typed(made_of):
            if one.text.strip():
                found.setdefault(one.text, one)
    return list(found.values())


def pointing(vault: Vault, made_of: Material) -> list[Pointing]:
    """Return what in these words may point at somebody, but for what may stay in exactly that text."""
    bodies = (made_of.identity.name, made_of.partner.name, *made_of.words.named)
    return pointing_in(vault, typed_by_hand(made_of), made_of.policy.threshold, harmless=bodies)


def pointing_in(
    vault: Vault, typed: Sequence[Typed], threshold: int, *, harmless: Iterable[str] = ()
) -> list[Pointing]:
    """Return the same of any words; a small number is below the threshold, ``harmless`` are known names."""
    guard = guard_of(vault, threshold, harmless=harmless)
    found = []
    for one in typed:
        stays: Any = vault.setting(_setting(one.text)) or ()
        for spot in spots(guard, one.text, titled=one.place in TITLED):
            if spot.kind not in AS_IT_IS.get(one.place, ()) and not any(
                a <= spot.start and spot.end <= b for a, b, _ in stays
            ):
                found.append(Pointing(one.place, one.text, spot))
    return found


def let_stay(vault: Vault, text: str, words: str, reason: str) -> Changed:
    """Note why these words may stay in exactly this text, by a code of ``naming_in_words.KEEP``.

    Refused to anybody but a keeper.
    """
    must_be_keeper(vault)
    before: Any = vault.setting(_setting(text)) or ()
    with vault.unit("edit") as unit:
        unit.set(_setting(text), [*before, *stretches(text, {words: reason})])
    return Changed(frozenset({"may_stay"}), unit.id)


def must_point_at_nobody(vault: Vault, made_of: Material) -> None:
    """Refuse words typed by hand that may point at somebody, unless somebody said why they may stay."""
    must_not_point(pointing(vault, made_of))


def must_not_point(found: Iterable[Pointing], said: tuple[str, str] = STILL_OPEN) -> None:
    """Refuse what may point at somebody, if there is anything, in these words."""
    for one in found:
        raise Refused(*said, place=tr(one.place), words=one.spot.words, text=one.text)


def _typed(made_of: Material) -> Iterator[Typed]:
    for table in made_of.tables:
        for dimension, codes in zip(table.kind.dimensions, table.codes, strict=True):
            for one in codes:
                if one.code not in RESERVED:
                    yield from _of_table(made_of.lists, dimension, one)
    for quote in made_of.quotes:
        yield from _entry(made_of.lists, "insight_theme", quote.theme)
        yield from _entry(made_of.lists, "speaker_role", quote.role)
        if quote.insight in made_of.words.kinds:
            yield from _entry(made_of.lists, "insight_kind", made_of.words.kinds[quote.insight])
        yield Typed(SHOWN, quote.name)
    for ask in made_of.asks:
        yield Typed(ASKED, ask.text)
    yield from (Typed(EASY, words) for words in words_of_page(made_of.easy))
    yield from _of_records(made_of)
    yield from _of_settings(made_of)
    yield Typed(REASON, made_of.choices.reason)
    yield Typed(GROUP, made_of.identity.name)
    yield Typed(PARTNER, made_of.partner.name)


def _of_table(given: Lists, dimension: Dimension, one: Code) -> Iterator[Typed]:
    """Yield the words for a row of a table, where they are not ours."""
    if dimension.code in NAMED:
        yield Typed(NAMED[dimension.code], one.label)
    elif dimension.code == GROUPED.code:
        vocab = next(vocab for vocab in TALLIED if one.code.startswith(f"{plain_code(vocab)}{APART}"))
        group = one.code.partition(APART)[2]
        yield from [Typed(PLACE, one.label)] if vocab == reach.PLACE else _entry(given, vocab, group)
    elif dimension.vocab:
        yield from _entry(given, dimension.vocab, one.code)


def _of_records(made_of: Material) -> Iterator[Typed]:
    """Yield the words of what the group wrote itself, of its own lists, and the bodies that it names."""
    for record in made_of.words.written:
        yield from (Typed(ENTRY, words) for words in record.labels)
        yield from (Typed(WRITTEN, words) for words in record.typed)
        said = [text for _, text in record.pairs]
        yield from (Typed(BODY, name) for name in made_of.words.named if any(name in text for text in said))
    for table in made_of.words.lives_here:
        yield from (Typed(SOURCE, table.source), Typed(SOURCE, table.about), Typed(PLACE, table.area))


def _of_settings(made_of: Material) -> Iterator[Typed]:
    settings = made_of.settings
    yield from _entry(made_of.lists, "lawful_basis", str(settings["pack_lawful_basis"]))
    yield Typed(PURPOSE, str(settings["pack_purpose"]))
    yield Typed(RETENTION, str(settings["pack_retention"]))
    for name in (INTRODUCTION, *NOTES.values(), SHOWS):
        yield Typed(OWN, str(settings[name]))


def _entry(given: Lists, vocab: str, code: str) -> Iterator[Typed]:
    """Yield the words for a code unless they are ours; a code that is in no list stands for itself."""
    words = label(given, vocab, code)
    if not any(item.code == code and label(lists(), vocab, code) == words for item in lists().get(vocab, ())):
        yield Typed(ENTRY, words)


def _setting(text: str) -> str:
    return f"{STAYS}{words_hash(text)}"
