"""Commands about the people who sign together with the group."""

from pathlib import Path

import click

from vcse_desktop.actions import approving, cosigning
from vcse_desktop.actions.checking import check_pack
from vcse_desktop.cli.signing import recovery_code
from vcse_desktop.cli.words import (
    code_option,
    existing_vault,
    first_line,
    opened,
    passphrase,
    passphrase_option,
)
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, ngettext, tr

OWN = N_("The passphrase of your own key")
MADE = N_("The key of {label} is made. Its digits: {digits}\nIts card, for whoever appoints you: {file}")
APPOINTED = N_("From now on, {need} signatures are needed. May sign: {labels}")
FINISHED = N_("Signed, and finished: {file}")
HANDED_BACK = N_("Signed. Hand this signature back: {file}")
NONE_HERE = (
    N_("No key kept here is asked to sign"),
    N_("The file names who may sign, and none of these keys is here, or all have signed. Nothing was made."),
)

own_file = click.option(
    "--own-passphrase-file",
    type=click.Path(path_type=Path),
    help=N_("Read the passphrase of your own key from this file, instead of asking."),
)


@click.command(
    name="own",
    help=N_(
        "Make a key of your own to sign with beside the group, such as the chair does. It opens with a "
        "passphrase of your own alone."
    ),
)
@existing_vault
@click.option("--role", required=True, help=N_("Who signs with it, such as Chair of trustees."))
@click.option(
    "--card",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The file for its card, ending in .pem."),
)
@own_file
@passphrase_option
def own(
    vault: Path, role: str, card: Path, own_passphrase_file: Path | None, passphrase_file: Path | None
) -> None:
    """Make it, and write its card."""
    with opened(vault, passphrase_file) as unlocked:
        made = approving.make_own_key(unlocked, role, _own(own_passphrase_file, twice=True))
        approving.save_own_card(made, card)
    click.echo(tr(MADE, label=made.label, digits=made.digits, file=card))


@click.command(
    help=N_(
        "Say who signs together with the group, and how many signatures are needed. The group's own counts. "
        "Give --card and --digits once for each person; without any, the group signs alone again."
    )
)
@existing_vault
@click.option("--card", "cards", multiple=True, type=click.Path(path_type=Path), help=N_("The card of one."))
@click.option(
    "--digits", "heard", multiple=True, help=N_("The digits that they told you, in the same order.")
)
@click.option("--need", required=True, type=int, help=N_("How many signatures are needed."))
@code_option
@passphrase_option
def appoint(  # noqa: PLR0913, PLR0917 - one argument for each word of the command
    vault: Path,
    cards: tuple[Path, ...],
    heard: tuple[str, ...],
    need: int,
    code_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Make the statement."""
    people = [approving.read_card(card) for card in cards]
    told = [*heard, *[""] * (len(people) - len(heard))]
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        code = recovery_code(code_file)
        done = approving.appoint(unlocked, secret, code, list(zip(people, told, strict=False)), need)
    click.echo(tr(APPOINTED, need=need, labels=", ".join([done.name, *(one.label for one in people)])))


@click.command(help=N_("Sign an unfinished file with a key of your own that is kept in this vault."))
@existing_vault
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The file to write: .zip with your signature in it, or .p7s for the signature alone."),
)
@own_file
@passphrase_option
def sign(
    vault: Path, file: Path, out: Path, own_passphrase_file: Path | None, passphrase_file: Path | None
) -> None:
    """Sign it."""
    with opened(vault, passphrase_file) as unlocked:
        mine = cosigning.may_sign(unlocked, check_pack(file, unlocked).result)
        if not mine:
            raise Refused(*NONE_HERE)
        done = cosigning.cosign(unlocked, file, mine[0].key, _own(own_passphrase_file), out)
    _say(done)


@click.command(name="put-in", help=N_("Put a signature that came back by itself into its unfinished file."))
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("signature", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write, ending in .zip.")
)
def put_in(file: Path, signature: Path, out: Path) -> None:
    """Put it in."""
    _say(cosigning.put_in(file, signature, out))


def _own(file: Path | None, *, twice: bool = False) -> str:
    if file is not None:
        return first_line(file)
    asked: str = click.prompt(tr(OWN), hide_input=True, confirmation_prompt=twice, err=True)
    return asked


def _say(done: cosigning.Cosigned) -> None:
    if done.file.suffix.lower() == cosigning.SIGNATURE:
        click.echo(tr(HANDED_BACK, file=done.file))
    elif done.missing:
        said = ngettext(
            "Signed. {n} signature is still missing: {file}",
            "Signed. {n} signatures are still missing: {file}",
            done.missing,
            file=done.file,
        )
        click.echo(said)
    else:
        click.echo(tr(FINISHED, file=done.file))


KEY_COMMANDS, PACK_COMMANDS = (own, appoint), (sign, put_in)
