"""The command line: one verb for each thing a person can do, over the same actions as the window."""

import sys
from collections.abc import Sequence

import click

from vcse_desktop import __version__, log
from vcse_desktop.actions.starting import begin
from vcse_desktop.cli import (
    backups,
    cosigning,
    keeping,
    leaving,
    pack,
    packs_sent,
    people,
    records,
    replies,
    report,
    signers,
    signing,
    vaults,
)
from vcse_desktop.cli.words import (
    BUG,
    CANNOT,
    STOPPED,
    STOPPED_LATE,
    WRONG_COMMAND,
    say,
    say_bug,
    tell,
    translate,
)
from vcse_desktop.disclosure.worker import worker_main
from vcse_desktop.errors import VcseError
from vcse_desktop.exchange.tables import worker as tables
from vcse_desktop.i18n import N_
from vcse_desktop.store.errors import StoppedLate


@click.group(
    name="vcse-desktop",
    invoke_without_command=True,
    help=N_("Record what your group does, and hand over a signed summary. It never uses a network."),
    epilog=N_("Without any words after it, vcse-desktop opens the window."),
)
@click.version_option(__version__, prog_name="vcse-desktop", help=N_("Show the version."))
@click.option("--self-test", is_flag=True, hidden=True)
@click.pass_context
def program(context: click.Context, self_test: bool) -> None:
    """Hold the commands; ``--self-test`` goes the whole way once and ends 0 when all is well."""
    if self_test:
        context.invoke(vaults.demonstrate)


@program.command(name="audit-worker", hidden=True)
def audit_worker() -> None:
    """Answer the questions of the audit, over the standard streams."""
    sys.exit(worker_main(sys.stdin.buffer, sys.stdout.buffer))


@program.command(name="table-worker", hidden=True)
def table_worker() -> None:
    """Read workbooks for the program itself, over the standard streams."""
    sys.exit(tables.worker_main(sys.stdin.buffer, sys.stdout.buffer))


for command in (
    *vaults.COMMANDS,
    *people.COMMANDS,
    *records.COMMANDS,
    *backups.COMMANDS,
    *keeping.COMMANDS,
    *leaving.COMMANDS,
    *signing.COMMANDS,
    *signers.COMMANDS,
    pack.pack,
    report.report,
):
    program.add_command(command)


for command in cosigning.KEY_COMMANDS:
    signing.key.add_command(command)
for command in (*packs_sent.COMMANDS, *cosigning.PACK_COMMANDS, *replies.COMMANDS):
    pack.pack.add_command(command)


def main(words: Sequence[str]) -> int:
    """Carry out one command and return the exit status; a person never sees a traceback."""
    try:
        begin()
        translate(program)
        return program.main(list(words), prog_name="vcse-desktop", standalone_mode=False) or 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_COMMAND
    except (click.Abort, KeyboardInterrupt) as stop:  # an Abort has what stopped it as its cause
        say(STOPPED_LATE if isinstance(stop.__cause__ or stop, StoppedLate) else STOPPED)
        return CANNOT
    except VcseError as error:
        tell(error)
        return CANNOT
    except Exception as error:  # noqa: BLE001 - the last door: a bug is told in one sentence
        say_bug(log.bug(error))
        return BUG
    finally:
        log.stop()
