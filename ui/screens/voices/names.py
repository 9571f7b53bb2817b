"""What the forms of this section offer: the lists as the group words them, people, and whom to tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.widgets.chips import Offer
from ui.widgets.type_ahead import Suggestion
from vcse_desktop.actions import suggesting
from vcse_desktop.actions.naming_in_words import Guard
from vcse_desktop.actions.reading_over import review_guard
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.safeguarding import Lead, lead
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import lists, offered

MOST = 8
KINDS = {
    "working": N_("Working"),
    "not_working": N_("Not working"),
    "would_help": N_("Would help"),
    "strength": N_("A strength"),
    "question": N_("A question"),
}
"""The kinds of insight in a word or two, unless the group words them itself."""


@dataclass(frozen=True, slots=True)
class Offers:
    """All of it, from one moment."""

    lists: Lists
    names: dict[str, Names]
    guard: Guard
    lead: Lead

    def choices(self, vocab: str, on: date | None = None) -> Offer:
        """Return what is offered now of a list, in the person's language."""
        items = offered(self.lists[vocab], on or today())
        return [(item.code, pgettext(vocab, item.label)) for item in items]

    def kinds(self) -> Offer:
        """Return the kinds of insight, in few words where they are ours."""
        ours = {item.code: pgettext("insight_kind", item.label) for item in lists()["insight_kind"]}
        return [
            (code, tr(KINDS[code]) if code in KINDS and shown == ours.get(code) else shown)
            for code, shown in self.choices("insight_kind")
        ]

    def people(self, words: str) -> list[Suggestion]:
        """Return the people that a few letters may mean."""
        return [Suggestion(one.id, one.text, one.hint) for one in self.names["person"].suggest(words)]

    def themes(self, words: str) -> list[Suggestion]:
        """Return the themes that a few letters may mean: those that begin with them come first."""
        return matching(self.choices("insight_theme"), words)


def offers(vault: Vault) -> Offers:
    """Read it all; in lane LOOK."""
    names = {
        "person": suggesting.people(vault),
        "organisation": suggesting.organisations(vault),
        "activity": suggesting.activities(vault),
    }
    return Offers(group_lists(vault), names, review_guard(vault), lead(vault))


def matching(offer: Offer, words: str) -> list[Suggestion]:
    """Return at most eight choices that hold these letters: first where they begin a word."""
    wanted = suggesting.folded(words)
    folded: Sequence[tuple[str, str, str]] = [
        (code, shown, f" {suggesting.folded(shown)}") for code, shown in offer
    ]
    found = [one for one in folded if wanted in one[2]]
    found.sort(key=lambda one: f" {wanted}" not in one[2])
    return [Suggestion(code, shown) for code, shown, _ in found[:MOST]]
