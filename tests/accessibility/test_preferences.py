"""What this computer prefers is asked of it, and followed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme import look

CONTRAST, SCHEME = Qt.ContrastPreference, Qt.ColorScheme


@pytest.mark.parametrize(
    ("contrast", "scheme", "theme"),
    [
        (CONTRAST.NoPreference, SCHEME.Unknown, "light"),
        (CONTRAST.NoPreference, SCHEME.Light, "light"),
        (CONTRAST.NoPreference, SCHEME.Dark, "dark"),
        (CONTRAST.HighContrast, SCHEME.Light, "high"),
        (CONTRAST.HighContrast, SCHEME.Dark, "high"),
    ],
)
def test_high_contrast_comes_before_dark_and_light(
    contrast: Qt.ContrastPreference, scheme: Qt.ColorScheme, theme: str
) -> None:
    assert look.preferred(contrast, scheme) == theme


def test_the_colours_are_those_that_the_system_prefers_unless_others_are_chosen(qapp: QApplication) -> None:
    hints = QGuiApplication.styleHints()  # kept in a variable: else its child is deleted under us
    told = hints.accessibility()
    wanted = look.preferred(told.contrastPreference(), hints.colorScheme())
    assert look.chosen("system", 150) == look.Look(wanted, 150)
    assert look.chosen("high", 100) == look.Look("high", 100)


def test_nothing_moves_by_itself(root: Path) -> None:
    moving = ("QPropertyAnimation", "QVariantAnimation", "QMovie", "QTimeLine", "QGraphicsEffect")
    for file in (root / "ui").rglob("*.py"):
        found = [word for word in moving if word in file.read_text("utf-8")]
        assert not found, f"{file.name}: {found}: some people become ill from things that move"
