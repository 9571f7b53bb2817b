"""What a text loses before anybody sees it: controls, direction overrides, and addresses we do not follow."""

import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

_SPACE = re.compile(r"\s+")
_DROPPED = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")


def plain(text: str) -> str:
    """Return the text on one line, in composed letters, without controls, overrides and broken characters."""
    return unicodedata.normalize("NFC", _DROPPED.sub("", _SPACE.sub(" ", text)))


def language_tag(text: str, otherwise: str) -> str:
    """Return the text when it has the form of a language tag, else the other one."""
    return text if _TAG.fullmatch(text) else otherwise


def address(url: str) -> str:
    """Return an https or mailto address, taken apart and put together anew; "" for every other."""
    try:
        parts = urlsplit(plain(url).strip())
    except ValueError:
        return ""
    path = quote(parts.path, safe="/%:@!$&()*+,;=~")
    if parts.scheme == "mailto":
        return f"mailto:{parts.path}" if _MAIL.fullmatch(parts.path) else ""
    if parts.scheme != "https" or not _HOST.fullmatch(parts.netloc):
        return ""
    return urlunsplit(("https", parts.netloc, path, quote(parts.query, safe="=&%+,;:@/"), ""))
