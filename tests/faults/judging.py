"""What is wrong with a store after a fault: nothing, or the worst that is."""

from pathlib import Path

from tests.faults.content import Found
from tests.faults.stores import Opened, Store
from tests.faults.tally import HALF, LOST, SILENT


def harm_in(found: Found, least: int) -> str:
    """Return the harm when ``least`` units were promised and this was found; "" for none."""
    if found.wrong:
        return SILENT
    return HALF if found.half else LOST if found.units < least else ""


def after_a_crash(store: Store, folder: Path, least: int) -> str:
    """Return the harm in a store that must open, hold what was promised, call itself whole, and go on."""
    try:
        with store.open(folder) as opened:
            harm = harm_in(opened.found(), least)
            return harm or (SILENT if opened.problems() else _going_on(opened))
    except store.refusals:
        return LOST


def _going_on(opened: Opened) -> str:
    before = opened.found().units
    opened.do(before + 1)
    return SILENT if opened.problems() else harm_in(opened.found(), before + 1)


def with_rot(store: Store, folder: Path, units: int, *, named: bool) -> str:
    """Return the harm in a store with a changed bit: it must refuse, or hold just what it did.

    What was not refused must be right even before anybody asks whether the files are sound; with ``named``
    the store must also say that they are not.
    """
    try:
        with store.open(folder) as opened:
            if opened.found() != Found(units) or not (opened.problems() or not named):
                return SILENT
    except store.refusals:
        pass
    return ""
