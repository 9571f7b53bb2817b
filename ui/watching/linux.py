"""How a Linux desktop says that nobody uses it, that it is locked, and that it sleeps: over D-Bus or X11."""

import ctypes
import os
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication

PATIENCE = 300
"""Milliseconds that a question may take: the window waits for its answer."""
THOUSAND = 1000.0
MUTTER = ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "GetIdletime")
SCREENSAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "GetSessionIdleTime")
HEARD = "1heard(QDBusMessage)"
"""The slot below, as Qt writes it."""
LOGIN = "org.freedesktop.login1"
Ask = Callable[[], float | None]


def ways() -> Iterator[tuple[str, Ask]]:
    """Yield the ways to ask, the best first."""
    yield "mutter", lambda: _asked(*MUTTER, THOUSAND)
    yield "screensaver", lambda: _asked(*SCREENSAVER, 1.0)
    if QGuiApplication.platformName() == "xcb" and os.environ.get("XDG_SESSION_TYPE") != "wayland":
        yield "x11", _X11().seconds


def _asked(name: str, path: str, method: str, in_a_second: float) -> float | None:
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    call = QDBusMessage.createMethodCall(name, path, name, method)
    answer = bus.call(call, QDBus.CallMode.Block, PATIENCE)
    said = answer.arguments()
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not said:
        return None
    return float(said[0]) / in_a_second if isinstance(said[0], int | float) else None


class _Info(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("mask", ctypes.c_ulong),
    )


class _X11:
    """Asks the X server itself, through the extension that screen savers use."""

    def __init__(self) -> None:
        self._display: int | None = None

    def seconds(self) -> float | None:
        """Return seconds; OSError where the libraries are missing."""
        x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        saver.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_Info)]
        self._display = self._display or x11.XOpenDisplay(None)
        if not self._display:
            return None
        info = _Info()
        root = x11.XDefaultRootWindow(self._display)
        told = saver.XScreenSaverQueryInfo(self._display, root, ctypes.byref(info))
        return info.idle / THOUSAND if told else None


class Session(QObject):
    """Calls ``lock`` when the desktop is locked, goes to sleep, or another account comes to the front."""

    def __init__(self, parent: QObject, lock: Callable[[], object]) -> None:
        super().__init__(parent)
        self._lock = lock
        here, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for name in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
            self._listen(here, "", name, "ActiveChanged")
        self._listen(system, LOGIN, f"{LOGIN}.Manager", "PrepareForSleep")
        self._listen(system, LOGIN, f"{LOGIN}.Session", "Lock")
        self._listen(system, LOGIN, "org.freedesktop.DBus.Properties", "PropertiesChanged")

    def _listen(self, bus: QDBusConnection, service: str, interface: str, signal: str) -> None:
        if bus.isConnected():
            bus.connect(service, "", interface, signal, self, HEARD)  # type: ignore[call-overload] # takes text

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """Lock when it says so: of a property, when our session is no more the one in front."""
        if means_lock(message.member(), message.path(), message.arguments(), _own_session()):
            self._lock()


def means_lock(signal: str, path: str, said: list[object], own: str) -> bool:
    """Say whether a signal of the desktop means that the vault must be locked now.

    ``own`` is the end of the path of our own session, "" when nobody knows it.
    """
    ours = not own or path.endswith(f"/{own}")
    if signal == "PropertiesChanged":
        changed = said[1] if len(said) > 1 else None
        return bool(own) and ours and isinstance(changed, dict) and changed.get("Active") is False
    if signal == "Lock":
        return ours
    return bool(said) and said[0] is True


def _own_session() -> str:
    """Return the end of the path of our session, as the login service writes it: c2 or _32."""
    number = os.environ.get("XDG_SESSION_ID", "")
    return "".join(
        sign if sign.isalpha() or (sign.isdigit() and place) else f"_{ord(sign):02x}"
        for place, sign in enumerate(number)
    )
