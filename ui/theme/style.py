"""The palette and the style sheet that tokens become."""

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import CHIP, CONTROL, EDGE, END, GAP, MARK, ROW, THEMES, TICK, TYPE, Tokens
from vcse_desktop.paths import data_dir

ROLES = {
    "Window": "bg",
    "WindowText": "ink",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "ink",
    "Button": "surface",
    "ButtonText": "ink",
    "BrightText": "bad",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "Link": "accent",
    "LinkVisited": "accent_hi",
    "ToolTipBase": "ink",
    "ToolTipText": "surface",
    "PlaceholderText": "hint",
    "Mid": "line",
    "Dark": "control",
    "Light": "surface",
    "Accent": "accent",
}


def palette(tokens: Tokens) -> QPalette:
    """Return the colours for what no style sheet reaches."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(QPalette.ColorRole[role], QColor(tokens[name]))
    for role in ("WindowText", "Text", "ButtonText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(tokens["ink2"]))
    return made


def box(pixels: int, size: int) -> int:
    """Return a size of boxes at a text size in percent: 0.8 of what letters gain."""
    return round(pixels * (1 + (size / 100 - 1) * 0.8))


def chip_ink(theme: str) -> str:
    """Return the name of the colour of the words on a chip that is chosen."""
    return "on_accent" if theme == "high" else "on_soft"


def sheet(theme: str, size: int, *, right_to_left: bool) -> str:
    """Return the style sheet of a theme at a text size; it has sides, of which Qt mirrors only text-align."""
    icons = Path(str(data_dir("resources").joinpath("icons"))).as_posix()
    letters = {key: round(pixels * size / 100) for key, pixels in TYPE.items()}
    chip, mark = box(CHIP, size), box(TICK, size)
    boxes: dict[str, str | int] = {
        "control_h": box(CONTROL, size) - 2,  # Qt adds the edges
        "focus_h": box(CONTROL, size) - 6,
        "row_h": box(ROW, size),
        "tick_h": chip,
        "chip_h": chip - 4,
        "chip_r": (chip - 2) // 2,  # Qt drops a radius that is more than half the height
        "tag_r": max(4, (letters["small"] + 8) // 2 - 2),
        "mark": mark,
        "edge": EDGE - 3,  # Qt adds the edge of the button and a little
        "chip_mark": box(MARK, size) - 4,  # Qt adds the edges
        "chip_gap": box(GAP, size),
        "chip_pad": box(END, size),
        "tag_edge": THEMES[theme]["control"] if theme == "high" else "transparent",
        "mark_r": mark // 2 + 2,
        "bar": box(14, size),
        "arrow": box(18, size),
        "drop": box(36, size),
        "start": "right" if right_to_left else "left",
        "end": "left" if right_to_left else "right",
        "chevron": f"{icons}/chevron-{theme}.svg",
        "tick": f"{icons}/tick-{theme}.svg",
    }
    strong = theme == "high"  # an edge alone, or a ground alone, is hard to tell there
    boxes["quiet_edge"] = THEMES[theme]["control"] if strong else "transparent"
    boxes["quiet_pad"] = 8 if strong else 0  # without an edge its words stand in line with those above
    boxes["chip_on"] = THEMES[theme]["accent" if strong else "soft"]
    boxes["chip_ink"] = THEMES[theme][chip_ink(theme)]
    parts = (TEXTS, FIELDS, BUTTONS, VIEWS, *([TURNED] if right_to_left else []))
    return "".join(part.substitute({**THEMES[theme], **letters, **boxes}) for part in parts)


TEXTS = Template("""
* { font-size: ${body}px; }
QMainWindow, QDialog, QStackedWidget, QScrollArea, QWidget#page { background: $bg; border: 0; }
QFrame#side { background: $surface; border: 0; border-$end: 1px solid $line; }
QFrame#topbar { background: $surface; border: 0; border-bottom: 1px solid $line; }
QLabel { color: $ink; background: transparent; }
QLabel[k="h1"] { font-size: ${h1}px; font-weight: 600; }
QLabel[k="h2"] { font-size: ${h2}px; font-weight: 600; }
QLabel[k="h3"] { font-size: ${h3}px; font-weight: 600; }
QLabel[k="number"] { font-size: ${number}px; font-weight: 600; }
QLabel[k="sub"] { color: $ink2; }
QLabel[k="small"] { color: $ink2; font-size: ${small}px; }
QLabel[k="label"] { font-weight: 600; }
QLabel[k="brand"] { font-size: ${h2}px; font-weight: 600; color: $accent; }
QLabel[k="quote"] { font-size: ${h2}px; }
QLabel[k="code"] { font-size: ${number}px; font-weight: 600; }
QLabel[k="problem"] { color: $bad; }
QLabel[k="problem"][ink="warn"] { color: $warn; }
QLabel[k="tag"] { color: $on_soft; background: $soft; border: 1px solid $tag_edge; border-radius: ${tag_r}px;
  padding: 2px 10px; font-size: ${small}px; }
QLabel#example { border-radius: 0; border: 0; border-bottom: 1px solid $control; }
QFrame[k="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[k="well"] { background: $sunken; border: 1px solid $quiet_edge; border-radius: 8px; }
QFrame[k="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[k="toast"] { background: $ink; border-radius: 10px; }
QFrame[k="toast"] QLabel { color: $surface; }
QFrame[k="toast"] QPushButton { background: transparent; color: $surface; border: 1px solid $surface; }
QFrame[k="toast"] QProgressBar { background: transparent; border: 1px solid $surface; }
QFrame[k="toast"] QProgressBar::chunk { background: $surface; }
QFrame[k="ok"] { background: $ok_soft; border: 2px solid $ok; border-radius: 10px; }
QFrame[k="ok"] QLabel { color: $ok; }
QFrame[k="warn"] { background: $warn_soft; border: 2px solid $warn; border-radius: 10px; }
QFrame[k="warn"] QLabel { color: $warn; }
QFrame[k="bad"] { background: $bad_soft; border: 2px solid $bad; border-radius: 10px; }
QFrame[k="bad"] QLabel { color: $bad; }
QFrame[k="info"] { background: $soft; border: 1px solid $control; border-radius: 10px; }
QFrame[k="info"] QLabel { color: $on_soft; }
QLabel#qt_msgbox_label { font-size: ${h2}px; font-weight: 600; }
QToolTip { background: $ink; color: $surface; border: 0; padding: 6px; }
""")

FIELDS = Template("""
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QDateEdit { background: $surface; color: $ink;
  border: 1px solid $control; border-radius: 8px; padding: 0 12px; min-height: ${control_h}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QTextEdit, QPlainTextEdit { placeholder-text-color: $hint; }
QTextEdit, QPlainTextEdit { padding: 6px 9px; }
QLineEdit[large="true"] { font-size: ${number}px; padding: 0 16px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid $focus; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 2px solid $bad; }
QLineEdit[wrong="true"]:focus, QTextEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus,
QComboBox[wrong="true"]:focus { border: 3px solid $bad; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: ${drop}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron");
  width: ${arrow}px; height: ${arrow}px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $control;
  selection-background-color: $soft; selection-color: $on_soft; padding: 4px; outline: 0; }
QCheckBox, QRadioButton { color: $ink; spacing: 10px; min-height: ${tick_h}px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: ${mark}px; height: ${mark}px;
  border: 2px solid $control; background: $surface; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: ${mark_r}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx:0.5, cy:0.5,
  radius:0.5, fx:0.5, fy:0.5, stop:0 $accent, stop:0.48 $accent, stop:0.58 $surface, stop:1 $surface); }
QRadioButton[k="chip"], QCheckBox[k="chip"] { background: $surface; border: 1px solid $control;
  border-radius: ${chip_r}px; min-height: ${chip_h}px; padding: 0; padding-$start: ${chip_pad}px;
  margin: 1px; spacing: 0; outline: 0; }
QRadioButton[k="chip"]:hover, QCheckBox[k="chip"]:hover { background: $sunken; }
QRadioButton[k="chip"]:checked, QCheckBox[k="chip"]:checked { background: $chip_on; color: $chip_ink;
  border: 2px solid $accent; margin: 0; }
QRadioButton[k="chip"]::indicator { width: 0; height: 0; border: 0; image: none; }
QCheckBox[k="chip"] { spacing: ${chip_gap}px; }
QCheckBox[k="chip"]::indicator { width: ${chip_mark}px; height: ${chip_mark}px; }
QCheckBox[k="chip"]::indicator:checked { border-color: $chip_ink; }
QCheckBox[k="person"] { background: $surface; border: 1px solid $control; border-radius: 8px;
  min-height: ${row_h}px; padding: 0 12px; margin: 1px; }
QCheckBox[k="person"]:checked { background: $soft; color: $on_soft; border: 2px solid $accent; margin: 0;
  font-weight: 600; }
""")

BUTTONS = Template("""
QPushButton { background: $surface; color: $ink; border: 1px solid $control; border-radius: 8px;
  padding: 0 16px; min-height: ${control_h}px; outline: 0; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { border: 2px solid $control; }
QPushButton:disabled { color: $ink2; border: 1px dashed $control; }
QMessageBox QPushButton:focus { border: 3px solid $focus; padding: 0 14px; min-height: ${focus_h}px; }
QPushButton[k="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[k="primary"]:hover { background: $accent_hi; }
QPushButton[k="primary"]:disabled { background: $sunken; color: $ink2; border: 1px dashed $control; }
QPushButton[k="quiet"] { background: transparent; border: 1px solid $quiet_edge; color: $accent;
  font-weight: 600; padding: 0 8px; padding-$start: ${quiet_pad}px; }
QPushButton[k="quiet"]:hover { text-decoration: underline; }
QPushButton[k="step"] { padding: 0; font-weight: 600; }
QPushButton[k="search"] { color: $ink2; text-align: left; background: $bg; border: 1px solid $control;
  padding: 0 ${edge}px; }
QPushButton#lock, QPushButton#cover { padding: 0 ${edge}px; }
QPushButton[large="true"] { font-size: ${h2}px; font-weight: 600; padding: 0 24px; }
QPushButton[k="row"] { text-align: left; background: transparent; border: 0; border-radius: 8px;
  padding: 0 10px; color: $ink; }
QPushButton[k="row"]:hover { background: $sunken; }
QPushButton[k="choice"] { text-align: left; padding: 0 16px; min-height: ${row_h}px; font-weight: 600; }
QPushButton::menu-indicator { image: url("$chevron"); width: ${arrow}px; height: ${arrow}px;
  subcontrol-position: center right; subcontrol-origin: padding; right: 8px; }
QMenu { background: $surface; color: $ink; border: 1px solid $control; padding: 6px; }
QMenu::item { padding: 10px 24px; border-radius: 6px; }
QMenu::item:selected { background: $soft; color: $on_soft; }
QMenu::item:checked { font-weight: 600; color: $on_soft; border-radius: 0; padding-$start: 20px;
  border-$start: 4px solid $accent; }
QMenu::indicator { width: 0; height: 0; }
""")

VIEWS = Template("""
QListWidget, QListView { background: transparent; border: 0; outline: 0; color: $ink; }
QListWidget#nav::item { min-height: ${row_h}px; padding: 0 10px; margin: 2px 0; color: $ink2;
  border-$start: 4px solid transparent; }
QListWidget#nav::item:selected { background: $soft; color: $on_soft; border-$start: 4px solid $accent; }
QListWidget#nav::item:hover:!selected { background: $sunken; }
QListWidget#list::item, QListView#list::item { border-bottom: 1px solid $line; min-height: ${row_h}px;
  padding: 2px 10px; border-$start: 4px solid transparent; }
QListWidget#list::item:selected, QListView#list::item:selected { background: $soft; color: $on_soft;
  border-$start: 4px solid $accent; }
QTableView { background: $surface; color: $ink; border: 0; gridline-color: $line; outline: 0;
  selection-background-color: $soft; selection-color: $on_soft; }
QTableView::item { padding: 0 12px; border-bottom: 1px solid $line; }
QTableView::item:focus { border: 2px solid $focus; }
QTableView::item:selected { background: $soft; color: $on_soft; }
QHeaderView, QHeaderView::section { background: $surface; color: $ink2; border: 0; font-size: ${small}px;
  font-weight: 600; }
QHeaderView::section { padding: 10px 12px; border-bottom: 1px solid $control; }
QTableCornerButton::section { background: $surface; border: 0; border-bottom: 1px solid $line; }
QProgressBar { background: $sunken; border: 1px solid $control; border-radius: 5px; min-height: 10px;
  max-height: 10px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $ink2; border: 0; border-bottom: 4px solid transparent;
  padding: 0 16px; min-height: ${control_h}px; }
QTabBar::tab:selected { color: $on_soft; border-bottom: 4px solid $accent; font-weight: 600; }
QTabBar::tab:hover:!selected { background: $sunken; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 2px; }
QScrollBar::handle:vertical { background: $control; border-radius: 4px; min-height: 40px; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 2px; }
QScrollBar::handle:horizontal { background: $control; border-radius: 4px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QDialog#palette { background: $surface; border: 2px solid $control; border-radius: 12px; }
QCalendarWidget QWidget { alternate-background-color: $sunken; }
""")

TURNED = Template("""
QLineEdit { qproperty-alignment: 'AlignRight | AlignAbsolute | AlignVCenter'; }
""")
"""From right to left a box begins where its label does, whatever is typed; Qt would go by what is typed."""
