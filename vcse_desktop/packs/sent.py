"""What the group itself has sent: the row about it, and what the next document of a series must tell."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from vcse_desktop.packs.claims import CURRENT, WITHDRAWN

Row = Mapping[str, object]


def sent_row(claims: Mapping[str, Any], digest: str, certificate: str) -> dict[str, object]:
    """Return the row of the table ``sent`` about a pack or notice; ``certificate`` is that of the audit."""
    period, policy = claims.get("period", {}), claims.get("disclosure", {})
    return {
        "pack": claims.get("pack") or claims["notice"],
        "digest": digest,
        "series": claims["series"],
        "sequence": claims["sequence"],
        "audience": json.dumps([party["name"] for party in claims["audience"]], ensure_ascii=False),
        "title": claims["title"],
        "issued": claims["issued"],
        "period_from": period.get("from"),
        "period_to": period.get("to"),
        "policy": policy.get("policy"),
        "certificate": certificate,
        "history": json.dumps(claims["history"], ensure_ascii=False),
    }


def next_place(rows: Iterable[Row], series: str) -> tuple[int, list[dict[str, Any]]]:
    """Return the number of the next document of a series, and its history: how all stand now."""
    mine = sorted((row for row in rows if row["series"] == series), key=lambda row: int(str(row["sequence"])))
    if not mine:
        return 1, []
    last = mine[-1]
    own = {
        "sequence": last["sequence"],
        "digest": last["digest"],
        "state": CURRENT,
        "by": None,
        "reason": None,
    }
    history = [*json.loads(str(last["history"])), own]
    return len(history) + 1, history


def changed_by(
    history: Iterable[Mapping[str, Any]], row: Row, sequence: int, state: str, reason: str
) -> list[dict[str, Any]] | None:
    """Return a history in which the document of this row is superseded or withdrawn by number ``sequence``.

    None where that cannot be said: it is a notice, is not in the history, or was taken back already; and what
    was replaced is not replaced twice.
    """
    lines = [dict(one) for one in history]
    line = next((one for one in lines if one["digest"] == row["digest"]), None)
    if line is None or not row["policy"] or line["state"] in (state, WITHDRAWN):
        return None
    line |= {"state": state, "by": sequence, "reason": reason or None}
    return lines


def forgotten_before(rows: Iterable[Row]) -> list[tuple[str, int]]:
    """Return series and number of each document that a later one names and of which there is no row."""
    kept = list(rows)
    known = {str(row["digest"]) for row in kept}
    named = {
        (str(row["series"]), int(past["sequence"]))
        for row in kept
        for past in json.loads(str(row["history"]))
        if past["digest"] not in known
    }
    return sorted(named)
