"""Every field of every kind: what may stand in it, and that a signed file with anything else is refused."""

import copy
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.example import BEGIN, CHARITY, ID, PAPER, QUARTER, begun, checked, claims, files_of, known
from vcse_desktop import __version__
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.errors import Refused
from vcse_desktop.packs import container
from vcse_desktop.packs.claims import BASES, check_claims, is_newer
from vcse_desktop.packs.drafting import (
    MADE_WITH,
    Draft,
    PackDraft,
    new_id,
    notice_claims,
    pack_claims,
    series_id,
)
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.layout import KINDS, Root
from vcse_desktop.packs.making import build
from vcse_desktop.packs.verdicts import Verdict

PACK = Root(KINDS["pack"], ID)
DIGEST = "sha256:" + "0" * 64
ASK = {"id": "a1", "text": "Who?", "topic": None, "by": "2026-12-31"}


def entry(sequence: int, state: str = "current", by: int | None = None) -> dict[str, Any]:
    """Return a line of a history."""
    return {"sequence": sequence, "digest": DIGEST, "state": state, "by": by, "reason": None}


def answer(state: str, **said: object) -> dict[str, Any]:
    """Return one answer of a reply."""
    empty = dict.fromkeys(("ask", "topic", "changed", "evidence", "by", "reference"))
    return {**empty, "state": state, "text": "", "people_told": False, **said}


def of_kind(kind: str) -> tuple[Root, dict[str, Any]]:
    """Return sound claims of a kind with its root."""
    common = {
        key: value
        for key, value in claims().items()
        if key
        in ("format", "min_reader", "issued", "language", "issuer", "identity", "sign_off", "made_with")
    }
    party = {"name": "Example ICB", "number": ""}
    period = {"from": "2026-07-01", "to": "2026-09-30"}
    own: dict[str, dict[str, Any]] = {
        "notice": {
            **{key: claims()[key] for key in ("title", "series", "sequence", "history", "audience")},
            "text": "We took it back.",
        },
        "reply": {
            "to": party,
            "about": {"pack": ID, "digest": DIGEST, "series": "s", "sequence": 1, "issuer_key": DIGEST},
            "number": 1,
            "prior": None,
            "received": "2026-12-01",
            "read": None,
            "checked": {"verdict": "OK", "digits_compared": True},
            "answers": [answer("considering"), answer("done", changed="A ramp"), answer("question")],
            "text": "",
            "may_publish": True,
        },
        "request": {
            "title": "Carers",
            "period": period,
            "due": "2026-10-31",
            "purpose": "",
            "tables": [{"id": "carers", "version": 1}],
            "asks": [ASK],
            "to": party,
        },
    }
    return Root(KINDS[kind], ID), {**common, "type": KINDS[kind].type, kind: ID, **own[kind]}


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value inside a value, the identity's own texts left out."""
    if path[:1] == ("identity",) and len(path) > 2:
        return
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def without(value: dict[str, Any], path: tuple[str | int, ...], new: object) -> dict[str, Any]:
    """Return a copy with another value at this path."""
    made = copy.deepcopy(value)
    inner: Any = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return made


def full() -> dict[str, Any]:
    """Return the claims of a pack that uses every field."""
    return claims(
        sequence=3,
        history=[entry(1, "superseded", 2), entry(2)],
        asks=[ASK],
        sections=[{"code": "carers", "state": "included"}],
        lawful_basis="public_task",
        next_expected="2027-02-21",
        request=DIGEST,
    )


KINDS_SOUND = [(PACK, full()), *map(of_kind, ("notice", "reply", "request"))]


@pytest.mark.parametrize(("root", "said"), KINDS_SOUND, ids=lambda value: str(value)[:7])
def test_every_field_is_needed_and_has_one_type(root: Root, said: dict[str, Any]) -> None:
    assert check_claims(root, said) == ()
    for path in places(said):
        wrong: list[object] = [{}, 1.5, [[[]]], -1, "x" * 3000]
        for strange in wrong:
            with pytest.raises(Broken):
                check_claims(root, without(said, path, strange))
        if isinstance(path[-1], str):
            lacking = without(said, path, None)
            inner: Any = lacking
            for key in path[:-1]:
                inner = inner[key]
            del inner[path[-1]]
            with pytest.raises(Broken):
                check_claims(root, lacking)


@pytest.mark.parametrize(("root", "said"), KINDS_SOUND, ids=lambda value: str(value)[:7])
def test_an_unknown_key_is_refused_in_format_1_and_told_in_a_later_one(
    root: Root, said: dict[str, Any]
) -> None:
    for path in [(), *places(said)]:
        inner: Any = said
        for key in path:
            inner = inner[key]
        if isinstance(inner, dict):
            more = without(said, path, {**inner, "zz": 1}) if path else {**said, "zz": 1}
            with pytest.raises(Broken):
                check_claims(root, more)
            told = check_claims(root, {**more, "format": 2})
            assert len(told) == 1
            assert told[0].endswith("/zz")


WRONG: list[tuple[tuple[str | int, ...], object]] = [
    (("type",), "notice"),
    (("pack",), "20261121-7f3a9kq3"),
    (("format",), 0),
    (("format",), True),
    (("min_reader",), 0),
    (("issued",), "2026-11-31T20:00:00Z"),
    (("issued",), "2026-11-21T24:00:00Z"),
    (("issued",), "2026-11-21T20:00:60Z"),
    (("issued",), "2026-11-21T20:00:00+00:00"),
    (("issued",), "2050-11-21T20:00:00Z"),
    (("language",), "e"),
    (("language",), "en_GB"),
    (("issuer", "number"), "1234567"),
    (("issuer", "number"), "GB-CHC-"),
    (("issuer", "key"), DIGEST.upper()),
    (("issuer", "name"), "x" * 201),
    (("identity",), []),
    (("identity",), [{"statement": "", "signatures": ["x"]}] * 25),
    (("identity", 0, "signatures"), []),
    (("sign_off", "need"), 0),
    (("sign_off", "need"), 10),
    (("sign_off", "keys"), []),
    (("sign_off", "keys"), [DIGEST] * 2),
    (("made_with",), "x" * 61),
    (("title",), "x" * 201),
    (("series",), "Icb"),
    (("series",), "a--b"),
    (("series",), "x" * 33),
    (("series",), "a\n"),
    (("sequence",), 0),
    (("sequence",), 2),
    (("history",), [entry(1)]),
    (("history",), [entry(2), entry(1)]),
    (("history",), [entry(1), entry(3)]),
    (("history",), [entry(1, "superseded", 1), entry(2)]),
    (("history",), [entry(1, "superseded", 4), entry(2)]),
    (("history",), [entry(1, "taken back", 2), entry(2)]),
    (("history", 0, "reason"), "x" * 301),
    (("period",), {"from": "2026-09-30", "to": "2026-07-01"}),
    (("period", "from"), "2026-02-30"),
    (("period", "from"), "2026-7-01"),
    (("period", "from"), "\uff12026-07-01"),
    (("audience",), []),
    (("audience",), [{"name": "A", "number": ""}] * 9),
    (("may_publish",), 0),
    (("lawful_basis",), "because"),
    (("lawful_basis",), ""),
    (("retention",), None),
    (("next_expected",), "soon"),
    (("sections", 0, "state"), "left_out"),
    (("sections", 0, "code"), "Carers"),
    (("asks",), [ASK, ASK]),
    (("asks",), [{**ASK, "id": f"a{n}"} for n in range(21)]),
    (("asks", 0, "id"), "A"),
    (("asks", 0, "id"), "a" * 9),
    (("request",), "none"),
    (("disclosure", "zeros"), "hidden"),
    (("disclosure", "threshold"), 0),
    (("disclosure", "engine"), "one"),
]


@pytest.mark.parametrize(
    ("path", "value"), WRONG, ids=[f"{n}-{'/'.join(map(str, path))}" for n, (path, _) in enumerate(WRONG)]
)
def test_what_a_field_may_not_be(path: tuple[str | int, ...], value: object) -> None:
    wrong = without(full(), path, value)
    with pytest.raises(Broken):
        check_claims(PACK, wrong)
    result = checked(container.write(files_of(wrong)), known())
    assert result.verdict is Verdict.ALTERED
    assert not result.claims


def test_every_reason_in_law_is_known() -> None:
    for basis in (*BASES, None):
        assert check_claims(PACK, claims(lawful_basis=basis)) == ()


@pytest.mark.parametrize(
    "said", [answer("not_possible"), answer("done"), answer("planned"), answer("planned", by="soon")]
)
def test_an_answer_of_weight_has_its_reason(said: dict[str, Any]) -> None:
    root, reply = of_kind("reply")
    with pytest.raises(Broken):
        check_claims(root, {**reply, "answers": [said]})


@pytest.mark.parametrize("kind", ["notice", "reply", "request"])
def test_the_other_kinds_are_signed_and_checked_in_the_same_way(kind: str) -> None:
    _, said = of_kind(kind)
    files = {f"data/{kind}.txt": b"Words for people.\n"}
    result = checked(build(kind, said, files, [CHARITY]).data, known())
    assert (result.verdict, result.kind) == (Verdict.OK, kind)
    more = {**files, "data/report.pdf": b""}
    assert checked(build(kind, said, more, [CHARITY]).data).verdict is Verdict.UNSAFE


def test_a_newer_format_says_so() -> None:
    assert not is_newer({"min_reader": 1})
    assert not is_newer({"min_reader": "2"})
    result = checked(container.write(files_of(claims(format=2, min_reader=2, strange=[]))))
    assert result.verdict is Verdict.NEWER_FORMAT
    result = checked(container.write(files_of(claims(format=2, strange=[]))))
    assert (result.verdict, result.unknown) == (Verdict.UNKNOWN_SIGNER, ("/strange",))


def test_a_pack_says_what_made_it_and_is_not_passed_on_unless_somebody_says_so() -> None:
    made = claims()
    assert made["made_with"] == MADE_WITH == f"VCSE Desktop {__version__.rpartition('.')[0]}"
    assert made["may_publish"] is False
    assert pack_claims(draft(may_publish=True))["may_publish"] is True
    defaults = ("purpose", "lawful_basis", "retention", "asks", "next_expected", "request")
    assert [made[key] for key in defaults] == ["", None, "", [], None, None]


def draft(**said: object) -> PackDraft:
    """Return a draft with these values."""
    usual: dict[str, Any] = {
        "id": ID,
        "title": "T",
        "audience": [("Greater Anytown ICB (NHS)", "")],
        "statements": begun(),
        "issued": BEGIN,
        "period": QUARTER,
        "policy": POLICIES["nhs_1_7_r5"],
    }
    return PackDraft(**usual | said)


def test_what_a_person_typed_is_made_fit_to_be_signed() -> None:
    made = pack_claims(
        draft(
            title="e\u0301\t!",
            purpose="a\r\nb",
            asks=[{"id": "a", "text": "x\u202e?", "topic": None, "by": None}],
        )
    )
    assert (made["title"], made["purpose"], made["asks"][0]["text"]) == ("é !", "a\nb", "x?")
    assert made["series"] == "greater-anytown-icb-nhs"


def test_what_does_not_fit_is_named() -> None:
    with pytest.raises(Refused) as refused:
        pack_claims(draft(purpose="x" * 1001))
    assert refused.value.values == {"part": "purpose"}


def test_a_notice_has_words_and_no_figures() -> None:
    made = notice_claims(
        Draft(id=ID, title="T", audience=[("A", "")], statements=begun(), issued=BEGIN), "We took it back."
    )
    assert made["text"] == "We took it back."
    assert "disclosure" not in made


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("NHS X", "nhs-x"),
        ("A  b", "a-b"),
        (" st. John's ", "st-john-s"),
        ("Straße", "strasse"),
        ("x" * 30 + " y", "x" * 30 + "-y"),
    ],
)
def test_a_partner_has_an_id(name: str, series: str) -> None:
    assert series_id(name) == series


ALIKE = [
    ("C", "Ç"),
    ("C", "C++"),
    ("بلدية", "المجلس"),
    ("Partner", "بلدية"),
    ("!", "?"),
    ("Partner", "!"),
    ("x" * 30 + " y", "x" * 30 + " ye"),
    ("Leeds City Council Adult Social Care North", "Leeds City Council Adult Social Care South"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_no_two_partners_share_a_series(one: str, other: str) -> None:
    ids = {series_id(one), series_id(other)}
    assert len(ids) == 2
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found) and len(found) <= 32 for found in ids)


@pytest.mark.parametrize("name", ["Ö & Co.", "Ysgol Tŷ Coch", "C" * 40])
def test_one_partner_has_one_series_however_the_name_is_typed(name: str) -> None:
    typed = [name, name.upper(), f"  {name} ", unicodedata.normalize("NFD", name), name.replace(" ", "  ")]
    assert len({series_id(one) for one in typed}) == 1


@given(st.text())
def test_every_name_gives_an_id_that_fits(name: str) -> None:
    found = series_id(name)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= 32


def test_an_id_begins_with_the_day() -> None:
    made = {new_id(BEGIN) for _ in range(50)}
    assert len(made) == 50
    assert all(one.startswith("20261101-") and len(one) == 17 for one in made)


def test_a_pack_is_signed_by_the_key_in_its_identity() -> None:
    assert checked(container.write(files_of(claims(), signers=[CHARITY]))).verdict is Verdict.UNKNOWN_SIGNER
    assert checked(container.write(files_of(claims(), signers=[PAPER]))).verdict is Verdict.ALTERED
