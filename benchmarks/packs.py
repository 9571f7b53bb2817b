"""What checking and making a pack of 1.2 MB with two signatures costs: processor time and memory."""

import io
import random
import sys
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from benchmarks.measures.timing import usual
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.plan import Cell, Plan, ProtectedRow, ProtectedTable, Status
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.figures.table import Dimension, Measure, Period, TableKind, Unit
from vcse_desktop.packs import certificate, identity, p256
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import PackDraft, pack_claims
from vcse_desktop.packs.keys import key_id
from vcse_desktop.packs.making import Built, build
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.summary import Words, pack_payload
from vcse_desktop.packs.verdicts import Verdict

CHECK_MS, MAKE_MS, MEMORY_MB = 25.0, 50.0, 1.0
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
    return build("pack", claims(), pack_payload(of, audit, words, NUMBER, ID), [CHARITY, CHAIR])


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


def main() -> int:
    """Print what was measured beside what it may be; 1 when anything is past it."""
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
        ("memory to check 27 MB", memory(register), MEMORY_MB, "MB"),
    ]
    for what, found, limit, unit in measured:
        print(f"{what:<45} {found:7.2f} {unit} of {limit:.0f} {unit}{'' if found <= limit else '  TOO MUCH'}")
    return int(any(found > limit for _, found, limit, _ in measured))


if __name__ == "__main__":
    sys.exit(main())
