"""What the audit's own process answers: which guards of a system are narrow, and how far sums can go."""

import json
from typing import BinaryIO

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
        if "system" in asked:
            taken.append(Worlds(from_plain(asked["system"])))
            answer: dict[str, object] = {"system": len(taken) - 1, "engine": taken[-1].engine}
        elif "settle" in asked:
            taken[asked["settle"]].settle(set(asked["hidden"]), asked["guards"])
            answer = {}
        elif "left_over" in asked:
            worlds = taken[asked["left_over"]]
            values, old, hidden = (asked[name] for name in ("values", "old", "hidden"))
            at = Standing(values, set(old), set(hidden), asked["threshold"])
            families = left_over(worlds.system, at, worlds.families)
            worlds.guard(families, asked["threshold"])
            answer = {"left_over": families}
        elif "sums" in asked:
            sums.append(Spans(**asked["sums"]))
            answer = {"sums": len(sums) - 1, "possible": sums[-1].possible}
        elif "spans" in asked:
            answer = {"spans": sums[asked["spans"]].spans(asked["parts"])}
        else:
            worlds = taken[asked["narrow"]]
            only = [(place, high) for place, high in asked["only"]]
            first, untold = asked["first"], asked["untold"]
            found = worlds.narrow(set(asked["hidden"]), only, first=first, untold=untold)
            answer = {"narrow": found, "worlds": len(worlds)}
        stdout.write(json.dumps(answer).encode() + b"\n")
        stdout.flush()
    return 0
