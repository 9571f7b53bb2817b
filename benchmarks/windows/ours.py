"""Our window, started as a person starts it; what using it costs is measured once it was painted."""

import sys

from PySide6.QtWidgets import QMainWindow

from benchmarks.windows.painted import started

BRIEFLY = "briefly"
"""Said on the command line where nothing is measured but the first paint."""
BRIEF = BRIEFLY in sys.argv


def measured(window: QMainWindow) -> None:
    """Go on to what is measured with what the first paint must not pay for."""
    if BRIEF:
        window.close()
        return
    from benchmarks.windows import using  # noqa: PLC0415

    using.measured(window)


if __name__ == "__main__":
    sys.exit(started(measured))
