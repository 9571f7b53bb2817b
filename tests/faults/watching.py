"""Where every write of the program to a folder passes, SQLite's and its own: noted, or refused."""

import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from tests.faults import hooks
from tests.faults.hooks import OK, Hooks

CREATE, WRITE, CUT, SYNC, FOLDER, UNLINK, RENAME, MKDIR, SAID = (
    "create write cut sync folder unlink rename mkdir said".split()
)
_FAULTS = {
    CREATE: hooks.FULL,
    WRITE: hooks.FULL,
    CUT: hooks.IOERR_TRUNCATE,
    SYNC: hooks.IOERR_SYNC,
    UNLINK: hooks.IOERR_DELETE,
}
"""What SQLite is told when the disk refuses."""


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that was asked of the disk; paths begin at the folder that is watched.

    ``what`` of SAID is what the program has promised by then, of RENAME the new name.
    """

    kind: str
    path: str
    place: int = 0
    content: bytes = b""
    what: Any = None


@dataclass
class Watch:
    """Notes each operation in a folder; refuses those that ``refuse`` says yes to (their number, what)."""

    folder: str
    refuse: Callable[[int, Op], bool] = lambda _, __: False
    ops: list[Op] = field(default_factory=list)
    when_said: Callable[[object], None] = lambda _: None
    refused: int = 0

    def no_room(self, after: int, *, once: bool = False) -> None:
        """Refuse what comes after so many operations from now: all of it, or only the first of it."""
        begun, self.refused = len(self.ops), 0
        self.refuse = lambda number, _: number >= begun + after and not (once and self.refused)

    def room(self) -> None:
        """Refuse nothing any more."""
        self.refuse = lambda _, __: False

    def said(self, what: object) -> None:
        """Note what the program has promised by now."""
        self.ops.append(Op(SAID, "", what=what))
        self.when_said(what)

    def ask(self, op: Op) -> bool:
        """Say whether this may be done, and note it if so."""
        if not op.path.startswith(self.folder) or op.path.endswith(("-shm", ".lock")):
            return True
        inside = Op(op.kind, op.path[len(self.folder) :].lstrip(os.sep), op.place, op.content, op.what)
        if self.refuse(len(self.ops), inside):
            self.refused += 1
            return False
        self.ops.append(inside)
        return True

    def _status(self, op: Op) -> int:
        return OK if self.ask(op) else _FAULTS[op.kind]

    def opened(self, path: str, made: bool) -> int:
        return self._status(Op(CREATE, path)) if made and not Path(path).exists() else OK

    def write(self, path: str, offset: int, content: bytes) -> int:
        return self._status(Op(WRITE, path, offset, content))

    def truncate(self, path: str, size: int) -> int:
        return self._status(Op(CUT, path, size))

    def sync(self, path: str, folder_too: bool) -> int:
        status = self._status(Op(SYNC, path))
        if status == OK and folder_too:
            self.ask(Op(FOLDER, str(Path(path).parent)))
        return status

    def unlink(self, path: str) -> int:
        return self._status(Op(UNLINK, path)) if Path(path).exists() else OK

    def must(self, op: Op) -> None:
        """Raise what the system raises on a full disk unless this may be done."""
        if not self.ask(op):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _Raw(io.FileIO):
    """A file of Python's whose writes are watched."""

    def __init__(self, path: str, mode: str, watch: Watch) -> None:
        self.watch, self.path = watch, path
        if not Path(path).exists():
            watch.must(Op(CREATE, path))
        elif "w" in mode:
            watch.must(Op(CUT, path, 0))
        super().__init__(path, mode)

    def write(self, content: Any, /) -> int:  # noqa: ANN401 - as its ancestor has it
        place = os.fstat(self.fileno()).st_size if "a" in self.mode else self.tell()
        self.watch.must(Op(WRITE, self.path, place, bytes(content)))
        return super().write(content)

    def truncate(self, size: int | None = None, /) -> int:
        self.watch.must(Op(CUT, self.path, self.tell() if size is None else size))
        return super().truncate(size)


def _opening(watch: Watch, files: dict[int, str]) -> Callable[..., Any]:
    original = io.open

    def opened(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        path = "" if isinstance(file, int) else os.path.abspath(os.fspath(file))  # noqa: PTH100
        if not set(mode) & set("wax+") or not str(path).startswith(watch.folder):
            return original(file, mode, buffering, *rest, **named)
        raw = _Raw(path, mode.replace("b", "").replace("t", ""), watch)
        files[raw.fileno()] = path
        if buffering == 0:
            return raw
        stream = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return stream if "b" in mode else io.TextIOWrapper(stream, named.get("encoding", "utf-8"))

    return opened


def _system(watch: Watch, files: dict[int, str]) -> dict[str, Callable[..., Any]]:
    """Return what stands in for the functions of ``os`` that change a disk."""
    real = {name: getattr(os, name) for name in ("fsync", "replace", "unlink", "mkdir")}

    def fsync(number: int) -> None:
        _made_safe(watch, files, number)
        real["fsync"](number)

    def replace(source: Any, target: Any) -> None:  # noqa: ANN401
        new = os.path.relpath(target, watch.folder)
        watch.must(Op(RENAME, os.path.abspath(source), what=new))  # noqa: PTH100
        real["replace"](source, target)

    def unlink(path: Any, *, dir_fd: int | None = None) -> None:  # noqa: ANN401
        if dir_fd is None and Path(path).exists():
            watch.must(Op(UNLINK, os.path.abspath(path)))  # noqa: PTH100
        real["unlink"](path, dir_fd=dir_fd)

    def mkdir(path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:  # noqa: ANN401
        if not Path(path).exists():
            watch.must(Op(MKDIR, os.path.abspath(path)))  # noqa: PTH100
        real["mkdir"](path, mode, dir_fd=dir_fd)

    return {"fsync": fsync, "replace": replace, "rename": replace, "unlink": unlink, "mkdir": mkdir}


def _made_safe(watch: Watch, files: dict[int, str], number: int) -> None:
    place = Path(f"/proc/self/fd/{number}").resolve()
    if place.is_dir():
        watch.must(Op(FOLDER, str(place)))
    elif str(place) == files.get(number):
        watch.must(Op(SYNC, str(place)))


@contextmanager
def watched(folder: Path, *drivers: Hooks) -> Iterator[Watch]:
    """Watch what these libraries and Python's own files do in a folder."""
    watch, files = Watch(os.path.abspath(folder)), dict[int, str]()  # noqa: PTH100
    opened = _opening(watch, files)
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(io, "open", opened))
        stack.enter_context(mock.patch.object(builtins, "open", opened))
        stack.enter_context(mock.patch.object(shutil, "_USE_CP_SENDFILE", False))
        for name, function in _system(watch, files).items():
            stack.enter_context(mock.patch.object(os, name, function))
        for driver in drivers:
            driver.watcher = watch
        try:
            yield watch
        finally:
            for driver in drivers:
                driver.watcher = None
