"""The payload of a pack: made of an audited plan, and of nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.plan import Plan, ProtectedTable
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.packs.datapackage import datapackage
from vcse_desktop.packs.tables import by_file, quotes_csv, table_csv

PACKAGE, QUOTES_FILE = "data/datapackage.json", "data/quotes.csv"


class NotAudited(Refused):
    """Nobody has shown that these very numbers keep every small group open."""

    def __init__(self) -> None:
        super().__init__(
            N_("These numbers were not found safe to share"),
            N_("The check for small groups did not pass, or the numbers changed since. Nothing was made."),
        )


@dataclass(frozen=True, slots=True)
class Words:
    """What is not a number: the title, reports by payload name, quotes, and words for themes by code."""

    title: str
    reports: Mapping[str, bytes]
    quotes: Sequence[Quote] = ()
    themes: Mapping[str, str] = field(default_factory=dict)


def tables_of(plan: Plan, audit: AuditReport, issuer: str, pack: str) -> dict[str, bytes]:
    """Return the files of the tables by payload name. NotAudited unless this audit is of this plan, and good,
    and every table is a protected one.

    ``issuer`` is the organisation's number, or its key id if it has none. Refused for a label that a
    spreadsheet would run.
    """
    protected = all(isinstance(table, ProtectedTable) for table in plan.tables)
    if not (audit.ok and audit.plan == plan.digest and protected):
        raise NotAudited
    return {path: table_csv(tables, issuer, pack) for path, tables in by_file(plan).items()}


def pack_payload(plan: Plan, audit: AuditReport, words: Words, issuer: str, pack: str) -> dict[str, bytes]:
    """Return every payload file of a pack by its name; raises as ``tables_of``.

    ``words.reports`` holds at least ``data/report.pdf``; ``pack`` is the id of the pack.
    """
    payload = {**words.reports, **tables_of(plan, audit, issuer, pack)}
    if words.quotes:
        payload[QUOTES_FILE] = quotes_csv(words.quotes, pack, words.themes)
    return payload | {PACKAGE: datapackage(pack, words.title, payload, by_file(plan))}
