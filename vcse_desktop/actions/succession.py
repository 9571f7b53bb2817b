"""Another signing key, another name, or the end: each a new statement that partners can follow."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop import log
from vcse_desktop.actions import taking_back
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.gathering import NO_KEY, RESTS, STATEMENTS
from vcse_desktop.actions.recovery_sheet import TOO_MANY_SHEETS
from vcse_desktop.actions.signing import confirm
from vcse_desktop.actions.slips import must_be_whole
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.packs import certificate, p256
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cms import Signer
from vcse_desktop.packs.identity import CLOSED, MOST, Statements, has_closed, read_chain
from vcse_desktop.packs.keys import digits
from vcse_desktop.packs.succession import Change, is_sheet_of, succeeded
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.vault import SigningKey, Vault

KEY_CHANGED, KEY_STOLEN, KEY_LOST, RENAMED = "key_changed", "key_stolen", "key_lost", "renamed"
OTHER_SHEET = (
    N_("This sheet is not the one that your key names"),
    N_(
        "It opens the records, but partners know another sheet. Nothing was changed. Make a new recovery "
        "sheet first; then do this again with the new one."
    ),
)
NOT_THEIR_SHEET = (
    N_("This sheet does not belong to that pack"),
    N_(
        "The pack was signed by a group whose recovery sheet is another one. Nothing was changed. Compare "
        "the code with the old sheet, and choose a pack that your group signed last."
    ),
)
NOT_WHOLE = (
    N_("This is not a whole pack"),
    N_("Only a whole pack or notice shows which key came before. Nothing was changed. Choose another file."),
)
OTHERS_SENT = (
    N_("Packs were signed with the key of now"),
    N_(
        "These records have signed packs as somebody new already, so they cannot go on as the group of that "
        "pack. Nothing was changed. Begin new records, and do it there first."
    ),
)
HAS_CLOSED = (
    N_("Your group has said that it closed"),
    N_("Partners were told that nothing more is signed. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What partners meet from now on: the digits of the key, and the name under which it signs."""

    digits: str
    name: str
    changed: Changed


def change_key(vault: Vault, passphrase: str, sheet: str, *, stolen: bool = False) -> Renewed:
    """Make a new signing key, behind which the one of now and the recovery sheet stand.

    ``sheet`` is the code as it was typed. NotYours, NotAllowed or Refused: then nothing is changed.
    """
    key, symbols, now = begin(vault, passphrase, sheet)
    own = _new_signer(key.identity, now)
    change = Change(
        reason=KEY_STOLEN if stolen else KEY_CHANGED, own=own, before=_signer(key), symbols=symbols
    )
    return keep(vault, own, succeeded(json.loads(key.identity), change, now))


def rename(vault: Vault, passphrase: str, sheet: str, name: str, number: str) -> Renewed:
    """Sign under another name or number from now on, with the same key. As ``change_key``."""
    key, symbols, now = begin(vault, passphrase, sheet)
    change = Change(reason=RENAMED, own=_signer(key), symbols=symbols, name=name, number=number)
    statements = succeeded(json.loads(key.identity), change, now)
    return keep(vault, _certified(p256.restored(key.private), statements, now), statements)


def close(vault: Vault, passphrase: str, sheet: str) -> Renewed:
    """State that the group has closed: nothing but notices is signed any more. As ``change_key``."""
    key, symbols, now = begin(vault, passphrase, sheet)
    change = Change(reason=CLOSED, own=_signer(key), symbols=symbols)
    return keep(vault, _signer(key), succeeded(json.loads(key.identity), change, now))


def carry_on(vault: Vault, passphrase: str, sheet: str, old: str, file: Path) -> Renewed:
    """Go on as the group that signed a file and whose key is lost, by its ``old`` recovery sheet.

    ``sheet`` is that of these records; ``old`` is "" where it is the same. A new key is made, and the file is
    taken into the register. Partners compare the digits again. As ``change_key``.
    """
    key, symbols, now = begin(vault, passphrase, sheet, ours=False)
    before = _read(old, vault) if old.strip() else symbols
    statements, digest = _told_by(file)
    is_other = read_chain(json.loads(key.identity))[0].digest != read_chain(statements)[0].digest
    if is_other and vault.rows("sent"):
        raise Refused(*OTHERS_SENT)
    if not is_sheet_of(statements, before):
        raise Refused(*NOT_THEIR_SHEET)
    _must_have_room(statements)
    own = _new_signer(json.dumps(statements), now)
    change = Change(reason=KEY_LOST, own=own, symbols=symbols, old=before)
    done = keep(vault, own, succeeded(statements, change, now))
    if not vault.rows("sent", digest=digest):
        taking_back.take_back(vault, file)
    return done


def begin(
    vault: Vault, passphrase: str, sheet: str, *, ours: bool = True
) -> tuple[SigningKey, str, datetime]:
    """Return the key of now, the symbols of the sheet and the time, once everything was typed rightly.

    ``ours`` says that the sheet must be the one that the key names. NotYours, NotAllowed or Refused
    otherwise.
    """
    confirm(vault, passphrase)
    if vault.signing_rests:
        raise Refused(*RESTS)
    key = vault.signing_key()
    if key is None:
        raise Refused(*NO_KEY)
    statements = json.loads(key.identity)
    if ours and has_closed(read_chain(statements)):
        raise Refused(*HAS_CLOSED)
    symbols = _read(sheet, vault)
    vault.must_be_sheet(sheet)
    if ours and not is_sheet_of(statements, symbols):
        raise Refused(*OTHER_SHEET)
    _must_have_room(statements)
    return key, symbols, datetime.now(UTC).replace(microsecond=0)


def _must_have_room(statements: Statements) -> None:
    if len(statements) >= MOST:
        raise Refused(*TOO_MANY_SHEETS, n=MOST)


def _read(typed: str, vault: Vault) -> str:
    must_be_whole(typed, vault.folder)
    return read_code(typed).decode("ascii")


def _told_by(file: Path) -> tuple[Statements, str]:
    result = check(file)
    if result.verdict is not Verdict.UNKNOWN_SIGNER or "series" not in result.claims:
        raise Refused(*NOT_WHOLE)
    return list(result.claims["identity"]), result.digest


def _signer(key: SigningKey) -> Signer:
    return Signer(p256.restored(key.private), key.certificate)


def _new_signer(identity: str, now: datetime) -> Signer:
    return _certified(p256.new_key(), json.loads(identity), now)


def _certified(own: p256.PrivateKey, statements: Statements, now: datetime) -> Signer:
    """Return the key with a certificate in the name that the last statement has."""
    last = read_chain(statements)[-1]
    org = certificate.certificate_name(last.name)
    return Signer(own, certificate.issue(own, org, last.number, org, now))


def keep(vault: Vault, own: Signer, statements: Statements) -> Renewed:
    """Sign with this key under these statements from now on."""
    last = read_chain(statements)[-1]
    vault.keep_signing_key(SigningKey(p256.stored(own.key), own.certificate, json.dumps(statements)))
    with vault.unit("edit") as unit:
        unit.set(STATEMENTS, len(statements))
    log.event("identity_changed")
    return Renewed(digits(last.key), last.name, Changed(frozenset({"sent"}), None))
