"""One notice for the world's faults and another for ours; neither shows what a person typed by accident."""

import logging

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ui import errors
from ui.app import unexpected
from ui.main_window import MainWindow
from vcse_desktop.errors import WorldError
from vcse_desktop.i18n import N_

PLACE = "help"

FULL = WorldError(N_("The disk is full"), N_("“{name}” was not written."), name="<b>Ŵyn</b>")


def buttons(box: QMessageBox) -> dict[str, QPushButton]:
    """Return the buttons of a notice by their words."""
    return {button.text(): button for button in box.findChildren(QPushButton)}


def test_a_fault_of_the_world_says_what_happened_as_plain_text(window: MainWindow) -> None:
    box = errors.tell(window, FULL)
    assert box.text() == "The disk is full"
    assert "“<b>Ŵyn</b>” was not written." in box.informativeText()
    assert box.textFormat().name == "PlainText"
    assert list(buttons(box)) == ["Close"]
    box.close()


def test_a_fault_of_ours_can_be_copied_without_what_was_typed(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    try:
        int("Mrs Smith of 4 Low Road")
    except ValueError as error:
        box = errors.tell(window, error)
    assert "What you saved is safe" in box.informativeText()
    buttons(box)["Copy the details"].click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("ValueError")
    assert "Smith" not in copied + caplog.text


def test_an_unexpected_error_in_a_slot_is_told_and_the_window_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    try:
        raise KeyError("Joan")
    except KeyError as error:
        unexpected(KeyError, error, None)
    box = next(child for child in window.findChildren(QMessageBox) if child.isVisible())
    assert "Something went wrong" in box.text()
    assert "Joan" not in box.text() + box.informativeText()
    box.close()


def test_what_fails_alike_several_times_is_told_once_until_it_is_closed(window: MainWindow) -> None:
    first, again = errors.tell(window, FULL), errors.tell(window, FULL)
    other = errors.tell(window, WorldError(N_("The disk is full"), N_("Nothing was changed.")))
    assert again is first
    assert [box for box in window.findChildren(QMessageBox) if box.isVisible()] == [first, other]
    other.close()
    first.close()
    later = errors.tell(window, FULL)
    assert later is not first and later.isVisible()
    later.close()
