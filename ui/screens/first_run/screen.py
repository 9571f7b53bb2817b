"""The first run: from a language to a vault, step by step on one screen."""

from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.screens.first_run import draft as steps
from ui.screens.first_run.draft import Draft, Step
from ui.screens.first_run.making import Making
from ui.screens.keyed import going_back, keyed
from ui.screens.later import unlocking
from ui.screens.outside import Outside
from ui.screens.unlock.opening import example, lock
from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, drop_now, emptied, flow, row
from vcse_desktop.actions.last_opened import remember
from vcse_desktop.i18n import N_, tr

SCREENS = {
    steps.LOOK: "look:Look",
    steps.CHOICES: "choices:Choices",
    steps.JOIN: "join:Join",
    steps.GROUP: "group:Group",
    steps.KEEPER: "keeper:Keeper",
    steps.CHECKS: "keeper:Checks",
    steps.SHEET: "sheet:OnPaper",
    steps.REHEARSAL: "sheet:TypedBack",
}
"""Each step as "module:Class" after first_run_, loaded when it is come to."""
MAKING = N_("Making your vault. This takes a few seconds…")
EXAMPLE = N_("Opening the example organisation. The first time takes a few seconds…")


class FirstRun(Outside):
    """``what`` is the folder of the vault that the person came from, None for the very first run."""

    def __init__(self, what: object = None) -> None:
        super().__init__(" ", " ")
        came = what if isinstance(what, Path) else None
        self._draft = Draft(step=steps.CHOICES if came else steps.LOOK, before=came)
        self._draft.opening.watch(self)
        self._holder = column(gap=16)
        self._making: Making
        self.add(self._holder)
        self._stand()

    def first(self) -> QWidget:
        """Begin with the first thing of the step."""
        return self.step

    def save(self) -> None:
        """Go on."""
        if not self._draft.opening.sentence:
            self.step.go()

    def back(self) -> None:
        """Go back one step; what was typed stays. A vault that was made is not unmade."""
        step, before = self._draft.step, self._draft.before
        if self._draft.opening.sentence:
            return
        if step == steps.CHOICES and before is not None:
            self.wanted.emit("unlock", before)
        elif step in steps.BEFORE:
            self._go(steps.BEFORE[step])

    def kept(self) -> Draft:
        """Hand on everything that was typed, and what is under way."""
        self.step.keep()
        self._draft.opening.handed = True
        return self._draft

    def again(self, kept: object) -> None:
        """Go on with it."""
        assert isinstance(kept, Draft)  # noqa: S101 - it is what kept() returned
        self._draft = kept
        kept.opening.watch(self)
        self._stand()
        drop_now()

    def may_leave(self, *, closing: bool = False) -> bool:
        """Stay where a code or typed words would be lost, and say so."""
        self.step.keep()
        why = self._draft.stays(closing=closing)
        if why:
            self._making.warn(tr(why))
        return not why

    def _stand(self) -> None:
        """Build the step that the draft is at."""
        draft = self._draft
        module, _, name = SCREENS[draft.step].partition(":")
        self.step: Step = getattr(import_module(f"ui.screens.first_run.{module}"), name)(draft)
        self.step.gone.connect(self._go)
        self.step.makes.connect(lambda work: self._making.begin(tr(MAKING), work, unlocking.discard))
        self.step.found.connect(lambda folder: self.wanted.emit("unlock", folder))
        self._making = Making(draft.opening)
        self._making.arrived.connect(self._arrived)
        self._making.busy.connect(lambda busy: _let(self.step, not busy))
        self.title.setText(tr(self.step.title))
        self.setAccessibleName(tr(self.step.title))
        self.under.setText(_place(draft))
        emptied(self._holder)
        verbs = _verbs(self, draft.step, self.step)
        self._within = boxed(column(self.step, self._making, gap=16))
        self._within.setMaximumWidth(px(self.step.wide))
        around = row(self._within)
        around.setStretch(0, 1)
        around.addStretch(0)
        self._holder.addLayout(around)
        self._holder.addWidget(verbs)
        self._making.go_on()
        if draft.opening.vault is not None and draft.step not in (steps.SHEET, steps.REHEARSAL):
            self._arrived()

    def _go(self, step: str) -> None:
        """Go where a step leads."""
        if step == steps.EXAMPLE:
            self._making.begin(tr(EXAMPLE), example, lock)
        elif step == steps.IN:
            self.go_in()
        elif step == steps.RESTORE:
            self.wanted.emit("restore", None)
        else:
            self.step.keep()
            self._turn(step)

    def _turn(self, step: str) -> None:
        """Show another step, and begin with the first thing of it."""
        self.step.wipe()
        self._draft.turn(step)
        self._stand()
        self.verticalScrollBar().setValue(0)
        self._within.show()  # at once: what is not seen yet takes no focus
        self.step.show()
        self.step.setFocus()
        announce(self, tr(self.step.title))

    def _arrived(self) -> None:
        """Show the sheet of the vault that was made; the example has none."""
        self._draft.forget()
        vault = self._draft.opening.vault
        if vault is not None:  # at once: whoever leaves before the sheet is typed back comes to its door
            remember(vault.folder)
        if self._draft.opening.code:
            self._turn(steps.SHEET)
        else:
            self.go_in()

    def go_in(self) -> None:
        """Go in; nothing of the code stays."""
        self.step.wipe()
        self.opened.emit(self._draft.opening.take())


def _place(draft: Draft) -> str:
    """Return where the step stands on its way."""
    number, steps_in_all = draft.place()
    if draft.step == steps.LOOK:
        return tr(N_("Welcome to VCSE Desktop"))
    if not steps_in_all:
        return tr(N_("Step {number}"), number=number)
    return tr(N_("Step {number} of {steps}"), number=number, steps=steps_in_all)


def _verbs(screen: FirstRun, at: str, step: Step) -> QWidget:
    """Return the buttons of a step, with their keys beside them."""
    made: list[QWidget] = []
    if step.on:
        made.append(keyed(button(tr(step.on), screen.save, "primary"), tr(N_("Ctrl+Enter"))))
    if step.later:
        made.append(button(tr(step.later), step.put_off))
    if at in steps.BEFORE:
        made.append(going_back(screen.back))
    return flow(*made, gap=24)


def _let(step: Step, free: bool) -> None:
    """Let a step be worked on, or not while something is under way; the focus comes back with it."""
    step.setEnabled(free)
    if free:
        step.setFocus()
