"""What stands over a person's card for a keeper, and what is due, while each stands in the window."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.erasing.person import DONE, ErasePerson
from ui.screens.people.part import PeoplePart
from ui.screens.people.screen import People
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from vcse_desktop.actions.backups_left import Backup
from vcse_desktop.actions.certifying import Certificate
from vcse_desktop.actions.erasing import Told, When
from vcse_desktop.actions.letting_go import Line
from vcse_desktop.actions.retaining import REASONS, Due
from vcse_desktop.actions.retention_rules import rules
from vcse_desktop.i18n import tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.shared import SHARED
from vcse_desktop.store.mentions import Mention

DAY = date(2024, 5, 6)
BACKUP = Backup("2026-11-21T183005Z.vcse-backup", DAY, date(2027, 2, 19))
DUE = {"contact": "person", "carer_support": "support", "insight": "insight", "equality_form": "equality"}


def _proof() -> Certificate:
    records = [(tr(TABLES["person"].label), "0AP7TASH7P52G")]
    return Certificate("Anytown Carers", datetime(2026, 11, 21, tzinfo=UTC), "A. K.", records, [BACKUP])


def _elsewhere() -> list[Told]:
    places = (("session", When.NOW), ("activity", When.BEFORE), ("support", When.REMOVED))
    return [
        Told(
            Mention(table, number, "note", True, when),
            tr(TABLES[table].label),
            "",
            tr(SHARED[0].label),
            tr(DONE),
            when is When.NOW,
        )
        for number, (table, when) in enumerate(places, 1)
    ]


def _lines() -> list[Line]:
    labels = {table: tr(TABLES[table].label) for table in DUE.values()}
    why = {rule: tr(REASONS[rule], day="1 July 2020") for rule in DUE}
    return [
        Line(Due(rule, table, n, DAY, rule), labels[table], labels[table], why[rule])
        for n, (rule, table) in enumerate(DUE.items(), 1)
    ]


def _person(window: MainWindow, shell: Shell) -> Iterator[View]:
    rows = shell.desk.vault.rows("person")
    if not rows:
        return
    shell.go("people", ("person", rows[0]["id"]))
    settle()
    page = shell.page()
    part = page.tabs.part() if isinstance(page, People) else None
    assert isinstance(part, PeoplePart) and part.beside.card is not None
    shown = part.beside.card.card
    part.beside.export(shown)
    settle()
    yield "people-everything", window
    part.beside.erase(shown)
    settle()
    panel = part.beside.panel
    assert isinstance(panel, ErasePerson)
    yield "people-erase", window
    assert panel.elsewhere is not None
    panel.elsewhere.fill(_elsewhere())
    settle()
    yield "people-erase-elsewhere", window
    panel.show_proof(_proof())
    settle()
    yield "people-erased", window
    assert panel.proof is not None
    panel.proof.ended.emit()
    settle()


def _due(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("settings", "keeping")
    settle()
    yield "settings-keeping", window
    page = shell.page()
    assert isinstance(page, Settings)
    keep = page.keeping
    keep.change.click()
    settle()
    keep.show_known((_lines(), rules(shell.desk.vault)))
    for group in keep.groups:
        group.ticks[0].box.setChecked(True)
    keep.groups[0].verbs["keep"].click()
    keep.groups[1].verbs["erase"].click()
    settle()
    page.ensureWidgetVisible(keep.groups[0])
    settle()
    yield "settings-keeping-due", window
    keep.look()
    settle()


def _rule(window: MainWindow, shell: Shell) -> Iterator[View]:
    if not shell.desk.keeper:
        return
    shell.go("settings")
    settle()
    page = shell.page()
    assert isinstance(page, Settings)
    page.hiding.choice.buttons["under_10_r5"].click()
    page.hiding.save()
    settle()
    yield "settings-hiding-asked", window
    page.hiding.leave()
    settle()


KEEPING = (_person, _due, _rule)
"""Each state of erasing and of handing over, what is due, and another rule for hiding; nothing is kept."""
