"""Less detail, then no table, then a refusal with its reason: what is offered is what is then hidden."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands import MAKE, Run, plainly
from tests.groups import FIRST, LAST, PARTNER, decided, kept_group, make_group, quarter
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import alternatives as offering
from vcse_desktop.actions import gathering, weighing
from vcse_desktop.actions import safe as saving
from vcse_desktop.actions.alternatives import IN_FULL, WITHOUT, Coarser, alternatives, changed, offers, said
from vcse_desktop.actions.gathering import Choices, material
from vcse_desktop.actions.grouping import set_groups
from vcse_desktop.actions.packing import Draft, draft_pack
from vcse_desktop.actions.safe import NotSafe
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.weighing import Stopped, Weighed, hidden_in, looked_at, weigh
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.earlier import Past
from vcse_desktop.disclosure.process import Fault, Unfinished
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import tr

SESSIONS, TIME = "sessions_by_activity", "time_by_activity"


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
def full(group: Vault) -> Weighed:
    """All detail of the quarter, weighed."""
    return weigh(group, quarter())


def with_step(step: str, table: str = SESSIONS, choices: Choices | None = None) -> Choices:
    return changed(choices or quarter(), table, step)


def pages(draft: Draft) -> str:
    """Return the words of the report, with single blanks."""
    found = (page.extract_text() for page in PdfReader(io.BytesIO(draft.pdf)).pages)
    return " ".join(" ".join(found).split())


def test_each_step_hides_what_was_said_of_it(group: Vault, full: Weighed) -> None:
    found = alternatives(full)
    assert [(one.table, one.step) for one in found] == [
        (table, step) for table in (SESSIONS, TIME) for step in (IN_FULL, "kind_of_activity", "total")
    ]
    for one in found:
        weighed = weigh(group, with_step(one.step, one.table))
        assert (weighed.hidden_by_table()[one.table], weighed.numbers_in(one.table)) == (
            one.hidden,
            one.numbers,
        )
        draft = draft_pack(group, with_step(one.step, one.table), ready=weighed)
        assert draft.plan is weighed.plan
    assert {said(one) for one in found if one.table == SESSIONS} == {
        "1 of its 24 numbers is hidden.",
        "None of its 18 numbers is hidden.",
        "None of its 6 numbers is hidden.",
    }


def test_before_it_is_worked_out_nothing_is_said_of_a_step(full: Weighed) -> None:
    known = {one.step: said(one) for one in offers(full) if one.table == SESSIONS}
    assert known == {IN_FULL: "1 of its 24 numbers is hidden.", "kind_of_activity": "", "total": ""}


def test_what_was_chosen_stays_offered_until_all_detail_is_chosen_again(group: Vault) -> None:
    less = with_step("total")
    assert [one.step for one in offers(weigh(group, less)) if one.table == SESSIONS][:1] == [IN_FULL]
    without = with_step(WITHOUT, choices=less)
    assert without.left_out == {SESSIONS}
    assert without.detail == frozenset()
    assert [one.step for one in offers(weigh(group, without)) if one.table == SESSIONS][-1] == WITHOUT
    assert with_step(IN_FULL, choices=without) == with_step(IN_FULL, choices=less) == quarter()


def test_working_it_out_tells_how_far_it_is_and_can_be_stopped(
    full: Weighed, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    alternatives(full, lambda done, of: told.append((done, of)))
    assert told == [(n, 4) for n in range(4)]
    with pytest.raises(Stopped):
        alternatives(full, cancelled=lambda: True)
    monkeypatch.setattr(offering, "MOST", 1)
    assert sum(one.hidden is None for one in alternatives(full)) == 3


def test_a_step_that_takes_too_long_is_offered_without_its_number(
    full: Weighed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "protect", never)
    assert alternatives(full) == offers(full)


def test_a_pack_says_what_it_joined_and_programs_can_read_it(group: Vault) -> None:
    draft = draft_pack(group, with_step("kind_of_activity"))
    files = dict(draft.frozen.files)
    rows = list(csv.DictReader(io.StringIO(files[f"data/tables/{SESSIONS}.v1.csv"].decode())))
    labels = {row["activity"]: row["activity_label"] for row in rows}
    assert labels == {
        "kind_not_recorded": "Kind not recorded",
        "not_recorded": "Not recorded",
        "total": "Total",
    }
    package = json.loads(files["data/datapackage.json"])
    (resource,) = [one for one in package["resources"] if SESSIONS in one["path"]]
    assert resource["joined"] == [
        {"field": "activity", "code": "kind_not_recorded", "of": ["activity_01", "activity_02"]}
    ]
    assert sum("joined" in one for one in package["resources"]) == 1
    words = pages(draft)
    assert words.count("this table has kinds of activities and no single activities") == 1
    assert "this table has kinds" not in pages(draft_pack(group, quarter()))


def test_what_was_told_in_less_detail_protects_what_is_told_in_more(vault: Vault, tmp_path: Path) -> None:
    less, more = tmp_path / "1.zip", tmp_path / "2.zip"
    total = changed(with_step("total"), TIME, "total")
    sign_pack(vault, draft_pack(vault, total), less, PASSPHRASE)
    sign_pack(vault, draft_pack(vault, quarter("Another")), more, PASSPHRASE)
    said = plainly("pack", "audit", less, more)
    assert said.status == 0, said.out
    again = draft_pack(vault, total)
    assert again.report.ok


def test_a_table_that_is_left_out_is_named(group: Vault) -> None:
    draft = draft_pack(group, changed(quarter(), SESSIONS, WITHOUT))
    assert SESSIONS not in {table.kind.id for table in draft.plan.tables}
    assert not [name for name, _ in draft.frozen.files if SESSIONS in name]
    assert "To protect people, one table is left out here: Sessions by activity." in pages(draft)
    states = {one["code"]: one["state"] for one in draft.claims["sections"]}
    assert states["volunteering"] == "included"


def test_a_section_of_which_all_is_left_out_does_not_say_that_there_is_nothing(group: Vault) -> None:
    made_of = material(group, quarter())
    mine = {table.kind.id for table in made_of.full if table.kind.id.startswith(("time", "sessions"))}
    draft = draft_pack(group, replace(quarter(), left_out=frozenset(mine | {"undated"})))
    states = {one["code"]: one["state"] for one in draft.claims["sections"]}
    assert (states["volunteering"], states["how_we_asked"]) == ("declined", "nothing_recorded")
    assert pages(draft).count("To protect people, one table is left out here:") == len(mine) + 1
    declined = draft_pack(group, replace(draft.made_of.choices, declined=frozenset({"volunteering"})))
    assert "Sessions by activity" not in pages(declined)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (with_step("month"), "kind_of_activity, total"),
        (with_step("total", "nothing"), "sessions_by_month, "),
        (with_step("total", "people"), "these: -."),
        (with_step(WITHOUT, "nothing"), "sessions_by_month, "),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(group: Vault, choices: Choices, words: str) -> None:
    with pytest.raises(Refused) as refused:
        draft_pack(group, choices)
    assert words in tr(refused.value.sentence, **refused.value.values)


def never(*_: object, **__: object) -> None:
    """Come to no end."""
    raise Unfinished(Fault.TIME)


def sentence(refused: pytest.ExceptionInfo[NotSafe]) -> str:
    return tr(refused.value.sentence, **refused.value.values)


def test_what_cannot_be_made_safe_is_offered_in_less_detail(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_groups(vault, decided("under_5"))
    monkeypatch.setattr(protecting, "hide", lambda *_: {})
    with pytest.raises(NotSafe) as refused:
        draft_pack(vault, quarter())
    ways = refused.value.ways
    assert {step for way in ways for _, step in way.changes} == {"kind_of_activity", "total"}
    assert {table for table, _ in ways[-1].changes} == {SESSIONS, TIME}
    assert "With less detail it can be made safe: “" in sentence(refused)
    assert str(refused.value) == "These numbers were not found safe to share"
    for way in ways:
        draft = draft_pack(vault, way.choices)
        assert draft.report.ok
        assert (hidden_in(draft.plan), way.words in sentence(refused)) == (way.hidden, True)


def bad(tables: set[str], report: AuditReport, made_of: gathering.Material) -> AuditReport:
    """Say that these tables give somebody away, in whatever detail."""
    there = any(table.kind.id in tables for table in made_of.tables)
    return replace(report, ok=report.ok and not there)


@pytest.mark.parametrize("name", [SESSIONS, "people"])
def test_what_no_detail_makes_safe_is_offered_without_its_tables(
    group: Vault, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = looked_at
    monkeypatch.setattr(saving, "looked_at", lambda plan, m, *c: bad({name}, real(plan, m, *c), m))
    monkeypatch.setattr(saving, "_named", lambda *_: [name])
    with pytest.raises(NotSafe) as refused:
        draft_pack(group, quarter())
    (way,) = refused.value.ways
    assert way.choices.left_out == {name}
    assert "It can be made safe so: “" in sentence(refused)
    assert "Leave this table out" in sentence(refused)
    assert draft_pack(group, way.choices).report.ok


def test_what_nothing_makes_safe_is_refused_with_its_reason_and_no_loop(
    group: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    real = looked_at

    def no(*given: object) -> AuditReport:
        tries.append(given)
        return replace(real(*given), ok=False)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "looked_at", no)
    with pytest.raises(NotSafe) as refused:
        draft_pack(group, quarter())
    assert refused.value.ways == ()
    assert "Neither less detail nor leaving tables out helps" in sentence(refused)
    assert 2 < len(tries) < 10
    tries.clear()
    with pytest.raises(Stopped):
        draft_pack(group, quarter(), cancelled=lambda: bool(tries))
    assert len(tries) == 1
    monkeypatch.setattr(saving, "SECONDS", 0)
    tries.clear()
    with pytest.raises(NotSafe):
        draft_pack(group, quarter())
    assert len(tries) == 1


def test_a_check_that_comes_to_no_end_says_so_and_offers_what_does(
    group: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = protecting.protect

    def slow(tables: list[FigureTable], *given: object, **more: object) -> object:
        if any(code.code == "activity_01" for t in tables for codes in t.codes for code in codes):
            raise Unfinished(Fault.TIME)
        return real(tables, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(weighing, "protect", slow)
    with pytest.raises(NotSafe) as refused:
        draft_pack(group, quarter())
    assert "The check for small numbers did not come to its end." in sentence(refused)
    assert draft_pack(group, refused.value.ways[0].choices).report.ok
    monkeypatch.setattr(weighing, "protect", never)
    with pytest.raises(NotSafe) as refused:
        draft_pack(group, quarter())
    assert refused.value.ways == ()


def test_a_past_that_contradicts_itself_is_refused_with_that_reason(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "1.zip", PASSPHRASE)
    real = remembered

    def forged(*given: object) -> Past:
        past: Past = real(*given)  # type: ignore[arg-type]
        first, *others = past.tables
        windows = dict.fromkeys(first.windows, (1_000, 1_000))
        return replace(past, tables=(replace(first, windows=windows), *others))

    ready = weigh(vault, quarter("Another"))
    monkeypatch.setattr(gathering, "remembered", forged)
    for work in (weigh, draft_pack, partial(draft_pack, ready=ready)):
        with pytest.raises(Refused, match="does not agree with itself") as refused:
            work(vault, quarter("Another"))
        assert "Choose days that no earlier pack is about" in tr(refused.value.sentence)


def made_by_command(run: Run, vault: Path, file: Path, *more: str) -> tuple[int, str]:
    said = run(*(*MAKE, vault, "--from", FIRST, "--to", LAST, "--for", PARTNER, "--out", file, *more))
    return said.status, said.err


def test_the_command_takes_less_detail_and_names_what_would_be_safe(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with make_group(tmp_path / "vault") as vault:
        set_groups(vault, decided("under_5"))
    file = tmp_path / "pack.zip"
    status, err = made_by_command(run, tmp_path / "vault", file, "--less-detail", "nothing=total")
    assert status
    assert "No table is called “nothing”" in err
    with monkeypatch.context() as patch:
        patch.setattr(protecting, "hide", lambda *_: {})
        status, err = made_by_command(run, tmp_path / "vault", file)
        assert status
        options = [line.partition(": ")[2] for line in err.splitlines() if line.startswith("It can be made")]
        assert options
        status, err = made_by_command(run, tmp_path / "vault", file, *options[0].split())
        assert (status, err) == (0, "")
    status, err = made_by_command(run, tmp_path / "vault", tmp_path / "2.zip", "--leave-out", SESSIONS)
    assert (status, err) == (0, "")


def test_a_thing_offered_knows_its_section(full: Weighed) -> None:
    assert {one.section for one in offers(full)} == {"volunteering"}
    assert said(Coarser("t", "s", "T", "", "W", 1, 1)) == "1 of its 1 numbers is hidden."
