"""A marker in every field that holds words: a pack carries those on the allow-list and no other."""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands import Run
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import unlocking
from vcse_desktop.actions.reading_over import check_value
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure.quotes import words_hash
from vcse_desktop.paths import profile_dir
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind

WORDS = (Kind.TEXT, Kind.NOTE)
ENGAGEMENT = (
    "question decision vision_line part_of can_change cannot_change best_placed went_to use_wording languages"
    " equality_notes method decided_by"
)
LEAVING = {
    "activity-title",
    "insight-words",
    "insight-share_translation",
    "insight-quote_name",
    "response-what",
    *(f"response-{code}" for code in "answer reason_no changed evidence decision_ref".split()),
    *(f"engagement-{code}" for code in ENGAGEMENT.split()),
    *(f"review-{code}" for code in "worked not_worked next_time their_words learned_from".split()),
    *(f"capacity_support-{code}" for code in "for_whom difference after".split()),
    *("action-what", "audience-why", "barrier-fix", "organisation-name"),
}
"""Whose words this version's packs carry; what was said leaves as ``share_words``, here the same.

What is asked of a partner leaves for that partner alone.
"""
DAY = "2024-02-06"
PEOPLE = 12


def marker(kind: str, field: str) -> str:
    """Return a word that stands nowhere else."""
    return f"zq{kind}zq{field}zq".replace("_", "qq")


def fill(vault: Vault, marker: Callable[[str, str], str] = marker) -> None:
    """Write records of every kind with a marker in each field of words, often enough to be shown."""
    with vault.unit("add") as unit:
        ids: dict[str, list[int]] = {}
        for code, kind in TABLES.items():
            marked: dict[str, object] = {f.code: marker(code, f.code) for f in kind.fields if f.kind in WORDS}
            marked |= {f.code: DAY for f in kind.fields if f.kind is Kind.DATE}
            ids[code] = [unit.save(code, None, marked | needed(code, n, ids, marker)) for n in range(PEOPLE)]
        for insight in ids["insight"]:
            for code, words in (("share_words", "words"), ("share_translation", "share_translation")):
                read = check_value(code, marker("insight", words), {})
                unit.save("own_value", None, {"record": insight, "value": read})


def needed(
    code: str, number: int, ids: dict[str, list[int]], marker: Callable[[str, str], str]
) -> dict[str, object]:
    """Return what a record of this kind needs so that it counts and, if it may, leaves."""
    words = marker("insight", "words")
    agreed = {"use": "quote_words", "scope": "partners", "text_hash": words_hash(words)}
    always: dict[str, dict[str, object]] = {
        "session": {"people_n": 20, "helpers_n": 3},
        "time_given": {"hours": 60, "helpers_n": 2, "until": None},
        "support": {"who_for": "carer"},
        "response": {"status": "done"},
        "organisation": {"is_us": None, "may_be_named": True},
        "capacity_support": {"direction": "given_to_us"},
        "insight": {"may_quote": "named", "themes": ["parking"], "share_words": words},
        "consent": agreed | {"ends_on": None, "withdrawn_on": None},
    }
    links = {
        "session": {"activity": "activity"},
        "time_given": {"activity": "activity"},
        "support": {"person": "person"},
        "consent": {"insight": "insight"},
        "response": {"to_org": "organisation"},
        "action": {"review": "review"},
        "audience": {"engagement": "engagement"},
        "barrier": {"engagement": "engagement"},
    }
    return always.get(code, {}) | {field: ids[to][number] for field, to in links.get(code, {}).items()}


def everything(pack: Path) -> str:
    """Return all words in a pack: file names, texts, and what a reader of the PDF sees."""
    said = []
    with zipfile.ZipFile(pack) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            said += [name, data.decode("utf-8", "replace")]
            if name.endswith(".pdf"):
                reader = PdfReader(io.BytesIO(data))
                said += [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
    return "\n".join(said)


@pytest.fixture
def pack(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of a group that has written something into every field."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    vault, code = tmp_path / "vault", tmp_path / "code.txt"
    code.write_text(run("new", vault, "--organisation", "Our group").out, "utf-8")
    run("rehearse", vault, "--code-file", code)
    with unlocking.unlock(vault, PASSPHRASE) as unlocked:
        fill(unlocked)
        with unlocked.unit("add") as unit:
            council = unit.save("organisation", None, {"name": "Our council"})
            unit.save(
                "response", int(str(unlocked.rows("response")[0]["id"])), {"to_org": council, "told_on": None}
            )
    days = ["--from", "2024-01-01", "--to", "2024-03-31"]
    made = run("pack", "make", vault, *days, "--for", "Our council", "--out", tmp_path / "pack.zip")
    assert made.status == 0, made.err
    code.unlink()
    return tmp_path / "pack.zip"


def test_only_what_is_on_the_allow_list_leaves(pack: Path) -> None:
    found = set(re.findall(r"zq([a-z]+)zq([a-z]+)zq", everything(pack).casefold()))
    assert {f"{kind}-{field}".replace("qq", "_") for kind, field in found} == LEAVING


def test_nothing_personal_lies_about_on_the_disk(pack: Path, tmp_path: Path) -> None:
    places = [*tmp_path.rglob("*"), *profile_dir().rglob("*")]
    files = {file.name for file in places if file.is_file()}
    assert {"data.db", "vault.keys", "pack.zip"} <= files  # these were looked into
    assert "zqactivityzq" in everything(pack)  # and markers can be found
    for file in places:
        if file.is_file() and file != pack:
            assert b"zqpersonzq" not in file.read_bytes(), file.name
            assert b"zqinsightzq" not in file.read_bytes(), file.name
