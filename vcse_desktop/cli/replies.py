"""Commands about replies: answer a partner's pack, take in the reply to one of ours."""

import json
from pathlib import Path

import click

from vcse_desktop.actions import replying, taking_replies
from vcse_desktop.actions.pack_words import let_stay
from vcse_desktop.actions.reply_files import blank_answers, read_answers
from vcse_desktop.cli.words import opened, passphrase_option, whole_text
from vcse_desktop.i18n import N_, ngettext, tr

pack_file = click.argument("file", type=click.Path(path_type=Path))
own_vault = click.option(
    "--vault", required=True, type=click.Path(path_type=Path), help=N_("Your vault, which remembers.")
)
as_json = click.option("--json", "as_json", is_flag=True, help=N_("One JSON object, for other programs."))


@click.command(
    name="reply",
    help=N_(
        "Answer a partner's pack with a signed reply. Without --answers, print its questions as a file to be "
        "filled in."
    ),
)
@pack_file
@own_vault
@click.option("--answers", type=click.Path(path_type=Path), help=N_("The answers, as a JSON file."))
@click.option("--out", type=click.Path(path_type=Path), help=N_("The file to write, ending in .zip."))
@click.option(
    "--keep",
    "kept",
    multiple=True,
    help=N_("Words that were found in your answers, and point at nobody. Once for each."),
)
@as_json
@passphrase_option
def reply(  # noqa: PLR0913, PLR0917 - one argument for each word of the command
    file: Path,
    vault: Path,
    answers: Path | None,
    out: Path | None,
    kept: tuple[str, ...],
    as_json: bool,
    passphrase_file: Path | None,
) -> None:
    """Write the reply, or print what could be answered."""
    if answers is not None and out is None:
        raise click.UsageError(tr(N_("Say with --out which file to write.")))
    with opened(vault, passphrase_file) as unlocked:
        to = replying.to_answer(unlocked, file)
        if answers is None or out is None:
            click.echo(json.dumps(blank_answers(to), ensure_ascii=False, indent=2))
            return
        draft = replying.draft_reply(unlocked, to, read_answers(whole_text(answers), to))
        for one in replying.pointing_at(unlocked, draft):
            if one.spot.words in kept:
                let_stay(unlocked, one.text, one.spot.words, "nobody")
        made = replying.write_reply(unlocked, draft, out)
    if as_json:
        said = {"file": str(out), "reply": made.reply, "number": made.number, "answers": made.answers}
        click.echo(json.dumps({**said, "digest": made.digest}, ensure_ascii=False))
        return
    click.echo(tr(N_("The reply is ready: {file}"), file=out))
    has = ngettext("It has {n} answer.", "It has {n} answers.", made.answers)
    click.echo(has)


@click.command(
    name="take-reply",
    help=N_("Take in a signed reply: its answers come under “You said, we did”. Undo takes it back."),
)
@pack_file
@own_vault
@as_json
@passphrase_option
def take_reply(file: Path, vault: Path, as_json: bool, passphrase_file: Path | None) -> None:
    """Fill in the answers, and say how many."""
    with opened(vault, passphrase_file) as unlocked:
        taken = taking_replies.take_reply(unlocked, file)
    said = {"from": taken.name, "answers": taken.answers, "new": taken.changed.unit is not None}
    click.echo(json.dumps(said, ensure_ascii=False) if as_json else taken.sentence())


COMMANDS = (reply, take_reply)
