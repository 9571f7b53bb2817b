"""What in free words may point at somebody, in sentences for the person who looks at it before it leaves."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.actions.safeguarding import lead
from vcse_desktop.disclosure.identifiers import Guard, Hit, Kind
from vcse_desktop.disclosure.identifiers_people import is_a_post
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.i18n import N_
from vcse_desktop.store.vault import Vault, people

__all__ = ["Guard", "Spot"]

SURE = {
    Kind.PERSON: N_("This is the name of somebody on record."),
    Kind.NHS: N_("This is an NHS number."),
    Kind.NI: N_("This is a National Insurance number."),
    Kind.PHONE: N_("This is a phone number."),
    Kind.POSTCODE: N_("This is a postcode."),
    Kind.EMAIL: N_("This is an e-mail address."),
    Kind.ADDRESS: N_("This is an address."),
    Kind.PLACE: N_("This place is so small that it may point at somebody."),
}
PERHAPS = {
    Kind.PERSON: N_("This may be the name of somebody on record."),
    Kind.NAME: N_("This may be somebody's name."),
    Kind.NHS: N_("This may be an NHS number."),
    Kind.NI: N_("This may be a National Insurance number."),
    Kind.PHONE: N_("This may be a phone number."),
    Kind.POSTCODE: N_("This may be a postcode."),
    Kind.EMAIL: N_("This may be a name in social media."),
    Kind.DATE: N_("A day, or a great age, may point at somebody."),
    Kind.NUMBER: N_("This number may belong to one person."),
    Kind.ADDRESS: N_("This may be part of an address."),
    Kind.PLACE: N_("This may be a place so small that it points at somebody."),
    Kind.INDIRECT: N_("This description may fit one person only."),
    Kind.FEW: N_("So small a number of people may undo what the tables hide."),
}
"""What is said of a hit, by its kind."""
MARKS = {
    Kind.PERSON: "[name]",
    Kind.NAME: "[name]",
    Kind.PLACE: "[place]",
    Kind.ADDRESS: "[place]",
    Kind.POSTCODE: "[place]",
    Kind.DATE: "[day]",
    Kind.FEW: "[some]",
    Kind.INDIRECT: "[detail]",
}
"""What takes the place of it; a number where nothing else is said."""
NUMBER = "[number]"
KEEP = {
    "nobody": N_("It points at nobody"),
    "agreed": N_("They agreed to it"),
    "known": N_("Everybody may know it"),
}
"""Why something that was found may stay."""
WIDE = ("district", "ward")
"""Kinds of places in which so many live that they point at nobody."""
_SEVERAL = re.compile(r"[,;/\n]|\s\(|\)")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]*\n?\s*")
AROUND = 120
"""Letters of a sentence that are shown on each side, at most."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text that a person should look at, with the words of its sentence on both sides.

    ``why`` is a marked sentence, ``mark`` what may take its place.
    """

    start: int
    end: int
    words: str
    before: str
    after: str
    why: str
    mark: str
    sure: bool
    kind: Kind


def guard_of(vault: Vault, threshold: int | None = None, *, harmless: Iterable[str] = ()) -> Guard:
    """Return what finds the people and the small places of a vault.

    A small number is one below the threshold of the group's own rule, unless another is given; ``harmless``
    are names of bodies beside those on record.
    """
    policy = POLICIES[str(group_setting(vault, "disclosure_floor"))]
    places = vault.values("place", fields=("name", "kind"))
    wide = [str(name) for _, name, kind in places if kind in WIDE]
    bodies = [str(name) for _, name in vault.values("organisation", fields=("name",)) if name]
    return Guard(
        _names(vault),
        [str(name) for _, name, kind in places if kind not in WIDE],
        harmless=[*wide, *bodies, *harmless],
        threshold=threshold or policy.threshold,
    )


def _names(vault: Vault) -> Iterator[str]:
    """Yield the names of people on record, of those whom organisations name, and of those who open this."""
    for _, *texts in vault.values("person", fields=("known_as", "other_names")):
        yield from _parts(*texts)
    yield from _parts(*(one.label for one in people(vault.folder)), lead(vault).name)
    for _, contact in vault.values("organisation", fields=("contact_name",)):
        yield from (part for part in _parts(contact) if not is_a_post(part))


def _parts(*texts: object) -> Iterator[str]:
    return (part for text in texts for part in _SEVERAL.split(str(text or "")) if part.strip())


def spots(guard: Guard, text: str, kept: Collection[str] = (), *, titled: bool = False) -> list[Spot]:
    """Return what a person should look at in a text, but for words that they chose to keep."""
    found = [_spot(text, hit) for hit in guard.find(text, titled=titled)]
    return [spot for spot in found if spot.words not in kept]


def check_prose(vault: Vault, words: str, threshold: int) -> list[Spot]:
    """Return what a person should look at in words that were written by hand and leave."""
    return spots(guard_of(vault, threshold), words)


def replaced(text: str, spot: Spot) -> str:
    """Return a text with the mark in the place of what was found."""
    return f"{text[: spot.start]}{spot.mark}{text[spot.end :]}"


def _spot(text: str, hit: Hit) -> Spot:
    start, end = next(
        match.span() for match in _SENTENCE.finditer(text) if match.start() <= hit.start < match.end()
    )
    end = max(end, hit.end)
    before = text[max(start, hit.start - AROUND) : hit.start].lstrip()
    after = text[hit.end : min(end, hit.end + AROUND)].rstrip()
    why = (SURE if hit.sure else PERHAPS)[hit.kind]
    mark = MARKS.get(hit.kind, NUMBER)
    return Spot(hit.start, hit.end, text[hit.start : hit.end], before, after, why, mark, hit.sure, hit.kind)
