"""What a number of people gave: each of them, and all of them together."""

from ui.screens.today.who import EACH, Who
from ui.widgets import lengths
from ui.widgets.boxes import HoursBox
from vcse_desktop.i18n import ngettext
from vcse_desktop.records.typed import NotUnderstood


def altogether(who: Who, hours: HoursBox) -> str:
    """Return both in a sentence; "" for one person by name, and while a number is missing."""
    if not who.unnamed.isChecked():
        return ""
    try:
        people, minutes = who.count.count(), hours.minutes()
    except NotUnderstood:
        return ""
    return _both(people, minutes, each=who.way.code() == EACH) if people and minutes else ""


def _both(people: int, minutes: int, *, each: bool) -> str:
    one, all_of_them = (minutes, minutes * people) if each else (minutes // people, minutes)
    return ngettext(
        "{n} person: {each} each, {altogether} altogether.",
        "{n} people: {each} each, {altogether} altogether.",
        people,
        each=lengths.in_words(one),
        altogether=lengths.in_words(all_of_them),
    )
