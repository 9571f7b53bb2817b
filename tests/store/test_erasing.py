"""What is erased is in no byte of the vault any more; the history holds together; nothing brings it back."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.store.image import decrypted
from tests.store.state import key_of, living, raw
from tests.vaults import PASSPHRASE, as_somebody_else, make_vault
from vcse_desktop.store import erasing
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.errors import Erased
from vcse_desktop.store.roles import NotAllowed
from vcse_desktop.store.undo import LeftAlone
from vcse_desktop.store.vault import Unit, Vault, open_vault

PEOPLE = 50
PICTURE = b"a planted picture " * 400


def name(number: int) -> str:
    """Return a name that nothing else in a file can be mistaken for."""
    return f"Zq{number:02}wx Plantedvale{number:02}qj"


def tell(unit: Unit, number: int, dice: random.Random) -> tuple[int, int]:
    """Write down all that can go with one person, at some length; returns the person and an attachment."""
    person = unit.save("person", None, {"known_as": name(number), "phone": name(number), "note": "kept"})
    joined = unit.save("person", None, {"known_as": name(number).upper(), "merged_into": person})
    words = f"{name(number)} " * dice.randrange(1, 120)
    support = unit.save("support", None, {"person": joined, "who_hint": name(number), "matters_words": words})
    unit.save("own_value", None, {"record": support, "value": words})
    unit.save("consent", None, {"person": person, "wording": words, "asked_by": name(number)})
    unit.save("access", None, {"person": person, "need": name(number)})
    unit.save("check", None, {"person": joined, "kind": name(number)})
    unit.save("equality", None, {"person": person, "vocab": "sex", "written_in": name(number)})
    said = unit.save("insight", None, {"words": words, "quote_name": name(number)})
    attached = unit.attach({"insight": said, "caption": name(number)}, PICTURE)
    session = unit.save("session", None, {"came": [person], "people_n": 3})
    unit.save("time_given", None, {"person": person, "session": session, "hours": 60})
    return person, attached


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, list[int], list[int]]]:
    """A vault with fifty planted people among many others, and much rewritten since; their ids."""
    vault, _ = make_vault(tmp_path_factory.mktemp("told"))
    dice = random.Random(7)  # noqa: S311 - of a test
    with vault:
        with vault.unit("import") as unit:
            made = [tell(unit, number, dice) for number in range(PEOPLE)]
            others = [
                unit.save("person", None, {"known_as": f"Other {n}", "note": "x" * dice.randrange(2000)})
                for n in range(2000 if LONG else 300)
            ]
        for _ in range(400 if LONG else 60):
            number = dice.randrange(PEOPLE)
            with vault.unit("edit") as unit:
                unit.save("person", made[number][0], {"note": f"{name(number)} " * dice.randrange(1, 120)})
                unit.save("person", dice.choice(others), {"note": "y" * dice.randrange(3000)})
        vault.search("plantedvale", ranked=True)
        yield vault, [person for person, _ in made], [attached for _, attached in made]


def traces(vault: Vault) -> dict[str, int]:
    """Return how often the planted words lie in each file of a vault, decrypted."""
    wanted = [part.lower().encode() for n in range(PEOPLE) for part in name(n).split()] + [PICTURE[:18]]
    found = {}
    for file in vault.folder.iterdir():
        plain = decrypted(file, key_of(vault)) if file.name == "data.db" else file.read_bytes()
        found[file.name] = sum(plain.lower().count(word) for word in wanted)
    return found


def test_nothing_of_fifty_people_is_left_in_any_byte(told: tuple[Vault, list[int], list[int]]) -> None:
    vault, people, attached = told
    vault._inside.writer.run(lambda con: con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
    assert traces(vault)["data.db"] > 1000
    kept = living(vault)
    for person in people:
        plan = vault.plan_erasure("person", person)
        assert plan.count("person") == 2 and plan.count("support") == plan.count("own_value") == 1
        assert sum(plan.staying.values()) == 2
        done = vault.erase(plan)
        assert done.rows == plan.going and done.member == vault.member
    hits = vault.mentions([name(number) for number in range(PEOPLE)], [])
    assert {(hit.table, hit.field) for hit in hits} == {
        ("insight", "words"),
        ("insight", "quote_name"),
        ("attachment", "caption"),
    }
    for row in attached:
        vault.erase(vault.plan_erasure("attachment", row))
    for hit in hits:
        if hit.table == "insight":
            vault.wipe(hit.table, hit.id, hit.field)
    vault.sweep()
    assert vault.verify() == []
    assert set(traces(vault).values()) == {0}
    assert (vault.folder / "data.db-wal").stat().st_size == 0
    now = living(vault)
    for table in ("session", "time_given"):  # what figures are made of is as it was
        assert now[table] == kept[table]
    assert len(vault.rows("insight")) == PEOPLE
    assert vault.search("plantedvale") == [] and vault.also("plantedvela") == []
    assert len(vault.erasures()) == 2 * PEOPLE


def test_undo_brings_nothing_back_and_says_so(vault: Vault) -> None:
    with vault.unit("add") as first:
        ann = first.save("person", None, {"known_as": "Ann"})
        note = first.save("support", None, {"person": ann})
        session = first.save("session", None, {"came": [ann], "people_n": 3})
    with vault.unit("edit") as second:
        second.save("person", ann, {"known_as": "Anna"})
        second.save("support", note, {"person": None})
    vault.undo(second.id or 0)
    done = vault.erase(vault.plan_erasure("person", ann))
    last = vault.last_unit()
    assert last is not None and last.id == first.id
    for unit in (done.unit, second.id or 0, vault.units()[1].id):
        left = vault.undo(unit)
        assert {LeftAlone("person", ann, ""), LeftAlone("support", note, "")} <= {
            LeftAlone(one.table, one.id, "") for one in left
        }
    assert vault.undo(first.id or 0)
    assert vault.row("person", ann) is None and vault.row("session", session) is None
    assert vault.verify() == []


def test_undo_ties_nothing_to_somebody_erased(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann, bo = (unit.save("person", None, {"known_as": one}) for one in ("Ann", "Bo"))
        note = unit.save("support", None, {"person": ann, "who_hint": "red coat"})
    with vault.unit("edit") as moved:
        moved.save("support", note, {"person": bo, "who_hint": None})
    vault.erase(vault.plan_erasure("person", ann))
    assert vault.undo(moved.id or 0) == [LeftAlone("support", note, "person")]
    row = vault.row("support", note)
    assert row is not None and (row["person"], row["who_hint"]) == (bo, "red coat")


def test_nothing_can_be_written_to_what_was_erased_or_belong_to_it(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        note = unit.save("support", None, {"person": ann})
    vault.erase(vault.plan_erasure("person", ann))
    for table, record, values in (
        ("person", ann, {"known_as": "Ann"}),
        ("support", note, {"who_hint": "Ann"}),
        ("support", None, {"person": ann}),
        ("consent", None, {"person": ann}),
    ):
        with pytest.raises(Erased), vault.unit("edit") as unit:
            unit.save(table, record, values)
    with pytest.raises(Erased):
        vault.plan_erasure("person", ann)
    assert vault.verify() == []


def test_what_arrives_late_is_hidden_and_listed_for_a_keeper(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    vault.erase(vault.plan_erasure("person", ann))

    def arrive(con: Connection) -> None:
        """Write as a hand-over does that was made before the other laptop knew of the erasure."""
        con.execute("INSERT INTO person(id, known_as, merged_into) VALUES(1, 'Annie', ?)", (ann,))
        con.execute("INSERT INTO support(id, person, who_hint) VALUES(2, ?, 'Annie')", (ann,))
        con.execute("INSERT INTO support(id, person, who_hint) VALUES(3, 1, 'Annie')")
        con.execute("INSERT INTO time_given(id, person, hours) VALUES(4, ?, 60)", (ann,))

    vault._write("import", [arrive])
    assert vault.rows("person") == vault.rows("support") == []
    assert vault.search("Annie") == []
    assert [row["person"] for row in vault.rows("time_given")] == [ann]
    assert vault.late() == [("person", 1), ("support", 2), ("support", 3)]
    assert vault.verify() == []
    vault.erase(vault.plan_erasure("person", 1))
    with vault.unit("add") as unit:
        bo = unit.save("person", None, {"known_as": "Bo"})
    with vault.unit("edit") as unit:
        unit.save("support", 2, {"person": bo})
    assert vault.late() == []
    assert [row["id"] for row in vault.rows("support")] == [2]
    assert [hit.id for hit in vault.search("Annie")] == [2]


def test_more_that_came_since_is_shown_before_it_goes(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    plan = vault.plan_erasure("person", ann)
    with vault.unit("add") as unit:
        unit.save("support", None, {"person": ann})
    with pytest.raises(Exception, match="Something was added since"):
        vault.erase(plan)
    assert vault.row("person", ann) is not None
    assert vault.verify() == []


def test_traces_left_by_a_sudden_end_are_swept_at_the_next_opening(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    vault.erase(vault.plan_erasure("person", ann))
    asked = "PRAGMA user_version"
    assert vault._inside.writer.run(lambda con: con.execute(asked).fetchone()) == (1,)
    vault.lock()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert opened._inside.writer.run(lambda con: con.execute(asked).fetchone()) == (0,)
        assert opened.verify() == []


def test_a_keeper_alone_erases(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "vault")
    with made.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    with as_somebody_else(made, "member") as opened:
        for ask in (
            lambda: opened.plan_erasure("person", ann),
            lambda: opened.erase(erasing.Plan("person", ann, (("person", ann),))),
            lambda: opened.clear_history("person", ann, "known_as"),
            lambda: opened.wipe("person", ann, "known_as"),
            lambda: opened.names([ann]),
            lambda: opened.mentions(["Ann"], []),
            opened.erasures,
            opened.late,
            opened.sweep,
        ):
            with pytest.raises(NotAllowed):
                ask()
        assert opened.row("person", ann) is not None


TAMPERING = {
    "an erasure forgotten": ("DELETE FROM erased", "erased"),
    "an erasure made up": ("INSERT INTO erased VALUES(2, 5)", "erased"),
    "a value put back": ('UPDATE chg SET new=jsonb(\'{"1":"Ann"}\') WHERE tx=2', "unit"),
    "the row put back": ("UPDATE person SET known_as='Ann'", "row"),
    "a change wiped that nothing covers": (
        "UPDATE chg SET com=zeroblob(32), new=NULL, salt=NULL WHERE tx=3",
        "row",
    ),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_who_tampers_with_an_erasure_is_found_out(vault: Vault, what: str) -> None:
    sql, problem = TAMPERING[what]
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    with vault.unit("add") as unit:
        unit.save("activity", None, {"title": "Walk"})
    vault.erase(vault.plan_erasure("person", ann))
    key = key_of(vault)
    assert vault.verify() == []
    vault.lock()
    con = raw(vault.folder, key)
    con.execute(sql)
    con.close()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert problem in {one.split()[0] for one in opened.verify()}


def test_what_was_erased_elsewhere_is_erased_here_as_well_even_before_it_comes(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    tables = vault._inside.tables
    vault._write("erase", [lambda con: erasing.erase_rows(con, tables, [("person", ann), ("support", 7)])])
    assert vault.row("person", ann) is None
    assert vault.verify() == []
    with pytest.raises(Erased), vault.unit("import") as unit:
        unit.save("support", 7, {"who_hint": "Ann"})
    assert vault.verify() == []
