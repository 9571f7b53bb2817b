"""What checking many packs in one command costs: on one processor, and on all of them."""

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from vcse_desktop.actions import checking_many
from vcse_desktop.actions.checking_many import check_packs, files_in
from vcse_desktop.packs.summary import Words

MANY, ROUNDS = 1000, 1
TARGET = 1.4


def took(place: Path, many: int) -> tuple[float, float]:
    """Return the seconds by the clock and of processors; further processes help from ``many`` files on."""
    checking_many.MANY = many
    begun, before = time.perf_counter(), os.times()
    found = [one.verdict for one in check_packs(files_in([place]))]
    clock, after = time.perf_counter() - begun, os.times()
    assert set(found) == {"UNKNOWN_SIGNER"}
    return clock, sum(after[:4]) - sum(before[:4])


def main() -> int:
    """Print how many times quicker it is; 1 when several processors gain too little."""
    from benchmarks.packs import audited, make, plan, report  # noqa: PLC0415 - the processes that help need none

    large = plan(2250)
    pack = make(large, audited(large), Words("Carers", {"data/report.pdf": report()})).data
    with TemporaryDirectory() as folder:
        for one in range(MANY):
            (Path(folder) / f"{one}.zip").write_bytes(pack)
        rounds = [(took(Path(folder), MANY + 1), took(Path(folder), 2)) for _ in range(ROUNDS)]
    one, more = (min(clocks) for clocks in zip(*((a[0], b[0]) for a, b in rounds), strict=True))
    work, shared = (min(spent) for spent in zip(*((a[1], b[1]) for a, b in rounds), strict=True))
    cores = os.cpu_count() or 1
    others = os.getloadavg()[0] > 1.5 * cores if hasattr(os, "getloadavg") else False
    busy = "; other work used the computer" if others else ""
    size = f"{MANY} packs of {len(pack) / 1e6:.2f} MB"
    print(f"{size} on one processor {one:7.1f} s of the clock, {work:5.1f} s of the processor")
    print(f"{size} on {cores} processors {more:7.1f} s of the clock, {shared:5.1f} s of processors{busy}")
    gain = work * cores / shared if others else one / more
    by = "by the time of the processors" if others else "by the clock"
    print(f"times quicker, {by:<30} {gain:.2f} of {TARGET} at least")
    return int(cores > 1 and gain < TARGET)


if __name__ == "__main__":
    sys.exit(main())
