"""The command for a report of exact figures, for the group's own use."""

from datetime import datetime
from pathlib import Path

import click

from vcse_desktop.actions.for_us import exact_report, save_ours
from vcse_desktop.actions.leaving import will_be_copied
from vcse_desktop.cli.leaving import COPIED
from vcse_desktop.cli.words import DAY, existing_vault, opened, passphrase_option, say
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr

READY = N_("The report is ready: {file}")
KEEP = N_(
    "It is for your own use: not for sharing. It is not encrypted, and the history notes that it was made."
)


@click.group(help=N_("Make a report of exact figures for your own use."))
def report() -> None:
    """Hold the commands about reports."""


@report.command(
    name="for-us",
    help=N_(
        "Write a report with exact figures, small ones too, for your own use: not for sharing. A keeper can "
        "do this. It is marked on every page, not signed, and never in a pack."
    ),
)
@existing_vault
@click.option("--from", "first", required=True, type=DAY, help=N_("The first day, such as 2024-01-01."))
@click.option("--to", "last", required=True, type=DAY, help=N_("The last day; it is inside."))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The file to write, ending in .pdf, or in .html for a page that a web browser shows."),
)
@passphrase_option
def for_us(vault: Path, first: datetime, last: datetime, out: Path, passphrase_file: Path | None) -> None:
    """Write the report and say where it is."""
    with opened(vault, passphrase_file) as unlocked:
        if will_be_copied(out.absolute().parent):
            say(COPIED)
        made = exact_report(unlocked, first.date(), last.date(), SOURCE_LANGUAGE)
        save_ours(unlocked, made, out.absolute())
    click.echo(tr(READY, file=out))
    click.echo(tr(KEEP))
