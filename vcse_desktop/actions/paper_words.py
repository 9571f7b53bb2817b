"""Why each paper form asks what it asks: in the group's own words, or in plain ones until it has some."""

from collections.abc import Mapping

from vcse_desktop.actions.grouping import group_name, group_setting
from vcse_desktop.actions.recording import living
from vcse_desktop.figures.reading import text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.printed import AGREED, CONTACT, SAID, SIGNIN, TALLY, Paper
from vcse_desktop.store.vault import Vault

ASK = "paper_ask"
"""The setting that says who answers questions about what is held."""
PLAIN: Mapping[str, str] = {
    SIGNIN: N_(
        "We write down who is here today, and how long people help, so that we can thank them and show what "
        "they give. Names stay within our group."
    ),
    TALLY: N_("Numbers only: please do not write names on this sheet."),
    CONTACT: N_(
        "We keep this so that we can support you. Only those in our group who need it read it. You may leave "
        "anything empty."
    ),
    SAID: N_(
        "Your words stay within our group unless you say on this form that we may share them. You may change "
        "your mind later."
    ),
    AGREED: N_(
        "You decide. A no changes nothing in how we treat you. You may take back a yes on any day; from then "
        "on we stop."
    ),
}
"""What a form says where the group has no words of its own, by its code."""
WHOM = N_("To see what we hold about you, or to have it corrected or removed, ask {who}.")
WHOM_TO_WRITE = N_("To see what we hold about you, or to have it corrected or removed, ask:")


def why(vault: Vault, paper: Paper, asking: int | None = None) -> str:
    """Return why a form asks: in the words of a piece of asking, where it has some, or else of the group."""
    if asking is not None and paper.of_asking and (said := use_wording(vault, asking)):
        return said
    own = str(group_setting(vault, paper.setting)).strip()
    return own or tr(PLAIN[paper.code])


def use_wording(vault: Vault, asking: int) -> str:
    """Return the words of a piece of asking for how what people say will be used, "" for none.

    Refused when it is gone.
    """
    return text(living(vault, "engagement", asking), "use_wording").strip()


def whom_to_ask(vault: Vault) -> str:
    """Return whom to ask about what is held; it ends in a colon where that is to be written by hand."""
    who = str(group_setting(vault, ASK)).strip()
    return tr(WHOM, who=who) if who else tr(WHOM_TO_WRITE)


def agreed_words(vault: Vault, paper: Paper) -> str:
    """Return the words that somebody signed under, as they are kept with what they agreed to."""
    who = str(group_setting(vault, ASK)).strip() or group_name(vault)
    return f"{why(vault, paper)}\n{tr(WHOM, who=who)}" if who else why(vault, paper)
