"""How macOS says that nobody uses it; that it sleeps is not heard. Untested: none was at hand."""

import ctypes

GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
HARDWARE, ANY_INPUT = 1, 0xFFFFFFFF


def idle_seconds() -> float | None:
    """Return seconds since the last key or movement in any program; OSError without that library."""
    graphics = ctypes.CDLL(GRAPHICS)
    ask = graphics.CGEventSourceSecondsSinceLastEventType
    ask.restype = ctypes.c_double
    ask.argtypes = [ctypes.c_int32, ctypes.c_uint32]
    return float(ask(HARDWARE, ANY_INPUT))
