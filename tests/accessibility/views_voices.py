"""Words to share, while what may point at somebody in them is looked at."""

from collections.abc import Iterator
from dataclasses import replace

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.shell import Shell
from ui.screens.voices.names import offers
from ui.screens.voices.screen import Voices
from vcse_desktop.actions.heard import heard
from vcse_desktop.actions.listing import opened
from vcse_desktop.actions.quoted_in import PACK
from vcse_desktop.i18n import tr


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


def translated(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield words that may be shared, with a translation in which something is open."""
    vault = shell.desk.vault
    agreed = [row for row in vault.rows("insight") if row["may_quote"] == "unnamed"]
    if not agreed:
        return
    shell.go("voices", ("insight", agreed[0]["id"]))
    settle()
    page = shell.page()
    assert isinstance(page, Voices)
    one = page.heard.shown()
    assert one is not None
    one.translated.begin.click()
    name = max((str(row["known_as"]) for row in vault.rows("person")), key=len)
    one.translated.copy.box.box.setPlainText(name)
    settle()
    assert one.translated.copy.review.open()
    yield "voices-translated", window
    one.translated.copy.box.box.setPlainText("")
    page.heard.back()
    settle()


def taken_back(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield words that were taken back after they had been sent."""
    vault = shell.desk.vault
    said = [row for row in vault.rows("insight") if row["may_quote"] == "no"]
    if not said:
        return
    found = heard(vault, only=int(str(said[0]["id"])))
    shell.go("voices")
    settle()
    page = shell.page()
    assert isinstance(page, Voices)
    title, audience = said[0]["words"], max((str(row["name"]) for row in vault.rows("organisation")), key=len)
    packs = (tr(PACK, title=title, audience=audience, day="5 January 2026"),)
    offered, form = offers(vault), opened(vault, "insight", int(str(said[0]["id"])), "en")
    page.heard._opened(offered, replace(found[0], packs=packs), form)
    settle()
    yield "voices-taken-back", window
    page.heard.back()
    settle()


VOICES = (review, translated, taken_back)
"""Each state of the words to share."""
