"""What people have begun in forms and not saved: since when, whose it is, and its words for them alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.store.drafts import Draft
from vcse_desktop.store.errors import Locked
from vcse_desktop.store.holders import PERSON
from vcse_desktop.store.ident import new_id

__all__ = ["Begun", "Locked", "begin", "begun", "keep", "keep_at_lock", "take_place"]

PLACE = "@place"
"""The form of the row that says where somebody was when the vault was locked."""


@dataclass(frozen=True, slots=True)
class Begun:
    """One form that was begun. ``who`` is "" for whoever is in, else a name; ``body`` is for them alone.

    ``at`` is when it was begun, by the clock of this computer.
    """

    id: int
    form: str
    record: int | None
    at: datetime
    body: str
    who: str = ""


def begin(form: str, record: int | None, body: str) -> Begun:
    """Return a form that is begun now; it is not kept yet."""
    return Begun(new_id(), form, record, datetime.now(UTC).astimezone(), body)


def begun(vault: Vault) -> list[Begun]:
    """Return all that was begun and not saved, oldest first."""
    names = {int(slot["slot"]): str(slot["label"]) for slot in vault.slots() if slot["kind"] == PERSON}
    return [
        Begun(
            one.id,
            one.form,
            one.record,
            datetime.fromisoformat(one.at).astimezone(),
            one.body,
            "" if one.member == vault.member else names.get(one.member, "?"),
        )
        for one in vault.drafts()
        if one.form != PLACE
    ]


def keep(vault: Vault, kept: Sequence[Begun], dropped: Collection[int] = ()) -> None:
    """Keep these for whoever is in, and drop those of these ids."""
    vault.keep_drafts([_row(vault, one) for one in kept], dropped)


def keep_at_lock(vault: Vault, kept: Sequence[Begun], dropped: Collection[int], place: str) -> None:
    """Let the lock, as its last act, keep what was begun and where whoever is in was; "" for nowhere."""
    rows = [_row(vault, one) for one in kept]
    if place:
        rows.append(_row(vault, Begun(vault.member, PLACE, None, datetime.now(UTC), place)))
    vault.keep_drafts_at_lock(rows, dropped)


def take_place(vault: Vault) -> str:
    """Return where whoever is in was when the vault was locked, today; "" for nowhere. It is told once."""
    mine = [one for one in vault.drafts() if one.form == PLACE and one.member == vault.member]
    if mine:
        vault.keep_drafts([], [one.id for one in mine])
    today = datetime.now(UTC).astimezone().date()
    return next((one.body for one in mine if datetime.fromisoformat(one.at).astimezone().date() == today), "")


def _row(vault: Vault, one: Begun) -> Draft:
    at = one.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Draft(one.id, one.form, one.record, vault.member, at, one.body)
