"""A small made-up organisation, its keys, and packs of it: what the tests about packs start from."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pikepdf
from hypothesis import HealthCheck, settings

from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.plan import Cell, Plan, ProtectedRow, ProtectedTable, Status
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.figures.table import Dimension, Measure, Period, TableKind, Unit
from vcse_desktop.packs import canonical, cms, container, p256
from vcse_desktop.packs.bag import BAGIT_TEXT, bag_info, hash_list
from vcse_desktop.packs.certificate import certificate_name, issue
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.drafting import PackDraft, pack_claims
from vcse_desktop.packs.identity import RECOVERY_LABEL, Statements, attested, read_chain, statement
from vcse_desktop.packs.making import Built, build, certified
from vcse_desktop.packs.page import head
from vcse_desktop.packs.recovery import recovery_key
from vcse_desktop.packs.register import Register, trust
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.summary import Words, pack_payload

STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For laws: a busy computer is no fault of the program."""
NAME, NUMBER = "Example Carers Trust", "GB-CHC-1234567"
BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
ISSUED = datetime(2026, 11, 21, 20, tzinfo=UTC)
ID = "20261121-7f3a9kq2"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRS"
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
CARERS = TableKind(
    "carers",
    1,
    "Carers",
    (
        Measure("carers_supported", "Carers supported", Unit.PERSON),
        Measure("hours", "Hours given", Unit.PERSON_HOURS),
    ),
    (Dimension("area", "Area"),),
)


def signer(scalar: int, name: str = NAME, number: str = NUMBER, label: str = "") -> Signer:
    """Return a key with this secret number and its certificate."""
    key, org = p256.key_of(scalar), certificate_name(name)
    return Signer(key, issue(key, org, number, label or org, BEGIN))


CHARITY, THIEF = signer(0x1111), signer(0x2222)
CHAIR = signer(0x3333, label="Chair of trustees")
PAPER = Signer(
    recovery_key(SYMBOLS), issue(recovery_key(SYMBOLS), certificate_name(NAME), NUMBER, RECOVERY_LABEL, BEGIN)
)


def begun(  # noqa: PLR0913 - one argument for each thing a test may vary
    own: Signer = CHARITY,
    paper: Signer = PAPER,
    *,
    name: str = NAME,
    number: str = NUMBER,
    need: int = 1,
    approvers: Mapping[str, str] | None = None,
) -> Statements:
    """Return a chain with one statement."""
    text = statement(name, number, own.key, paper.key, BEGIN, need=need, approvers=approvers)
    return [attested(text, (own, paper), BEGIN)]


@cache
def report() -> bytes:
    """Return the smallest PDF that can be signed."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def plan(label: str = "Ashby") -> Plan:
    """Return a protected table with a rounded, a hidden and a shown number."""
    rows = (
        ProtectedRow(("E05001234",), (label,), (Cell(Status.ROUNDED, 15), Cell(Status.ROUNDED, 1455))),
        ProtectedRow(
            ("E05001235",), ("Brook, “the” end",), (Cell(Status.HIDDEN, None), Cell(Status.HIDDEN, None))
        ),
        ProtectedRow(("total",), ("Total",), (Cell(Status.SHOWN, 0), Cell(Status.ROUNDED, 1500))),
    )
    return Plan(POLICIES["nhs_1_7_r5"], (ProtectedTable(CARERS, QUARTER, rows),))


def audited(of: Plan) -> AuditReport:
    """Return the report of a good audit."""
    return AuditReport(True, of.digest, (), 1, 0.1, "test")


@cache
def drawn() -> dict[str, bytes]:
    """Return the files of a small pack, its report not certified yet."""
    page = head("en", "ltr") + "<title>Carers</title>\n</head>\n<body><h1>Carers</h1></body>\n</html>\n"
    words = Words("Carers", {"data/report.pdf": report(), "data/report.html": page.encode()})
    return pack_payload(plan(), audited(plan()), words, NUMBER, ID)


def payload(by: Signer = CHARITY, when: datetime = ISSUED) -> dict[str, bytes]:
    """Return the files of a small pack, its report certified by this signer."""
    return certified(drawn(), by, when)


def claims(statements: Statements | None = None, **changed: object) -> dict[str, Any]:
    """Return the claims of a pack, with these values instead of the usual ones."""
    draft = PackDraft(
        id=ID,
        title="Carers, July to September 2026",
        audience=[("Example ICB", "")],
        statements=statements or begun(),
        issued=ISSUED,
        period=QUARTER,
        policy=POLICIES["nhs_1_7_r5"],
        series="icb-quarterly",
    )
    return pack_claims(draft) | changed


def pack(
    said: Mapping[str, Any] | None = None,
    files: Mapping[str, bytes] | None = None,
    signers: Sequence[Signer] = (CHARITY,),
) -> Built:
    """Return a signed pack."""
    said = said or claims()
    if files is None:
        issued = datetime.strptime(said["issued"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        files = payload(signers[0], issued)
    return build("pack", said, files, signers)


def checked(data: bytes, register: Register | None = None) -> Result:
    """Check a file in memory."""
    return check(io.BytesIO(data), register)


def files_of(  # noqa: PLR0913 - one argument for each thing a test may vary
    said: Mapping[str, Any] | bytes | None = None,
    files: Mapping[str, bytes] | None = None,
    signers: Sequence[Signer] = (CHARITY,),
    *,
    root: str = f"pack-{ID}",
    tags: Mapping[str, bytes] | None = None,
    first: bytes | None = None,
    when: Sequence[datetime] = (),
) -> list[tuple[str, bytes]]:
    """Return the entries of a file whose signatures are good, whatever else is made of it.

    The PDFs in ``files`` stand as they are; without ``files`` the report is certified as it should be.
    """
    said = claims() if said is None else said
    data = said if isinstance(said, bytes) else canonical.dump(said)
    day = "2026-11-21" if isinstance(said, bytes) else str(said["issued"])
    times = when or [ISSUED] * len(signers)
    if files is None:
        files = payload(signers[0], times[0]) if signers else payload()
    parts = sorted(files.items())
    made = {
        "bag-info.txt": bag_info(root.partition("-")[2], day, sum(len(d) for _, d in parts), len(parts)),
        "bagit.txt": BAGIT_TEXT,
        "manifest-sha256.txt": hash_list(parts),
        f"{root.partition('-')[0]}.json": data,
        "readme.txt": b"Read me.\n",
        **(tags or {}),
    }
    listed = sorted(made.items())
    first = hash_list(listed) if first is None else first
    signed = [
        (f"signature-{n}.p7s", cms.sign(s.key, s.certificate, first, at))
        for n, (s, at) in enumerate(zip(signers, times, strict=True), 1)
    ]
    entries = [("tagmanifest-sha256.txt", first), *signed, *listed, *parts]
    return [(f"{root}/{name}", content) for name, content in entries]


def known(statements: Statements | None = None) -> Register:
    """Return the register of a partner who has compared the digits."""
    return trust(Register(), read_chain(statements or begun()), "2026-11-22")


def container_of(said: Mapping[str, Any] | None = None, files: Mapping[str, bytes] | None = None) -> bytes:
    """Return a well signed pack with these claims and files."""
    return container.write(files_of(said, files))
