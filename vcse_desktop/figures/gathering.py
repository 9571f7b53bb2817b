"""Which records the figures are made from, and how they are fetched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Protocol

Row = Mapping[str, object]
"""A living record: its "id", and its fields as ``records.fields.Values`` has them."""


@dataclass(frozen=True, slots=True)
class Records:
    """The living records of every kind that is counted; a link to any other record leads nowhere."""

    person: Sequence[Row] = ()
    activity: Sequence[Row] = ()
    session: Sequence[Row] = ()
    time_given: Sequence[Row] = ()
    support: Sequence[Row] = ()
    insight: Sequence[Row] = ()
    response: Sequence[Row] = ()


class Source(Protocol):
    """What the vault must offer."""

    def rows(self, kind: str, /) -> Iterable[Row]:
        """Return the living rows of a kind of record."""
        ...


def gather(vault: Source) -> Records:
    """Read everything that is counted; what follows needs no vault."""
    return Records(**{field.name: tuple(vault.rows(field.name)) for field in fields(Records)})
