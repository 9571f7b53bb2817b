"""Blank forms of a real group: its name, its lists, its words; nothing personal unless it is asked for."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.vaults import as_somebody_else
from vcse_desktop.actions import blank_forms, grouping, recording, registering
from vcse_desktop.actions.blank_forms import Wish, make, pdf_of
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused, VcseError
from vcse_desktop.records.printed import PAPERS, numbered, with_number
from vcse_desktop.records.vocabularies import own_code
from vcse_desktop.store.roles import HELPER


def said(vault: Vault, wish: Wish) -> str:
    """Return all words of a form as another program reads them, on one line."""
    file = PdfReader(BytesIO(pdf_of(make(vault, wish, "en"))))
    return " ".join(" ".join(page.extract_text() for page in file.pages).split())


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity at a place, with somebody who helped and somebody who came."""
    hall = recording.add(vault, "place", {"code": "hall", "name": "The hall", "kind": "own"}).ids[0]
    made = recording.add(vault, "activity", {"title": "Drop-in <b>", "place": hall}).ids[0]
    ann, bo = (recording.add(vault, "person", {"known_as": name}).ids[0] for name in ("Ann", "Bo"))
    registering.save(vault, Filled({"activity": made, "date": "2026-11-02", "came": [bo]}, {ann: 60}))
    return made


@pytest.mark.parametrize("code", PAPERS)
def test_each_form_has_its_fields_in_order_the_groups_name_and_why_it_asks(vault: Vault, code: str) -> None:
    words = said(vault, Wish(code))
    places = [words.index(with_number(n, one.label)) for n, one in numbered(PAPERS[code])]
    assert places == sorted(places)
    assert "Our Carers" in words
    assert "Version " in words
    assert "To see what we hold about you, or to have it corrected or removed, ask:" in words


def test_the_groups_own_words_and_whom_to_ask_stand_instead_of_ours(vault: Vault) -> None:
    before = make(vault, Wish("said"), "en").blank.version
    values = {"paper_said": "We listen. {group} & <b>", "paper_ask": "Cai, 01234 567890"}
    grouping.set_groups(vault, values)
    words = said(vault, Wish("said"))
    assert "We listen. {group} & <b>" in words
    assert "removed, ask Cai, 01234 567890." in words
    assert "stay within our group" not in words
    assert make(vault, Wish("said"), "en").blank.version != before


def test_a_sheet_for_a_piece_of_asking_has_its_wording_of_how_it_is_used(vault: Vault) -> None:
    grouping.set_groups(vault, {"paper_signin": "Our usual words."})
    told = "The board reads it on 3 March. {group} & <b>\nNo names leave our group."
    asking = recording.add(vault, "engagement", {"question": "Which bus?", "use_wording": told}).ids[0]
    mute = recording.add(vault, "engagement", {"question": "Which tea?"}).ids[0]
    for code in ("signin", "said"):
        words = said(vault, Wish(code, asking=asking))
        assert "The board reads it on 3 March. {group} & <b> No names leave our group." in words
        assert "Our usual words." not in words and "stay within our group" not in words
        theirs, ours = (make(vault, Wish(code, asking=one), "en") for one in (asking, None))
        assert theirs.blank.version == ours.blank.version, "a pile of both is typed in as one"
        assert theirs.told == ours.told == ()
    without = make(vault, Wish("signin", asking=mute), "en")
    assert without.blank.why == ("Our usual words.",)
    assert any("does not say yet how" in one for one in without.told)
    agreed = make(vault, Wish("agreed", asking=asking), "en").blank.why
    assert agreed == make(vault, Wish("agreed"), "en").blank.why, "what is signed is kept as it was read"


def test_a_list_is_printed_as_the_group_has_it(vault: Vault) -> None:
    with vault.unit("edit") as unit:
        for code, label, hidden in (
            ("peer", "Tea and talk", 0),
            (own_code("Walks"), "Walks", 0),
            ("break", "", 1),
        ):
            row = {"vocab": "carer_support_type", "code": code, "label": label, "hidden": bool(hidden)}
            unit.save("own_item", None, row)
    words = said(vault, Wish("contact"))
    assert "Tea and talk" in words
    assert "Walks" in words


def test_activity_day_and_place_are_filled_in_where_they_are_known(vault: Vault, dropin: int) -> None:
    words = said(vault, Wish("signin", dropin, date(2026, 12, 1), sheets=2))
    for part in ("Drop-in <b>", "1 December 2026", "The hall", "Sheet 1 of 2", "Sheet 2 of 2"):
        assert part in words


def test_no_name_is_on_a_sheet_unless_it_is_asked_for_and_then_it_is_said(vault: Vault, dropin: int) -> None:
    assert "Ann" not in said(vault, Wish("signin", dropin))
    made = make(vault, Wish("signin", dropin, names=True), "en")
    assert made.blank.grid is not None
    assert made.blank.grid.names == ("Ann", "Bo")
    assert any("names on it" in one for one in made.told)
    assert "Ann" not in made.blank.title


def test_a_tally_has_the_lists_that_are_wanted_in_their_order(vault: Vault) -> None:
    words = said(vault, Wish("tally", lists=("age_band", "sex")))
    assert words.index("8. Age") < words.index("9. Sex")
    assert "Groups who are often left out" not in words
    assert "8. Groups who are often left out" in said(vault, Wish("tally"))


def test_a_language_that_cannot_be_printed_becomes_english_and_says_so(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Turned:
        """A catalogue in which all words are read from the right."""

        def gettext(self, _: str) -> str:
            return "نموذج"

        def ngettext(self, *_: object) -> str:
            return "نموذج"

        def pgettext(self, *_: str) -> str:
            return "نموذج"

    monkeypatch.setattr("vcse_desktop.i18n._catalogue", Turned())
    made = make(vault, Wish("said"), "ar")
    assert made.blank.title == "What people said"
    assert made.blank.language == "en"
    assert len(made.told) == 1


def test_a_name_in_other_letters_leaves_a_line_and_it_is_said(vault: Vault) -> None:
    us = vault.rows("organisation", is_us=True)[0]
    with vault.unit("edit") as unit:
        unit.save("organisation", int(str(us["id"])), {"name": "مجموعة الرعاية"})
    made = make(vault, Wish("agreed"), "en")
    assert made.blank.organisation == ""
    assert made.told == (
        "1 text is in letters that cannot be printed yet. A line is left there: write it by hand.",
    )
    pdf_of(made)


@pytest.mark.parametrize("many", [0, 101, -1])
def test_a_number_of_sheets_that_is_none_is_refused(vault: Vault, many: int) -> None:
    with pytest.raises(Refused):
        make(vault, Wish("said", sheets=many), "en")


def test_a_helper_prints_sheets_for_sessions_without_names_and_nothing_else(
    vault: Vault, dropin: int
) -> None:
    with as_somebody_else(vault, HELPER) as theirs:
        assert [one.code for one in blank_forms.papers(theirs)] == ["signin", "tally"]
        assert len(make(theirs, Wish("signin", dropin), "en").sheets) == 1
        for wish in (Wish("contact"), Wish("signin", dropin, names=True), Wish("signin", asking=1)):
            with pytest.raises(VcseError):
                make(theirs, wish, "en")


def test_a_form_is_saved_as_a_file_and_a_full_wording_leaves_a_table_its_room(
    vault: Vault, tmp_path: Path
) -> None:
    saved = blank_forms.save(vault, Wish("signin", sheets=3), "en", tmp_path / "sheet")
    assert (saved.file.name, saved.sheets) == ("sheet.pdf", 3)
    assert len(PdfReader(saved.file).pages) == 3
    grouping.set_groups(vault, {"paper_signin": "words " * 100})
    assert len(make(vault, Wish("signin"), "en").sheets[0]) == 1
    with pytest.raises(Refused):
        make(vault, Wish("signin", large=True), "en")
