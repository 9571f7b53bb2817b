"""One box over places, things to do, people and records: type a little, press Enter."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from ui import errors, tasks
from ui.screens.desk import Desk
from ui.screens.help.cards import asks_for_help, help_of
from ui.screens.places import HOME
from ui.screens.verbs import AT_ONCE, HERE, Target, doable
from ui.tasks import Lane, Task
from ui.theme.look import px
from ui.theme.tokens import ROW
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.actions.finding import MOST as ALL
from vcse_desktop.actions.finding import Found, Overtaken, find_or_meant
from vcse_desktop.i18n import N_, tr

MOST, FEW = 8, 3
"""Lines at most, and those of the help where nobody has asked for help."""
RECORD = N_("{kind}: {line}")
MEANT = N_("Also looked for {word}: {line}")
BEST = N_("Show the best of all that hold “{words}”")
HELP = N_("Help: {title}")
HOW = N_("Enter does what is marked. Esc closes this.")


class FindOrDo(QDialog):
    """A box and at most eight lines; Enter takes the marked one, Esc closes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr(N_("Find or do")))
        self._desk, self._window = desk, window
        self._task: Task | None = None
        self._helps: list[tuple[str, str]] = []
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr(N_("A person, a place, or something to do")))
        self.box.setAccessibleName(tr(N_("Find or do")))
        self.lines = QListWidget()
        self.lines.setObjectName("list")
        self.lines.setAccessibleName(tr(N_("Results")))
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setWordWrap(True)
        self._how = text(tr(HOW), "small")
        self._how.setIndent(14)  # as the lines over it
        self.setLayout(column(self.box, self.lines, 6, self._how, gap=6, margin=12))
        self.lines.currentRowChanged.connect(self._embolden)
        self.box.textChanged.connect(self._typed)
        self.box.returnPressed.connect(self._take)
        self.lines.itemActivated.connect(lambda _: self._take())
        self.lines.itemClicked.connect(lambda _: self._take())
        for keys, by in (("Down", 1), ("Up", -1)):
            step = QShortcut(QKeySequence(keys), self.box, context=Qt.ShortcutContext.WidgetShortcut)
            step.activated.connect(lambda by=by: self._step(by))
        width = min(px(620), window.width() - 32)
        height = min(px(92) + MOST * px(ROW + 6), window.height() - 32)
        top = min(px(72), (window.height() - height) // 2)
        where = window.mapToGlobal(QPoint((window.width() - width) // 2, top))
        self._most = window.height() - top - px(16)
        self.setGeometry(QRect(where, QSize(width, height)))
        self._typed("")
        self.box.setFocus()

    def _typed(self, words: str) -> None:
        """Show what can be done at once, then what was found in the records."""
        self.lines.clear()
        wanted = words.casefold().split()
        begun = " ".join(wanted)
        doing = [(line.casefold(), line, target) for line, target in doable(self._desk)]
        fitting = [one for one in doing if all(word in one[0] for word in wanted)]
        for _, line, target in sorted(fitting, key=lambda one: not one[0].startswith(begun)):
            self._add(line, target)
        self._helps = help_of(words, helper=self._desk.helper) if wanted else []
        if asks_for_help(words):
            self._add_help(MOST)
        del self._helps[FEW:]
        self._fit()
        self.lines.setCurrentRow(0)
        if wanted:
            self._seek(words, MOST, best=False)

    def _seek(self, words: str, most: int, *, best: bool) -> None:
        """Look for words: the newest records while somebody types, the best ones when they ask for these."""
        if self._task is not None and isValid(self._task):
            self._task.stop()  # nobody waits for what was asked before
        vault = self._desk.vault
        self._task = tasks.run_long(
            self,
            lambda task: find_or_meant(vault, words, ranked=best, most=most, stopped=task.stopped),
            lambda found: self._found(words, found, most),
            lambda error: None if isinstance(error, Overtaken) else errors.tell(self, error),
            Lane.LOOK,
        )

    def _found(self, words: str, found: list[Found], most: int) -> None:
        if words == self.box.text():
            many = most == MOST and len(found) == MOST and not found[0].meant
            room = most - many - bool(self._helps)
            for one in found:
                if one.kind in HOME:
                    said = tr(RECORD, kind=one.kind_label, line=one.line)
                    said = tr(MEANT, word=one.meant, line=said) if one.meant else said
                    self._add(said, (HOME[one.kind], (one.kind, one.id)), room)
            self._add_help(most - many)
            if many:
                self._add(tr(BEST, words=words), (BEST, words), most)
            if self.lines.currentRow() < 0:
                self.lines.setCurrentRow(0)
            self._fit()

    def _fit(self) -> None:
        """Be as high as the lines need, or as many of them as there is room for."""
        how = self._how.heightForWidth(self.width() - 2 * px(12))
        around = self.box.sizeHint().height() + how + 2 * px(12) + px(6) + px(12)
        high = 0
        for row in range(self.lines.count()):
            one = self.lines.sizeHintForRow(row)
            if high and high + one + around > self._most:
                break
            high += one
        self.lines.setFixedHeight(high)
        self.resize(self.width(), high + around)

    def _embolden(self, chosen: int) -> None:
        for row in range(self.lines.count()):
            letters = self.lines.font()
            letters.setWeight(QFont.Weight.DemiBold if row == chosen else QFont.Weight.Normal)
            self.lines.item(row).setFont(letters)

    def _add(self, line: str, target: Target, most: int = MOST) -> None:
        if self.lines.count() < most:
            item = QListWidgetItem(line, self.lines)
            item.setData(Qt.ItemDataRole.UserRole, target)

    def _add_help(self, most: int) -> None:
        """Add the cards of the help that fit, each once, where there is room."""
        for code, title in self._helps:
            self._add(tr(HELP, title=title), ("help", code), most)
        self._helps = []

    def _step(self, by: int) -> None:
        last = self.lines.count() - 1
        self.lines.setCurrentRow(max(0, min(self.lines.currentRow() + by, last)))

    def _take(self) -> None:
        item = self.lines.currentItem()
        if item is not None:
            place, what = item.data(Qt.ItemDataRole.UserRole)
            if place == BEST:
                self.lines.clear()
                self._seek(str(what), ALL, best=True)
                return
            self.accept()
            if place == HERE:
                AT_ONCE[what][2](self._window, self._desk)
            else:
                self._desk.go(place, what)
