"""Which letters the bytes of a text file stand for, whatever program on whatever computer wrote them."""

import codecs
import re

LOST = "\ufffd"
"""The sign that stands for bytes which are no letter."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as the next does
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOOKED_AT = 4096
"""Bytes that tell UTF-16, letters that tell the older encodings apart."""
WESTERN = frozenset("áàâäãåæçéèêëíìîïñóòôöõøœßúùûüýÿ")
CENTRAL = WESTERN | frozenset("ąćęłńśźżčďěňřšťůžăâîșşţțőű")
SIGNS = frozenset("£€…•°½¼¾©®™·«»¿¡²³\u2018\u2019\u201c\u201d\u2013\u2014\xb4\xa0")
OLDER = (("cp1252", WESTERN), ("mac_roman", WESTERN), ("cp850", WESTERN), ("cp1250", CENTRAL))
"""What spreadsheet programs saved text in before UTF-8, the usual first, and the letters of its languages."""
OTHER_SCRIPTS = frozenset(
    "cp1251 cp1253 cp1255 cp1256 cp1257 cp1254 cp874 iso8859_5 iso8859_6 iso8859_7 iso8859_8 koi8_r koi8_u "
    "mac_cyrillic mac_greek shift_jis cp932 euc_jp gb18030 gbk gb2312 big5 cp950 euc_kr cp949 johab".split()
)
"""Encodings of other scripts that are believed when somebody else finds them."""
GOOD, FEW = 0.5, 8
"""So many of the letters have to make sense; with fewer letters than that nobody is asked."""


def decoded(raw: bytes, named: str = "") -> tuple[str, bool]:
    """Return the text, and whether there are bytes in it that are no letter.

    ``named`` is the encoding that somebody says it has; it is believed when the bytes do not contradict.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _read(raw, encoding)
    if named and (text := _strictly(raw, named)) is not None:
        return text, False
    if wide := _wide(raw):
        return _read(raw, wide)
    text, lost = _read(raw, "utf-8")
    if not lost or _mostly_sound(text):
        return text, lost
    return _older(raw)


def _read(raw: bytes, encoding: str) -> tuple[str, bool]:
    text = _strictly(raw, encoding)
    return (raw.decode(encoding, errors="replace"), True) if text is None else (text, False)


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _wide(raw: bytes) -> str:
    """Return which UTF-16 it is without a mark: every other byte is 0 where most letters are Latin."""
    head = raw[:LOOKED_AT]
    half = max(len(head) // 2, 1)
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    if max(even, odd) < GOOD or min(even, odd) > max(even, odd) / 10:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _mostly_sound(text: str) -> bool:
    """Say whether UTF-8 explains twice as many letters beyond ASCII as it leaves unread: no accident."""
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return beyond >= 2 * text.count(LOST)


def _older(raw: bytes) -> tuple[str, bool]:
    """Read it as the one of the older encodings in which its letters make most sense."""
    head = raw[: 1 << 16]
    beyond = len(head) - len(head.decode("ascii", errors="ignore"))
    plain = len(re.findall(rb"[A-Za-z]", head))
    best, found = 0.0, ""
    for encoding, letters in OLDER:
        text = _strictly(raw, encoding)
        if text is not None and (sense := _sense(text, letters)) > best:
            best, found = sense, encoding
    unusual = best < GOOD or beyond > plain  # in languages with Latin letters most of them are plain
    if beyond >= FEW and unusual and (other := _other_script(raw)):
        found = other
    return _read(raw, found or "cp1252")


def _sense(text: str, letters: frozenset[str]) -> float:
    """Return how much sense the letters beyond ASCII make on average, from -1 to 1."""
    sense = looked = 0
    for place in re.finditer(r"[^\x00-\x7f]", text):
        if looked == LOOKED_AT:
            break
        at = place.start()
        before, sign, after = text[at - 1 : at], text[at], text[at + 1 : at + 2]
        looked += 1
        sense += 1 if _fits(before, sign, after, letters) else -1
    return sense / max(looked, 1)


def _fits(before: str, sign: str, after: str, letters: frozenset[str]) -> bool:
    if sign in SIGNS:
        return sign not in "£€½¼¾¿¡²³" or not (before.isalpha() and after.isalpha())
    if sign.lower() not in letters:
        return False
    if sign.isupper():  # a capital begins a word, or all of it is in capitals
        return not before.islower() and (after.isalpha() or after in "\u2019'")
    return before.isalpha() or after.islower()


def _other_script(raw: bytes) -> str:
    """Ask those who know many languages; believe them only where letters are of another script."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a hundred tables, for a last resort

    found = from_bytes(raw[: 1 << 16]).best()
    named = found.encoding if found else ""
    return named if named in OTHER_SCRIPTS and _strictly(raw, named) is not None else ""
