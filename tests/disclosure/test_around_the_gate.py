"""Nothing is signed but what was audited: every door to a pack, tried with what does not belong together."""

import ast
import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.disclosure.making import AUTUMN, one_line
from tests.groups import make_group, quarter
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import packing, sending, weighing
from vcse_desktop.actions.packing import Draft, draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.weighing import Weighed
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.earlier import NOTHING
from vcse_desktop.disclosure.plan import Cell, Plan, Status
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.packs import making
from vcse_desktop.packs.summary import NotAudited, Words, pack_payload

DOORS: dict[ModuleType, set[str]] = {
    packing: {"make_pack", "draft_pack", "write_signed"},
    sending: {"sign_pack", "sent_packs", "audiences", "covering_note", "note_handed_over"},
    weighing: {"weigh", "weighed", "looked_at", "hidden_in"},
    making: {
        "build",
        "certified",
        "freeze",
        "is_there",
        "issued_at",
        "place_of",
        "sealed",
        "write_pack",
    },
}
"""All public functions of what drafts, signs and writes packs. A new one needs a look at what it lets by."""
SIGNERS = {
    "actions/packing.py": "a pack that was audited",
    "actions/cosigning.py": "what the organisation's key has signed, and is unfinished",
    "actions/replying.py": "a reply",
    "packs/making.py": "a notice, which has no figures",
    "packs/identity.py": "who somebody is",
}
"""Who asks for a signature, and over what."""
MAKERS = {
    "actions/packing.py": {"certified", "freeze", "place_of", "sealed", "write_pack"},
    "actions/gathering.py": {"is_there"},
    "actions/cosigning.py": {"place_of", "write_pack"},
    "packs/cosigning.py": {"issued_at", "sealed"},
    "actions/replying.py": {"freeze", "place_of", "sealed", "write_pack"},
    "actions/notices.py": {"build", "place_of", "write_pack"},
}
"""Who uses what makes packs; ``freeze`` and ``build`` take whatever they are given."""
FROZEN = {"actions/packing.py": "'pack'", "actions/replying.py": "'reply'", "actions/notices.py": "'notice'"}
"""The only kind that each of them makes."""


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with make_group(tmp_path_factory.mktemp("group") / "vault") as made:
        yield made


@pytest.fixture(scope="module")
def draft(group: Vault) -> Draft:
    return draft_pack(group, quarter())


def test_these_are_all_doors() -> None:
    for module, known in DOORS.items():
        mine = {
            name
            for name, one in inspect.getmembers(module, inspect.isfunction)
            if one.__module__ == module.__name__ and not name.startswith("_")
        }
        assert mine == known


def test_nobody_else_signs_or_makes_packs(root: Path) -> None:
    signing, makers, kinds = set(), {}, {}
    for file in (root / "vcse_desktop").rglob("*.py"):
        place = file.relative_to(root / "vcse_desktop").as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("cms.sign", "sign"):
                signing.add(place)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("freeze", "build"):
                kinds[place] = ast.unparse(node.args[0])
            if isinstance(node, ast.ImportFrom) and node.module == "vcse_desktop.packs.making":
                makers[place] = {one.name for one in node.names} - {"Built", "Frozen"}
            assert not isinstance(node, ast.ImportFrom) or "making" not in (
                one.name for one in node.names if node.module == "vcse_desktop.packs"
            )
    assert signing == SIGNERS.keys()
    assert makers == MAKERS
    assert {place: kind for place, kind in kinds.items() if place != "packs/making.py"} == FROZEN


def exact(plan: Plan, tables: list[FigureTable]) -> Plan:
    """Show every true number."""
    made = []
    for shown, table in zip(plan.tables, tables, strict=True):
        true = table.cells()
        rows = [
            replace(
                row, cells=tuple(Cell(Status.SHOWN, true[m.code, row.codes]) for m in table.kind.measures)
            )
            for row in shown.rows
        ]
        made.append(replace(shown, rows=tuple(rows)))
    return replace(plan, tables=tuple(made), reasons={}, protects={})


def with_exact(draft: Draft) -> Draft:
    return replace(draft, plan=exact(draft.plan, draft.made_of.told))


def forged(draft: Draft, **other: object) -> Draft:
    good = AuditReport(True, draft.plan.digest, (), 9, 0.1, "HiGHS", ledger=draft.made_of.past.head)
    return replace(draft, report=replace(good, **other))  # type: ignore[arg-type]


def fewer_tables(draft: Draft) -> Draft:
    return replace(draft, plan=replace(draft.plan, tables=draft.plan.tables[1:]))


def other_head(draft: Draft) -> Draft:
    return replace(draft, made_of=replace(draft.made_of, past=replace(NOTHING, head="0" * 64)))


def one_number_changed(draft: Draft) -> Draft:
    table = draft.plan.tables[0]
    row = table.rows[0]
    other = replace(row, cells=(Cell(Status.SHOWN, 3), *row.cells[1:]))
    changed = replace(table, rows=(other, *table.rows[1:]))
    return replace(draft, plan=replace(draft.plan, tables=(changed, *draft.plan.tables[1:])))


def refrozen(draft: Draft) -> Draft:
    """Return the draft with files of the true numbers, which were never audited."""
    plan = exact(draft.plan, draft.made_of.told)
    report = replace(draft.report, plan=plan.digest)
    files = {name: data for name, data in draft.frozen.files if name.startswith("data/report")}
    words = Words(draft.title, files)
    payload = pack_payload(plan, report, words, draft.made_of.identity.key, draft.claims["pack"])
    return replace(draft, frozen=making.freeze("pack", draft.claims, payload))


def looser(draft: Draft) -> Draft:
    return replace(draft, plan=replace(draft.plan, policy=POLICIES["under_5"]))


PUT_TOGETHER: dict[str, Callable[[Draft], Draft]] = {
    "a report that says no": lambda draft: replace(draft, report=replace(draft.report, ok=False)),
    "a good report of another plan, written by hand": lambda draft: forged(draft, plan="0" * 64),
    "a good report of no plan": lambda draft: forged(draft, plan=""),
    "a report beside another past": lambda draft: forged(draft, ledger="0" * 64),
    "every true number in the plan": with_exact,
    "one number changed after the audit": one_number_changed,
    "a table left out after the audit": fewer_tables,
    "a looser rule": looser,
    "another head of what was shared": other_head,
    "other days": lambda draft: replace(
        draft,
        plan=replace(draft.plan, tables=tuple(replace(table, period=AUTUMN) for table in draft.plan.tables)),
    ),
    "files of other numbers": refrozen,
    "the same tables of other people": lambda draft: replace(
        draft,
        made_of=replace(draft.made_of, tables=[replace(table, counted=()) for table in draft.made_of.tables]),
    ),
    "other true tables": lambda draft: replace(
        draft, made_of=replace(draft.made_of, tables=[one_line({"ashby": 14, "brook": 3})])
    ),
}


@pytest.mark.parametrize("name", PUT_TOGETHER)
def test_what_does_not_belong_together_is_not_signed(
    name: str, group: Vault, draft: Draft, tmp_path: Path
) -> None:
    with pytest.raises(Refused):
        sign_pack(group, PUT_TOGETHER[name](draft), tmp_path / "pack.zip", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []
    assert group.rows("sent") == group.rows("release") == []


def test_true_numbers_are_audited_like_any_plan(group: Vault, draft: Draft) -> None:
    tables, plan = draft.made_of.told, with_exact(draft).plan
    report = audit(plan, tables)
    assert not report.ok
    with pytest.raises(NotAudited):
        draft_pack(group, quarter(), ready=Weighed(draft.made_of, plan))
    for wrong in (report, draft.report, replace(report, ok=True, plan=draft.plan.digest)):
        with pytest.raises(NotAudited):
            pack_payload(plan, wrong, Words("", {}), "", "")


def test_what_was_weighed_of_other_tables_is_weighed_again(group: Vault, draft: Draft) -> None:
    fewer = replace(draft.made_of, tables=draft.made_of.tables[1:])
    other = Weighed(fewer, with_exact(draft).plan)
    assert draft_pack(group, quarter(), ready=other).plan.digest == draft.plan.digest
