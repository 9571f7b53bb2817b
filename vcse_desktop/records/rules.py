"""The shapes of a rule between the fields of one record; the kinds fill in their fields and words."""

import re
from collections.abc import Iterable

from vcse_desktop.records.fields import Check, Problem, Values


def one_of(*codes: str, message: str) -> Check:
    """At least one of these fields must be filled (a plain no does not fill one)."""

    def check(values: Values) -> Iterable[Problem]:
        if not any(values.get(code) for code in codes):
            yield Problem(codes[0], message)

    return check


def in_order(first: str, then: str, message: str, *, asked: bool = False) -> Check:
    """The day ``then`` may not lie before the day ``first``, when both are known."""

    def check(values: Values) -> Iterable[Problem]:
        if _more(values.get(first), values.get(then)):
            yield Problem(then, message, asked=asked)

    return check


def within(part: str, whole: str, message: str, *, asked: bool = False) -> Check:
    """The count ``part`` may not be larger than ``whole``, when both are known."""

    def check(values: Values) -> Iterable[Problem]:
        if _more(values.get(part), values.get(whole)):
            yield Problem(part, message, asked=asked)

    return check


def looks_like(code: str, pattern: str, message: str) -> Check:
    """The text is asked about when it has not the usual form, capitals and blanks aside."""

    def check(values: Values) -> Iterable[Problem]:
        text = str(values.get(code) or "").replace(" ", "")
        if text and not re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII):
            yield Problem(code, message, asked=True)

    return check


def _more(one: object, other: object) -> bool:
    return one is not None and other is not None and one > other  # type: ignore[operator]
