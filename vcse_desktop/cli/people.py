"""Commands about who may open a vault: list, add, take out, another sheet, another key."""

from pathlib import Path

import click

from vcse_desktop.actions import holding, recovery_sheet
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.cli.words import existing_vault, first_line, opened, passphrase_option, show
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

ROLES = {"helper": N_("helper"), "member": N_("member"), "keeper": N_("keeper")}
LINE = N_("{name}: {role}, since {day}")
THEIR_OWN = N_("Passphrase of {name}, whom you let type it")
ADDED = N_("{name} can open this from now on. Nobody can reset their passphrase but the recovery sheet.")
OUT = N_("{name} cannot open this any more, and the vault has a new key.")
OUT_OLD_KEY = N_("{name} cannot open this any more. The key is the same as before.")
NEW_KEY = N_("The vault has a new key. All passphrases and the recovery sheet stay as they are.")
WRITE_IT_DOWN = N_("The new recovery code. Write it on paper now, and type it back from there:")
TYPED = N_("The new sheet opens this from now on; throw the old one away.")
NOT_SHOWN = (
    N_("The recovery code could not be shown"),
    N_(
        "What it was written to is full or closed. Nothing was changed, and the old sheet still works. "
        "Try again where the code can be shown."
    ),
)
NO_SUCH = (
    N_("There is nobody of this name"),
    N_("Nobody on the list is called “{name}”. Nothing was changed. The command people lists them."),
)


@click.command(help=N_("List who may open a vault, and what each may do in it."))
@existing_vault
@passphrase_option
def people(vault: Path, passphrase_file: Path | None) -> None:
    """Print a line for each."""
    with opened(vault, passphrase_file) as unlocked:
        for one in holding.holders(unlocked):
            click.echo(tr(LINE, name=one.label, role=tr(ROLES[one.role]), day=one.since.isoformat()))


@click.command(name="add-person", help=N_("Let somebody new open a vault. They type their own passphrase."))
@existing_vault
@click.option("--name", required=True, help=N_("What stands on the screen before the vault. Initials do."))
@click.option("--role", type=click.Choice(list(ROLES)), required=True, help=N_("What they may do."))
@click.option(
    "--their-passphrase-file",
    type=click.Path(path_type=Path),
    help=N_("Read the new person's passphrase from this file, instead of asking."),
)
@passphrase_option
def add_person(
    vault: Path, name: str, role: str, their_passphrase_file: Path | None, passphrase_file: Path | None
) -> None:
    """Add them once a keeper is in."""
    with opened(vault, passphrase_file) as unlocked:
        holding.keepers_only(unlocked)
        asked = tr(THEIR_OWN, name=name)
        theirs = (
            first_line(their_passphrase_file)
            if their_passphrase_file
            else str(click.prompt(asked, hide_input=True, confirmation_prompt=True, err=True))
        )
        holding.add_person(unlocked, name, role, theirs)
    click.echo(tr(ADDED, name=name))


@click.command(name="remove-person", help=N_("Take somebody out, and give the vault a new key."))
@existing_vault
@click.option("--name", required=True, help=N_("Their name, as the command people lists it."))
@click.option("--keep-key", is_flag=True, help=N_("Make no new key: quicker, and less safe."))
@passphrase_option
def remove_person(vault: Path, name: str, keep_key: bool, passphrase_file: Path | None) -> None:
    """Take out whoever has this name."""
    with opened(vault, passphrase_file) as unlocked:
        new = holding.remove_person(unlocked, _slot(unlocked, name), rekey=not keep_key)
    click.echo(tr(OUT if new else OUT_OLD_KEY, name=name))


@click.command(name="new-key", help=N_("Give a vault a new key, as when a passphrase became known."))
@existing_vault
@passphrase_option
def new_key(vault: Path, passphrase_file: Path | None) -> None:
    """Make the key anew; nobody's passphrase changes."""
    with opened(vault, passphrase_file) as unlocked:
        holding.new_key(unlocked)
    click.echo(tr(NEW_KEY))


@click.command(
    name="new-sheet", help=N_("Make a new recovery sheet. The old one works until the new one is typed back.")
)
@existing_vault
@click.option(
    "--old-code-file",
    type=click.Path(path_type=Path),
    help=N_("The code of the old sheet, so that partners need not compare digits again."),
)
@passphrase_option
def new_sheet(vault: Path, old_code_file: Path | None, passphrase_file: Path | None) -> None:
    """Show a code once, and keep it when it comes back from paper."""
    with opened(vault, passphrase_file) as unlocked:
        code = recovery_sheet.new_sheet(unlocked)
        old = first_line(old_code_file) if old_code_file else ""
        click.echo(tr(WRITE_IT_DOWN), err=True)
        show(code, NOT_SHOWN)
        typed = click.prompt(tr(N_("Recovery code")), err=True)
        recovery_sheet.keep_sheet(unlocked, code, typed, old=old)
    click.echo(tr(TYPED))


def _slot(vault: Vault, name: str) -> str:
    for one in holding.holders(vault):
        if one.label == " ".join(name.split()):
            return one.slot
    raise Refused(*NO_SUCH, name=name)


COMMANDS = (people, add_person, remove_person, new_sheet, new_key)
