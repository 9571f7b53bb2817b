"""The window says in words what keeps it from beginning."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ui import app


def test_an_unusable_folder_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "file"))
    said: list[str] = []

    def read() -> None:
        box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
        said.extend([box.text(), box.informativeText()])
        box.accept()

    QTimer.singleShot(50, read)
    assert app.main() == 3
    assert "folder cannot be used" in said[0]
    assert "Nothing was changed" in said[1]
