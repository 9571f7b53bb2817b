"""A chart in the window: told by its description, reached by Tab, in the colours that are worn."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QAccessible, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from ui.screens.contents.sheet import picture_label
from ui.theme import look
from ui.theme.look import Look
from ui.theme.tokens import THEMES
from ui.widgets.chart import ChartPicture
from vcse_desktop.reports.blocks import Chart, Hidden, NotRecorded, Picture, Series, Shown
from vcse_desktop.reports.shapes import Box, Label
from vcse_desktop.reports.spoken import alt_text

VALUES = (Shown(5), Hidden(), NotRecorded(), Shown(0))
CHART = Chart(
    "bars", "Places", ("A", "B", "C", "D"), (Series("People", VALUES),), "table", lang="en", id="c", dir="ltr"
)


def shown(qtbot: QtBot, chart: Chart, width: int = 600) -> ChartPicture:
    made = ChartPicture(chart)
    qtbot.addWidget(made)
    width = max(made.minimumSizeHint().width(), min(width, made.maximumWidth()))
    made.resize(width, made.heightForWidth(width))
    made.show()
    qtbot.waitUntil(lambda: made.width() == width)
    return made


def colours(made: ChartPicture) -> set[str]:
    """Return every colour that is drawn."""
    image = made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }


def test_a_chart_is_a_picture_that_says_what_it_shows_and_tab_comes_to_it(qtbot: QtBot) -> None:
    made = shown(qtbot, CHART)
    told = QAccessible.queryAccessibleInterface(made)
    assert told is not None
    assert told.role() is QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Chart. Places"
    assert told.text(QAccessible.Text.Description) == alt_text(CHART)
    assert made.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_chart_wears_the_colours_of_the_window(qtbot: QtBot) -> None:
    made = shown(qtbot, CHART)
    try:
        for theme, tokens in THEMES.items():
            look.wear(Look(theme))
            assert {tokens["accent"], tokens["ink"]} <= colours(made), theme
    finally:
        look.wear(Look())


def test_where_it_is_narrow_labels_stand_above_their_bars_and_nothing_lies_outside(qtbot: QtBot) -> None:
    for size in (100, 200):
        look.wear(Look(size=size))
        for width in (200, 1200):
            made = shown(qtbot, CHART, width)
            picture = made.picture(made.width())
            labels = [shape for shape in picture.shapes if isinstance(shape, Label)]
            first = next(label for label in labels if label.text == "A")
            assert first.anchor == ("start" if width == 200 else "end")
            assert picture.width <= made.width() and picture.height <= made.height()
            assert picture.size == look.text(16)
            assert [label.text for label in labels if label.strong] == ["5", "[c]", "not recorded", "0"]
    look.wear(Look())


def test_read_from_the_right_its_bars_grow_to_the_left(qtbot: QtBot) -> None:
    made = shown(qtbot, replace(CHART, dir="rtl"))
    picture = made.picture(made.width())
    _, bar = (shape for shape in picture.shapes if isinstance(shape, Box))
    number = next(shape for shape in picture.shapes if isinstance(shape, Label) and shape.text == "5")
    assert number.x < bar.x and number.anchor == "end"
    assert colours(made)


def test_a_picture_that_goes_along_says_what_it_shows(qtbot: QtBot) -> None:
    drawn, kept = QImage(900, 300, QImage.Format.Format_RGB32), QBuffer()
    drawn.fill(Qt.GlobalColor.red)
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"PNG")).write(drawn)
    made = picture_label(Picture(bytes(kept.data().data()), "Our sign, a red house", 900, 300))
    qtbot.addWidget(made)
    told = QAccessible.queryAccessibleInterface(made)
    assert told is not None
    assert (told.role(), told.text(QAccessible.Text.Name)) == (
        QAccessible.Role.Graphic,
        "Our sign, a red house",
    )
    assert (made.pixmap().width(), made.pixmap().height()) == (220, 73)
