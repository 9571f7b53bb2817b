"""Leaving with everything: one new folder, whole or not at all, with all that the vault holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop import log
from vcse_desktop.actions.folders import is_synced, safe_name
from vcse_desktop.actions.grouping import group_name
from vcse_desktop.actions.leaving_page import page
from vcse_desktop.actions.leaving_tables import NOTE, READ_FIRST, Leaving
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.leaving.descriptor import described, plain
from vcse_desktop.exchange.leaving.files import BOOK, KEPT, PAGE
from vcse_desktop.exchange.leaving.folder import new_folder
from vcse_desktop.exchange.leaving.tables import Shelf
from vcse_desktop.exchange.workbook import Workbook
from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.apart import Apart, apart
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.gauge import Cancelled, Gauge, Progress
from vcse_desktop.store.unfit import Stopped
from vcse_desktop.store.vault import Vault

__all__ = ["Left", "Stopped", "leave_with_everything", "proposed", "whole_place", "will_be_copied"]

NAME = N_("Everything, with personal data, {day}")
TITLE = N_("Everything that {group} keeps, with personal data")
NOT_WHOLE = (
    N_("This place is not complete"),
    N_("Say in full where the folder is to be made. Nothing was written. Choose a place."),
)
INSIDE = (
    N_("This place is inside the vault"),
    N_("A vault needs its folder for itself. Nothing was written. Choose another place, such as a stick."),
)


@dataclass(frozen=True, slots=True)
class Left:
    """What was written: the folder, and how many records and attached files are in it."""

    folder: Path
    records: int
    attachments: int


def proposed(place: Path) -> Path:
    """Return a new folder in a place, with a name that says what will be in it."""
    name = safe_name(tr(NAME, day=today().isoformat()))
    names = (name if number == 1 else f"{name} {number}" for number in range(1, 1000))
    with files_at_fault():
        return next(place / one for one in names if not (place / one).exists())


def whole_place(vault: Vault, typed: str) -> Path:
    """Return the place that was typed, in which the new folder is made; Refused when it cannot be there."""
    place = Path(typed.strip()).expanduser()
    if not typed.strip() or not place.is_absolute():
        raise Refused(*NOT_WHOLE)
    if place.resolve().is_relative_to(vault.folder.resolve()):
        raise Refused(*INSIDE)
    return place


def will_be_copied(place: Path) -> bool:
    """Say whether a service that is known copies what lies there to other computers by itself."""
    with files_at_fault():
        return is_synced(place)


def leave_with_everything(
    vault: Vault,
    folder: Path,
    language: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Left:
    """Write the new folder. NotAllowed unless a keeper is in.

    Refused when there is something of its name, WorldError when the disk does not take it, Stopped; then
    nothing is left of it. What others write meanwhile is not in it.
    """
    keepers_only(vault)
    whole_place(vault, str(folder.parent.absolute()))
    with new_folder(folder.absolute()) as place, apart(vault) as still:
        done = _written(still, place, language, (progress, _ends(still, cancelled)))
    log.event("left_with_everything", records=done[0])
    return Left(folder, *done)


def _ends(still: Apart, cancelled: Cancelled | None) -> Callable[[], bool]:
    return lambda: still.closing or bool(cancelled and cancelled())


def _written(
    still: Apart, place: Path, language: str, watched: tuple[Progress | None, Cancelled]
) -> tuple[int, int]:
    """Write all files; return how many records and attachments there are."""
    steps = sum(still.count(kind) for kind in KEPT) + still.count_changes() + still.count("attachment")
    group, now = group_name(still), datetime.now(UTC)
    title = tr(TITLE, group=group or tr(N_("the group")))
    with Shelf(place) as shelf:
        leaving = Leaving(still, shelf, language, Gauge(steps, *watched))
        with Workbook(place / BOOK, tr(NOTE)) as book:
            leaving.tables(book)
        leaving.rest()
    (place / PAGE).write_bytes(page(leaving.made, title, group, now, language))
    also = [plain(BOOK, tr(N_("All records as a workbook"))), plain(PAGE, tr(READ_FIRST))]
    facts = {"made_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "language": language, "personal_data": True}
    described(place, title, [*leaving.resources, *also], facts)
    return leaving.records, leaving.attachments
