"""The list of activities, and what is opened from it: an activity, a register, a form."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.forms.risk import DROPPED
from ui.screens.activities.calendar import save_calendar
from ui.screens.activities.form import RecordPart
from ui.screens.activities.list import ActivityList
from ui.screens.activities.one import OneActivity
from ui.screens.activities.parts import LIST, Key
from ui.screens.activities.saving import save_part
from ui.screens.activities.trail import Trail
from ui.screens.attached.photos import put_photos
from ui.screens.bringing_in import offer_import
from ui.screens.desk import Desk
from ui.screens.records.learned import Learned
from ui.screens.register.form import Register
from ui.screens.signin.entrance import open_door
from ui.screens.timeline.whole import Folded
from vcse_desktop.actions.activities import Activity, activities, likeliest
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.sheets import sheet
from vcse_desktop.actions.standing import MEMBER, refusal
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists

TITLE = N_("Activities")


class ActivitiesPart(Trail):
    """The list, and what is opened from it."""

    def __init__(self, desk: Desk) -> None:
        self.list = ActivityList(may_add=not desk.helper)
        offer_import(desk, self.list)
        super().__init__(desk.vault, self.list, tr(TITLE))
        self.desk = desk
        self._unfolded: set[Key] = set()
        self._failed = lambda error: errors.tell(self, error)
        self.list.register.connect(lambda one, how: self.go(("register", one), how))
        self.list.chosen.connect(lambda one: self.go(("activity", one)))
        self.list.adding.connect(self.new)
        self.list.logging.connect(lambda: desk.go("today", "hours"))
        self.list.saving.connect(lambda: save_calendar(self, desk, None))

    def look(self) -> None:
        """Ask for the list again, and for the activity that is open over it."""
        vault = self.vault

        def asked() -> tuple[list[Activity], Activity | None, Lists]:
            found = activities(vault)
            return found, likeliest(found, today()), group_lists(vault)

        tasks.run(self, asked, lambda made: self.list.show_all(*made), self._failed)
        for key in [key for key, part in self._made.items() if isinstance(part, OneActivity)]:
            if key == self.trail[-1]:
                self.go(key)
            else:
                self.drop(key)

    def connect_part(self, key: Key, part: QWidget) -> None:
        """Save when a form wishes it, and open what is chosen in a part."""
        if isinstance(part, Register | RecordPart):
            part.saving.connect(self.save)
        if isinstance(part, RecordPart):
            _begin(self, part, key)
        if isinstance(part, Register):
            part.moved.connect(lambda one: _move(self, part, one))
            if part.sheet.record and not part.is_time:
                put_photos(self.desk, part, "session", part.sheet.record)
        if isinstance(part, OneActivity):
            part.register.connect(lambda way: self.go(("register", key[1]), way))
            part.chosen.connect(lambda one: self.go(("session", one)))
            part.door.connect(lambda: open_door(self, self.desk, key[1]))
            part.changing.connect(lambda: self.go(("form", key[1])))
            part.planning.connect(lambda: self.go(("plan", key[1])))
            part.saving.connect(lambda: save_calendar(self, self.desk, key[1]))
            _put_timeline(self, part, key)
            if self.desk.helper:
                part.change.hide()
            if key[1] is not None:
                put_photos(self.desk, part, "activity", key[1])

    def back(self) -> None:
        """Go back to what this was opened from; on the list, show all of it again."""
        if self.trail[-1] == LIST:
            self.list.search.clear()
        else:
            super().back()

    def save(self) -> None:
        """Save the register or the form that is shown."""
        part = self.shown()
        if isinstance(part, Register | RecordPart):
            save_part(self, self.desk, part, self.back)

    def show_calendar(self) -> None:
        """Go to the button that saves all that is planned."""
        self.list.wanted = self.list.calendar
        self.go(LIST)

    def search(self) -> None:
        """Go to the search of the list."""
        self.go(LIST)
        self.list.search.setFocus()
        self.list.search.selectAll()

    def new(self) -> None:
        """Begin a new activity."""
        if self.desk.helper:
            self.desk.say(errors.sentence(refusal(MEMBER)))
        else:
            self.go(("form", None))

    def first(self) -> QWidget | None:
        """Return where the work of what is shown begins."""
        part = self.shown()
        if isinstance(part, Register) and part.is_time:
            return part.line()
        if isinstance(part, Register):
            return part.begin() if part.again.isHidden() or self.trail[-1][1] is None else part.again
        if isinstance(part, RecordPart):
            return part.form.first()
        return part.first() if isinstance(part, ActivityList | OneActivity) else None


def _begin(owner: ActivitiesPart, part: RecordPart, key: Key) -> None:
    """Say when words of risk were dropped; over what is planned or new stands what was learned last time."""
    part.form.risk.dropped.connect(lambda: owner.desk.say(tr(DROPPED)))
    if key[0] == "plan" or key == ("form", None):
        part.put_over(Learned(owner.desk, "activity", key[1]))


def _put_timeline(owner: ActivitiesPart, part: OneActivity, key: Key) -> None:
    """Put all that happened under the sessions of an activity; unfolded, it stays so when made anew."""
    if key[1] is None:
        return
    folded = Folded(owner.desk, ("activity", key[1]))
    part.put_under(folded)
    if key in owner._unfolded:
        folded.unfold()
    folded.turned.connect(lambda on: (owner._unfolded.add if on else owner._unfolded.discard)(key))


def _move(owner: ActivitiesPart, part: Register, activity: int) -> None:
    """Offer on a register the names of another activity that was chosen in it."""

    def failed(error: BaseException) -> None:
        errors.tell(owner, error)

    tasks.run(part, lambda: sheet(owner.vault, activity), part.take, failed)
