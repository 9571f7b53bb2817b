"""What kind of drive a folder is on: a network share, something that can be pulled out, or a disk."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

MOUNTS, BLOCKS = Path("/proc/self/mounts"), Path("/sys/class/block")
NETWORK = re.compile(
    r"(nfs\d?|cifs|smb\w*|9p|afs|ncpfs|ceph|glusterfs|davfs2?|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse))"
)
REMOVABLE_TYPE, NETWORK_TYPE = 2, 4  # as GetDriveTypeW of Windows answers


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the list of what is mounted where."""

    device: str
    place: Path
    type: str


def on_network(folder: Path) -> bool:
    """Say whether a folder, or the nearest one above it that exists, is on a network share."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return _drive_type(folder) == NETWORK_TYPE
    mount = _mount(folder)
    return mount is not None and bool(NETWORK.fullmatch(mount.type))


def can_be_pulled_out(folder: Path) -> bool:
    """Say whether a folder is on a stick or card; False when nobody can say."""
    if sys.platform == "win32":
        return _drive_type(folder) == REMOVABLE_TYPE
    mount = _mount(folder)
    if mount is None:  # macOS: every other disk is under this folder
        return sys.platform == "darwin" and "Volumes" in folder.parts[:2]
    block = (BLOCKS / Path(mount.device).name).resolve()
    return any(_is_one(place / "removable") for place in (block, block.parent))


def same_disk(one: Path, other: Path) -> bool:
    """Say whether two folders, or the nearest above them that exist, are on one disk."""
    return existing(one).stat().st_dev == existing(other).stat().st_dev


def existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists, without links."""
    resolved = folder.resolve()
    return next(place for place in (resolved, *resolved.parents) if place.exists() or place == place.parent)


def _is_one(file: Path) -> bool:
    return file.is_file() and file.read_text("ascii").strip() == "1"


def _mount(folder: Path) -> Mount | None:
    """Return the mount that a folder is on; the last of those at the same place hides the others."""
    if not MOUNTS.is_file():
        return None
    place = existing(folder)
    found = [mount for mount in map(_read, MOUNTS.read_text("utf-8").splitlines()) if mount]
    above = [mount for mount in found if place.is_relative_to(mount.place)]
    return max(reversed(above), key=lambda mount: len(mount.place.parts), default=None)


def _read(line: str) -> Mount | None:
    parts = [re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), part) for part in line.split(" ")]
    return Mount(parts[0], Path(parts[1]), parts[2]) if len(parts) > 2 else None  # noqa: PLR2004


if sys.platform == "win32":  # untested: no Windows was at hand
    import ctypes

    def _drive_type(folder: Path) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(existing(folder))[0] + "\\"))
