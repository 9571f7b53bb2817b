"""What is said of an answer: what it rests on, who should give it, how long it waits, what came of it."""

from datetime import date

from ui.language import isolated, spoken
from vcse_desktop.actions.answering import ENDED, Answer
from vcse_desktop.actions.in_own_words import joined
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers

LONGEST = 200
NO_STATE = N_("Nothing is known of it yet")
ANSWER, SO_FAR = N_("The answer: {answer}"), N_("Reply so far: {answer}")
NO_WORDS = N_("No words are named that it rests on.")
TAKEN_OVER = N_("{old} is part of {new} now. What was asked of it goes to {new}; nothing was lost.")
TOO_EARLY = N_("As it is noted, people were told before it was heard. Look at the two days.")
NOT_YET_A_CHANGE = N_("It counts as a change once it also says how we know.")
KNOWN_BY = N_("How we know: {evidence}")
BECAME = N_("What became of it, in their words: {words}")
TOLD_HOW, TOLD_WHOM = N_("How they were told: {ways}"), N_("Who was told: {communities}")


def clock(answer: Answer) -> str:
    """Return in a sentence how long it has waited, or took."""
    n = answer.days
    if n is None:
        return tr(N_("People were told.") if answer.is_told else N_("The day is not recorded."))
    if answer.is_told:
        return (
            tr(TOO_EARLY)
            if n < 0
            else ngettext("People were told after {n} day.", "People were told after {n} days.", n)
        )
    if answer.row["status"] in ENDED:
        return ngettext(
            "Waiting {n} day. There is an answer; people were not told yet.",
            "Waiting {n} days. There is an answer; people were not told yet.",
            n,
        )
    if reply(answer):
        return ngettext(
            "Heard {n} day ago, no final answer yet.", "Heard {n} days ago, no final answer yet.", n
        )
    if answer.words:
        return ngettext("Heard {n} day ago, no answer yet.", "Heard {n} days ago, no answer yet.", n)
    return ngettext("Asked {n} day ago, no answer yet.", "Asked {n} days ago, no answer yet.", n)


def before(answer: Answer) -> list[str]:
    """Return what was said, who should answer, and what they have answered."""
    lines = [tr(N_("You said: {words}"), words=isolated(_short(said))) for said in answer.words[:2]]
    if not answer.words:
        lines.append(tr(NO_WORDS))
    if answer.organisation:
        who = isolated(answer.organisation)
        lines.append(tr(N_("Who should answer: {organisation}"), organisation=who))
    if answer.heir:
        old, new = isolated(answer.organisation), isolated(answer.heir)
        lines.append(tr(TAKEN_OVER, old=old, new=new))
    if said := reply(answer):
        words = ANSWER if answer.row["status"] in ENDED else SO_FAR
        lines.append(tr(words, answer=isolated(_short(said))))
    return lines


def after(answer: Answer, lists: Lists) -> list[str]:
    """Return whether it counts as a change, whom people told it and how, and what became of it."""
    row, lines = answer.row, []
    if row["status"] == "done" and not answer.is_change:
        lines.append(tr(NOT_YET_A_CHANGE))
    if row["evidence"]:
        lines.append(tr(KNOWN_BY, evidence=isolated(_short(str(row["evidence"])))))
    for words, place, vocab, code in (
        (TOLD_WHOM, "communities", "own:community", "told_whom"),
        (TOLD_HOW, "ways", "contact_channel", "told_how"),
    ):
        codes = row[code]
        if answer.is_told and isinstance(codes, list) and codes:
            said = joined(isolated(label(lists, vocab, str(one))) for one in codes)
            lines.append(tr(words, **{place: said}))
    return lines + [tr(BECAME, words=isolated(_short(words))) for words in answer.became]


def reply(answer: Answer) -> str:
    """Return what there is to tell people."""
    row = answer.row
    return str(row["changed"] or row["reason_no"] or row["answer"] or "")


def signed(answer: Answer) -> list[str]:
    """Return whether somebody else's answer is signed; nothing where there is none."""
    if answer.is_signed:
        return [tr(N_("From a signed reply"))]
    typed_in = reply(answer) and answer.organisation and not answer.is_ours
    return [tr(N_("Typed in here, not signed"))] if typed_in else []


def state(answer: Answer, lists: Lists) -> str:
    """Return where it has got to, and until when where that is known."""
    status, due = answer.row["status"], answer.row["due_on"]
    if status is None:
        return tr(NO_STATE)
    said = label(lists, "you_said_status", str(status))
    if status == "planned" and due:
        return tr(N_("{state}: {day}"), state=said, day=numbers.day(date.fromisoformat(str(due)), spoken()))
    return said


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
