"""A unit of work is kept whole or not at all, and nothing is written past the journal."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.state import living
from vcse_desktop.store import bind
from vcse_desktop.store.errors import CannotWrite, Erased
from vcse_desktop.store.vault import Vault


def test_an_exception_in_the_body_means_that_nothing_is_written(vault: Vault) -> None:
    before, units = living(vault), vault.units()
    with pytest.raises(ZeroDivisionError), vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Ann"})
        raise ZeroDivisionError
    assert (living(vault), vault.units()) == (before, units)
    assert unit.id is None


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("session", {"activity": 12345}),  # a link to nothing
        ("session", {"date": "20 November"}),
        ("session", {"people_n": "many"}),
        ("session", {"explained_use": 2}),
        ("session", {"came": [12345]}),
    ],
)
def test_what_the_tables_refuse_takes_the_whole_unit_with_it(
    shared: Vault, table: str, wrong: dict[str, object]
) -> None:
    before = living(shared)
    with pytest.raises(bind.IntegrityError), shared.unit("add") as unit:
        unit.save("person", None, {"known_as": "Ann"})
        unit.save(table, None, wrong)
        unit.save("person", None, {"known_as": "Bo"})
    assert living(shared) == before
    assert shared.search("Ann") == []
    assert shared.verify() == []


def test_ids_are_known_at_once_and_links_may_point_forward(vault: Vault) -> None:
    with vault.unit("add") as unit:
        session = unit.save("session", None, {})
        assert unit.id is None
        assert vault.row("session", session) is None  # not before the end
        activity = unit.save("activity", None, {"title": "Lunch"})
        unit.save("session", session, {"activity": activity})
    row = vault.row("session", session)
    assert row is not None and row["activity"] == activity
    assert unit.id == vault.units()[0].id


def test_no_change_is_no_unit(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    units = vault.units()
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"known_as": "Ann"})
        unit.remove("person", 12345)
    assert unit.id is None
    with vault.unit("edit") as unit:
        pass
    assert unit.id is None
    assert vault.units() == units


@pytest.mark.parametrize("why", ["", "Ann Smith", "Add", "add person", "x" * 13, "über"])
def test_why_is_a_code_and_never_text(shared: Vault, why: str) -> None:
    with pytest.raises(ValueError, match="why"), shared.unit(why) as unit:
        unit.save("person", None, {"known_as": "Ann"})


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO person(id, known_as) VALUES(1, 'Eve')",
        "UPDATE slot SET body=''",
        "UPDATE slot SET alive=0",
        "DELETE FROM slot",
        "INSERT OR REPLACE INTO slot(id) SELECT id FROM slot",
    ],
)
def test_a_write_outside_a_unit_is_refused(shared: Vault, sql: str) -> None:
    before = living(shared)
    with pytest.raises(bind.IntegrityError, match=r"outside a unit|never deleted"):
        shared._inside.writer.run(lambda con: con.execute(sql))
    assert living(shared) == before


def test_what_was_erased_is_never_written_again(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    vault._inside.writer.run(lambda con: con.execute("INSERT INTO erased VALUES(2, ?)", (ann,)))
    with pytest.raises(Erased), vault.unit("edit") as unit:
        unit.save("person", ann, {"known_as": "Anna"})


def test_readers_cannot_write(shared: Vault) -> None:
    with pytest.raises(CannotWrite):
        shared._inside.reader.run(lambda con: con.execute("DELETE FROM draft"))


def test_many_threads_write_one_after_another(vault: Vault) -> None:
    start = threading.Barrier(4)

    def work(name: int) -> int:
        start.wait()
        for _ in range(10):
            with vault.unit("add") as unit:
                unit.save("person", None, {"known_as": f"P{name}"})
            vault.rows("person", known_as=f"P{name}")
        return len(vault.rows("person", known_as=f"P{name}"))

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(work, range(4))) == [10] * 4
    assert len(vault.units(100)) == 41
    assert vault.verify() == []
