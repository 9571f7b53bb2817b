"""Packs about people of whom one is erased, or two are joined and parted again: nobody is told of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.groups import make_group, quarter
from tests.store.image import decrypted
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import erasing, people
from vcse_desktop.actions.attacking import audit_packs
from vcse_desktop.actions.gathering import Choices, material
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.told_before import wrong_in
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure.earlier import PastTable
from vcse_desktop.store.ident import symbols

NAME = "Zelda Plantedvale"
HALF = replace(quarter(), last=date(2024, 6, 30))
LEDGER = ("release", "released_cell", "released_member", "cell_pattern")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with make_group(tmp_path / "vault") as made:
        yield made


def carers(vault: Vault, number: int, day: str = "2024-02-05", name: str = "") -> list[int]:
    """Keep so many carers, each supported once on this day; returns their ids."""
    with vault.unit("add") as unit:
        found = [unit.save("person", None, {"known_as": name or f"Carer {n}"}) for n in range(number)]
        for person in found:
            unit.save("support", None, {"person": person, "date": day, "who_for": "carer", "involved": "yes"})
    return found


def before(vault: Vault, choices: Choices) -> PastTable:
    """Return what was told of carers by month, as a new pack sees it."""
    return next(one for one in material(vault, choices).past.tables if one.kind.id == "carers_by_month")


def test_who_is_erased_is_in_no_ledger_and_later_packs_tell_nothing_of_them(
    vault: Vault, tmp_path: Path
) -> None:
    carers(vault, 16)
    (planted,) = carers(vault, 1, name=NAME)
    sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "1.zip", PASSPHRASE)
    true = before(vault, quarter()).value("supported_people", ("total",))
    erasing.erase(vault, [erasing.prospect(vault, "person", planted, "en").plan])
    told = before(vault, quarter())
    assert told.value("supported_people", ("total",)) == true == 17, "the others are still protected by them"
    carers(vault, 12, "2024-05-02")
    sign_pack(vault, draft_pack(vault, quarter("Another")), tmp_path / "2.zip", PASSPHRASE)
    sign_pack(vault, draft_pack(vault, HALF), tmp_path / "3.zip", PASSPHRASE)
    assert audit_packs([tmp_path / f"{n}.zip" for n in (1, 2, 3)]).found == ()
    assert wrong_in(vault) == []
    rows = " ".join(str(row) for table in LEDGER for row in vault.rows(table))
    assert "carers_by_month" in rows
    assert not [one for one in (NAME, str(planted), symbols(planted)) if one in rows]
    inside = vault._inside
    key, file = bytes(inside.data_key), vault.folder / "data.db"
    vault.lock()
    image = decrypted(file, key)
    assert b"carers_by_month" in image, "it was decrypted"
    for word in (NAME, *NAME.split()):
        assert word.encode() not in image


def test_a_join_makes_two_tokens_one_person_and_undo_parts_them(vault: Vault, tmp_path: Path) -> None:
    first = carers(vault, 16)
    (again,) = carers(vault, 1, "2024-05-02")  # somebody who was known already
    sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "1.zip", PASSPHRASE)
    later = replace(quarter("Another"), first=date(2024, 4, 1), last=date(2024, 6, 30))
    sign_pack(vault, draft_pack(vault, later), tmp_path / "2.zip", PASSPHRASE)

    def in_both() -> set[int]:
        tables = [t for t in material(vault, HALF).past.tables if t.kind.id == "carers_by_month"]
        found = [{one.member for one in table.counted} for table in tables]
        return found[0] & found[1]

    assert in_both() == set()
    joined = people.join(vault, first[0], again)
    assert in_both() == {first[0]}
    draft = draft_pack(vault, HALF)
    sign_pack(vault, draft, tmp_path / "3.zip", PASSPHRASE)
    assert audit_packs([tmp_path / f"{n}.zip" for n in (1, 2, 3)]).found == ()
    assert joined.unit is not None
    vault.undo(joined.unit)
    assert in_both() == set()
