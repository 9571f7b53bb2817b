"""Counting by groups, planning, and rough hours: each state of their forms while it stands in the window."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.activities.part import ActivitiesPart
from ui.screens.activities.plan import PlanPart
from ui.screens.activities.screen import Activities
from ui.screens.records.part import RecordsPart
from ui.screens.records.tabs import RecordTabs
from ui.screens.register.form import Register
from ui.screens.shell import Shell
from ui.screens.tally.of_asking import AskingTallies
from vcse_desktop.actions.recording import today

WRONG = "3?"


def counting(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the register with every list that can be counted by open, and a number that is none."""
    part = _activities(shell, "register", _first(shell, "activity"))
    made = part.shown()
    assert isinstance(made, Register)
    made.tally.unfold.click()
    settle()
    made.tally.unfold.setFocus()
    settle()
    yield "register-count-by", window
    for vocab in ("age_band", "ethnic_group", "own:place"):
        made.tally.open.get(vocab) or made.tally.show_list(vocab)
    box = made.tally.open["age_band"].counters["age_65_74"].box
    box.setText(WRONG)
    part.save()
    box.setFocus()
    settle()
    yield "register-counted-asked", window
    left = part.trail[-1]
    part.back()
    part.drop(left)
    settle()


def asking(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the counters under a piece of asking."""
    record = _first(shell, "engagement")
    if record is None:
        return
    shell.go("engagement", ("engagement", record))
    settle()
    page = shell.page()
    part = page.tabs.part() if isinstance(page, RecordTabs) else None
    shown = part.forms.page() if isinstance(part, RecordsPart) else None
    assert shown is not None
    (counters,) = [one for one in shown.parts if isinstance(one, AskingTallies)]
    assert counters.tallies is not None
    counters.tallies.open["stakeholder_group"].counters["public"].box.setText(WRONG)
    counters.save()
    settle()
    yield "engagement-counted-asked", window
    assert isinstance(page, RecordTabs)
    page.back()
    settle()


def planning(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the sessions of an activity with some that did not run, a plan, and one that lacks its day."""
    activity = _first(shell, "activity")
    if activity is None:
        return
    _activities(shell, "activity", activity)
    yield "activities-planned", window
    part = _activities(shell, "plan", activity)
    assert isinstance(part.shown(), PlanPart)
    yield "activities-plan", window
    part.save()
    settle()
    yield "activities-plan-asked", window
    on = today().isoformat()
    for row in shell.desk.vault.rows("session"):
        if row["status"] == "planned":
            _activities(shell, "session", int(str(row["id"])))
            yield "register-planned" if str(row["date"]) <= on else "activities-plan-one", window


def rough(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the form for time over weeks, empty and asked for what is needed."""
    part = _activities(shell, "time_given", None)
    yield "activities-time", window
    part.save()
    settle()
    yield "activities-time-asked", window


def _activities(shell: Shell, *what: object) -> ActivitiesPart:
    shell.go("activities", what)
    settle()
    page = shell.page()
    assert isinstance(page, Activities)
    return page.ours


def _first(shell: Shell, kind: str) -> int | None:
    rows = shell.desk.vault.rows(kind)
    return int(str(rows[0]["id"])) if rows else None


TALLY = (counting, asking, planning, rough)
"""Walks behind the door."""
