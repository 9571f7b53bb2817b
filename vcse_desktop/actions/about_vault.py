"""What waits about the vault itself: drafts, the sheet, backups, and what was kept long enough."""

from collections.abc import Iterator
from datetime import date

from vcse_desktop.actions.drafting import begun
from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.actions.holding import holders
from vcse_desktop.actions.notices import to_tell
from vcse_desktop.actions.retaining import due as due_to_go
from vcse_desktop.actions.standing import KEEPER, is_keeper
from vcse_desktop.actions.wait import Wait
from vcse_desktop.figures.gathering import gather
from vcse_desktop.store.vault import Vault

UNCOPIED, UNTRIED = 30, 183
"""Days until it is said that the second place has had no copy, and that no backup was tried."""
MANY = 20_000
"""Rows of time: where there are more, nothing is done for a day that has to read them all."""
ENOUGH = 2
"""Keepers."""


def drafts(vault: Vault, now: date) -> Iterator[Wait]:
    """Return what whoever is in has begun and not saved."""
    for one in begun(vault):
        if not one.who:
            yield Wait("draft", (now - one.at.date()).days, draft=one)


def sheet(vault: Vault) -> Iterator[Wait]:
    """Wait for the sheet to be typed back, or for a second keeper; the example has no sheet."""
    keepers = [holder for holder in holders(vault) if holder.role == KEEPER]
    if len(keepers) < ENOUGH and not vault.rehearsed and not group_setting(vault, "is_example"):
        yield Wait("sheet")


def untold(vault: Vault) -> Iterator[Wait]:
    """Wait for partners to be told of a changed key; a keeper does that."""
    if is_keeper(vault) and not vault.signing_rests and to_tell(vault):
        yield Wait("untold")


def kept_long(vault: Vault, now: date) -> list[Wait]:
    """Return one line for all that has been kept as long as the group means to; a keeper decides.

    All records must be read for it, so it is asked for by itself, and not after every change; where there
    are very many, it is said in the settings alone.
    """
    return vault.at_once(lambda: _kept_long(vault, now))


def _kept_long(vault: Vault, now: date) -> list[Wait]:
    if not is_keeper(vault) or vault.count("time_given", most=MANY + 1) > MANY:
        return []
    found = due_to_go(vault, gather(vault), now)
    return [Wait("kept_long", n=len(found))] if found else []


def backups(vault: Vault, now: date) -> Iterator[Wait]:
    """What waits about backups; since the first record where nothing was ever done. The example has none."""
    if group_setting(vault, "is_example"):
        return
    if vault.signing_rests:
        yield Wait("rests")
    known = vault.remembered_backups()
    copied = known.copied.astimezone().date() if known.copied else None
    for kind, last, most in (("copy", copied, UNCOPIED), ("trial", known.tried, UNTRIED)):
        since = last or known.since
        if since is not None and (now - since).days >= most:
            yield Wait(kind, (now - since).days)
