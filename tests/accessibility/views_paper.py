"""Paper: printing each form, and each state of typing in, while it stands in the window."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.paper.begin import Begin
from ui.screens.paper.one_sheet import OneSheet
from ui.screens.paper.screen import PaperForms
from ui.screens.paper.signed import SignedSheet
from ui.screens.paper.taken_back import take_all_back
from ui.screens.shell import Shell

WRONG = "3?"


def printing(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what is wanted of a tally, of large sheets with names, and where the number of sheets is none."""
    page = _paper(shell, "print", "tally")
    yield "paper-print-tally", window
    page = _paper(
        shell, "print", "signin", *([_first(shell, "activity")] if _first(shell, "activity") else [])
    )
    assert page.printing.wishes is not None
    page.printing.wishes.large.setChecked(True)
    page.printing.wishes.names.setChecked(True)
    page.printing.wishes.sheets.setFocus()
    page.printing.wishes.sheets.setText("0")
    settle()
    yield "paper-print-none", window
    page.printing.wishes.sheets.setText("1")
    settle()
    yield "paper-print-names", window
    page.printing.wishes.large.setChecked(False)
    page.printing.wishes.names.setChecked(False)
    settle()
    asking = _first(shell, "engagement")
    if asking is not None:
        page = _paper(shell, "print", "signin", ("engagement", asking))
        begin = page.first()
        assert begin is not None
        begin.setFocus()
        settle()
        yield "paper-print-asking", window


def typing(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield where a pile begins, a sheet of each shape with what it asks for, and the end of a pile."""
    page = _paper(shell, "type", "tally")
    page.save()
    settle()
    yield "paper-type-asked", window
    for code in ("signin", "tally", "agreed"):
        page = _paper(shell, "type", code)
        assert isinstance(page.typing.shown, Begin)
        page.typing.shown.many.setText("3")
        page.save()
        settle()
        made = page.typing.shown
        assert isinstance(made, OneSheet)
        if isinstance(made.form, SignedSheet):
            made.form.rows[0].name.picker.box.setText(WRONG)
            made.form.rows[0].helped.setChecked(True)
            made.form.rows[0].boxes["hours"].setText(WRONG)
        page.save()
        settle()
        yield f"paper-sheet-{code}-asked", window
        page.typing.leave_out()
        settle()
        page.typing.end()
        settle()
        if code == "agreed":
            yield "paper-end", window
        page.typing.begin_anew()
        settle()


def kept(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the second sheet of a pile, after one was saved, and the end of the pile; it is taken back."""
    said = shell.desk.vault.rows("insight")
    if not said:
        return
    page = _paper(shell, "type", "said")
    assert isinstance(page.typing.shown, Begin)
    page.typing.shown.many.setText("2")
    page.save()
    settle()
    for sheet in (1, 2):
        assert isinstance(page.typing.shown, OneSheet)
        page.typing.shown.form.form.rows["words"].editor.put(said[0]["words"])
        if sheet == len((1, 2)):
            settle()
            yield "paper-sheet-2-of-2", window
        page.save()
        settle()
    yield "paper-all-done", window
    take_all_back(page.typing)
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
