"""Whose an earlier contact was: support, or words, without a name, put together with a person later."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import FOR_A_CARER, New
from vcse_desktop.actions.recording import living, must_be_sound
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import ident, text
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Blank
from vcse_desktop.store.vault import Vault

MOST = 200
"""How many contacts without a name are offered at once, the newest."""
NAMED_MEANWHILE = (
    N_("It is known already who that was"),
    N_("Somebody put a name to it meanwhile. Nothing was changed. Look at the list again."),
)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Support for somebody without a name: the day ("" for none), the hint, and what was done, in words."""

    id: int
    day: str
    hint: str
    what: str


@dataclass(frozen=True, slots=True)
class AllUnnamed:
    """The newest contacts without a name, and how many there are altogether."""

    contacts: Sequence[Unnamed]
    found: int


def unnamed(vault: Vault, language: str) -> AllUnnamed:
    """Return the support for people without a name, the newest first; refused to a helper."""
    members_only(vault)
    fields = ("date", "who_hint", "what")
    rows = vault.pick("support", Blank("person"), by="date", newest=True, most=MOST, fields=fields)
    says = Sayings(vault, language)
    says.meet("support", rows)
    found = [Unnamed(ident(r), text(r, "date"), text(r, "who_hint"), says.second("support", r)) for r in rows]
    return AllUnnamed(found, vault.count("support", Blank("person")))


def put_name(vault: Vault, kind: str, records: Collection[int], who: int | New) -> Changed:
    """Say who these contacts were with, or who said these words: one step, and undo parts them again.

    Hints stay, for the retention clock. Support for a carer makes them known as one, if they were not, on the
    first of its days. Refused when one of them has a name or is gone.
    """
    members_only(vault)
    rows = [living(vault, kind, record) for record in records]
    if any(row["person"] for row in rows):
        raise Refused(*NAMED_MEANWHILE)
    values = _person(vault, who)
    since = _known_since(vault, rows, who) if kind == "support" else None
    values |= {"identified_on": since} if since else {}
    with vault.unit("name") as unit:
        person = who if isinstance(who, int) else unit.save("person", None, values)
        if isinstance(who, int) and values:
            unit.save("person", person, values)
        for record in records:
            unit.save(kind, record, {"person": person})
    return Changed(frozenset({kind, "person"} if values else {kind}), unit.id, (person,))


def _person(vault: Vault, who: int | New) -> dict[str, object]:
    """Return what is to be written of a person who is new; of one who is there, nothing."""
    if isinstance(who, New):
        return {"known_as": must_be_sound("person", {"known_as": who.name}, group_lists(vault))["known_as"]}
    living(vault, "person", who)
    return {}


def _known_since(vault: Vault, rows: Sequence[Values], who: int | New) -> str:
    """Return the day on which these contacts make somebody known as a carer for the first time, else ""."""
    days = [text(row, "date") for row in rows if row["who_for"] in FOR_A_CARER and row["date"]]
    if not days:
        return ""
    same = vault.joined("person", "merged_into", [who]) if isinstance(who, int) else []
    return "" if any(row["identified_on"] for row in same) else min(days)
