"""Packs of ours that this vault does not remember: found when a file is checked, and taken in again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from vcse_desktop.actions.asks import asks_again, keep_asks
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure.ledger import Leaving
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.printed import Printed
from vcse_desktop.errors import Refused
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.open_tables import OpenTables, read_tables
from vcse_desktop.packs.result import Result
from vcse_desktop.packs.sent import forgotten_before, sent_row
from vcse_desktop.packs.verdicts import Verdict
from vcse_desktop.store.vault import Vault

NOT_OURS = (
    N_("This is not a whole pack of yours"),
    N_(
        "Only a whole pack that was signed with this group's own key can be taken into the register. "
        "Nothing was changed. Choose another file."
    ),
)
THERE_ALREADY = (
    N_("This pack is in the register"),
    N_("This vault remembers sending it. Nothing was changed, and there is nothing to do."),
)
TAKEN = N_(
    "The pack for {audience} is in the register now, and later packs are checked against it. Who was counted "
    "in it cannot be read there, so other numbers about people of those days no longer leave."
)
UNREAD = N_(
    "Not all of its tables could be read by this version of the program: {names}. Tell nobody other numbers "
    "of those days, and check again with the newest version."
)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken in: for whom the pack was, and the names of tables that could not be read.

    ``missing`` is how many packs of ours the register knows of that it does not hold.
    """

    audience: str
    unread: tuple[str, ...]
    missing: int
    changed: Changed

    def sentences(self, audience: str = "") -> list[str]:
        """Return what was done, and what is still to do; ``audience`` as it is to stand there."""
        said = [tr(TAKEN, audience=audience or self.audience)]
        if self.unread:
            said.append(tr(UNREAD, names=", ".join(self.unread)))
        return said + missing_words(self.missing)


def is_ours(vault: Vault, result: Result) -> bool:
    """Say whether a file is whole and signed as the group of this vault signs."""
    said = vault.identity
    ours = read_chain(json.loads(said)) if said else ()
    if result.is_report and result.verdict is Verdict.UNKNOWN_SIGNER:
        return result.keys[0] in {one.key for one in ours}
    if not result.claims or not (result.is_trusted or result.verdict >= Verdict.UNKNOWN_SIGNER):
        return False
    theirs = read_chain(result.claims["identity"])
    both = min(len(ours), len(theirs))
    return both > 0 and [one.digest for one in ours[:both]] == [one.digest for one in theirs[:both]]


def is_forgotten(vault: Vault, result: Result) -> bool:
    """Say whether this is a pack or notice of ours that this vault does not remember sending."""
    known = "series" in result.claims and not vault.rows("sent", digest=result.digest)
    return known and is_ours(vault, result)


def missing(vault: Vault) -> int:
    """Return how many packs of ours others name that this vault does not remember."""
    return len(forgotten_before(vault.rows("sent")))


def missing_words(number: int) -> list[str]:
    """Return what to do about so many; none when there are none."""
    if not number:
        return []
    return [
        ngettext(
            "{n} more pack was sent that this vault does not remember. Find its file, check it too.",
            "{n} more packs were sent that this vault does not remember. Find their files, check them too.",
            number,
        )
    ]


def take_back(vault: Vault, file: Path) -> TakenBack:
    """Check a pack of ours once more and take what it tells into the register and the ledger, for good.

    NotAllowed unless a keeper is in; Refused when it is not ours or is remembered already, WorldError when
    it cannot be read. Nothing takes it out again: what was sent stays sent.
    """
    keepers_only(vault)
    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as temporary:
        result = check(file, keep=Path(temporary) / "kept")
        if "series" not in result.claims or result.kept is None or not is_ours(vault, result):
            raise Refused(*NOT_OURS)
        if vault.rows("sent", digest=result.digest):
            raise Refused(*THERE_ALREADY)
        tables = read_tables(result.kept, result.pack, TABLES)
    claims = result.claims
    audience = "; ".join(str(party["name"]) for party in claims["audience"])
    with vault.unit("pack") as unit:
        unit.save("sent", None, sent_row(claims, result.digest, ""))
        keep_asks(unit, result.digest, asks_again(vault, claims))
        if result.kind == "pack":
            read = list(_printed(claims["disclosure"], tables))
            rule = str(claims["disclosure"]["policy"])
            leaving = Leaving(result.pack, result.digest, audience, result.issued, 0)
            ledger.take_in(unit, leaving, read, rule)
    unread = (*tables.unknown, *tables.odd, *tables.too_long)
    return TakenBack(audience, unread, missing(vault), Changed(frozenset({"sent"}), None))


def _printed(rule: Mapping[str, object], tables: OpenTables) -> Iterator[Printed]:
    policy = Policy(str(rule["policy"]), int(str(rule["threshold"])), int(str(rule["round_base"])))
    for (table, start, end), cells in tables.cells.items():
        yield Printed(0, TABLES[table], start, end, policy, cells, zeros=rule["zeros"] == "shown")
