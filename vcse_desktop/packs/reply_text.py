"""A reply as plain text for people: what was typed stands apart on lines of its own, and is no markup."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.packs.replying import STATES, Answer, answers_of
from vcse_desktop.reports.numbers import day

_START, _END = "\u2068", "\u2069"  # what stands between them turns nothing round it
TITLE = N_("A reply to a summary pack")
FROM, TO, ABOUT, WRITTEN = N_("From"), N_("To"), N_("About"), N_("Written on")
PACK = N_("Pack {pack}, number {number} of its series")
RECEIVED, READ = N_("We received it on"), N_("We read it on")
NAMES = {
    "asked": N_("You asked"),
    "topic": N_("About"),
    "text": N_("Our answer"),
    "reason": N_("The reason"),
    "changed": N_("What changed"),
    "evidence": N_("How we know"),
    "by": N_("By when"),
    "reference": N_("Decision or minute"),
}
"""What each thing is called that an answer says, by its code."""
TOLD = N_("We have told the people whom it is about.")
MESSAGE = N_("Our message")
MAY, MAY_NOT = N_("You may pass this reply on."), N_("Please do not pass this reply on.")
NOTHING = N_("It answers no question.")


def reply_text(claims: Mapping[str, Any], asks: Mapping[str, str]) -> str:
    """Return the reply in the language that is set; ``asks`` are the words of the pack's asks by their ids.

    Days are written as the reply's own language does.
    """
    about, language = claims["about"], claims["language"]
    pack = tr(PACK, pack=about["pack"], number=about["sequence"])
    lines = [tr(TITLE), ""]
    for name, value in (
        (FROM, claims["issuer"]["name"]),
        (TO, claims["to"]["name"]),
        (ABOUT, pack),
        (WRITTEN, _day(claims["issued"], language)),
        (RECEIVED, _day(claims["received"], language)),
        (READ, _day(claims["read"], language)),
    ):
        lines += _said(name, value)
    answers = answers_of(claims)
    lines += ["", _how_many(len(answers))]
    for place, one in enumerate(answers, 1):
        lines += ["", f"{place}. {tr(STATES[one.state])}", *answer_lines(one, asks, language)]
    lines += ["", *_said(MESSAGE, claims["text"]), tr(MAY if claims["may_publish"] else MAY_NOT), ""]
    return "\n".join(lines)


def facts(one: Answer, asks: Mapping[str, str], language: str) -> list[tuple[str, str]]:
    """Return what an answer says besides its state: a code of ``NAMES`` and its words each."""
    found = (
        ("asked", asks.get(one.ask, "")),
        ("topic", one.topic),
        ("reason" if one.state == "not_possible" else "text", one.text),
        ("changed", one.changed),
        ("evidence", one.evidence),
        ("by", day(one.by, language) if one.by else ""),
        ("reference", one.reference),
    )
    return [(code, words) for code, words in found if words]


def answer_lines(one: Answer, asks: Mapping[str, str], language: str) -> list[str]:
    """Return the lines of one answer but for its state."""
    lines = [line for code, words in facts(one, asks, language) for line in _said(NAMES[code], words)]
    return [*lines, tr(TOLD)] if one.people_told else lines


def _said(name: str, value: str) -> Iterator[str]:
    """Yield a name, and under it the value: no line of it can pass for one of ours."""
    if value:
        yield f"{tr(name)}:"
        yield from (f"    {_START}{line}{_END}" for line in value.splitlines())


def _day(moment: str | None, language: str) -> str:
    return day(date.fromisoformat(moment[:10]), language) if moment else ""


def _how_many(answers: int) -> str:
    if not answers:
        return tr(NOTHING)
    return ngettext("It has {n} answer.", "It has {n} answers.", answers)
