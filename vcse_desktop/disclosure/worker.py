"""What the audit's own process answers: which guards of a system are narrow, and how far sums can go."""

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

from vcse_desktop.disclosure.leftovers import Standing, left_over
from vcse_desktop.disclosure.spans import Spans
from vcse_desktop.disclosure.system import from_plain
from vcse_desktop.disclosure.worlds import Worlds


def worker_main(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Answer one line of JSON for each line read, until there are no more; nothing is ever written to disk.

    ``{"system": {...}}`` takes in a system and is told its number; ``{"narrow": number, "hidden", "only",
    "first", "untold"}`` asks about it; ``{"settle": number, "hidden", "guards"}`` asks no more of some guards
    than hidden numbers leave open; ``{"left_over": number, "values", "old", "hidden", "threshold"}`` guards
    what is left over between its numbers, too, and is told what that is. ``{"sums": {...}}`` and
    ``{"spans": number, "parts"}`` are about the least and the most of sums. Everything else is a fault of
    ours and ends the process.
    """
    taken: list[Worlds] = []
    sums: list[Spans] = []
    for line in stdin:
        asked = json.loads(line)
        answer = _of_sums(asked, sums) if {"sums", "spans"} & asked.keys() else _of_worlds(asked, taken)
        stdout.write(json.dumps(answer).encode() + b"\n")
        stdout.flush()
    return 0


def _of_sums(asked: Mapping[str, Any], sums: list[Spans]) -> dict[str, object]:
    if "sums" in asked:
        sums.append(Spans(**asked["sums"]))
        return {"sums": len(sums) - 1, "possible": sums[-1].possible}
    return {"spans": sums[asked["spans"]].spans(asked["parts"])}


def _of_worlds(asked: Mapping[str, Any], taken: list[Worlds]) -> dict[str, object]:
    if "system" in asked:
        taken.append(Worlds(from_plain(asked["system"])))
        return {"system": len(taken) - 1, "engine": taken[-1].engine}
    hidden = set(asked["hidden"])
    if "settle" in asked:
        taken[asked["settle"]].settle(hidden, asked["guards"])
        return {}
    if "left_over" in asked:
        worlds = taken[asked["left_over"]]
        at = Standing(asked["values"], set(asked["old"]), hidden, asked["threshold"])
        families = left_over(worlds.system, at, worlds.families)
        worlds.guard(families, asked["threshold"])
        return {"left_over": families}
    worlds = taken[asked["narrow"]]
    only = [(place, high) for place, high in asked["only"]]
    found = worlds.narrow(hidden, only, first=asked["first"], untold=asked["untold"])
    return {"narrow": found, "worlds": len(worlds)}
