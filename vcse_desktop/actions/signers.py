"""The address book of known signers: whose digits were compared, by whom and when; and forgetting one."""

from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.changed import Changed
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.memory import load
from vcse_desktop.packs.register import fold
from vcse_desktop.store.vault import Vault, people

NOBODY = (
    N_("There is no such signer"),
    N_("Nobody of this name or with these digits is known here. Nothing was changed. Look at the list."),
)
SEVERAL = (
    N_("Several signers have this name"),
    N_("Give the digits of the one that you mean. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class KnownSigner:
    """A signer who is known. ``digits`` and ``compared_by`` are "" where an older version kept none.

    ``statements`` is how many statements about their key were seen, ``documents`` how many of theirs are
    known.
    """

    first: str
    name: str
    number: str
    digits: str
    compared_on: date
    compared_by: str
    statements: int
    documents: int


def known_signers(vault: Vault) -> list[KnownSigner]:
    """Return all who are known, by name."""
    register = load(vault)
    counts: dict[str, int] = {}
    for (first, _), rows in register.documents.items():
        counts[first] = counts.get(first, 0) + len(rows)
    found = [
        KnownSigner(
            first=one.first,
            name=one.name,
            number=one.number,
            digits=digits(one.key) if one.key else "",
            compared_on=date.fromisoformat(one.compared_on),
            compared_by=one.by,
            statements=len(one.statements),
            documents=counts.get(one.first, 0),
        )
        for one in register.signers.values()
    ]
    return sorted(found, key=lambda one: (fold(one.name), one.first))


def forget(vault: Vault, first: str) -> Changed:
    """Forget a signer, by their first statement: their next pack asks to compare digits again. Undo works.

    What came from them stays in the register. NotAllowed to a helper, Refused when there is none.
    """
    row = next((one for one in vault.rows("signer") if one["first"] == first), None)
    if row is None:
        raise Refused(*NOBODY)
    with vault.unit("remove") as unit:
        unit.remove("signer", int(str(row["id"])))
    return Changed(frozenset({"signer"}), unit.id)


def signer_called(vault: Vault, words: str) -> KnownSigner:
    """Return the one signer with this name, number or these digits; Refused when there is none or several."""
    wanted, figures = fold(words), "".join(sign for sign in words if sign.isdigit())
    found = [
        one
        for one in known_signers(vault)
        if wanted in (fold(one.name), fold(one.number)) or (figures and figures == fold(one.digits))
    ]
    if not found:
        raise Refused(*NOBODY)
    if len(found) > 1:
        raise Refused(*SEVERAL)
    return found[0]


def my_label(vault: Vault) -> str:
    """Return how whoever is in is called on the screen before the vault; "" for who came by the sheet."""
    return {int(one.slot): one.label for one in people(vault.folder)}.get(vault.member, "")
