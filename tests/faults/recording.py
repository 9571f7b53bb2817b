"""The writes of a work as they reached the disk, and what a kill or a power cut makes of them."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from tests.faults.disk import taken
from tests.faults.hooks import Hooks
from tests.faults.stores import Store
from tests.faults.watching import Op, Watch, watched
from tests.faults.works import Work

HERE = sys.platform == "linux"
"""Whether the functions of SQLite's files can be borrowed: wheels for Windows do not show them."""


@cache
def hooks(driver: ModuleType) -> Hooks:
    """Return the hooks of a driver, set once."""
    return Hooks(driver)


def watching(store: Store, folder: Path) -> AbstractContextManager[Watch]:
    """Watch what this kind of store writes to a folder."""
    return watched(folder, hooks(store.driver))


@dataclass(frozen=True, slots=True)
class Recording:
    """What lay in the folder before a work, what it asked of the disk, and what lay there afterwards."""

    start: Mapping[str, bytes]
    ops: Sequence[Op]
    end: Mapping[str, bytes]


def recorded(work: Work, folder: Path) -> Recording:
    """Do a work in a new folder and return what it asked of the disk."""
    work.prepare(folder)
    start = taken(folder)
    with watching(work.store, folder) as watch:
        work.run(folder, watch)
    return Recording(start, watch.ops, taken(folder))
