"""Which number this computer has in the journal of each vault: kept in the profile, never in the vault."""

import json
import secrets
import sys
import uuid
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from vcse_desktop.errors import WorldError
from vcse_desktop.store.encoding import canonical
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


def remember(profile: Path, vault: str, number: int, newest: int) -> None:
    """Keep the number, and the newest stamp that it has in the vault; a full disk only costs the number."""
    entry = {"device": number, "machine": _machine(), "newest": newest}
    with suppress(WorldError):
        write_whole(profile / NAME, canonical(_read(profile) | {vault: entry}))


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
