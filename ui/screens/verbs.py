"""What can be done from anywhere, the likeliest first, and who may do it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.places import BELOW, SECTIONS, is_open
from ui.screens.undoing import take_back
from vcse_desktop.i18n import N_, tr

Target = tuple[str, object]
"""A place, and what is asked of it."""
VERBS: tuple[tuple[str, str, object], ...] = (
    (N_("Log hours"), "today", "hours"),
    (N_("Note something someone said"), "voices", "new"),
    (N_("Take a register"), "activities", "register"),
    (N_("Note support for a carer"), "people", ("new", "support")),
    (N_("Add a person"), "people", ("new", "person")),
    (N_("Open the sign-in screen"), "activities", "signin"),
    (N_("Make a contact list"), "people", "contact"),
    (N_("Add an activity"), "activities", "new"),
    (N_("Print blank forms"), "paper", "print"),
    (N_("Type in sheets from paper"), "paper", "type"),
    (N_("Save planned sessions as a calendar file"), "activities", "calendar"),
    (N_("See what waits for an answer"), "voices", "answers"),
    (N_("Add an organisation"), "people", ("new", "organisation")),
    (N_("Note an offer"), "people", ("offer", None)),
    (N_("Note a wish"), "people", ("wish", None)),
    (N_("Add a check or training"), "people", ("again", None)),
    (N_("Note training or support we gave"), "people", ("given", None)),
    (N_("See who we reached"), "people", "reached"),
    (N_("Plan to ask people something"), "engagement", ("new", "engagement")),
    (N_("Add a review"), "activities", ("new", "review")),
    (N_("Add support for the group"), "activities", ("new", "capacity_support")),
    (N_("See how this month goes"), "today", "month"),
    (N_("Make a summary pack"), "packs", "new"),
    (N_("Check a pack"), "packs", "check"),
    (N_("Write the Easy Read page"), "packs", "easy"),
    (N_("See our exact figures"), "packs", "us"),
    (N_("Bring in a spreadsheet…"), "import", None),
    (N_("Change language, colours or text size"), "settings", "looks"),
    (N_("Make a backup now"), "settings", "backups"),
    (N_("Test my backup"), "settings", "trial"),
    (N_("Leave with everything"), "settings", "everything"),
    (N_("Bring everything in from a folder"), "settings", "coming"),
    (N_("Change our lists, such as communities"), "settings", "lists"),
    (N_("Set whom to tell when somebody may be at risk"), "settings", "safeguarding"),
)
"""The words, the place, and what is asked of it."""
HERE = "here"
AT_ONCE: Mapping[str, tuple[str, str, Callable[[QWidget, Desk], object]]] = {
    "undo": (N_("Undo the last change"), "Alt+U", take_back),
    "cover": (N_("Cover the screen"), "Ctrl+Shift+L", lambda _, desk: desk.cover()),
    "lock": (N_("Lock now"), "Ctrl+L", lambda _, desk: desk.lock()),
}
"""What is done where one is: its words, its key, and what it does in a window."""
HELPERS = {
    ("today", "hours"),
    ("activities", "register"),
    ("activities", "signin"),
    ("settings", "looks"),
    ("paper", "print"),
    ("paper", "type"),
}
"""What a helper may do of these."""
KEEPERS = {
    ("activities", "calendar"),
    ("packs", "easy"),
    ("packs", "us"),
    *(("settings", what) for what in ("safeguarding", "lists", "everything", "coming")),
}
"""What a keeper alone may do."""
OWN = {("settings", what) for what in ("backups", "trial", "coming")}
"""What the example organisation has not."""
GO = N_("Go to {place}")
WITH_KEY = N_("{words} ({key})")
KEYS: Mapping[Target, str] = {
    ("today", "hours"): "Ctrl+H",
    ("help", None): "F1",
    **{(place.code, None): f"Ctrl+{number}" for number, place in enumerate(SECTIONS, 1)},
    **{(HERE, code): key for code, (_, key, _) in AT_ONCE.items()},
}
"""The keys that do the same."""


def doable(desk: Desk) -> list[tuple[str, Target]]:
    """Return the lines of all that whoever is in may do, and what each leads to."""
    verbs = [(tr(words), (place, what)) for words, place, what in VERBS if _may(desk, (place, what))]
    here: list[tuple[str, Target]] = [(tr(words), (HERE, code)) for code, (words, _, _) in AT_ONCE.items()]
    open_ = [place for place in (*SECTIONS, *BELOW) if is_open(place.code, desk)]
    places = [(tr(GO, place=tr(place.words)), (place.code, None)) for place in open_]
    return [_with_key(words, target) for words, target in (*verbs, *here, *places)]


def _may(desk: Desk, target: Target) -> bool:
    if not is_open(target[0], desk) or (desk.helper and target not in HELPERS):
        return False
    return (desk.keeper or target not in KEEPERS) and not (desk.example and target in OWN)


def _with_key(words: str, target: Target) -> tuple[str, Target]:
    """Return a line with the key that does the same, where there is one, and what it is for."""
    key = KEYS.get(target)
    return (tr(WITH_KEY, words=words, key=key) if key else words), target
