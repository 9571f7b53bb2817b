"""What a drafted pack's pages cost in the window: the report of the example organisation, page by page."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.measures.timing import usual_seconds
from ui.screens.desk import Desk
from ui.screens.make_pack.period import LAST_QUARTER, days
from ui.screens.make_pack.preview import Preview
from ui.theme import letters, look
from ui.widgets import accessible
from ui.widgets.page import Page
from vcse_desktop.actions.example import make_example
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.sending import Choices, Draft
from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.store.passphrase import FLOOR

LIMIT, ROUNDS, QUIET, ROOM = 300, 5, 3, (1024, 760)
PASSPHRASE = "four words make it"  # noqa: S105 - of a vault that lives for one run


def main() -> int:
    """Print ms of the usual processor until each page is drawn; 1 when one is past the limit."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ[HOME_VARIABLE] = place
        app = QApplication([])
        app.setStyle("Fusion")
        accessible.prepare()
        letters.load_others()
        look.wear(look.Look())
        with make_example(Path(place) / "example", PASSPHRASE, kdf=FLOOR) as vault:
            period = days(LAST_QUARTER, today())
            assert period is not None
            draft = draft_pack(vault, Choices(*period, "Our council"))
            rounds = [drawn(draft, Desk(vault, "A.")) for _ in range(ROUNDS)]
    past = False
    for name in rounds[0]:
        took = median(one[name] for one in rounds) * 1000
        past |= took > LIMIT
        told = "   PAST ITS LIMIT" if took > LIMIT else ""
        print(f"{name:<50}{took:8.1f} ms{LIMIT:8} ms at most{told}")
    return int(past)


def drawn(draft: Draft, desk: Desk) -> dict[str, float]:
    """Return the seconds of the usual processor until the preview is drawn, and each page turned to."""
    page = Page("Make a pack")
    look.put_on(page)
    page.resize(*ROOM)
    page.show()
    QApplication.processEvents()
    made: list[Preview] = []

    def begin() -> None:
        made.append(Preview(draft, (), desk))
        page.body.addWidget(made[0])

    took = {"the preview, with its first page": usual_seconds(lambda: _spent(begin))}
    for button in list(made[0].turn.buttons.values())[1:]:
        took[button.text()] = usual_seconds(lambda turn=button: _spent(lambda: turn.setChecked(True)))  # type: ignore[misc]
    page.close()
    page.deleteLater()
    return took


def _spent(work: Callable[[], object]) -> float:
    """Return the seconds of the processor of a work until all of it is drawn."""
    loop, begun = QEventLoop(), process_time()
    work()
    quiet = 0
    while quiet < QUIET:  # a width gives the next height
        quiet = 0 if loop.processEvents() else quiet + 1
    return process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
