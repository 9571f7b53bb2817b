"""Who may open this: the list, and for a keeper one thing at a time to do about it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tasks
from ui.changes import changes
from ui.language import isolated, spoken
from ui.screens.screen import Screen
from ui.screens.settings.leaving import Leaving
from ui.screens.settings.newcomer import AboutOne, Newcomer
from ui.screens.settings.reminder import Reminder
from ui.screens.settings.roles import HONEST, ROLES, role_name
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow, row, rule
from ui.widgets.notice import Notice
from ui.widgets.words import tag, text
from vcse_desktop.actions import holding
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.holding import Holder
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

SINCE = N_("{role}, since {day}")
ONE_KEEPER = N_(
    "There is one keeper. With a second one, or a recovery sheet that was tried, one forgotten passphrase "
    "shuts nobody out."
)
ASK_A_KEEPER = N_("A keeper can add people here and change what they can do.")
ADDED = N_("{name} can open this from now on.")
CHANGED = N_("{name} was changed.")
UNFINISHED = N_("A new key that was begun could not be finished, as there was no room for it. Make it again.")


class Holders(QWidget):
    """``form`` is what is being done now, None for nothing: then the list stands alone."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._known: list[Holder] = []
        self._may = False
        self.form: Newcomer | AboutOne | Leaving | None = None
        self._list, self._place = QVBoxLayout(), QVBoxLayout()
        self.add = button(tr(N_("Add a person…")), lambda: self._stand(Newcomer()), picture="add")
        self.key = button(tr(N_("Make a new key…")), lambda: self._stand(Leaving(screen, None)))
        self._verbs = flow(self.add, self.key)
        self._ask = text(tr(ASK_A_KEEPER), "sub")
        self._lonely = Reminder()
        self.notice = Notice("ok")
        things = (self._list, self._lonely, self._verbs, self._ask, self._place, self.notice)
        self.setLayout(column(*things, text(tr(HONEST), "small"), gap=16))
        self._verbs.hide()
        self.setFocusProxy(self.add)

    def look(self) -> None:
        """Ask who is on the list, and whether whoever is in may change it."""
        vault = self._screen.vault
        self._screen.ask(
            lambda: (holding.holders(vault), holding.may_change(vault), vault.rehearsed, vault.unfinished),
            lambda found: self._show(*found),
        )

    def save(self) -> None:
        """Keep the form that is open."""
        if isinstance(self.form, AboutOne):
            self.form.save()

    def _show(self, people: list[Holder], may: bool, rehearsed: bool, unfinished: bool) -> None:
        self._known, self._may = people, may
        emptied(self._list)
        for number, one in enumerate(people):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._line(one))
        self._verbs.setVisible(may and self.form is None)
        self._ask.setVisible(not may)
        alone = sum(one.role == "keeper" for one in people) == 1
        lonely = tr(ONE_KEEPER) if alone and not rehearsed else ""
        self._lonely.remind("warn" if unfinished else "info", tr(UNFINISHED) if unfinished else lonely)

    def _line(self, one: Holder) -> QWidget:
        since = numbers.day(one.since, spoken())
        names = row(text(isolated(one.label), "label"), *([tag(tr(N_("you")))] if one.me else []), None)
        said = column(
            names,
            text(tr(SINCE, role=role_name(one.role), day=isolated(since)), "sub"),
            text(tr(ROLES[one.role][1]), "small"),
            gap=2,
        )
        if not self._may:
            return boxed(said)
        named = isolated(one.label)
        change = button(
            tr(N_("Change…")), lambda: self._change(one), name=tr(N_("Change {name}…"), name=named)
        )
        if one.me:
            return boxed(column(said, flow(change), gap=8))
        out = button(
            tr(N_("Take out…")),
            lambda: self._stand(Leaving(self._screen, one)),
            name=tr(N_("Take {name} out…"), name=named),
        )
        return boxed(column(said, flow(change, out), gap=8))

    def _change(self, one: Holder) -> None:
        form = AboutOne(tr(N_("Change {name}"), name=isolated(one.label)), tr(N_("Save")), one)
        form.setProperty("slot", one.slot)
        self._stand(form)

    def _stand(self, form: Newcomer | AboutOne | Leaving) -> None:
        if isinstance(self.form, Leaving) and self.form.busy():
            return
        self._close()
        self.notice.clear()
        self.form = form
        form.left.connect(self._put_off)
        if isinstance(form, Leaving):
            form.done.connect(self._done)
            form.failed.connect(self._failed)
        else:
            form.kept.connect(self._keep)
        self._place.addWidget(form)
        self._verbs.hide()
        self._lonely.stand_aside(aside=True)
        form.show()
        form.setFocus()

    def _close(self) -> None:
        if isinstance(self.form, Newcomer):
            self.form.wipe()
        self.form = None
        emptied(self._place)
        self._verbs.setVisible(self._may)
        self._lonely.stand_aside(aside=False)

    def _put_off(self) -> None:
        self._close()
        self.add.setFocus()

    def _keep(self) -> None:
        form, vault = self.form, self._screen.vault
        if not isinstance(form, AboutOne):
            return
        name, role = form.box.text(), str(form.role.code())
        shown = isolated(" ".join(name.split()))

        def work() -> str:
            if isinstance(form, Newcomer):
                holding.add_person(vault, name, role, form.new.first.text())
                return tr(ADDED, name=shown)
            slot = str(form.property("slot"))
            holding.change(vault, slot, name, role)
            return tr(CHANGED, name=shown)

        tasks.run(self, work, self._done, self._failed, Lane.ACT)

    def _done(self, sentence: str) -> None:
        self._close()
        self.add.setFocus()
        self.notice.say(sentence, "ok")
        changes.changed.emit(Changed(frozenset({"slot"}), None))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, VcseError) and isinstance(self.form, AboutOne):
            self.form.wrong(error)
        elif isinstance(error, VcseError):
            self._close()
            self.notice.say(tr(error.sentence, **error.values), "bad", tr(error.title))
            changes.changed.emit(Changed(frozenset({"slot"}), None))
        else:
            self._screen.failed(error)
