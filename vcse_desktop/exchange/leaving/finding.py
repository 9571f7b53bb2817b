"""What a folder says that it holds, by its descriptor: no path but our own is ever taken from there."""

import json
from pathlib import Path
from typing import Any

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.leaving import fault
from vcse_desktop.exchange.leaving.back import Everything
from vcse_desktop.exchange.leaving.descriptor import OURS
from vcse_desktop.exchange.leaving.files import (
    DESCRIPTOR,
    FORMAT,
    KEPT,
    attachment_at,
    pairs_of,
    path_of,
    path_of_pairs,
)

MOST_BYTES = 64 << 20
"""A descriptor is no longer than this."""


def everything_in(folder: Path) -> Everything:
    """Return what a folder says that it holds; Refused when it is none of ours or a newer program's."""
    said = _descriptor(folder)
    ours = said.get(OURS)
    if not isinstance(ours, dict) or not isinstance(ours.get("format"), int):
        raise Refused(*fault.NOT_ONE, file=DESCRIPTOR)
    if ours["format"] > FORMAT:
        raise Refused(*fault.NEWER)
    listed = said.get("resources")
    paths = {
        str(one["path"]): one
        for one in (listed if isinstance(listed, list) else [])
        if isinstance(one, dict) and _is_ours(one.get("path"))
    }
    if path_of("organisation") not in paths:
        raise Refused(*fault.NOT_ONE, file=DESCRIPTOR)
    counts = [one.get("rows") for one in paths.values()]
    return Everything(folder, paths, sum(n for n in counts if isinstance(n, int)))


def _descriptor(folder: Path) -> dict[str, Any]:
    try:
        file = folder / DESCRIPTOR
        if file.stat().st_size > MOST_BYTES:
            raise ValueError
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        raise Refused(*fault.NOT_ONE, file=DESCRIPTOR) from None
    return said if isinstance(said, dict) else {}


def _is_ours(path: object) -> bool:
    """Say whether a path is one of those that come back: no other is ever opened."""
    known = {path_of(kind) for kind in KEPT}
    known |= {path_of_pairs(pairs.table) for kind in KEPT.values() for pairs in pairs_of(kind)}
    return isinstance(path, str) and (path in known or attachment_at(path) is not None)
