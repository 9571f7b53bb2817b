"""How long to wait after a wrong passphrase: 1, 2, 4 … 30 seconds, and never for good."""

import json
import time
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path

from vcse_desktop.errors import WorldError
from vcse_desktop.paths import profile_dir
from vcse_desktop.store.wholefile import write_whole

MOST = 30
FORGOTTEN = 3600
"""Seconds after which a wrong passphrase counts no more."""
NAME = "waits.json"
Clock = Callable[[], float]
Waits = dict[str, tuple[int, float]]
"""For each vault, by a hash of its place: how many were wrong, and until when to wait, since 1970."""


_unwritten: Waits = {}
"""What a full disk did not take: it holds until the program ends."""


def wrong(folder: Path, clock: Clock = time.time) -> int:
    """Note one more that was wrong for the vault in this folder; return the seconds to wait now."""
    times = _read(clock).get(_key(folder), (0, 0.0))[0] + 1
    seconds = min(1 << min(times - 1, MOST), MOST)
    _write(_read(clock) | {_key(folder): (times, clock() + seconds)})
    return seconds


def right(folder: Path, clock: Clock = time.time) -> None:
    """Forget all that were wrong for this vault."""
    waits = _read(clock)
    if waits.pop(_key(folder), None):
        _write(waits)


def left(folder: Path, clock: Clock = time.time) -> int:
    """Return the whole seconds still to wait, 0 for none; a clock that was put back keeps nobody out."""
    rest = _read(clock).get(_key(folder), (0, 0.0))[1] - clock()
    return int(rest) + 1 if rest > 0 else 0


def _key(folder: Path) -> str:
    return blake2b(str(folder.absolute()).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _read(clock: Clock) -> Waits:
    try:
        found = json.loads((profile_dir() / NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        found = {}
    return _sound(_unwritten | (found if isinstance(found, dict) else {}), clock())


def _sound(found: Mapping[str, object], now: float) -> Waits:
    sound: Waits = {}
    for key, value in found.items():
        match value:
            case (int(times), int(until) | float(until)) if now - FORGOTTEN < until <= now + MOST:
                sound[key] = (times, float(until))
    return sound


def _write(waits: Waits) -> None:
    """Keep them; a full disk only means that they do not outlive the program."""
    _unwritten.clear()
    try:
        write_whole(profile_dir() / NAME, json.dumps(waits, sort_keys=True).encode("ascii"))
    except (WorldError, OSError):
        _unwritten.update(waits)
