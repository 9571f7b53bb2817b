"""A pack whose outer file is gone: the folder it was unpacked into."""

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO

from vcse_desktop.packs import unzip
from vcse_desktop.packs.layout import CHUNK, ENTRIES_LIMIT, FIRST, WHOLE_LIMIT, Root, is_path, root_of
from vcse_desktop.packs.unzip import Member
from vcse_desktop.packs.verdicts import Stop, Verdict

_LITTER = {".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini"}
_LISTED, _DEEPEST = 100, 3


class Folder:
    """The files of an unpacked pack, asked for by name; ``strangers`` were beside it in a ZIP."""

    again = True

    def __init__(
        self, path: Path, root: Root, strangers: Sequence[str] = (), litter: Sequence[str] = ()
    ) -> None:
        self.root = root
        self._path = path
        self._strange = bool(strangers)
        self._litter = list(litter)
        self._read: set[str] = set()
        self._size = 0

    def has(self, path: str) -> bool:
        """Say whether there is such a file; a link is none."""
        try:
            return stat.S_ISREG((self._path / path).lstat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return False

    def read(self, path: str, limit: int) -> Iterator[bytes]:
        """Yield the contents of a file in chunks of at most 64 KiB; Stop when it is missing or too long."""
        if not self.has(path):
            self._path.stat()  # an OSError: the whole folder has gone, such as with a stick
            raise Stop(Verdict.ALTERED, "file-missing")
        self._read.add(path)
        with (self._path / path).open("rb") as file:
            left = min(limit, WHOLE_LIMIT - self._size)
            while part := file.read(CHUNK):
                left -= len(part)
                self._size += len(part)
                if left < 0:
                    raise Stop(Verdict.TOO_BIG, "file")
                yield part

    def close(self) -> tuple[str, ...]:
        """Return the names of the litter that systems leave behind; Stop when there is any other file."""
        if self._strange or any(name not in self._read for name in self._files("")):
            raise Stop(Verdict.ALTERED, "file-extra")
        return tuple(self._litter[:_LISTED])

    def _files(self, inside: str) -> Iterator[str]:
        with os.scandir(self._path / inside) as found:
            for entry in found:
                name = inside + entry.name
                if is_litter(entry.name):
                    self._litter.append(name)
                elif entry.is_dir(follow_symlinks=False) and name.count("/") < _DEEPEST:
                    yield from self._files(f"{name}/")
                else:
                    yield name


def is_litter(name: str) -> bool:
    """Say whether a file or folder of this name is one that systems make by themselves."""
    return name in _LITTER or name.startswith("._")


def opened_folder(path: Path) -> Folder:
    """Return the pack in a folder, or in the only thing that this folder holds; Stop when there is none."""
    whole = path.resolve()
    inside = list(islice((one for one in whole.iterdir() if not is_litter(one.name)), 2))
    for place in (whole, *inside[: len(inside) == 1]):
        root = root_of(place.name)
        if root and (place / FIRST).is_file():
            return Folder(place, root)
    raise Stop(Verdict.NOT_A_PACK, "no-pack-inside")


def opened_zip(file: IO[bytes], into: Path) -> Folder:
    """Return the pack in a ZIP that was made again, unpacked below ``into``; Stop when there is none."""
    everything = [one for one in unzip.members(file) if not one.is_folder]
    root = next((root for one in everything if (root := first_of(one.name))), None)
    if not root:
        raise Stop(Verdict.NOT_A_PACK, "no-pack-inside")
    ours: dict[str, Member] = {}
    strangers, litter = [], []
    for one in everything:
        if any(map(is_litter, one.name.split("/"))):
            litter.append(one.name)
        elif one.name in ours or not _belongs(root, one.name):
            strangers.append(one.name)
        else:
            ours[one.name] = one
    folders = {str(above) for name in ours for above in PurePosixPath(name).parents}
    strangers += [name for name in folders if ours.pop(name, None)]  # a file cannot be a folder as well
    if len(ours) > ENTRIES_LIMIT:
        raise Stop(Verdict.TOO_BIG, "entries")
    unzip.unpack(file, [(member, into / name) for name, member in ours.items()])
    return Folder(into / str(root), root, strangers, litter)


def first_of(name: str) -> Root | None:
    """Return the root when this is the name of a pack's first entry, else None."""
    folder, _, file = name.partition("/")
    return root_of(folder) if file == FIRST else None


def _belongs(root: Root, name: str) -> bool:
    folder, _, path = name.partition("/")
    return folder == str(root) and is_path(path)
