"""The lists that a group keeps itself, such as its communities: what is on them, adding, hiding."""

from dataclasses import dataclass

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import ident
from vcse_desktop.i18n import N_
from vcse_desktop.records.postcodes import whole
from vcse_desktop.records.vocabularies import OWN_LISTS, label, own_code
from vcse_desktop.store.vault import Vault

TITLES = {**OWN_LISTS, "insight_theme": N_("Themes of what people said")}
"""The lists that can be changed by hand, and what each is called."""
LONGEST = 80
NO_WORDS = (N_("There are no words yet"), N_("Nothing was added. Type what it is called."))
TOO_LONG = (N_("This is too long for a list"), N_("Nothing was added. Use at most {most} letters."))
THERE = (N_("It is on the list already"), N_("“{words}” stands there, so nothing was added."))
POSTCODE = (
    N_("A postcode can point at one home"),
    N_("Nothing was added. Write the village, the estate or the ward."),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One item of a list: its code, its words, and whether forms leave it out."""

    code: str
    words: str
    hidden: bool


def listed(vault: Vault) -> dict[str, list[Listed]]:
    """Return what is on each list, in its order, hidden items last."""
    given = group_lists(vault)
    made = {
        vocab: [Listed(item.code, label(given, vocab, item.code), item.hidden) for item in given[vocab]]
        for vocab in TITLES
    }
    return {vocab: sorted(items, key=lambda one: one.hidden) for vocab, items in made.items()}


def add_to_list(vault: Vault, vocab: str, words: str) -> Changed:
    """Add an item, or show a hidden one of these words again; Refused with what to do where it cannot be."""
    keepers_only(vault)
    called = " ".join(words.split())
    if not called:
        raise Refused(*NO_WORDS)
    if len(called) > LONGEST:
        raise Refused(*TOO_LONG, most=LONGEST)
    if whole(called):
        raise Refused(*POSTCODE)
    same = next((one for one in listed(vault)[vocab] if one.words.casefold() == called.casefold()), None)
    if same is not None and not same.hidden:
        raise Refused(*THERE, words=same.words)
    if same is not None:
        return hide(vault, vocab, same.code, hidden=False)
    return _keep(vault, vocab, own_code(called), {"label": called, "hidden": 0})


def hide(vault: Vault, vocab: str, code: str, *, hidden: bool) -> Changed:
    """Let forms leave an item out, or offer it again; records that have it keep it."""
    keepers_only(vault)
    return _keep(vault, vocab, code, {"hidden": int(hidden)})


def _keep(vault: Vault, vocab: str, code: str, values: dict[str, object]) -> Changed:
    rows = vault.rows("own_item", vocab=vocab, code=code)
    with vault.unit("edit") as unit:
        for row in rows:  # two laptops may have added the same
            unit.save("own_item", ident(row), values)
        if not rows:
            unit.save("own_item", None, {"vocab": vocab, "code": code, **values})
    return Changed(frozenset({"own_item"}), unit.id)
