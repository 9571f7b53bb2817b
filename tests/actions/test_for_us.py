"""A report of exact figures stays with the group: for keepers, marked on every page, noted, in no pack."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.groups import FIRST, KIND, LAST, TIME, make_group, quarter
from tests.vaults import PASSPHRASE, as_somebody_else
from vcse_desktop.actions.for_us import Ours, exact_report, proposed_name, save_ours
from vcse_desktop.actions.gathering import material
from vcse_desktop.actions.packing import Draft, draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.standing import HELPER, MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.weighing import Stopped
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.packs.making import NotForSharing, freeze
from vcse_desktop.packs.summary import NotAudited, Words, pack_payload, tables_of
from vcse_desktop.reports.blocks import Notice, Shown, Table, strings
from vcse_desktop.reports.own import own_html, own_pdf
from vcse_desktop.reports.templates import TEMPLATES
from vcse_desktop.store.errors import CannotWrite

MARK = "For our own use: not for sharing"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """The vault of a group whose recovery code was never typed back: nothing is signed here."""
    with make_group(tmp_path / "vault", rehearsed=False) as made:
        yield made


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, Ours, Draft]]:
    """A group's vault that nothing is left in, its exact report, and a pack about the same days."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(tmp_path_factory.mktemp("profile")))
        with make_group(tmp_path_factory.mktemp("group") / "vault") as made:
            yield made, exact_report(made, FIRST, LAST, "en"), draft_pack(made, quarter())


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def notes(vault: Vault) -> int:
    """Return how often the history says that such a report was made."""
    return sum(unit.why == "ours" for unit in vault.units(1000))


def tables_in(draft: Draft) -> dict[str, bytes]:
    """Return the tables of a pack, in which its own id stands as "ID"."""
    mine = draft.claims["pack"].encode()
    found = {name: data.replace(mine, b"ID") for name, data in draft.frozen.files}
    return {name: data for name, data in found.items() if name.endswith(".csv")}


def true_rows(table: FigureTable) -> list[list[int]]:
    """Return the true numbers as a report lays them out, counted one by one."""
    rows = [[table.value(measure.code, row) for measure in table.kind.measures] for row in table.rows()]
    return rows if table.kind.dimensions else [[number] for number in rows[0]]


def test_every_number_is_the_true_one(ours: tuple[Vault, Ours, Draft]) -> None:
    vault, made, draft = ours
    printed = {block.id.removeprefix("table-"): block for block in made.blocks if isinstance(block, Table)}
    tables = {table.kind.id: table for table in material(vault, quarter()).tables}
    assert set(printed) >= {name for name, table in tables.items() if any(map(any, true_rows(table)))}
    for name, block in printed.items():
        numbers = [[cell.number for cell in row.cells if isinstance(cell, Shown)] for row in block.rows]
        assert numbers == true_rows(tables[name])
        assert all(len(row.cells) == len(block.columns) for row in block.rows)
    small = {
        number for block in printed.values() for row in true_rows(tables[block.id[6:]]) for number in row
    }
    assert 3 in small, "a number that every pack hides"
    assert any(cell.value is None for table in draft.plan.tables for row in table.rows for cell in row.cells)
    assert "[c]" not in "".join(pages(own_pdf(made.blocks, made.told).content))


def test_the_mark_is_first_and_on_every_page(ours: tuple[Vault, Ours, Draft], tmp_path: Path) -> None:
    _, made, _ = ours
    assert isinstance(made.blocks[0], Notice) and made.blocks[0].text == MARK
    printed = pages(own_pdf(made.blocks, made.told).content)
    assert len(printed) > 2
    assert all(MARK in page for page in printed)
    shown = own_html(made.blocks, made.told).content.decode("utf-8")
    assert shown.index(f'<p class="mark">{MARK}</p>') < shown.index("<h1")
    assert "position: fixed" in shown


def test_nobodys_words_are_in_it(ours: tuple[Vault, Ours, Draft]) -> None:
    _, made, draft = ours
    said = " ".join(text for block in made.blocks for text in strings(block))
    assert KIND not in said and TIME not in said
    assert {quote.text for quote in draft.quotes} == {KIND, TIME}
    assert "Our council" not in said and draft.digits not in said


def test_each_one_that_is_made_is_noted_and_undo_leaves_the_note(vault: Vault, tmp_path: Path) -> None:
    made, last = exact_report(vault, FIRST, LAST, "en"), vault.last_unit()
    assert notes(vault) == 0
    for number, name in enumerate(("1.pdf", "2.html", "3.pdf"), 1):
        save_ours(vault, made, tmp_path / name)
        assert notes(vault) == number
        assert [unit.member for unit in vault.units(1)] == [vault.member]
    assert vault.last_unit() == last
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "3.pdf").read_bytes()
    assert (tmp_path / "2.html").read_bytes().startswith(b"<!doctype html>")


def test_what_is_not_made_is_not_noted_and_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    place = tmp_path / "here"
    place.mkdir()
    (place / "there.pdf").write_bytes(b"mine")
    made = exact_report(vault, FIRST, LAST, "en")
    with pytest.raises(Refused, match="file of that name"):
        save_ours(vault, made, place / "there.pdf")
    with pytest.raises(CannotWrite):
        save_ours(vault, made, place / "gone" / "report.pdf")
    with pytest.raises(Stopped):
        save_ours(vault, made, place / "report.pdf", lambda: True)
    with pytest.raises(Stopped):
        exact_report(vault, FIRST, LAST, "en", None, lambda: True)
    with pytest.raises(Refused, match="before the first"):
        exact_report(vault, LAST, FIRST, "en")
    assert [(file.name, file.read_bytes()) for file in place.iterdir()] == [("there.pdf", b"mine")]
    assert notes(vault) == 0


@pytest.mark.parametrize("role", [MEMBER, HELPER])
def test_nobody_but_a_keeper_makes_or_saves_one(vault: Vault, tmp_path: Path, role: str) -> None:
    made, file = exact_report(vault, FIRST, LAST, "en"), tmp_path / "report.pdf"
    with as_somebody_else(vault, role) as theirs:
        for act in (
            lambda: exact_report(theirs, FIRST, LAST, "en"),
            lambda: save_ours(theirs, made, file),
        ):
            with pytest.raises(Refused) as told:
                act()
            assert told.value.title == "A keeper can do this"
            assert "exact figures" in told.value.sentence
        assert notes(theirs) == 0
    assert not file.exists()


def test_no_pack_takes_it(ours: tuple[Vault, Ours, Draft]) -> None:
    """The two lines that mypy must refuse say so: were they allowed, it would name them as not needed."""
    _, made, draft = ours
    audit, file = draft.report, own_pdf(made.blocks, made.told)
    exact = tuple(made.told.tables.values())
    plan = Plan(draft.plan.policy, exact)  # type: ignore[arg-type]
    with pytest.raises(NotAudited):
        tables_of(plan, replace(audit, plan=plan.digest), "issuer", "pack")
    words = Words("title", {"data/report.pdf": file})  # type: ignore[dict-item]
    with pytest.raises(TypeError):
        freeze("pack", draft.claims, pack_payload(draft.plan, audit, words, "issuer", "pack"))
    for smuggled in (file, own_html(made.blocks, made.told)):
        words = Words("title", {"data/report.pdf": smuggled.content})
        with pytest.raises(NotForSharing):
            freeze("pack", draft.claims, pack_payload(draft.plan, audit, words, "issuer", "pack"))


def test_packs_before_and_after_are_as_they_would_be_without(tmp_path: Path) -> None:
    with make_group(tmp_path / "vault") as vault:
        before = draft_pack(vault, quarter())
        save_ours(vault, exact_report(vault, FIRST, LAST, "en"), tmp_path / "report.pdf")
        after = draft_pack(vault, quarter())
        assert after.plan.digest == before.plan.digest
        assert tables_in(after) == tables_in(before) != {}
        told = [  # after its id, and without the hashes of tables, in which it stands
            [re.sub("[0-9a-f]{64}", "", text) for block in draft.blocks[3:] for text in strings(block)]
            for draft in (before, after)
        ]
        assert told[0] == told[1]
        file = sign_pack(vault, after, tmp_path / "pack.zip", PASSPHRASE).file
        assert vault.rows("release") and notes(vault) == 1
    inside = file.read_bytes() + b"".join(data for _, data in after.frozen.files)
    inside += "".join(pages(after.pdf)).encode()
    assert MARK.encode() not in inside and b"not-for-sharing" not in inside


def test_the_name_of_the_file_says_what_it_is_and_nobodys_name(ours: tuple[Vault, Ours, Draft]) -> None:
    assert proposed_name(FIRST, LAST, "en") == "For our own use 2024-01-01 to 2024-03-31.pdf"
    assert proposed_name(FIRST, LAST, "ar").endswith(".html")


def test_what_became_of_connections_stands_apart_opens_its_records_and_is_in_no_pack(vault: Vault) -> None:
    with vault.unit("add") as unit:
        for offer, outcome in (("A lift to church", "reached"), ("A garden", "lost"), ("Chess", "lost")):
            said: dict[str, object] = {"kind": "handover", "offer": offer, "outcome": outcome}
            unit.save("connection", None, said | {"made_on": "2024-02-05"})
    made = exact_report(vault, FIRST, LAST, "en")
    table = next(
        block for block in made.blocks if isinstance(block, Table) and block.id == "table-connections_outcome"
    )
    behind = [[entry.what for entry in made.behind(table, row, 1)] for row in range(len(table.rows))]
    reached, waiting, lost, *_ = behind
    assert (reached, waiting, lost) == (["A lift to church"], [], ["Chess", "A garden"])
    assert not any("connections_outcome" in template.tables() for template in TEMPLATES.values())
