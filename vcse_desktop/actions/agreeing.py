"""What somebody agreed to about words that may leave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.gathering import Material
from vcse_desktop.actions.sharing import source, theme
from vcse_desktop.disclosure.quotes import words_hash
from vcse_desktop.i18n import N_
from vcse_desktop.store.vault import Vault

AGREED = {
    ("public", False): N_("Agreed on {day}: anybody may read it, without a name."),
    ("public", True): N_("Agreed on {day}: anybody may read it, with the name {name}."),
    ("partners", False): N_("Agreed on {day}: our partners may read it, without a name."),
    ("partners", True): N_("Agreed on {day}: our partners may read it, with the name {name}."),
    ("named_partner", False): N_("Agreed on {day}: this partner may read it, without a name."),
    ("named_partner", True): N_("Agreed on {day}: this partner may read it, with the name {name}."),
}
"""What somebody agreed to, by the scope of the consent and whether the name may stand with it."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words that may leave: as they will stand, who said them, and when they agreed to which readers.

    ``scope`` is a code of ``AGREED``, ``name`` the one that may stand with the words, "" for none.
    """

    insight: int
    text: str
    translation: str
    source: str
    theme: str
    agreed_on: date
    scope: str
    name: str

    @property
    def consent(self) -> str:
        """What was agreed: a marked sentence with a {day}, and a {name} where there is one."""
        return AGREED[self.scope, bool(self.name)]


def agreed(vault: Vault, made_of: Material) -> Iterable[Agreed]:
    """Yield each quote of a pack with what was agreed about it."""
    consents, insights = vault.rows("consent"), {int(str(r["id"])): r for r in vault.rows("insight")}
    for quote in made_of.quotes:
        words = str(insights[quote.insight]["words"])
        mine = [c for c in consents if c["insight"] == quote.insight and c["text_hash"] == words_hash(words)]
        given, scope = _newest(mine, made_of)
        yield Agreed(
            insight=quote.insight,
            text=quote.text,
            translation=quote.translation,
            source=source(quote, made_of.lists),
            theme=theme(quote, made_of.lists),
            agreed_on=date.fromisoformat(given),
            scope=scope,
            name=quote.name,
        )


def _newest(mine: Sequence[Mapping[str, object]], made_of: Material) -> tuple[str, str]:
    """Return the day and the scope of the newest of these consents that reaches this partner."""
    partner, today = made_of.partner.organisation, made_of.issued.date().isoformat()
    return max(
        (str(one["given_on"]), str(one["scope"]))
        for one in mine
        if one["use"] == "quote_words"
        and one["given_on"]
        and str(one["given_on"]) <= today
        and (one["scope"] in {"public", "partners"} or (partner and one["to_org"] == partner))
    )
