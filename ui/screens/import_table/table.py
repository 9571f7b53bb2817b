"""Step 2 of an import: which sheet, where its headings are, what its rows are, and how it is laid out."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.explained import explained
from ui.screens.import_table.chooser import Chooser, show_choice
from ui.screens.import_table.course import Course
from ui.screens.import_table.said import SHAPES, used_before, where_it_is
from ui.screens.import_table.sheet_rows import SheetRows, SheetView
from ui.widgets.buttons import button
from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import boxed, card, column, emptied, field, flow
from ui.widgets.sentences import Sentences
from ui.widgets.words import heading, text
from vcse_desktop.actions.imports import proposing
from vcse_desktop.actions.imports.opening import Opened
from vcse_desktop.actions.imports.proposing import Plan, Shape
from vcse_desktop.i18n import N_, ngettext, tr

ROWS = N_("The first rows of the sheet")
HEADED = N_("The headings are in row {row}.")
UNHEADED = N_("There is no row of headings: columns are called by their letters.")
POINT = N_("If that is wrong, go to the right row with the arrow keys and press Enter.")
APART_ROW = N_("Row {row} is left apart: {why}")
LIKELY = N_("This looks like {kind}: {known} of {all} columns fit.")
FROM = N_("The headings are those that {program} writes.")
BEFORE = N_(
    "A file with these headings was brought in before. What was chosen then is chosen now; look it over."
)
APART = 5
"""Rows left apart that are named."""


class Table(QWidget):
    """A look at the sheet, with what was understood of it and a way to say otherwise."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        explained(self, "layouts")
        self._course = course
        opened = course.opened
        names = [grid.name for grid in opened.book.grids] if opened is not None else []
        about = tr(N_("The sheet of the file that holds the table"))
        offer = [(str(at), isolated(name)) for at, name in enumerate(names)]
        self.sheet = Chooser(tr(N_("Sheet")), about, offer)
        self.sheet.taken.connect(lambda at: course.look_at(int(at), "guess"))
        self._sheets = boxed(field(tr(N_("Sheet")), self.sheet, about))
        self._headed, self._apart = text(""), Sentences()
        self.rows = SheetView(tr(ROWS))
        self.rows.pointed.connect(self._point)
        self.here, self.none = button("", self._here), button(tr(N_("There are no headings")), self._none)
        self._point_at = text(tr(POINT), "small")
        look = [heading(tr(ROWS), 3), self._headed, self._point_at, self.rows]
        where = card(self._sheets, *look, flow(self.here, self.none), self._apart, gap=12)
        about_kind = tr(N_("What one record of this file is"))
        self.kind = Chooser(tr(N_("What it holds")), about_kind, proposing.kinds())
        self.kind.taken.connect(lambda code: course.mean(str(code), None))
        self._likely = Sentences()
        self._layout = column()
        holds = column(field(tr(N_("What it holds")), self.kind, about_kind), self._likely, gap=8)
        self._shape: tuple[str, Shape] | None = None
        self.shape: OneWithMeaning | None = None
        self.setLayout(column(card(holds, boxed(self._layout), gap=16), where, gap=16))
        self._sheets.setVisible(len(names) > 1)
        self.renew()

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.kind if self._sheets.isHidden() else self.sheet

    def renew(self) -> None:
        """Show the sheet that is looked at, and what its table is taken for."""
        opened, plan = self._course.opened, self._course.plan
        if opened is None or plan is None:
            return
        self.sheet.choose(str(opened.sheet))
        self._show_rows(opened)
        self.kind.choose(plan.kind)
        self._likely.show_all(_likely(plan, self.kind.currentText()))
        self._show_shapes(plan)

    def _show_rows(self, opened: Opened) -> None:
        header = opened.header
        words = tr(UNHEADED) if header is None else tr(HEADED, row=header)
        self._headed.setText(tr(N_("{headings} {table}"), headings=words, table=where_it_is(opened)))
        self.rows.show_rows(SheetRows(opened), header or 1)
        self.rows.selectionModel().currentChanged.connect(self._moved)
        self._moved(self.rows.currentIndex())
        self.none.setVisible(header is not None)
        named = [tr(APART_ROW, row=row, why=why) for row, why in opened.table.apart[:APART]]
        more = len(opened.table.apart) - APART
        if more > 0:
            named.append(ngettext("{n} more row is left apart.", "{n} more rows are left apart.", more))
        self._apart.show_all(named)

    def _show_shapes(self, plan: Plan) -> None:
        """Offer the ways in which a table of this kind may be laid out, where there are several."""
        if self._shape is not None and self._shape[0] == plan.kind and self.shape is not None:
            show_choice(self.shape, plan.shape.value)
            return
        emptied(self._layout)
        self.shape, self._shape = None, (plan.kind, plan.shape)
        shapes = proposing.shapes(plan.kind)
        if len(shapes) > 1:
            title = tr(N_("How it is laid out"))
            offer = [(one.value, tr(SHAPES[one][0]), tr(SHAPES[one][1])) for one in shapes]
            self.shape = OneWithMeaning(title, offer, plan.shape.value)
            self.shape.chosen.connect(self._reshape)
            self._layout.addWidget(text(title, "label"))
            self._layout.addWidget(self.shape)
            self.shape.show()

    def _reshape(self) -> None:
        plan, code = self._course.plan, self.shape.code() if self.shape is not None else None
        if plan is not None and code and code != plan.shape.value:
            self._course.mean(plan.kind, Shape(code))

    def _moved(self, index: QModelIndex) -> None:
        """Let the button speak of the row that one has come to."""
        opened, row = self._course.opened, index.row() + 1
        self.here.setText(tr(N_("The headings are in row {row}"), row=row))
        self.here.setVisible(opened is not None and opened.header != row and row > 0)

    def _here(self) -> None:
        self.rows.setFocus()
        self._point(self.rows.currentIndex().row() + 1)

    def _none(self) -> None:
        if self._course.opened is not None:
            self.rows.setFocus()
            self._course.look_at(self._course.opened.sheet, None)

    def _point(self, row: int) -> None:
        opened = self._course.opened
        if opened is not None and opened.header != row:
            self._course.look_at(opened.sheet, row)


def _likely(plan: Plan, kind: str) -> list[str]:
    """Return why the table is taken for what it is."""
    if used_before(plan):
        return [tr(BEFORE)]
    found = [tr(FROM, program=isolated(plan.program))] if plan.program else []
    known, every = len({**plan.columns, **plan.days}), len(plan.table.columns)
    return [*found, tr(LIKELY, kind=kind, known=known, all=every)]
