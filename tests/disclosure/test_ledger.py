"""What was shared is remembered: the same again may go, other numbers about the same time may not yet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.disclosure.making import AREA, AUTUMN, HALF, SUMMER, at, make, one_line, printed
from tests.vaults import make_vault
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.entries import entries, members
from vcse_desktop.disclosure.ledger import Leaving, Unfit, append, head, read
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.figures.table import Counted, Dimension, FigureTable, Measure, Period, Unit
from vcse_desktop.store.vault import Vault

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
BY_AREA = one_line({"ashby": 14, "brook": 3, "corley": 21})
BY_AGE = replace(one_line({"young": 20, "old": 18}, ident="by_age"))
HEALTH = replace(POLICIES["under_5"], zero_protected=frozenset({"area"}))
SPLIT = one_line({"north": 14, "south": 3})
HOURS = Measure("hours", "Hours", Unit.PERSON_HOURS, "hours")
HELD = Measure("held", "Held", Unit.EVENT, "sessions")
SAID = Measure("said", "Said", Unit.STATEMENT, "statements")
KEY = bytes(range(32))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = make_vault(tmp_path / "vault")
    yield made
    made.lock()


def good(plan: Plan) -> AuditReport:
    return AuditReport(True, plan.digest, (), 2, 0.5, "HiGHS")


def share(
    vault: Vault, *tables: FigureTable, to: str = "ICB", policy: str = "nhs_1_7_r5", day: int = 1
) -> int:
    """Share these tables as a pack is shared: in the unit of work that would register it."""
    releases = read(vault)
    past = remembered(vault, releases, tables, vault.ledger_key)
    plan = protect(tables, POLICIES[policy], past)
    leaving = Leaving(f"pack-{to}", "sha256:00", to, f"2026-10-{day:02}T09:00:00Z", 7)
    with vault.unit("share") as unit:
        return append(
            unit,
            leaving,
            plan,
            tables,
            audit(plan, tables, past),
            releases=releases,
            gathered=head(releases),
            ledger_key=vault.ledger_key,
        )


@pytest.mark.usefixtures("inside")
def test_exactly_the_same_tables_go_to_a_second_partner(vault: Vault) -> None:
    share(vault, BY_AREA)
    share(vault, BY_AREA, to="Council")
    assert [row["audience"] for row in vault.rows("release")] == ["ICB", "Council"]
    assert ledger.changed(vault) == []


@pytest.mark.usefixtures("inside")
def test_part_of_what_was_told_may_be_told_again(vault: Vault) -> None:
    share(vault, one_line({"ashby": 14, "brook": 24}), BY_AGE)
    share(vault, BY_AGE, to="Council")
    assert len(read(vault)) == 2


def told_last(vault: Vault) -> dict[str, int | None]:
    """Return what the newest release told, by the codes of its rows."""
    release = max(read(vault), key=lambda one: one.id)
    return {" ".join(entry.said["codes"]): entry.value for entry in release.entries}


@pytest.mark.usefixtures("inside")
def test_what_was_hidden_for_the_sake_of_another_table_is_not_shown_without_it(vault: Vault) -> None:
    share(vault, BY_AREA, BY_AGE)
    before = told_last(vault)
    share(vault, BY_AGE, to="Council")
    assert told_last(vault) == {code: before[code] for code in ("young", "old", "total")}
    assert None in before.values()


@pytest.mark.usefixtures("inside")
def test_a_total_that_was_told_before_keeps_the_other_part_of_it_hidden(vault: Vault) -> None:
    town = one_line({"town": 17}, ident="town")
    share(vault, town, policy="under_5")
    alone = protect([SPLIT], U5)
    assert printed(alone) == {"north": None, "south": None, "total": 17}
    share(vault, one_line({"north": 14}, ident="north", dimensions=(AREA,)), policy="under_5")
    assert told_last(vault)["north"] is None  # 17 are known: this 14 would leave three


def test_the_example_for_trustees_is_what_the_program_does() -> None:
    said = (Path(__file__).parents[2] / "docs" / "disclosure.md").read_text("utf-8")
    assert "hides North as well, and the total of 17 stays" in said
    assert printed(protect([SPLIT], U5)) == {"north": None, "south": None, "total": 17}
    rules = [line.split("|")[2:4] for line in said.splitlines() if line.startswith("| Hide")]
    ends = [(policy.threshold - 1, policy.round_base) for policy in POLICIES.values()]
    assert [(int(under.split()[1]), 5 if "nearest 5" in rest else 1) for under, rest in rules] == ends


@pytest.mark.usefixtures("inside")
def test_a_late_record_is_not_told_by_two_totals(vault: Vault) -> None:
    share(vault, one_line({"ashby": 20}), policy="under_5")
    share(vault, one_line({"ashby": 22}), policy="under_5")
    assert set(told_last(vault).values()) == {None}  # the two who are new
    share(vault, one_line({"ashby": 30}), policy="under_5")
    assert set(told_last(vault).values()) == {30}


@pytest.mark.usefixtures("inside")
def test_a_longer_period_does_not_tell_who_came_after_the_shorter_one(vault: Vault) -> None:
    share(vault, one_line({"ashby": 20}), policy="under_5")
    share(vault, one_line({"ashby": 23}, period=HALF), policy="under_5")
    assert set(told_last(vault).values()) == {None}


@pytest.mark.usefixtures("inside")
def test_a_number_that_is_hidden_is_known_to_be_somebody() -> None:
    ones = one_line({"ashby": 1, "brook": 1, "corley": 1, "down": 1, "east": 1})
    assert set(printed(protect([ones], U5)).values()) == {None}  # 5 in all would be one in each
    two = one_line({"ashby": 1, "brook": 1})
    plan = protect([two], U5)
    assert audit(plan, [two]).ok  # that there are two at least is told by the marks, and cannot be helped
    assert audit(protect([ones], HEALTH), [ones]).ok  # there a mark may be nobody
    assert printed(protect([ones], HEALTH))["total"] == 5


@pytest.mark.usefixtures("inside")
def test_what_the_marks_would_give_away_beside_the_past_is_not_signed(vault: Vault) -> None:
    share(vault, one_line({"town": 5}, ident="town"), policy="under_5")
    with pytest.raises(Unfit):
        share(vault, one_line({"ashby": 1, "brook": 1, "corley": 1, "down": 1, "east": 1}), policy="under_5")


@pytest.mark.usefixtures("inside")
def test_hours_are_compared_row_by_row_with_those_that_were_told(vault: Vault) -> None:
    def given(*minutes: int, period: Period = SUMMER) -> FigureTable:
        entries = [Counted("hours", n, some, at("ashby"), 1, n) for n, some in enumerate(minutes, 1)]
        return make(entries, ["ashby"], measures=(HOURS,), ident="hours", period=period)

    share(vault, given(*[600] * 12))
    share(vault, given(*[600] * 12, 4000, period=HALF))
    assert set(told_last(vault).values()) == {None}  # the difference is what one person gave
    share(vault, given(*[600] * 12, 4000, *[700] * 15, period=HALF))
    assert None not in told_last(vault).values()


@pytest.mark.usefixtures("inside")
def test_where_the_past_gives_somebody_away_the_rest_may_still_go(vault: Vault) -> None:
    loose = one_line({"ashby": 14, "brook": 3}, ident="loose")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protecting, "hide", lambda *_: {})
        plan = protect([loose], U5)
    with vault.unit("share") as unit:
        leaving = Leaving("p", "d", "ICB", "2026-10-01", 1)
        append(
            unit,
            leaving,
            plan,
            [loose],
            good(plan),
            releases=(),
            gathered=head(()),
            ledger_key=vault.ledger_key,
        )
    tables = [one_line({"young": 9, "old": 8}, ident="by_age")]
    past = remembered(vault, read(vault), tables, vault.ledger_key)
    report = audit(protect(tables, U5, past), tables, past)
    assert report.ok
    assert [secret.cell.codes for secret in report.exposed] == [("brook",)]


@pytest.mark.usefixtures("inside")
def test_another_time_and_another_universe_may_go(vault: Vault) -> None:
    share(vault, BY_AREA)
    share(vault, one_line({"ashby": 9, "brook": 12}, period=AUTUMN))
    share(vault, one_line({"ashby": 30}, measure=replace(BY_AREA.kind.measures[0], universe="others")))
    assert len({release.rows_hash for release in read(vault)}) == 3


@pytest.mark.usefixtures("inside")
def test_numbers_that_are_not_about_people_may_change(vault: Vault) -> None:
    theme = (Dimension("theme", "Theme", overlaps=True),)
    for number in (3, 4):
        held = one_line({"ashby": number}, measure=HELD, ident="held")
        said = one_line({"waiting": number}, measure=SAID, dimensions=theme, ident="themes")
        share(vault, held, said)
    share(vault, one_line({"ashby": 3, "brook": 1}, measure=SAID, ident="by_area"))
    assert told_last(vault) == {"ashby": None, "brook": None, "total": 4}  # who said them is about people


@pytest.mark.usefixtures("inside")
def test_what_is_kept_adds_up_to_the_true_numbers_without_a_name_or_an_id(vault: Vault) -> None:
    rows = [(1, 60, 5), (2, 60, 5), (3, 90, 0)] + [(n, 100, n) for n in range(10, 30)]
    hours = make(
        [
            Counted(code, n, minutes, at("ashby"), 1, giver)
            for n, minutes, giver in rows
            for code in ("hours", "held")
        ],
        ["ashby brook"],
        measures=(HOURS, HELD, replace(HOURS, code="skilled", within="hours")),
    )
    tables = [BY_AREA, hours]
    plan = protect(tables, NHS)
    known = entries(plan, tables)
    behind = members(tables, known, KEY)
    true = [
        (tuple(row.codes), table.value(m.code, row.codes))
        for table, told in zip(tables, plan.tables, strict=True)
        for m in table.kind.measures
        if m.unit is not Unit.EVENT
        for row in told.rows
    ]
    sums = [sum(m.amount for m in behind if place in m.pattern) for place in range(len(known))]
    assert sorted(sums) == sorted(value for _, value in true)
    assert len({m.token for m in behind if m.amount == 60}) == 2  # each row of time for itself
    assert all(len(bytes.fromhex(m.token)) == 16 for m in behind)
    assert members(tables, known, KEY[::-1]) != behind


@pytest.mark.usefixtures("inside")
def test_nothing_goes_without_a_good_report_of_this_very_plan(vault: Vault) -> None:
    plan, leaving = protect([BY_AREA], NHS), Leaving("p", "d", "ICB", "2026-10-01", 1)
    fine = good(plan)
    bad = [replace(fine, ok=False), replace(fine, plan="another"), replace(fine, ledger="another")]
    for report, gathered in [*((report, head(())) for report in bad), (good(plan), "another head")]:
        with pytest.raises(Unfit), vault.unit("share") as unit:
            append(unit, leaving, plan, [BY_AREA], report, releases=(), gathered=gathered, ledger_key=KEY)
    assert vault.rows("release") == []


class Tampered:
    """A vault whose rows somebody changed behind its back."""

    def __init__(self, vault: Vault, table: str, change: Mapping[str, object] | None) -> None:
        self._vault, self._table, self._change = vault, table, change

    def rows(self, table: str, /, **equal: object) -> list[dict[str, object]]:
        found = self._vault.rows(table, **equal)
        if table != self._table or not found:
            return found
        return found[1:] if self._change is None else [{**found[0], **self._change}, *found[1:]]


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("released_cell", {"value": 40}),
        ("released_cell", {"state": "shown"}),
        ("released_cell", None),
        ("released_member", {"token": "00"}),
        ("released_member", None),
        ("cell_pattern", None),
    ],
)
def test_a_row_that_was_changed_or_removed_is_named(
    vault: Vault, table: str, change: Mapping[str, object] | None
) -> None:
    release = share(vault, BY_AREA)
    assert ledger.changed(vault) == []
    assert ledger.changed(Tampered(vault, table, change)) == [release]


@pytest.mark.usefixtures("inside")
def test_the_head_moves_with_every_release_and_forgets_none(vault: Vault) -> None:
    heads = [head(read(vault))]
    for to in ("ICB", "Council"):
        share(vault, BY_AREA, to=to)
        heads.append(head(read(vault)))
    assert len(set(heads)) == 3
    assert head(reversed(read(vault))) == heads[2]
