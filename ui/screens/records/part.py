"""Any kind of record on a screen: its list, and one of them opened, added, changed or removed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.screens.bringing_in import KINDS, offer_import
from ui.screens.desk import Desk
from ui.screens.explained import OF_KIND, explained
from ui.screens.filters.bar import FilterBar
from ui.screens.records.form import Making, plain_page
from ui.screens.records.forms import RecordForms
from ui.screens.records.list import RecordsList
from ui.screens.records.loading import Loading
from ui.widgets.frame import column
from vcse_desktop.actions.entering import begun
from vcse_desktop.actions.listing import Line
from vcse_desktop.records.fields import Values


class RecordsPart(QWidget):
    """A part of a screen. ``empty`` is the sentence where there are none.

    ``add`` are the words on the button for a new one, and the heading of its form.

    ``making`` makes the page of a record, where the declaration alone does not do.
    """

    def __init__(
        self,
        desk: Desk,
        kind: str,
        *,
        empty: str,
        add: str,
        making: Making | None = None,
    ) -> None:
        super().__init__()
        self.desk, self.kind = desk, kind
        self.bar = FilterBar(desk, kind)
        self.list = RecordsList(kind, add, empty, self.bar)
        self.loading = Loading(self.list, desk, kind, self.show_lines)
        self.bar.changed.connect(self.loading.seek)
        self.bar.words = self.list.box.text
        self.forms = RecordForms(desk, kind, self.front(), making or plain_page(kind), add)
        self.forms.settled.connect(partial(_settled, self))
        self.list.wanted.connect(self.open)
        self.list.adding.connect(self.new)
        self.list.going_on.connect(self.forms.go_on)
        self.setLayout(column(self.forms))
        if kind in KINDS:
            offer_import(desk, self.list)
        explained(self, OF_KIND.get(kind, ""))
        self.look()

    def front(self) -> QWidget:
        """Return what is shown while no form is: the list."""
        return self.list

    def look(self) -> None:
        """Ask the vault again for the list; a form that is open stays as it is."""
        self.loading.seek()
        self.bar.look()
        self.forms.look()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these records in the list."""
        self.list.show_lines(lines, self.loading.marked)

    def new(self, values: Values | None = None) -> None:
        """Begin a new record with these values; one that was begun before goes on."""
        self.forms.begin(None, begun(self.kind) if values is None else values)

    def open(self, record: object) -> None:
        """Open the form of a record."""
        self.forms.begin(int(str(record)))

    def first(self) -> QWidget:
        """Return where the work begins: in the form, or in the search of the list."""
        page = self.forms.page()
        return page.form.first() if page else self.list.first()

    def search(self) -> None:
        """Go to the search of the list."""
        self.forms.back()
        self.list.search()

    def back(self) -> None:
        """Go back from a form; what was typed stays in it."""
        self.forms.back()

    def save(self) -> None:
        """Save the form that is shown, or say what needs another look."""
        self.forms.save()

    def kept(self) -> object:
        """Return what stands in the forms; None when there is none."""
        return self.forms.kept()

    def again(self, kept: object) -> None:
        """Open the forms again as they were."""
        self.forms.again(kept)


def _settled(part: RecordsPart, saved: object) -> None:
    """Go on in the list, where what was saved is marked."""
    part.loading.marked = saved if isinstance(saved, int) else None
    part.list.say_unsaved(some=part.forms.unsaved() > 0)
    part.first().setFocus()
