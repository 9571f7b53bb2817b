"""What to ask for instead when a pack cannot be made safe as it is."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from vcse_desktop.actions.alternatives import WITHOUT
from vcse_desktop.actions.safe import NotSafe
from vcse_desktop.i18n import N_, tr

ASK_FOR = N_("It can be made with: {options}")


@contextmanager
def ways_told() -> Iterator[None]:
    """Say what to ask for when a pack cannot be made safe as it is."""
    try:
        yield
    except NotSafe as refused:
        for way in refused.ways:
            click.echo(tr(ASK_FOR, options=" ".join(map(_option, way.changes))), err=True)
        raise


def _option(change: tuple[str, str]) -> str:
    table, step = change
    return f"--leave-out {table}" if step == WITHOUT else f"--less-detail {table}={step}"
