"""Words to share, while what may point at somebody in them is looked at."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.shell import Shell
from ui.screens.voices.screen import Voices


def review(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what was found in its sentence, and what is said when it is passed over."""
    rows = shell.desk.vault.rows("person")
    if not rows:
        return
    names = [str(row["known_as"]) for row in rows]
    shell.go("voices", "new")
    settle()
    page = shell.page()
    assert isinstance(page, Voices)
    note = page.heard.note
    assert note.fields is not None
    note.words.put(f"{names[0]}, 07700 900123. {names[-1]}!")
    note.fields.sharing.choice.choose("unnamed")
    settle()
    assert note.fields.copy.review.open()
    yield "voices-review", window
    note.fields.copy.check.click()
    settle()
    yield "voices-review-open", window
    note.clear()
    settle()


VOICES = (review,)
"""Each state of the words to share."""
