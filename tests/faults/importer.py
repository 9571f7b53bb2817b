"""A program that brings a large table into a vault, and says how far it is and when all of it is saved."""

import sys
from pathlib import Path

from tests.actions.spread import opened, shown, suggested
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.imports import making
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.store.vault import open_vault

ROWS, STEPS, PEOPLE = 20_000, 100, 50
SAVED = "saved"


def say(words: object) -> None:
    """Say something at once."""
    print(words, flush=True)  # noqa: T201


def main(folder: Path) -> None:
    """Import once."""
    with open_vault(folder, PASSPHRASE) as vault:
        rows = [[f"Person {number % PEOPLE}", "13/4/2024", 1 + number % 9, "Walk"] for number in range(ROWS)]
        ready = shown(vault, suggested(vault, opened(["Name", "Date", "Hours", "Activity"], rows)))
        making.carry_out(vault, ready, Going(lambda done, _: say(done)))
        say(SAVED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
