"""The past of a field can be wiped: what it says now stays, and the check tells wiped from damaged."""

import random

import pytest

from tests.store.image import decrypted
from tests.store.state import key_of, living, raw
from tests.vaults import PASSPHRASE
from vcse_desktop.store.mentions import Mention, When
from vcse_desktop.store.vault import Vault, open_vault


def written(vault: Vault, words: list[str]) -> int:
    """Return an insight whose summary has said all of this, one after the other."""
    with vault.unit("add") as unit:
        record = unit.save("insight", None, {"words": "kept words", "summary": words[0]})
    for later in words[1:]:
        with vault.unit("edit") as unit:
            unit.save("insight", record, {"summary": later, "note": f"beside {later}"})
    return record


def test_the_past_of_a_field_is_gone_and_the_rest_stands(vault: Vault) -> None:
    record = written(vault, ["Plantedone came", "Plantedtwo came", "somebody came"])
    before = living(vault)
    vault.clear_history("insight", record, "summary")
    assert living(vault) == before
    assert vault.verify() == []
    vault.sweep()
    plain = decrypted(vault.folder / "data.db", key_of(vault)).lower()
    assert plain.count(b"plantedone") == 0 and plain.count(b"plantedtwo came") == 0
    assert plain.count(b"somebody came") > 0
    told = vault.history("insight", record)
    assert (told[0].why, told[0].field, told[0].old, told[0].new) == ("clear", "summary", None, None)
    assert "Plantedone came" not in {change.old for change in told} | {change.new for change in told}


def test_what_comes_after_is_told_undone_and_cleared_again(vault: Vault) -> None:
    record = written(vault, ["Plantedone", "x"])
    vault.clear_history("insight", record, "summary")
    with vault.unit("edit") as later:
        later.save("insight", record, {"summary": "y", "words": "other words"})
    assert vault.undo(later.id or 0) == []
    row = vault.row("insight", record)
    assert row is not None and (row["summary"], row["words"]) == ("x", "kept words")
    vault.clear_history("insight", record, "summary")
    vault.clear_history("insight", record, "note")
    assert vault.verify() == []
    count = len(vault.units())
    vault.clear_history("insight", record, "from_role")  # which never said anything
    assert len(vault.units()) == count
    assert vault.last_unit() is not None
    for unit in vault.units():
        vault.undo(unit.id)
    assert vault.verify() == []


def test_undo_of_what_was_wiped_leaves_the_record_alone(vault: Vault) -> None:
    record = written(vault, ["Plantedone", "x"])
    first, edit = vault.units()[1].id, vault.units()[0].id
    vault.clear_history("insight", record, "summary")
    assert [(one.id, one.field) for one in vault.undo(edit)] == [(record, "")]
    assert [(one.id, one.field) for one in vault.undo(first)] == [(record, "")]
    assert vault.row("insight", record) is not None


def test_words_are_taken_out_of_a_removed_record_too(vault: Vault) -> None:
    record = written(vault, ["Plantedone", "Plantedone again"])
    with vault.unit("remove") as unit:
        unit.remove("insight", record)
    found = vault.mentions(["Plantedone"], [])
    assert {(hit.field, hit.when) for hit in found} == {("note", When.REMOVED), ("summary", When.REMOVED)}
    for hit in found:
        vault.wipe(hit.table, hit.id, hit.field)
    assert vault.mentions(["Plantedone"], []) == []
    assert vault.row("insight", record) is None
    assert vault.verify() == []


TAMPERING = {
    "what it says now": ("UPDATE insight SET summary='z'", "row"),
    "what it said again": ("UPDATE chg SET new=jsonb_set(new, '$[11]', 'z') WHERE op=6", "unit"),
    "the entry that covers": ("UPDATE chg SET op=2 WHERE op=6", "unit"),
    "a wiped change": ("UPDATE chg SET com=zeroblob(32) WHERE tx=2", "unit"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_a_cleared_past_hides_no_tampering(vault: Vault, what: str) -> None:
    sql, problem = TAMPERING[what]
    record = written(vault, ["Plantedone", "x"])
    vault.clear_history("insight", record, "summary")
    key = key_of(vault)
    vault.lock()
    con = raw(vault.folder, key)
    con.execute(sql)
    con.close()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert problem in {one.split()[0] for one in opened.verify()}


def test_a_change_wiped_after_the_entry_that_says_all_is_damage(vault: Vault) -> None:
    record = written(vault, ["Plantedone", "x"])
    vault.clear_history("insight", record, "summary")
    with vault.unit("edit") as unit:
        unit.save("insight", record, {"summary": "y"})
    last, key = unit.id, key_of(vault)
    vault.lock()
    con = raw(vault.folder, key)
    con.execute("UPDATE chg SET com=randomblob(32), new=NULL, old=NULL, salt=NULL WHERE tx=?", (last,))
    con.close()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert {f"row insight {record}", f"unit {last}"} <= set(opened.verify())


NAMED = {
    "Ann Planter": ("ANN  PLANTER came", True),
    "Łucja Żak": ("Dla Łucji. lucja zak", True),
    "José": ("Jose's garden", True),
    "فاطمة": ("قالت لفاطمة", True),
    "Siân Rees": ("Mrs Rees said so", False),
    "Bo": ("Bob was there", None),
    "0161 496 0000": ("rang 0161 496 0000", True),
    "an@example.org": ("wrote to AN@example.org", True),
    "Anna": ("Annas Tee", True),
    "May": ("in may, mayor", True),
}


@pytest.mark.parametrize("who", NAMED)
def test_a_name_is_found_as_people_write_it(vault: Vault, who: str) -> None:
    words, whole = NAMED[who]
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": who})
        note = unit.save("session", None, {"note": words})
        unit.save("session", None, {"note": "nobody is named here"})
        unit.save("activity", None, {"title": "Drop-in"})
    found = vault.mentions(vault.names([ann]), [ann])
    assert found == ([] if whole is None else [Mention("session", note, "note", whole, When.NOW)])


def test_names_of_the_past_and_of_quotes_are_looked_for_everywhere(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Annabel Frost", "other_names": "Bella; Mrs Frost"})
        unit.save("insight", None, {"person": ann, "quote_name": "Grandmother of three"})
        equal = unit.save("equality", None, {"vocab": "religion", "written_in": "as Bella says"})
        own = unit.save("own_value", None, {"value": "Grandmother of three"})
        note = unit.save("activity", None, {"note": "Annabel Frost leads"})
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"known_as": "Belle"})
        unit.save("activity", note, {"note": "somebody leads"})
    names = vault.names([ann])
    assert set(names) == {"Annabel Frost", "Bella", "Mrs Frost", "Grandmother of three", "Belle"}
    found = {(hit.table, hit.id, hit.field, hit.when) for hit in vault.mentions(names, [ann]) if hit.whole}
    insight = vault.rows("insight")[0]["id"]
    assert found == {
        ("equality", equal, "written_in", When.NOW),
        ("own_value", own, "value", When.NOW),
        ("activity", note, "note", When.BEFORE),
        ("insight", insight, "quote_name", When.NOW),
    }


def test_clearing_at_random_leaves_every_vault_whole(shared: Vault) -> None:
    dice = random.Random(11)  # noqa: S311 - of a test
    records = [written(shared, [f"w{n}" for n in range(dice.randrange(1, 5))]) for _ in range(6)]
    for step in range(60):
        record = dice.choice(records)
        what = dice.choice(["edit", "clear", "wipe", "remove", "undo"])
        if what == "edit":
            with shared.unit("edit") as unit:
                unit.save("insight", record, {"summary": f"s{step}", "feeling": dice.choice(["x", None])})
        elif what == "clear":
            shared.clear_history("insight", record, dice.choice(["summary", "feeling", "words"]))
        elif what == "wipe":
            shared.wipe("insight", record, "summary")
        elif what == "remove":
            with shared.unit("remove") as unit:
                unit.remove("insight", record)
        else:
            shared.undo(dice.choice(shared.units(20)).id)
        assert shared.verify() == [], (step, what)
