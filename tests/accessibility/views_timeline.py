"""What happened day by day, whose an earlier contact was, and who may be one person."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.accessibility.small import NAMES
from ui.main_window import MainWindow
from ui.screens.people.earlier import Earlier
from ui.screens.people.pairs import Pairs
from ui.screens.people.part import PeoplePart
from ui.screens.people.screen import People
from ui.screens.people.whose import WhoWasIt
from ui.screens.shell import Shell
from ui.screens.timeline.whole import Folded
from vcse_desktop.actions import recording

DAY = "2026-01-02"
HINTS = (NAMES[2], NAMES[1], None)
"""Hints for somebody without a name: a long one, one read from the right, and none."""


def people(shell: Shell, number: int) -> PeoplePart | None:
    """Return the tab of the people with the card of one of them, None where there is nobody."""
    rows = shell.desk.vault.rows("person")
    if not rows:
        return None
    shell.go("people", ("person", rows[number]["id"]))
    settle()
    page = shell.page()
    part = page.tabs.part() if isinstance(page, People) else None
    assert isinstance(part, PeoplePart)
    return part


def with_somebody(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield all that happened with a person, in the place of their card."""
    part = people(shell, 1)
    if part is not None and part.beside.card is not None:
        part.beside.card.wanting_all.emit()
        settle()
        yield "people-timeline", window
        part.back()
        settle()


def under_others(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what happened in an activity, in a piece of asking and with an organisation, unfolded."""
    for place, kind in (
        ("activities", "activity"),
        ("engagement", "engagement"),
        ("people", "organisation"),
    ):
        rows = shell.desk.vault.rows(kind)
        if not rows:
            continue
        shell.go(place, (kind, rows[0]["id"]))
        settle()
        for folded in shell.findChildren(Folded):
            if folded.isVisible() and folded.whole is None:
                folded.turn.click()
        settle()
        yield f"{kind}-timeline", window
        page = shell.page()
        if page is not None:
            page.back()
        settle()


def without_a_name(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield contacts without a name beside a person, nothing ticked and one, and the form of one of them."""
    part = people(shell, 1)
    if part is None or part.beside.card is None:
        return
    vault = shell.desk.vault
    made = [
        recording.add(vault, "support", {"date": DAY, "who_hint": hint, "who_for": "carer"}) for hint in HINTS
    ]
    part.beside.card.recalling.emit()
    settle()
    panel = part.beside.panel
    assert isinstance(panel, Earlier)
    panel.keep.click()
    settle()
    yield "people-earlier", window
    part.back()
    settle()
    shell.go("people", ("support", made[0].ids[0]))
    settle()
    yield "people-support-unnamed", window
    page = shell.page()
    assert page is not None
    page.back()
    settle()
    heard = recording.add(vault, "insight", {"words": NAMES[0]})
    shell.go("voices", ("insight", heard.ids[0]))
    settle()
    for one in shell.findChildren(WhoWasIt):
        if one.isVisible():
            one.unfold()
    settle()
    yield "voices-whose", window
    page = shell.page()
    assert page is not None
    page.back()
    for done in (*made, heard):
        recording.undo(vault, done.unit)
    settle()


def may_be_one(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield two that may be one person, under the line that offers it, and no pair that is left."""
    part = people(shell, 0)
    if part is None:
        return
    part.pairs.look_at.click()
    settle()
    yield "people-pairs", window
    panel = part.beside.panel
    assert isinstance(panel, Pairs)
    while panel.both is not None:
        panel.later.click()
        settle()
    yield "people-pairs-none", window
    part.back()
    settle()


def agreed(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield a card with the three facts and consents of each sort, and support for somebody with needs."""
    rows = shell.desk.vault.rows("person")
    if not rows:
        return
    vault, person = shell.desk.vault, rows[1]["id"]
    given = {"person": person, "wording": NAMES[2], "given_on": DAY, "how": "phone", "given_by": "self"}
    made = [
        recording.change(
            vault, "person", int(str(person)), {"involve_how": ["news"], "involve_asked_on": DAY}
        ),
        recording.add(vault, "consent", {**given, "use": "quote_words", "scope": "partners"}),
        recording.add(vault, "consent", {**given, "use": "contact_me", "withdrawn_on": DAY}),
        recording.add(vault, "access", {"person": person, "need": "large_print"}),
        recording.add(
            vault, "support", {"date": DAY, "person": person, "who_for": "carer", "involved": "yes"}
        ),
    ]
    people(shell, 1)
    yield "people-agreed", window
    shell.go("people", ("support", made[-1].ids[0]))
    settle()
    yield "people-support-needs", window
    page = shell.page()
    assert page is not None
    page.back()
    for done in reversed(made):
        recording.undo(vault, done.unit)
    settle()


TIMELINE = (with_somebody, under_others, without_a_name, may_be_one, agreed)
"""Each place in which a timeline stands, and what is done with people beside their cards."""
