"""Commands about the signers who are known here."""

from pathlib import Path

import click

from vcse_desktop.actions import signers
from vcse_desktop.cli.words import existing_vault, opened, passphrase_option
from vcse_desktop.i18n import N_, ngettext, tr

LINE = N_("{name} {number}\t{digits}\tcompared {day} {who}\t{documents}")
UNKNOWN_DIGITS = N_("digits not kept")
NOBODY = N_("No signer is known yet. The first pack of each shows digits to compare.")
FORGOTTEN = N_("{name} is forgotten. Their next pack asks to compare the digits again.")


@click.group(help=N_("Say whose digits you compared, or forget somebody."))
def signer() -> None:
    """Hold the commands about known signers."""


@signer.command(name="list", help=N_("Say whose digits you compared, who did it, and when."))
@existing_vault
@passphrase_option
def list_command(vault: Path, passphrase_file: Path | None) -> None:
    """Print a line for each."""
    with opened(vault, passphrase_file) as unlocked:
        known = signers.known_signers(unlocked)
    for one in known:
        documents = ngettext("{n} document", "{n} documents", one.documents)
        words = {"day": one.compared_on.isoformat(), "who": one.compared_by, "documents": documents}
        digits = one.digits or tr(UNKNOWN_DIGITS)
        click.echo(tr(LINE, name=one.name, number=one.number, digits=digits, **words))
    if not known:
        click.echo(tr(NOBODY))


@signer.command(help=N_("Forget a signer. WHO is their name, their number or their digits."))
@existing_vault
@click.argument("who")
@passphrase_option
def forget(vault: Path, who: str, passphrase_file: Path | None) -> None:
    """Forget them; undo brings them back."""
    with opened(vault, passphrase_file) as unlocked:
        one = signers.signer_called(unlocked, who)
        signers.forget(unlocked, one.first)
    click.echo(tr(FORGOTTEN, name=one.name))


COMMANDS = (signer,)
