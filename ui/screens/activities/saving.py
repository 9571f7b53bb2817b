"""Saving what is filled in on the activities page, and showing where it needs another look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.activities.form import RecordPart
from ui.screens.desk import Desk
from ui.screens.register import problems as register_problems
from ui.screens.register.form import Register
from ui.tasks import Lane
from vcse_desktop.actions import registering
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Problem

KEPT = N_("The register is saved.")
SAVED = N_("Saved.")
SAME = N_("Nothing was changed.")
BUSY = "busy"


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be done, what is said then, and how problems are shown."""

    work: Callable[[], Changed]
    sentence: str
    tell: Callable[[Sequence[Problem]], None]


def save_part(owner: QWidget, desk: Desk, part: Register | RecordPart, left: Callable[[], object]) -> None:
    """Save what is filled in, once however often it is asked for meanwhile; then ``left``."""
    if part.property(BUSY):
        return
    job = _register(desk, part) if isinstance(part, Register) else _record(desk, part)
    if job is None:
        return
    part.setProperty(BUSY, True)

    def done(changed: Changed) -> None:
        part.touched = False
        if isinstance(part, RecordPart):
            part.form.risk.over()
        desk.did(tr(SAME if changed.unit is None else job.sentence), changed)
        left()

    def failed(error: BaseException) -> None:
        part.setProperty(BUSY, False)
        if isinstance(error, NotSound):
            job.tell(error.problems)
        else:
            errors.tell(owner, error)

    tasks.run(owner, job.work, done, failed, Lane.ACT)


def _register(desk: Desk, part: Register) -> _Job | None:
    def tell(found: Sequence[Problem]) -> None:
        register_problems.tell(part, found)

    if found := register_problems.misread(part):
        tell(found)
        return None
    filled, known = part.filled(), register_problems.known(part)
    return _Job(lambda: registering.save(desk.vault, filled, known), KEPT, tell)


def _record(desk: Desk, part: RecordPart) -> _Job | None:
    if found := part.form.problems():
        part.form.show_problems(found)
        return None
    kind, record, values = part.kind, part.record, part.form.values()
    return _Job(lambda: enter(desk.vault, kind, record, values), SAVED, part.form.show_problems)
