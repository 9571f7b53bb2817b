"""One line of the register: a pack, notice or reply that was sent, or one that came in."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import card, flow
from ui.widgets.words import tag, text
from vcse_desktop.actions.documents import KINDS, Received
from vcse_desktop.actions.sending import PACK, REPLY, Replied, Sent
from vcse_desktop.i18n import N_, tr

ABOUT = N_("{first} to {last}")
MADE = N_("Pack {number} for this partner. Made on {day}.")
MADE_OTHER = N_("{kind}, number {number} for this partner. Made on {day}.")
CAME = N_("{kind}, number {number}. Checked here on {day}: {verdict}.")
TOLD_OF = N_("Number {number}. It was never checked here; a later one names it.")
BY = N_("{state}, by number {number}")
REASON = N_("The reason: {reason}")
HANDED = N_("Handed over: {how}")
RECEIVED, READ = (
    N_("They received it on {received}."),
    N_("They received it on {received}, and read it on {read}."),
)
CAME_BACK = N_("{name} replied on {day}: number {number}, taken in on {taken}.")
MESSAGE = N_("Their message: {words}")
ALSO = N_("{one}, {other}")
NAMED = N_("{verb}: pack {number} for {partner}")


class Verb(Enum):
    """What can be done with a pack that was sent."""

    REPLACE = N_("Replace it…")
    TAKE_BACK = N_("Take it back…")
    NOTE = N_("Note how it was handed over…")


def line_sent(pack: Sent, asked: Callable[[Verb, Sent], object] | None) -> QWidget:
    """Return a card; ``asked`` is told what somebody wants to do with it, None where they may do nothing."""
    day = dates.in_words(pack.issued)
    things: list[QWidget] = [text(isolated(names(pack.audience)), "label")]
    if pack.first and pack.last:
        first, last = (dates.in_words(when) for when in (pack.first, pack.last))
        things.append(text(tr(ABOUT, first=first, last=last)))
    kind = tr(KINDS[pack.kind])
    words = tr(MADE, number=pack.number, day=day)
    if pack.kind == REPLY:
        things.append(text(isolated(pack.title)))
    if pack.kind != PACK:
        words = tr(MADE_OTHER, kind=kind, number=pack.number, day=day)
    things.append(text(words, "sub"))
    if pack.kind == PACK:
        things += _stands(pack.state_words, pack.by, pack.reason)
    things += [text(words) for words in _replies(pack.replies)]
    if pack.handed:
        things.append(text(tr(HANDED, how=isolated(pack.handed)), "sub"))
    if asked:
        verbs = [Verb.REPLACE] * pack.can_change + [Verb.TAKE_BACK] * (pack.can_change or pack.unsaved)
        things.append(flow(*(_button(verb, pack, asked) for verb in (*verbs, Verb.NOTE))))
    made = card(*things, gap=4)
    made.setAccessibleName(pack.title)
    return made


def line_received(came: Received) -> QWidget:
    """Return a card."""
    day = dates.in_words(came.seen_on) if came.seen_on else ""
    kind, verdict = came.kind_words, came.verdict_words
    known = {"kind": kind, "number": came.number, "day": day, "verdict": verdict}
    things: list[QWidget] = [text(isolated(came.signer), "label")]
    if came.title:
        things.append(text(isolated(came.title)))
    things.append(text(tr(CAME, **known) if came.seen_on else tr(TOLD_OF, number=came.number), "sub"))
    stands = _stands(came.state_words, came.by, came.reason) if came.kind in (PACK, "") else []
    made = card(*things, *stands, gap=4)
    made.setAccessibleName(came.title or came.signer)
    return made


def _replies(replies: Sequence[Replied]) -> list[str]:
    """Return that a pack came and was read, as the newest reply has it, and which replies there are."""
    said = []
    for one in replies:
        days = {"day": one.issued, "taken": one.taken}
        words = {name: dates.in_words(day) for name, day in days.items()}
        said.append(tr(CAME_BACK, name=isolated(one.name), number=one.number, **words))
        said += [tr(MESSAGE, words=isolated(one.text))] if one.text else []
    if not replies:
        return []
    last = replies[-1]
    read = dates.in_words(last.read) if last.read else ""
    return [tr(READ if read else RECEIVED, received=dates.in_words(last.received), read=read), *said]


def names(names: Sequence[str]) -> str:
    """Return names in one line."""
    said = names[0] if names else ""
    for name in names[1:]:
        said = tr(ALSO, one=said, other=name)
    return said


def _stands(state: str, by: int, reason: str) -> list[QWidget]:
    things: list[QWidget] = [flow(tag(tr(BY, state=state, number=by) if by else state))]
    if reason:
        things.append(text(tr(REASON, reason=isolated(reason))))
    return things


def _button(verb: Verb, pack: Sent, asked: Callable[[Verb, Sent], object]) -> QWidget:
    words = tr(verb.value)
    partner = isolated(names(pack.audience))
    name = tr(NAMED, verb=words.rstrip("…"), number=pack.number, partner=partner)
    return button(words, partial(asked, verb, pack), "quiet", name=name)
