"""What checking costs in memory: run as a process, it prints KiB beyond what a small pack needs."""

import io
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.attacks.corpus import again, inner, outer, signatures
from tests.attacks.corpus.papers import heavy
from tests.attacks.slices import some
from tests.attacks.victim import PACK, VICTIMS
from tests.packs.example import checked, container_of, payload
from vcse_desktop.packs import container
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.container import CENTRAL, CENTRAL_HEAD, END, END_HEAD

MIB = 1 << 20


def peak() -> Callable[[], int]:
    """Return what tells the most memory used so far, in KiB; that of Python alone where no more is told."""
    try:
        import resource  # noqa: PLC0415 - not every system has it
    except ImportError:
        tracemalloc.start()
        return lambda: tracemalloc.get_traced_memory()[1] // 1024
    unit = 1024 if sys.platform == "darwin" else 1
    return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def bomb() -> bytes:
    """Return a PDF whose index of objects unpacks to 128 MiB of nothing."""
    packer, piece = zlib.compressobj(9), bytes(MIB)
    stream = b"".join(packer.compress(piece) for _ in range(128)) + packer.flush()
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 2 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length "
    return (
        head
        + str(len(stream)).encode()
        + b" >>\nstream\n"
        + stream
        + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    )


def directory(count: int = 900) -> bytes:
    """Return a ZIP of almost nothing but names, which are as long as names can be."""
    names = [f"{number:04}".ljust(0xFFFF, "x") for number in range(count)]
    heads = b"".join(_named(name) for name in names)
    first = again.zipped([("x.txt", b"x")], zipfile.ZIP_STORED)[:36]
    return first + heads + END_HEAD.pack(END, 0, 0, len(names), len(names), len(heads), len(first), 0)


def _named(name: str) -> bytes:
    head = (CENTRAL, 20, 10, 0, 0, 0, 0x21, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0)
    return CENTRAL_HEAD.pack(*head) + name.encode()


def write_large(folder: Path) -> list[Path]:
    """Write files that are large, or that would be when they were unpacked, and return where."""
    large = {**PACK.files, "data/report.txt": bytes(31 * MIB), "data/report-cy.txt": bytes(31 * MIB)}
    entries = PACK.signed(None, files=large)
    made = {
        "large.zip": container.write(entries),
        "again.zip": again.zipped(entries, zipfile.ZIP_DEFLATED),
        "pdf.zip": container.write(PACK.signed(None, files={**PACK.files, "data/report.pdf": bomb()})),
        "nothing.zip": bytes(66 * MIB),
        "zip.zip": again.zipped([("x.txt", bytes(40 * MIB))], zipfile.ZIP_DEFLATED),
        "names.zip": directory(),
        "longer.zip": container.write(entries) + bytes(8 * MIB),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def write_papers(folder: Path) -> list[str]:
    """Write packs whose report is heavy, and one such report alone, and return the names of the files."""
    for name, paper in heavy().items():
        file = folder / f"{name.replace(' ', '-')}.zip"
        file.write_bytes(container_of(files=payload() | {"data/report.pdf": paper}))
    (folder / "alone.pdf").write_bytes(paper)
    return [file.name for file in folder.iterdir()]


def main(folder: Path, seed: int | None = None) -> None:
    """Check the files in the folder and a slice of the attacks, and print the KiB that each took."""
    for victim in VICTIMS.values():
        checked(victim.whole())
    used = peak()
    for file in sorted(folder.iterdir(), key=lambda one: one.stat().st_size):
        before = used()
        print(file.name, check(file).verdict.name, used() - before)  # noqa: T201 - the answer
    if seed is not None:
        weigh_attacks(seed)


def weigh_attacks(seed: int) -> None:
    """Print the KiB of Python that slices of some families take."""
    tracemalloc.start()
    for family in (outer.lies, inner.texts, signatures.files, again.touched, again.foreign):
        most = 0
        for case in some(family(PACK), 20, seed):
            data = io.BytesIO(case.make())
            before = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
            check(data)
            most = max(most, tracemalloc.get_traced_memory()[1] - before)
        print(family.__name__, "attacks", most // 1024)  # noqa: T201 - as above


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
