"""What goes with an erased record and what stays, link by link, as the table says."""

import pytest

from tests.store.state import living
from vcse_desktop.records.catalogue import KINDS, PARTS
from vcse_desktop.records.columns import pair_tables
from vcse_desktop.store.on_erase import ON_ERASE
from vcse_desktop.store.vault import Vault

TARGET = {"merged_into": "person", "offer_person": "person", "wish_person": "person", "record": "support"}
OF_A_RECORD = {(part, owner) for part, kind in PARTS.items() for owner in kind.of}
PAIRS = {(name, mine) for kind in KINDS.values() for name, (mine, _) in pair_tables(kind).items()}


def test_every_part_and_every_pair_of_a_record_goes_with_it() -> None:
    named = {link for link, goes in ON_ERASE.items() if goes}
    others = {("support", "person"), ("person", "merged_into"), ("own_value", "record")}
    assert named == OF_A_RECORD | PAIRS | others


@pytest.mark.parametrize("link", sorted(ON_ERASE), ids=".".join)
def test_a_link_does_what_the_table_says(shared: Vault, link: tuple[str, str]) -> None:
    table, column = link
    target = TARGET.get(column, column)
    with shared.unit("add") as unit:
        record = unit.save(target, None, {})
        other = unit.save(target, None, {})
        if table in shared._inside.shapes:
            mine, theirs = (unit.save(table, None, {column: one}) for one in (record, other))
        else:  # a table of pairs, written through the LINKS field of the record in its first column
            owner, field = next(
                (kind.code, name.removeprefix(f"{kind.code}_"))
                for kind in KINDS.values()
                for name in pair_tables(kind)
                if name == table
            )
            to = pair_tables(KINDS[owner])[table][1]
            ends = [unit.save("organisation" if to == "succeeds" else to, None, {}) for _ in (0, 1)]
            for one, end in zip((record, other), ends, strict=True):
                held, said = (one, end) if column == owner else (end, one)
                unit.save(owner, held, {field: [said]})
    plan = shared.plan_erasure(target, record)
    gone = {name for name, _ in plan.going}
    assert (table in gone) == ON_ERASE[link]
    assert link in plan.staying or ON_ERASE[link]
    before = living(shared)
    shared.erase(plan)
    assert shared.verify() == []
    assert shared.row(target, record) is None and shared.row(target, other) is not None
    if table in shared._inside.shapes:
        kept = shared.row(table, mine)
        assert (kept is None) == ON_ERASE[link]
        assert kept is None or kept[column] == record  # no row is rewritten: it points to a nameless stub
        assert shared.row(table, theirs) == next(row for row in before[table] if row["id"] == theirs)
