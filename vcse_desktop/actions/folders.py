"""Where a vault may be: a folder with a safe name, on no network share, and made in none that is synced."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from vcse_desktop.actions.drives import can_be_pulled_out, existing, on_network, same_disk
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.paths import portable_dir, profile_dir
from vcse_desktop.store.errors import files_at_fault

PROGRAM = "VCSE Desktop"
SYNCED = re.compile(
    r"(onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|drivefs|icloud ?drive|mobile documents"
    r"|cloudstorage|nextcloud\d*|owncloud\d*|box( sync)?|pcloud ?drive|mega ?sync|seafile|syncthing)",
    re.IGNORECASE,
)
"""What the folders of well-known services are called."""
MARKERS = (
    ".dropbox",
    ".dropbox.cache",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",  # OneDrive
    ".tmp.drivedownload",  # Google Drive
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".sync.ffs_db",
    ".stfolder",  # Syncthing
    ".seafile-data",
)
"""Files that such a service leaves at the top of what it copies."""
VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST = 60
NETWORK = (
    N_("This folder is on a network share"),
    N_("A vault on a network share can be harmed. Nothing was changed. Use {folder} instead."),
)
NETWORK_OPENED = (
    N_("This folder is on a network share"),
    N_(
        "A vault on a network share can be harmed, so it was not opened. "
        "Copy its whole folder to this computer while nobody has it open, and open the copy."
    ),
)
SYNCED_MADE = (
    N_("This folder is copied to other places by itself"),
    N_(
        "A service such as OneDrive or Dropbox copies it while the program writes, "
        "and that can harm a vault. Nothing was changed. Use {folder} instead."
    ),
)
SYNCED_OPENED = N_(
    "This folder is copied to other places by itself, by a service such as OneDrive or Dropbox. "
    "That can harm the vault: move its whole folder to another place while it is locked."
)
NOT_WHOLE = (
    N_("This place is not complete"),
    N_("Say in full where the folder is. Nothing was changed. Use {folder}, or choose one."),
)
IN_USE = (
    N_("This folder is in use"),
    N_("A vault needs a folder of its own. Nothing was changed. Use {folder}, or another new name."),
)
NO_STICK = (
    N_("The sheet was not saved there"),
    N_(
        "Whoever takes or loses this computer must not have the sheet with it. "
        "Choose a stick or card that you can pull out and keep elsewhere, or print the sheet."
    ),
)
NOT_SAVED = (
    N_("The sheet could not be saved"),
    N_("The stick may be full, or may not be written to. Print the sheet, or try another stick."),
)


def safe_name(name: str) -> str:
    """Return a name for a folder that every system takes, as near to this name as can be."""
    kept = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', " ", name)
    short = " ".join(kept.split())[:LONGEST].strip(" .")
    return f"_{short}" if RESERVED.fullmatch(short) else short or PROGRAM


def suggested(places: Iterable[Path], name: str) -> Path:
    """Return a new folder for this name in the first of these places that suits a vault, else in our own.

    A portable program keeps its vaults with it.
    """
    offered = () if portable_dir() else places
    suits = (place for place in offered if not on_network(place) and not is_synced(place))
    place, safe = next(suits, profile_dir()) / PROGRAM, safe_name(name)
    names = (place / (safe if number == 1 else f"{safe} {number}") for number in range(1, 1000))
    return next(folder for folder in names if not _in_use(folder))


def whole(typed: str, instead: Path) -> Path:
    """Return the folder that was typed; Refused when it depends on where the program was started."""
    folder = Path(typed.strip()).expanduser()
    if not folder.is_absolute():
        raise Refused(*NOT_WHOLE, folder=instead)
    return folder


def for_new_vault(typed: str, instead: Path) -> Path:
    """Return the folder that was typed when a vault can be made there; Refused names ``instead``."""
    folder = whole(typed, instead)
    must_suit(folder, lambda: instead)
    with files_at_fault():
        if _in_use(folder):
            raise Refused(*IN_USE, folder=instead)
    return folder


def must_suit(folder: Path, instead: Callable[[], Path]) -> None:
    """Refuse a folder in which no vault may be made; the sentence names ``instead``."""
    with files_at_fault():
        if on_network(folder):
            raise Refused(*NETWORK, folder=instead())
        if is_synced(folder):
            raise Refused(*SYNCED_MADE, folder=instead())


def must_not_be_shared(folder: Path) -> None:
    """Refuse to open a vault on a network share."""
    with files_at_fault():
        if on_network(folder):
            raise Refused(*NETWORK_OPENED)


def warning(folder: Path) -> str:
    """Return what to say before a vault in this folder is opened, "" for nothing."""
    with files_at_fault():
        return SYNCED_OPENED if is_synced(folder) else ""


def is_synced(folder: Path) -> bool:
    """Say whether a service that is known copies this folder to other places by itself."""
    real = existing(folder)
    above = (*folder.parts, *real.parts)
    theirs = [Path(os.environ[name]) for name in VARIABLES if os.environ.get(name)]
    return (
        any(SYNCED.fullmatch(part) for part in above)
        or any(folder.is_relative_to(one) for one in theirs)
        or any((place / marker).exists() for place in (real, *real.parents) for marker in MARKERS)
    )


def save_sheet(file: Path, content: bytes, vault: Path) -> None:
    """Write a recovery sheet to something that can be pulled out, never to the disk the vault is on.

    Raises Refused for any other place, and WorldError when it cannot be written.
    """
    try:
        if same_disk(file.parent, vault) or not can_be_pulled_out(file.parent):
            raise Refused(*NO_STICK)
        file.write_bytes(content)
    except OSError:
        raise WorldError(*NOT_SAVED) from None


def _in_use(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
