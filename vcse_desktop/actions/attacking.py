"""What somebody who has only the packs could work out about few people, from all their tables together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from vcse_desktop.actions.attack_words import Finding, Omitted, finding, omitted
from vcse_desktop.actions.checking import Checked, check_pack
from vcse_desktop.actions.weighing import Cancelled, Progress, Stopped
from vcse_desktop.disclosure.attack import attack
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.printed import Printed
from vcse_desktop.disclosure.process import Unfinished, Worker
from vcse_desktop.errors import Refused
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import TableKind
from vcse_desktop.i18n import N_
from vcse_desktop.packs.identity import read_chain
from vcse_desktop.packs.open_tables import OpenTables, read_tables
from vcse_desktop.packs.verdicts import Verdict

SECONDS = 600
"""As long as this it may take; then what was found until then is told."""
_STRICTEST = 1_000  # no rule hides or rounds more than this
NO_TABLES = (
    N_("There are no numbers in it"),
    N_("“{name}” is a signed file without tables. Nothing was looked at. Leave it out and try again."),
)


@dataclass(frozen=True, slots=True)
class Attacked:
    """``refused`` are files that are no whole packs: then nothing was looked at. Else what was found.

    ``omitted`` says what was not looked at, ``numbers`` how many were.
    """

    refused: tuple[Checked, ...] = ()
    found: tuple[Finding, ...] = ()
    omitted: tuple[Omitted, ...] = ()
    numbers: int = 0

    def told(self) -> list[Finding | Omitted]:
        """Return what was found, then what was left out."""
        return [*self.found, *self.omitted]


@dataclass(frozen=True, slots=True)
class _Pack:
    file: Path
    digest: str
    issuer: str
    issued: str
    policy: Policy
    zeros: bool
    tables: OpenTables


def audit_packs(
    files: Sequence[Path],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    seconds: float = SECONDS,
    kinds: Mapping[str, TableKind] = TABLES,
) -> Attacked:
    """Check these packs, then look for what their published tables give away, all of one signer's together.

    No vault is needed. Refused for a signed file without tables, Stopped when ``cancelled`` says so.
    """
    told, asked = _stopping(progress, cancelled), _stopping(None, cancelled)
    read = []
    for place, file in enumerate(files):
        asked(place, len(files))
        read.append(_read(file, kinds))
    refused = tuple(one for one in read if isinstance(one, Checked))
    if refused:
        return Attacked(refused)
    packs = sorted((one for one in read if isinstance(one, _Pack)), key=lambda one: (one.issued, one.digest))
    packs = list({one.digest: one for one in packs}.values())
    found: list[Finding] = []
    left = [one for pack in packs for one in _unread(pack)]
    tables = [list(_printed(pack, place, kinds)) for place, pack in enumerate(packs)]
    places = [pack.file for pack in packs]
    try:
        with Worker(seconds=seconds, cancelled=cancelled) as worker:
            for issuer in dict.fromkeys(pack.issuer for pack in packs):
                mine = [
                    t for pack, some in zip(packs, tables, strict=True) if pack.issuer == issuer for t in some
                ]
                seen = attack(mine, kinds.values(), worker, told)
                found += [finding(one, places) for one in seen.found]
                left += [omitted(one, places) for one in seen.left]
    except Unfinished:
        raise Stopped from None
    return Attacked((), tuple(found), tuple(left), sum(len(t.cells) for some in tables for t in some))


def _stopping(progress: Progress | None, cancelled: Cancelled | None) -> Progress:
    """Return what is told of every step, and ends it when somebody pressed Stop."""

    def told(done: int, of: int) -> None:
        if cancelled and cancelled():
            raise Stopped
        if progress:
            progress(done, of)

    return told


def _read(file: Path, kinds: Mapping[str, TableKind]) -> "Checked | _Pack":
    """Check a file and return its tables, from the very bytes that were checked; or what is wrong with it."""
    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as temporary:
        checked = check_pack(file, keep=Path(temporary) / "kept")
        result = checked.result
        if checked.fault or not (result.is_trusted or result.verdict >= Verdict.UNKNOWN_SIGNER):
            return checked
        if result.kind != "pack" or result.kept is None:
            raise Refused(*NO_TABLES, name=file.name)
        rule = result.claims["disclosure"]
        return _Pack(
            file=file,
            digest=result.digest,
            issuer=read_chain(result.claims["identity"])[0].digest,
            issued=result.issued,
            policy=Policy(rule["policy"], rule["threshold"], rule["round_base"]),
            zeros=rule["zeros"] == "shown",
            tables=read_tables(result.kept, result.pack, kinds),
        )


def _fits(policy: Policy) -> bool:
    return max(policy.threshold, policy.round_base) <= _STRICTEST


def _printed(pack: _Pack, place: int, kinds: Mapping[str, TableKind]) -> Iterator[Printed]:
    for (table, start, end), cells in pack.tables.cells.items() if _fits(pack.policy) else ():
        bands = pack.tables.bands[table]
        yield Printed(place, kinds[table], start, end, pack.policy, cells, pack.zeros, bands)


def _unread(pack: _Pack) -> Iterator[Omitted]:
    """Yield what of a pack could not be read."""
    if not _fits(pack.policy):
        yield Omitted("rule", (pack.file,))
    for name in pack.tables.unknown:
        yield Omitted("unknown_table", (pack.file,), name)
    for name, rows in pack.tables.odd.items():
        yield Omitted("odd_rows", (pack.file,), name, rows)
    for name in pack.tables.too_long:
        yield Omitted("too_long", (pack.file,), name)
