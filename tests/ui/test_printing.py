"""What is printed from a window reaches the printer that was chosen, and is read the way the window is."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.printing import blank, document, printed


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_page_is_read_the_way_the_window_is(way: Qt.LayoutDirection, qapp: QApplication) -> None:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(way)
    try:
        assert blank().defaultTextOption().textDirection() is way
    finally:
        qapp.setLayoutDirection(before)


def test_each_paragraph_is_read_in_the_direction_of_its_own_words(qapp: QApplication) -> None:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        made = document("خطة", [("السؤال", "Which hours?"), ("من", "المجلس")])
    finally:
        qapp.setLayoutDirection(before)
    _, english, arabic = (made.findBlockByNumber(number).blockFormat() for number in range(3))
    assert english.layoutDirection() is Qt.LayoutDirection.LeftToRight, "else its question mark comes first"
    assert arabic.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for one in (english, arabic):
        assert one.alignment() & Qt.AlignmentFlag.AlignRight


def test_it_is_drawn_on_the_printer_that_was_chosen_and_on_none_when_the_person_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    owner, file = QWidget(), tmp_path / "page.pdf"
    qtbot.addWidget(owner)

    def choose(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFileName(str(file))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", lambda _: False)
    assert not printed(owner, "Plan", [("Who", "Ann <b>and</b> Bo")])
    assert not file.exists()
    monkeypatch.setattr(QPrintDialog, "exec", choose)
    assert printed(owner, "Plan", [("Who", "Ann <b>and</b> Bo")])
    words = " ".join(PdfReader(file).pages[0].extract_text().split())
    assert "Plan" in words
    assert "Ann <b>and</b> Bo" in words
