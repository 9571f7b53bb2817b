"""Who may use the folder of a vault: one program at a time, held by a lock of the operating system."""

import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from vcse_desktop.store.errors import AlreadyOpen, files_at_fault

if sys.platform == "win32":
    import msvcrt

    _BYTE = 1 << 20  # far behind the text, which must stay readable: a lock of Windows keeps readers out

    def _hold(stream: BinaryIO) -> None:
        stream.seek(_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockFile:
    """A held lock. When its holder dies, the system frees it; text left in the file means nothing."""

    def __init__(self, path: Path) -> None:
        """Hold the lock of this file; AlreadyOpen says on which computer and since when."""
        with files_at_fault():
            path.touch()
            self._stream = path.open("r+b", buffering=0)
        try:
            _hold(self._stream)
        except OSError:
            self._stream.seek(0)
            computer, _, since = self._stream.read(500).decode("utf-8", "replace").partition("\n")
            self._stream.close()
            raise AlreadyOpen(computer, since.strip()) from None
        with suppress(OSError):  # a full disk: the text is only for the message
            self._sign()

    def _sign(self) -> None:
        self._stream.seek(0)
        self._stream.truncate()
        since = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        self._stream.write(f"{platform.node()}\n{since}\n".encode())

    def release(self) -> None:
        """Let others in."""
        self._stream.close()
