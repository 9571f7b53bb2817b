"""Another recovery sheet in place of the one before, and what the signing identity says of it."""

import json
from datetime import UTC, datetime

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.gathering import STATEMENTS
from vcse_desktop.actions.slips import must_be_whole
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import MOST
from vcse_desktop.packs.p256 import restored
from vcse_desktop.packs.succession import with_new_recovery
from vcse_desktop.store.recovery import new_code, read_code
from vcse_desktop.store.vault import SigningKey, Vault

TOO_MANY_SHEETS = (
    N_("No more sheets can be made"),
    N_("Partners can follow {n} sheets of one group. Nothing was changed; the sheet you have still works."),
)


def new_sheet(vault: Vault) -> str:
    """Return a new recovery code, to be put on paper. Nothing is changed before it is typed back."""
    keepers_only(vault)
    key = vault.signing_key()
    if key is not None and len(json.loads(key.identity)) >= MOST:
        raise Refused(*TOO_MANY_SHEETS, n=MOST)
    return new_code()


def keep_sheet(vault: Vault, code: str, typed: str, *, old: str = "") -> Changed:
    """Let the new sheet take the place of the old one, now that it was typed back from paper.

    The identity that signs packs names it from now on. With the code of the ``old`` sheet, partners accept
    that without comparing the digits again. Refused names a slip in either, or says that it is another code.
    """
    keepers_only(vault)
    must_be_whole(typed, vault.folder, code)
    if old:
        must_be_whole(old, vault.folder)
        vault.must_be_sheet(old)
    signing = _signing(vault, code, old)
    vault.replace_sheet(code, typed, signing)
    if signing is not None:
        with vault.unit("edit") as unit:
            unit.set(STATEMENTS, len(json.loads(signing.identity)))
    return Changed(frozenset({"slot"}), None)


def _signing(vault: Vault, code: str, old: str) -> SigningKey | None:
    key = vault.signing_key()
    if key is None:
        return None
    now = datetime.now(UTC).replace(microsecond=0)
    symbols, before = (read_code(one).decode("ascii") if one else "" for one in (code, old))
    statements = with_new_recovery(
        json.loads(key.identity), Signer(restored(key.private), key.certificate), symbols, before, now
    )
    return SigningKey(key.private, key.certificate, json.dumps(statements))
