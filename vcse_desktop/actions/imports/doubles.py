"""Which rows of a file seem to be in the vault already, or stand in the file twice, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.alike import EMAIL, NAME, PHONE
from vcse_desktop.actions.imports.organisations import Organisations
from vcse_desktop.actions.imports.people import People
from vcse_desktop.actions.imports.resolved import Resolved
from vcse_desktop.exchange.meaning.plan import Double, Plan, Shape
from vcse_desktop.exchange.meaning.preview import Draft, Said, Seeming
from vcse_desktop.exchange.meaning.targets import NAMED_BY
from vcse_desktop.i18n import N_
from vcse_desktop.records.normal import fold_name
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.vault import Vault

DAY, ACTIVITY, PERSON, HOURS, WORDS = "day", "activity", "person", "hours", "words"
SEEMS: Mapping[str, str] = {
    DAY: N_("same day"),
    ACTIVITY: N_("same activity"),
    PERSON: N_("same person"),
    HOURS: N_("same hours"),
    WORDS: N_("same words"),
    "postcode": N_("same postcode"),
}
"""What of a row is as in a record that is there already, in words."""
LEFT_OUT = (Double.LEAVE, Double.NEW)
KEPT_APART = (Double.LEAVE, Double.FILL, Double.NEW)
FILLED = (Double.FILL, Double.LEAVE, Double.NEW)
Found = tuple[int, int, tuple[str, ...]]
"""The record of the vault, or 0; the place of the draft in the file, or -1; what is the same."""


@dataclass(slots=True)
class Doubles:
    """Looks for doubles of the drafts of one plan. ``people`` is everybody in the vault."""

    vault: Vault
    plan: Plan
    drafts: Sequence[Draft]
    resolved: Resolved
    people: People

    def find(self) -> list[Seeming]:
        """Return the rows that seem to be there already, each once, in their order."""
        ways: Mapping[str, Callable[[], Iterator[tuple[int, Found]]]] = {
            "time_given": self._hours,
            "session": self._sessions,
            "support": self._support,
            "insight": self._words,
            "person": self._persons,
            "organisation": self._organisations,
            "activity": self._named,
            "engagement": self._named,
            "place": self._named,
        }
        way = ways.get(self.plan.kind)
        found = [] if way is None else list(way())
        return [self._seeming(at, one) for at, one in found]

    def _seeming(self, at: int, found: Found) -> Seeming:
        record, twin, why = found
        spot = self.drafts[at].spot
        row = self.drafts[twin].spot[0] if twin >= 0 else 0
        return Seeming(spot, record, row, why, self.plan.doubles.get(spot), self._offered(why))

    def _offered(self, why: tuple[str, ...]) -> tuple[Double, ...]:
        kind = self.plan.kind
        if kind == "session":
            return KEPT_APART if self.plan.shape is Shape.ROWS else FILLED
        if kind == "person":
            return FILLED if NAME in why else (Double.NEW, Double.FILL, Double.LEAVE)
        return KEPT_APART if kind in NAMED_BY else LEFT_OUT

    def _span(self, code: str) -> Between:
        days = [str(draft.values[code]) for draft in self.drafts if code in draft.values]
        return Between(code, min(days, default="9999"), max(days, default="0000"))

    def _hours(self) -> Iterator[tuple[int, Found]]:
        """The same day, activity, person and hours."""
        fields = ("date", "activity", "person", "hours", "session")
        rows = self.vault.values("time_given", self._span("date"), fields=fields)
        held = dict(self.vault.values("session", self._span("date"), fields=("activity",)))
        there = {
            (day, activity or held.get(session), self.resolved.head(person), hours): record
            for record, day, activity, person, hours, session in rows
        }
        for at, draft in enumerate(self.drafts):
            person = self.resolved.person(draft, "person")
            activity = self.resolved.record(draft, "activity")
            key = (draft.values.get("date"), activity, person, draft.values.get("hours"))
            if person and key in there:
                same = (DAY, PERSON, HOURS, *((ACTIVITY,) if activity else ()))
                yield at, (there[key], -1, same)

    def _sessions(self) -> Iterator[tuple[int, Found]]:
        rows = self.vault.values("session", self._span("date"), fields=("activity", "date"))
        there = {(activity, day): record for record, activity, day in rows}
        for at, draft in enumerate(self.drafts):
            activity = self.resolved.record(draft, "activity")
            key = (activity, draft.values.get("date"))
            if activity and key in there:
                yield at, (there[key], -1, (DAY, ACTIVITY))

    def _support(self) -> Iterator[tuple[int, Found]]:
        rows = self.vault.values("support", self._span("date"), fields=("person", "date"))
        there = {(self.resolved.head(person), day): record for record, person, day in rows}
        for at, draft in enumerate(self.drafts):
            person = self.resolved.person(draft, "person")
            if person and (person, draft.values.get("date")) in there:
                yield at, (there[person, draft.values.get("date")], -1, (DAY, PERSON))

    def _words(self) -> Iterator[tuple[int, Found]]:
        rows = self.vault.values("insight", fields=("words", "heard_on"))
        there = {(fold_name(words or ""), day): record for record, words, day in rows}
        for at, draft in enumerate(self.drafts):
            key = (fold_name(str(draft.values.get("words", ""))), draft.values.get("heard_on"))
            if key in there:
                yield at, (there[key], -1, (WORDS,))

    def _named(self) -> Iterator[tuple[int, Found]]:
        code = NAMED_BY[self.plan.kind]
        there = {
            fold_name(name or ""): record
            for record, name in self.vault.values(self.plan.kind, fields=(code,))
        }
        for at, draft in enumerate(self.drafts):
            if record := there.get(fold_name(str(draft.values.get(code, "")))):
                yield at, (record, -1, (NAME,))

    def _organisations(self) -> Iterator[tuple[int, Found]]:
        there = Organisations(self.vault.values("organisation", fields=("name", "contact_details", "note")))
        for at, draft in enumerate(self.drafts):
            said = [str(draft.values.get(code) or "") for code in ("name", "contact_details", "note")]
            if found := there.like(*said):
                yield at, (found[0], -1, found[1])

    def _persons(self) -> Iterator[tuple[int, Found]]:
        said = [_said(draft) for draft in self.drafts]
        file = People(((at + 1, one.name, "", one.phone, one.email) for at, one in enumerate(said)), {})
        for at, one in enumerate(said):
            here = self.people.match("", [one], 1, None)
            twin = next((like for like in file.match("", [one], 1, None).likely if like.id <= at), None)
            if here.likely and _likely_one(here.likely[0].why, one.name, here.likely[0].name):
                yield at, (here.likely[0].id, -1, here.likely[0].why)
            elif twin and _likely_one(twin.why, one.name, twin.name):
                yield at, (0, twin.id - 1, twin.why)


def _said(draft: Draft) -> Said:
    return Said(*(str(draft.values.get(code) or "") for code in ("known_as", "phone", "email")))


def _likely_one(why: Sequence[str], one: str, other: str) -> bool:
    """Say whether a sign is worth asking: a household has one number and many names."""
    shared = set(fold_name(one).split()) & set(fold_name(other).split())
    return not {PHONE, EMAIL}.issuperset(why) or bool(shared)
