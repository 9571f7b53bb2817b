"""The records behind one number, each of which can be opened."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.language import isolated, spoken
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, row
from ui.widgets.words import heading, text
from vcse_desktop.actions.principles import Spoken
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.reports import numbers

STEP = 20
WITH_DAY = N_("{kind}, {day}")
Key = tuple[str, str]
"""A principle, and which of its numbers; or a principle of a set of guidance, and that set."""


class Records(QFrame):
    """``wanted`` carries one record that is to be shown."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._of: Key = ("", "")
        self._found: Sequence[Spoken] = ()
        self._shown = STEP
        self._title = heading("", 2)
        self._lines = column(gap=12)
        self._more = button(tr(N_("Show more")), self._show_more)
        self.setLayout(column(self._title, self._lines, self._more, gap=12, margin=20))

    def show_records(self, key: Key, title: str, found: Sequence[Spoken]) -> None:
        """Show the records behind a number under a title, and go to the first."""
        self._of, self._shown = key, STEP
        self._title.setText(title)
        self._fill(found)
        self.show()
        first = self._lines.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus()

    def refresh(self, found: Mapping[Key, Sequence[Spoken]]) -> None:
        """Show what stands behind the same number now."""
        if self._of in found and not self.isHidden():
            self._fill(found[self._of])

    def _fill(self, found: Sequence[Spoken]) -> None:
        self._found = found
        emptied(self._lines)
        for one in found[: self._shown]:
            line = one.line or tr(KINDS[one.kind].label)
            verb = button(
                tr(N_("Open")),
                lambda one=one: self.wanted.emit(one),  # type: ignore[misc]
                "quiet",
                name=tr(N_("Open: {words}"), words=line),
            )
            whole = boxed(
                column(text(isolated(line)), row(text(_under(one), "small", wrap=False), verb, None), gap=2)
            )
            whole.setFocusProxy(verb)
            self._lines.addWidget(whole)
            whole.show()
        self._more.setVisible(len(found) > self._shown)

    def _show_more(self) -> None:
        self._shown += STEP
        self._fill(self._found)


def _under(one: Spoken) -> str:
    kind = tr(KINDS[one.kind].label)
    return tr(WITH_DAY, kind=kind, day=numbers.day(one.day, spoken())) if one.day else kind
