"""The lists of choices as a group words them: adding to one, other words for a choice, and hiding one."""

from dataclasses import dataclass

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.normal import fold_name
from vcse_desktop.records.parts import EQUALITY_LISTS, TALLY_LISTS
from vcse_desktop.records.vocabularies import OWN_LISTS, heads, label, lists, own_code
from vcse_desktop.store.vault import Vault

LONGEST = 100
BLANK = (N_("Type the words first"), N_("Nothing was changed. A few words are enough."))
LONG = (N_("These words are too long for a list"), N_("Nothing was changed. Write at most 100 letters."))
THERE = (
    N_("This is on the list already"),
    N_("Nothing was changed. If it is hidden, offer it again instead."),
)
FIXED = (
    N_("Nothing can be added to this list"),
    N_("Others count by it, so it stays as it is. Its words can be your own."),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: its words now, our words where they are other ones, and whether it is hidden or added."""

    code: str
    words: str
    ours: str
    hidden: bool
    added: bool


@dataclass(frozen=True, slots=True)
class OwnList:
    """One list: its code, its title, whether a group may add to it, and its choices."""

    vocab: str
    title: str
    may_add: bool
    choices: tuple[Choice, ...]


def own_lists(vault: Vault) -> list[OwnList]:
    """Return the lists that a group keeps itself, then those that its forms choose from, by their titles."""
    keepers_only(vault)
    chosen = {field.vocab for kind in TABLES.values() for field in kind.fields}
    used = (chosen | {*TALLY_LISTS, *EQUALITY_LISTS}) & heads().keys()
    titles = {vocab: pgettext(vocab, heads()[vocab].title) for vocab in used}
    order = [*OWN_LISTS, *sorted(used, key=lambda vocab: fold_name(titles[vocab]))]
    given = group_lists(vault)
    return [
        OwnList(
            vocab,
            tr(OWN_LISTS[vocab]) if vocab in OWN_LISTS else titles[vocab],
            _may_add(vocab),
            tuple(_choice(given, vocab, item.code, hidden=item.hidden) for item in given[vocab]),
        )
        for vocab in order
    ]


def add(vault: Vault, vocab: str, words: str) -> Changed:
    """Add a choice to a list. Refused when it has no words, too many, is there, or may not be added."""
    keepers_only(vault)
    if not _may_add(vocab):
        raise Refused(*FIXED)
    words = _fit(vault, vocab, "", words)
    return _keep(vault, vocab, _free(vault, vocab, words), {"label": words, "hidden": False})


def word(vault: Vault, vocab: str, code: str, words: str) -> Changed:
    """Word a choice otherwise; our own words again where there are none. Refused as ``add``."""
    keepers_only(vault)
    ours = any(item.code == code for item in lists().get(vocab, ()))
    words = "" if ours and not words.strip() else _fit(vault, vocab, code, words)
    if ours and words == label(lists(), vocab, code):
        words = ""  # so that they are ours in every language
    return _keep(vault, vocab, code, {"label": words})


def hide(vault: Vault, vocab: str, code: str, *, hidden: bool) -> Changed:
    """Offer a choice no more, or again; records that have it keep it."""
    keepers_only(vault)
    return _keep(vault, vocab, code, {"hidden": hidden})


def _may_add(vocab: str) -> bool:
    return vocab in OWN_LISTS or heads()[vocab].extend


def _choice(given: Lists, vocab: str, code: str, *, hidden: bool) -> Choice:
    ours = next((pgettext(vocab, item.label) for item in lists().get(vocab, ()) if item.code == code), "")
    words = label(given, vocab, code)
    return Choice(code, words, ours if ours != words else "", hidden, not ours)


def _fit(vault: Vault, vocab: str, code: str, words: str) -> str:
    """Return words that fit into a list beside the others of it."""
    words = " ".join(words.split())
    if not words:
        raise Refused(*BLANK)
    if len(words) > LONGEST:
        raise Refused(*LONG)
    given = group_lists(vault)
    others = {fold_name(label(given, vocab, item.code)) for item in given[vocab] if item.code != code}
    if fold_name(words) in others:
        raise Refused(*THERE)
    return words


def _free(vault: Vault, vocab: str, words: str) -> str:
    """Return the code for new words; another one where a choice that began with them has other words now."""
    taken = {item.code for item in group_lists(vault)[vocab]}
    others = (own_code(words if n == 1 else f"{words} {n}") for n in range(1, len(taken) + 2))
    return next(code for code in others if code not in taken)


def _keep(vault: Vault, vocab: str, code: str, values: dict[str, object]) -> Changed:
    rows = vault.rows("own_item", vocab=vocab, code=code)
    last = int(str(rows[-1]["id"])) if rows else None
    new = {"vocab": vocab, "code": code} if last is None else {}
    with vault.unit("edit" if rows else "add") as unit:
        unit.save("own_item", last, {**new, **values})
    return Changed(frozenset({"own_item"}), unit.id)
