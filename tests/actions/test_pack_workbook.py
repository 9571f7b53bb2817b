"""The tables of a signed pack as a workbook: what a person gets who opens it in a spreadsheet."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.groups import PARTNER, make_group, quarter
from tests.reports.sample import FULL
from tests.reports.test_hostile import MARKUP, SCRIPTS
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.opening import Contents, read_pack
from vcse_desktop.actions.pack_workbook import proposed_name, save_tables, write_tables
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.reports.blocks import Hidden, NotAsked, Row, Shown, Table, Text, Words
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.report import report_blocks
from vcse_desktop.store.passphrase import FLOOR

CLAIMS = {
    "issuer": {"name": "Carers of the Vale"},
    "title": "Our summary",
    "period": {"from": "2024-01-01", "to": "2024-03-31"},
    "issued": "2024-04-02T10:00:00Z",
    "pack": "20240402-7f3a9kq2",
    "sequence": 3,
    "purpose": "",
    "retention": "Until the end of 2029",
    "may_publish": False,
    "disclosure": {"policy": "nhs_1_7_r5", "threshold": 8, "round_base": 5},
}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, Path]]:
    """The open vault of a group, and the pack that it signed."""
    folder = tmp_path_factory.mktemp("sent")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(folder / "profile"))
        with make_group(folder / "vault") as group:
            sign_pack(group, draft_pack(group, quarter()), folder / "pack.zip", PASSPHRASE)
            yield group, folder / "pack.zip"


def sheets(file: Path) -> dict[str, Sequence[Sequence[object]]]:
    """Every sheet by its name, as another program reads it."""
    book = CalamineWorkbook.from_path(file)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(file: Path) -> str:
    """All that the file is made of."""
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def test_the_numbers_of_a_pack_are_numbers_and_what_is_hidden_says_so(
    sent: tuple[Vault, Path], tmp_path: Path
) -> None:
    vault, pack = sent
    contents, file = read_pack(vault, pack), tmp_path / proposed_name("x")
    assert file.name == "Tables of pack x.xlsx"
    assert save_tables(vault, pack, file, "en") == len(contents.tables)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    found = sheets(file)
    notes = [str(line[0]) for line in found.pop("Read this first")]
    assert notes[0].endswith("Nobody has signed the workbook: what counts is the pack.")
    assert "Signed by: Carers of the Vale" in notes
    assert any(line.startswith("[c] means hidden to protect people.") for line in notes)
    hidden = 0
    for table, (name, lines) in zip(contents.tables, found.items(), strict=True):
        assert name == f"{table.number} {table.caption}".replace(":", "").replace("/", " ")[:31].rstrip()
        assert f"{table.number} {table.caption}" in notes
        assert lines[0] == list(table.columns)
        for row, line in zip(table.rows, lines[1:], strict=True):
            for cell, shown in zip(row.cells, line, strict=True):
                hidden += shown == "[c]"
                if isinstance(cell, Shown):
                    assert shown == (cell.number / 60 if cell.hours else cell.number)
                elif isinstance(cell, Hidden):
                    assert shown == "[c]"
    assert hidden > 0
    assert "<f>" not in parts(file) and "hyperlink" not in parts(file)


def test_a_partner_gets_them_once_the_signer_is_known_and_else_nothing_is_written(
    sent: tuple[Vault, Path], tmp_path: Path
) -> None:
    pack, file = sent[1], tmp_path / "tables.xlsx"
    partner, _ = new_vault(tmp_path / "partner", PARTNER, PASSPHRASE, kdf=FLOOR)
    with partner:
        with pytest.raises(Refused, match="not open to read"):
            save_tables(partner, pack, file, "en")
        assert not file.exists()
        they_match(partner, check_pack(pack, partner))
        save_tables(partner, pack, file, "en")
        assert len(sheets(file)) > 3
        with pytest.raises(WorldError, match="not saved"):
            save_tables(partner, pack, tmp_path / "nowhere" / "tables.xlsx", "en")


def made_of(words: str, file: Path) -> dict[str, Sequence[Sequence[object]]]:
    cells = (Text((Words(words),)), Shown(1455, hours=True), Shown(7), Hidden(), NotAsked())
    columns = (words, "Hours given", words, "People", "Others")
    tables = tuple(Table(words, columns, (Row(cells),), number=number) for number in (1, 2))
    write_tables(Contents(words, tables, (), CLAIMS | {"issuer": {"name": words}}), file, "en")
    return sheets(file)


@pytest.mark.parametrize(
    "typed",
    [*MARKUP, *SCRIPTS, "=cmd|' /C calc'!A1", "+1", "-1", "@SUM(A1)", "https://example.org", "x" * 40_000],
)
def test_whatever_was_typed_stays_words(typed: str, tmp_path: Path) -> None:
    file = tmp_path / "tables.xlsx"
    notes, first, second = made_of(typed, file).items()
    assert first[0] != second[0]
    assert first[1] == second[1]
    said = plain(typed)[:32_767]
    assert first[1] == [[said, "Hours given", said, "People", "Others"], [said, 24.25, 7, "[c]", "not asked"]]
    assert [f"Signed by: {said}"[:32_767]] in notes[1]
    assert "<f>" not in parts(file) and "hyperlink" not in parts(file)


def test_every_table_of_a_full_report_finds_its_sheet(tmp_path: Path) -> None:
    tables = tuple(block for block in report_blocks(FULL) if isinstance(block, Table))
    write_tables(Contents("All", tables, (), CLAIMS), tmp_path / "all.xlsx", "en")
    found = sheets(tmp_path / "all.xlsx")
    assert len(found) == len(tables) + 1
    assert [re.match(r"\d+", name)[0] for name in list(found)[1:]] == [str(t.number) for t in tables]  # type: ignore[index]
