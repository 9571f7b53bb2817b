"""Which record somebody means who gives its code, or a person's name."""

from vcse_desktop.actions.suggesting import folded
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.store.ident import SYMBOLS, number_of, symbols
from vcse_desktop.store.vault import Vault

NOBODY = (
    N_("There is no such record"),
    N_("Nobody is called “{who}”, and it is the code of no record. Nothing was changed."),
)
SEVERAL = (
    N_("More than one person is called that"),
    N_("Give the code of the one you mean: {codes}. Nothing was changed."),
)


def record_coded(vault: Vault, who: str) -> tuple[str, int]:
    """Return the kind and id of a record by its code of 13 symbols, or of a person by their name.

    Refused when there is none, or when several people have the name.
    """
    record = number_of(who) if len(who.strip()) == SYMBOLS else None
    if record is not None:
        for kind in TABLES:
            if vault.row(kind, record):
                return kind, record
    wanted = folded(who)
    found = [row for row in vault.rows("person") if folded(str(row["known_as"] or "")) == wanted]
    if not found:
        raise Refused(*NOBODY, who=who)
    if len(found) > 1:
        raise Refused(*SEVERAL, codes=", ".join(symbols(int(str(row["id"]))) for row in found))
    return "person", int(str(found[0]["id"]))
