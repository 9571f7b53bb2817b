"""Commands about packs that were made already: the register, taking one back, telling of a changed key."""

import json
from pathlib import Path

import click

from vcse_desktop.actions import documents, notices, taking_back
from vcse_desktop.actions.gathering import THERE_IS_ONE
from vcse_desktop.actions.pack_workbook import save_tables
from vcse_desktop.actions.sending import Sent, sent_packs
from vcse_desktop.cli.words import existing_vault, opened, passphrase, passphrase_option
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, ngettext, tr

SENT = N_("Sent {day}\t{pack}\t{kind} {number} for {partner}\t{state}")
RECEIVED = N_("Received {day}\t{kind} {number} from {partner}\t{title}\t{state}")
NOTHING = N_("Nothing was sent or received yet.")
SAVED = N_("The register is saved: {file}")
TAKEN_BACK = N_(
    "The pack is taken back, for good. Send this notice to everybody who has the pack: {file}\n"
    "What it told stays told: later numbers are still checked against it."
)
NOTICE = N_("For {partner}: {file}")
NOBODY = N_("Nobody has to be told: there was no change since the last pack or notice of each partner.")


@click.command(name="list", help=N_("Say what was sent and received, and how each stands."))
@existing_vault
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help=N_("Write it to this file instead, ending in .xlsx or .csv."),
)
@click.option("--json", "as_json", is_flag=True, help=N_("One JSON object a line, for other programs."))
@passphrase_option
def list_command(vault: Path, out: Path | None, as_json: bool, passphrase_file: Path | None) -> None:
    """Print a line for each, or write the table."""
    with opened(vault, passphrase_file) as unlocked:
        if out is not None:
            documents.save_table(unlocked, out)
            click.echo(tr(SAVED, file=out))
            return
        sent, received = sent_packs(unlocked), documents.received(unlocked)
    if as_json:
        for one in sent:
            click.echo(json.dumps(_sent(one), ensure_ascii=False))
        for other in received:
            click.echo(json.dumps(_received(other), ensure_ascii=False))
        return
    for one in sent:
        click.echo(tr(SENT, **_sent(one) | {"kind": tr(documents.KINDS[one.kind]), "state": one.state_words}))
    for other in received:
        words = {"kind": other.kind_words, "state": other.state_words}
        click.echo(tr(RECEIVED, **_received(other) | words))
    if not sent and not received:
        click.echo(tr(NOTHING))


def _sent(one: Sent) -> dict[str, object]:
    return {
        "way": "sent",
        "day": one.issued.isoformat(),
        "pack": one.pack,
        "kind": one.kind,
        "number": one.number,
        "partner": "; ".join(one.audience),
        "title": one.title,
        "state": one.state,
        "changed_by": one.by or None,
        "reason": one.reason,
        "handed_over": one.handed,
    }


def _received(one: documents.Received) -> dict[str, object]:
    return {
        "way": "received",
        "day": one.seen_on.isoformat() if one.seen_on else "",
        "kind": one.kind,
        "number": one.number,
        "partner": one.signer,
        "title": one.title,
        "verdict": one.verdict,
        "state": one.state,
        "changed_by": one.by or None,
        "reason": one.reason,
    }


@click.command(
    help=N_(
        "Take a pack back: sign a notice that says so, and why. It cannot be undone. PACK is its number, "
        "such as 20240401-7f3a9kq2; pack list shows it."
    )
)
@existing_vault
@click.argument("pack")
@click.option("--reason", required=True, help=N_("Why. Your partner reads this."))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write, ending in .zip.")
)
@click.option(
    "--keep",
    "kept",
    multiple=True,
    help=N_("Words that were found in the reason, and point at nobody. Once for each."),
)
@passphrase_option
def withdraw(  # noqa: PLR0913, PLR0917 - one argument for each word of the command
    vault: Path, pack: str, reason: str, out: Path, kept: tuple[str, ...], passphrase_file: Path | None
) -> None:
    """Write the notice."""
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        made = notices.take_back(unlocked, pack, reason, out, secret, kept)
    click.echo(tr(TAKEN_BACK, file=made.file))


@click.command(
    name="notices",
    help=N_(
        "After a change of your key: sign a notice for each partner, so that what they hold still stands."
    ),
)
@existing_vault
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help=N_("The folder to write them to."),
)
@passphrase_option
def notices_command(vault: Path, out: Path, passphrase_file: Path | None) -> None:
    """Write them, and say which is whose."""
    secret = passphrase(passphrase_file)
    with opened(vault, None, secret) as unlocked:
        made = notices.tell(unlocked, out, secret)
    for one in made:
        click.echo(tr(NOTICE, partner="; ".join(one.audience), file=one.file))
    if not made:
        click.echo(tr(NOBODY))


@click.command(
    name="remember",
    help=N_(
        "Take packs of yours into the register that this vault does not remember: it came back from a "
        "backup, or they were made on another computer. Later packs are checked against them."
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--vault", required=True, type=click.Path(path_type=Path), help=N_("Your vault, which remembers.")
)
@passphrase_option
def remember(files: tuple[Path, ...], vault: Path, passphrase_file: Path | None) -> None:
    """Take each of them in, one after the other; the first that cannot be ends it."""
    with opened(vault, passphrase_file) as unlocked:
        for file in files:
            taken = taking_back.take_back(unlocked, file)
            last = file == files[-1]
            click.echo(" ".join(taken.sentences() if last else taken.sentences()[:1]))


@click.command(
    name="tables",
    help=N_(
        "Save the tables of a signed pack as a workbook, for your own computer: one that is yours, or of a "
        "signer whose digits you compared."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--vault",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("Your vault, which knows whose digits you compared."),
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The file to write, ending in .xlsx."),
)
@passphrase_option
def tables(file: Path, vault: Path, out: Path, passphrase_file: Path | None) -> None:
    """Write the workbook and say how many tables are in it."""
    if out.exists():
        raise Refused(*THERE_IS_ONE, name=out.name)
    with opened(vault, passphrase_file) as unlocked:
        many = save_tables(unlocked, file, out.absolute(), SOURCE_LANGUAGE)
    click.echo(ngettext("{n} table is saved: {file}", "{n} tables are saved: {file}", many, file=out))


COMMANDS = (list_command, withdraw, notices_command, remember, tables)
