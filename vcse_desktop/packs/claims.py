"""What a signed file says of itself: every field of every kind, and what may stand in it."""

from collections.abc import Mapping
from typing import Any

from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import LINKS, NUMBER
from vcse_desktop.packs.layout import MOST_SIGNATURES, Root
from vcse_desktop.packs.schema import (
    CODE,
    DAY,
    DIGEST,
    ID,
    LANGUAGE,
    TIME,
    Flag,
    Items,
    Maybe,
    Rule,
    Shape,
    Text,
    Whole,
    one_of,
    unknown,
)
from vcse_desktop.packs.verdicts import Verdict

FORMAT = 1
BASES = (
    "consent",
    "contract",
    "legal_obligation",
    "vital_interests",
    "public_task",
    "legitimate_interests",
    "recognised_legitimate_interests",
)
CURRENT, SUPERSEDED, WITHDRAWN = "current", "superseded", "withdrawn"
PARTY = Shape({"name": Text(200), "number": Text(64)})
_PERIOD = Shape({"from": DAY, "to": DAY})
_ASKS = Items(
    Shape({"id": Text(8, "[a-z0-9]+"), "text": Text(500), "topic": Maybe(Text(60)), "by": Maybe(DAY)}),
    0,
    20,
    "id",
)
_HISTORY = Items(
    Shape(
        {
            "sequence": Whole(1),
            "digest": DIGEST,
            "state": one_of(CURRENT, SUPERSEDED, WITHDRAWN),
            "by": Maybe(Whole(1)),
            "reason": Maybe(Text(300)),
        }
    )
)
_COMMON: Mapping[str, Rule] = {
    "format": Whole(1),
    "min_reader": Whole(1),
    "issued": TIME,
    "language": LANGUAGE,
    "issuer": Shape({"name": Text(200), "number": NUMBER, "key": DIGEST}),
    "identity": LINKS,
    "sign_off": Shape({"need": Whole(1, MOST_SIGNATURES), "keys": Items(DIGEST, 1, MOST_SIGNATURES, "")}),
    "made_with": Text(60),
}
_SERIES: Mapping[str, Rule] = {
    "title": Text(200),
    "series": ID,
    "sequence": Whole(1),
    "history": _HISTORY,
    "audience": Items(PARTY, 1, 8),
}
_PACK: Mapping[str, Rule] = {
    **_SERIES,
    "purpose": Text(1000),
    "period": _PERIOD,
    "may_publish": Flag(),
    "lawful_basis": Maybe(one_of(*BASES)),
    "retention": Text(300),
    "next_expected": Maybe(DAY),
    "sections": Items(Shape({"code": CODE, "state": one_of("included", "nothing_recorded", "declined")})),
    "asks": _ASKS,
    "request": Maybe(DIGEST),
    "disclosure": Shape(
        {
            "policy": CODE,
            "threshold": Whole(1),
            "round_base": Whole(1),
            "zeros": one_of("shown", "protected"),
            "engine": Whole(1),
        }
    ),
}
_ANSWER = Shape(
    {
        "ask": Maybe(Text(8, "[a-z0-9]+")),
        "topic": Maybe(Text(60)),
        "state": one_of("considering", "planned", "done", "not_possible", "passed_on", "question"),
        "text": Text(2000),
        "changed": Maybe(Text(1000)),
        "evidence": Maybe(Text(500)),
        "by": Maybe(DAY),
        "reference": Maybe(Text(100)),
        "people_told": Flag(),
    }
)
_REPLY: Mapping[str, Rule] = {
    "to": PARTY,
    "about": Shape({"pack": ID, "digest": DIGEST, "series": ID, "sequence": Whole(1), "issuer_key": DIGEST}),
    "number": Whole(1),
    "prior": Maybe(DIGEST),
    "received": DAY,
    "read": Maybe(DAY),
    "checked": Shape({"verdict": one_of(*Verdict.__members__), "digits_compared": Flag()}),
    "answers": Items(_ANSWER, 0, 50),
    "text": Text(2000),
    "may_publish": Flag(),
}
_REQUEST: Mapping[str, Rule] = {
    "title": Text(200),
    "period": _PERIOD,
    "due": DAY,
    "purpose": Text(1000),
    "tables": Items(Shape({"id": CODE, "version": Whole(1)})),
    "asks": _ASKS,
    "to": PARTY,
}
_OWN = {"pack": _PACK, "notice": {**_SERIES, "text": Text(2000)}, "reply": _REPLY, "request": _REQUEST}
_REASONED = {"not_possible": "text", "done": "changed", "planned": "by"}


def is_newer(claims: Mapping[str, Any]) -> bool:
    """Say whether a file asks for a newer reader than this one."""
    least = claims.get("min_reader")
    return isinstance(least, int) and least > FORMAT


def check_claims(root: Root, claims: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that we do not know, of a newer format that we may read; Broken for any fault."""
    kind, own = root.kind, _OWN[root.kind.code]
    named: Mapping[str, Rule] = {"type": one_of(kind.type), kind.code: ID}
    strange = tuple(unknown(Shape({**named, **_COMMON, **own}), claims))
    if claims[kind.code] != root.id or (strange and claims["format"] == FORMAT):
        raise Broken("/" + kind.code)
    if "history" in own:  # and not where a newer format has something else by that name
        _check_history(claims["sequence"], claims["history"])
    if "period" in own and claims["period"]["from"] > claims["period"]["to"]:
        raise Broken("/period")
    for answer in claims["answers"] if "answers" in own else ():
        if answer["state"] in _REASONED and not answer[_REASONED[answer["state"]]]:
            raise Broken("/answers")
    return strange


def _check_history(sequence: int, history: list[dict[str, Any]]) -> None:
    """Return when all earlier documents are told, in order, each changed by a later one if at all."""
    if [one["sequence"] for one in history] != list(range(1, len(history) + 1)) or len(
        history
    ) + 1 != sequence:
        raise Broken("/history")
    if any(one["by"] is not None and not one["sequence"] < one["by"] <= sequence for one in history):
        raise Broken("/history")
