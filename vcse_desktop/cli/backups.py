"""Commands about backups: make one, try one, bring one back, and let its right to sign hold again."""

from pathlib import Path

import click

from vcse_desktop.actions import backing, restoring
from vcse_desktop.cli.words import existing_vault, first_line, opened, passphrase, passphrase_option, say
from vcse_desktop.i18n import N_, ngettext, tr

MADE = N_("The backup is made and was checked: {file}")
COPIED = N_("The second place has a copy, too.")
WORKS = N_("The backup can be brought back. Its newest change is of {day}.")
BACK = N_("The records are back in {folder}. Nothing is signed until a keeper has typed the recovery code.")
ASIDE = N_("What was there before was put aside, whole, in {folder}.")
UNREAD = N_(
    "What was erased after this backup could not be read everywhere. Look through the list of erasures."
)
CONFIRMED = N_("The right to sign holds again.")

file_argument = click.argument("file", type=click.Path(path_type=Path))
code_option = click.option(
    "--code-file",
    type=click.Path(path_type=Path),
    help=N_("Use the recovery code of the day of the backup, from the first line of this file."),
)


def _secret(code_file: Path | None, passphrase_file: Path | None) -> restoring.Secret:
    if code_file is not None:
        return restoring.secret(first_line(code_file), sheet=True)
    return restoring.secret(passphrase(passphrase_file), sheet=False)


@click.command(help=N_("Make a backup now. It lies beside the vault, in its folder “backups”."))
@existing_vault
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help=N_("A folder elsewhere that gets a copy of each backup from now on, such as on a stick."),
)
@passphrase_option
def backup(vault: Path, to: Path | None, passphrase_file: Path | None) -> None:
    """Make a backup; ends with 3 when the second place did not get its copy."""
    with opened(vault, passphrase_file) as unlocked:
        if to is not None:
            backing.choose_place(str(to.absolute()))
        made = backing.back_up(unlocked)
    click.echo(tr(MADE, file=made.file))
    if made.copied:
        click.echo(tr(COPIED))
    if made.why is not None:
        raise made.why


@click.command(
    name="test-backup",
    help=N_(
        "Bring a backup back on trial, in a temporary folder, and compare it with what it says it holds."
    ),
)
@file_argument
@code_option
@passphrase_option
def try_backup(file: Path, code_file: Path | None, passphrase_file: Path | None) -> None:
    """Say how many records are in it; nothing of the trial is left."""
    trial = restoring.try_backup(file, _secret(code_file, passphrase_file))
    click.echo(ngettext("{n} record is in the backup.", "{n} records are in the backup.", trial.records))
    click.echo(tr(WORKS, day=trial.newest.isoformat()))


@click.command(help=N_("Bring a backup back into a folder. A vault that is there is put aside, not deleted."))
@file_argument
@existing_vault
@code_option
@passphrase_option
def restore(file: Path, vault: Path, code_file: Path | None, passphrase_file: Path | None) -> None:
    """Bring it back and say what became of what was there."""
    present = restoring.Present(vault.absolute())
    back = restoring.restore(file, _secret(code_file, passphrase_file), present)
    rests = back.vault.signing_rests
    back.vault.lock()
    click.echo(tr(BACK, folder=vault))
    if rests:
        click.echo(tr(restoring.FORGOTTEN_PACKS, day=back.made_at.astimezone().date().isoformat()))
    if back.aside is not None:
        click.echo(tr(ASIDE, folder=back.aside))
    if back.erased:
        click.echo(
            ngettext(
                "{n} erased record was erased again.", "{n} erased records were erased again.", back.erased
            )
        )
    if back.unread:
        say(UNREAD)


@click.command(
    name="confirm-signing",
    help=N_("Let a vault that came back from a backup sign packs again. Needs its recovery code."),
)
@existing_vault
@code_option
@passphrase_option
def confirm_signing(vault: Path, code_file: Path | None, passphrase_file: Path | None) -> None:
    """Confirm the right to sign."""
    with opened(vault, passphrase_file) as unlocked:
        code = first_line(code_file) if code_file else click.prompt(tr(N_("Recovery code")))
        restoring.confirm_signing(unlocked, code)
    click.echo(tr(CONFIRMED))


COMMANDS = (backup, try_backup, restore, confirm_signing)
