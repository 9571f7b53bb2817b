"""Canonical JSON: RFC 8785 cut down to ASCII keys, whole numbers and text without surprises."""

import json
import re
import unicodedata
from typing import Any, NoReturn

from vcse_desktop.packs.fault import Broken

MOST = 2**53 - 1
DEEPEST = 8
_KEY = re.compile("[a-z_]{1,32}")
_UNFIT = "\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
_BAD = re.compile(f"[{_UNFIT}\ud800-\udfff]")
_BLANKED = re.compile("[\t\u2028\u2029]")
_DROPPED = re.compile(f"[{_UNFIT}]")


def dump(value: object) -> bytes:
    """Return the one way to write a value; nothing is checked."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def load(data: bytes) -> dict[str, Any]:
    """Return the object in the bytes; Broken unless ``dump`` of a sound object gives these very bytes."""
    try:
        found = json.loads(
            data.decode("utf-8"), object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse
        )
        if not isinstance(found, dict) or dump(found) != data:
            raise Broken("json-form")
    except (ValueError, RecursionError):  # a file may nest deeper than the reader can follow
        raise Broken("json") from None
    check(found)
    return found


def check(value: object, depth: int = 0) -> None:
    """Return when keys, numbers, texts and depth of what was read are sound; else Broken."""
    if depth > DEEPEST:
        raise Broken("json-depth")
    if isinstance(value, dict):
        if not all(map(_KEY.fullmatch, value)):
            raise Broken("json-key")
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            check(inner, depth + 1)
    elif not (is_sound(value) if isinstance(value, str) else _is_plain(value)):
        raise Broken("json-value")


def is_sound(text: str) -> bool:
    """Say whether a text may stand in a signed file: NFC, no controls but LF, no marks that turn it round."""
    return not _BAD.search(text) and unicodedata.is_normalized("NFC", text)


def clean(text: str) -> str:
    """Return what a person typed as it may stand in a signed file; a lone half of a character is dropped."""
    if text.isascii() and text.isprintable():  # most are, and nothing below would change them
        return text
    lines = _BLANKED.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    whole = _DROPPED.sub("", lines).encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", whole)


def _is_plain(value: object) -> bool:
    return value is None or (isinstance(value, int) and 0 <= value <= MOST)  # true and false are 1 and 0


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Broken("json-key")
    return found


def _refuse(_: str) -> NoReturn:
    raise Broken("json-number")
