"""How Windows says that nobody uses it, that it is locked, that it sleeps. Untested: none was at hand."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

SESSION_CHANGE, POWER = 0x02B1, 0x0218
AWAY = frozenset({0x2, 0x4, 0x6, 0x7})  # console or remote disconnected, logged off, locked
SUSPEND = 0x4
THOUSAND = 1000.0


def means_lock(message: int, what: int) -> bool:
    """Say whether a message of Windows means that the vault must be locked now."""
    return (message == SESSION_CHANGE and what in AWAY) or (message == POWER and what == SUSPEND)


if sys.platform == "win32":
    from ctypes import wintypes

    class _LastInput(ctypes.Structure):
        _fields_ = (("size", wintypes.UINT), ("time", wintypes.DWORD))

    def idle_seconds() -> float | None:
        """Return seconds since the last key or movement in any program."""
        info = _LastInput(ctypes.sizeof(_LastInput), 0)
        if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
            return None
        now = int(ctypes.windll.kernel32.GetTickCount())
        return ((now - int(info.time)) & 0xFFFFFFFF) / THOUSAND  # it begins anew every 49 days

    class _Filter(QAbstractNativeEventFilter):
        def __init__(self, lock: Callable[[], object]) -> None:
            super().__init__()
            self._lock = lock

        def nativeEventFilter(
            self, kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> object:
            """Lock when a message says so; let every one of them go on."""
            told = wintypes.MSG.from_address(int(message))
            if means_lock(int(told.message), int(told.wParam)):
                self._lock()
            return False, 0

    class Session(QObject):
        """Calls ``lock`` when the session is locked, switched or left, or the computer goes to sleep."""

        def __init__(self, window: QWidget, lock: Callable[[], object]) -> None:
            super().__init__(window)
            self._filter = _Filter(lock)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(int(window.winId())), 0)
