"""Sheets of a pile that are taken back: one by the undo of the program, or all of them at its end."""

from ui import errors, tasks
from ui.changes import changes
from ui.screens.paper.batch import Batch
from ui.screens.paper.one_sheet import OneSheet
from ui.screens.paper.pile import Pile
from ui.tasks import Lane
from vcse_desktop.actions import typed_in
from vcse_desktop.actions.changed import Changed
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.catalogue import TABLES

PARTLY = N_("{taken} What was changed later stays as it is.")


def look(pile: Pile) -> None:
    """Go back to a sheet that was taken back meanwhile."""
    batch, vault = pile.batch, pile.desk.vault
    if batch is not None and batch.units and not pile.busy:
        pile.run(lambda: typed_in.still_kept(vault, batch.units), lambda kept: _looked(pile, batch, kept))


def take_all_back(pile: Pile) -> None:
    """Take back every sheet of the pile, the last one first."""
    batch, vault = pile.batch, pile.desk.vault
    if batch is None or pile.busy:
        return

    def done(left: int) -> None:
        pile.busy = False
        many = len(batch.units)
        taken = ngettext("{n} sheet is taken back.", "{n} sheets are taken back.", many)
        pile.begin_anew()
        pile.desk.say(tr(PARTLY, taken=taken) if left else taken)
        changes.changed.emit(Changed(frozenset({*TABLES, "setting"}), None))

    def failed(error: BaseException) -> None:
        pile.busy = False
        errors.tell(pile, error)

    pile.busy = True
    tasks.run(pile, lambda: typed_in.take_back(vault, batch.units), done, failed, Lane.ACT)


def _looked(pile: Pile, batch: Batch, kept: set[int]) -> None:
    gone = set(batch.units) - kept
    if gone and batch is pile.batch:
        if isinstance(pile.shown, OneSheet):
            pile.typed[batch.at] = pile.shown.form.typed()
        pile.ended = False
        pile.turn_to(batch.without(gone))
