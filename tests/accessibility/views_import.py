"""Bringing in a spreadsheet: each step and state while it stands; what came in is taken back."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.accessibility.small import NAMES
from tests.spreadsheets import CONTACTS, Rows, as_csv, as_xlsx, last_month, month_grid
from ui.main_window import MainWindow
from ui.screens.import_table.columns import Columns
from ui.screens.import_table.course import READING, Course
from ui.screens.import_table.people import People
from ui.screens.import_table.problems import Problems
from ui.screens.import_table.questions import Questions
from ui.screens.import_table.screen import ImportTable
from ui.screens.import_table.sheet_rows import letter
from ui.screens.import_table.stages import COLUMNS, DONE, ENTIRE, PEOPLE, PROBLEMS, QUESTIONS, TABLE
from ui.screens.shell import Shell
from vcse_desktop.actions import recording
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import tr

STEPS = {
    TABLE: "table",
    COLUMNS: "columns",
    QUESTIONS: "questions",
    PEOPLE: "people",
    PROBLEMS: "problems",
    ENTIRE: "entire",
    DONE: "done",
}
MOST = 14
"""Times that one goes on from a step, at most."""
FILES = ("hours.xlsx", "contacts.csv", "nothing.csv")


def hours() -> Rows:
    """Return a month of hours of the people of the small vault, with whatever has to be asked."""
    title, blank, heads, *rows = [list(row) for row in month_grid(last_month(today()))]
    more = [[name, *row[1:]] for name, row in zip(NAMES, rows, strict=False)]
    return [title, blank, heads, *rows, *more]


def contacts() -> Rows:
    """Return contacts, some of whom are in the small vault."""
    head, *rows = CONTACTS
    return [head, *rows, *([name, "01632 960001", "", NAMES[2]] for name in NAMES)]


def words() -> set[str]:
    """Return every text that these files bring on a screen."""
    cells = {str(cell) for row in (*hours(), *contacts()) for cell in row if cell}
    letters = {letter(at) for at in range(26, 60)}
    return cells | letters | {*FILES, "J Smith", "Amir", "Notes", "Hours", "Kept by Nia"}


def _page(shell: Shell) -> tuple[ImportTable, Course]:
    shell.go("import")
    page = shell.page()
    assert isinstance(page, ImportTable)
    page._take()
    settle()
    assert page.course is not None
    return page, page.course


def _file(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what is said of a file that cannot be read, while one is read, and of another that is dropped."""
    page, _ = _page(shell)
    with TemporaryDirectory() as folder:
        nothing, made = Path(folder, FILES[2]), as_csv(Path(folder, FILES[1]), contacts())
        nothing.write_bytes(b"")
        shell.go("import", ("file", [nothing]))
        settle()
        yield "import-refused", window
        page.steps.notice.clear()
        page.steps.working.begin(tr(READING))
        page.steps.working.moved(40, 100)
        settle()
        yield "import-reading", window
        page.steps.end()
        shell.go("import", ("file", [made]))
        settle()
        shell.go("import", ("file", [nothing]))
        settle()
        yield "import-instead", window
        page._take()
        page.again(kept=True)
        settle()
        yield "import-lost", window
    page._take()


def _through(window: MainWindow, shell: Shell, file: Path, name: str) -> Iterator[View]:
    """Yield every step with this file, until it is brought in and taken back."""
    page, _ = _page(shell)
    shell.go("import", ("file", [file]))
    settle()
    for number in range(MOST):
        course = page.course
        assert course is not None
        if course.step == DONE:
            shell.toast.hide()  # it stands for some seconds only, and has a walk of its own
            settle()
        yield f"import-{name}-{number}-{STEPS.get(course.step, 'file')}", window
        if course.step == DONE:
            recording.undo(shell.desk.vault, course.changed.unit if course.changed else None)
            break
        yield from _answered(window, page, f"import-{name}-{number}")
        page.save()
        settle()
    page._take()
    settle()


def _answered(window: MainWindow, page: ImportTable, name: str) -> Iterator[View]:
    """Answer all that a step asks, and yield what is shown on the way."""
    step = page.steps.step
    if isinstance(step, Columns):
        _press(step, "each")
        yield f"{name}-each", window
    elif isinstance(step, Questions):
        page.save()
        settle()
        yield f"{name}-waits", window
        for one in step.questions.parts():
            next(iter(one.chips.buttons.values())).click()
        _press(step, "agree")
        _press(page.steps.step, "blank")
    elif isinstance(step, People):
        _press(step, "open")
        yield f"{name}-certain", window
        _press(step, "agree")
    elif isinstance(step, Problems):
        _press(step, "out")
        settle(lambda: not page.course or not page.course.soon.isActive())
        yield f"{name}-out", window


def _press(step: object, what: str) -> None:
    button = getattr(step, what, None)
    if button is not None and button.isVisible():
        button.click()
        settle()


def _hours(window: MainWindow, shell: Shell) -> Iterator[View]:
    with TemporaryDirectory() as folder:
        file = as_xlsx(Path(folder, FILES[0]), Notes=[["Kept by Nia"]], Hours=hours())
        yield from _through(window, shell, file, "hours")


def _contacts(window: MainWindow, shell: Shell) -> Iterator[View]:
    with TemporaryDirectory() as folder:
        yield from _through(window, shell, as_csv(Path(folder, FILES[1]), contacts()), "contacts")


IMPORT = (_file, _hours, _contacts)
"""Walks behind the door."""
