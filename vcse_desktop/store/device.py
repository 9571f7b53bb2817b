"""Which number this computer has in the journal of each vault: kept in the profile, never in the vault."""

import json
import secrets
import sys
import uuid
from contextlib import suppress
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from vcse_desktop.errors import WorldError
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.ending import Ending
from vcse_desktop.store.wholefile import write_whole

NAME = "device.json"
NUMBER_BITS = 48


def number_for(profile: Path, vault: str, newest: dict[int, int]) -> int:
    """Return this computer's number in a vault; a new one when what is kept does not fit the vault.

    ``newest`` is the newest stamp of each device in the vault. When the profile is another computer's, or
    remembers a later stamp than the vault has, this is a copy: two copies must not go on under one number.
    """
    match _read(profile).get(vault):
        case {"device": int(number), "machine": machine, "newest": int(last)}:
            if machine == _machine() and last <= newest.get(number, 0):
                return number
    return secrets.randbits(NUMBER_BITS)


def ended(profile: Path, vault: str, number: int) -> Ending | None:
    """Return where the journal ended when this device last looked; None when that was not kept."""
    match _read(profile).get(vault):
        case {
            "device": int(device),
            "units": int(units),
            "changes": int(changes),
            "newest": int(newest),
            "hash": str(hashed),
        } if device == number:
            return Ending(units, changes, newest, hashed)
    return None


def remember(profile: Path, vault: str, number: int, end: Ending) -> None:
    """Keep the number, and where the journal ends; a full disk only costs the number."""
    entry = {"device": number, "machine": _machine(), **asdict(end)}
    with suppress(WorldError):
        write_whole(profile / NAME, canonical(_read(profile) | {vault: entry}))


def forget(profile: Path, vault: str) -> None:
    """Have the next number for this vault be a new one; DiskFull or CannotWrite when that cannot be kept."""
    known = _read(profile)
    if known.pop(vault, None) is not None:
        write_whole(profile / NAME, canonical(known))


def _read(profile: Path) -> dict[str, Any]:
    try:
        found = json.loads((profile / NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _machine() -> str:
    """Return a hash of what the system calls this computer."""
    return blake2b(_machine_id().encode("utf-8"), digest_size=16).hexdigest()


if sys.platform == "win32":
    import winreg

    def _machine_id() -> str:
        place = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(
            winreg.HKEY_LOCAL_MACHINE, place, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        ) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])

else:

    def _machine_id() -> str:
        path = Path("/etc/machine-id")
        return (path.read_text("utf-8") if path.is_file() else "").strip() or str(uuid.getnode())
