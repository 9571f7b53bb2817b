"""How values are written so that everybody gets the same bytes: canonical JSON, base64url."""

import base64
import json


def canonical(value: object) -> bytes:
    """Return JSON with sorted keys, without blanks, in ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def to_text(raw: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def to_bytes(text: str) -> bytes:
    """Return the bytes of unpadded base64url; ValueError when it is none, or is written in a second way."""
    raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars="-_", validate=True)
    if to_text(raw) != text:
        raise ValueError("these bytes are written otherwise")
    return raw
