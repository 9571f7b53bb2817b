"""How each write of SQLite to a file is seen before it happens: the functions of its file layer, borrowed."""

import ctypes as c
from collections.abc import Callable
from types import ModuleType
from typing import Any, Protocol

OK, FULL, IOERR_SYNC, IOERR_TRUNCATE, IOERR_DELETE = 0, 13, 1034, 1546, 2570
_LONG, _INT, _POINTER = c.c_longlong, c.c_int, c.c_void_p
_Open = c.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)  # the name itself: SQLite keeps it
_Delete = c.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)
_Write = c.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_Truncate = c.CFUNCTYPE(_INT, _POINTER, _LONG)
_Sync = c.CFUNCTYPE(_INT, _POINTER, _INT)
_CREATE, _JOURNALS = 0x4, 0x800 | 0x4000 | 0x80000
"""Flags of opening: may be made; is a journal of any sort, whose folder SQLite makes safe with it."""


class _Methods(c.Structure):
    _fields_ = [
        ("version", _INT),
        *((name, _POINTER) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"other{number}", _POINTER) for number in range(13)),
    ]


class _File(c.Structure):
    _fields_ = [("methods", c.POINTER(_Methods))]


class _Vfs(c.Structure):
    _fields_ = [
        ("version", _INT),
        ("file_size", _INT),
        ("longest", _INT),
        ("next", _POINTER),
        ("name", c.c_char_p),
        ("own", _POINTER),
        ("open", _POINTER),
        ("delete", _POINTER),
    ]


class Watcher(Protocol):
    """What is asked before each write of a file; each answer is OK or a fault of SQLite's."""

    def opened(self, path: str, made: bool) -> int:
        """Say whether this file may be opened; ``made`` when it may be made by that."""

    def write(self, path: str, offset: int, content: bytes) -> int:
        """Say whether this may be written."""

    def truncate(self, path: str, size: int) -> int:
        """Say whether the file may be cut."""

    def sync(self, path: str, folder_too: bool) -> int:
        """Say whether the file may be made safe, and the names in its folder."""

    def unlink(self, path: str) -> int:
        """Say whether the file may be taken away."""


class Hooks:
    """The hooks of one SQLite library. They stay for good, and let everything pass while nobody watches."""

    def __init__(self, driver: ModuleType) -> None:
        """``driver`` is the extension module that holds the library or is linked to it."""
        library = c.CDLL(driver.__file__)
        find = library.sqlite3_vfs_find
        find.restype, find.argtypes = c.POINTER(_Vfs), [c.c_char_p]
        self.watcher: Watcher | None = None
        self._vfs = find(None).contents
        self._paths: dict[int, tuple[str, bool]] = {}
        self._copies: dict[int, _Methods] = {}
        self._kept: list[object] = []
        self._open = _Open(self._vfs.open)
        self._delete = _Delete(self._vfs.delete)
        self._vfs.open = self._hook(_Open(self._opening))
        self._vfs.delete = self._hook(_Delete(self._deleting))

    def _hook(self, function: Any) -> int | None:  # noqa: ANN401 - the types of ctypes have no common name
        self._kept.append(function)
        return c.cast(function, _POINTER).value

    def _opening(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = c.string_at(name).decode() if name else ""
        if name and self.watcher and (fault := self.watcher.opened(path, bool(flags & _CREATE))):
            return fault
        status = self._open(vfs, name, file, flags, out)
        opened = _File.from_address(file)
        if status == OK and name and opened.methods:
            self._paths[file] = (path, bool(flags & _JOURNALS and flags & _CREATE))
            opened.methods = c.pointer(self._watched(opened.methods))
        return int(status)

    def _watched(self, methods: Any) -> _Methods:  # noqa: ANN401
        place = c.addressof(methods.contents)
        if place not in self._copies:
            copy = _Methods.from_buffer_copy(methods.contents)
            assert copy.version == 3  # what the names above are those of
            copy.write = self._hook(_Write(self._writing(_Write(copy.write))))
            copy.truncate = self._hook(_Truncate(self._cutting(_Truncate(copy.truncate))))
            copy.sync = self._hook(_Sync(self._syncing(_Sync(copy.sync))))
            self._copies[place] = copy
        return self._copies[place]

    def _writing(self, original: Callable[[int, int, int, int], int]) -> Callable[[int, int, int, int], int]:
        def write(file: int, data: int, size: int, offset: int) -> int:
            if self.watcher:
                fault = self.watcher.write(self._paths[file][0], offset, c.string_at(data, size))
                if fault:
                    return fault
            return original(file, data, size, offset)

        return write

    def _cutting(self, original: Callable[[int, int], int]) -> Callable[[int, int], int]:
        def cut(file: int, size: int) -> int:
            fault = self.watcher.truncate(self._paths[file][0], size) if self.watcher else OK
            return fault or original(file, size)

        return cut

    def _syncing(self, original: Callable[[int, int], int]) -> Callable[[int, int], int]:
        def sync(file: int, flags: int) -> int:
            path, folder_too = self._paths[file]
            if fault := self.watcher.sync(path, folder_too) if self.watcher else OK:
                return fault
            self._paths[file] = (path, False)
            return original(file, flags)

        return sync

    def _deleting(self, vfs: int, name: int, folder_too: int) -> int:
        fault = self.watcher.unlink(c.string_at(name).decode()) if self.watcher else OK
        return fault or int(self._delete(vfs, name, folder_too))
