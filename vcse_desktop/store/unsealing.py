"""What a secret opens: the slot that it fits, and the data key that fits the encrypted file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vcse_desktop.store.door import DATA
from vcse_desktop.store.engine import opens
from vcse_desktop.store.errors import Damaged, WrongKeyOrDamaged
from vcse_desktop.store.holders import open_any
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.previous import open_previous, seal_previous
from vcse_desktop.store.slots import Slot


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What a secret has opened: which file of keys, which of its slots, and the key of the encrypted file.

    ``coming`` is the file of keys of a change of data key that was not finished, and that new key.
    """

    keys: Keys
    slot: Slot
    data_key: bytes
    coming: tuple[Keys, bytes] | None = None


def unsealed(folder: Path, found: Iterable[Keys], secret: bytes, kind: str, slot: str | None) -> Unsealed:
    """Open the first slot of this kind that the secret fits; in a file, a slot seen before is not tried.

    WrongKeyOrDamaged when it fits none; Damaged when it does, and its key does not open the encrypted file.
    """
    tried: list[Slot] = []
    fitted = False
    for keys in found:
        fit = [s for s in keys.slots if s.get("kind") == kind and slot in (None, s.get("slot"))]
        try:
            opened, data_key = open_any([s for s in fit if s not in tried], secret)
        except WrongKeyOrDamaged:
            tried += fit
            continue
        fitted = True
        known = replace(keys, vault=opened["vault"], epoch=opened["epoch"])
        fits = _fitting(folder / DATA, known, opened, data_key)
        if fits is not None:
            return fits
    raise Damaged if fitted else WrongKeyOrDamaged


def _fitting(data: Path, keys: Keys, slot: Slot, data_key: bytes) -> Unsealed | None:
    """Return what opens the file: the key of the slot, or the one before it that it was to follow."""
    if opens(data, data_key):
        return Unsealed(keys, slot, data_key)
    older = open_previous(keys.previous, data_key, keys.vault)
    for epoch, old in sorted(older.items(), reverse=True):
        if opens(data, old):
            still = seal_previous({e: key for e, key in older.items() if e < epoch}, old, keys.vault)
            return Unsealed(replace(keys, epoch=epoch, previous=still), slot, old, (keys, data_key))
    return None
