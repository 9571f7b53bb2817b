"""What a mark in a register says: somebody came, or did not."""

from vcse_desktop.exchange.tables.grid import Cell

CAME = frozenset(
    {
        "x",
        "\u2713",
        "\u2714",
        "\u221a",
        "\u2611",
        "1",
        "1.0",
        "y",
        "yes",
        "p",
        "present",
        "true",
        "came",
        "here",
    }
    | {"attended", "/", "\\", "\u2022", "*", "tick", "\u00d7"}
)
AWAY = frozenset(
    {
        "a",
        "absent",
        "n",
        "no",
        "0",
        "0.0",
        "false",
        "-",
        "\u2013",
        "\u2014",
        "away",
        "apologies",
        "apols",
        "dna",
    }
    | {"did not attend", "\u2717", "\u2718", "\u2610"}
)


def mark_of(cell: Cell) -> str:
    """Return a mark as it is compared; "" for none."""
    if cell is None:
        return ""
    return " ".join(str(cell).casefold().replace("\ufe0f", "").split()).rstrip(".")


def came(mark: str) -> bool | None:
    """Say whether a mark means that somebody came; None when it has to be asked."""
    if mark in CAME:
        return True
    return False if mark in AWAY or not mark else None
