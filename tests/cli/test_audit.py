"""A partner without a vault tries to work out small numbers from packs that were handed out."""

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.commands import plainly
from tests.groups import PARTNER, make_group, quarter
from tests.packs.example import CHARITY, ID, ISSUED, NUMBER, THIEF, begun, claims, files_of, report
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import attacking
from vcse_desktop.actions.attack_words import Omitted, finding
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.weighing import Stopped
from vcse_desktop.disclosure import process
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.follows import judged
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.printed import Number, Where
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.measures import MEASURES
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import Code, Counted, FigureTable, Period
from vcse_desktop.packs import container
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import Draft, notice_claims
from vcse_desktop.packs.making import build, certified
from vcse_desktop.packs.summary import Words, pack_payload

SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
HALF = Period(date(2026, 7, 1), date(2026, 12, 31))
U5 = POLICIES["under_5"]


def by_carer(numbers: Mapping[str, int], period: Period = SUMMER) -> FigureTable:
    """Return people by name, by whether they look after someone, this many under each answer."""
    codes = (tuple(Code(code, code.title()) for code in numbers),)
    spread = [code for code, number in numbers.items() for _ in range(number)]
    counted = tuple(Counted("people", n, 1, frozenset({(code,)})) for n, code in enumerate(spread, 1))
    return FigureTable(TABLES["people_by_carer"], period, codes, counted)


def pack_of(file: Path, plan: Plan, rules: Mapping[str, object], own: Signer = CHARITY) -> Path:
    """Write a pack with this plan, well signed, whatever it gives away."""
    said = AuditReport(True, plan.digest, (), 1, 0.1, "planted")
    payload = pack_payload(plan, said, Words("Planted", {"data/report.pdf": report()}), NUMBER, ID)
    made = claims(begun(own)) | {"disclosure": rules}
    file.write_bytes(container.write(files_of(made, certified(payload, own, ISSUED), (own,))))
    return file


def rule(threshold: int, base: int, zeros: str = "shown") -> dict[str, object]:
    return {"policy": "made_up", "threshold": threshold, "round_base": base, "zeros": zeros, "engine": 1}


def leaky(numbers: Mapping[str, int], monkeypatch: pytest.MonkeyPatch, period: Period = SUMMER) -> Plan:
    """Hide what is small and nothing else: the program would not."""
    with monkeypatch.context() as patch:
        patch.setattr(protecting, "hide", lambda *_: {})
        return protect([by_carer(numbers, period)], U5)


def test_nothing_is_found_in_what_the_program_makes(tmp_path: Path) -> None:
    with make_group(tmp_path / "vault") as vault:
        sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "pack.zip", PASSPHRASE)
    said = plainly("pack", "audit", tmp_path / "pack.zip")
    assert said.status == 0, said.out
    assert "Nothing about few people can be worked out" in said.out
    assert plainly("pack", "audit", tmp_path / "pack.zip", tmp_path / "pack.zip").out == said.out
    assert PARTNER not in said.out
    in_json = plainly("pack", "audit", tmp_path / "pack.zip", "--json")
    assert (in_json.status, in_json.out) == (0, "")


def test_a_number_that_only_looks_hidden_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = pack_of(tmp_path / "a.zip", leaky({"yes": 14, "no": 3}, monkeypatch), rule(5, 1))
    said = plainly("pack", "audit", file)
    assert said.status == 4
    words = "a.zip: People by name (carer no), 2026-07-01 to 2026-09-30 is hidden, but it can only be 3."
    assert words in said.out.splitlines()
    lines = plainly("pack", "audit", file, "--json").out.splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "files": [str(file)],
            "table": "people_by_carer",
            "cell": {
                "measure": "people",
                "from": "2026-07-01",
                "to": "2026-09-30",
                "codes": {"carer": "no"},
            },
            "low": 3,
            "high": 3,
            "what": "known",
        }
    ]


def test_two_safe_packs_whose_difference_gives_two_people_away(tmp_path: Path) -> None:
    first, second = (
        pack_of(tmp_path / name, protect([by_carer(numbers, period)], U5), rule(5, 1))
        for name, numbers, period in (
            ("a.zip", {"yes": 14, "no": 9}, SUMMER),
            ("b.zip", {"yes": 16, "no": 9}, HALF),
        )
    )
    assert [plainly("pack", "audit", one).status for one in (first, second)] == [0, 0]
    said = plainly("pack", "audit", first, second, "--json")
    found = [json.loads(line) for line in said.out.splitlines()]
    assert said.status == 4
    assert [(one["cell"]["codes"], one["low"], one["high"], one["what"]) for one in found] == [
        ({"carer": "yes"}, 2, 2, "rest_known"),
        ({}, 2, 2, "rest_known"),
    ]
    assert [one["to"] for one in found[0]["cell"]["less"]] == ["2026-09-30"]
    assert {*found[0]["files"]} == {str(first), str(second)}
    assert ", without People by name" in plainly("pack", "audit", first, second).out


def test_packs_of_two_signers_are_not_put_together(tmp_path: Path) -> None:
    plans = [protect([by_carer({"yes": n, "no": 9}, p)], U5) for n, p in ((14, SUMMER), (16, HALF))]
    ours = pack_of(tmp_path / "a.zip", plans[0], rule(5, 1))
    theirs = pack_of(tmp_path / "b.zip", plans[1], rule(5, 1), THIEF)
    assert plainly("pack", "audit", ours, theirs).status == 0
    assert plainly("pack", "audit", ours, pack_of(theirs, plans[1], rule(5, 1))).status == 4


def test_a_file_that_is_no_whole_pack_is_refused_as_by_a_check(tmp_path: Path) -> None:
    good = pack_of(tmp_path / "a.zip", protect([by_carer({"yes": 14, "no": 9})], U5), rule(5, 1))
    bad = tmp_path / "b.zip"
    content = bytearray(good.read_bytes())
    content[content.index(b"people_by_carer") + 3] ^= 1
    bad.write_bytes(content)
    (tmp_path / "empty").mkdir()
    for file in (bad, tmp_path / "nowhere.zip", tmp_path / "empty"):
        said, check = plainly("pack", "audit", good, file), plainly("pack", "check", file)
        assert (said.status, said.out) == (check.status, check.out)
        assert said.status not in (0, 4, 5)
    assert json.loads(plainly("pack", "audit", bad, "--json").out)["verdict"] == "DAMAGED"


def test_what_is_left_out_is_said_and_does_not_end_well(tmp_path: Path) -> None:
    plan = protect([by_carer({"yes": 14, "no": 9})], U5)
    odd = pack_of(tmp_path / "odd.zip", plan, rule(10**9, 1))
    said = plainly("pack", "audit", odd)
    assert said.status == 5
    assert "a rule that no pack has" in said.out and "In what was looked at" in said.out
    seen = attacking.audit_packs([odd], kinds={})
    assert [(one.why, one.table) for one in seen.omitted] == [
        ("rule", ""),
        ("unknown_table", "people_by_carer.v1.csv"),
    ]
    assert "is not a table that this program knows" in seen.omitted[1].sentence()
    lines = plainly("pack", "audit", odd, "--json").out.splitlines()
    assert [json.loads(line)["what"] for line in lines] == ["left_out_rule"]


def test_stop_and_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = pack_of(tmp_path / "a.zip", leaky({"yes": 14, "no": 3}, monkeypatch), rule(5, 1))
    with pytest.raises(Stopped):
        attacking.audit_packs([pack], cancelled=lambda: True)
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    with pytest.raises(Stopped):
        attacking.audit_packs([pack], cancelled=iter([False] * 3 + [True] * 9).__next__)
    late = attacking.audit_packs([pack], seconds=0.2)
    assert [one.why for one in late.omitted] == ["unfinished"]
    assert "not everything was looked at" in late.omitted[0].sentence()

    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(process.Worker, "ask", pressed)
    said = plainly("pack", "audit", pack)
    assert (said.status, "Stopped." in said.err) == (3, True)


def test_what_is_found_is_told_in_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs = [
        pack_of(tmp_path / "a.zip", leaky({"yes": 14, "no": 9}, monkeypatch), rule(5, 1)),
        pack_of(tmp_path / "b.zip", leaky({"yes": 14, "no": 11}, monkeypatch), rule(5, 1)),
        pack_of(tmp_path / "c.zip", leaky({"yes": 14, "no": 9}, monkeypatch), rule(10, 1)),
        pack_of(tmp_path / "d.zip", leaky(dict.fromkeys("abcde", 1), monkeypatch), rule(5, 1)),
    ]
    said = plainly("pack", "audit", *packs[:2]).out
    assert (
        "People by name (carer no), 2026-07-01 to 2026-09-30 changed from one pack to another, by 2." in said
    )
    assert "were not put together" in said
    said = plainly("pack", "audit", packs[2]).out
    assert "stands there to be read, although it is only 9." in said
    assert "as no hidden number is 0, it can only be 1." in plainly("pack", "audit", packs[3]).out


def test_hours_are_told_in_hours() -> None:
    hours, days = MEASURES["hours"], ("2026-07-01", "2026-09-30")
    where = Where("hours", *days, (("activity", "walk"),))
    number = Number(where, "time_by_activity", 0, hours.unit, True, True, True, 5, (0, None))
    (told,) = judged([number], 586, 614)
    one = finding(told, [Path("a.zip")])
    assert one.sentence() == (
        "a.zip: Hours given (activity walk), 2026-07-01 to 2026-09-30 are hidden, but they can only be "
        "9.77 to 10.23 hours."
    )
    assert (one.plain()["low"], one.plain()["high"], one.plain()["what"]) == (9.77, 10.23, "hours")


def test_rows_that_are_left_out_are_counted() -> None:
    for rows, words in ((1, "1 row of"), (2, "2 rows of")):
        assert words in Omitted("odd_rows", (Path("a.zip"),), "carers", rows).sentence()
    for why in ("too_long", "too_many", "contradicts", "changed_between"):
        assert "{" not in Omitted(why, (Path("a.zip"),), "carers").sentence()


def test_a_signed_file_without_tables_is_none_of_these(tmp_path: Path) -> None:
    draft = Draft(id=ID, title="T", audience=[("A", "")], statements=begun(), issued=ISSUED)
    words = {"data/notice.txt": b"We took it back.\n"}
    built = build("notice", notice_claims(draft, "We took it back."), words, (CHARITY,))
    (tmp_path / "notice.zip").write_bytes(built.data)
    said = plainly("pack", "audit", tmp_path / "notice.zip")
    assert (said.status, "a signed file without tables" in said.err) == (3, True)
