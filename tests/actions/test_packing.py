"""A pack is drafted, looked through and then signed: what was looked through is what leaves, and no more."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.groups import FIRST, KIND, LAST, PARTNER, TIME, decided, kept_group, make_group, quarter, say
from tests.pseudo import BEGIN, CODE, pseudo_folder
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import opening, previewing
from vcse_desktop.actions.agreeing import AGREED
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.gathering import Choices, NotRehearsed
from vcse_desktop.actions.grouping import set_groups
from vcse_desktop.actions.offering import offer
from vcse_desktop.actions.opening import read_pack
from vcse_desktop.actions.packing import Draft, draft_pack
from vcse_desktop.actions.reporting import LARGE_PDF
from vcse_desktop.actions.sending import NotYours, audiences, covering_note, sent_packs, sign_pack
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.actions.weighing import Stopped, weigh
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import set_language
from vcse_desktop.store.passphrase import FLOOR


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A group's vault, for tests that leave nothing in it."""
    yield from kept_group(tmp_path_factory)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A group's vault of one's own."""
    with make_group(tmp_path / "vault") as made:
        yield made


@pytest.fixture(scope="module")
def draft(group: Vault) -> Draft:
    """A pack with everything in it."""
    return draft_pack(group, replace(quarter(), large_print=True))


def inside(pack: Path) -> dict[str, bytes]:
    """Return the files of a pack by their names."""
    with zipfile.ZipFile(pack) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_a_pack_is_in_english_whatever_the_window_speaks(group: Vault, tmp_path: Path) -> None:
    set_language(CODE, pseudo_folder(tmp_path))
    try:
        drafted = draft_pack(group, quarter())
        note = covering_note(drafted)
    finally:
        set_language("en", tmp_path)
    data = b"".join(data for _, data in drafted.frozen.files)
    assert BEGIN.encode() not in data
    assert BEGIN not in note
    assert drafted.told.language == "en"


def test_what_was_looked_through_is_what_leaves(vault: Vault, tmp_path: Path) -> None:
    drafted = draft_pack(vault, replace(quarter(), large_print=True))
    made = sign_pack(vault, drafted, tmp_path / "pack.zip", PASSPHRASE)
    files = inside(made.file)
    assert files["data/report.pdf"].startswith(drafted.pdf)
    assert files[LARGE_PDF].startswith(drafted.frozen.payload[LARGE_PDF])
    again = {"data/report.pdf", LARGE_PDF, "data/datapackage.json"}
    previewed = {name: data for name, data in drafted.frozen.payload.items() if name not in again}
    assert {name: files[name] for name in previewed} == previewed
    described = json.loads(files["data/datapackage.json"])["resources"]
    (report,) = (one for one in described if one["name"] == "report-pdf")
    assert report["bytes"] == len(files["data/report.pdf"])
    assert report["hash"].endswith(hashlib.sha256(files["data/report.pdf"]).hexdigest())
    seen = {file.name: file.size for file in drafted.files()}
    signature = {"tagmanifest-sha256.txt", "signature-1.p7s"}
    assert {name: len(data) for name, data in files.items() if name not in signature} == seen
    assert json.loads(files["pack.json"])["title"] == drafted.title
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(drafted.pdf)).pages)
    for name, data in files.items():
        if name.startswith("data/tables/"):
            assert hashlib.sha256(data).hexdigest() in "".join(words.split())
    assert KIND in files["data/quotes.csv"].decode()


def test_what_was_weighed_is_what_is_then_hidden(group: Vault, draft: Draft) -> None:
    ready = weigh(group, quarter())
    again = draft_pack(group, quarter(), ready=ready)
    assert again.plan is ready.plan
    assert again.plan.digest == draft.plan.digest
    stricter = draft_pack(group, replace(quarter(), policy="under_10_r5"), ready=ready)
    assert stricter.plan.policy.code == "under_10_r5"


def test_the_report_goes_along_in_large_print_unless_somebody_says_not(group: Vault, draft: Draft) -> None:
    pages = PdfReader(io.BytesIO(draft.frozen.payload[LARGE_PDF])).pages
    assert len(pages) > len(PdfReader(io.BytesIO(draft.pdf)).pages)
    assert Choices(FIRST, LAST, PARTNER).large_print
    without = draft_pack(group, quarter())
    assert LARGE_PDF not in without.frozen.payload


def test_what_is_ticked_off_does_not_leave(group: Vault) -> None:
    offered = offer(group, quarter())
    kind = next(quote for quote in offered.quotes if quote.text == KIND)
    assert (kind.consent, kind.agreed_on) == (AGREED["partners", False], date(2024, 2, 6))
    chosen = replace(quarter(), held_back=frozenset({kind.insight}), declined=frozenset({"carers"}))
    drafted = draft_pack(group, chosen)
    files = dict(drafted.frozen.files)
    everything = b"".join(files.values()).decode("utf-8", "replace")
    pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(drafted.pdf)).pages)
    assert KIND not in everything + pages
    assert TIME in everything
    assert not [name for name in files if "carers" in name]
    assert "We chose not to answer this." in pages
    states = {one["code"]: one["state"] for one in drafted.claims["sections"]}
    assert states["carers"] == "declined"
    assert states["how_we_asked"] == "nothing_recorded"


def test_without_its_section_no_words_leave(group: Vault) -> None:
    drafted = draft_pack(group, replace(quarter(), declined=frozenset({"what_people_told_us"})))
    assert drafted.quotes == ()
    assert TIME not in b"".join(dict(drafted.frozen.files).values()).decode("utf-8", "replace")


def test_stop_ends_it_and_leaves_nothing(group: Vault, tmp_path: Path) -> None:
    for work in (weigh, draft_pack):
        with pytest.raises(Stopped):
            work(group, quarter(), None, lambda: True)
    drafted = draft_pack(group, quarter())
    with pytest.raises(Stopped):
        sign_pack(group, drafted, tmp_path / "pack.zip", PASSPHRASE, lambda: True)
    assert list(tmp_path.iterdir()) == []
    assert group.rows("sent") == group.rows("release") == []


def test_only_the_passphrase_of_whoever_is_in_signs(group: Vault, draft: Draft, tmp_path: Path) -> None:
    with pytest.raises(NotYours):
        sign_pack(group, draft, tmp_path / "pack.zip", "another four words here")
    assert list(tmp_path.iterdir()) == []
    assert group.rows("sent") == []


def test_nothing_is_drafted_before_the_code_was_typed_back(tmp_path: Path) -> None:
    with make_group(tmp_path / "vault", rehearsed=False) as fresh, pytest.raises(NotRehearsed):
        offer(fresh, quarter())


def test_a_partner_may_be_given_more_protection_never_less(vault: Vault) -> None:
    set_groups(vault, decided("under_10_r5"))
    assert offer(vault, quarter()).rules == ("under_10_r5",)
    with pytest.raises(Refused, match="never less"):
        draft_pack(vault, replace(quarter(), policy="nhs_1_7_r5"))


def test_what_changed_meanwhile_keeps_a_draft_from_being_signed(vault: Vault, tmp_path: Path) -> None:
    first, second = (draft_pack(vault, quarter(partner)) for partner in (PARTNER, "Another"))
    sign_pack(vault, first, tmp_path / "1.zip", PASSPHRASE)
    with pytest.raises(Refused, match="shared meanwhile"):
        sign_pack(vault, second, tmp_path / "2.zip", PASSPHRASE)
    third = draft_pack(vault, quarter("Another"))
    consent = vault.rows("consent")[0]
    with vault.unit("edit") as unit:
        unit.save("consent", int(str(consent["id"])), {"withdrawn_on": "2024-04-01"})
    with pytest.raises(Refused, match="may not leave"):
        sign_pack(vault, third, tmp_path / "3.zip", PASSPHRASE)
    fourth = draft_pack(vault, quarter("Another"))
    assert KIND not in [quote.text for quote in fourth.quotes]
    set_groups(vault, decided("under_10_r5"))
    with pytest.raises(Refused, match="never less"):
        sign_pack(vault, fourth, tmp_path / "4.zip", PASSPHRASE)
    assert [file.name for file in sorted(tmp_path.glob("*.zip*"))] == ["1.zip"]


def test_where_the_disk_says_no_the_same_draft_is_signed_again(vault: Vault, tmp_path: Path) -> None:
    drafted = draft_pack(vault, quarter())
    with pytest.raises(WorldError, match="could not be written"):
        sign_pack(vault, drafted, tmp_path / "gone" / "pack.zip", PASSPHRASE)
    assert vault.rows("sent") == []
    taken = tmp_path / "taken.zip"
    taken.write_bytes(b"")
    with pytest.raises(Refused, match="file of that name"):
        sign_pack(vault, drafted, taken, PASSPHRASE)
    sign_pack(vault, drafted, tmp_path / "pack.zip", PASSPHRASE)
    sign_pack(vault, drafted, tmp_path / "copy.zip", PASSPHRASE)
    assert (tmp_path / "copy.zip").read_bytes() == (tmp_path / "pack.zip").read_bytes()
    assert len(vault.rows("sent")) == len(vault.rows("release")) == 1


def test_each_hidden_number_says_why(draft: Draft) -> None:
    tables = [block for block in draft.blocks if isinstance(block, previewing.Table)]
    marks = {
        (table.id, row, column): previewing.reasons(draft, table).get((row, column), "")
        for table in tables
        for row, line in enumerate(table.rows)
        for column, cell in enumerate(line.cells)
        if previewing.cell_words(cell, "en") == "[c]"
    }
    assert marks
    assert all(reason.startswith("Hidden ") for reason in marks.values())
    assert sum(len(previewing.reasons(draft, table)) for table in tables) == len(marks)


def test_every_page_is_in_one_chapter(draft: Draft) -> None:
    found = previewing.chapters(draft)
    assert tuple(block for chapter in found for block in chapter.blocks) == draft.blocks
    assert [chapter.title for chapter in found][:2] == ["First page", "Summary"]
    assert [previewing.file_words(file) for file in draft.files() if file.name.endswith(".pdf")] == [
        "The report in large print, as pages to print",
        "The report, as pages to print",
    ]


def test_the_note_has_the_digits_and_fits_a_page(draft: Draft) -> None:
    note = covering_note(draft)
    assert draft.digits in note
    assert "validity unknown" in note
    assert len(note) < 1800


def test_what_was_sent_is_listed(vault: Vault, tmp_path: Path) -> None:
    assert sent_packs(vault) == []
    sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "1.zip", PASSPHRASE)
    sign_pack(vault, draft_pack(vault, quarter("Another")), tmp_path / "2.zip", PASSPHRASE)
    sent = sent_packs(vault)
    assert {(one.audience, one.number, one.state_words) for one in sent} == {
        ((PARTNER,), 1, "Stands: not replaced, not taken back"),
        (("Another",), 1, "Stands: not replaced, not taken back"),
    }
    assert set(audiences(vault)) == {"Another", PARTNER}


def test_a_partner_reads_what_is_in_a_good_pack(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted = draft_pack(vault, quarter())
    file = sign_pack(vault, drafted, tmp_path / "pack.zip", PASSPHRASE).file
    partner, _ = new_vault(tmp_path / "partner", PARTNER, PASSPHRASE, kdf=FLOOR)
    with partner:
        met = check_pack(file, partner)
        with pytest.raises(Refused, match="not open to read"):
            read_pack(partner, file)
        they_match(partner, met)
        contents = read_pack(partner, file)
        with monkeypatch.context() as patch, pytest.raises(Refused, match="too large to be read here"):
            patch.setattr(opening, "LARGEST", 10)
            read_pack(partner, file)
    assert read_pack(vault, file) == contents, "what is ours is open to us"
    assert contents.title == drafted.title
    assert {quote.text for quote in contents.quotes} == {KIND, TIME}
    mine = {table.caption: table for table in contents.tables}
    ours = [block for block in drafted.blocks if isinstance(block, previewing.Table)]
    for table in ours:
        theirs = mine[table.caption]
        assert len(theirs.rows) == len(table.rows)
        for one, other in zip(theirs.rows, table.rows, strict=True):
            numbers = [previewing.cell_words(cell, "en") for cell in one.cells[theirs.stub :]]
            assert numbers == [previewing.cell_words(cell, "en") for cell in other.cells[table.stub :]]


def test_words_that_came_later_are_not_in_a_signed_draft(vault: Vault, tmp_path: Path) -> None:
    drafted = draft_pack(vault, quarter())
    say(vault, "This came later.")
    made = sign_pack(vault, drafted, tmp_path / "pack.zip", PASSPHRASE)
    assert "This came later." not in inside(made.file)["data/quotes.csv"].decode()
