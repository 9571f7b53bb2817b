"""The report for the group's own use: exact figures, made for a keeper, noted in the history, in no pack."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from vcse_desktop import log
from vcse_desktop.actions.counted import Place, behind, large, place
from vcse_desktop.actions.entries import Entry
from vcse_desktop.actions.folders import safe_name
from vcse_desktop.actions.gathering import THERE_IS_ONE, days_of
from vcse_desktop.actions.grouping import group_name, group_setting
from vcse_desktop.actions.lives_here import for_report
from vcse_desktop.actions.open_kept import deprivation
from vcse_desktop.actions.own_pages import INTRODUCTION, NOTES, section_notes
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.signing import must_be_keeper
from vcse_desktop.actions.weighing import Cancelled, Progress, Stopped
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.actions.written import About, written
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import Records, gather
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Table
from vcse_desktop.reports.exact import OwnInput, exact
from vcse_desktop.reports.numbers import direction
from vcse_desktop.reports.own import MARK, own_blocks, own_html, own_pdf
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import replace_file, write_whole

__all__ = ["MARK", "Ours", "exact_report", "proposed_name", "save_ours"]

NAME = N_("For our own use {first} to {last}")
NOTED, WHY = "made_for_us", "ours"
"""The setting that says which was made last, and why its unit was done; the history has them all."""
STEPS = 3
PDF, PAGE = ".pdf", ".html"
KEEPERS_ONLY = (
    N_("A keeper can do this"),
    N_(
        "This report has exact figures, also of very few people, so only a keeper may make it. "
        "Nothing was made. Ask a keeper of your group."
    ),
)


@dataclass(frozen=True, slots=True)
class Ours:
    """A report with exact figures, not written anywhere yet, and what was counted for it."""

    told: OwnInput
    blocks: tuple[Block, ...]
    _true: tuple[FigureTable, ...] = ()
    _records: Records = field(default_factory=Records, repr=False)

    def behind(self, block: Table, row: int, column: int) -> Sequence[Entry]:
        """Return the records that a number of a table counts; none where the place names the row."""
        return self._behind(place(self.told.tables, block, row, column))

    def behind_figure(self, name: str) -> Sequence[Entry]:
        """Return the records that a large number counts, by its name."""
        return self._behind(large(self.told.tables, name))

    def _behind(self, found: Place | None) -> Sequence[Entry]:
        if found is None:
            return ()
        table, measure, codes = found
        return behind(self._records, [one for one in self._true if one.kind.id == table], measure, codes)


def exact_report(  # noqa: PLR0913, PLR0917 - what it is about, and how they are kept informed
    vault: Vault,
    first: date,
    last: date,
    language: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Ours:
    """Return the report about these days (both inside), in the language that is set, whose code is given.

    Refused to anybody but a keeper, and for days that are none; Stopped when ``cancelled`` says so.
    """
    must_be_keeper(vault, KEEPERS_ONLY)
    period = days_of(first, last)
    records, lists = gather(vault), group_lists(vault)
    _go_on(1, progress, cancelled)
    true = figure_tables(records, period, lists=lists, areas=deprivation(vault))
    tables = [exact(table) for table in true]
    _go_on(2, progress, cancelled)
    settings = {name: group_setting(vault, name) for name in (INTRODUCTION, *NOTES.values())}
    told = OwnInput(
        organisation=group_name(vault),
        period=period,
        issued=datetime.now(UTC).replace(microsecond=0),
        language=language,
        tables={table.kind.id: table for table in tables if table.rows},
        written=tuple(written(records, lists, About(period, language, shared=False))),
        introduction=str(settings[INTRODUCTION]),
        section_notes=section_notes(settings),
        lives_here=for_report(vault, lists),
    )
    made = Ours(told, own_blocks(told), tuple(true), records)
    _go_on(STEPS, progress, cancelled)
    return made


def proposed_name(first: date, last: date, language: str) -> str:
    """Return a name for the file: what it is and the days, and nobody's name.

    A page for a web browser where the letters of a PDF are not those of the language.
    """
    name = safe_name(tr(NAME, first=first.isoformat(), last=last.isoformat()))
    return name + (PAGE if direction(language) == "rtl" else PDF)


def save_ours(vault: Vault, ours: Ours, file: Path, cancelled: Cancelled | None = None) -> None:
    """Write the report as a PDF, or as a web page where the name ends in .html, and note that it was made.

    It is noted before the file has its name, so none is made without a note. Refused to anybody but a keeper
    and when there is a file of that name; DiskFull or CannotWrite; Stopped. Then there is no file.
    """
    must_be_keeper(vault, KEEPERS_ONLY)
    with files_at_fault():
        if file.exists():
            raise Refused(*THERE_IS_ONE, name=file.name)
    made = (own_html if file.suffix.lower() == PAGE else own_pdf)(ours.blocks, ours.told)
    if cancelled and cancelled():
        raise Stopped
    beside = file.with_name(f".{file.name[:40]}.part")
    try:
        write_whole(beside, made.content)
        _note(vault, ours.told)
        with files_at_fault():
            replace_file(beside, file)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    log.event("made_for_us")


def _note(vault: Vault, told: OwnInput) -> None:
    """Note in the history that a report was made, about which days; the number makes each one a change."""
    before = vault.setting(NOTED)
    number = before.get("number", 0) if isinstance(before, Mapping) else 0
    said = {
        "number": number + 1 if type(number) is int else 1,
        "on": today().isoformat(),
        "from": told.period.start.isoformat(),
        "to": told.period.end.isoformat(),
    }
    with vault.unit(WHY) as unit:
        unit.set(NOTED, said)


def _go_on(done: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
    if cancelled and cancelled():
        raise Stopped
    if progress:
        progress(done, STEPS)
