"""Commands for a keeper who takes everything along: a folder with all of it, and the way back from one."""

from pathlib import Path

import click

from vcse_desktop.actions import coming_back, leaving
from vcse_desktop.cli.words import existing_vault, opened, passphrase_option, say
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, ngettext, tr

WRITTEN = N_("Everything is in {folder}. Begin with the file READ-ME-FIRST there.")
PERSONAL = N_(
    "It holds personal data and is not encrypted: keep it safe, and delete it when it is not needed."
)
COPIED = N_("A service such as OneDrive or Dropbox copies what lies there to other computers.")
BROUGHT = N_("Everything is in this vault now, under the codes that it had. The command undo takes it back.")
NOT_KNOWN = N_("What earlier packs said and hid is not known here.")


@click.command(
    name="leave-with-everything",
    help=N_(
        "Write everything into the new folder FOLDER, in open formats: tables, a workbook, attached files, "
        "history, and a page that explains them. It holds personal data and is not encrypted."
    ),
)
@existing_vault
@click.argument("folder", type=click.Path(path_type=Path))
@passphrase_option
def leave(vault: Path, folder: Path, passphrase_file: Path | None) -> None:
    """Write the folder and say where it is."""
    with opened(vault, passphrase_file) as unlocked:
        if leaving.will_be_copied(folder.absolute().parent):
            say(COPIED)
        left = leaving.leave_with_everything(unlocked, folder.absolute(), SOURCE_LANGUAGE)
    click.echo(ngettext("{n} record was written.", "{n} records were written.", left.records))
    click.echo(tr(WRITTEN, folder=folder))
    click.echo(tr(PERSONAL))


@click.command(
    name="bring-everything-in",
    help=N_(
        "Bring everything that such a folder holds into an empty vault. It is one step; undo takes it back."
    ),
)
@existing_vault
@click.argument("folder", type=click.Path(path_type=Path))
@passphrase_option
def bring(vault: Path, folder: Path, passphrase_file: Path | None) -> None:
    """Bring it in and say how much it was."""
    with opened(vault, passphrase_file) as unlocked:
        back = coming_back.bring_everything_in(unlocked, folder.absolute())
    click.echo(ngettext("{n} record was brought in.", "{n} records were brought in.", back.records))
    click.echo(tr(BROUGHT))
    say(NOT_KNOWN)


COMMANDS = (leave, bring)
