"""A pack in another language than English: every word of ours is in it, and the numbers are the same."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from tests.groups import KIND, kept_group, quarter
from tests.reports.reading import tree
from tests.vaults import PASSPHRASE
from vcse_desktop import i18n
from vcse_desktop.actions.behind import figure_records
from vcse_desktop.actions.checking import check_pack
from vcse_desktop.actions.packing import Draft, draft_pack
from vcse_desktop.actions.previewing import chapters
from vcse_desktop.actions.sending import covering_note, sign_pack
from vcse_desktop.actions.speaking import LANGUAGES
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.written import PRINTED
from vcse_desktop.errors import Refused
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.i18n import same_places, set_language
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.paths import data_dir
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.parts import TALLY_LISTS
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.reports.blocks import Facts, Foreign, Words
from vcse_desktop.reports.typed import typed

OTHERS = [code for code in LANGUAGES if code != "en"]
ROOT = Path(__file__).parents[2]
REPORTS = [path for part in ("reports", "figures") for path in (ROOT / "vcse_desktop" / part).glob("*.py")]
MARKS = {"N_": None, "tr": None, "ngettext": (1, 2)}
SAYING = [ROOT / "vcse_desktop" / "actions" / f"{name}.py" for name in ("written", "in_own_words", "sharing")]
"""What says the records that a group wrote itself, and who said a quote."""
BODIES = "decision_maker joint_with to_org from_org shared_with rung_planned rung_actual changed evidence"
FIELDS = [
    one
    for kind, codes in PRINTED.items()
    for one in KINDS[kind].fields
    if one.code in f"{codes} {BODIES}".split()
]
LISTS = {one.vocab for one in FIELDS} | {*TALLY_LISTS, "barrier", "barrier_result", "feeling", "lawful_basis"}
LISTS |= {dimension.vocab for table in TABLES.values() for dimension in table.dimensions} | {"speaker_role"}
LADDER = "ladder_of_engagement"
LABELS = {(vocab, item.label) for vocab in LISTS for item in lists().get(vocab, ())}
LABELS |= {(LADDER, item.help) for item in lists()[LADDER]}
"""What may stand in a report of lists: their words, and what the rungs mean."""


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A group's vault, for tests that leave nothing in it."""
    yield from kept_group(tmp_path_factory)


@pytest.fixture(scope="module")
def drafts(group: Vault) -> dict[str, Draft]:
    """The same pack in each language."""
    return {code: draft_pack(group, replace(quarter(), language=code)) for code in LANGUAGES}


def ours() -> set[str]:
    """Return every text of ours that reports are made of."""
    found = [one for path in (*REPORTS, *SAYING) for one in extract_from_file("python", str(path), MARKS)]
    said = {text for _, texts, *_ in found for text in ([texts] if isinstance(texts, str) else texts)}
    return said | {str(one.label) for one in FIELDS}


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_of_a_report_is_there_in_each_language_that_is_offered(language: str) -> None:
    with (ROOT / "translations" / language / "LC_MESSAGES" / "vcse.po").open("rb") as file:
        catalogue = read_po(file)
    known = {(one.context, one.id): one for one in catalogue if isinstance(one.id, str)}
    several = {one.id[0]: one for one in catalogue if isinstance(one.id, tuple)}
    assert [text for text in ours() & set(several) if "" in (several[text].string or "")] == []
    wanted: list[tuple[str | None, str]] = [(None, text) for text in ours() if (None, text) in known]
    assert ours() - {text for _, text in wanted} <= {text for one in several.values() for text in one.id}
    wanted += [key for key in known if key in LABELS]
    assert len(wanted) > 400

    def is_sound(one: Message) -> bool:
        return bool(one.string) and not one.fuzzy and same_places(str(one.string), str(one.id))

    assert [key for key in wanted if not is_sound(known[key])] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_of_ours_stands_in_english_in_another_language(
    language: str, drafts: dict[str, Draft]
) -> None:
    files = dict(drafts[language].frozen.files)
    lines = {line.strip(" -#") for line in files["data/report.txt"].decode("utf-8").splitlines()}
    said = {
        words.strip(" -#")
        for words in dict(drafts["en"].frozen.files)["data/report.txt"].decode().splitlines()
    }
    assert len(said & ours()) > 20
    assert lines & ours() == set()
    page = tree(files["data/report.html"]).all("html")[0].attributes
    assert page == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    assert drafts[language].claims["language"] == language


def numbers(draft: Draft) -> dict[str, list[list[str]]]:
    """Return every table of a pack without the names of what is in its rows, and without the pack's own."""
    found = {}
    for name, data in draft.frozen.files:
        if name.startswith("data/tables/"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
            kept = [n for n, head in enumerate(rows[0]) if head != "pack" and not head.endswith("_label")]
            found[name] = [[row[n] for n in kept] for row in rows]
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_the_numbers_are_those_of_the_english_pack(language: str, drafts: dict[str, Draft]) -> None:
    assert numbers(drafts[language]) == numbers(drafts["en"])


def test_a_welsh_pack_is_good_for_a_partner_and_its_note_is_welsh(
    group: Vault, drafts: dict[str, Draft], tmp_path: Path
) -> None:
    made = sign_pack(group, drafts["cy"], tmp_path / "pecyn.zip", PASSPHRASE)
    assert check_pack(made.file, None).result.verdict is Verdict.UNKNOWN_SIGNER
    note = covering_note(drafts["cy"])
    assert "Beth yw hwn" in note
    assert "31 Mawrth 2024" in note
    assert drafts["cy"].digits in note


def test_the_plain_words_in_a_pack_are_in_its_language_whatever_the_window_speaks(
    group: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code, window, begins in (
        ("cy", "en", "Pecyn crynodeb yw hwn."),
        ("en", "cy", "This is a summary pack."),
    ):
        monkeypatch.setattr(i18n, "_catalogue", NullTranslations())
        set_language(window, data_dir("translations"))
        draft = draft_pack(group, replace(quarter(), language=code))
        made = sign_pack(group, draft, tmp_path / f"{code}.zip", PASSPHRASE)
        with zipfile.ZipFile(made.file) as signed:
            (name,) = [one for one in signed.namelist() if one.endswith("readme.txt")]
            assert signed.read(name).decode("utf-8").startswith(begins)
            shown = {file.name: file.size for file in draft.files()}
            assert shown["readme.txt"] == len(signed.read(name))


def test_a_language_that_has_no_words_here_is_refused_before_anything_is_made(group: Vault) -> None:
    with pytest.raises(Refused) as refused:
        draft_pack(group, replace(quarter(), language="gd"))
    assert refused.value.title == "The words of this language are missing"


def test_words_typed_in_english_read_from_the_left_in_an_arabic_report(drafts: dict[str, Draft]) -> None:
    page = tree(dict(drafts["ar"].frozen.files)["data/report.html"])
    found = [q.all("p")[0].attributes for q in page.all("blockquote") if KIND in q.text]
    assert found == [{"lang": "en", "dir": "ltr"}] * 2
    assert typed("A bench.", "ar") == Foreign("A bench.", "en", "ltr")
    assert typed("مقعد.", "ar") == Words("مقعد.")
    assert typed("12.", "ar") == Words("12.")
    assert typed("A bench.", "cy") == Words("A bench.")


def test_a_number_of_a_welsh_report_opens_its_records(group: Vault, drafts: dict[str, Draft]) -> None:
    (summary,) = [one for one in chapters(drafts["cy"]) if one.code == "section-summary"]
    (figures,) = [b for b in summary.blocks if isinstance(b, Facts) and b.role == "figures"]
    assert any(figure_records(group, drafts["cy"], name) for name, _ in figures.pairs)
