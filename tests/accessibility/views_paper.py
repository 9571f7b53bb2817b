"""Paper: printing each form, and each state of typing in, while it stands in the window."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.paper.begin import Begin
from ui.screens.paper.one_sheet import OneSheet
from ui.screens.paper.screen import PaperForms
from ui.screens.paper.signed import SignedSheet
from ui.screens.shell import Shell
from vcse_desktop.actions.blank_forms import papers

WRONG = "3?"


def printing(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what is wanted of each form, large, with names, and where the number of sheets is none."""
    activity = _first(shell, "activity")
    for one in papers(shell.desk.vault):
        page = _paper(shell, "print", one.code)
        yield f"paper-print-{one.code}", window
    if activity is not None:
        page = _paper(shell, "print", "signin", activity)
        assert page.printing.wishes is not None
        page.printing.wishes.large.setChecked(True)
        page.printing.wishes.names.setChecked(True)
        settle()
        yield "paper-print-names", window
    page = _paper(shell, "print", "said")
    assert page.printing.wishes is not None
    page.printing.wishes.sheets.setText("0")
    settle()
    yield "paper-print-none", window
    page.printing.wishes.sheets.setText("1")
    page.printing.wishes.large.setChecked(False)
    page.printing.wishes.names.setChecked(False)
    settle()


def typing(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield a pile of each form: its beginning, its first sheet, that sheet asked for what is needed, its end."""
    for one in papers(shell.desk.vault):
        page = _paper(shell, "type", one.code)
        page.save()
        settle()
        yield f"paper-type-{one.code}-asked", window
        assert isinstance(page.typing.shown, Begin)
        page.typing.shown.many.setText("3")
        page.save()
        settle()
        yield f"paper-sheet-{one.code}", window
        made = page.typing.shown
        assert isinstance(made, OneSheet)
        if isinstance(made.form, SignedSheet):
            made.form.rows[0].name.picker.box.setText("Somebody")
            made.form.rows[0].helped.setChecked(True)
            made.form.rows[0].boxes["hours"].setText(WRONG)
        page.save()
        settle()
        yield f"paper-sheet-{one.code}-asked", window
        page.typing.leave_out()
        settle()
        page.typing.end()
        settle()
        yield f"paper-end-{one.code}", window
        page.typing.begin_anew()
        settle()


def kept(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the second sheet of a pile, after one was saved, and the end of the pile."""
    page = _paper(shell, "type", "said")
    assert isinstance(page.typing.shown, Begin)
    page.typing.shown.many.setText("2")
    for _ in range(3):
        page.save()
        settle()
        if isinstance(page.typing.shown, OneSheet):
            page.typing.shown.form.form.rows["words"].editor.put("Good tea")
            yield f"paper-sheet-{page.typing.batch.at if page.typing.batch else 0}-of-2", window
    yield "paper-all-done", window
    page.save()
    settle()


def _paper(shell: Shell, *what: object) -> PaperForms:
    shell.go("paper", what)
    settle()
    page = shell.page()
    assert isinstance(page, PaperForms)
    return page


def _first(shell: Shell, kind: str) -> int | None:
    rows = shell.desk.vault.rows(kind)
    return int(str(rows[0]["id"])) if rows else None


PAPER = (printing, typing, kept)
"""Walks behind the door."""
