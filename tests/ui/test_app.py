"""The window tells in words that it cannot begin on this computer."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ui import app


def test_an_unusable_folder_is_told_in_words(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "file"))
    said: list[str] = []
    monkeypatch.setattr(app, "QApplication", lambda _: qtbot)
    monkeypatch.setattr(qtbot, "setStyleSheet", lambda _: None, raising=False)
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: said.extend(words[1:]))
    assert app.main() == 3
    assert "Nothing was changed" in said[1]
