"""The audit runs in a process of its own; when that fails in any way, the answer is no."""

import json
import subprocess
import sys
import time
from io import BytesIO
from typing import Any

import pytest

from tests.disclosure.making import one_line
from vcse_desktop.disclosure import audit as auditing
from vcse_desktop.disclosure import process
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.process import Fault, Unfinished
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.worker import worker_main

NHS = POLICIES["nhs_1_7_r5"]
TABLE = one_line({"north": 14, "south": 3})
SLEEPS = "import time; time.sleep(60)"
DIES = "import sys; sys.stdin.readline()"
BABBLES = "import sys; sys.stdin.readline(); print('not an answer', flush=True)"
EMPTY = {"size": 1, "rows": ["1"], "windows": [[0, 9]], "guards": [], "there": []}
NEVER_THERE = "import os; os._exit(3)"


def answer_with(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", script])


ENDS = [(0, True), (0, False)]


@pytest.mark.parametrize("script", [DIES, BABBLES, NEVER_THERE])
def test_a_worker_that_breaks_down_is_a_failed_audit(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = protect([TABLE], NHS)
    answer_with(script, monkeypatch)
    report = audit(plan, [TABLE])
    assert (report.ok, report.fault) == (False, Fault.WORKER)
    with pytest.raises(Unfinished):
        protect([TABLE], NHS)


def test_an_audit_that_takes_too_long_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = protect([TABLE], NHS)
    answer_with(SLEEPS, monkeypatch)
    report = audit(plan, [TABLE], seconds=0.2)
    assert (report.ok, report.fault) == (False, Fault.TIME)


def test_stop_answers_within_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = protect([TABLE], NHS)
    answer_with(SLEEPS, monkeypatch)
    began = time.monotonic()
    report = audit(plan, [TABLE], cancelled=lambda: True)
    assert (report.ok, report.fault) == (False, Fault.STOPPED)
    with pytest.raises(Unfinished) as stopped:
        protect([TABLE], NHS, cancelled=lambda: True)
    assert stopped.value.fault is Fault.STOPPED
    assert time.monotonic() - began < 2


class Unasked(process.Worker):
    """A worker that nobody may ask any more."""

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError(question)


def test_stop_is_obeyed_before_anything_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = protect([TABLE], NHS)
    for module in (auditing, protecting):
        monkeypatch.setattr(module, "Worker", Unasked)
    assert audit(plan, [TABLE], cancelled=lambda: True).fault is Fault.STOPPED
    with pytest.raises(Unfinished):
        protect([TABLE], NHS, cancelled=lambda: True)


def test_a_large_question_to_a_worker_that_does_not_listen_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer_with(SLEEPS, monkeypatch)
    with process.Worker(seconds=0.2) as worker, pytest.raises(Unfinished):
        worker.ask({"system": "x" * 5_000_000})


def test_the_built_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    for python in ("/usr/bin/python3.11", "C:/Python311/pythonw.exe"):
        monkeypatch.setattr(sys, "executable", python)
        assert process.command()[:3] == [python, "-P", "-c"]
    monkeypatch.setattr(sys, "executable", "C:/Program Files/VCSE Desktop/vcse-desktop.exe")
    assert process.command() == ["C:/Program Files/VCSE Desktop/vcse-desktop.exe", "audit-worker"]


def test_the_worker_ends_when_there_are_no_more_questions() -> None:
    out = BytesIO()
    assert worker_main(BytesIO(), out) == 0
    assert out.getvalue() == b""
    with process.Worker() as worker:
        assert worker.ask({"system": EMPTY})["system"] == 0
    door = [sys.executable, "-m", "vcse_desktop", "audit-worker"]
    done = subprocess.run(door, input=json.dumps({"system": EMPTY}).encode(), capture_output=True, check=True)
    assert json.loads(done.stdout)["system"] == 0


def test_a_system_without_any_world_leaves_nothing_open() -> None:
    system = {
        "size": 1,
        "rows": ["1", "1"],
        "windows": [[9, 9], [10, 10]],
        "guards": [[0, [], 1, 4]],
        "there": [],
    }
    asked = [{"system": system}, {"narrow": 0, "hidden": [], "only": ENDS, "first": False, "untold": False}]
    asked.append({"narrow": 0, "hidden": [0, 1], "only": ENDS, "first": True, "untold": True})
    out = BytesIO()
    worker_main(BytesIO("\n".join(map(json.dumps, asked)).encode()), out)
    taken, neither, both = map(json.loads, out.getvalue().splitlines())
    assert taken["engine"].startswith("HiGHS ")
    assert neither == {"narrow": [[0, True], [0, False]], "worlds": 0, "possible": True}
    assert both["narrow"] == []


def test_half_a_person_is_no_world() -> None:
    """Each pair of three groups has 3 people in it: half of them in each, if people came in halves."""
    system = {
        "size": 3,
        "rows": ["3", "5", "6", "1"],
        "windows": [[3, 3], [3, 3], [3, 3], [0, None]],
        "guards": [[3, [], 2, 1]],
        "there": [],
    }
    asked = [{"system": system}, {"narrow": 0, "hidden": [], "only": ENDS, "first": False, "untold": False}]
    out = BytesIO()
    worker_main(BytesIO("\n".join(map(json.dumps, asked)).encode()), out)
    assert json.loads(out.getvalue().splitlines()[1]) == {
        "narrow": [[0, True], [0, False]],
        "worlds": 0,
        "possible": True,
    }


def test_whoever_asks_for_words_about_numbers_loads_no_solver() -> None:
    script = (
        "import sys, vcse_desktop.disclosure.protect, vcse_desktop.disclosure.audit,"
        " vcse_desktop.disclosure.worker; sys.exit(bool({'numpy', 'highspy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_hiding_that_takes_too_long_is_given_up_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(SLEEPS, monkeypatch)
    with pytest.raises(Unfinished) as ended:
        protect([TABLE], NHS, seconds=0.2)
    assert ended.value.fault is Fault.TIME
    assert "nothing was made" in ended.value.sentence
