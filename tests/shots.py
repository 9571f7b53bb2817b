"""Draws every screen in every dress, with the example organisation and empty, for a person to look at.

Run by ``python3 dev.py shots``; words after it choose dresses by a part of their names. The pictures are in
build/shots: one for each screen, and one sheet for each dress.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.accessibility.dress import Dress, opened, settle, wear, words
from tests.accessibility.views import views
from tests.groups import PARTNER
from tests.shots_packs import Packs
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.make_pack.period import LAST_QUARTER, days
from ui.widgets.page import Page
from vcse_desktop.actions.example import make_example
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.sending import Choices
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR

OUT = Path(__file__).parents[1] / "build" / "shots"
DRESSES = {
    "light": Dress(),
    "dark": Dress(theme="dark"),
    "high": Dress(theme="high"),
    "arabic": Dress("ar"),
    "welsh": Dress("cy"),
    "pseudo": Dress("xx"),
    "200": Dress(size=200),
    "arabic-200": Dress("ar", 200),
    "dark-200": Dress(theme="dark", size=200),
    "1024": Dress(room=(1024, 768)),
}
ACROSS, SMALL, LINE = 4, (480, 300), 22
"""How many pictures stand side by side on a sheet, how large, and how high the line under each is."""


@contextmanager
def vaults(folder: Path) -> Iterator[dict[str, Vault]]:
    """Give the example organisation and a vault without a record, open."""
    empty, code = new_vault(folder / "empty", "Anytown Carers", PASSPHRASE, kdf=FLOOR)
    empty.rehearse(code)
    with empty, make_example(folder / "example", PASSPHRASE, kdf=FLOOR) as example:
        yield {"empty": empty, "example": example}
        tasks.close()


def draw(dress: Dress, vault: Vault, variant: str, packs: Packs | None) -> list[Path]:
    """Draw every screen in one window, and the states of packs where there are any; return the files."""
    files = []
    with opened(dress) as window:
        for name, root in chain(views(window, vault), packs.views(window) if packs else ()):
            file = OUT / f"{name}-{variant}.png"
            root.grab().save(str(file))
            files.append(file)
            if root is window and variant.startswith("light"):
                _whole(window, OUT / f"{name}-{variant}-whole.png")
            if name == "narrow":
                files.append(_menu(window, OUT / f"narrow-menu-{variant}.png"))
    return files


def _whole(window: MainWindow, file: Path) -> None:
    """Draw what is on a page beside the picture of it, where not all of it can be seen at once."""
    for page in window.findChildren(Page):
        inside = page.widget()
        if page.isVisible() and page.verticalScrollBar().maximum() > 0 and inside is not None:
            inside.grab().save(str(file))


def _menu(window: MainWindow, file: Path) -> Path:
    """Draw the menu that stands in for the sidebar."""
    shell = window.shell()
    menu = shell.top.menu.menu() if shell is not None else None
    assert menu is not None
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    settle()
    menu.grab().save(str(file))
    menu.hide()
    return file


def sheet(files: list[Path], variant: str) -> None:
    """Lay small pictures of many screens beside each other, each over its name."""
    cell = (SMALL[0] + 8, SMALL[1] + LINE)
    rows = -(-len(files) // ACROSS)
    made = Image.new("RGB", (cell[0] * ACROSS, cell[1] * rows), "#888888")
    pen = ImageDraw.Draw(made)
    for number, file in enumerate(files):
        left, top = number % ACROSS * cell[0], number // ACROSS * cell[1]
        with Image.open(file) as picture:
            little = picture.convert("RGB")
            little.thumbnail(SMALL)
        made.paste(little, (left, top))
        pen.text((left + 4, top + SMALL[1] + 4), file.stem, fill="#000000")
    made.save(OUT / f"sheet-{variant}.png")


def main(wanted: list[str]) -> int:
    """Draw what is wanted, or all; print how many pictures there are."""
    begun = time.monotonic()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    number = 0
    with tempfile.TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as temporary:
        os.environ["VCSE_DESKTOP_HOME"] = temporary
        catalogues = words(Path(temporary) / "words")
        with vaults(Path(temporary)) as states:
            last_quarter = days(LAST_QUARTER, today())
            assert last_quarter is not None
            packs = {"example": Packs(states["example"], Path(temporary), Choices(*last_quarter, PARTNER))}
            for name, dress in DRESSES.items():
                if wanted and not any(word in name for word in wanted):
                    continue
                wear(app, dress, catalogues)
                for state, vault in states.items():
                    files = draw(dress, vault, f"{name}-{state}", packs.get(state))
                    sheet(files, f"{name}-{state}")
                    number += len(files)
    print(f"{number} pictures in {OUT}, {time.monotonic() - begun:.0f} s")  # noqa: T201 - it is what was asked for
    return 0 if number else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
