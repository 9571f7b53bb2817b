"""Words that may be names are suggested, for a person to look at before anything is shared."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.actions import recording
from vcse_desktop.actions.naming import known_names, likely_names, only_marked, with_marks
from vcse_desktop.actions.unlocking import Vault

KNOWN = frozenset({"joan", "siân", "will", "mary-ann", "\u0938\u0940\u0924\u093e"})


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("I sat with Joan until four.", ["Joan"]),
        ("Joan sat with me. Then Joan left.", ["Joan"]),
        ("i sat with joan", ["joan"]),
        ("The nurse was called Beth, from Bangor.", ["Beth", "Bangor"]),
        ("I will come. Will comes too.", ["Will"]),
        ("On Monday the NHS rang. Nobody came.", []),
        ('He said: "Come in." They did.', []),
        ("Diolch i SIA\u0302N a mary-ann", ["SIA\u0302N", "mary-ann"]),
        ("Ask Joan's son", ["Joan"]),
        ("\u0938\u0940\u0924\u093e \u0906\u0908", ["\u0938\u0940\u0924\u093e"]),
        ("[Joan] was kind", []),
        ("", []),
    ],
)
def test_known_names_and_capitals_in_mid_sentence_are_suggested(said: str, found: list[str]) -> None:
    assert likely_names(said, KNOWN) == found


def test_every_name_of_the_people_on_record_is_known(vault: Vault) -> None:
    recording.add(vault, "person", {"known_as": "Mair Ellis", "other_names": "Mary; Mari"})
    assert known_names(vault) == {"mair", "ellis", "mary", "mari"}


@given(st.lists(st.sampled_from(["Joan", "joan's", "sat", "with", "Siân,", "us.", "[x]", "\n"])))
def test_names_become_marks_and_nothing_else_changes(pieces: list[str]) -> None:
    said = " ".join(pieces)
    shared = with_marks(said, likely_names(said, KNOWN))
    assert only_marked(said, shared)
    assert likely_names(shared, KNOWN) == []


def test_a_copy_fits_however_its_letters_and_lines_are_made_of() -> None:
    assert only_marked("Sia\u0302n came\r\nby bus", "Siân came\nby bus")
    assert not only_marked("Siân came", "Siân came.")


def test_names_in_a_pasted_novel_are_found_while_somebody_types() -> None:
    novel = ("The bus came late and Margaret saw it. " * 520)[:20_000]
    begun = time.perf_counter()
    assert likely_names(novel, frozenset()) == ["Margaret"]
    assert time.perf_counter() - begun < 0.3  # it took a second for each letter typed
