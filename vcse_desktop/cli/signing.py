"""Commands about our own key: its digits, its card, and each change of it."""

from pathlib import Path

import click

from vcse_desktop.actions import signer_card, succession
from vcse_desktop.actions.notices import to_tell
from vcse_desktop.actions.succession import Renewed
from vcse_desktop.cli.words import (
    code_option,
    existing_vault,
    first_line,
    opened,
    passphrase,
    passphrase_option,
)
from vcse_desktop.i18n import N_, tr

OURS = N_("{name} {number}\n{digits}\nSince {since}.")
STATED = N_("{day}: {said} The digits since then: {digits}")
SAVED = N_("Saved: {file}")
OLD_CODE = N_("The code on the old recovery sheet; nothing where it is the same")
DONE = N_("Done. Packs are signed as {name} from now on. The digits: {digits}")
TELL = N_(
    "Now tell your partners: vcse-desktop pack notices. With a notice they follow the change, and what you "
    "sent before goes on counting."
)


@click.group(help=N_("Show the key that signs your packs, print its card, or change it."))
def key() -> None:
    """Hold the commands about our own key."""


@key.command(help=N_("Say as whom packs are signed, and the digits that partners compare."))
@existing_vault
@passphrase_option
def show(vault: Path, passphrase_file: Path | None) -> None:
    """Print it."""
    with opened(vault, passphrase_file) as unlocked:
        ours = signer_card.our_key(unlocked)
    click.echo(tr(OURS, name=ours.name, number=ours.number, digits=ours.digits, since=ours.since))
    for one in ours.past:
        click.echo(tr(STATED, day=one.day, said=one.said, digits=one.digits))


@key.command(
    help=N_(
        "Write the card of your key: a PDF with the digits to print and give to partners, or the certificate "
        "alone where the name ends in .pem."
    )
)
@existing_vault
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write: .pdf or .pem.")
)
@passphrase_option
def card(vault: Path, out: Path, passphrase_file: Path | None) -> None:
    """Write it."""
    with opened(vault, passphrase_file) as unlocked:
        signer_card.save_card(unlocked, out)
    click.echo(tr(SAVED, file=out))


@key.command(help=N_("Make a new signing key. Partners who know the old one follow by themselves."))
@existing_vault
@click.option("--stolen", is_flag=True, help=N_("Somebody else may have the key that you sign with now."))
@code_option
@passphrase_option
def change(vault: Path, stolen: bool, code_file: Path | None, passphrase_file: Path | None) -> None:
    """Change the key."""
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        done = succession.change_key(unlocked, secret, recovery_code(code_file), stolen=stolen)
        _say(done, len(to_tell(unlocked)))


@key.command(help=N_("Sign under another name or number from now on."))
@existing_vault
@click.option("--organisation", required=True, help=N_("The name of your group, as people know it."))
@click.option("--number", default="", help=N_("Its number, if it has one, such as GB-CHC-1234567."))
@code_option
@passphrase_option
def rename(
    vault: Path, organisation: str, number: str, code_file: Path | None, passphrase_file: Path | None
) -> None:
    """Change the name."""
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        done = succession.rename(unlocked, secret, recovery_code(code_file), organisation, number)
        _say(done, len(to_tell(unlocked)))


@key.command(help=N_("Say that your group has closed: no more packs are signed. It cannot be undone."))
@existing_vault
@code_option
@passphrase_option
def close(vault: Path, code_file: Path | None, passphrase_file: Path | None) -> None:
    """End it."""
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        done = succession.close(unlocked, secret, recovery_code(code_file))
        _say(done, len(to_tell(unlocked)))


@key.command(
    name="carry-on",
    help=N_(
        "When the key is lost: go on as the group that signed FILE, a pack or notice of yours, by the old "
        "recovery sheet. Partners compare the digits again."
    ),
)
@existing_vault
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--old-code-file",
    type=click.Path(path_type=Path),
    help=N_("Read the code of the old recovery sheet from this file, instead of asking."),
)
@code_option
@passphrase_option
def carry_on(
    vault: Path,
    file: Path,
    old_code_file: Path | None,
    code_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Take the identity over."""
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        old = first_line(old_code_file) if old_code_file else click.prompt(tr(OLD_CODE), default="")
        done = succession.carry_on(unlocked, secret, recovery_code(code_file), old, file)
        _say(done, len(to_tell(unlocked)))


def recovery_code(file: Path | None) -> str:
    """Return the code of the recovery sheet from the file, or ask for it."""
    asked: str = first_line(file) if file else click.prompt(tr(N_("The code on your recovery sheet")))
    return asked


def _say(done: Renewed, partners: int) -> None:
    click.echo(tr(DONE, name=done.name, digits=done.digits))
    if partners:
        click.echo(tr(TELL))


COMMANDS = (key,)
