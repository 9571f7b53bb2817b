"""The certificate of an erasure: what was erased, when and by whom, and nothing about the person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions.backups_left import Backup
from vcse_desktop.actions.grouping import group_name
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.reports.blocks import Block, Facts, Heading, Items, Notice, Para, Row, Table, Text, Words
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.numbers import day, whole
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import completed
from vcse_desktop.store.forgetting import Erasure
from vcse_desktop.store.ident import symbols
from vcse_desktop.store.vault import Vault, people
from vcse_desktop.store.wholefile import write_whole

TITLE = N_("Certificate of erasure")
SAYS = N_(
    "The records listed here by their codes were erased from this vault: from the lists, the search and the "
    "history. They cannot be brought back. The certificate names nobody who was erased."
)
KEEP = N_("Keep this with your records of requests. It holds no personal data of the person.")
NO_BACKUPS = N_("No backup beside this vault still holds them.")
BACKUPS = N_("Backups beside this vault that may still hold them, and the day each is deleted:")
ELSEWHERE = N_("Copies that were taken elsewhere, on a stick or on another laptop, are not covered.")
BACKUP = N_("{name}: deleted on {day}")
OTHER = N_("Other")


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was erased: when (UTC), by whom, the code of each record by kind, and the backups that remain."""

    group: str
    at: datetime
    who: str
    records: Sequence[tuple[str, str]]
    backups: Sequence[Backup] = ()

    def counts(self) -> list[tuple[str, int]]:
        """Return how many records of each kind were erased."""
        return list(Counter(kind for kind, _ in self.records).items())


def certificate(vault: Vault, done: Sequence[Erasure], backups: Sequence[Backup]) -> Certificate:
    """Return the certificate of these erasures, which were done together."""
    labels = {int(one.slot): one.label for one in people(vault.folder)}
    records = [(_kind(table), symbols(row)) for one in done for table, row in one.rows]
    last = max(done, key=lambda one: one.at)
    at = datetime.fromisoformat(last.at).astimezone(UTC)
    return Certificate(group_name(vault), at, labels.get(last.member, ""), sorted(records), backups)


def _kind(table: str) -> str:
    return tr(TABLES[table].label) if table in TABLES else tr(OTHER)


def certificate_blocks(shown: Certificate, language: str) -> tuple[Block, ...]:
    """Return what stands on the certificate."""
    facts = [
        (tr(N_("Date")), day(shown.at.astimezone().date(), language)),
        (tr(N_("Time (UTC)")), shown.at.strftime("%H:%M")),
        (tr(N_("Erased by")), shown.who or tr(N_("whoever came in by the recovery sheet"))),
        (tr(N_("Records erased")), whole(len(shown.records), language)),
    ]
    rows = tuple(Row((_words(kind), _words(code))) for kind, code in shown.records)
    blocks: list[Block] = [
        *([Para((Words(shown.group),), "organisation")] if shown.group else []),
        Heading(1, tr(TITLE)),
        Para((Words(tr(SAYS)),)),
        Facts(tuple((name, _words(value)) for name, value in facts)),
        Heading(2, tr(N_("What was erased"))),
        Table(tr(N_("Records by their codes")), (tr(N_("Kind")), tr(N_("Code"))), rows, stub=1),
        Heading(2, tr(N_("Backups"))),
        Para((Words(tr(BACKUPS if shown.backups else NO_BACKUPS)),)),
    ]
    if shown.backups:
        lines = (tr(BACKUP, name=one.name, day=day(one.until, language)) for one in shown.backups)
        blocks.append(Items(tuple((Words(line),) for line in lines)))
    blocks += [Para((Words(tr(ELSEWHERE)),)), Notice(tr(KEEP))]
    return tuple(completed(blocks, language))


def _words(text: str) -> Text:
    return Text((Words(text),))


def save_certificate(shown: Certificate, file: Path, language: str) -> None:
    """Write the certificate as a PDF, or as plain text where the name ends in .txt."""
    if file.suffix.lower() == ".txt":
        write_whole(file, certificate_text(shown, language).encode("utf-8"))
        return
    letter = Letter(shown.group, tr(TITLE), "", shown.at, language)
    write_whole(file, pdf(certificate_blocks(shown, language), letter))


def certificate_text(shown: Certificate, language: str) -> str:
    """Return the certificate as plain text."""
    lines = []
    for block in certificate_blocks(shown, language):
        match block:
            case Heading():
                lines += ["", block.text, "-" * len(block.text)]
            case Para():
                lines.append("".join(run.text for run in block.runs))
            case Notice():
                lines += ["", block.text]
            case Items():
                lines += ["- " + "".join(run.text for run in item) for item in block.items]
            case Facts():
                lines += [f"{name}: {_said(value)}" for name, value in block.pairs]
            case Table():
                lines += ["  ".join(_said(cell) for cell in row.cells) for row in block.rows]
    return "\n".join(lines).strip() + "\n"


def _said(cell: object) -> str:
    return "".join(run.text for run in cell.runs) if isinstance(cell, Text) else ""
