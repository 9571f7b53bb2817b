"""What the audit's own process answers: which guards of a system are narrow, and how far sums can go."""

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

from vcse_desktop.disclosure.choice import Choice
from vcse_desktop.disclosure.leftovers import LEAST, Standing, left_over
from vcse_desktop.disclosure.spans import Spans
from vcse_desktop.disclosure.support import Free
from vcse_desktop.disclosure.system import from_plain, guards_from_plain
from vcse_desktop.disclosure.worlds import Worlds


def worker_main(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Answer one line of JSON for each line read, until there are no more; nothing is ever written to disk.

    ``{"system": {...}}`` takes in a system and is told its number; ``{"narrow": number, "hidden", "only",
    "first", "untold"}`` asks about it; ``{"left_over": number, "values", "old", "hidden", "threshold"}`` asks
    what is left over between its numbers, and ``{"guard": number, "guards"}`` guards that, too;
    ``{"choose": number, "hidden", "free", "only", "untold", "budget"}`` asks what to hide.
    ``{"sums": {...}}`` and ``{"spans": number, "parts"}`` are about the least and the most of sums.
    Everything else is a fault of ours and ends the process.
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
        return {"system": len(taken) - 1, "engine": taken[-1].solver.engine}
    if "guard" in asked:
        taken[asked["guard"]].guard(guards_from_plain(asked["guards"]))
        return {}
    hidden = set(asked["hidden"])
    if "left_over" in asked:
        system = taken[asked["left_over"]].system
        at = Standing(asked["values"], set(asked["old"]), hidden, asked["threshold"])
        known = [(guard.number, guard.less) for guard in system.guards if len(guard.less) >= LEAST]
        return {"left_over": left_over(system, at, known)}
    only = [(place, high) for place, high in asked["only"]]
    if "choose" in asked:
        worlds, free = taken[asked["choose"]], Free(*asked["free"])
        choice = Choice(worlds, free, only, untold=asked["untold"])
        return {"hide": list(choice.make(hidden, asked["budget"]).items())}
    worlds = taken[asked["narrow"]]
    found = worlds.narrow(hidden, only, first=asked["first"], untold=asked["untold"])
    possible = not asked["untold"] or worlds.possible(hidden, untold=True)
    return {"narrow": found, "worlds": len(worlds), "possible": possible}
