"""Commands about signed summary packs: make one, check some."""

import json
import sys
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from vcse_desktop.actions import attacking, checking, checking_many, checking_page, packing
from vcse_desktop.actions.asks import nothing_asked
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.notices import LONGEST_REASON
from vcse_desktop.actions.speaking import LANGUAGES
from vcse_desktop.cli.ways import ways_told
from vcse_desktop.cli.words import DAY, existing_vault, opened, passphrase_option
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, ngettext, tr
from vcse_desktop.reports.templates import TEMPLATES

FOUND, NOT_ALL = 4, 5
NOTHING = N_("Nothing about few people can be worked out from these tables.")
NOTHING_IN_THE_REST = N_("In what was looked at, nothing about few people can be worked out.")


@click.group(help=N_("Make a signed summary pack, check one, or answer one."))
def pack() -> None:
    """Hold the commands about packs."""


@pack.command(
    help=N_("Make a signed summary pack for a partner. Small numbers are hidden. Words leave only as agreed.")
)
@existing_vault
@click.option("--from", "first", required=True, type=DAY, help=N_("The first day, such as 2024-01-01."))
@click.option("--to", "last", required=True, type=DAY, help=N_("The last day; it is inside."))
@click.option("--for", "partner", required=True, help=N_("The partner that it is for, by name."))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=N_("The file to write, ending in .zip.")
)
@click.option(
    "--less-detail",
    multiple=True,
    metavar="TABLE=STEP",
    help=N_("Give a table in less detail, such as carers_by_month=quarter; may be said again."),
)
@click.option("--leave-out", multiple=True, metavar="TABLE", help=N_("Leave a table out; may be said again."))
@click.option(
    "--keep",
    "kept",
    multiple=True,
    help=N_("Words that were found in what your group typed, and point at nobody. Once for each."),
)
@click.option("--may-publish", is_flag=True, help=N_("Your partner may pass it on."))
@click.option("--easy-read", "easy", is_flag=True, help=N_("Put your Easy Read page in."))
@click.option(
    "--large-print/--no-large-print",
    default=True,
    help=N_("The report goes along in large print, too, or not."),
)
@click.option(
    "--language",
    type=click.Choice([*LANGUAGES]),
    default=SOURCE_LANGUAGE,
    help=N_("The language of the pack; what people said and what you wrote stay as they are."),
)
@click.option(
    "--next", "following", type=DAY, help=N_("The day on which your partner may expect the next one.")
)
@click.option("--no-asks", is_flag=True, help=N_("Leave out what waits for an answer of this partner."))
@click.option(
    "--template",
    type=click.Choice([*TEMPLATES]),
    default="",
    help=N_("What they ask for; without it, what you usually share."),
)
@click.option("--replaces", default="", metavar="PACK", help=N_("The pack that this one takes the place of."))
@click.option("--reason", default="", help=N_("Why it does; your partner reads this."))
@passphrase_option
def make(  # noqa: PLR0913, PLR0917 - one argument for each word of the command
    vault: Path,
    first: datetime,
    last: datetime,
    partner: str,
    out: Path,
    less_detail: tuple[str, ...],
    leave_out: tuple[str, ...],
    kept: tuple[str, ...],
    may_publish: bool,
    easy: bool,
    large_print: bool,
    language: str,
    following: datetime | None,
    no_asks: bool,
    template: str,
    replaces: str,
    reason: str,
    passphrase_file: Path | None,
) -> None:
    """Write the pack and say what is in it, or what to ask for when it cannot be made safe as it is."""
    detail = frozenset((table, step) for table, _, step in (one.partition("=") for one in less_detail))
    choices = Choices(
        first.date(),
        last.date(),
        partner,
        detail=detail,
        left_out=frozenset(leave_out),
        may_publish=may_publish,
        easy=easy,
        large_print=large_print,
        language=language,
        next_expected=following.date() if following else None,
        template=template,
        replaces=replaces,
        reason=" ".join(reason.split())[:LONGEST_REASON],
    )
    with ways_told(), opened(vault, passphrase_file) as unlocked:
        choices = replace(choices, unasked=nothing_asked(unlocked)) if no_asks else choices
        _say(packing.make_pack(unlocked, choices, out, kept=kept, progress=_progress))


def _say(made: packing.Made) -> None:
    """Say what was made."""
    click.echo(tr(N_("The pack is ready: {file}"), file=made.file))
    hidden = ngettext(
        "{n} number is hidden to protect people.", "{n} numbers are hidden to protect people.", made.hidden
    )
    click.echo(hidden)
    if made.left_out:
        click.echo(made.left_out)
    quotes = ngettext("{n} quote is in it.", "{n} quotes are in it.", made.quotes)
    click.echo(quotes)
    for sentence in made.exposed:
        click.echo(sentence)
    click.echo(tr(N_("Your partner compares these digits once: {digits}"), digits=made.digits))


def _progress(done: int, steps: int) -> None:
    """Say on a terminal how far it is: hiding takes seconds, or minutes for many years."""
    if sys.stderr.isatty():
        said = tr(N_("Hiding what would give somebody away: {done} of {steps}"), done=done, steps=steps)
        click.echo(f"\r{said}", nl=done == steps, err=True)


@pack.command(
    help=N_(
        "Check packs, unpacked packs, reports by themselves, or all packs in a folder. Says who signed them, "
        "and whether anything was changed since."
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--vault", type=click.Path(path_type=Path), help=N_("Your vault, which knows whose digits you compared.")
)
@click.option("--json", "as_json", is_flag=True, help=N_("One JSON object a line, for other programs."))
@passphrase_option
def check(files: tuple[Path, ...], vault: Path | None, as_json: bool, passphrase_file: Path | None) -> None:
    """Print one verdict a line; ends with the verdict's code, on several with 0 only if all are 0.

    Ctrl+C ends it, and what was said until then holds.
    """
    with nullcontext() if vault is None else opened(vault, passphrase_file) as unlocked:
        code, found = 0, checking_many.files_in(files)
        with closing(checking_many.check_packs(found, unlocked)) as checked:
            for done, one in enumerate(checked, 1):
                click.echo(json.dumps(one.plain(), ensure_ascii=False) if as_json else _line(one))
                _looked_at(done, len(found))
                code = code or one.code
    raise click.exceptions.Exit(code)


def _looked_at(done: int, of: int) -> None:
    """Say on a terminal how far it is, when what is said of each file goes elsewhere."""
    if of > 1 and sys.stderr.isatty() and not sys.stdout.isatty():
        click.echo("\r" + tr(N_("Checked: {done} of {steps}"), done=done, steps=of), nl=done == of, err=True)


def _line(one: checking.Checked) -> str:
    said = " ".join(one.sentences())
    return tr(N_("{file}: {verdict}. {sentence}"), file=one.file.name, verdict=one.verdict, sentence=said)


@pack.command(
    help=N_(
        "Try to work out small numbers from the tables of packs, all together, as somebody would who has "
        "nothing else. Ends with 0 when nothing can be worked out, with 4 when something can, and with 5 "
        "when nothing was found but not everything could be looked at."
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=N_("One JSON object a line, for other programs."))
def audit(files: tuple[Path, ...], as_json: bool) -> None:
    """Print what could be worked out, and what was left out."""
    seen = attacking.audit_packs(files, progress=_tries)
    for one in seen.refused:
        click.echo(json.dumps(one.plain(), ensure_ascii=False) if as_json else _line(one))
    if seen.refused:
        raise click.exceptions.Exit(seen.refused[0].code)
    for told in seen.told():
        click.echo(json.dumps(told.plain(), ensure_ascii=False) if as_json else told.sentence())
    looked = ngettext("{n} number was looked at.", "{n} numbers were looked at.", seen.numbers)
    click.echo(looked, err=as_json)
    if not seen.found:
        click.echo(tr(NOTHING_IN_THE_REST if seen.omitted else NOTHING), err=as_json)
    raise click.exceptions.Exit(FOUND if seen.found else NOT_ALL if seen.omitted else 0)


def _tries(done: int, of: int) -> None:
    """Say on a terminal how far it is: many packs take minutes."""
    if sys.stderr.isatty():
        said = tr(N_("Trying to work out small numbers: {done} of {steps}"), done=done, steps=of)
        click.echo(f"\r{said}", nl=done == of, err=True)


@pack.command(
    name="compare",
    help=N_(
        "Get to know a signer. Give the digits from their card, or as they say them on the phone; "
        "when they match, your vault knows this signer from then on."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--vault", required=True, type=click.Path(path_type=Path), help=N_("Your vault, which remembers.")
)
@click.option("--digits", required=True, help=N_("The six groups of five digits, in quotation marks."))
@passphrase_option
def compare(file: Path, vault: Path, digits: str, passphrase_file: Path | None) -> None:
    """Remember a signer whose digits match, and say what the pack is then; ends with its verdict's code."""
    with opened(vault, passphrase_file) as unlocked:
        known = checking.compare(unlocked, file, digits)
    click.echo(_line(known))
    raise click.exceptions.Exit(known.code)


@pack.command(
    help=N_(
        "Save the web page that checks packs without this program, for a partner who has none. It works "
        "from a file, without the internet."
    )
)
@click.argument("file", type=click.Path(path_type=Path))
def checker(file: Path) -> None:
    """Save the page and print its hash."""
    saved = checking_page.save_page(file.absolute())
    click.echo(tr(checking_page.SAVED, file=file))
    click.echo(tr(checking_page.ITS_HASH, hash=saved))
