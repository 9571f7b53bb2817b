"""How rows and moments are numbered, so that laptops which never met do not clash."""

import secrets
import threading
import time
from datetime import UTC, datetime
from hashlib import blake2b

from vcse_desktop.store.recovery import ALPHABET

EPOCH_MS = 1_704_067_200_000  # 2024-01-01 UTC
TIME_BITS, RANDOM_BITS, SYMBOLS = 41, 22, 13
TWO = [first + second for first in ALPHABET for second in ALPHABET]
"""Ten bits as people see them: a table with many records is written by these."""
_lock = threading.Lock()
_last = 0


def wall_ms() -> int:
    """Return the milliseconds since 1970 by this computer's clock."""
    return time.time_ns() // 1_000_000


def new_id() -> int:
    """Return a new 63-bit id: by time of entry, and rising within this process.

    A clock before 2024 counts as one far ahead: were it held at 0, each start would give the same ids anew.
    """
    global _last  # noqa: PLW0603 - two rows of one process must never share an id
    with _lock:
        drawn = (wall_ms() - EPOCH_MS) % (1 << TIME_BITS) << RANDOM_BITS | secrets.randbits(RANDOM_BITS)
        _last = max(_last + 1, drawn)
        return _last


def moment(number: int) -> datetime:
    """Return when a row was first entered, by the clock of the computer where it was."""
    return datetime.fromtimestamp(((number >> RANDOM_BITS) + EPOCH_MS) / 1000, UTC)


def derived_id(table: int, *parts: object) -> int:
    """Return the id of a row that is a pair or a name: the same row, whichever laptop makes it."""
    text = "|".join(str(part) for part in (table, *parts))
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "big") >> 1


def symbols(number: int) -> str:
    """Return an id as people and spreadsheets see it: 13 symbols."""
    rest = "".join([TWO[number >> place & 1023] for place in (50, 40, 30, 20, 10, 0)])
    return f"{ALPHABET[number >> 60 & 31]}{rest}"


def number_of(written: str) -> int | None:
    """Return the id of these 13 symbols, however they are typed; None when they are none."""
    found = 0
    for symbol in written.strip().upper():
        if symbol not in ALPHABET:
            return None
        found = found << 5 | ALPHABET.index(symbol)
    return found if found < 1 << 63 else None


class Clock:
    """A hybrid clock: milliseconds << 16, or one more than the last stamp. It never goes back."""

    def __init__(self, last: int) -> None:
        """``last`` is the newest stamp in any unit of work, own or taken in."""
        self.last = last

    def tick(self) -> int:
        """Return the next stamp."""
        self.last = max(self.last + 1, wall_ms() << 16)
        return self.last
