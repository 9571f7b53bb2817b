"""What was learned the last time, over the form in which the next of its kind is begun."""

from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.desk import Desk
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.in_own_words import joined
from vcse_desktop.actions.learned import Lesson, Promise, lessons
from vcse_desktop.i18n import N_, tr

LONGEST = 400
TITLE = N_("What you learned last time")
WHOLE = N_("Everything we did")
SAID = {
    "worked": N_("What worked: {words}"),
    "not_worked": N_("What did not: {words}"),
    "next_time": N_("For next time: {words}"),
}
"""What stands before each text of a review."""
ON_BY, ON, BY = N_("Looked back on {day}: {who}"), N_("Looked back on {day}"), N_("Looked back: {who}")
TO_DO = N_("Not noted as done yet: {what}")
TO_DO_WHO = N_("Not noted as done yet: {what} ({who})")
TO_DO_BY = N_("Not noted as done yet: {what}, by {day}")
TO_DO_WHO_BY = N_("Not noted as done yet: {what} ({who}), by {day}")


class Learned(QFrame):
    """The newest, and earlier ones as they are wanted; it takes no room where nobody has looked back.

    ``kind`` and ``record`` are those of ``lessons``.
    """

    def __init__(self, desk: Desk, kind: str, record: int | None = None) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._desk, self._rest = desk, list[Lesson]()
        self._lines = column(gap=12)
        self._earlier = button(tr(N_("Show earlier ones")), self._show_earlier, "quiet")
        self.setLayout(column(heading(tr(TITLE), 2), self._lines, self._earlier, gap=12, margin=20))
        self.setAccessibleName(tr(TITLE))
        self.hide()
        vault = desk.vault
        tasks.run(self, lambda: lessons(vault, kind, record), self._show, partial(errors.tell, self))

    def _show(self, found: list[Lesson]) -> None:
        self._rest = found[1:]
        for one in found[:1]:
            self._lines.addWidget(self._one(one))
        self._earlier.setVisible(bool(self._rest))
        self.setVisible(bool(found))

    def _show_earlier(self) -> None:
        for one in self._rest:
            made = self._one(one)
            self._lines.addWidget(made)
            made.show()  # at once: what is not seen yet takes no focus
        self._earlier.hide()
        self.findChildren(QPushButton)[-len(self._rest)].setFocus()

    def _one(self, lesson: Lesson) -> QWidget:
        about = lesson.about or tr(WHOLE)
        open_ = button(
            tr(N_("Open the review")),
            lambda: self._desk.go("activities", ("review", lesson.review)),
            "quiet",
            name=tr(N_("Open the review of {about}"), about=isolated(about)),
        )
        lines = [text(line) for line in said(lesson)]
        made = QWidget()
        made.setLayout(
            column(text(about, "label"), *_when(lesson), *lines, flow(open_), gap=4),
        )
        return made


def said(lesson: Lesson) -> list[str]:
    """Return in sentences what a review says, and what of it is still to be done."""
    texts = {code: getattr(lesson, code) for code in SAID}
    lines = [tr(SAID[code], words=isolated(_short(words))) for code, words in texts.items() if words]
    return lines + [_to_do(one) for one in lesson.open]


def _to_do(one: Promise) -> str:
    what, who, day = isolated(one.what), isolated(one.who), dates.in_words(one.by) if one.by else ""
    if one.who:
        return tr(TO_DO_WHO_BY, what=what, who=who, day=day) if day else tr(TO_DO_WHO, what=what, who=who)
    return tr(TO_DO_BY, what=what, day=day) if day else tr(TO_DO, what=what)


def _when(lesson: Lesson) -> list[QWidget]:
    """Return when somebody looked back, and who; nothing where neither is noted."""
    who, day = joined(lesson.by), dates.in_words(lesson.day) if lesson.day else ""
    if who:
        return [text(tr(ON_BY, day=day, who=who) if day else tr(BY, who=who), "small")]
    return [text(tr(ON, day=day), "small")] if day else []


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
