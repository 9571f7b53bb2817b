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
    engagement: Sequence[Row] = ()
    review: Sequence[Row] = ()
    capacity_support: Sequence[Row] = ()
    organisation: Sequence[Row] = ()
    tally: Sequence[Row] = ()
    barrier: Sequence[Row] = ()
    role: Sequence[Row] = ()
    audience: Sequence[Row] = ()
    stakeholder: Sequence[Row] = ()
    action: Sequence[Row] = ()
    place: Sequence[Row] = ()
    connection: Sequence[Row] = ()


class Source(Protocol):
    """What the vault must offer."""

    def rows(self, kind: str, /) -> Iterable[Row]:
        """Return the living rows of a kind of record."""
        ...

    def may_read(self, table: str, /) -> bool:
        """Say whether whoever is in may read the records of a kind."""
        ...


def gather(vault: Source) -> Records:
    """Read everything that is counted; what follows needs no vault."""
    return Records(**{field.name: tuple(vault.rows(field.name)) for field in fields(Records)})


def gather_visible(vault: Source) -> Records:
    """Read what is counted as far as whoever is in may see it; nothing of the rest."""
    seen = [field.name for field in fields(Records) if vault.may_read(field.name)]
    return Records(**{name: tuple(vault.rows(name)) for name in seen})
