"""Which editor each kind of field has."""

from collections.abc import Callable, Mapping

from ui.forms.choosing import Chips, Several, Ticks, YesNo
from ui.forms.editor import Editor
from ui.forms.linking import Link, Links, LongChoice, LongSeveral
from ui.forms.written import Day, Line, Lines
from ui.widgets.chips import Offer, OneOf
from vcse_desktop.actions.entering import today
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import tr
from vcse_desktop.records.fields import Field, Kind, Lists
from vcse_desktop.records.vocabularies import label, offered

__all__ = ["Editor", "editor_for", "offer"]

FEW = 6
"""As many choices of which one is taken stand side by side; more are a list to search."""
SOME = 14
"""As many choices of which several are taken stand in sight; more are found by their letters."""
WIDEST = 56
"""Characters: a chip with more words than that would not fit on a narrow page."""
PLACE = "place"


def editor_for(field: Field, lists: Lists, names: Mapping[str, Names], kept: object = None) -> Editor:
    """Return an empty editor for a field. ``kept`` is what the record holds: a retired choice stays in it.

    ``names`` are the records of each kind that the field may point to; a kind that is missing has none.
    """
    return _EDITORS[field.kind](field, lists, names, kept)


def offer(field: Field, lists: Lists, kept: object = None) -> Offer:
    """Return the choices of a field today, in the group's words."""
    held = kept if isinstance(kept, list) else [kept]
    items = offered(lists[field.vocab], today(), [str(one) for one in held if one is not None])
    return [(item.code, label(lists, field.vocab, item.code)) for item in items]


Make = Callable[[Field, Lists, Mapping[str, Names], object], Editor]


def _line(field: Field, _: Lists, __: Mapping[str, Names], ___: object) -> Editor:
    return Line(field.kind)


def _day(field: Field, _: Lists, __: Mapping[str, Names], ___: object) -> Editor:
    return Day(tr(field.label))


def _lines(_: Field, __: Lists, ___: Mapping[str, Names], ____: object) -> Editor:
    return Lines()


def _choice(field: Field, lists: Lists, _: Mapping[str, Names], kept: object) -> Editor:
    choices, words = offer(field, lists, kept), tr(field.label)
    return Chips(OneOf(words, choices)) if _fit(choices, FEW) else LongChoice(words, choices)


def _choices(field: Field, lists: Lists, _: Mapping[str, Names], kept: object) -> Editor:
    choices, words = offer(field, lists, kept), tr(field.label)
    if _fit(choices, SOME):
        return Several(words, choices)
    return Ticks(words, choices) if len(choices) <= SOME else LongSeveral(words, choices)


def _fit(choices: Offer, most: int) -> bool:
    """Say whether the choices can stand side by side."""
    return len(choices) <= most and all(len(words) <= WIDEST for _, words in choices)


def _yes_no(field: Field, _: Lists, __: Mapping[str, Names], ___: object) -> Editor:
    return YesNo(tr(field.label))


def _link(field: Field, _: Lists, names: Mapping[str, Names], __: object) -> Editor:
    kind = field.to or PLACE
    return Link(tr(field.label), kind, names.get(kind, Names()))


def _links(field: Field, _: Lists, names: Mapping[str, Names], __: object) -> Editor:
    return Links(tr(field.label), field.to, names.get(field.to, Names()))


_EDITORS: Mapping[Kind, Make] = {
    Kind.TEXT: _line,
    Kind.NOTE: _lines,
    Kind.DATE: _day,
    Kind.NUMBER: _line,
    Kind.COUNT: _line,
    Kind.HOURS: _line,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO_UNKNOWN: _yes_no,
    Kind.LINK: _link,
    Kind.LINKS: _links,
    Kind.PLACE: _link,
}
