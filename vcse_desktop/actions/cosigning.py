"""The second signature under a document: by somebody with a key of their own, here or on another computer."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions.approving import Approver, own_keys, own_signer
from vcse_desktop.actions.gathering import must_be_free
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.packs import cms
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.cosigning import taken_apart, with_signature
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.layout import SIGNATURE_LIMIT
from vcse_desktop.packs.making import Built, place_of, write_pack
from vcse_desktop.packs.memory import load
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.errors import WrongKeyOrDamaged, files_at_fault
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

SIGNATURE = ".p7s"
NOT_UNFINISHED = (
    N_("There is nothing to sign here"),
    N_("Only a whole file that waits for another signature can be signed. Nothing was made."),
)
NOT_ASKED = (
    N_("This key is not asked to sign"),
    N_("The file names who may sign, and this key is not among them, or has signed. Nothing was made."),
)
NOT_KNOWN = (
    N_("Compare the digits of the group first"),
    N_(
        "You are asked to sign for {name}, whose digits were never compared here, or not since their key was "
        "changed. Nothing was made. Compare them, then sign."
    ),
)
NOT_THEIRS = (
    N_("This is not the passphrase of that key"),
    N_("It is the passphrase that its owner chose when the key was made. Nothing was signed. Type it again."),
)
NO_SIGNATURE = (
    N_("This signature does not belong to that file"),
    N_("It is damaged, or of another file, or nobody asked for it. Nothing was made. Ask for it again."),
)


class NotTheirs(Refused):
    """The passphrase is not that of the key, so nothing was signed."""

    def __init__(self) -> None:
        super().__init__(*NOT_THEIRS)


@dataclass(frozen=True, slots=True)
class Cosigned:
    """What was written, and how many signatures are still missing: 0 means that it is finished."""

    file: Path
    missing: int


def may_sign(vault: Vault, result: Result) -> list[Approver]:
    """Return which keys that are kept here may sign a checked file, and have not yet."""
    if result.verdict is not Verdict.UNFINISHED or not result.claims:
        return []
    return own_keys(vault, [key for key in result.claims["sign_off"]["keys"] if key not in result.keys])


def is_known(vault: Vault, result: Result) -> bool:
    """Say whether a file is of this group, or of one whose digits were compared, under the key of now."""
    chain = read_chain(result.claims["identity"])
    known = load(vault).signers.get(chain[0].digest)
    said = tuple(link.digest for link in chain)
    ours = tuple(link.digest for link in read_chain(json.loads(vault.identity or "[]")))
    return said == ours or (known is not None and known.statements == said)


def cosign(vault: Vault, file: Path, key: str, secret: str, out: Path) -> Cosigned:
    """Sign a file that waits for it, with a key kept here and its owner's own passphrase.

    ``out`` gets the file with the signature in it, or the signature alone where it ends in .p7s, to be handed
    back. NotTheirs or Refused, WorldError when a file cannot be read or written: then nothing is made.
    """
    must_be_free(out)
    result = check(file)
    if result.verdict is not Verdict.UNFINISHED:
        raise Refused(*NOT_UNFINISHED)
    if key not in [one.key for one in may_sign(vault, result)]:
        raise Refused(*NOT_ASKED)
    if not is_known(vault, result):
        raise Refused(*NOT_KNOWN, name=result.name)
    try:
        signer = own_signer(vault, key, secret)
    except WrongKeyOrDamaged:
        raise NotTheirs from None
    frozen, signatures = taken_apart(file)
    if frozen.digest != result.digest:
        raise Refused(*NOT_UNFINISHED)
    now = max(datetime.now(UTC).replace(microsecond=0), frozen.issued)
    more = cms.sign(signer.key, signer.certificate, frozen.first, now)
    missing = result.needed - len(signatures) - 1
    if out.suffix.lower() == SIGNATURE:
        write_whole(out, more)
        return Cosigned(out, missing)
    built = with_signature(frozen, signatures, more, result.claims["sign_off"]["keys"])
    return _written(out, built, result, missing)


def put_in(file: Path, signature: Path, out: Path) -> Cosigned:
    """Put a signature that came back by itself into the file that it belongs to. As ``cosign``."""
    must_be_free(out)
    result = check(file)
    if result.verdict is not Verdict.UNFINISHED:
        raise Refused(*NOT_UNFINISHED)
    frozen, signatures = taken_apart(file)
    with files_at_fault(), signature.open("rb") as stream:
        more = stream.read(SIGNATURE_LIMIT + 1)
    try:
        built = with_signature(frozen, signatures, more, result.claims["sign_off"]["keys"])
    except (Broken, ValueError):
        raise Refused(*NO_SIGNATURE) from None
    return _written(out, built, result, result.needed - len(signatures) - 1)


def _written(out: Path, built: Built, result: Result, missing: int) -> Cosigned:
    place = place_of(out, result.claims) if missing > 0 else out
    must_be_free(place)
    write_pack(place, built)
    return Cosigned(place, max(missing, 0))
