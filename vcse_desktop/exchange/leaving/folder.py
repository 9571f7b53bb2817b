"""How the new folder comes to be whole or not at all: under another name until all of it is on the disk."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from vcse_desktop.errors import WorldError
from vcse_desktop.exchange.leaving import fault
from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.wholefile import replace_file, settle

HALF = N_("not finished, delete this")


@contextmanager
def new_folder(final: Path) -> Iterator[Path]:
    """Give a folder to write into, which becomes ``final`` at the end; on any fault nothing is left of it.

    Refused when there is something of that name, WorldError when the disk is at fault.
    """
    with fault.told():
        if final.exists() or final.is_symlink():
            raise fault.there()
        if not final.parent.is_dir():
            raise WorldError(*fault.NO_PLACE)
        half = Path(mkdtemp(prefix=f"{final.name} ({tr(HALF)}) ", dir=final.parent))
    try:
        with fault.told():
            yield half
            _settled(half)
            if final.exists():
                raise fault.there()
            replace_file(half, final)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _settled(folder: Path) -> None:
    """Have every file of it on the disk, and every name."""
    for place, _, files in os.walk(folder):
        for name in files:
            with (Path(place) / name).open("rb+") as stream:
                os.fsync(stream.fileno())
        try:
            settle(Path(place))
        except OSError:  # a disk that does not know of this keeps what it has
            continue
