"""Which vault was open last on this computer, and where its example organisation is."""

from contextlib import suppress
from pathlib import Path

from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import computer, write_computer


def example_folder() -> Path:
    """Return where the example of this account on this computer is, or would be."""
    return profile_dir() / "example"


def remembered() -> Path | None:
    """Return the folder of the vault that was open last on this computer, None when it is not there."""
    last = str(computer(profile_dir(), "vault"))
    return Path(last) if last and Path(last).is_dir() else None


def remember(folder: Path) -> None:
    """Begin before this vault the next time; the example never takes the place of a group's own."""
    if folder == example_folder() and remembered() is not None:
        return
    with suppress(OSError):  # then the next time begins at the first run, from where it can be opened
        write_computer(profile_dir(), {"vault": str(folder)})
