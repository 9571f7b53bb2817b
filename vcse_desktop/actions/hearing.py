"""Keeping what someone said together with what they agreed to about sharing it."""

from collections.abc import Mapping
from types import MappingProxyType

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.reading_over import Pressed, note
from vcse_desktop.actions.recording import must_be_sound, today
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.disclosure.quotes import only_brackets_changed, words_hash
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.vault import Unit, Vault

AGREED = ("unnamed", "named")
"""The answers to "May we share it?" that are a yes."""

WORDINGS = {
    "no": N_("Nobody outside this group sees these words."),
    "unnamed": N_("The partners we send a pack to may see these words, without a name."),
    "named": N_("The partners we send a pack to may see these words, with the name they choose."),
}
"""What each answer means, as the form says it; the words of a yes are kept with the consent."""

USE, SCOPE = "quote_words", "partners"
GONE = (
    N_("These words were removed"),
    N_("They are no longer in the list, so nothing was changed. Undo brings them back."),
)


def hear(
    vault: Vault, values: Values, *, wording: str = "", pressed: Pressed = MappingProxyType({})
) -> Changed:
    """Keep one insight and, on a yes, the consent to share exactly these words: one step, one undo.

    ``wording`` is what the screen said of the choice, by default WORDINGS in the person's language;
    ``pressed`` are the texts that somebody has just checked for names. The day is today unless ``values``
    has one. Raises NotSound when a value cannot be kept.
    """
    sound = sound_insight(vault, values)
    with vault.unit("add") as unit:
        made = write_insight(unit, sound, wording)
        note(vault, unit, made, sound, pressed)
    return Changed(frozenset({"insight", "consent"}), unit.id, (made,))


def sound_insight(vault: Vault, values: Values) -> Values:
    """Return the values as ``write_insight`` takes them; raises NotSound when one cannot be kept."""
    given: dict[str, object] = {"heard_on": today().isoformat(), **values}
    if given.get("may_quote") in AGREED:
        given = {"quote_scope": SCOPE, "share_words": given.get("words"), **given}
    return must_be_sound("insight", given, group_lists(vault))


def write_insight(unit: Unit, sound: Values, wording: str = "") -> int:
    """Write an insight, and on a yes its consent, inside a unit of work; returns the insight's id."""
    made = unit.save("insight", None, sound)
    answer = str(sound.get("may_quote") or "")
    if answer in AGREED:
        _consent(unit, made, str(sound["words"]), wording or tr(WORDINGS[answer]))
    return made


def agree(vault: Vault, insight: int, answer: str, *, name: str = "", wording: str = "") -> Changed:
    """Keep what they say when asked (again) today: "no", "unnamed" or "named"; Refused when it is gone.

    A yes is about the words as they stand now. A no withdraws every earlier yes.
    """
    row = vault.row("insight", insight)
    if row is None:
        raise Refused(*GONE)
    values: dict[str, object] = {"may_quote": answer}
    if answer in AGREED:
        values |= {"quote_scope": SCOPE, **_copy(row)}
    if answer == "named":
        values["quote_name"] = name
    sound = must_be_sound("insight", {**row, **values}, group_lists(vault))
    with vault.unit("edit") as unit:
        unit.save("insight", insight, {code: sound[code] for code in values})
        _earlier(vault, unit, insight, yes=answer in AGREED)
        if answer in AGREED:
            _consent(unit, insight, str(row["words"]), wording or tr(WORDINGS[answer]))
    return Changed(frozenset({"insight", "consent"}), unit.id, (insight,))


def _copy(row: Values) -> Values:
    """Return a new copy of the words to share, not yet checked for names, where there is none that fits."""
    words, shared = str(row["words"]), str(row["share_words"] or "")
    if shared and only_brackets_changed(words, shared):
        return {}
    return {"share_words": words, "names_checked_on": None}


def _earlier(vault: Vault, unit: Unit, insight: int, *, yes: bool) -> None:
    """Withdraw the earlier consents; on a yes, forget a no of this same day: its last word counts."""
    day = today().isoformat()
    for consent in vault.rows("consent", insight=insight, use=USE):
        if consent["withdrawn_on"] == (day if yes else None):
            unit.save("consent", int(str(consent["id"])), {"withdrawn_on": None if yes else day})


def _consent(unit: Unit, insight: int, words: str, wording: str) -> None:
    values: Mapping[str, object] = {
        "insight": insight,
        "use": USE,
        "scope": SCOPE,
        "wording": wording,
        "text_hash": words_hash(words),
        "given_on": today().isoformat(),
    }
    unit.save("consent", None, values)
