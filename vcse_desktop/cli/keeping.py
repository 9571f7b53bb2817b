"""Commands for a keeper: erase a record, see what is due, hand somebody everything about them."""

from pathlib import Path

import click

from vcse_desktop.actions import access_export, certifying, erasing, letting_go
from vcse_desktop.actions.coded import record_coded
from vcse_desktop.actions.erasing import Prospect
from vcse_desktop.actions.retention_rules import rules
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.cli.words import existing_vault, opened, passphrase_option, say
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, ngettext, tr
from vcse_desktop.store.ident import symbols

NOT_ERASED = N_("Nothing was erased. To erase all of this for good, add --for-good. It cannot be undone.")
ERASED = N_("Erased for good. This is the certificate:")
NOTHING_DUE = N_("Nothing has been kept longer than you mean to.")
NAMED = N_("Named elsewhere: {kind} “{record}”, {field}.")
NAMED_BRIEFLY = N_("Named elsewhere: {kind}, {field}.")
BACKUP = N_("A backup that still holds it: {name}, kept until {day}.")
GOES = N_("Goes: {what}, {n}")
STAYS = N_("Stays without a name: {what}, {n}")
WRITTEN = N_("Written to {file}. The file is not encrypted: give it to them safely, then delete it.")

who = click.argument("who")


@click.command(
    help=N_(
        "Erase a person for good, with all that is about them alone. WHO is a name, or the code of a record. "
        "First it only says what would go."
    )
)
@existing_vault
@who
@click.option("--for-good", is_flag=True, help=N_("Really erase it. It cannot be undone."))
@click.option(
    "--certificate",
    type=click.Path(path_type=Path),
    help=N_("Write the certificate to this file, ending in .pdf or .txt."),
)
@passphrase_option
def erase(
    vault: Path, who: str, for_good: bool, certificate: Path | None, passphrase_file: Path | None
) -> None:
    """Say what would go, and erase it when the person said so."""
    with opened(vault, passphrase_file) as unlocked:
        kind, record = record_coded(unlocked, who)
        prospect = erasing.prospect(unlocked, kind, record, SOURCE_LANGUAGE)
        _say_prospect(prospect)
        if not for_good:
            say(NOT_ERASED)
            return
        done = erasing.erase(unlocked, [prospect.plan])
        shown = certifying.certificate(unlocked, done, prospect.backups)
    click.echo(tr(ERASED))
    click.echo(certifying.certificate_text(shown, SOURCE_LANGUAGE))
    if certificate is not None:
        certifying.save_certificate(shown, certificate, SOURCE_LANGUAGE)


def _say_prospect(prospect: Prospect) -> None:
    for what, n in prospect.going:
        click.echo(tr(GOES, what=what, n=n))
    for what, n in prospect.staying:
        click.echo(tr(STAYS, what=what, n=n))
    for one in prospect.elsewhere:
        places = {"kind": one.kind, "record": one.record, "field": one.field}
        click.echo(tr(NAMED if one.record else NAMED_BRIEFLY, **places))
    for backup in prospect.backups:
        click.echo(tr(BACKUP, name=backup.name, day=backup.until.isoformat()))


@click.command(help=N_("Say what has been kept as long as your group means to, and by which rule."))
@existing_vault
@passphrase_option
def retention(vault: Path, passphrase_file: Path | None) -> None:
    """Print a line for each record that is due; nothing is changed."""
    with opened(vault, passphrase_file) as unlocked:
        lines, known = letting_go.due_lines(unlocked, SOURCE_LANGUAGE), rules(unlocked)
    for line in lines:
        code = symbols(line.due.id)
        click.echo(f"{code}\t{line.kind}\t{line.title}\t{line.reason}\t{known[line.due.rule].words}")
    if not lines:
        click.echo(tr(NOTHING_DUE))


@click.command(
    name="access-export",
    help=N_("Write everything about one person to a ZIP file, to hand to them. WHO is a name or a code."),
)
@existing_vault
@who
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write, ending in .zip.")
)
@passphrase_option
def access_export_command(vault: Path, who: str, out: Path, passphrase_file: Path | None) -> None:
    """Write the file and say what a keeper still has to look at."""
    with opened(vault, passphrase_file) as unlocked:
        done = access_export.export(unlocked, _person(unlocked, who), out, SOURCE_LANGUAGE)
    click.echo(access_export.sentence(done))
    if done.elsewhere:
        click.echo(
            ngettext(
                "{n} text of another record names them and is not in the file. Look at it yourself.",
                "{n} texts of other records name them and are not in the file. Look at them yourself.",
                done.elsewhere,
            )
        )
    click.echo(tr(WRITTEN, file=out))


def _person(vault: Vault, who: str) -> int:
    kind, record = record_coded(vault, who)
    return record if kind == "person" else 0


COMMANDS = (erase, retention, access_export_command)
