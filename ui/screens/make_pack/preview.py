"""Step 3 of a pack: every page, table, quote and file exactly as it will leave."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.language import isolated, spoken
from ui.screens.contents.sheet import block_widget, consent_words, in_order_of
from ui.screens.contents.table import TableCard
from ui.screens.desk import Desk
from ui.screens.make_pack.warned import Warned
from ui.screens.today.behind import BehindNumber
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.scrolled import from_here
from ui.widgets.words import heading, text
from vcse_desktop.actions import previewing
from vcse_desktop.actions.behind import figure_records, records_behind
from vcse_desktop.actions.pack_words import Pointing
from vcse_desktop.actions.previewing import Chapter, Table
from vcse_desktop.actions.sending import Draft
from vcse_desktop.actions.speaking import LANGUAGES
from vcse_desktop.i18n import N_, ngettext, tr

FILES = "files"
KIB = 1024
STALE = N_(
    "Something was recorded since these pages were made. They would leave as you see them here. "
    "To have the new numbers in them, go back to step 1 and come here again."
)
OTHER_LANGUAGE = N_("This pack is in {language}: its sections and pages are shown in the words that leave.")
FILE = N_("{name} ({size})")
NOUGHTS = N_("“{table}” has noughts alone: it is in the files, and not on the pages.")


class Preview(QWidget):
    """The report in chapters, of which one is shown, and the list of files as the last."""

    def __init__(self, draft: Draft, pointing: Sequence[Pointing] = (), desk: Desk | None = None) -> None:
        """``pointing`` is what of the words typed by hand may point at somebody.

        With a ``desk`` each number shows the records behind it.
        """
        super().__init__()
        self._draft, self._desk = draft, desk
        self.behind = BehindNumber(desk) if desk else None
        self._waiting = column(*([self.behind] if self.behind else []))
        self._chapters = {chapter.code: chapter for chapter in previewing.chapters(draft)}
        offer = [(chapter.code, chapter.title) for chapter in self._chapters.values()]
        self.turn = OneOf(tr(N_("Pages")), [*offer, (FILES, tr(N_("Files")))], offer[0][0])
        self.stale = Notice("warn")
        self.warned = Warned(pointing)
        self._page = column(gap=12)
        self._sheet = boxed(self._page)
        self._seen = {offer[0][0]}
        self._looked = text("", "sub")
        self.before = button(tr(N_("Page before")), lambda: self._by(-1))
        self.on = button(tr(N_("Next page")), lambda: self._by(1))
        turning = column(self.turn, self._looked, gap=8)
        self.setLayout(
            column(
                self.stale,
                self.warned,
                self._known(),
                turning,
                self._sheet,
                self._waiting,
                flow(self.before, self.on, gap=16),
                gap=16,
            )
        )
        self.turn.chosen.connect(self._turned)
        self._show(offer[0][0])

    def _known(self) -> QWidget:
        """Return what it is, how much is hidden, and what earlier packs gave away."""
        draft = self._draft
        said = [*previewing.what_is_hidden(draft), *previewing.given_away(draft, spoken())]
        return card(
            text(isolated(draft.title), "label"),
            text(tr(N_("Only what you see here leaves. Turn the pages and look at each."))),
            *map(text, said),
            text(_quotes(len(draft.quotes))),
            *in_which(draft.told.language),
            gap=6,
        )

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.turn.buttons[self.turn.code() or FILES]

    def grow_stale(self) -> None:
        """Say that something was recorded since."""
        self.stale.say(tr(STALE), "warn")

    def _turned(self) -> None:
        code = self.turn.code() or FILES
        self._seen.add(code)
        self._show(code)
        announce(self, self.turn.buttons[code].text())

    def _by(self, step: int) -> None:
        """Turn to the page after this one or before it, and show it from its top."""
        codes = list(self.turn.buttons)
        self.turn.buttons[codes[codes.index(self.turn.code() or FILES) + step]].setChecked(True)
        if not (self.on if step > 0 else self.before).isVisible():
            self.turn.setFocus()
        QTimer.singleShot(0, self, partial(from_here, self._sheet))

    def _show(self, code: str) -> None:
        if self.behind:
            self.behind.hide()
            self._waiting.addWidget(self.behind)  # out of what goes now
        emptied(self._page)
        self.on.setVisible(code != FILES)
        self.before.setVisible(code != next(iter(self.turn.buttons)))
        self._looked.setText(
            tr(
                N_("You have looked at {seen} of {pages}."),
                seen=len(self._seen),
                pages=len(self.turn.buttons),
            )
        )
        shown = self._files() if code == FILES else self._blocks(self._chapters[code])
        for widget in shown:
            self._page.addWidget(widget)
        if code == FILES:
            self._sheet.unsetLayoutDirection()
        else:
            in_order_of(self._sheet, self._draft.told.language)

    def _blocks(self, chapter: Chapter) -> list[QWidget]:
        draft = self._draft
        consents = {quote.text: consent_words(quote) for quote in draft.quotes}
        why = lambda table: previewing.reasons(draft, table, spoken())  # noqa: E731
        opens = self._look_at_figure if self.behind else None
        shown = partial(block_widget, why=why, consents=consents, opens=opens, language=draft.told.language)
        made = [(block, shown(block)) for block in chapter.blocks]
        for block, widget in made:
            if self.behind and isinstance(widget, TableCard) and isinstance(block, Table):
                widget.offer_records()
                widget.behind.connect(partial(self._look_behind, widget, block))
        return [widget for _, widget in made]

    def _look_at_figure(self, name: str, said: str, card: QWidget) -> None:
        """Show the records behind a large number, under the card that it stands on."""
        if self.behind and self._desk:
            vault, draft = self._desk.vault, self._draft
            self._page.insertWidget(self._page.indexOf(card) + 1, self.behind)
            self.behind.look(lambda: figure_records(vault, draft, name), said)

    def _look_behind(self, card: TableCard, block: Table, place: tuple[int, int], said: str) -> None:
        """Show the records behind a number, under its table."""
        if self.behind and self._desk:
            vault, draft = self._desk.vault, self._draft
            self._page.insertWidget(self._page.indexOf(card) + 1, self.behind)
            self.behind.look(lambda: records_behind(vault, draft, block, *place), said)

    def _files(self) -> list[QWidget]:
        found: dict[str, list[str]] = {}
        for file in self._draft.files():
            line = tr(FILE, name=isolated(file.name), size=isolated(_size(file.size)))
            found.setdefault(previewing.file_words(file), []).append(line)
        lines = [
            boxed(column(text(what, "label"), *(text(line) for line in names), gap=2))
            for what, names in found.items()
        ]
        noughts = [
            text(tr(NOUGHTS, table=isolated(name)), "small") for name in previewing.unprinted(self._draft)
        ]
        title = heading(tr(N_("Every file in the pack")), 2)
        said = text(tr(N_("Beside these stands our signature. There is nothing else.")), "sub")
        return [card(title, said, *lines, *noughts, gap=10)]


def in_which(language: str) -> list[QWidget]:
    """Return what is said where the window has another language than the pack."""
    said = tr(OTHER_LANGUAGE, language=isolated(LANGUAGES[language]))
    return [] if spoken() == language else [text(said, "small")]


def _quotes(number: int) -> str:
    if not number:
        return tr(N_("Nothing that people said is in it."))
    return ngettext(
        "1 quote is in it, with the consent beside it.",
        "{n} quotes are in it, each with the consent beside it.",
        number,
    )


def _size(size: int) -> str:
    if size < KIB:
        return ngettext("1 byte", "{n} bytes", size)
    return tr(N_("{n} KB"), n=round(size / KIB))
