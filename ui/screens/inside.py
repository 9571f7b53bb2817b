"""All that stands behind the door, loaded by name once somebody goes in: the door itself needs no store."""

from importlib import import_module

from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.keys import bind
from ui.screens.shell import Shell
from ui.screens.stay import Stay, finish
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.reports import numbers

__all__ = ["Stay", "finish", "shell_for", "warm_up"]


def shell_for(desk: Desk) -> Shell:
    """Return the inside with its keys."""
    shell = Shell(desk)
    bind(shell)
    return shell


def warm_up() -> None:
    """Load what the first page needs; on a thread of its own, while the passphrase is typed."""
    import_module("vcse_desktop.actions.unlocking")
    import_module("ui.screens.today.screen")
    lists()
    numbers.hours(90, spoken())
