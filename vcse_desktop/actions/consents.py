"""What somebody agreed to, in their own wording, and how they take it back."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.happening import field
from vcse_desktop.actions.hearing import USE
from vcse_desktop.actions.one_line import TOGETHER, clipped, its_way, together
from vcse_desktop.actions.quoted_in import packs_with
from vcse_desktop.actions.recording import living, today
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import members_only
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

TITLE = N_("{use}: {scope}")
GIVEN = ("to_org", "given_on", "how", "given_by", "asked_by", "ends_on")
"""What is said of a consent that stands, in the order of reading."""
OF_WORDS = ("quote_words", "tell_story", "photo")
"""Uses by which something of theirs may leave."""
TAKEN_BACK, ENDED = N_("{what}. Taken back on {day}."), N_("{what}. Ended on {day}.")
ALREADY = (
    N_("This was taken back already"),
    N_("Somebody noted it meanwhile. Nothing was changed. Look at the card again."),
)


@dataclass(frozen=True, slots=True)
class Consent:
    """Something that was agreed to. ``words`` are those it is about, "" where it is about none.

    ``over`` says in a sentence that it was taken back or has ended; "" while it stands. ``leaves`` says
    whether something of theirs may leave by it; ``packs`` are those that the words were sent in before that.
    """

    id: int
    title: str
    words: str
    wording: str
    given: str
    over: str
    leaves: bool
    packs: tuple[str, ...] = ()


def consents(vault: Vault, says: Sayings, group: Collection[int]) -> list[Consent]:
    """Return what a person agreed to, about their words, too, in any of their records: what stands first."""
    heard = vault.pick("insight", Among("person", group), fields=("words",))
    said = {ident(row): text(row, "words") for row in heard}
    rows = [*vault.pick("consent", Among("person", group)), *vault.pick("consent", Among("insight", said))]
    says.meet("consent", rows)
    found = [_consent(says, row, said.get(number(row, "insight") or 0, "")) for row in rows]
    for place, (row, one) in enumerate(zip(rows, found, strict=True)):
        insight = number(row, "insight")
        if insight and one.over and row["use"] == USE:
            found[place] = replace(one, packs=tuple(packs_with(vault, insight, says.language)))
    return sorted(found, key=lambda one: bool(one.over))


def take_back(vault: Vault, consent: int) -> Changed:
    """Note that they take back today what they agreed to; undo lets it stand again.

    Refused to a helper, and when it is gone or was taken back.
    """
    members_only(vault)
    if living(vault, "consent", consent)["withdrawn_on"]:
        raise Refused(*ALREADY)
    with vault.unit("edit") as unit:
        unit.save("consent", consent, {"withdrawn_on": today().isoformat()})
    return Changed(frozenset({"consent"}), unit.id, (consent,))


def _consent(says: Sayings, row: Values, words: str) -> Consent:
    use, scope = (says.said(field("consent", code), row[code]) for code in ("use", "scope"))
    title = tr(TITLE, use=use, scope=scope) if scope else use
    told = [(code, clipped(says.said(field("consent", code), row[code]))) for code in GIVEN if row[code]]
    given = together(TOGETHER, [says.pair(field("consent", code), words) for code, words in told])
    leaves, over = bool(words) or text(row, "use") in OF_WORDS, _over(says, row, title)
    return Consent(ident(row), title, clipped(words), text(row, "wording"), given, over, leaves)


def _over(says: Sayings, row: Values, title: str) -> str:
    """Return the sentence that it was taken back or has ended, "" while it stands."""
    ends, taken = text(row, "ends_on"), text(row, "withdrawn_on")
    if taken:
        return tr(TAKEN_BACK, what=its_way(title), day=says.said(field("consent", "withdrawn_on"), taken))
    if ends and ends < today().isoformat():
        return tr(ENDED, what=its_way(title), day=says.said(field("consent", "ends_on"), ends))
    return ""
