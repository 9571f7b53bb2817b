"""Histories of packs about the same people, and a reader who keeps them all and knows how time goes."""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, combinations, count, product

from tests.disclosure import stranger
from tests.disclosure.attacker import Attacker, Group, Sheet, known
from tests.disclosure.making import AGE, AREA, PEOPLE, make
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.beside import may_go
from vcse_desktop.disclosure.earlier import NOTHING
from vcse_desktop.disclosure.ledger import Leaving, append, head, read, take_in
from vcse_desktop.disclosure.plan import CellKey, Plan
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.figures.table import Counted, FigureTable, Period

KEY = bytes(range(32))
QUARTERS = (
    Period(date(2026, 1, 1), date(2026, 3, 31)),
    Period(date(2026, 4, 1), date(2026, 6, 30)),
    Period(date(2026, 7, 1), date(2026, 9, 30)),
)
PERIODS = (
    *QUARTERS,
    Period(date(2026, 1, 1), date(2026, 6, 30)),
    Period(date(2026, 1, 1), date(2026, 9, 30)),
)
MOST = 20
"""Numbers of which four are taken together."""
AREAS, AGES = ("ashby", "brook", "corley"), ("young", "old")
BANDS = {"total": {*AREAS, *AGES}, "north": {"ashby", "brook"}, "east": {"brook", "corley"}}
"""What codes that are not those of one area or age say, to whoever knows the town."""
Name = tuple[CellKey, ...]
"""A number, and those that are taken away from it."""


@dataclass(frozen=True)
class Somebody:
    """A person: when they came, where they live, how old they are, and which packs knew of them."""

    quarters: frozenset[int]
    area: str
    age: str
    first: int
    last: int


class Books:
    """A ledger in memory: rows by table, as a vault keeps them."""

    def __init__(self) -> None:
        self._rows: dict[str, list[dict[str, object]]] = {}
        self._ids = count(1)

    def rows(self, table: str, /, **equal: object) -> list[Mapping[str, object]]:
        found = self._rows.get(table, [])
        return [row for row in found if all(row[name] == value for name, value in equal.items())]

    def of(self, releases: Collection[object]) -> "Books":
        """Return the same books with these releases alone."""
        kept, made = Books(), [row["id"] for row in self.rows("released_cell") if row["release"] in releases]
        for table, rows in self._rows.items():
            owner = {"release": "id", "cell_pattern": "released_cell"}.get(table, "release")
            mine = made if table == "cell_pattern" else releases
            kept._rows[table] = [row for row in rows if row[owner] in mine]
        kept._ids = count(next(self._ids))
        return kept

    def save(self, table: str, id: None, values: Mapping[str, object]) -> int:  # noqa: A002
        number = next(self._ids)
        self._rows.setdefault(table, []).append({"id": number, **values})
        return number


@dataclass
class History:
    """Packs that were made one after the other; ``published`` are those that were signed, by their number.

    ``same`` says which records were joined to another by now.
    """

    people: list[Somebody]
    policy: Policy
    books: Books = field(default_factory=Books)
    published: dict[int, tuple[Plan, list[FigureTable]]] = field(default_factory=dict)
    packs: int = 0
    same: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def share(self, tables: list[FigureTable], *, alone: bool = False) -> AuditReport:
        """Make a pack of these tables; ``alone`` as if there had been none before."""
        releases = read(self.books)
        past = NOTHING if alone else remembered(self.books, releases, tables, KEY, self.same)
        tables = [table for table in tables if may_go(table, self.policy, past.forgotten)]
        plan = protect(tables, self.policy, past)
        report = audit(plan, tables, past)
        self.packs += 1
        if report.ok:
            self.published[self.packs - 1] = plan, tables
        if report.ok and not alone:
            leaving = Leaving("pack", f"digest {self.packs}", "ICB", f"2026-10-{self.packs:02}", 1)
            gathered = head(releases)
            append(
                self.books,
                leaving,
                plan,
                tables,
                report,
                releases=releases,
                gathered=gathered,
                ledger_key=KEY,
            )
        return report

    def restore(self, last: int) -> None:
        """Bring back the ledger as it was when this pack had been made: it forgets those after it."""
        old = {row["id"] for row in self.books.rows("release") if int(str(row["digest"])[7:]) <= last + 1}
        self.books = self.books.of(old)

    def take_in(self, pack: int) -> None:
        """Take in a pack that was forgotten, from what stands in its tables."""
        plan, _ = self.published[pack]
        leaving = Leaving("pack", f"digest {pack + 1}", "ICB", f"2026-10-{pack + 1:02}", 1)
        take_in(self.books, leaving, stranger.read(plan), "nhs_1_7_r5 1")


def people(chance: random.Random, packs: int) -> list[Somebody]:
    """Return a small group; in every other one a few are recorded late, and a few removed after some pack."""
    found, late = [], chance.randrange(2) / 10
    for _ in range(chance.randint(20, 60)):
        quarters = frozenset(chance.sample(range(3), chance.choice((1, 1, 2, 3))))
        first = chance.randrange(packs) if chance.random() < late else 0
        last = chance.randrange(first, packs) if chance.random() < late / 2 else packs - 1
        area = chance.choices(AREAS, (6, 3, 1))[0]
        found.append(Somebody(quarters, area, chance.choices(AGES, (3, 1))[0], first, last))
    return found


def counted(one: Somebody, period: Period, pack: int) -> bool:
    """Say whether somebody stands in a table of these days in this pack."""
    there = any(QUARTERS[n].start in period for n in one.quarters)
    return there and one.first <= pack <= one.last


def tables(chance: random.Random, group: Sequence[Somebody], pack: int) -> list[FigureTable]:
    """Return one to three tables of one period, as they are known when a pack is made."""
    period = chance.choice(PERIODS)
    mine = [(number, one) for number, one in enumerate(group, 1) if counted(one, period, pack)]

    def of(ident: str, *by: str) -> FigureTable:
        leaves = [tuple(getattr(one, code) for code in by) for _, one in mine]
        entries = [
            Counted("supported", n, 1, frozenset({leaf})) for (n, _), leaf in zip(mine, leaves, strict=True)
        ]
        codes = [" ".join(AREAS if code == "area" else AGES) for code in by]
        dimensions = tuple(AREA if code == "area" else AGE for code in by)
        return make(entries, codes, dimensions=dimensions, ident=ident, period=period)

    every = [of("by_area", "area"), of("by_age", "age"), of("crossed", "area", "age")]
    return chance.sample(every, chance.randint(1, 2))


def kinds(history: History) -> Iterator[Somebody]:
    """Yield every kind of person that there can be, for a reader who knows when records came and went."""
    when = [frozenset(some) for n in (1, 2, 3) for some in combinations(range(3), n)]
    last = history.packs - 1
    spans = sorted({(0, last), *((one.first, min(one.last, last)) for one in history.people)})
    for quarters, area, age, (first, last) in product(when, AREAS, AGES, spans):
        yield Somebody(quarters, area, age, first, last)


def page(history: History) -> Sheet:
    """Write down all that was ever printed, and who could be counted where."""
    every = list(kinds(history))
    counts, printed = {}, {}
    for pack, (plan, _) in history.published.items():
        for table in plan.tables:
            by = [dimension.code for dimension in table.kind.dimensions]
            days = table.period.start.isoformat(), table.period.end.isoformat()
            for row in table.rows:
                here = CellKey(table.kind.id, 1, PEOPLE.code, *days, row.codes, pack + 1)
                places = list(zip(by, row.codes, strict=True))
                counts[here] = frozenset(
                    n
                    for n, one in enumerate(every)
                    if counted(one, table.period, pack)
                    and all(getattr(one, of) in BANDS.get(code, {code}) for of, code in places)
                )
                printed[here] = PEOPLE.unit, row.cells[0]
    return Sheet(len(every), counts, printed)


def true_numbers(history: History) -> dict[CellKey, int]:
    """Return the true number of everything that was printed or hidden."""
    found = {}
    for pack, (_, made_of) in history.published.items():
        for table in made_of:
            days = table.period.start.isoformat(), table.period.end.isoformat()
            for row in table.rows():
                here = CellKey(table.kind.id, 1, PEOPLE.code, *days, row, pack + 1)
                found[here] = table.value(PEOPLE.code, row)
    return found


def found_out(history: History, attacker: Attacker) -> list[Name]:
    """Return the small numbers and differences that a reader of every pack can narrow."""
    return list(narrowed(history, attacker))


def narrowed(history: History, attacker: Attacker) -> dict[Name, tuple[float, float]]:
    """Return the same with the least and the most that each can be."""
    sheet, true, least = page(history), true_numbers(history), history.policy.threshold
    named: dict[Group, Name] = {}
    for a, group in sheet.counts.items():
        inner = [b for b, others in sheet.counts.items() if others < group and true[b]]
        for less in chain([()], combinations(inner, 1), combinations(inner, 2)):
            rest = group.difference(*(sheet.counts[b] for b in less))
            apart = len(rest) + sum(len(sheet.counts[b]) for b in less) == len(group)
            if apart and 1 <= true[a] - sum(true[b] for b in less) < least:
                named.setdefault(rest, (a, *less))
    spans = attacker.spans(sheet, history.policy, list(named))
    anyhow = _anyhow(history, attacker, sheet, list(named))
    return {
        name: (max(low, always), high)
        for name, (low, high), always in zip(named.values(), spans, anyhow, strict=True)
        if low > always + 0.5 or high < least - 1.5
    }


def _anyhow(history: History, attacker: Attacker, sheet: Sheet, groups: Sequence[Group]) -> list[float]:
    """Return the least that each group can be for a reader of the marks alone."""
    there = _there(history)
    counts = {here: group & there for here, group in sheet.counts.items()}
    return attacker.least(replace(sheet, counts=counts), history.policy, [group & there for group in groups])


def _there(history: History) -> Group:
    """Return the kinds of people for a reader who knows that what is told once more counts the same.

    Only such records come late, or go, as did (decision 9).
    """
    last = history.packs - 1
    seen = {replace(one, last=min(one.last, last)) for one in history.people}
    every = enumerate(kinds(history))
    return frozenset(n for n, one in every if (one.first, one.last) == (0, last) or one in seen)


def named_late(history: History, attacker: Attacker, found: Collection[Name]) -> set[Name]:
    """Return those that the packs before the newest of their numbers gave away, when no number named them."""
    sheet, there, late = page(history), _there(history), set[Name]()
    for name in found:
        group = sheet.counts[name[0]].difference(*(sheet.counts[less] for less in name[1:]))
        newest = max(where.release for where in name)
        counts = {where: mine for where, mine in sheet.counts.items() if where.release < newest}
        sharp = {where: mine & there for where, mine in counts.items()}
        ((_, high),) = attacker.spans(replace(sheet, counts=counts), history.policy, [group])
        ((low, _),) = attacker.spans(replace(sheet, counts=sharp), history.policy, [group & there])
        (least,) = _anyhow(history, attacker, sheet, [group])
        late |= {name} if low > least + 0.5 or high < history.policy.threshold - 1.5 else set()
    return late


def recovered(history: History, attacker: Attacker, *, exposed: bool) -> list[Name]:
    """Return what all packs give away, but for what earlier ones did when no number named those people.

    ``exposed``: some audit said that earlier packs give somebody away; else nothing may be left out.
    """
    found = found_out(history, attacker)
    late = named_late(history, attacker, found) if exposed else set()
    return [name for name in found if name not in late]


def left_between(history: History, attacker: Attacker) -> set[Group]:
    """Return the few people whom three or four shown numbers leave of another, and the windows give away.

    That each hidden number is somebody is no news: who is told apart in two of them is two.
    """
    sheet = page(history)
    found = list(left_over(sheet, true_numbers(history), history.policy).items())
    least = _anyhow(history, attacker, sheet, [group for group, _ in found])
    most = history.policy.threshold - 1
    return {
        group
        for (group, (low, high)), always in zip(found, least, strict=True)
        if low > always + 0.5 or high < most
    }


def left_over(sheet: Sheet, true: Mapping[CellKey, int], policy: Policy) -> dict[Group, tuple[float, float]]:
    """Return those of one universe, printed under this rule, with what the windows say that they can be."""
    shown: dict[Group, CellKey] = {}
    for here, group in sheet.counts.items():
        if sheet.printed[here][1].value is not None and true[here]:
            shown.setdefault(group, here)
    least = policy.threshold
    known_of = {here: known(policy, *sheet.printed[here]) for here in shown.values()}
    found: dict[Group, tuple[float, float]] = {}
    for group, a in shown.items():
        inner = [(others, b) for others, b in shown.items() if others < group]
        for some in chain(combinations(inner, 3), combinations(inner[:MOST], 4)):
            rest = group.difference(*(others for others, _ in some))
            apart = len(rest) + sum(len(others) for others, _ in some) == len(group)
            if apart and 1 <= true[a] - sum(true[b] for _, b in some) < least:
                high = (known_of[a][1] or 0) - sum(known_of[b][0] for _, b in some)
                low = known_of[a][0] - sum(known_of[b][1] or 0 for _, b in some)
                if low > 1 or high < least - 1:
                    before = found.get(rest, (low, high))
                    found[rest] = max(low, before[0]), min(high, before[1])
    return found


def history(seed: int, policy: Policy, packs: int, *, alone: bool = False) -> tuple[History, bool]:
    """Return a history of so many packs, and whether none gave anybody away; what is unsafe is not signed."""
    chance = random.Random(seed)  # noqa: S311 - people who never were
    made = History(people(chance, packs), policy)
    reports = [made.share(tables(chance, made.people, pack), alone=alone) for pack in range(packs)]
    return made, not any(report.exposed for report in reports)
