"""Every hidden number says why, with the subtraction in true numbers, on the group's own screen alone."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands import MAKE, Run
from tests.disclosure.making import AREA, AUTUMN, HALF, at, make, one_line
from tests.disclosure.test_hours import ALONE, each, times
from tests.groups import PARTNER, decided, make_group, quarter
from tests.pseudo import BEGIN, CODE, pseudo_folder
from tests.vaults import PASSPHRASE
from vcse_desktop import log
from vcse_desktop.actions import previewing
from vcse_desktop.actions.example import make_example
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.grouping import set_groups
from vcse_desktop.actions.packing import Draft, draft_pack
from vcse_desktop.actions.sending import covering_note, sign_pack
from vcse_desktop.actions.taking_away import takings
from vcse_desktop.actions.why_hidden import MOST_EXPOSED, Words, exposed
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.earlier import NOTHING, Past, PastTable, Told
from vcse_desktop.disclosure.plan import Why
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.words import reader_line
from vcse_desktop.figures.table import Counted, FigureTable, Measure, Unit
from vcse_desktop.i18n import set_language
from vcse_desktop.paths import data_dir
from vcse_desktop.store.passphrase import FLOOR

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
MONTH = Choices(date(2026, 9, 1), date(2026, 9, 30), "Anytown Council", large_print=False)
ICB = Told("NHS Vale", "2026-10-05")
OPEN = one_line({"north": 19, "south": 2})
OPEN = replace(OPEN, kind=replace(OPEN.kind, dimensions=(replace(AREA, overlaps=True),)))
"""People in two places, without a total."""


def said(tables: list[FigureTable], policy: Policy, past: Past = NOTHING, language: str = "en") -> list[str]:
    """Return what is said of each number that is hidden to protect another."""
    plan = protect(tables, policy, past)
    found = takings(tables, past, plan)
    assert found.keys() == {here for here, why in plan.reasons.items() if why is Why.PROTECTS}
    words = Words(tables, plan.earlier, language)
    return [words.protects(found[here]) for here in sorted(found)]


def before(table: FigureTable, release: int = 1) -> PastTable:
    """Return a table as an earlier pack told it: each number exactly."""
    windows = {("supported", row): (table.value("supported", row),) * 2 for row in table.rows()}
    return PastTable(
        table.kind, table.period, table.codes, table.counted, (), release, windows, frozenset(windows)
    )


def everybody(ident: str) -> FigureTable:
    """Return a table with one number: all the people of ``OPEN``."""
    return make([replace(one, codes=at()) for one in OPEN.counted], [], dimensions=(), ident=ident)


def test_the_total_less_this_number_is_named_with_true_numbers() -> None:
    assert said([one_line({"north": 14, "south": 3})], NHS) == [
        "Hidden to protect “Carers supported: South”. Next to the total of 17, this 14 would leave 3 people."
    ]


def test_the_other_numbers_of_a_line_are_named_too() -> None:
    (sentence,) = said([one_line({"ash": 9, "bay": 30, "cor": 20, "dell": 2})], U5)
    assert sentence == (
        "Hidden to protect “Carers supported: Dell”. "
        "Next to the total of 61, 30 for “Bay” and 20 for “Cor”, this 9 would leave 2 people."
    )


def test_people_between_two_numbers_are_named_by_both() -> None:
    people = Measure("people", "People", Unit.PERSON, "people")
    came = Measure("came", "Came", Unit.PERSON, "people", "people")
    entries = [Counted("people", n, 1, at("ashby")) for n in range(30)]
    entries += [Counted("came", n, 1, at("ashby")) for n in range(27)]
    found = said([make(entries, ["ashby"], measures=(people, came))], U5)
    whom = "Hidden to protect the few people behind “People: Ashby” who are not behind “Came: Ashby”. "
    assert found
    assert all(one.startswith(whom) and one.endswith("this 27 would leave 3 people.") for one in found)


def test_hours_are_said_as_hours() -> None:
    rows = [*each("park", [600] * 3), *each("pool", [60] * 20, 50), *each("hall", [120] * 12, 100)]
    found = [one for one in said([times(rows, "park pool hall", ALONE)], U5)]
    assert found == [
        "Hidden to protect “Hours given: Park”. "
        "Next to the total of 74 hours and 24 hours for “Hall”, this 20 hours would leave 30 hours."
    ]


def test_an_earlier_pack_is_named_with_its_day_and_what_it_told() -> None:
    (sentence,) = said([OPEN], U5, Past(tables=(before(everybody("carers_all")),), told={1: ICB}))
    assert sentence == (
        "Hidden to protect “Carers supported: South”. On 5 October 2026 you told NHS Vale about "
        "something that is in no table of now: 21. Next to that, this 19 today would leave 2 people."
    )
    both = [replace(everybody("carers_all"), period=AUTUMN), OPEN]
    past = Past(tables=(before(everybody("carers_all")),), told={1: ICB})
    assert any(
        "you told NHS Vale about “Carers supported” from 1 July 2026 to 30 September 2026: 21." in one
        for one in said(both, U5, past)
    )


def test_other_days_are_said_and_a_name_from_the_right_keeps_its_own_way() -> None:
    summer = one_line({"north": 20, "south": 30})
    entries = [*summer.counted, *(Counted("supported", 900 + n, 1, at("north")) for n in range(2))]
    half = make(entries, ["north south"], period=HALF)
    past = Past(tables=(before(summer),), told={1: Told("\u0647\u064a\u0626\u0629", "2026-10-05")})
    found = said([half], U5, past)
    assert found
    assert all("you told \u2068\u0647\u064a\u0626\u0629\u2069 about" in one for one in found)
    assert any("from 1 July 2026 to 30 September 2026" in one and "2 people" in one for one in found)


def test_what_earlier_packs_gave_away_is_said_without_a_number() -> None:
    summer = one_line({"north": 19, "south": 2, "east": 30})
    past = Past(tables=(before(summer),), told={1: ICB})
    plan = protect([summer], NHS, past)
    report = audit(plan, [summer], past)
    assert report.ok
    found = exposed(Words([summer], plan.earlier, "en"), report)
    assert found == [
        "Already exposed by the pack of 5 October 2026 for NHS Vale: “Carers supported: South”. "
        "It cannot be hidden any more."
    ]
    assert exposed(Words([summer], plan.earlier, "en"), audit(protect([summer], NHS), [summer])) == []


def test_many_groups_that_are_exposed_are_counted() -> None:
    summer = one_line({f"a{n}": 2 for n in range(MOST_EXPOSED + 2)})
    past = Past(tables=(before(summer),), told={1: ICB})
    plan = protect([summer], U5, past)
    found = exposed(Words([summer], plan.earlier, "en"), audit(plan, [summer], past))
    assert len(found) == MOST_EXPOSED + 1
    assert re.fullmatch(r"\d+ more groups are exposed by earlier packs\.", found[-1])


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Draft, Path, bytes]]:
    """A pack of the example organisation, what the log says of its making, and the signed file."""
    place = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(place / "profile"))
        with make_example(place / "vault", PASSPHRASE, kdf=FLOOR, until=date(2026, 10, 31)) as vault:
            log.start(place)
            draft = draft_pack(vault, MONTH)
            [*reasons(draft, "en").values()]
            file = sign_pack(vault, draft, place / "pack.zip", PASSPHRASE).file
            log.stop()
            yield draft, place / "log.txt", file.read_bytes()


def reasons(draft: Draft, language: str) -> dict[tuple[str, int, int], str]:
    """Return the reason of each hidden number that stands on the pages."""
    return {
        (table.id, *place): sentence
        for table in draft.blocks
        if isinstance(table, previewing.Table)
        for place, sentence in previewing.reasons(draft, table, language).items()
    }


def test_every_hidden_number_of_the_example_says_why_in_each_language(
    example: tuple[Draft, Path, bytes], tmp_path: Path
) -> None:
    draft, _, _ = example
    hidden = {
        (table.id, row, column)
        for table in draft.blocks
        if isinstance(table, previewing.Table)
        for row, line in enumerate(table.rows)
        for column, cell in enumerate(line.cells)
        if previewing.cell_words(cell, "en") == "[c]"
    }
    assert hidden
    try:
        for code, folder in (("en", data_dir("translations")), ("cy", data_dir("translations"))):
            assert set_language(code, folder)
            found = reasons(draft, code)
            assert found.keys() == hidden
            assert all(one.strip() and not re.search(r"[{}]", one) for one in found.values())
        set_language(CODE, pseudo_folder(tmp_path))
        assert all(BEGIN in one for one in reasons(draft, "en").values())
    finally:
        set_language("en", tmp_path)
    protecting = [here for here, why in draft.plan.reasons.items() if why is Why.PROTECTS]
    assert protecting and draft.takings.keys() == set(protecting)


def test_no_sentence_with_a_true_number_is_in_the_pack_or_in_the_log(
    example: tuple[Draft, Path, bytes],
) -> None:
    draft, noted, pack = example
    sentences = {draft.words("en").protects(one) for one in draft.takings.values()}
    assert sentences
    pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(draft.pdf)).pages)
    everything = b"".join(data for _, data in draft.frozen.files) + pack + pages.encode()
    everything += noted.read_bytes() if noted.exists() else b""
    everything += repr(draft.plan).encode() + covering_note(draft).encode()
    flat = b" ".join(everything.split())
    for sentence in (*sentences, "would leave", "could work out that they are", "Hidden to protect “"):
        assert sentence.encode() not in flat


def test_the_pack_carries_one_honest_note(example: tuple[Draft, Path, bytes]) -> None:
    draft, _, _ = example
    note, files = reader_line(draft.plan.policy), dict(draft.frozen.files)
    pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(draft.pdf)).pages)
    assert note in " ".join(pages.split())
    assert note in files["data/report.html"].decode("utf-8")
    assert "[c] in the report, is hidden to protect people." in files["readme.txt"].decode("utf-8")
    assert "Small numbers are hidden to protect people." in covering_note(draft)


def test_a_coordinator_reads_what_earlier_packs_have_exposed_in_the_window_and_at_a_terminal(
    tmp_path: Path, run: Run
) -> None:
    with make_group(tmp_path / "vault") as vault:
        set_groups(vault, decided("under_5"))
        with vault.unit("add") as unit:
            unit.save("session", None, {"date": "2024-03-05", "people_n": 6})
        first = draft_pack(vault, quarter())
        assert previewing.given_away(first) == []
        sign_pack(vault, first, tmp_path / "1.zip", PASSPHRASE)
        set_groups(vault, decided("under_10"))
        told = previewing.given_away(draft_pack(vault, quarter("Another")))
    assert told
    assert all(one.startswith("Already exposed by the pack of ") and PARTNER in one for one in told)
    assert "“Attendances: Walk”" in told[0] and "3" not in told[0].partition("for")[2]
    days = ("--from", "2024-01-01", "--to", "2024-03-31", "--for", "Another")
    made = run(*MAKE, tmp_path / "vault", *days, "--out", tmp_path / "2.zip")
    assert made.status == 0, made.err
    assert set(told) <= set(made.out.splitlines())
