"""Commands about records: bring a spreadsheet in, find, take back."""

from collections.abc import Iterable
from pathlib import Path

import click

from vcse_desktop.actions import finding, importing, recording
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.cli.words import CANNOT, existing_vault, opened, passphrase_option, say
from vcse_desktop.exchange.mapping import CellProblem
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.catalogue import KINDS, PLACE, TABLES
from vcse_desktop.records.validation import show_problem

MOST_SHOWN = 20
NOTHING_FOUND = N_("Nothing was found. Try fewer words, or only the beginning of one.")
NOT_IMPORTED = N_(
    "Nothing was imported. Mend these cells and try again, or leave those rows out with --leave-out."
)
NO_ROW = N_("Nothing was imported: the file has no row that could be. Look at the file and try again.")
TAKEN_BACK = {
    "add": N_("Taken back: what was added."),
    "edit": N_("Taken back: a change to a record."),
    "remove": N_("Taken back: the removal of a record."),
    "import": N_("Taken back: an import."),
    "reply": N_("Taken back: the answers of a reply."),
}


def _columns(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in given]
    if not all(between and field and column for field, between, column in pairs):
        raise click.BadParameter(tr(N_("Write each as FIELD=COLUMN, such as date=When.")))
    columns = {field.strip(): column.strip() for field, _, column in pairs}
    if len(columns) < len(pairs):
        raise click.BadParameter(tr(N_("A field is named twice. Give each field one column.")))
    return columns


@click.command(
    name="import",
    help=N_(
        "Bring in the rows of a spreadsheet as records. One undo takes all of it back. "
        "A record that a column names, such as an activity, is found by its name or made."
    ),
)
@existing_vault
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", required=True, help=N_("What each row is, such as session, time_given or insight."))
@click.option(
    "--map",
    "columns",
    multiple=True,
    required=True,
    callback=_columns,
    metavar="FIELD=COLUMN",
    help=N_("Which column fills which field, such as date=When. Give it once for each field."),
)
@click.option("--dry-run", is_flag=True, help=N_("Only say what would be made."))
@click.option(
    "--leave-out", is_flag=True, help=N_("Import the good rows and leave out those with a problem.")
)
@passphrase_option
def import_command(  # noqa: PLR0913, PLR0917 - one argument for each word of the command
    vault: Path,
    file: Path,
    kind: str,
    columns: dict[str, str],
    dry_run: bool,
    leave_out: bool,
    passphrase_file: Path | None,
) -> None:
    """Show what an import would make, and make it when nothing is wrong or the person agreed."""
    with opened(vault, passphrase_file) as unlocked:
        prepared = importing.prepare(unlocked, file, kind, columns)
        _say_each(_sentence(problem) for problem in prepared.problems)
        if prepared.problems and not (leave_out or dry_run):
            say(NOT_IMPORTED)
            raise click.exceptions.Exit(CANNOT)
        _say_each(_kept(remark) for remark in prepared.remarks())
        _say_what(prepared)
        if dry_run:
            click.echo(tr(N_("Nothing was written: this was a dry run.")))
            return
        if importing.carry_out(unlocked, prepared, leave_out=leave_out).unit is None:
            say(NO_ROW)
            raise click.exceptions.Exit(CANNOT)
        click.echo(tr(N_("Imported. To take all of it back: vcse-desktop undo")))


def _say_each(sentences: Iterable[str]) -> None:
    """Say the first of many sentences, and how many more there are."""
    said = list(sentences)
    for sentence in said[:MOST_SHOWN]:
        click.echo(sentence)
    if (more := len(said) - MOST_SHOWN) > 0:
        click.echo(ngettext("And {n} more.", "And {n} more.", more))


def _say_what(prepared: importing.Prepared) -> None:
    rows = len(prepared.good())
    label = tr(TABLES[prepared.kind].label)
    click.echo(ngettext("{label}: {n} row.", "{label}: {n} rows.", rows, label=label))
    for kind, names in sorted(prepared.new_names().items()):
        named = tr(TABLES[kind].label)
        click.echo(ngettext("{label}: {n} new.", "{label}: {n} new.", len(names), label=named))


def _sentence(found: CellProblem) -> str:
    said = show_problem(found.problem)
    if not found.column:
        return tr(N_("Row {row}: {problem}"), row=found.row, problem=said)
    return tr(N_("Row {row}, column “{column}”: {problem}"), row=found.row, column=found.column, problem=said)


def _kept(remark: CellProblem) -> str:
    return tr(N_("{remark} It is kept as it stands."), remark=_sentence(remark))


@click.command(help=N_("Find records by any words in them."))
@existing_vault
@click.argument("words", nargs=-1, required=True)
@passphrase_option
def find(vault: Path, words: tuple[str, ...], passphrase_file: Path | None) -> None:
    """Print a line for each record found."""
    with opened(vault, passphrase_file) as unlocked:
        found = finding.find(unlocked, " ".join(words))
    for record in found:
        click.echo(f"{record.kind_label}\t{record.line}")
    if not found:
        say(NOTHING_FOUND)


@click.command(help=N_("Take back the last thing that was done. Undo again to go further back."))
@existing_vault
@passphrase_option
def undo(vault: Path, passphrase_file: Path | None) -> None:
    """Take back the newest unit of work."""
    with opened(vault, passphrase_file) as unlocked:
        newest, before = unlocked.last_unit(), _how_many(unlocked)
        left = recording.undo(unlocked)
        after = _how_many(unlocked)
    click.echo(tr(TAKEN_BACK.get(newest.why if newest else "", N_("Taken back."))))
    for kind, number in before.items():
        _say_difference(tr(TABLES[kind].label), after[kind] - number)
    if left:
        click.echo(
            ngettext(
                "{n} field was changed since and was left as it is.",
                "{n} fields were changed since and were left as they are.",
                len(left),
            )
        )


def _how_many(vault: Vault) -> dict[str, int]:
    return {kind: len(vault.rows(kind)) for kind in (*KINDS, PLACE.code)}


def _say_difference(label: str, more: int) -> None:
    if more < 0:
        click.echo(ngettext("{label}: {n} fewer.", "{label}: {n} fewer.", -more, label=label))
    if more > 0:
        click.echo(ngettext("{label}: {n} more.", "{label}: {n} more.", more, label=label))


COMMANDS = (import_command, find, undo)
