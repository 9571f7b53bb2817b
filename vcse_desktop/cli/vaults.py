"""Commands about a vault as a whole: make one, rehearse its recovery, look round, check that it is whole."""

from datetime import datetime
from pathlib import Path

import click

from vcse_desktop.actions import demonstrating, example, keeping, unlocking
from vcse_desktop.cli.words import (
    DAY,
    existing_vault,
    first_line,
    opened,
    passphrase,
    passphrase_option,
    show,
)
from vcse_desktop.i18n import N_, tr

WRITE_IT_DOWN = N_("Your recovery code. Write it on paper now; it is not shown again:")
THEN_REHEARSE = N_("Before the first pack, type it back from the paper: vcse-desktop rehearse")
REHEARSED = N_(
    "The recovery code is right: it opens this vault. Keep the paper safe, away from the computer."
)
EXAMPLE_MADE = N_("The example organisation is ready in {folder}. Nobody in it is real.")
WHOLE = N_("The vault is whole.")
NOT_WHOLE = N_("The vault needs attention. Do not write to it; keep a copy of the whole folder first.")


@click.command(help=N_("Make a new vault. It is a folder that holds all that your group records, encrypted."))
@existing_vault
@click.option("--organisation", required=True, help=N_("The name of your group, as people know it."))
@click.option(
    "--number",
    default="",
    help=N_("Its number, if it has one: GB-CHC- and a charity number, such as GB-CHC-1234567."),
)
@passphrase_option
def new(vault: Path, organisation: str, number: str, passphrase_file: Path | None) -> None:
    """Make a vault and show its recovery code once."""
    made, code = unlocking.new_vault(
        vault, organisation, passphrase(passphrase_file, twice=True), number=number
    )
    with made:
        try:
            click.echo(tr(WRITE_IT_DOWN), err=True)
            show(code)
        except BaseException:
            unlocking.discard(made)
            raise
    click.echo(tr(THEN_REHEARSE), err=True)


@click.command(
    help=N_("Type the recovery code back from paper. You need to have done so before the first pack.")
)
@existing_vault
@click.option(
    "--code-file",
    type=click.Path(path_type=Path),
    help=N_("Read the recovery code from this file, instead of asking."),
)
@passphrase_option
def rehearse(vault: Path, code_file: Path | None, passphrase_file: Path | None) -> None:
    """Open the recovery slot for real."""
    with opened(vault, passphrase_file) as unlocked:
        unlocking.rehearse(
            unlocked, first_line(code_file) if code_file else click.prompt(tr(N_("Recovery code")))
        )
    click.echo(tr(REHEARSED))


@click.command(
    name="example", help=N_("Make an example organisation to look round in. It is a vault of its own.")
)
@existing_vault
@click.option("--until", type=DAY, help=N_("The day on which its two years end; today when left out."))
@passphrase_option
def example_command(vault: Path, until: datetime | None, passphrase_file: Path | None) -> None:
    """Make the example organisation: the same records for the same day."""
    secret = passphrase(passphrase_file, twice=True)
    with example.make_example(vault, secret, until=until.date() if until else None):
        pass
    click.echo(tr(EXAMPLE_MADE, folder=vault))


@click.command(
    help=N_("Check that a vault is whole. Looks at the file, the history, the records and the search.")
)
@existing_vault
@passphrase_option
def doctor(vault: Path, passphrase_file: Path | None) -> None:
    """Say what is wrong, or that nothing is; ends with 3 when something is."""
    with opened(vault, passphrase_file) as unlocked:
        found = keeping.doctor(unlocked)
    for sentence in found:
        click.echo(sentence)
    click.echo(tr(NOT_WHOLE if found else WHOLE))
    if found:
        raise click.exceptions.Exit(3)


@click.command(
    hidden=True, help=N_("Make the example's pack in this folder and check it as a partner would.")
)
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def demonstrate(folder: Path | None) -> None:
    """Go the whole way once, without a display."""
    shown = demonstrating.demonstrate(folder)
    click.echo(tr(N_("The example's pack: {file}"), file=shown.pack))
    click.echo(tr(N_("Checked in a partner's vault: {verdict}. {sentence}"), **shown.said()))
    raise click.exceptions.Exit(shown.checked.code)


COMMANDS = (new, rehearse, example_command, doctor, demonstrate)
