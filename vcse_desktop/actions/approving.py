"""Who signs together with the group: a key of their own, its card, and the statement that appoints them."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vcse_desktop.actions import succession
from vcse_desktop.actions.grouping import group_name
from vcse_desktop.actions.signer_card import certificate_text
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.succession import Renewed
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.packs import canonical, certificate, p256
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.keys import digits, key_id
from vcse_desktop.packs.layout import MOST_SIGNATURES
from vcse_desktop.packs.succession import Change, succeeded
from vcse_desktop.store import own_key
from vcse_desktop.store.passphrase import Kdf
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

KEPT = "approver_key."
"""How the names of settings begin that hold a key of somebody's own, shut; the key's id follows."""
LONGEST_LABEL, LONGEST_CARD = 64, 64 << 10
NO_LABEL = (
    N_("Say who signs with this key"),
    N_("Write a role, such as Chair of trustees, in at most 64 letters. Nothing was made."),
)
NO_CARD = (
    N_("This is no card of a key"),
    N_("Choose the file that ends in .pem and was saved as the card of somebody's key. Nothing was changed."),
)
OTHER_DIGITS = (
    N_("The digits are not the same"),
    N_("The card of “{label}” has {digits}. Nothing was changed. Ask them for their card again."),
)
TOO_FEW = (
    N_("So many cannot sign"),
    N_("At least one signature is needed, and not more than there are people who may sign."),
)


@dataclass(frozen=True, slots=True)
class Approver:
    """Somebody with a key of their own, by their role: ``certificate`` is what their card holds."""

    key: str
    label: str
    certificate: bytes

    @property
    def digits(self) -> str:
        """The six groups of five of the key."""
        return digits(self.key)


def make_own_key(vault: Vault, label: str, secret: str, kdf: Kdf | None = None) -> Approver:
    """Make a key that opens with a passphrase of its owner's own alone, and keep it in this vault.

    NotAllowed unless a keeper is in; Refused for a label or a passphrase that cannot be used.
    """
    keepers_only(vault)
    role = " ".join(canonical.clean(label).split())
    if not 0 < len(role) <= LONGEST_LABEL:
        raise Refused(*NO_LABEL)
    key, now = p256.new_key(), datetime.now(UTC).replace(microsecond=0)
    statements = json.loads(vault.identity or "[]")
    ours = read_chain(statements)[-1] if statements else None
    org = certificate.certificate_name(ours.name if ours else group_name(vault))
    made = certificate.issue(key, org, ours.number if ours else "", role, now)
    ident = key_id(p256.point(key))
    shut = own_key.shut(p256.stored(key), secret, {"key": ident, "label": role}, kdf)
    said = {"label": role, "certificate": base64.b64encode(made).decode("ascii"), "shut": shut}
    with vault.unit("edit") as unit:
        unit.set(f"{KEPT}{ident}", said)
    return Approver(ident, role, made)


def own_keys(vault: Vault, keys: Sequence[str]) -> list[Approver]:
    """Return which of these keys (ids) are kept here as somebody's own."""
    found = []
    for key in keys:
        said: Any = vault.setting(f"{KEPT}{key}")
        if isinstance(said, Mapping):
            found.append(Approver(key, str(said["label"]), base64.b64decode(said["certificate"])))
    return found


def own_signer(vault: Vault, key: str, secret: str) -> Signer:
    """Return who signs with a key of their own; WrongKeyOrDamaged when the passphrase is another."""
    said: Any = vault.setting(f"{KEPT}{key}")
    private = own_key.opened(said["shut"], secret, {"key": key, "label": said["label"]})
    return Signer(p256.restored(private), base64.b64decode(said["certificate"]))


def save_own_card(one: Approver, file: Path) -> None:
    """Write the card of somebody's own key, for whoever appoints them: the certificate as text."""
    write_whole(file, certificate_text(one.certificate))


def read_card(file: Path) -> Approver:
    """Return whose card this is; Refused when it is none, WorldError when it cannot be read."""
    try:
        with file.open("rb") as stream:
            lines = stream.read(LONGEST_CARD).decode("ascii").split("-----")
        found = certificate.read(base64.b64decode("".join(lines[2].split()), validate=True))
    except OSError:
        raise WorldError(*NO_CARD) from None
    except (IndexError, ValueError, binascii.Error, Broken):
        raise Refused(*NO_CARD) from None
    return Approver(found.key, found.label, found.data)


def appoint(
    vault: Vault, passphrase: str, sheet: str, compared: Sequence[tuple[Approver, str]], need: int
) -> Renewed:
    """State who signs together with the group, each with the digits that somebody heard, and how many must.

    The group's own signature counts: ``need`` 2 means one more. None at all with ``need`` 1 ends it.
    NotYours, NotAllowed or Refused: then nothing is changed.
    """
    for one, heard in compared:
        if "".join(filter(str.isdigit, heard)) != "".join(one.digits.split()):
            raise Refused(*OTHER_DIGITS, label=one.label, digits=one.digits)
    if not 1 <= need <= min(1 + len(compared), MOST_SIGNATURES) or len(compared) >= MOST_SIGNATURES:
        raise Refused(*TOO_FEW)
    key, symbols, now = succession.begin(vault, passphrase, sheet)
    own = Signer(p256.restored(key.private), key.certificate)
    approvers = {one.key: one.label for one, _ in compared}
    change = Change(reason="approvers_changed", own=own, symbols=symbols, approvers=approvers, need=need)
    return succession.keep(vault, own, succeeded(json.loads(key.identity), change, now))


def appointed(vault: Vault) -> tuple[Mapping[str, str], int]:
    """Return who signs together with the group, by key, and how many signatures are needed."""
    statements = json.loads(vault.identity or "[]")
    if not statements:
        return {}, 1
    last = read_chain(statements)[-1]
    return last.approvers, last.need
