"""Twelve months of figures for ourselves: the picture is of the table, and each number has its records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.vaults import make_vault
from vcse_desktop.actions import recording
from vcse_desktop.actions.over_time import OFFERED, SHOWN, THEMES, over_time
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.reports.blocks import Chart, Shown, Table

NOW = date(2026, 3, 15)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = make_vault(tmp_path / "vault")
    with made:
        yield made


def add(vault: Vault, table: str, **values: object) -> int:
    return recording.add(vault, table, values).ids[0]


def test_each_month_has_its_number_and_behind_it_stand_its_records(vault: Vault) -> None:
    activity = add(vault, "activity", title="Lunch club")
    days = [f"2025-{month:02}-05" for month in range(3, 13)]
    days += ["2026-01-05", "2026-02-03", "2026-02-10", "2026-03-15", "2026-03-16"]
    held = [add(vault, "session", activity=activity, date=day, people_n=n) for n, day in enumerate(days, 5)]
    told = over_time(vault, NOW, "en")
    assert list(told.blocks) == list(OFFERED)
    chart, table = told.blocks["sessions_by_month"]
    assert isinstance(chart, Chart) and isinstance(table, Table)
    assert (chart.kind, chart.table) == ("line", table.id)
    assert (chart.labels[0], chart.labels[-1]) == ("Apr 2025", "Mar 2026")
    assert [series.label for series in chart.series] == ["Attendances"], "those by carers are nought"
    numbers = [row.cells[1] for row in table.rows]
    assert numbers == [Shown(n) for n in (*range(6, 16), 16 + 17, 18, sum(range(6, 19)))]
    assert list(chart.series[0].values) == numbers[:-1]
    february = told.behind(table, 10, 1)
    assert [entry.id for entry in february] == [held[12], held[11]]
    assert told.behind(table, 1, 2) == []
    assert {entry.id for entry in told.behind(table, 12, 1)} == set(held[1:-1])


def test_where_there_is_too_little_for_a_picture_the_table_stands_alone(vault: Vault) -> None:
    told = over_time(vault, NOW, "en")
    assert [len(blocks) for blocks in told.blocks.values()] == [*([1] * len(SHOWN)), 0]
    assert told.said == ()
    assert all(isinstance(block, Table) for blocks in told.blocks.values() for block in blocks)


def test_themes_stand_month_by_month_with_the_newest_that_was_said(vault: Vault) -> None:
    said = [
        add(vault, "insight", words=f"Words {n}.", heard_on=day, themes=themes)
        for n, (day, themes) in enumerate(
            (
                ("2025-03-31", ["parking"]),
                ("2025-05-02", ["parking", "food"]),
                ("2026-03-01", ["parking"]),
                ("2026-03-02", ["parking"]),
                ("2026-03-03", ["parking"]),
                ("2026-03-04", ["parking", "food"]),
                ("2026-03-16", ["food"]),
            )
        )
    ]
    told = over_time(vault, NOW, "en")
    chart, table = told.blocks[THEMES]
    assert isinstance(chart, Chart) and isinstance(table, Table)
    assert (chart.kind, chart.table, len(table.rows)) == ("line", table.id, 12)
    assert (
        [one.id for one in told.behind(table, 1, 1)]
        == [said[1]]
        == [one.id for one in told.behind(table, 1, 2)]
    )
    assert [one.id for one in told.behind(table, 11, 1)] == [said[5], said[4], said[3], said[2]]
    assert [one.id for one in told.behind(table, 11, 2)] == [said[5]]
    assert told.behind(table, 10, 2) == [] and told.behind(table, 11, 0) == ()
    parking, food = told.said
    assert [one.words for one in parking.points] == ["“Words 5.”", "“Words 4.”", "“Words 3.”"]
    assert [(one.kind, one.id) for one in food.points] == [("insight", said[1])], "each stands once"


def test_wishes_and_capacity_of_the_year_open_their_records(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann", involve_how=["decide", "news"], involve_asked_on="2026-01-02")
    bo = add(vault, "person", known_as="Bo", involve_how=["news"], involve_asked_on="2024-01-02")
    room = add(vault, "capacity_support", direction="given_to_us", what=["space"], given_on="2026-02-01")
    told = over_time(vault, NOW, "en")
    seen = {
        (table.id, entry.id)
        for name in ("engagement_wishes", "capacity_by_kind")
        for table in told.blocks[name]
        if isinstance(table, Table)
        for row in range(len(table.rows))
        for column in range(1, len(table.columns))
        for entry in told.behind(table, row, column)
    }
    assert seen == {
        ("table-engagement_wishes", ann),
        ("table-engagement_wishes", bo),
        ("table-capacity_by_kind", room),
    }
