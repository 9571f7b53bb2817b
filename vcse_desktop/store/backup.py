"""How a backup is made: an encrypted copy beside the vault, checked before it gets its name."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from vcse_desktop import __version__
from vcse_desktop.store import summary
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.container import BACKUP, MADE_AT, header, pieces, read_head, take_out, wrap
from vcse_desktop.store.door import DATA
from vcse_desktop.store.engine import Lane, connect
from vcse_desktop.store.errors import CannotWrite, Damaged, DiskFull, Locked, files_at_fault
from vcse_desktop.store.gauge import Cancelled, Gauge, Progress
from vcse_desktop.store.ident import symbols
from vcse_desktop.store.kept import HALF, PLACE, free_name, must_have_room, sweep
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.summary import Summary
from vcse_desktop.store.unfit import NoRoom, NotBackedUp, Stopped
from vcse_desktop.store.wholefile import replace_file

PASSES = 4
"""How often every byte is gone over: copied, hashed, moved to its place in the file, hashed again."""
OFTEN = 20_000
"""Steps of the database between two looks at how far the copy is."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was just made and found whole. ``bytes`` and ``sha256`` are those of its body."""

    file: Path
    made_at: datetime
    bytes: int
    sha256: str
    summary: Summary


class _Source(NamedTuple):
    """What is backed up, under which keys, on which device, and when."""

    data: Path
    keys: Keys
    data_key: bytes
    device: int
    now: datetime


def make_backup(  # noqa: PLR0913 - what a vault stands on
    folder: Path,
    keys: Keys,
    data_key: bytes,
    device: int = 0,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Backup:
    """Back up the vault in this folder, whose lock the caller holds; others may go on writing meanwhile.

    ``progress`` is told (done, total) in bytes. Raises NoRoom, NotBackedUp, Damaged or Stopped; then nothing
    of it is left. It may be open or not, and its tables may be those of an older program.
    """
    now, place = datetime.now(UTC), folder / PLACE
    with files_at_fault():
        place.mkdir(exist_ok=True)
        size = sum(one.stat().st_size for one in (folder / DATA, folder / f"{DATA}-wal") if one.exists())
    sweep(place)
    must_have_room(place, size)
    source, gauge = (
        _Source(folder / DATA, keys, data_key, device, now),
        Gauge(PASSES * size, progress, cancelled),
    )
    file = free_name(place, now)
    half = file.with_name(file.name + HALF)
    try:
        with _told():
            last = _copied(source, half, gauge)
            found = _wrapped(half, source, last, gauge)
            with files_at_fault():
                replace_file(half, file)
    except BaseException:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise
    head = read_head(file)
    return Backup(file, now, head.body_bytes, head.fields["body_sha256"], found)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except NoRoom:
        raise
    except (DiskFull, CannotWrite) as error:
        raise NotBackedUp from error


def _copied(source: _Source, half: Path, gauge: Gauge) -> dict[str, list[str]]:
    """Copy the database under its own key; return the newest unit of each device before that: the copy
    must hold at least those."""
    lane = Lane(lambda: connect(source.data, source.data_key, reader=True))

    def look() -> int:
        with suppress(OSError):
            gauge.show(half.stat().st_size)
        return int(gauge.stopped())

    def copy(con: Connection) -> dict[str, list[str]]:
        last = summary.latest(con)
        con.set_progress_handler(look, OFTEN)
        con.execute("PRAGMA query_only=OFF")  # else no copy may be written, either; nothing else is
        con.execute("VACUUM INTO ?", (str(half),))
        return last

    try:
        last = lane.run(copy)
    except Locked:
        if gauge.stopped():
            raise Stopped from None
        raise
    finally:
        lane.close()
    with files_at_fault():
        gauge.go_on(half.stat().st_size)
    return last


def _wrapped(half: Path, source: _Source, last: dict[str, list[str]], gauge: Gauge) -> Summary:
    """Check the copy, put its header before it, and read it once more as it lies on the disk."""
    found, steps = summary.inspect(half, source.data_key)
    if any(int(found.last.get(device, ["0"])[0]) < int(stamp) for device, (stamp, _) in last.items()):
        raise Damaged
    digest, size, keys = sha256(), 0, source.keys
    with files_at_fault(), half.open("rb") as stream:
        for piece in pieces(stream, gauge):
            digest.update(piece)
            size += len(piece)
    fields = {
        "app": __version__,
        "body_bytes": size,
        "body_sha256": digest.hexdigest(),
        "epoch": keys.epoch,
        "made_at": source.now.strftime(MADE_AT),
        "migrations": steps,
        "previous": list(keys.previous),
        "slots": list(keys.slots),
        "vault": keys.vault,
    }
    inner = {**asdict(found), "laptop": symbols(source.device)}
    wrap(half, header(BACKUP, fields, inner, source.data_key), gauge)
    take_out(half, read_head(half), None, gauge)
    return found
