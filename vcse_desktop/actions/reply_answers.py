"""The answers of a reply as somebody has written them: what each still lacks."""

from collections.abc import Sequence

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.replying import STATES, Answer

__all__ = ["STATES", "Answer"]

NEEDED = {
    "": N_("Choose where it has got to, or empty this answer."),
    "planned": N_("Write by when it is planned."),
    "done": N_("Write what changed."),
    "not_possible": N_("Write the reason why it is not possible."),
    "question": N_("Write your question."),
}
"""What is wrong with an answer that lacks what belongs to its state."""
TOO_LONG = N_("This is longer than a reply may have it: at most {most} characters.")
NO_TOPIC = N_("Write what this is about.")
LONGEST = {"topic": 60, "text": 2000, "changed": 1000, "evidence": 500, "reference": 100}
"""Characters of each text of an answer at most; format 1 has no more."""
MOST_ANSWERS = 50
TOO_MANY = N_("A reply has at most {most} answers.")


class NotAnswered(Refused):
    """Answers lack something; ``problems`` has their places, the name of the field, and a sentence each."""

    def __init__(self, found: list[tuple[int, str, str]]) -> None:
        super().__init__(
            N_("Some answers need another look"),
            N_("Nothing was made, and what you wrote is still there. {what}"),
            what=" ".join(dict.fromkeys(sentence for *_, sentence in found)),
        )
        self.problems = found


def problems(answers: Sequence[Answer]) -> list[tuple[int, str, str]]:
    """Return what is wrong with answers: the place, the name of the field, and a sentence each."""
    found = []
    for place, one in enumerate(answers):
        if is_empty(one):
            continue
        found += [(place, *wrong) for wrong in _wrong(one)]
    if len([one for one in answers if not is_empty(one)]) > MOST_ANSWERS:
        found.append((MOST_ANSWERS, "state", tr(TOO_MANY, most=MOST_ANSWERS)))
    return found


def is_empty(one: Answer) -> bool:
    """Say whether nothing was answered."""
    return not (one.state or one.by or any(getattr(one, name).strip() for name in LONGEST))


def _wrong(one: Answer) -> list[tuple[str, str]]:
    """Return the name of each field that is wrong in an answer, and why."""
    words = one.text.strip()
    need = {"": "", "planned": one.by, "done": one.changed.strip(), "not_possible": words, "question": words}
    field = {"": "state", "planned": "by", "done": "changed"}
    found = []
    if one.state in need and not need[one.state]:
        found.append((field.get(one.state, "text"), tr(NEEDED[one.state])))
    if not one.ask and not one.topic.strip():
        found.append(("topic", tr(NO_TOPIC)))
    for name, most in LONGEST.items():
        if len(getattr(one, name)) > most:
            found.append((name, tr(TOO_LONG, most=most)))
    return found
