"""The example organisation to look round in: a vault of its own, in which nobody is real."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from vcse_desktop.actions.example_book import ExampleRecord, book, picture
from vcse_desktop.actions.example_units import example_units
from vcse_desktop.actions.last_opened import example_folder
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Kdf, Vault, discard, new_vault, unlock
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.normal import normal
from vcse_desktop.store.attached import TABLE
from vcse_desktop.store.errors import Damaged, NotAVault, WrongKeyOrDamaged, files_at_fault
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.unit import Unit

US = "organisation:us"
NUMBER = "GB-CHC-9999999"
IS_EXAMPLE = "is_example"
"""The setting that marks such a vault: it has no recovery sheet, and every screen says what it is."""
OPEN_TO_ALL = "nobody real is in here"
"""The passphrase of the example on this computer: published, for it keeps nobody out."""
NOT_THE_EXAMPLE = (
    N_("This is not the example organisation"),
    N_("Only the example can be deleted in this way. Nothing was changed."),
)
_LINKS = (Kind.LINK, Kind.LINKS, Kind.PLACE)
OWNER = "record"
"""Whose a value is that stands beside the fields of a record."""


def make_example(
    folder: Path, passphrase: str, *, kdf: Kdf | None = None, until: date | None = None
) -> Vault:
    """Make the vault of the example organisation and return it open: the same records for the same day.

    Its two years end in the week up to ``until``; today when that is left out.
    Raises what ``new_vault`` raises; then nothing is left behind.
    """
    vault, _ = new_vault(
        folder, book("organisations")["organisation"]["us"]["name"], passphrase, number=NUMBER, kdf=kdf
    )
    try:
        ids = {US: int(str(vault.rows("organisation", is_us=True)[0]["id"]))}
        for made in example_units(until or today()):
            with vault.unit("begin") as unit:
                for record in made.records:
                    ids[record.key] = _write(unit, record, ids)
        with vault.unit("begin") as unit:
            unit.set(IS_EXAMPLE, True)
    except BaseException:
        discard(vault)
        raise
    return vault


def _write(unit: Unit, record: ExampleRecord, ids: Mapping[str, int]) -> int:
    values = with_ids(record, ids)
    if record.table == TABLE:
        return unit.attach(values, picture(str(values["file"])))
    return unit.save(record.table, ids.get(record.key), values)


def open_example() -> Vault:
    """Return the example on this computer, open; it is made first when there is none.

    One that was half made or cannot be opened any more is put aside under another name, never deleted.
    Raises AlreadyOpen when another window has it, and WorldError of the disk.
    """
    folder = example_folder()
    try:
        vault = unlock(folder, OPEN_TO_ALL)
    except (Damaged, WrongKeyOrDamaged):
        _put_aside(folder)
    except NotAVault:
        pass
    else:
        if vault.setting(IS_EXAMPLE):
            return vault
        discard(vault)
    return make_example(folder, OPEN_TO_ALL, kdf=FLOOR)


def delete_example(vault: Vault) -> None:
    """Lock the example and take it off the disk; Refused for any other vault."""
    if not vault.setting(IS_EXAMPLE):
        raise Refused(*NOT_THE_EXAMPLE)
    discard(vault)
    with suppress(OSError):  # something else is in its folder
        vault.folder.rmdir()


def _put_aside(folder: Path) -> None:
    names = (folder.with_name(f"{folder.name}-aside-{number}") for number in range(1, 1000))
    with files_at_fault():
        folder.rename(next(name for name in names if not name.exists()))


def with_ids(record: ExampleRecord, ids: Mapping[str, int]) -> Mapping[str, object]:
    """Return the values as they are kept, with the ids of the records that they point to."""
    if record.table not in TABLES:
        return {c: ids[str(v)] if c == OWNER else v for c, v in record.values.items()}
    kind = TABLES[record.table]
    links = {field.code for field in kind.fields if field.kind in _LINKS}
    return normal(kind, {c: _ids(v, ids) if c in links else v for c, v in record.values.items()})


def _ids(value: object, ids: Mapping[str, int]) -> object:
    return [ids[one] for one in value] if isinstance(value, list) else ids[str(value)]
