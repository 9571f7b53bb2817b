"""What each form is called, and where one goes to fill it in."""

from ui.screens.places import HOME
from vcse_desktop.actions.drafting import Begun
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import PARTS, TABLES
from vcse_desktop.settings import SETTINGS

NAMES = {
    "time_given": N_("Hours"),
    "insight": N_("Something someone said"),
    "register": N_("A register"),
    "time": N_("Hours, with all details"),
    "plan": N_("A planned session"),
    "planned": N_("A planned session"),
    "loop": N_("Closing the loop"),
    "pack": N_("A new summary pack"),
    "reply": N_("A reply to a partner's pack"),
    "offer": N_("An offer"),
    "wish": N_("A wish"),
    "going": N_("How it goes"),
    "again": N_("Check or training"),
    "given": N_("Support for volunteers"),
    "told": N_("Whom we told, and how"),
    "evidence": N_("How we know"),
    "became": N_("What became of it, in their words"),
    "photo": N_("A photo"),
    "paper": N_("Sheets that are being typed in"),
}
"""Forms that are called otherwise than what they are about."""
PLACES: dict[str, tuple[str, object]] = {
    "insight": ("voices", "new"),
    "loop": ("voices", "answers"),
    "response": ("voices", "answers"),
    "activity": ("activities", "new"),
    "pack": ("packs", "new"),
    "reply": ("packs", "check"),
    "setting": ("settings", "safeguarding"),
    "time_given": ("today", "hours"),
    "time": ("activities", ("time_given", None)),
    "paper": ("paper", "type"),
}
"""Where new ones are filled in, and forms that belong to no record alone."""
SMALL = ("offer", "wish", "going", "again", "given")
"""Forms of a few fields, each on a tab of the people."""
LATER = ("told", "evidence", "became")
"""Those that stand over the answers."""


def form_words(form: str) -> str:
    """Return what a form is called."""
    owner, _, part = form.partition(".")
    if owner == "setting":
        return tr(SETTINGS[part].label) if part in SETTINGS else tr(N_("Settings"))
    code = part or owner
    kind = {**TABLES, **PARTS}.get(code)
    return tr(NAMES[code]) if code in NAMES else tr(kind.label) if kind else code


def form_place(one: Begun) -> tuple[str, object]:
    """Return the place of a form, and what is to be asked of it."""
    kind, _, part = one.form.partition(".")
    if part in SMALL:
        return "people", (part, one.record)
    if part in LATER:
        return "voices", (part, one.record)
    if (kind, part) == ("setting", "lists"):
        return "settings", part
    if kind in {"register", "plan", "planned"}:
        return "activities", (kind, one.record)
    if one.record is not None and kind in HOME:
        return HOME[kind], (kind, one.record)
    return PLACES.get(kind, (HOME.get(kind, "today"), ("new", kind)))
