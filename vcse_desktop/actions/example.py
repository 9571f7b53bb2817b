"""The example organisation to look round in: a vault of its own, in which nobody is real."""

from collections.abc import Mapping
from pathlib import Path

from vcse_desktop.actions.example_book import ExampleRecord, book
from vcse_desktop.actions.example_units import example_units
from vcse_desktop.actions.unlocking import Kdf, Vault, discard, new_vault
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.normal import normal

US = "organisation:us"
NUMBER = "GB-CHC-9999999"
IS_EXAMPLE = "is_example"
"""The setting that marks such a vault: it has no recovery sheet, and every screen says what it is."""
_LINKS = (Kind.LINK, Kind.LINKS, Kind.PLACE)


def make_example(folder: Path, passphrase: str, *, kdf: Kdf | None = None) -> Vault:
    """Make the vault of the example organisation and return it open: the same records every time.

    Raises what ``new_vault`` raises; then nothing is left behind.
    """
    vault, _ = new_vault(
        folder, book("organisations")["organisation"]["us"]["name"], passphrase, number=NUMBER, kdf=kdf
    )
    try:
        ids = {US: int(str(vault.rows("organisation", is_us=True)[0]["id"]))}
        for made in example_units():
            with vault.unit("begin") as unit:
                for record in made.records:
                    ids[record.key] = unit.save(record.table, ids.get(record.key), with_ids(record, ids))
        with vault.unit("begin") as unit:
            unit.set(IS_EXAMPLE, True)
    except BaseException:
        discard(vault)
        raise
    return vault


def with_ids(record: ExampleRecord, ids: Mapping[str, int]) -> Mapping[str, object]:
    """Return the values as they are kept, with the ids of the records that they point to."""
    if record.table not in TABLES:
        return record.values
    kind = TABLES[record.table]
    links = {field.code for field in kind.fields if field.kind in _LINKS}
    return normal(kind, {c: _ids(v, ids) if c in links else v for c, v in record.values.items()})


def _ids(value: object, ids: Mapping[str, int]) -> object:
    return [ids[one] for one in value] if isinstance(value, list) else ids[str(value)]
