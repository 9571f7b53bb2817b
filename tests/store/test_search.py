"""Words are found in every language that people write in, while they type and afterwards."""

import pytest

from vcse_desktop.store import search
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.search import Hit, fold
from vcse_desktop.store.vault import Vault


def add(vault: Vault, table: str = "insight", **values: object) -> int:
    with vault.unit("add") as unit:
        return unit.save(table, None, values)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("The minibus never came", "MINIBUS came"),
        ("Ffôn symudol ŵyr", "ffon wyr"),  # Welsh
        ("Spotkanie w Łodzi, żółć", "lodzi zolc"),  # Polish: lodz finds łódź
        ("łódź", "lodz"),
        ("Ødegård på Đurđevac", "odegard pa durdevac"),
        ("Straße", "STRASSE"),
        ("مُحَمَّد يُسَاعِد", "محمد يساعد"),  # Arabic: bare finds vowelled
        ("محمد", "مُحَمَّد"),  # and vowelled finds bare
        ("أحمد على إبراهيم", "احمد علي ابراهيم"),
        ("مـــحـــمد", "محمد"),
        ("مجھے مدد چاہیے", "مجهے مدد چاہيے"),  # Urdu, with Arabic heh and yeh
        ("আমার বাসায় কেউ আসে না", "বাসায়"),  # Bengali: vowel signs stay in their words
        ("ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ", "ਮਦਦ ਚਾਹੀਦੀ"),  # Punjabi
        ("cafe\u0301 society", "café"),
        ("O'Brien-Smith", "o'brien smith"),
        ("07700 900123", "900123"),
        ("\uff11\uff12\uff13 full width", "123"),
    ],
)
def test_a_word_is_found_in_any_language(shared: Vault, written: str, asked: str) -> None:
    record = add(shared, words=written)
    for ranked in (False, True):
        assert Hit("insight", record) in shared.search(asked, ranked=ranked)


def test_a_word_that_is_half_typed_is_found_and_every_word_must_be_there(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann Carer", address="Lime Street")
    assert vault.search("an car") == vault.search("lim ann") == [Hit("person", ann)]
    assert vault.search("ann bob") == vault.search("nn") == []


def test_bengali_words_are_not_cut_at_their_vowel_signs(vault: Vault) -> None:
    add(vault, words="কিতাব")
    assert vault.search("ক") != []
    assert vault.search("তাব") == vault.search("ব") == []


@pytest.mark.parametrize("asked", ["", "   ", "!!!", '"', "*", "- ' ()", "\u064b", "\0", "\ud800"])
def test_nothing_to_look_for_finds_nothing(shared: Vault, asked: str) -> None:
    assert shared.search(asked) == []


@pytest.mark.parametrize(
    "asked",
    ['say "no', "NEAR(ann", "ann*", "body:ann", "(ann OR", "^ann", "a AND", "{ann}", "ann + bo", "a\0b"],
)
def test_what_is_typed_is_never_a_query_language(shared: Vault, asked: str) -> None:
    record = add(shared, words=f"they said: {asked}")
    assert Hit("insight", record) in shared.search(asked)


def test_newest_come_first_and_the_best_when_asked(vault: Vault) -> None:
    best = add(vault, words="bus bus bus")
    for number in range(5):
        add(vault, words=f"a long story about many things, in which once a bus comes by, number {number}")
    newest = [hit.id for hit in vault.search("bus")]
    assert newest == sorted(newest, reverse=True)
    assert vault.search("bus", ranked=True)[0] == Hit("insight", best)
    assert len(vault.search("bus", limit=3)) == 3


def test_what_is_changed_or_removed_is_found_no_more_and_again_after_undo(vault: Vault) -> None:
    record = add(vault, words="before", summary="kept")
    with vault.unit("edit") as edit:
        edit.save("insight", record, {"words": "after"})
    assert vault.search("before") == []
    assert vault.search("after") == vault.search("kept") == [Hit("insight", record)]
    with vault.unit("remove") as remove:
        remove.remove("insight", record)
    assert vault.search("after") == []
    assert remove.id and edit.id
    vault.undo(remove.id)
    assert vault.search("after") == [Hit("insight", record)]
    vault.undo(edit.id)
    assert vault.search("before") == [Hit("insight", record)]
    with vault.unit("edit") as unit:
        unit.save("insight", record, {"words": None, "summary": None})
    assert vault.search("kept") == []
    assert vault.verify() == []


def test_equality_details_are_never_found(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    add(vault, "equality", person=ann, vocab="religion", written_in="Zoroastrian")
    assert vault.search("zoroastrian") == vault.search("religion") == []
    found = vault._inside.reader.run(lambda con: con.execute("SELECT tbl FROM find").fetchall())
    assert found == [("person",)]


def test_parts_and_places_are_found_under_their_own_table(vault: Vault) -> None:
    place = add(vault, "place", name="Lower Heath", code="x", kind="own")
    step = add(vault, "action", what="Ring the bus company")
    assert vault.search("heath") == [Hit("place", place)]
    assert vault.search("company") == [Hit("action", step)]


def test_what_is_kept_for_searching_can_be_made_anew(vault: Vault) -> None:
    kept = add(vault, words="kept")
    gone = add(vault, words="gone")
    with vault.unit("remove") as unit:
        unit.remove("insight", gone)

    def lose(con: Connection) -> None:
        con.execute("DELETE FROM find")
        con.execute("INSERT INTO find(id, tbl, sort, body) VALUES(7, 'insight', '', 'stray')")

    vault._inside.writer.run(lose)
    assert vault.search("kept") == [] and vault.search("stray") != []
    vault._inside.writer.run(lambda con: search.rebuild(con, vault._inside.shapes))
    assert vault.search("kept") == [Hit("insight", kept)]
    assert vault.search("stray") == vault.search("gone") == []
    assert vault.verify() == []


def test_removed_words_do_not_stay_in_the_index(vault: Vault) -> None:
    record = add(vault, words="unmistakable")
    with vault.unit("edit") as unit:
        unit.save("insight", record, {"words": "plain"})
    blocks = vault._inside.reader.run(lambda con: con.execute("SELECT block FROM find_fts_data").fetchall())
    assert all(b"unmistak" not in block for (block,) in blocks)


def test_folding_twice_changes_nothing() -> None:
    for text in ("Łódź", "Straße", "مُحَمَّد", "İstanbul", "ﬁne", "চাহিদা", "É"):
        assert fold(fold(text)) == fold(text)
