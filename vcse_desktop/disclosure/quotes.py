"""Which of the words that people said may leave, for whom, and with what beside them."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from vcse_desktop.disclosure.hits import Hit

Row = Mapping[str, object]
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
WIDE_SCOPES = ("partners", "public")


class Held(Enum):
    """Why a quote stays at home; the first reason found."""

    NOT_AGREED = "not_agreed"  # nobody asked, or the answer was no
    NO_CONSENT = "no_consent"  # none on record for this use and audience, or it ended or was withdrawn
    WORDS_CHANGED = "words_changed"  # since consent was given
    OTHER_WORDS = "other_words"  # more was changed than stretches put into [brackets]
    NOT_CHECKED = "not_checked"  # nobody pressed "checked" on exactly the shared words
    STILL_OPEN = "still_open"  # something in them may point at somebody, and nobody said why it stays
    ERASED = "erased"  # the person who said it was erased
    TOO_FEW = "too_few"  # too few people stand behind what would be printed with it


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that may leave. ``theme`` and ``role`` are codes, "" where they would point at too few people."""

    insight: int
    text: str
    language: str
    translation: str
    theme: str
    role: str
    name: str
    composite: bool


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom: the record of the organisation, when the group keeps one, and the day it leaves."""

    organisation: int | None
    day: str


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody pressed "checked" on the text with this hash; ``kept`` are its stretches that may stay."""

    text_hash: str
    kept: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is known of those who speak, and of who read their words before they leave.

    ``living`` leads from the id of each person that is still there to the one id of all records that are
    this person; ``checks`` stand by the id of the insight and the code of the text; ``find`` tells what in a
    text may point at somebody.
    """

    consents: Sequence[Row]
    living: Mapping[int, int]
    find: Callable[[str], Sequence[Hit]]
    checks: Mapping[tuple[int, str], Sequence[Check]] = field(default_factory=dict)

    def not_ready(self, row: Row, text: str, day: str) -> Held | None:
        """Return why a text of an insight may not leave as it stands: the codes of the text and its day."""
        words = _text(row, text)
        made = self.checks.get((int(str(row["id"])), text), ())
        mine = [one for one in made if one.text_hash == words_hash(words)]
        if not (words and row[day] and mine):
            return Held.NOT_CHECKED
        kept = [stretch for one in mine for stretch in one.kept]
        found = self.find(words)
        is_open = any(not any(a <= hit.start and hit.end <= b for a, b in kept) for hit in found)
        return Held.STILL_OPEN if is_open else None


def words_hash(words: str) -> str:
    """Return what a consent is bound to: SHA-256 of the words in NFC, as UTF-8."""
    return hashlib.sha256(unicodedata.normalize("NFC", words).encode()).hexdigest()


def quotes(
    insights: Sequence[Row], known: OnRecord, audience: Audience, threshold: int
) -> list[Quote | Held]:
    """Return for each insight of the period the quote that may leave, or why none may.

    What is printed beside a quote must describe at least ``threshold`` people among these insights.
    """
    return [_quote(row, insights, known, audience, threshold) for row in insights]


def _quote(
    row: Row, insights: Sequence[Row], known: OnRecord, audience: Audience, threshold: int
) -> Quote | Held:
    held, living = _held(row, known, audience), known.living
    if held:
        return held
    themes = [theme for theme in _themes(row) if _people(insights, living, theme) >= threshold]
    if _people(insights, living) < threshold or (_themes(row) and not themes):
        return Held.TOO_FEW
    theme, role = next(iter(themes), ""), _text(row, "from_role")
    unread = known.not_ready(row, "share_translation", "translation_checked_on")
    return Quote(
        insight=int(str(row["id"])),
        text=_text(row, "share_words"),
        language=_text(row, "language"),
        translation="" if unread else _text(row, "share_translation"),
        theme=theme,
        role=role if _people(insights, living, theme, role) >= threshold else "",
        name=_text(row, "quote_name") if row["may_quote"] == "named" else "",
        composite=row["capture"] == "composite",
    )


def _held(row: Row, known: OnRecord, audience: Audience) -> Held | None:
    if row["may_quote"] not in ("unnamed", "named") or row["quote_scope"] == "only_us":
        return Held.NOT_AGREED
    asked = [one for one in known.consents if one["insight"] == row["id"] and one["use"] == "quote_words"]
    stopped = max((day for consent in asked for day in _ended(consent, audience.day)), default="")
    given = [c for c in asked if _covers(c, audience, row["quote_scope"]) and _text(c, "given_on") > stopped]
    if not given:
        return Held.NO_CONSENT
    if all(consent["text_hash"] != words_hash(_text(row, "words")) for consent in given):
        return Held.WORDS_CHANGED
    if row["share_words"] and not only_brackets_changed(_text(row, "words"), _text(row, "share_words")):
        return Held.OTHER_WORDS
    if not_ready := known.not_ready(row, "share_words", "names_checked_on"):
        return not_ready
    return Held.ERASED if row["person"] is not None and row["person"] not in known.living else None


def _covers(consent: Row, audience: Audience, narrowed: object) -> bool:
    """Say whether a consent was given by that day, and it and the insight's own scope cover this audience."""
    named = consent["scope"] == "named_partner" and consent["to_org"] == audience.organisation is not None
    wide = consent["scope"] in WIDE_SCOPES and (not narrowed or narrowed in WIDE_SCOPES)
    return (named or wide) and "" < _text(consent, "given_on") <= audience.day


def _ended(consent: Row, today: str) -> list[str]:
    """Return the days up to this one on which a consent ended or was withdrawn: only a later one counts."""
    days = (_text(consent, field) for field in ("ends_on", "withdrawn_on"))
    return [day for day in days if "" < day <= today]


def only_brackets_changed(words: str, shared: str) -> bool:
    """Say whether the shared words are the words said, but for stretches replaced by [brackets].

    Each pair of brackets stands for at least one character.
    """
    if words == shared:
        return True
    kept = _BRACKETS.split(shared)
    first, last = kept[0], kept[-1]
    if len(kept) == 1 or not (words.startswith(first) and words.endswith(last)):
        return False
    end = len(first)
    for part in kept[1:-1]:  # the earliest place is the best one, so nothing is ever tried again
        start = words.find(part, end + 1)
        if start < 0:
            return False
        end = start + len(part)
    return end < len(words) - len(last)


def _themes(row: Row) -> list[str]:
    themes = row["themes"]
    return list(themes) if isinstance(themes, list) else []


def _people(insights: Sequence[Row], living: Mapping[int, int], theme: str = "", role: str = "") -> int:
    """Return how many people at least these insights come from: named ones once, unnamed ones each."""
    of = [
        row
        for row in insights
        if (not theme or theme in _themes(row)) and (not role or row["from_role"] == role)
    ]
    named = [int(str(row["person"])) for row in of if row["person"] is not None]
    return len({living.get(person, person) for person in named}) + len(of) - len(named)


def _text(row: Row, field: str) -> str:
    value = row[field]
    return "" if value is None else str(value)
