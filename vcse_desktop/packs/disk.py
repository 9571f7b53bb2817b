"""How a finished file or folder takes its name, also where a virus scanner holds it for a moment."""

import os
import time
from pathlib import Path

_TRIES, _PAUSE = 10, 0.05


def moved(source: Path, target: Path) -> None:
    """Give the source the name of the target, in whose place it goes; PermissionError after half a second."""
    tries = _TRIES
    while True:
        try:
            return os.replace(source, target)  # noqa: PTH105 - it replaces on Windows too
        except PermissionError:
            tries -= 1
            if not tries:
                raise
            time.sleep(_PAUSE)
