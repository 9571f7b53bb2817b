"""What lies on a disk after a program was killed or the power failed, made from what was asked of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.watching import CREATE, CUT, FOLDER, MKDIR, RENAME, SAID, SYNC, UNLINK, WRITE, Op

SECTOR = 512
Files = Mapping[str, bytes]
"""Every file of a folder by its path in it."""


def taken(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder now, without what SQLite keeps in memory alone."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in files
        if not file.name.endswith(("-shm", ".lock"))
    }


def laid(files: Files, folder: Path) -> Path:
    """Write these files into a new folder and return it."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def promised(ops: Sequence[Op], at: int) -> list[object]:
    """Return what the program had promised before its operation ``at``."""
    return [op.what for op in ops[:at] if op.kind == SAID]


@dataclass
class _Names:
    """Which file each name stands for; files are numbered, so that a name given anew is another file."""

    files: dict[str, int]
    newest: int

    def take(self, op: Op) -> int:
        """Follow an operation and return the file that it is about, -1 for none."""
        if op.kind == CREATE:
            self.newest += 1
            self.files[op.path] = self.newest
        if op.kind in (CREATE, WRITE, CUT, SYNC):
            return self.files[op.path]
        if op.kind == UNLINK:
            self.files.pop(op.path, None)
        elif op.kind == RENAME and op.path in self.files:
            self.files[str(op.what)] = self.files.pop(op.path)
        elif op.kind == RENAME:  # a folder
            for name in [name for name in self.files if name.startswith(op.path + "/")]:
                self.files[str(op.what) + name[len(op.path) :]] = self.files.pop(name)
        return -1


@dataclass
class _Pending:
    """What was written to one file: its first ``safe`` changes are on the disk whatever happens."""

    changes: list[Op] = field(default_factory=list)
    safe: int = 0


def _applied(content: bytes, changes: Iterable[Op]) -> bytes:
    made = bytearray(content)
    for op in changes:
        end = op.place + len(op.content)
        size = op.place if op.kind == CUT else max(len(made), end)
        made.extend(bytes(max(size - len(made), 0)))
        if op.kind == CUT:
            del made[size:]
        else:
            made[op.place : end] = op.content
    return bytes(made)


def killed(start: Files, ops: Sequence[Op], at: int, part: int = 0) -> dict[str, bytes]:
    """Return the files when the program is killed before operation ``at``, or ``part`` bytes into it."""
    if part and ops[at].kind == WRITE:
        torn = Op(WRITE, ops[at].path, ops[at].place, ops[at].content[:part])
        return killed(start, [*ops[:at], torn], at + 1)
    names, changes = _names(start), dict[int, list[Op]]()
    for op in ops[:at]:
        file = names.take(op)
        if op.kind in (WRITE, CUT):
            changes.setdefault(file, []).append(op)
    return _files(start, names, changes)


def power_cut(start: Files, ops: Sequence[Op], at: int, chance: Random) -> dict[str, bytes]:
    """Return files that may lie there when the power fails before operation ``at``.

    What was made safe is there. Of what came later, any writes are, in whole or in sectors; names are those
    of some moment since the folder was last made safe.
    """
    now, named, pending, safe = _names(start), list[Op](), dict[int, _Pending](), 0
    for op in ops[:at]:
        file = now.take(op)
        if op.kind in (CREATE, UNLINK, RENAME):
            named.append(op)
        elif op.kind == FOLDER:
            safe = len(named)
        elif op.kind == SYNC and file in pending:
            pending[file].safe = len(pending[file].changes)
        elif op.kind in (WRITE, CUT):
            pending.setdefault(file, _Pending()).changes.append(op)
    names = _names(start)
    for op in named[: chance.choice((safe, len(named), chance.randint(safe, len(named))))]:
        names.take(op)
    likely = chance.choice((0.0, 0.5, 0.9, 1.0))
    kept = {
        file: [*one.changes[: one.safe], *_some(one.changes[one.safe :], likely, chance)]
        for file, one in pending.items()
    }
    return _files(start, names, kept)


def _some(changes: Iterable[Op], likely: float, chance: Random) -> Iterable[Op]:
    for op in changes:
        if chance.random() < likely:
            yield op
        elif op.kind == WRITE and chance.random() < likely:  # some sectors of it
            for begin in range(op.place - op.place % SECTOR, op.place + len(op.content), SECTOR):
                first, last = max(begin, op.place), min(begin + SECTOR, op.place + len(op.content))
                if chance.random() < likely:
                    yield Op(WRITE, op.path, first, op.content[first - op.place : last - op.place])


def _names(start: Files) -> _Names:
    return _Names({name: number for number, name in enumerate(start)}, len(start))


def _files(start: Files, names: _Names, changes: Mapping[int, Sequence[Op]]) -> dict[str, bytes]:
    before = list(start.values())
    return {
        name: _applied(before[file] if file < len(before) else b"", changes.get(file, ()))
        for name, file in names.files.items()
    }


__all__ = ["MKDIR", "Files", "killed", "laid", "power_cut", "promised", "taken"]
