"""Notices that the register knows and whose files never got their names: kept until that is made good."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vcse_desktop.actions.grouping import kept_settings
from vcse_desktop.store.vault import Vault

UNSAVED = "notice."
"""How the names of settings begin that hold a notice until its file has its name; its digest follows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A series in which something stands that partners hold: for whom, and the number that comes next."""

    series: str
    audience: tuple[str, ...]
    number: int


def unsaved(vault: Vault) -> list[dict[str, Any]]:
    """Return the claims of notices under the key of now whose files never got their names."""
    kept: list[Any] = list(kept_settings(vault, UNSAVED).values())
    now = json.loads(vault.identity or "[]")
    return [claims for claims in kept if claims["identity"] == now]


def never_saved(vault: Vault) -> set[str]:
    """Return the digests of the packs that were taken back by such a notice."""
    return {digest for claims in unsaved(vault) if (digest := taken_back_by(claims))}


def taken_back_by(claims: Mapping[str, Any]) -> str | None:
    """Return the digest of the pack that a notice takes back, None for one about the key."""
    lines = (line for line in claims["history"] if line["by"] == claims["sequence"])
    return next((str(line["digest"]) for line in lines), None)


def line_of(claims: Mapping[str, Any]) -> Line:
    """Return in which series a notice is, for whom, and its number."""
    audience = tuple(str(party["name"]) for party in claims["audience"])
    return Line(str(claims["series"]), audience, int(claims["sequence"]))
