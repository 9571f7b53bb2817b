"""What the command line says to a person, and how it asks for a secret."""

import codecs
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from vcse_desktop.actions import unlocking
from vcse_desktop.actions.folders import warning
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import VcseError, WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.validation import show_problem

BUG, WRONG_COMMAND, CANNOT = 1, 2, 3
STOPPED_LATE = N_(
    "Stopped, but after a change had been saved, and it was kept. Look before you do it again; "
    "vcse-desktop undo takes it back."
)
STOPPED = N_("Stopped. What was saved before is safe; what was under way was not kept.")
OUR_FAULT = N_("Something went wrong in the program. What you saved is safe.")
TOLD = N_("{title}: {sentence}")
COPY_THIS = N_("If you tell the makers, these lines help them. They hold nothing about anybody:")
UNREADABLE = (
    N_("The file cannot be read"),
    N_("There is no file “{name}” here, or it may not be opened. Nothing was changed. Check the name."),
)
NOT_SHOWN = (
    N_("The recovery code could not be shown"),
    N_(
        "What it was written to is full or closed, so the vault was not made and nothing is left of it. "
        "Try again where the code can be shown."
    ),
)
NO_TEXT = (
    N_("The file is no text"),
    N_("“{name}” holds something else than text. Nothing was changed. Save it as plain text in UTF-8."),
)

Function = TypeVar("Function", bound=Callable[..., Any])

DAY = click.DateTime(formats=["%Y-%m-%d"])
existing_vault = click.argument("vault", type=click.Path(path_type=Path))


def passphrase_option(command: Function) -> Function:
    """Let a command take its passphrase from a file; without one it asks, unseen."""
    option = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        help=N_("Read the passphrase from the first line of this file, instead of asking."),
    )
    return option(command)


code_option = click.option(
    "--code-file",
    type=click.Path(path_type=Path),
    help=N_("Read the recovery code from this file, instead of asking."),
)


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    """Return the passphrase from the file, or ask for it unseen."""
    if file is not None:
        return first_line(file)
    asked: str = click.prompt(tr(N_("Passphrase")), hide_input=True, confirmation_prompt=twice, err=True)
    return asked


def first_line(file: Path) -> str:
    """Return the first line of a small text file; WorldError when it cannot be read."""
    return whole_text(file).partition("\n")[0].rstrip("\r")


def whole_text(file: Path) -> str:
    """Return what stands in a small text file; WorldError when it cannot be read."""
    try:
        return _text(file.read_bytes())
    except OSError:
        raise WorldError(*UNREADABLE, name=file.name) from None
    except UnicodeDecodeError:
        raise WorldError(*NO_TEXT, name=file.name) from None


def _text(content: bytes) -> str:
    """Return what a text file says: UTF-8, or the UTF-16 that PowerShell writes."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if wide else "utf-8-sig")


def opened(vault: Path, file: Path | None, secret: str | None = None) -> Vault:
    """Open a vault with the passphrase from the file or the keyboard; warn of a folder that is synced.

    ``secret`` is the passphrase where it was asked for already.
    """
    if found := warning(vault.absolute()):
        say(found)
    return unlocking.unlock(vault, passphrase(file) if secret is None else secret)


def show(code: str, not_shown: tuple[str, str] = NOT_SHOWN) -> None:
    """Print what is shown only once; WorldError when it did not get to where it should go."""
    try:
        if sys.stdout is None:
            raise OSError
        click.echo(code)  # which flushes
    except OSError:
        sys.stdout = None  # or what it still holds would be tried again at the end
        raise WorldError(*not_shown) from None


def say(text: str, /, **values: object) -> None:
    """Say a marked sentence on the terminal's second stream, so that output can still go on to a file."""
    click.echo(tr(text, **values), err=True)


def tell(error: VcseError) -> None:
    """Say what went wrong, and of values that cannot be kept, what is wrong with each."""
    say(TOLD, title=tr(error.title), sentence=tr(error.sentence, **error.values))
    for problem in error.problems if isinstance(error, NotSound) else ():
        click.echo(f"    {show_problem(problem)}", err=True)


def say_bug(lines: list[str]) -> None:
    """Say that the fault is ours, with lines to copy that hold nothing personal."""
    say(OUR_FAULT)
    say(COPY_THIS)
    click.echo("\n".join(f"    {line}" for line in lines), err=True)


def translate(command: click.Command) -> None:
    """Put the help of a command, and of all below it, into the person's language."""
    command.help, command.epilog = _told(command.help), _told(command.epilog)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = _told(parameter.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)


def _told(text: str | None) -> str | None:
    return tr(text) if text else text
