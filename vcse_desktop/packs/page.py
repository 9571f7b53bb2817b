"""What the web page in a pack may be: five fixed lines, then nothing that acts."""

import re
from collections.abc import Iterable, Iterator

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_HEAD = re.compile(
    rb'<!doctype html>\n<html lang="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*" dir="(ltr|rtl)">\n<head>\n'
    rb'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    + re.escape(_POLICY.encode())
    + rb'">\n'
)
_BANNED = re.compile(rb"<script|<iframe|<object|<embed|<base|<link|<form|http-equiv", re.IGNORECASE)
_OVERLAP = 16  # longer than any of these


def head(language: str, direction: str) -> str:
    """Return the five lines with which every page begins; ``direction`` is ltr or rtl."""
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    )


def is_harmless(chunks: Iterable[bytes]) -> bool:
    """Say whether a page keeps the rule; the five lines must be within the first chunk."""
    parts = iter(chunks)
    first = next(parts, b"")
    found = _HEAD.match(first)
    return found is not None and not any(map(_BANNED.search, _joined(first[found.end() :], parts)))


def _joined(part: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Yield every chunk with the end of the one before it, so that nothing hides on a seam."""
    yield part
    for following in rest:
        part = part[-_OVERLAP:] + following
        yield part
