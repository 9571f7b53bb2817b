"""What stands in the window of a helper and of a member: nothing that is not theirs, wherever they go."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.vaults import as_somebody_else, make_vault
from ui import tasks
from ui.forms.record_form import MORE
from ui.main_window import MainWindow
from ui.screens.activities.screen import Activities
from ui.screens.find_or_do import FindOrDo
from ui.screens.keys import find_or_do
from ui.screens.places import PLACES
from ui.screens.register.form import Register
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from ui.screens.today.screen import Today
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import HELPER, MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind

HIDDEN, SHOWN = "Qqhidden", "Qqshown"
"""Planted in what a helper may not read, and in what they may."""
OPEN = ("activity", "session", "time_given", "tally", "barrier", "place", "access")
NAMES = {"person": ("known_as", "other_names"), "organisation": ("name",), "engagement": ("question",)}
"""What a helper may read: these tables, and of those the names."""
EQUAL = "Qqequal"


def planted(table: str) -> dict[str, object]:
    """Return a marker for every field that holds words."""
    texts = [field.code for field in TABLES[table].fields if field.kind in (Kind.TEXT, Kind.NOTE)]
    seen = texts if table in OPEN else NAMES.get(table, ())
    word = EQUAL if table == "equality" else HIDDEN
    return {code: f"{SHOWN if code in seen else word} {table} {code}" for code in texts}


def fill(vault: Vault) -> None:
    """Put a row with markers into every table, each belonging to the one person and the one session."""
    day = today().isoformat()
    with vault.unit("add") as unit:
        person = unit.save("person", None, planted("person") | {"roles": ["volunteer"]})
        activity = unit.save("activity", None, planted("activity"))
        session = unit.save(
            "session", None, planted("session") | {"activity": activity, "date": day, "came": [person]}
        )
        given = {"session": session, "person": person, "hours": 60, "date": day}
        unit.save("time_given", None, given)
        for table in TABLES.keys() - {"person", "activity", "session", "time_given"}:
            links = {"person": person, "session": session, "date": day, "heard_on": day}
            known = {field.code for field in TABLES[table].fields}
            unit.save(table, None, planted(table) | {k: v for k, v in links.items() if k in known})


@pytest.fixture(params=[HELPER, MEMBER])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vault]:
    """A vault with a marker in every field, opened by a helper and then by a member."""
    made, _ = make_vault(tmp_path / "vault")
    fill(made)
    with as_somebody_else(made, request.param) as vault:
        yield vault
        tasks.close()


@pytest.fixture
def shell(opened: Vault, qtbot: QtBot) -> Iterator[Shell]:
    """The inside of the window of whoever that is."""
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.enter(opened)
    qtbot.waitUntil(tasks.idle)
    found = window.shell()
    assert found is not None
    yield found
    qtbot.waitUntil(tasks.idle)
    window.desk = None
    window.close()
    window.deleteLater()


def read(root: QWidget) -> str:
    """Return all words in a window, shown or not: labels, boxes, lists, tips, names for screen readers."""
    words = [root.windowTitle()]
    for one in (root, *root.findChildren(QWidget)):
        words += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            words.append(one.text())
        elif isinstance(one, QPlainTextEdit):
            words.append(one.toPlainText())
        elif isinstance(one, QAbstractItemView | QComboBox):
            words += listed(one.model())
    return "\n".join(words)


def listed(model: QAbstractItemModel | None) -> Iterator[str]:
    """Return what a list shows and tells a screen reader."""
    if model is None:
        return
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row, column in product(range(model.rowCount()), range(columns)):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(model.index(row, column).data(role) or "")


def settled(qtbot: QtBot) -> None:
    """Wait until every answer has come."""
    for _ in range(3):
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()


def walk(shell: Shell, qtbot: QtBot) -> str:
    """Go to every place and to what is opened from it; return all that could be read on the way."""
    seen = []
    session = shell.desk.vault.rows("session")[0]["id"]
    activity = shell.desk.vault.rows("activity")[0]["id"]
    for code in PLACES:
        shell.go(code)
        settled(qtbot)
        seen.append(read(shell.window()))
    for what in (
        "new",
        ("register", activity, "last"),
        ("week",),
        ("session", session),
        ("activity", activity),
    ):
        shell.go("activities", what)
        settled(qtbot)
        for more in shell.findChildren(QAbstractButton):
            if more.text() == tr(MORE):
                more.click()
        seen.append(read(shell.window()))
    find_or_do(shell)
    box = shell.window().findChild(FindOrDo)
    assert box is not None
    for words in ("Qq", "Qqh", "Qqs", "Qqe"):
        box.box.setText(words)
        settled(qtbot)
        seen.append(read(box))
    box.reject()
    return "\n".join(seen)


def test_nothing_that_is_not_theirs_stands_anywhere_in_their_window(shell: Shell, qtbot: QtBot) -> None:
    found = walk(shell, qtbot)
    assert SHOWN in found
    assert EQUAL not in found
    if shell.desk.helper:
        assert [line for line in found.splitlines() if HIDDEN in line] == []
    else:
        assert HIDDEN in found


def test_a_helper_has_the_places_of_a_helper_and_is_told_why_of_the_rest(shell: Shell, qtbot: QtBot) -> None:
    codes = [place.code for place in shell.sidebar.places]
    if not shell.desk.helper:
        assert len(codes) == 7
        return
    assert codes == ["today", "activities"]
    shell.go("people")
    settled(qtbot)
    assert shell.shown == "today"
    assert "Ask a member or a keeper" in shell.toast.sentence.text()
    page = shell.page()
    assert isinstance(page, Today)
    assert [line.sentence for line in page.day.waits._lines] == []
    assert set(page.day.week.numbers) == {"hours", "volunteers"}
    page.day.form.fields.who.box.box.setText("Somebody new")
    assert page.day.form.fields.who._offers("Somebody new") == []


def test_a_helper_logs_hours_takes_a_register_and_takes_back_their_own_work(
    shell: Shell, qtbot: QtBot
) -> None:
    vault, page = shell.desk.vault, shell.page()
    assert isinstance(page, Today)
    person = vault.rows("person")[0]
    who = page.day.form.fields.who.box
    who.pick(who._ask(str(person["known_as"]))[0])
    page.day.form.fields.hours.set_minutes(90)
    page.save()
    settled(qtbot)
    assert [row["hours"] for row in vault.rows("time_given", person=person["id"])] == [60, 90]
    assert shell.toast.take_back()
    settled(qtbot)
    assert [row["hours"] for row in vault.rows("time_given", person=person["id"])] == [60]
    shell.go("activities", ("register", vault.rows("activity")[0]["id"]))
    settled(qtbot)
    at = shell.page()
    assert isinstance(at, Activities)
    (register,) = at.findChildren(Register)
    assert register.said.isVisibleTo(register) is not shell.desk.helper
    register.fields.rows["date"].editor.put("2026-01-05")
    register.fields.rows["people_n"].editor.put(9)
    at.save()
    settled(qtbot)
    assert [row["people_n"] for row in vault.rows("session", date="2026-01-05")] == [9]


def test_settings_hold_what_whoever_is_in_may_set(shell: Shell, qtbot: QtBot) -> None:
    shell.go("settings")
    settled(qtbot)
    page = shell.page()
    assert isinstance(page, Settings)
    shown = [one for one in page.findChildren(QCheckBox) if one.objectName() == "show_engagement"]
    assert shown == []
    assert "A keeper of your group sets" in read(page)
    assert page.passphrase.isVisibleTo(page)
