"""Who we reached, with Census figures and small areas beside those who came."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.open_files import AREAS, ETHNIC, write
from ui.main_window import MainWindow
from ui.screens.people.screen import People
from ui.screens.reached.part import ReachedPart
from ui.screens.shell import Shell
from vcse_desktop.actions.open_adding import Told, add_open_file
from vcse_desktop.actions.recording import undo


def _reached(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("people", "reached")
    settle()
    page = shell.page()
    assert isinstance(page, People)
    vault, part = shell.desk.vault, page.tabs.part()
    assert isinstance(part, ReachedPart)
    with TemporaryDirectory() as folder:
        for name, rows in (("areas.csv", AREAS), ("ethnic.csv", ETHNIC)):
            add_open_file(vault, write(Path(folder) / name, rows), Told(source="Made up for a picture"))
    part.look()
    settle()
    yield "people-reached-beside", window
    undo(vault)
    undo(vault)
    part.look()
    settle()
    page.tabs.show_part("people")
    settle()


REACHED = (_reached,)
"""Who we reached, once figures of who lives here are there."""
