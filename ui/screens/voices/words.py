"""What was heard in sentences: from whom, when, and what was agreed about sharing it."""

from datetime import date

from ui.language import isolated
from ui.widgets import dates
from vcse_desktop.actions.heard import Heard
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label

HEARD = N_("Heard on {day}.")
HEARD_FROM = N_("Heard on {day}. {who}.")
FROM = N_("{who}. The day is not recorded.")
NO_DAY = N_("The day is not recorded.")

TAGS = {
    "not_asked": N_("Stays with us: not asked"),
    "no": N_("Stays with us"),
    "unnamed": N_("May be shared without a name"),
    "named": N_("May be shared with their name"),
    "no_consent": N_("Stays with us: no agreement on record"),
    "words_changed": N_("Stays with us: ask again"),
    "not_checked": N_("Agreed: check for names first"),
    "still_open": N_("Agreed: look at what was found"),
    "other_words": N_("Agreed: the copy does not fit"),
    "erased": N_("Stays with us: the person was erased"),
}
"""What was agreed, in few words; the colour says nothing."""

STANDING = {
    "not_asked": N_("Not asked whether it may be shared: it stays with us."),
    "no": N_("It stays with us, as was said when they were asked."),
    "unnamed": N_("It may be shared with the partners we send a pack to, without a name."),
    "named": N_("It may be shared with the partners we send a pack to, with the name they chose."),
    "no_consent": N_("No agreement is on record for it, or it has ended: it stays with us until they agree."),
    "words_changed": N_(
        "The words changed since they agreed, so that agreement does not count: it stays with us. "
        "You can ask them again."
    ),
    "not_checked": N_("They agreed. Before it is shared, somebody checks the words as shared for names."),
    "still_open": N_(
        "They agreed. Something in the words as shared may point at somebody, and nobody has decided about "
        "it yet: it stays with us until somebody does."
    ),
    "other_words": N_(
        "They agreed to the words as said. The words as shared differ in more than [brackets], "
        "so it stays with us until they fit."
    ),
    "erased": N_("The person who said it was erased: it stays with us."),
}


def code(heard: Heard) -> str:
    """Return which of these sentences is true of it."""
    return str(heard.row["may_quote"]) if heard.standing == "free" else heard.standing


def origin(heard: Heard, lists: Lists) -> str:
    """Return from whom and when, in a sentence."""
    day = str(heard.row["heard_on"] or "")
    when = dates.in_words(date.fromisoformat(day)) if day else ""
    role = str(heard.row["from_role"] or "")
    who = isolated(heard.who) if heard.who else label(lists, "speaker_role", role) if role else ""
    if who:
        return tr(HEARD_FROM, day=when, who=who) if when else tr(FROM, who=who)
    return tr(HEARD, day=when) if when else tr(NO_DAY)
