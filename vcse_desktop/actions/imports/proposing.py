"""What a table seems to hold, as a plan that somebody can change: kind, shape, columns, days."""

from dataclasses import dataclass

from vcse_desktop.actions.imports.opening import WHENEVER, Going, Opened
from vcse_desktop.exchange.meaning.plan import ADD, NEW, WHOLE, Double, How, Plan, Shape, Spot
from vcse_desktop.store.vault import Vault

__all__ = [
    "ADD",
    "NEW",
    "WHOLE",
    "Double",
    "How",
    "Plan",
    "Shape",
    "Spot",
    "Target",
    "kinds",
    "shapes",
    "suggest",
    "targets",
]


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a column can fill: a field by its code, or a part of one such as "person.phone".

    ``label`` is shown text; ``needed`` says that a record cannot do without it.
    """

    code: str
    label: str
    needed: bool = False


def kinds() -> list[tuple[str, str]]:
    """Return every kind of record that a table can hold: its code and its label as shown."""
    raise NotImplementedError


def shapes(kind: str) -> list[Shape]:
    """Return how a table of this kind may be laid out."""
    raise NotImplementedError(kind)


def targets(kind: str, shape: Shape = Shape.ROWS) -> list[Target]:
    """Return what the columns of such a table can fill, in the order of the form."""
    raise NotImplementedError(kind, shape)


def suggest(
    vault: Vault,
    opened: Opened,
    kind: str | None = None,
    shape: Shape | None = None,
    going: Going = WHENEVER,
) -> Plan:
    """Return what the table most likely means; with a ``kind`` or ``shape`` what it means as such.

    What was chosen last time for the same headings comes first. For keepers alone.
    """
    raise NotImplementedError(vault, opened, kind, shape, going)
