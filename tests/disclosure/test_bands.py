"""Less and more detail of the same people, one pack after the other: readers know what a band holds."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from tests.conftest import LONG
from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import KEY, History, Somebody, found_out, left_between, people, recovered
from tests.disclosure.histories import tables as in_full
from tests.disclosure.making import AREA, HALF, Places, at, make, one_line, printed, square
from tests.disclosure.stranger import attacked, bare
from tests.disclosure.stranger import read as read_by_all
from tests.disclosure.stranger import told as heard
from vcse_desktop.disclosure import atoms, crossings, links
from vcse_desktop.disclosure.atoms import beside, universes
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.columns import Column
from vcse_desktop.disclosure.contradictions import contradicts
from vcse_desktop.disclosure.earlier import NOTHING
from vcse_desktop.disclosure.ledger import read
from vcse_desktop.disclosure.plan import Status
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.printed import Printed
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.figures.coarser import coarser
from vcse_desktop.figures.table import Code, Counted, Dimension, FigureTable, Measure, Step, Unit

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
NORTH = Step("north", "By parts of the town", "Parts", (Code("north", "North", ("ashby", "brook")),))
EAST = Step("east", "By other parts", "Other parts", (Code("east", "East", ("brook", "corley")),))
TOTAL = Step("total", "Only the total", "Total")
STEPS = LADDER = (NORTH, EAST, TOTAL)
TOWN = replace(AREA, ladder=LADDER)
SEEDS, PACKS = (range(200), 6) if LONG else (range(3), 4)

pytestmark = pytest.mark.usefixtures("inside")
Packs = Sequence[FigureTable]


def town(numbers: Mapping[str, int], ident: str = "carers") -> FigureTable:
    return one_line(numbers, dimensions=(TOWN,), ident=ident)


def told(packs: Packs, policy: Policy = U5) -> History:
    """Share packs of one table each, one after the other."""
    made = History([], policy)
    for table in packs:
        assert made.share([table]).ok
    return made


FEW = town({"ashby": 20, "brook": 2, "corley": 8})
MORE = town({"ashby": 9, "brook": 3, "corley": 30})
NOBODY = town({"ashby": 4, "brook": 0, "corley": 12})
IN_TURN: dict[str, Packs] = {
    f"{name}, {' then '.join(step.code if step else 'in full' for step in steps)}": [
        coarser(table, step) if step else table for step in steps
    ]
    for name, table in (("few", FEW), ("more", MORE), ("nobody", NOBODY))
    for steps in (
        (NORTH, None),
        (None, NORTH),
        (EAST, None),
        (NORTH, EAST),
        (TOTAL, None),
        (None, TOTAL),
        (NORTH, TOTAL, EAST, None),
    )
}


@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
@pytest.mark.parametrize("name", IN_TURN)
def test_more_and_less_detail_in_turn_give_nobody_away(name: str, policy: Policy, attacker: Attacker) -> None:
    made = told(IN_TURN[name], policy)
    assert found_out(made, attacker) == []
    assert left_between(made, attacker) == set()


def test_what_a_band_told_before_is_reckoned_with_when_its_parts_are_told() -> None:
    alone = printed(protect([FEW], U5))
    assert alone == {"ashby": 20, "brook": None, "corley": None, "total": 30}
    made = told([coarser(FEW, NORTH), FEW])
    assert printed(made.published[0][0]) == {"north": 22, "corley": 8, "total": 30}
    assert printed(made.published[1][0]) == {"ashby": None, "brook": None, "corley": 8, "total": 30}


def test_parts_told_before_are_reckoned_with_when_their_band_is_told() -> None:
    made = told([FEW, coarser(FEW, NORTH)])
    assert printed(made.published[0][0]) == {"ashby": 20, "brook": None, "corley": None, "total": 30}
    assert printed(made.published[1][0]) == {"north": None, "corley": None, "total": 30}


class Apart(Column):
    """What must not be: a band as one more thing to be told of people, whatever their leaf is."""

    @property
    def dimensions(self) -> tuple[str, ...]:
        joined = any(code.holds for codes in self.table.codes for code in codes)
        return tuple(f"{dimension.code}{' joined' * joined}" for dimension in self.table.kind.dimensions)


def test_control_bands_that_stand_for_themselves_give_somebody_away(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atoms, "Column", Apart)
    monkeypatch.setattr(Code, "leaves", property(lambda code: (code.code,)))
    for steps in ((NORTH, None), (None, NORTH)):
        made = told([coarser(FEW, step) if step else FEW for step in steps])
        assert found_out(made, attacker)


@pytest.mark.parametrize("turned", [False, True])
def test_nobody_is_in_a_band_that_does_not_hold_where_they_are(*, turned: bool) -> None:
    both = [MORE, replace(coarser(MORE, NORTH), kind=replace(MORE.kind, id="parts"))]
    (universe,) = universes(both[::-1] if turned else both)
    groups = {
        tuple(sorted(n.key.codes[0] for n in universe.numbers if n.atoms >> atom & 1))
        for atom in range(universe.size)
    }
    assert groups == {
        ("ashby", "north", "total", "total"),
        ("brook", "north", "total", "total"),
        ("corley", "corley", "total", "total"),
    }


def in_detail(chance: random.Random, group: Sequence[Somebody], pack: int) -> list[FigureTable]:
    """Return the tables of a pack, most of them in less detail."""
    made = []
    for table in in_full(chance, group, pack):
        dimensions = tuple(replace(one, ladder=LADDER) for one in table.kind.dimensions)
        full = replace(table, kind=replace(table.kind, dimensions=dimensions))
        step = chance.choice((None, *(STEPS if "area" in {d.code for d in dimensions} else (TOTAL,))))
        made.append(coarser(full, step) if step else full)
    return made


@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_found_out_from_packs_in_any_detail(seed: int, policy: Policy, attacker: Attacker) -> None:
    chance = random.Random(seed)  # noqa: S311 - people who never were
    made = History(people(chance, PACKS), policy)
    reports = [made.share(in_detail(chance, made.people, pack)) for pack in range(PACKS)]
    assert len(made.published) > 1
    assert recovered(made, attacker, exposed=any(report.exposed for report in reports)) == []
    assert left_between(made, attacker) == set()


def test_of_many_crossings_those_near_the_people_seen_do_whatever_the_detail(
    monkeypatch: pytest.MonkeyPatch, attacker: Attacker
) -> None:
    full = square([[9, 3], [8, 12], [2, 7]], ident="crossed")
    by_area = replace(FEW, counted=tuple(replace(c, codes=_area(c)) for c in full.counted))
    by_area = replace(by_area, codes=(full.codes[0],))
    step = Step("some", "", "", (Code("most", "Most", ("a0", "a1")),))
    dimension = replace(AREA, ladder=(step,))
    tables = [full, coarser(replace(by_area, kind=replace(FEW.kind, dimensions=(dimension,))), step)]
    (every,) = universes(tables)
    monkeypatch.setattr(crossings, "CAP", 5)
    (near,) = universes(tables)
    assert [number.value for number in near.numbers] == [number.value for number in every.numbers]
    plan = protect(tables, U5)
    assert audit(plan, tables).ok


def _area(one: Counted) -> Places:
    return frozenset(leaf[:1] for leaf in one.codes)


def test_the_total_alone_of_groups_that_overlap_counts_everybody_once() -> None:
    some = replace(TOWN, overlaps=True)
    entries = [Counted("supported", n, 1, at("ashby") | at("brook")) for n in range(1, 10)]
    entries += [Counted("supported", n, 1, at("corley")) for n in range(10, 13)]
    table = make(entries, ["ashby brook corley"], dimensions=(some,))
    assert printed(protect([coarser(table, TOTAL)], U5)) == {"total": 12}
    parts = coarser(table, NORTH)
    assert [parts.value("supported", row) for row in parts.rows()] == [9, 3]
    made = told([coarser(table, TOTAL), table])
    past = remembered(made.books, read(made.books)[:1], [table], KEY)
    assert [(t.rows(), t.value("supported", ("total",))) for t in past.tables] == [([("total",)], 12)]
    assert printed(made.published[1][0]) == dict.fromkeys(("ashby", "brook", "corley"))


def test_a_table_in_full_is_remembered_as_it_always_was() -> None:
    made = told([FEW, coarser(FEW, NORTH)])
    full, less = (release.entries for release in read(made.books))
    assert not any("holds" in entry.said for entry in full)
    assert {entry.said["codes"][0]: entry.said["holds"] for entry in less} == {
        "north": [["ashby", "brook"]],
        "corley": [[]],
        "total": [[]],
    }


def test_time_that_stands_in_one_band_adds_up() -> None:
    hours = Measure("hours", "Hours", Unit.PERSON_HOURS, "hours")
    entries = [Counted("hours", 1, 90, at(code), giver=7) for code in ("ashby", "brook", "corley")]
    table = make(entries, ["ashby brook corley"], measures=(hours,), dimensions=(TOWN,))
    less = coarser(table, NORTH)
    assert [less.value("hours", row) for row in less.rows()] == [180, 90, 270]
    assert len(less.counted) == 2


def test_what_hangs_on_a_table_alone_hides_the_same_of_it() -> None:
    hours = Measure("hours", "Hours", Unit.PERSON_HOURS, "hours")
    came = Measure("came", "Came", Unit.ATTENDANCE, "came")
    other = one_line({"ashby": 90, "brook": 60}, measure=hours, ident="time")
    both = replace(
        MORE,
        kind=replace(MORE.kind, id="both", measures=(*MORE.kind.measures, came)),
        counted=(*MORE.counted, Counted("came", 1, 3, at("ashby"))),
    )
    tables = [FEW, other, both]
    some = beside(FEW, tables)
    assert [[m.code for m in table.kind.measures] for table in some] == [["supported"], ["supported"]]
    assert printed(protect(some, U5)) == printed(protect(tables, U5))


def test_a_past_that_is_true_does_not_contradict_itself_and_another_does() -> None:
    made = told([coarser(FEW, NORTH), FEW])
    past = remembered(made.books, read(made.books), [FEW], KEY)
    assert not contradicts(past)
    assert not contradicts(NOTHING)
    for table in past.tables:
        shown = {where: one for where, one in table.windows.items() if one[1] is not None}
        for where, (low, _) in shown.items():
            for window in ((low + 1, low + 1), (low - 1, low - 1), (low + 1, None)):
                forged = replace(table, windows={**table.windows, where: window})
                assert contradicts(replace(past, tables=(forged,)))


def test_a_stranger_knows_what_a_quarter_of_a_year_is() -> None:
    quarters = Dimension("month", "Month")
    halves = one_line({"2026_q3": 23, "2026_q4": 30, "2026_q5": 9}, dimensions=(quarters,), period=HALF)
    (less,) = bare(halves, U5)
    summer = bare(one_line({"ashby": 12, "brook": 8}), U5, 1)
    assert ("changed", "supported 07-09 - supported 07-09", 3, 3) in heard(attacked([less], summer))
    assert heard(attacked([less], bare(one_line({"ashby": 15, "brook": 8}), U5, 1))) == []


def hidden(table: Printed, *codes: str) -> Printed:
    """Return a table in which these rows are hidden."""
    cells = dict(table.cells)
    cells |= {((code,), "supported"): (Status.HIDDEN, None) for code in codes}
    return replace(table, cells=cells)


@pytest.mark.parametrize("first", [0, 1])
def test_a_stranger_knows_what_a_band_stands_for(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    south = Code("south", "South", ("corley", "dunmore"))
    step = Step("parts", "", "", (*NORTH.bands, south))
    numbers = {"ashby": 20, "brook": 2, "corley": 25, "dunmore": 9}
    table = one_line(numbers, dimensions=(replace(AREA, ladder=(step,)),))
    (less,) = read_by_all(protect([coarser(table, step)], U5))
    packs = [[less], [hidden(bare(table, U5, 1)[0], "brook", "dunmore", "total")]]
    seen = heard(attacked(packs[first], packs[1 - first]))
    assert ("known", "supported 07-09 brook", 2, 2) in seen
    monkeypatch.setattr(links, "_in_bands", lambda *_: None)
    assert heard(attacked(*packs)) == []


def test_of_groups_that_overlap_a_stranger_only_knows_that_they_lie_in_their_band() -> None:
    every = Step("all", "", "", (Code("all", "All", ("ashby", "brook", "corley")),))
    dimension = replace(AREA, ladder=(every,), overlaps=True)
    some = [Counted("supported", n, 1, at("ashby") | at("brook")) for n in range(1, 10)]
    codes = ["ashby brook corley"]
    table = make([*some, Counted("supported", 10, 1, at("corley"))], codes, dimensions=(dimension,))
    (less,) = read_by_all(protect([coarser(table, every)], U5))
    assert heard(attacked([less], [hidden(bare(table, U5, 1)[0], "brook", "corley")])) == [
        ("rest_known", "supported 07-09 ashby+brook+corley - supported 07-09 ashby", 1, 1)
    ]
