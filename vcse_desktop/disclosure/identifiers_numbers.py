"""Numbers, addresses and dates that belong to one person, in a text that was folded."""

import re
from collections.abc import Iterator

from vcse_desktop.disclosure.folding import Folded
from vcse_desktop.disclosure.hits import Kind

Found = tuple[int, int, Kind, bool]
"""Where it begins and ends in the folded text, of which kind it is, and whether that is sure."""

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|"
    "rhagfyr|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_NTH = r"(?:st|nd|rd|th|af|il|ydd|fed|ain|eg)?"
_STREET = (
    "street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|cres|terrace|court|place|gardens|grove|row|square|"
    "mews|walk|way|rise|view|hill|green|park|house|tower|stryd|heol|ffordd"
)
_DIGIT_WORD = "(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_RINGING = "ring|call|phone|telephone|tel|text|mobile|mob|number|ffon"

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+")
HANDLE = re.compile(r"(?<![\w.])@[a-z_][\w.]{2,}")
NI = re.compile(
    r"(?<!\w)(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z](?:[ .-]?\d){6}(?:[ .-]?[a-d])?(?!\w)"
)
POSTCODE = re.compile(r"(?<!\w)(?:[a-z]{1,2}\d[a-z\d]?|gir)[ -]{0,2}[\do][abd-hjlnp-uw-z]{2}(?!\w)")
PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+|00) ?44[ .\-]?(?:\(0\)[ .\-]?)?(?:[ .\-()/]{0,2}\d){9,10}"
    r"|\(?0(?:[ .\-()/]{0,2}\d){9,10})(?!\d)"
)
ABROAD = re.compile(r"(?<![\w+])(?:\+|00)[1-9](?:[ .\-()/]{0,2}\d){8,13}(?!\d)")
LOCAL = re.compile(rf"\b(?:{_RINGING})\b[^\d.!?]{{0,20}}(\d(?:[ -]?\d){{5,8}})(?!\d)")
SPOKEN = re.compile(rf"\b{_DIGIT_WORD}(?:[ ,-]+{_DIGIT_WORD}){{5,}}\b")
TEN = re.compile(r"(?<![\d.,])(?<!\d[ -])\d(?:[ .\-]?\d){9}(?![ -]?\d)")
LONG = re.compile(r"(?<![\w.,\u00a3$\u20ac+])[a-z]{0,3}\d{7,14}(?![\w%]|[.,]\d)")
PLATE = re.compile(r"(?<!\w)[a-z]{2}\d{2} ?[a-hj-pr-z]{3}(?!\w)")
DATES = (
    re.compile(r"(?<![\d/.-])\d{1,2} ?([/.-]) ?\d{1,2} ?\1 ?(?:19|20)?\d\d(?![\d/-])"),
    re.compile(r"(?<!\d)(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)"),
    re.compile(rf"(?<!\d)\d{{1,2}}{_NTH} (?:of |o )?(?:{MONTHS})\b(?:,? {_YEAR}(?!\d))?"),
    re.compile(rf"\b(?:{MONTHS}) (?:the )?\d{{1,2}}{_NTH}\b(?!:)(?:,? (?:19|20)\d\d)?"),
    re.compile(r"\bborn (?:[a-z]+ ){0,3}(?:19|20)\d\d\b"),
    re.compile(
        r"\b(?:9\d|10\d|11\d)[ -]?(?:years?|yrs?|year)[ -]old\b|\bage[d:]? (?:of )?(?:9\d|10\d|11\d)\b"
    ),
)
HOUSE = re.compile(rf"(?<![\d.])\d{{1,4}}[a-d]?,? (?:[^\W\d_][\w'.]*[ -]){{1,3}}(?:{_STREET})\b(?!\w)")
WELSH_HOUSE = re.compile(
    r"(?<![\d.])\d{1,4}[a-d]?,? (?:heol|stryd|ffordd|lon|maes|clos|rhodfa|rhes|trem|cae) "
    r"(?:(?:y|yr|ty|pen) )?[^\W\d_]+"
)
FLAT = re.compile(r"\b(?:flat|apartment|apt|plot) (?:no\.? ?)?\d{1,4}[a-d]?\b")
BESIDE = 40
"""Letters around a number in which the word NHS makes it sure."""


def is_nhs(digits: str) -> bool:
    """Say whether ten digits have the check digit of an NHS number."""
    left = 11 - sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return len(digits) == 10 and left % 11 == int(digits[9]) and len(set(digits)) > 1  # noqa: PLR2004


def numbers(folded: Folded) -> Iterator[Found]:
    """Yield all that is found."""
    plain, written = folded.plain, folded.written
    yield from _of_people(plain)
    yield from _phones(plain)
    yield from _ten_digits(plain)
    yield from _postcodes(folded)
    for match in HOUSE.finditer(plain):
        named = written(*match.span()).split()[1:]
        if any(word[0] != word[0].lower() for word in named[:-1]):
            yield *match.span(), Kind.ADDRESS, True
    for match in WELSH_HOUSE.finditer(plain):
        yield *match.span(), Kind.ADDRESS, True
    for match in PLATE.finditer(plain):
        if written(*match.span()).isupper():
            yield *match.span(), Kind.NUMBER, False


def _of_people(plain: str) -> Iterator[Found]:
    for match in EMAIL.finditer(plain):
        yield *match.span(), Kind.EMAIL, True
    for match in NI.finditer(plain):
        yield *match.span(), Kind.NI, match[0][-1].isalpha()
    for sort, kind in ((HANDLE, Kind.EMAIL), (LONG, Kind.NUMBER), (FLAT, Kind.ADDRESS), *_DATED):
        for match in sort.finditer(plain):
            yield *match.span(), kind, False


_DATED = tuple((sort, Kind.DATE) for sort in DATES)


def _phones(plain: str) -> Iterator[Found]:
    for match in PHONE.finditer(plain):
        national = re.sub(r"\D", "", match[0]).removeprefix("0044").removeprefix("44").lstrip("0")
        yield *match.span(), Kind.PHONE, national[:1] in set("123578")
    for match in ABROAD.finditer(plain):
        yield *match.span(), Kind.PHONE, match[0].startswith("+")
    for match in LOCAL.finditer(plain):
        yield *match.span(1), Kind.PHONE, False
    for match in SPOKEN.finditer(plain):
        yield *match.span(), Kind.PHONE, False


def _ten_digits(plain: str) -> Iterator[Found]:
    for match in TEN.finditer(plain):
        start, end = match.span()
        beside = re.search(r"\bnhs\b", plain[max(0, start - BESIDE) : end + BESIDE])
        if is_nhs(re.sub(r"\D", "", match[0])):
            yield start, end, Kind.NHS, bool(beside)
        else:
            yield start, end, Kind.NHS if beside else Kind.NUMBER, False


def _postcodes(folded: Folded) -> Iterator[Found]:
    """Yield postcodes; "w1 2nd" in small letters and a letter O for a nought are not sure."""
    for match in POSTCODE.finditer(folded.plain):
        typed = folded.written(*match.span())
        doubtful = match[0][-3] == "o" or (not typed.isupper() and match[0][-2:] in {"st", "nd", "rd", "th"})
        yield *match.span(), Kind.POSTCODE, not doubtful
