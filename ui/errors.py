"""One notice for the world's faults and for rules that say no, and another for faults of ours."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox, QWidget
from shiboken6 import isValid

from ui.theme import icons, look
from vcse_desktop import log
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr

ICON, AROUND = 32, 24
BETWEEN = 12
"""Pixels at 100% between two buttons of a notice."""
OUR_FAULT = N_("Something went wrong in the program. What you saved is safe.")
OUR_TITLE = N_("Something went wrong")
REFERENCE = N_(
    "{sentence} Please go on, or start the program again if it does not do what you ask. "
    "Copy the details for whoever looks after this program: they hold nothing that you typed."
)


def sentence(error: BaseException) -> str:
    """Return what to tell the person; a fault of ours is noted in the log without what was typed."""
    if isinstance(error, VcseError):
        return tr(error.sentence, **error.values)
    log.bug(error)
    return tr(OUR_FAULT)


def tell(owner: QWidget | None, error: BaseException) -> QMessageBox:
    """Show the notice for an error over its window, without holding up what runs; returns it, shown.

    What stands there already is not said again: with a stick pulled out, all that is asked for fails alike.
    """
    window = owner.window() if owner is not None and isValid(owner) else None
    if window is not None and (said := _said(window, error)) is not None:
        return said
    box = QMessageBox(window)
    if window is None:
        look.put_on(box)
    if isinstance(error, VcseError):
        dress(box, "info", tr(error.title), tr(error.sentence, **error.values))
    else:
        lines = log.bug(error)
        dress(box, "warn", tr(OUR_TITLE), tr(REFERENCE, sentence=tr(OUR_FAULT)))
        copy = box.addButton(tr(N_("Copy the details")), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(lines)))
    box.addButton(tr(N_("Close")), QMessageBox.ButtonRole.AcceptRole)
    give_room(box)
    box.open()
    return box


def _said(window: QWidget, error: BaseException) -> QMessageBox | None:
    """Return the notice over a window that says just this of the world; None when there is none."""
    if not isinstance(error, VcseError):
        return None
    words = (tr(error.title), tr(error.sentence, **error.values))
    open_ = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    return next((box for box in open_ if (box.text(), box.informativeText()) == words), None)


def dress(box: QMessageBox, picture: str, title: str, sentence: str) -> None:
    """Give a notice its words, as plain text, and our picture; its heading stands out by the style sheet."""
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr(N_("VCSE Desktop")))
    ink = look.colour("warn" if picture == "warn" else "accent")
    box.setIconPixmap(icons.picture(picture, ink, look.text(ICON)))
    box.setText(title)
    box.setInformativeText(sentence)


def give_room(box: QMessageBox) -> None:
    """Stand away from the edges, once everything is on it: before, it would be laid out anew."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        for label in box.findChildren(QLabel):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    for buttons in box.findChildren(QDialogButtonBox):
        within = buttons.layout()
        if within is not None:
            within.setSpacing(look.px(BETWEEN))
    layout, around = box.layout(), look.px(AROUND)
    if layout is not None:
        layout.setContentsMargins(around, around, around, around)
