"""What checking and making a pack of 1.2 MB with two signatures costs, beside its report and other tools."""

import io
import os
import random
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measures.timing import beside, usual
from tests import outside
from tests.reports.sample import FULL
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.plan import Cell, Plan, ProtectedRow, ProtectedTable, Status
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.figures.table import Dimension, Measure, Period, TableKind, Unit
from vcse_desktop.packs import certificate, identity, p256
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import PackDraft, pack_claims
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.making import Built, build, certified
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.summary import Words, pack_payload
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.reports.editions import LARGE
from vcse_desktop.reports.html import html
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks
from vcse_desktop.reports.text import text

CHECK_MS, MAKE_MS, MEMORY_MB, WHOLE_MIB, BESIDE_REPORT = 25.0, 50.0, 1.0, 16.0, 1.5
WEIGH = "--weigh"
RUNS = 20
NAME, NUMBER, ID = "Example Carers Trust", "GB-CHC-1234567", "20261121-7f3a9kq2"
WHEN = datetime(2026, 11, 21, 20, tzinfo=UTC)
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
AREA, AGE = Dimension("area", "Area"), Dimension("age_band", "Age")
KIND = TableKind("carers", 1, "Carers", (Measure("carers", "Carers", Unit.PERSON),), (AREA, AGE))


def signer(label: str) -> Signer:
    """Return a new key with its certificate."""
    key = p256.new_key()
    return Signer(key, certificate.issue(key, NAME, NUMBER, label, WHEN))


CHARITY, CHAIR, PAPER = signer(NAME), signer("Chair of trustees"), signer("Recovery key")
CHAIR_ID = key_id(p256.point(CHAIR.key))
TEXT = identity.statement(NAME, NUMBER, CHARITY.key, PAPER.key, WHEN, need=2, approvers={CHAIR_ID: "Chair"})
STATEMENTS = [identity.attested(TEXT, (CHARITY, PAPER), WHEN)]


def report(pages: int = 50) -> bytes:
    """Return a PDF of so many pages of words."""
    made, rng = io.BytesIO(), random.Random(1)  # noqa: S311 - words, not keys
    canvas = Canvas(made, invariant=1, pageCompression=1)
    for _ in range(pages):
        for line in range(48):
            words = ("".join(rng.choices("aeioutnshrdl", k=rng.randint(2, 9))) for _ in range(12))
            canvas.drawString(60, 755 - 14 * line, " ".join(words))
        canvas.showPage()
    canvas.save()
    return ours(made, lambda _: None)


def ours(drawn: io.BytesIO, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF as the program writes it."""
    made, mode = io.BytesIO(), pikepdf.ObjectStreamMode.generate
    with pikepdf.open(drawn) as file:
        change(file)
        file.save(made, deterministic_id=True, object_stream_mode=mode, compress_streams=False)
    return made.getvalue()


def plan(areas: int) -> Plan:
    """Return a protected table of four rows for each area."""
    rows = tuple(
        ProtectedRow((f"E{n:08}", age), (f"Ward {n}", age), (Cell(Status.ROUNDED, 5 * (n % 9)),))
        for n in range(areas)
        for age in ("18_24", "25_64", "65_over", "total")
    )
    return Plan(POLICIES["nhs_1_7_r5"], (ProtectedTable(KIND, QUARTER, rows),))


def claims() -> dict[str, Any]:
    """Return the claims of a pack that two people sign."""
    draft = PackDraft(
        id=ID,
        title="Carers",
        audience=[("Example ICB", "")],
        statements=STATEMENTS,
        issued=WHEN,
        period=QUARTER,
        policy=POLICIES["nhs_1_7_r5"],
        need=2,
        approvers=[CHAIR_ID],
    )
    return pack_claims(draft)


def audited(of: Plan) -> AuditReport:
    """Return the report of a good audit."""
    return AuditReport(True, of.digest, (), 1, 0.0, "")


def make(of: Plan, audit: AuditReport, words: Words) -> Built:
    """Return a signed pack."""
    payload = certified(pack_payload(of, audit, words, NUMBER, ID), CHARITY, WHEN)
    return build("pack", claims(), payload, [CHARITY, CHAIR])


def milliseconds(job: Callable[[], object]) -> float:
    """Return what a warm job takes of the usual processor at best: others use the machine, too."""
    job()
    return usual(job, RUNS)


def memory(register: Register) -> float:
    """Return how many MB of Python's memory checking a pack of 27 MB needs beside the stream."""
    words = Words("Carers", {"data/report.pdf": report(), "data/report-large.txt": b"words " * 4_300_000})
    small = plan(50)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "pack.zip"
        file.write_bytes(make(small, audited(small), words).data)
        tracemalloc.start()
        assert check(file, register).verdict is Verdict.OK
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return most / 1e6


def weigh(file: Path) -> None:
    """Print how many MiB of the computer's memory a check needs beyond a small one."""
    small = plan(5)
    check(io.BytesIO(make(small, audited(small), Words("Carers", {"data/report.pdf": report(1)})).data))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert check(file).verdict is Verdict.UNKNOWN_SIGNER
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)


def whole_memory() -> float:
    """Return what a process needs to check a pack of 60 MB, in which a report of 28 MB is, in MiB."""

    def pictures(file: pikepdf.Pdf) -> None:
        for _ in range(28):
            file.make_stream(os.urandom(1_000_000), Kept=True)
        file.Root.Kept = pikepdf.Array([one for one in file.objects if isinstance(one, pikepdf.Stream)])

    pdf_file = ours(io.BytesIO(report(1)), pictures)
    words = Words("Carers", {"data/report.pdf": pdf_file, "data/report-large.txt": b"words " * 5_200_000})
    small = plan(50)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "pack.zip"
        file.write_bytes(make(small, audited(small), words).data)
        told = [sys.executable, "-m", "benchmarks.packs", WEIGH, str(file)]
        return float(subprocess.run(told, check=True, capture_output=True).stdout)  # noqa: S603 - ourselves


def beside_report() -> float:
    """Return what a whole pack costs to make and check, times its report."""
    blocks, small = report_blocks(FULL), plan(50)
    audit = audited(small)

    def drawn() -> dict[str, bytes]:
        return {
            "data/report.pdf": pdf(blocks, FULL),
            "data/report-large.pdf": pdf(blocks, FULL, LARGE),
            "data/report.html": html(blocks, FULL),
            "data/report.txt": text(blocks),
        }

    def made() -> None:
        check(io.BytesIO(make(small, audit, Words("Carers", drawn())).data))

    alone, whole = beside([drawn, made], 3)
    return whole / alone


def by_others(pack: Built) -> list[tuple[str, float]]:
    """Return the milliseconds that tools which know nothing of us take for the same pack, by their clock."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "pack.zip"
        file.write_bytes(pack.data)
        begun = time.perf_counter()
        bag = outside.unpack(file, Path(folder) / "in")
        taken = [("unzip", (time.perf_counter() - begun) * 1000)]
        for tool in (outside.openssl, outside.sha256sum, outside.bagit, outside.frictionless):
            begun = time.perf_counter()
            assert tool(bag), tool
            taken.append((tool.__name__, (time.perf_counter() - begun) * 1000))
    return taken


def main() -> int:
    """Print what was measured beside what it may be; 1 when anything is past it."""
    if WEIGH in sys.argv:
        weigh(Path(sys.argv[-1]))
        return 0
    large, words = plan(2250), Words("Carers", {"data/report.pdf": report()})
    audit = audited(large)
    pack, register = (
        make(large, audit, words),
        trust(Register(), identity.read_chain(STATEMENTS), "2026-11-22"),
    )
    assert check(io.BytesIO(pack.data), register).verdict is Verdict.OK
    size = f"a pack of {len(pack.data) / 1e6:.2f} MB"
    measured = [
        (f"check {size}", milliseconds(lambda: check(io.BytesIO(pack.data), register)), CHECK_MS, "ms"),
        (f"make {size}, without its PDF", milliseconds(lambda: make(large, audit, words)), MAKE_MS, "ms"),
        ("memory of Python to check 27 MB", memory(register), MEMORY_MB, "MB"),
        ("memory of the process to check 60 MB", whole_memory(), WHOLE_MIB, "MiB"),
        ("make and check a pack, times its report", beside_report(), BESIDE_REPORT, "times"),
    ]
    for what, found, limit, unit in measured:
        print(f"{what:<45} {found:7.2f} of {limit:g} {unit}{'' if found <= limit else '  TOO MUCH'}")
    others = by_others(pack)
    print(
        "the same pack by others, by the clock:", ", ".join(f"{name} {took:.0f} ms" for name, took in others)
    )
    return int(any(found > limit for _, found, limit, _ in measured))


if __name__ == "__main__":
    sys.exit(main())
