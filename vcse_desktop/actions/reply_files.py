"""Answers to a pack as a JSON file, for whoever answers without a window."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from vcse_desktop.actions.reply_answers import LONGEST, STATES, Answer
from vcse_desktop.actions.replying import Reply, ToAnswer
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

NOT_ANSWERS = (
    N_("These are no answers"),
    N_(
        "Nothing was made. {what} Begin with what the command prints without --answers: it has every "
        "question, to be filled in."
    ),
)
NO_JSON = N_("The file is no JSON.")
STRANGE = N_("“{name}” does not belong there, or is not in its form.")
NO_QUESTION = N_("The pack has no question “{name}”.")
TEXTS = ("ask", "state", *LONGEST)
WHOLE = {"answers": list, "text": str, "may_publish": bool, "read": str}


def blank_answers(to: ToAnswer) -> dict[str, Any]:
    """Return what can be filled in: every question with an empty answer. ``asked`` is only for reading."""
    empty = dict.fromkeys(LONGEST, "")
    answers = [
        {"ask": one.id, "asked": one.text, "state": "", **empty, "by": "", "people_told": False}
        for one in to.questions
    ]
    return {"states": sorted(STATES), "answers": answers, "text": "", "read": "", "may_publish": False}


def read_answers(text: str, to: ToAnswer) -> Reply:
    """Return the reply that a file describes; Refused, saying what does not fit, for anything else."""
    try:
        found = json.loads(text)
    except ValueError:
        raise _refused(NO_JSON) from None
    said = _only(found, {**WHOLE, "states": list})
    asks = {one.id for one in to.questions}
    return Reply(
        answers=tuple(_answer(one, asks) for one in said.get("answers", ())),
        text=said.get("text", ""),
        may_publish=said.get("may_publish", False),
        read=_day("read", said.get("read", "")),
    )


def _answer(found: Any, asks: set[str]) -> Answer:  # noqa: ANN401 - what a file had
    said = _only(found, {**dict.fromkeys(TEXTS, str), "asked": str, "by": str, "people_told": bool})
    ask, state = said.get("ask", ""), said.get("state", "")
    if ask and ask not in asks:
        raise _refused(NO_QUESTION, ask)
    if state and state not in STATES:
        raise _refused(STRANGE, state)
    texts = {name: said.get(name, "") for name in TEXTS}
    return Answer(**texts, by=_day("by", said.get("by", "")), people_told=said.get("people_told", False))


def _only(found: Any, fields: Mapping[str, type]) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Return an object that has these fields alone, each of its type; null counts as left out."""
    if not isinstance(found, dict):
        raise _refused(STRANGE, str(found)[:40])
    said = {name: value for name, value in found.items() if value is not None}
    wrong = next((n for n, value in said.items() if n not in fields or not isinstance(value, fields[n])), "")
    if wrong:
        raise _refused(STRANGE, wrong)
    return said


def _day(name: str, words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise _refused(STRANGE, name) from None


def _refused(what: str, name: str = "") -> Refused:
    return Refused(*NOT_ANSWERS, what=tr(what, name=name))
