"""The documents of the test vectors: fixed texts, fixed keys, so that each byte comes out again."""

import base64
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.packs.example import BEGIN, PAPER, SYMBOLS, begun, files_of, signer
from vcse_desktop.packs import canonical, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import Statements, attested, statement
from vcse_desktop.packs.keys import digest, digits, key_id
from vcse_desktop.packs.making import certified
from vcse_desktop.packs.page import head

NAME, NUMBER = "Example Carers Trust", "GB-CHC-1234567"
CHARITY, NEW = signer(0x1111, NAME, NUMBER), signer(0x5555, NAME, NUMBER)
CHAIR = signer(0x3333, NAME, NUMBER, "Chair of trustees")
PARTNER = signer(0x7777, "Example Health Partner", "GB-EXA-42")
PARTNER_PAPER = signer(0x8888, "Example Health Partner", "GB-EXA-42", "Recovery key")
THIEF, THIEF_PAPER = signer(0x2222, NAME, NUMBER), signer(0x2223, NAME, NUMBER, "Recovery key")
SCALARS = {
    "organisation": (0x1111, CHARITY),
    "organisation, changed key": (0x5555, NEW),
    "approver": (0x3333, CHAIR),
    "partner": (0x7777, PARTNER),
    "partner's recovery key": (0x8888, PARTNER_PAPER),
    "thief": (0x2222, THIEF),
    "thief's recovery key": (0x2223, THIEF_PAPER),
}
REPORT = Path(__file__).with_name("report.pdf")
FIRST, SECOND, THIRD = (
    datetime(2026, 11, 21, 20, tzinfo=UTC),
    datetime(2027, 2, 21, 20, tzinfo=UTC),
    datetime(2027, 3, 1, 9, tzinfo=UTC),
)
TABLE = (
    b"issuer,pack,period_from,period_to,area,area_label,measure,value,status\r\n"
    b"GB-CHC-1234567,20261121-aaaaaaaa,2026-07-01,2026-09-30,E05001234,Ashby,carers_supported,15,rounded\r\n"
    b"GB-CHC-1234567,20261121-aaaaaaaa,2026-07-01,2026-09-30,E05001235,Brook,carers_supported,,hidden\r\n"
)
WEB = head("en", "ltr").encode() + b"<title>Carers</title>\n</head>\n<body><h1>Carers</h1></body>\n</html>\n"
TABLE_FILE, PAGE_FILE = "data/tables/carers_by_area.v1.csv", "data/report.html"
Entries = list[tuple[str, bytes]]
STATEMENTS = begun(CHARITY, PAPER, name=NAME, number=NUMBER)
CHAIR_ID = key_id(p256.point(CHAIR.key))
TOGETHER = begun(CHARITY, PAPER, name=NAME, number=NUMBER, need=2, approvers={CHAIR_ID: "Chair of trustees"})
BOTH = {"need": 2, "keys": [key_id(p256.point(CHARITY.key)), CHAIR_ID]}


def stamp(when: datetime) -> str:
    """Return a time as claims have it."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def payload(**other: bytes) -> dict[str, bytes]:
    """Return the files of a pack, its report not certified yet; ``page`` and ``table`` may be others."""
    return {
        "data/report.pdf": REPORT.read_bytes(),
        PAGE_FILE: other.get("page", WEB),
        TABLE_FILE: other.get("table", TABLE),
        "data/datapackage.json": canonical.dump(
            {"name": "summary-pack", "resources": [{"name": "report-pdf", "path": "report.pdf"}]}
        ),
    }


def common(kind: str, ident: str, when: datetime, statements: Statements, by: Signer) -> dict[str, Any]:
    """Return the claims that every kind has."""
    last = canonical.load(statements[-1]["statement"].encode())
    key = key_id(p256.point(by.key))
    return {
        "type": "summary-pack" if kind == "pack" else kind,
        "format": 1,
        "min_reader": 1,
        kind: ident,
        "issued": stamp(when),
        "language": "en",
        "issuer": {"name": last["name"], "number": last["number"], "key": key},
        "identity": statements,
        "sign_off": {"need": 1, "keys": [key]},
        "made_with": "Test vectors",
    }


def series(
    sequence: int, history: Sequence[Mapping[str, Any]] = (), line: str = "health-partner"
) -> dict[str, Any]:
    """Return what packs and notices say of their series."""
    return {
        "title": f"Carers, number {sequence}",
        "series": line,
        "sequence": sequence,
        "history": list(history),
        "audience": [{"name": "Example Health Partner", "number": "GB-EXA-42"}],
    }


def pack_claims(
    ident: str,
    when: datetime = FIRST,
    statements: Statements = STATEMENTS,
    by: Signer = CHARITY,
    **said: object,
) -> dict[str, Any]:
    """Return the claims of a pack, the first of its series unless ``said`` has other values."""
    own = {
        "purpose": "To plan support for carers.",
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "may_publish": True,
        "lawful_basis": None,
        "retention": "",
        "next_expected": "2027-02-28",
        "sections": [{"code": "carers", "state": "included"}],
        "asks": [
            {"id": "a1", "text": "Who answers the phone in the evening?", "topic": None, "by": "2027-01-31"}
        ],
        "request": None,
        "disclosure": {
            "policy": "nhs_1_7_r5",
            "threshold": 8,
            "round_base": 5,
            "zeros": "shown",
            "engine": 1,
        },
    }
    return {**common("pack", ident, when, statements, by), **series(1), **own, **said}


def pack(
    said: Mapping[str, Any], signers: Sequence[Signer] = (CHARITY,), files: Mapping[str, bytes] | None = None
) -> Entries:
    """Return the entries of a pack whose report is certified by the first signer."""
    when = datetime.strptime(said["issued"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    parts = certified(payload() if files is None else files, signers[0], when)
    return files_of(said, parts, signers, root=f"pack-{said['pack']}", when=[when] * len(signers))


def words(kind: str, said: Mapping[str, Any], by: Signer, text: bytes) -> Entries:
    """Return the entries of a notice, a reply or a request."""
    when = datetime.strptime(said["issued"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return files_of(said, {f"data/{kind}.txt": text}, [by], root=f"{kind}-{said[kind]}", when=[when])


def changed(*by: Signer) -> Statements:
    """Return the identity under the changed key, vouched for by these."""
    text = statement(NAME, NUMBER, NEW.key, PAPER.key, BEGIN, before=STATEMENTS, reason="key_changed")
    return [*STATEMENTS, attested(text, by, BEGIN)]


def line(sequence: int, entries: Entries, **how: object) -> dict[str, Any]:
    """Return what a later document tells of an earlier one."""
    told = {
        "sequence": sequence,
        "digest": digest(entries[0][1]),
        "state": "current",
        "by": None,
        "reason": None,
    }
    return {**told, **how}


def reply(about: Entries) -> dict[str, Any]:
    """Return the claims of the partner's reply to a pack."""
    answer = {
        "ask": "a1",
        "topic": None,
        "state": "planned",
        "text": "From March the line is open until eight.",
        "changed": None,
        "evidence": None,
        "by": "2027-03-01",
        "reference": "B/12",
        "people_told": False,
    }
    statements = begun(PARTNER, PARTNER_PAPER, name="Example Health Partner", number="GB-EXA-42")
    return {
        **common("reply", "20261215-rrrrrrrr", datetime(2026, 12, 15, 12, tzinfo=UTC), statements, PARTNER),
        "to": {"name": NAME, "number": NUMBER},
        "about": {
            "pack": "20261121-aaaaaaaa",
            "digest": digest(about[0][1]),
            "series": "health-partner",
            "sequence": 1,
            "issuer_key": key_id(p256.point(CHARITY.key)),
        },
        "number": 1,
        "prior": None,
        "received": "2026-11-22",
        "read": "2026-11-23",
        "checked": {"verdict": "OK", "digits_compared": True},
        "answers": [answer],
        "text": "Thank you.",
        "may_publish": False,
    }


def request() -> dict[str, Any]:
    """Return the claims of a request by the partner."""
    statements = begun(PARTNER, PARTNER_PAPER, name="Example Health Partner", number="GB-EXA-42")
    return {
        **common("request", "20261001-qqqqqqqq", datetime(2026, 12, 1, 12, tzinfo=UTC), statements, PARTNER),
        "title": "Carers by area",
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "due": "2026-12-31",
        "purpose": "To plan support for carers.",
        "tables": [{"id": "carers_by_area", "version": 1}],
        "asks": [],
        "to": {"name": NAME, "number": NUMBER},
    }


def keys() -> dict[str, Any]:
    """Return every key of the vectors, private half included, and its certificate."""
    told = {name: _key(scalar, one) for name, (scalar, one) in SCALARS.items()}
    return {"signers": told, "recovery": {"symbols": SYMBOLS, **_public(PAPER)}}


def _key(scalar: int, one: Signer) -> dict[str, str]:
    return {"scalar": f"{scalar:x}", **_public(one)}


def _public(one: Signer) -> dict[str, str]:
    ident = key_id(p256.point(one.key))
    return {
        "key": ident,
        "digits": digits(ident),
        "certificate": base64.b64encode(one.certificate).decode("ascii"),
    }
