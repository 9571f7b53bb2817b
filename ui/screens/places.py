"""The places of the program: words, pictures, and the screen that each is, built on first visit."""

from dataclasses import dataclass
from importlib import import_module

from ui.screens.desk import Desk
from ui.screens.screen import Screen
from vcse_desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the sidebar. ``screen`` is "module:Class" in ui.screens, loaded when it is first shown."""

    code: str
    words: str
    picture: str
    screen: str
    setting: str = ""
    """The group's setting that hides it; "" when it is always there."""


SECTIONS = (
    Place("today", N_("Today"), "today", "today.screen:Today"),
    Place("people", N_("People"), "people", "people.screen:People"),
    Place("activities", N_("Activities"), "activities", "activities.screen:Activities"),
    Place("engagement", N_("Engagement"), "engagement", "engagement:Engagement", "show_engagement"),
    Place("voices", N_("What people said"), "voices", "voices.screen:Voices"),
    Place("principles", N_("Principles"), "principles", "principles.screen:Principles", "show_principles"),
    Place("packs", N_("Summary packs"), "packs", "packs.screen:Packs"),
)
"""The sections in the order of Ctrl+1 … Ctrl+7; hiding one never moves the numbers of the others."""
BELOW = (
    Place("settings", N_("Settings"), "settings", "settings.screen:Settings"),
    Place("help", N_("Help"), "help", "help.screen:Help"),
)
APART = (
    Place("import", N_("Bring in a spreadsheet"), "file", "import_table.screen:ImportTable"),
    Place("paper", N_("Paper forms"), "print", "paper.screen:PaperForms"),
)
"""Places that are in no list: one comes to them from others, and by Find or do."""
PLACES = {place.code: place for place in (*SECTIONS, *BELOW, *APART)}
HOME = {
    "person": "people",
    "organisation": "people",
    "connection": "people",
    "support": "people",
    "activity": "activities",
    "session": "activities",
    "time_given": "activities",
    "capacity_support": "activities",
    "review": "activities",
    "engagement": "engagement",
    "insight": "voices",
    "response": "voices",
}
"""Where each kind of record lives: ``desk.go(HOME[kind], (kind, id))`` shows one."""


HELPERS = ("today", "activities", "settings", "help", "paper")
"""The places of a helper; a member and a keeper have them all."""


def is_open(code: str, desk: Desk) -> bool:
    """Say whether a place is there for whoever is in."""
    return code in HELPERS or not desk.helper


def build(place: Place, desk: Desk) -> Screen:
    """Load and build the screen of a place."""
    module, _, name = place.screen.partition(":")
    made: Screen = getattr(import_module(f"ui.screens.{module}"), name)(desk)
    return made
