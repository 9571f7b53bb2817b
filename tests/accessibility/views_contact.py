"""The contact list in each of its states, with names that are long, Welsh, Arabic or hostile."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtGui import QGuiApplication

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.accessibility.small import NAMES, NOTE
from ui.main_window import MainWindow
from ui.screens.people.contact.part import ContactedPeople
from ui.screens.people.contact.words import NO_WAY
from ui.screens.people.screen import People
from ui.screens.shell import Shell
from vcse_desktop.actions.contacting import INVITE, PHONE, ContactSheet, Entry, Group
from vcse_desktop.i18n import tr

DAY = date(2026, 11, 21)


def _sheet(kind: str, *groups: Group, off: int = 2) -> ContactSheet:
    """Return a list on which somebody is left off for every reason."""
    unreached = [Entry(9, NAMES[1], [], "", [], [])] if off else []
    people = sum(len(group.entries) for group in groups) + len(unreached)
    return ContactSheet(
        kind, "Anytown Carers", DAY, groups, unreached, people + 4 * off, people + 90, off, off, off, off, off
    )


def _entries() -> list[Entry]:
    ways = ("01632 960001", "+44 1632 960002", "a.very.long.address@example-organisation.example", NOTE)
    return [
        Entry(n, name, [NAMES[2], NOTE][: n % 3], way, [NOTE][: n % 2], [NOTE][: n % 2])
        for n, (name, way) in enumerate(zip(NAMES, ways, strict=True))
    ]


def _contact(window: MainWindow, shell: Shell) -> Iterator[View]:
    if not shell.desk.vault.rows("person"):
        return
    shell.go("people", "contact")
    settle()
    page = shell.page()
    part = page.tabs.part() if isinstance(page, People) else None
    assert isinstance(part, ContactedPeople) and part.contacts is not None
    shown, title = part.contacts, tr(NO_WAY)
    shown.show_sheet(_sheet(PHONE, Group(title, _entries()), Group(title, _entries())))
    settle()
    yield "people-contact-full", window
    shown.view.setCurrentIndex(shown.lines.index(2))
    shown.copy.click()
    settle()
    yield "people-contact-copied", window
    shown.kinds.choose(INVITE)
    settle()
    yield "people-contact-invite", window
    shown.show_sheet(_sheet(PHONE))
    settle()
    yield "people-contact-nobody", window
    QGuiApplication.clipboard().clear()
    part.back()
    settle()


CONTACT = (_contact,)
"""Each state of the contact list; nothing is printed."""
