"""Which words on a screen did not come from the catalogue, by looking at them in the pseudo-language."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QTableView, QWidget

from tests.accessibility import views_import, views_keys
from tests.accessibility.heard import nodes
from tests.accessibility.holding import CODE
from tests.accessibility.seen import all_of, words
from tests.pseudo import BEGIN, END
from ui.language import NAMES, plain
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.catalogue import TABLES

OF_PACKS = frozenset(
    ("summary-pack.zip", "sent.zip", "known.zip", "altered.zip", "reply.zip", "report.pdf", "letter.docx")
)
"""Names of files."""
PACK = re.compile(r"\d{8}-[0-9a-z]{8}")
KEYS = """Ctrl Alt Shift Enter Esc Tab Space Page Up Down F1 F6""".split()
"""What stands on the keys themselves."""
MONTHS = """January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()


def data(vault: Vault) -> set[str]:
    """Return every text that is in the vault, and what is never translated."""
    kept = {str(one) for table in TABLES for row in vault.rows(table) for one in row.values() if one}
    kept |= {str(slot["label"]) for slot in vault.slots()}
    kept |= views_import.words() | views_keys.words()
    return {text for text in map(close, kept) if any(c.isalpha() for c in text)} | {
        *NAMES.values(),
        *MONTHS,
        *KEYS,
    }


def close(text: str) -> str:
    """Return a text without blanks, ends of lines, places to break, and the second ampersand of a button."""
    return "".join(plain(text).replace("&&", "&").replace("\u200b", "").split())


def shown(root: QWidget) -> Iterator[str]:
    """Yield every text that can be seen or heard in a window."""
    for one in all_of(root, QWidget):
        yield words(one)
        yield one.toolTip()
    for box in all_of(root, QComboBox):
        yield from (box.itemText(index) for index in range(box.count()))
    for bar in all_of(root, QTabBar):
        yield from (bar.tabText(index) for index in range(bar.count()))
    for view in all_of(root, QAbstractItemView):
        model = view.model()
        if model is not None:
            columns = range(model.columnCount() if isinstance(view, QTableView) else 1)
            cells = (model.index(row, column) for row in range(model.rowCount()) for column in columns)
            yield from (str(cell.data() or "") for cell in cells)
    for node in nodes(QAccessible.queryAccessibleInterface(root)):
        yield node.text(QAccessible.Text.Name)
        yield node.text(QAccessible.Text.Description)
    yield root.windowTitle()


def leaks(root: QWidget, known: Collection[str]) -> list[str]:
    """Return the texts that are neither translated nor data, and those put together from pieces."""
    return sorted({text for text in shown(root) if not _sound(close(text), known)})


def _sound(text: str, known: Collection[str]) -> bool:
    if not any(c.isalpha() for c in text) or text in known or text in CODE or Path(text).is_absolute():
        return True
    outside, pieces = _outside(PACK.sub("", text))
    for one in sorted(known, key=len, reverse=True):
        outside = outside.replace(one, "")
    return pieces <= 1 and not re.search(r"[^\W\d_]{2}", outside)


def _outside(text: str) -> tuple[str, int]:
    """Return what stands outside of all marks, and how many pieces with marks there are."""
    depth, pieces, out = 0, 0, []
    for letter in text:
        if letter == BEGIN:
            pieces += depth == 0
            depth += 1
        elif letter == END:
            depth -= 1
        elif depth == 0:
            out.append(letter)
    return "".join(out), pieces
