"""The way back: a folder with everything brought into an empty vault, all of it as one step, or nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop import log
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.exchange.leaving.back import Everything, Row
from vcse_desktop.exchange.leaving.fault import CHANGED, MISSING
from vcse_desktop.exchange.leaving.files import OWN, pairs_of, path_of
from vcse_desktop.exchange.leaving.finding import everything_in
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import RecordKind
from vcse_desktop.settings import SETTINGS, sound
from vcse_desktop.store.errors import Erased
from vcse_desktop.store.gauge import Cancelled, Gauge, Progress
from vcse_desktop.store.unfit import Stopped
from vcse_desktop.store.unit import Unit
from vcse_desktop.store.vault import Vault

__all__ = ["Back", "Stopped", "bring_everything_in", "is_empty"]

ROUNDS = 3
"""How often each record is gone over: understood, its links followed, written."""
OFTEN = 100
"""Records between two looks at whether somebody wants it to end."""
SETTING, ORGANISATION = "setting", "organisation"
NOT_KEPT = ("is_example",)
"""A setting that is true of one vault alone."""
NOT_EMPTY = (
    N_("This vault is not empty"),
    N_(
        "Everything can be brought into an empty vault alone, so that nothing is mixed up. Nothing was "
        "brought in. Make a new vault, and do it there."
    ),
)
ERASED = (
    N_("Some of it was erased here"),
    N_(
        "A record of the folder was erased in this vault for good, and stays so. Nothing was brought in. "
        "Make a new vault, and do it there."
    ),
)


@dataclass(frozen=True, slots=True)
class Back:
    """What was brought in: so many records and attached files, in one unit of work."""

    records: int
    attachments: int
    changed: Changed


def is_empty(vault: Vault) -> bool:
    """Say whether there is nothing in a vault but the group itself."""
    us = vault.count(ORGANISATION) == len(vault.rows(ORGANISATION, is_us=True)) <= 1
    others = (kind for kind in (*TABLES, *OWN) if kind not in (ORGANISATION, SETTING))
    return us and not any(vault.count(kind, most=1) for kind in others)


def bring_everything_in(
    vault: Vault, folder: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Back:
    """Bring in all that a folder holds, under the ids that it had; one undo takes it back.

    Refused when the vault is not empty, or the folder is none of ours, damaged, not whole, or of a newer
    program; Stopped. Then nothing was brought in. NotAllowed unless a keeper is in.
    """
    keepers_only(vault)
    if not is_empty(vault):
        raise Refused(*NOT_EMPTY)
    found = everything_in(folder)
    gauge = Gauge(ROUNDS * found.rows, progress, cancelled)
    found.check(gauge)
    before = {int(str(row["id"])) for row in vault.rows(ORGANISATION, is_us=True)}
    coming = _Coming(found, gauge)
    try:
        with vault.unit("import") as unit:
            for kind in found.kinds():
                if kind.code == SETTING:
                    _settings(unit, found, kind)
                else:
                    unit.bring(kind.code, coming.rows(kind))
            unit.bring_bytes(coming.attachments())
            if coming.has_us():
                for one in before - found.ids[ORGANISATION]:
                    unit.remove(ORGANISATION, one)
    except Erased:
        raise Refused(*ERASED) from None
    log.event("everything_brought_in", records=coming.records)
    kinds = frozenset({*TABLES, *OWN})
    return Back(coming.records, coming.files, Changed(kinds, unit.id))


class _Coming:
    """Reads the folder once more while it is written, and counts."""

    def __init__(self, found: Everything, gauge: Gauge) -> None:
        self._found, self._gauge = found, gauge
        self.records = self.files = 0

    def has_us(self) -> bool:
        """Say whether the folder says who the group is."""
        kind = TABLES[ORGANISATION]
        return any(values and values.get("is_us") for _, values in self._found.records(kind))

    def rows(self, kind: RecordKind) -> Iterator[Row]:
        """Yield the records of a kind with all their links."""
        linked = {one.field.code: self._found.linked(one) for one in pairs_of(kind)}
        for record, values in self._found.records(kind):
            self._gauge.go_on(1)
            if values is None:
                yield record, None
                continue
            self.records += kind.code in TABLES
            links = {code: named.get(record) for code, named in linked.items()}
            yield record, {**values, **links}

    def attachments(self) -> Iterator[tuple[int, bytes]]:
        """Yield the bytes of each attachment that has some."""
        said = {record: values for record, values in self._found.records(TABLES["attachment"]) if values}
        for record, file in self._found.attachments():
            try:
                content = file.read_bytes()
            except OSError:
                raise WorldError(*MISSING, file=file.name) from None
            if record in said:
                self.files += 1
                yield record, content


def _settings(unit: Unit, found: Everything, kind: RecordKind) -> None:
    for _, values in found.records(kind):
        name = str(values["name"] or "") if values else ""
        if not values or not name or name in NOT_KEPT:
            continue
        try:
            value = json.loads(str(values["value"]))
        except ValueError:
            raise Refused(*CHANGED, file=path_of(SETTING)) from None
        unit.set(name, sound(SETTINGS[name], value) if name in SETTINGS else value)
