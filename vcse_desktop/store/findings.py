"""What can be wrong with a vault, in a sentence each, and the fault that says so."""

from collections.abc import Iterable, Sequence

from vcse_desktop.errors import WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.errors import Damaged

FOUND = {
    "chain": N_("The history has a gap or was changed."),
    "unit": N_("An entry of the history was changed."),
    "stray": N_("The history holds changes that belong to no entry."),
    "short": N_("Entries of the history are gone or changed since this was locked last."),
    "row": N_("A record differs from its history."),
    "rows": N_("There are records without a history."),
    "erased": N_("The list of what was erased differs from the history."),
    "link": N_("A record points to one that was never there."),
    "picture": N_("A picture is not the one that was kept."),
    "search": N_("The search index differs from the records. The records themselves are not harmed."),
    "cipher": N_("A part of the file was damaged or changed from outside."),
    "pages": N_("A part of the file is damaged."),
    "unreadable": N_("A part of the file cannot be read."),
}
HARMLESS = ("search", "cancelled")
"""Codes after which everything can go on: the index can be made anew from the records."""
TITLE = N_("Something that is kept here is damaged")
ONLY_READ = N_(
    "{what} So that it gets no worse, nothing more is written until this is locked; everything that can be "
    "read still can. The files as they are now were copied to its folder “set-aside”. A keeper can bring "
    "the newest good backup back."
)
NO_COPY = N_(
    "{what} So that it gets no worse, nothing more is written until this is locked; everything that can be "
    "read still can. There is no room for a copy of the files as they are now: copy the whole folder to a "
    "stick. A keeper can bring the newest good backup back."
)


class NotWhole(Damaged):
    """Damage was found, so the vault is only read for as long as it is open. ``problems`` holds the codes."""

    def __init__(self, problems: Sequence[str], *, copied: bool = True) -> None:
        what = " ".join(sentences(problems))
        WorldError.__init__(self, TITLE, ONLY_READ if copied else NO_COPY, what=what)
        self.problems = tuple(problems)


def sentences(problems: Iterable[str]) -> list[str]:
    """Return a sentence for each sort of problem among these codes, in the person's language."""
    codes = dict.fromkeys(problem.split()[0] for problem in problems)
    return [tr(FOUND[code]) for code in codes if code in FOUND]


def harmful(problems: Iterable[str]) -> list[str]:
    """Return those after which nothing may be written any more."""
    return [problem for problem in problems if problem.split()[0] not in HARMLESS]
