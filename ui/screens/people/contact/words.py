"""What a contact list says: who is left off, what stands of each person, and the whole as plain text."""

from collections.abc import Iterator, Sequence
from functools import reduce

from ui.language import plain, spoken
from vcse_desktop.actions.contacting import INVITE, PHONE, ContactSheet, Entry
from vcse_desktop.actions.one_line import LIST, together
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

TITLE = N_("Contact list")
KINDS = {PHONE: N_("Phone list"), INVITE: N_("Invitations")}
"""What a list is for, the first one first."""
ACCESS = N_("Access needs: {needs}")
NO_WAY = N_("No way noted")
SAFE = N_("Keep this list safe: it holds names and how to reach people.")
NOBODY = N_("Nobody to contact yet. Add people with a phone number, an e-mail or an address first.")
NOBODY_SHOWN = N_("The list of people shows nobody just now. Go back and search for fewer letters.")
NO_PHONE = N_("Nobody here can be reached by phone. Choose “Invitations” to see other ways.")
NO_ONE_LEFT = N_("Nobody here can be contacted. The sentences above say why.")
SPOKEN = N_("{title}. {second}")
Part = tuple[str, Sequence[Entry]]
"""A heading, and the people under it."""


def parts(sheet: ContactSheet) -> Iterator[Part]:
    """Yield each channel with its people, then those for whom no way is noted."""
    for group in sheet.groups:
        yield group.channel, group.entries
    if sheet.unreached:
        yield tr(NO_WAY), sheet.unreached


def made_from(sheet: ContactSheet) -> str:
    """Return of how many people the list was made, and of how many of all."""
    if sheet.people == sheet.everybody:
        return ngettext("Made from everybody: {n} person.", "Made from everybody: {n} people.", sheet.people)
    return ngettext(
        "Made from {n} of {all} people: the one who was found in the list of people.",
        "Made from {n} of {all} people: those who were found in the list of people.",
        sheet.people,
        all=sheet.everybody,
    )


def on_it(sheet: ContactSheet) -> str:
    """Return how many can be reached by the list."""
    return ngettext("{n} person is on this list.", "{n} people are on this list.", sheet.listed)


def left_off(sheet: ContactSheet) -> list[str]:
    """Return a sentence for each reason why somebody is not on the list."""
    said = {
        ngettext(
            "{n} person is left off: they do not want to be contacted.",
            "{n} people are left off: they do not want to be contacted.",
            sheet.do_not_contact,
        ): sheet.do_not_contact,
        ngettext(
            "{n} person is left off: they have left.",
            "{n} people are left off: they have left.",
            sheet.have_left,
        ): sheet.have_left,
        ngettext(
            "{n} person is left off: no phone number is noted. They are among the invitations.",
            "{n} people are left off: no phone number is noted. They are among the invitations.",
            sheet.no_number,
        ): sheet.no_number,
        ngettext(
            "{n} person is left off: they like to be reached another way. They are among the invitations.",
            "{n} people are left off: they like to be reached another way. They are among the invitations.",
            sheet.other_way,
        ): sheet.other_way,
        ngettext(
            "{n} person has no way noted to reach them. They are at the end of the list.",
            "{n} people have no way noted to reach them. They are at the end of the list.",
            len(sheet.unreached),
        ): len(sheet.unreached),
        ngettext(
            "{n} record is left off: it was removed meanwhile.",
            "{n} records are left off: they were removed meanwhile.",
            sheet.gone,
        ): sheet.gone,
    }
    return [sentence for sentence, many in said.items() if many]


def nobody(sheet: ContactSheet) -> str:
    """Return why nobody is on the list; "" where somebody is."""
    if sheet.listed:
        return ""
    if not sheet.people:
        return tr(NOBODY_SHOWN if sheet.everybody else NOBODY)
    return tr(NO_PHONE if sheet.no_number or sheet.other_way else NO_ONE_LEFT)


def access(entry: Entry) -> str:
    """Return what somebody needs, in a sentence; "" for nothing that is noted."""
    return tr(ACCESS, needs=together(LIST, list(entry.access))) if entry.access else ""


def about(entry: Entry) -> list[str]:
    """Return all that stands under a name: what they need first, then the way, then when not to."""
    return [words for words in (access(entry), entry.way, *entry.not_when, *entry.more) if words]


def aloud(entry: Entry) -> str:
    """Return all that is said of a person in one sentence after the other, for a screen reader."""
    join = lambda so_far, then: tr(SPOKEN, title=so_far, second=then)  # noqa: E731
    return plain(reduce(join, about(entry), entry.name))


def head(sheet: ContactSheet) -> list[str]:
    """Return what stands over the list on paper and in a copy."""
    day = numbers.day(sheet.day, spoken())
    return [tr(KINDS[sheet.kind]), *([sheet.organisation] if sheet.organisation else []), day]


def as_text(sheet: ContactSheet) -> str:
    """Return the whole list as plain text, to be pasted elsewhere."""
    pieces = ["\n".join(head(sheet)), "\n".join([made_from(sheet), *left_off(sheet)])]
    for title, entries in parts(sheet):
        pieces.append(title)
        pieces += ["\n".join([entry.name, *about(entry)]) for entry in entries]
    return plain("\n\n".join(pieces)) + "\n"
