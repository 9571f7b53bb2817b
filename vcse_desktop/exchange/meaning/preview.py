"""What an import would make, cell by cell, and everything about it that somebody may want to change."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vcse_desktop.exchange.meaning.plan import Double, How, Plan, Spot, folded_words
from vcse_desktop.records.fields import Problem
from vcse_desktop.records.vocabularies import OwnItem


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer to a question: its code and what is shown, marked text that ``values`` fill."""

    code: str
    text: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the table does not say clearly. Nothing is made while one has no answer.

    ``sentence`` is marked text, filled by ``values``. ``suggested`` is the code of the likeliest offer,
    "" for none; ``answer`` the code, or the words, that were chosen. ``free``: any words will do.
    ``cells`` names the first cells that it is about.
    """

    key: str
    sentence: str
    offers: tuple[Offer, ...]
    values: tuple[tuple[str, object], ...] = ()
    suggested: str = ""
    answer: str = ""
    free: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueMatch:
    """Words of the file and the code of a list that they mean; "" while nobody said so.

    ``near`` is a code that they may mean, offered alone. ``may_add``: they can become an item of the list.
    ``times`` says how often they stand in the file.
    """

    target: str
    words: str
    code: str
    how: How | None
    near: str = ""
    may_add: bool = False
    times: int = 1


@dataclass(frozen=True, slots=True)
class Likely:
    """A person of the vault whom somebody in the file may be. ``why`` are codes of ``people.WHY``."""

    id: int
    name: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Somebody the file names. ``person`` is who they are in the vault, NEW for nobody yet, None while asked.

    ``likely`` are those they may be, the likeliest first; ``suggested`` is one of them, or NEW. ``words`` are
    all the ways the file writes them.
    """

    key: str
    words: tuple[str, ...]
    person: int | None
    likely: tuple[Likely, ...] = ()
    suggested: int = 0
    how: How | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Seeming:
    """A row that seems to be there already: in the vault as ``record``, or in the file in row ``row``.

    ``why`` are codes of what is the same. ``what`` is what becomes of it, None while asked; ``offered`` are
    the choices that there are, the suggested one first.
    """

    spot: Spot
    record: int
    row: int
    why: tuple[str, ...]
    what: Double | None
    offered: tuple[Double, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a cell, or unusual. ``cell`` is its name, "C14", or "" for the whole row.

    ``text`` is what stands in it, ``repair`` what would put it right, None when nobody can say.
    """

    spot: Spot
    cell: str
    text: str
    problem: Problem
    repair: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody as a row names them: the name as it is said, and how to reach them where the row says so."""

    name: str
    phone: str = ""
    email: str = ""


@dataclass(slots=True)
class Draft:
    """One record to be: ``values`` ready to be kept, ``names`` and ``people`` what its links still stand for.

    ``into`` is the record that it fills, None for a new one.
    """

    spot: Spot
    values: dict[str, object]
    names: dict[str, tuple[str, ...]]
    people: dict[str, tuple[Said, ...]]
    into: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """Exactly what would be made, and what is still to be settled.

    ``made`` counts the new records by kind, ``filled`` the records that get what they lack; ``new`` are the
    names of people, activities, organisations and places that would be made on the way.
    """

    plan: Plan
    drafts: tuple[Draft, ...]
    made: Mapping[str, int] = field(default_factory=dict)
    filled: int = 0
    new: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    values: tuple[ValueMatch, ...] = ()
    people: tuple[PersonMatch, ...] = ()
    seeming: tuple[Seeming, ...] = ()
    problems: tuple[Wrong, ...] = ()
    remarks: tuple[Wrong, ...] = ()
    known: Mapping[tuple[str, str], int] = field(default_factory=dict)
    keys: Mapping[Said, str] = field(default_factory=dict)
    added: tuple[OwnItem, ...] = ()
    """What the lists of the group get."""

    @property
    def open(self) -> int:
        """How many things are still to be answered: questions, people, rows that seem to be there."""
        asked = sum(not one.answer for one in self.questions)
        return asked + sum(p.person is None for p in self.people) + sum(s.what is None for s in self.seeming)

    @property
    def ready(self) -> bool:
        """Whether it can be carried out as it stands: nothing open, nothing wrong, something to make."""
        return not self.open and not self.problems and bool(self.drafts)

    def agreed(self) -> Plan:
        """Return the plan with every suggestion taken: of questions, near values, people and seeming rows.

        What has no suggestion stays open.
        """
        plan, asked = self.plan, {one.key: one for one in self.questions if one.suggested and not one.answer}
        for key, question in asked.items():
            plan = plan.answer(key, question.suggested)
        near = {
            (match.target, folded_words(match.words)): match.near for match in self.values if not match.code
        }
        unsure = {one.key: one.suggested for one in self.people if one.person is None}
        double = {one.spot: one.offered[0] for one in self.seeming if one.what is None}
        return replace(
            plan,
            values={**{key: code for key, code in near.items() if code}, **plan.values},
            people={**plan.people, **unsure},
            doubles={**plan.doubles, **double},
        )


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as they will be: the headings, and for each row its number in the sheet and its shown cells."""

    headings: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    total: int
