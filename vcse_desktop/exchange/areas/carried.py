"""Where the files of a package lie that is read and never loaded: beside the program, or installed."""

from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from vcse_desktop.paths import data_dir


def folder(carried: str, package: str) -> Traversable:
    """Return the folder of the built program with these files, else that of the package."""
    beside = data_dir(carried)
    if beside.is_dir():
        return beside
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else Path(package)
