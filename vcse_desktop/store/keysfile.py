"""What is in ``vault.keys``: the slots of a vault, which nobody can change without the data key."""

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vcse_desktop.store.encoding import canonical, to_text
from vcse_desktop.store.errors import NewerVault, files_at_fault
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.wholefile import write_whole

NAME, BEFORE = "vault.keys", "vault.keys.bak"
FAMILY = "vcse-vault-keys/"
FORMAT = FAMILY + "1"
NAMED = ("slot", "vault", "kind", "label", "role")
CIPHER = {"name": "sqlcipher", "compat": 4, "page": 4096}


@dataclass(frozen=True, slots=True)
class Keys:
    """The slots of a vault. ``epoch`` grows with each new data key, ``serial`` with each writing."""

    vault: str  # 13 symbols
    epoch: int
    serial: int
    slots: tuple[Slot, ...]
    previous: tuple[Slot, ...] = ()
    mac: str = ""

    def with_slots(self, slots: tuple[Slot, ...], data_key: bytes) -> "Keys":
        """Return what is to be written next, with these slots."""
        return replace(self, serial=self.serial + 1, slots=slots).sealed(data_key)

    def sealed(self, data_key: bytes) -> "Keys":
        """Return the same with the mac over everything else."""
        key = HKDF(hashes.SHA256(), 32, self.vault.encode("ascii", "replace"), b"vcse keys 1").derive(
            data_key
        )
        rest = {name: value for name, value in self._document().items() if name != "mac"}
        return replace(self, mac=to_text(hmac.digest(key, canonical(rest), sha256)))

    def is_sound(self, data_key: bytes) -> bool:
        """Say whether nobody has changed this since it was sealed."""
        return hmac.compare_digest(
            self.mac.encode("ascii", "replace"), self.sealed(data_key).mac.encode("ascii")
        )

    def written(self) -> bytes:
        """Return the bytes of the file."""
        return canonical(self._document())

    def _document(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "cipher": CIPHER,
            "vault": self.vault,
            "epoch": self.epoch,
            "serial": self.serial,
            "slots": list(self.slots),
            "previous": list(self.previous),
            "mac": self.mac,
        }


def read(folder: Path) -> Iterator[Keys]:
    """Yield what the file says, then what the one before it says; one that cannot be read is passed over."""
    paths = [folder / name for name in (NAME, BEFORE)]
    with files_at_fault():
        contents = [path.read_bytes() if path.is_file() else b"" for path in paths]
    for content, twin in zip(contents, reversed(contents), strict=True):
        try:
            found = _parsed(content)
        except NewerVault:
            if not _rotten(content, twin):
                raise
            continue
        if found:
            yield found


def _rotten(content: bytes, twin: bytes) -> bool:
    """Say whether of two files that are written alike one names another format and is else the same."""
    try:
        one, other = json.loads(content), json.loads(twin)
        return bool({**one, "format": FORMAT} == other)
    except (ValueError, TypeError, RecursionError):
        return False


def write(folder: Path, keys: Keys) -> None:
    """Write both files: a crash leaves at least one whole, and no old secret opens the one before."""
    write_whole(folder / NAME, keys.written())
    write_whole(folder / BEFORE, keys.written())


def _parsed(content: bytes) -> Keys | None:
    """Return what the content says, or None when it is damaged; NewerVault when a newer program wrote it."""
    try:
        found = json.loads(content)
        format_ = found.pop("format")
        if format_ != FORMAT and str(format_).startswith(FAMILY):
            raise NewerVault
        slots, previous = tuple(map(dict, found["slots"])), tuple(map(dict, found["previous"]))
        if not all(isinstance(slot[name], str) for slot in slots for name in NAMED):
            return None
        vault, mac = str(found["vault"]), str(found["mac"])
        return Keys(vault, int(found["epoch"]), int(found["serial"]), slots, previous, mac)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
