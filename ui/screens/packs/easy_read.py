"""The Easy Read page of the group: written here, and put into a pack when that is made."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import keyed
from ui.screens.packs.easy_list import Sentences
from ui.screens.packs.easy_try import EasyTry
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import card, column, field
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.easy_read import (
    MOST_LINES,
    MOST_WORDS,
    EasyRead,
    Line,
    keep_page,
    kept_page,
    missing,
)
from vcse_desktop.i18n import N_, tr

WHAT = N_(
    "A page for people who find reading hard: at most {lines} sentences of at most {words} words, each with "
    "a picture. You write it. The program counts the words, and never writes or shortens any. Best of all, "
    "write it with people who use Easy Read, and let them try it."
)
NUMBERS = N_(
    "Write no numbers of people but those that the report shows. Every pack asks before words that may point "
    "at somebody leave."
)
EMPTY = N_("No Easy Read page yet. One sentence and one picture are a start.")
KEEPER = N_("A keeper of your group can write the Easy Read page. Ask one of them.")
READY = N_("The page is finished. When you make a pack, you choose whether it goes in.")
OPEN = N_("Before it can go into a pack: {missing}")
KEPT = N_("The Easy Read page is kept.")


class EasyReadPage(QWidget):
    """What was typed and not kept stays when something else changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "easy")
        self.desk = desk
        self.kept: EasyRead | None = None
        self.sentences = Sentences(desk.vault)
        self.title, self.written_by, self.tested_by = QLineEdit(), QLineEdit(), QLineEdit()
        self.try_it = EasyTry(desk.vault)
        self._empty, self._stands = text(tr(EMPTY)), text("")
        self.notice = Notice("ok")
        self.keep = button(tr(N_("Keep the page")), self.save, "primary")
        if not desk.keeper:
            self.setLayout(column(card(text(tr(KEEPER))), None))
            return
        self.setLayout(self._whole())
        for box in (self.title, self.written_by, self.tested_by):
            box.textChanged.connect(lambda _: self.notice.clear())
        self.sentences.changed.connect(self.notice.clear)
        changes.changed.connect(self._changed)
        begun(self, Drafted(lambda: ("easy_read", None), self._draft, self._again))
        self._show(None)
        self.look()

    def _whole(self) -> QVBoxLayout:
        what = tr(WHAT, lines=MOST_LINES, words=MOST_WORDS)
        who = N_("Such as: our carers' forum. Names only of people who want that.")
        return column(
            card(text(what), text(tr(NUMBERS)), self._empty, field(tr(N_("Title")), self.title), gap=12),
            self.sentences,
            card(
                heading(tr(N_("Who made it")), 2),
                field(tr(N_("Who wrote it")), self.written_by, tr(who)),
                field(
                    tr(N_("Who tested it")), self.tested_by, tr(N_("Empty: the page says that nobody has."))
                ),
                gap=12,
            ),
            self._stands,
            self.notice,
            keyed(self.keep, tr(N_("Ctrl+Enter"))),
            self.try_it,
            None,
            gap=16,
        )

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.title if self.desk.keeper else self

    def look(self) -> None:
        """Ask the vault for the page."""
        vault = self.desk.vault
        tasks.run(self, lambda: kept_page(vault), self._looked, partial(errors.tell, self))

    def save(self) -> None:
        """Keep what stands here, finished or not (Ctrl+Enter)."""
        if not self.desk.keeper:
            return
        vault, page = self.desk.vault, self.page()

        def kept(changed: Changed) -> None:
            over(self)
            self.kept = None  # what stands here is what was kept
            self.desk.did(tr(KEPT), changed)
            self.look()

        tasks.run(self, lambda: keep_page(vault, page), kept, self._failed, Lane.ACT)

    def page(self) -> EasyRead:
        """Return the page as it stands here."""
        said = self.title.text(), self.written_by.text(), self.tested_by.text()
        return EasyRead(*said, self.sentences.lines())

    def _looked(self, page: EasyRead | None) -> None:
        if self.kept is None or self.page() == self.kept:
            self._show(page)

    def _show(self, page: EasyRead | None) -> None:
        self.kept = page or EasyRead(lines=(Line(),))
        self._empty.setVisible(page is None)
        for box, words in (
            (self.title, self.kept.title),
            (self.written_by, self.kept.written_by),
            (self.tested_by, self.kept.tested_by),
        ):
            box.setText(words)
        open_still = missing(page) if page else []
        said = tr(OPEN, missing=" ".join(open_still)) if open_still else tr(READY)
        self._stands.setText(said if page else "")
        self._stands.setVisible(page is not None)
        self.try_it.setVisible(page is not None and not open_still)
        self.sentences.put(self.kept.lines)

    def _changed(self, changed: Changed) -> None:
        if "setting" in changed.kinds:
            self.look()

    def _failed(self, error: BaseException) -> None:
        self.notice.say(errors.sentence(error), "bad")

    def _draft(self) -> dict[str, object] | None:
        page = self.page()
        if self.kept is None or page == self.kept:
            return None
        words = [[line.text, line.shows, line.picture] for line in page.lines]
        return {"said": [page.title, page.written_by, page.tested_by], "lines": words}

    def _again(self, draft: Mapping[str, Sequence[Sequence[object]]]) -> None:
        said = (str(words) for words in draft["said"])
        for box, words in zip((self.title, self.written_by, self.tested_by), said, strict=True):
            box.setText(words)
        self.sentences.put([Line(str(a), str(b), int(str(c)) if c else None) for a, b, c in draft["lines"]])
