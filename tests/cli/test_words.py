"""Every word of the command line can be translated: in a language of marks, all that is shown has marks."""

import gettext
import re
from collections.abc import Iterator

import click
import pytest

from tests.commands import plainly
from vcse_desktop import cli, i18n
from vcse_desktop.actions import starting

MARKED = re.compile(r"⟦[^⟧]*⟧", re.DOTALL)


class Marks(gettext.NullTranslations):
    """A catalogue that puts marks around everything it is asked for."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture(autouse=True)
def _marks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(i18n, "_catalogue", Marks())
    monkeypatch.setattr(starting, "set_language", lambda *_: True)
    monkeypatch.setattr(i18n, "same_places", lambda *_, **__: True)
    before = {id(part): part.help for part in parts(cli.program)}
    yield
    for part in parts(cli.program):
        part.help = before[id(part)]


def parts(command: click.Command) -> Iterator[click.Command | click.Option]:
    """Yield a command, its options, and all below it."""
    yield command
    yield from (one for one in command.params if isinstance(one, click.Option))
    for below in getattr(command, "commands", {}).values():
        yield from parts(below)


def test_every_help_is_marked() -> None:
    plainly("--help")  # translates the whole tree
    for part in parts(cli.program):
        assert part.name in ("help", "version") or part.hidden or MARKED.search(part.help or ""), part.name
