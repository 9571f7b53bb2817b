"""How a record that the group wrote itself is said in a report, and which of its words somebody typed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.reading import choices, day, ident, links, number, text
from vcse_desktop.figures.table import Period
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Field, Kind, Lists
from vcse_desktop.records.vocabularies import label, lists
from vcse_desktop.reports import numbers
from vcse_desktop.reports.material import Written

PUBLIC = ("council", "icb", "nhs_provider", "healthwatch")
"""Kinds of organisations that may always be named."""
LISTED, COUNTED, MEANS = N_("{one}; {other}"), N_("{label}: {n}"), N_("{rung}: {meaning}")
LADDER = "ladder_of_engagement"


class Writing:
    """Says the records of one period in words, in one language."""

    def __init__(self, records: Records, given: Lists, period: Period, language: str) -> None:
        self.records, self.lists, self.period, self.language = records, given, period, language
        self.made: list[Written] = []
        self._typed: list[str] = []
        self._labels: list[str] = []
        self._ours = lists()
        self._bodies = {ident(row): row for row in records.organisation}
        self._heard = {ident(row): row for row in records.insight}

    def put(self, section: str, title: str, pairs: Sequence[tuple[str, str]], change: str = "") -> None:
        """Keep one record; its title is the group's own words."""
        self.own(title)
        typed, labels = tuple(self._typed), tuple(dict.fromkeys(self._labels))
        self.made.append(Written(section, title, tuple(p for p in pairs if p[1]), change, typed, labels))
        self._typed, self._labels = [], []

    def own(self, words: str) -> str:
        """Return words that somebody of the group typed, and note them."""
        if words.strip():
            self._typed.append(words)
        return words

    def pairs(self, kind: str, row: Row, codes: str) -> Iterator[tuple[str, str]]:
        """Yield these fields that are filled, in words."""
        fields = {one.code: one for one in KINDS[kind].fields}
        for code in codes.split():
            if row.get(code) is not None:
                yield tr(fields[code].label), self.value(fields[code], row)

    def value(self, one: Field, row: Row) -> str:
        """Return a value in words."""
        if one.kind in (Kind.CHOICE, Kind.CHOICES):
            return joined(self.choice(one.vocab, code) for code in choices(row, one.code))
        if one.kind is Kind.DATE:
            return self.day(day(row, one.code))
        if one.kind is Kind.YES_NO_UNKNOWN:
            return tr(N_("Yes")) if row[one.code] else tr(N_("No"))
        if one.kind is Kind.NUMBER:
            return tr(N_("£{amount}"), amount=numbers.pounds(number(row, one.code) or 0))
        return self.own(text(row, one.code))

    def choice(self, vocab: str, code: str) -> str:
        """Return the words for a code; where they are the group's own, they are noted."""
        words = label(self.lists, vocab, code)
        known = any(item.code == code for item in self._ours.get(vocab, ()))
        if code and not (known and words == label(self._ours, vocab, code)):
            self._labels.append(words)
        return words

    def body(self, kind: str, row: Row, code: str) -> tuple[str, str]:
        """Return the label of a link to organisations, and the names of those that may be named."""
        one = next(one for one in KINDS[kind].fields if one.code == code)
        return tr(one.label), self.bodies([*links(row, code)])

    def rung(self, code: str) -> str:
        """Return a rung of the ladder with what it means in one line."""
        meaning = next((item.help for item in self._ours.get(LADDER, ()) if item.code == code), "")
        words = self.choice(LADDER, code) if code else ""
        return tr(MEANS, rung=words, meaning=pgettext(LADDER, meaning)) if meaning else words

    def day(self, when: date | None) -> str:
        """Return a day in words, "" for none."""
        return numbers.day(when, self.language) if when else ""

    def bodies(self, ids: Collection[int]) -> str:
        """Return the names of organisations, of those alone that may be named."""
        rows = (self._bodies[one] for one in ids if one in self._bodies)
        return joined(text(row, "name") for row in rows if may_be_named(row))

    def heard(self, row: Row) -> list[Row]:
        """Return what was said that an answer rests on."""
        return [self._heard[one] for one in links(row, "insights") if one in self._heard]

    def tags(self, row: Row) -> str:
        """Return the kinds and themes of what an answer rests on, each with how often it was said."""
        counts: dict[str, int] = {}
        for insight in self.heard(row):
            codes = [("insight_kind", code) for code in choices(insight, "kind")]
            codes += [("insight_theme", code) for code in choices(insight, "themes")]
            for vocab, code in codes:
                words = self.choice(vocab, code)
                counts[words] = counts.get(words, 0) + 1
        said = (tr(COUNTED, label=words, n=numbers.whole(n, self.language)) for words, n in counts.items())
        return joined(said)


def may_be_named(row: Row) -> bool:
    """Say whether an organisation may be named: a public body always, we ourselves, others on their yes."""
    return bool(row.get("is_us") or row.get("may_be_named")) or text(row, "type") in PUBLIC


def joined(things: Iterable[str]) -> str:
    """Return words one after the other, "" for none."""
    made = ""
    for more in filter(None, things):
        made = tr(LISTED, one=made, other=more) if made else more
    return made
