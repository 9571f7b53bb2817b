"""What comes after an answer, what was learned last time, and guidance beside the principles, unfolded."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.principles.screen import Principles
from ui.screens.shell import Shell
from ui.screens.voices.later import ASKED
from ui.screens.voices.screen import Voices


def later(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield each small form over the answers."""
    vault = shell.desk.vault
    kinds = {what: asked.kind for what, asked in ASKED.items()}
    rows = {kind: vault.rows(kind) for kind in set(kinds.values())}
    if not all(rows.values()):
        return
    for what, kind in kinds.items():
        shell.go("voices", (what, rows[kind][0]["id"]))
        settle()
        page = shell.page()
        assert isinstance(page, Voices)
        form = page.answers.later.form
        assert form is not None
        yield f"voices-later-{what}", window
        form.close_form()
        settle()


def learned(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield a plan and a review that begin with what was learned; the other forms have it as well."""
    reviews = [row for row in shell.desk.vault.rows("review") if row["activity"]]
    if reviews:
        for what in (("plan", reviews[0]["activity"]), ("new", "review")):
            shell.go("activities", what)
            settle()
            yield f"activities-learned-{what[0]}", window
            page = shell.page()
            assert page is not None
            page.back()
            settle()


def guidance(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the longer set with all its principles."""
    shell.go("principles")
    settle()
    page = shell.page()
    assert isinstance(page, Principles)
    for one in page.guidance.values():
        one.unfold()
    settle()
    for one in page.guidance.values():
        one._show_all()
    settle()
    yield "principles-guidance", window


LOOP = (later, learned, guidance)
"""Each of these states."""
