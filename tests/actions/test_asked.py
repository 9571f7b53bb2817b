"""How the group asked, for itself: its numbers, the records behind each, and what stands beside one piece."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.groups import looking_back, make_group
from vcse_desktop.actions import recording
from vcse_desktop.actions.asked import SHOWN, asked
from vcse_desktop.actions.asked_before import beside
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.reports.blocks import Chart, Shown, Table

NOW = date(2024, 5, 1)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with make_group(tmp_path / "vault") as made:
        yield made


def add(vault: Vault, table: str, **values: object) -> int:
    return recording.add(vault, table, values).ids[0]


def test_each_number_of_how_we_asked_has_its_records_and_a_ladder_its_table(vault: Vault) -> None:
    ids = looking_back(vault)
    older = add(vault, "engagement", question="Which room?", opens="2022-05-01", rung_actual="consulting")
    with vault.unit("add") as unit:
        asking = {"engagements": [ids["engagement"]], "missing": ["x_young"]}
        unit.save("session", None, {"date": "2024-02-15", **asking})
    told = asked(vault, None, "en")
    assert list(told.blocks) == list(SHOWN)
    ladder, rungs, years, by_year = told.blocks["rungs"]
    assert isinstance(ladder, Chart) and isinstance(years, Chart) and isinstance(by_year, Table)
    assert (ladder.kind, ladder.table, years.kind, years.table) == ("ladder", rungs.id, "line", by_year.id)
    assert years.labels == ("2022", "2023", "2024")
    seen = set()
    for block in (one for blocks in told.blocks.values() for one in blocks if isinstance(one, Table)):
        for line, row in enumerate(block.rows):
            for column, cell in enumerate(row.cells):
                if isinstance(cell, Shown):
                    found = told.behind(block, line, column)
                    assert bool(found) == bool(cell.number), (block.id, line, column)
                    seen |= {entry.id for entry in found}
    assert {ids["engagement"], older} <= seen
    consulting = by_year.columns.index("Consulting")
    assert [one.id for one in told.behind(by_year, 0, consulting)] == [older]
    assert told.behind(by_year, 1, consulting) == []
    (missing,) = (one for one in told.blocks["who"] if one.id == "table-engagement_missing")
    assert isinstance(missing, Table) and len(missing.rows) == 1
    assert [type(one) for one in told.blocks["cost"]] == [Table], "cost is never drawn without reach"
    in_2022 = asked(vault, (date(2022, 1, 1), date(2022, 12, 31)), "en")
    assert in_2022.blocks["duties"] == () and told.blocks["duties"]
    assert "older papers" in told.meanings["duties"][0][1] and len(told.meanings["rungs"]) == 5


def test_barriers_money_and_programmes_open_their_piece_of_asking(vault: Vault) -> None:
    ids = looking_back(vault)
    whole = {"part_of": "Our streets", "opens": "2024-01-05"}
    bench = add(
        vault, "engagement", question="A bench?", budget_decided=500_000, decided_by="Tenants", **whole
    )
    lamp = add(vault, "engagement", question="More lamps?", **{**whole, "part_of": " our streets "})
    add(vault, "audience", engagement=lamp, technique="newsletter", reached=400)
    groups = asked(vault, None, "en").groups
    (barriers,), (money,), (programme,) = (groups[code] for code in ("barriers", "cost", "programmes"))
    (lift,) = barriers.points
    assert (lift.words, lift.under.split("\u00a0· ")) == (
        "Transport or distance: A lift",
        ["It worked", "Which hours?"],
    )
    assert (lift.kind, lift.id) == ("engagement", ids["engagement"])
    assert [(one.words, one.id) for one in money.points] == [("£5,000 (decided by: Tenants)", bench)]
    assert (programme.title, [one.id for one in programme.points]) == ("Our streets", [bench, lamp, lamp])
    assert "It reached 400 people." in programme.points[-1].under


def test_beside_a_piece_of_asking_stand_the_last_twelve_months_and_its_cost_with_reach(vault: Vault) -> None:
    ids = looking_back(vault)
    same = add(vault, "engagement", question="Which opening hours suit you?", opens="2023-06-01")
    add(vault, "engagement", question="Which opening hours suit you?", opens="2021-06-01")
    add(vault, "engagement", question="Where should the bench stand?", opens="2023-06-01")
    typed = {"question": "What are good hours?"}
    (similar,) = beside(vault, None, typed, NOW, "en").others
    assert {one.id for one in similar.points} == {ids["engagement"], same}
    assert beside(vault, None, {"question": None}, NOW, "en").others == ()
    found = beside(vault, ids["engagement"], {}, NOW, "en")
    assert [one.id for one in found.others[0].points] == [same]
    assert "60 days from the first day of asking to the change." in found.said
    assert "It cost £120, and its ways of asking reached 40 people." in found.said
    assert found.said[0].startswith("Planned: Involving. Working directly")
    assert "Service users and the wider public: 9" in found.said
    assert "Clinical staff: not recorded" in found.said
    tea = add(vault, "engagement", question="Tea?", cost_money=100)
    alone = beside(vault, tea, {}, NOW, "en")
    assert alone.said == ("It cost £1. How many it reached is not recorded.",)


def test_the_ways_that_are_chosen_propose_how_much_say_and_a_person_says_it(vault: Vault) -> None:
    typed = {"technique": ["newsletter", "focus_group"]}
    (said,) = beside(vault, None, typed, NOW, "en").said
    assert said.startswith("The ways of asking you chose are usually: Consulting, Informing.")
    assert beside(vault, None, {**typed, "rung_planned": "involving"}, NOW, "en").said == ()
    assert beside(vault, None, {"technique": []}, NOW, "en").said == ()


def test_a_day_that_is_half_typed_is_no_day_yet(vault: Vault) -> None:
    add(vault, "engagement", question="Which opening hours?", opens="2024-04-01")
    typed = {"question": "Are these opening hours good?", "opens": "next We"}
    assert len(beside(vault, None, typed, NOW, "en").others) == 1
