"""A pile of sheets that is being typed in: which of them are done, left out, or still to come."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Values

WHERE = N_("Sheet {sheet} of {sheets}")
ALL_OF_IT = N_("{typed} {rest}")


@dataclass(frozen=True, slots=True)
class Done:
    """One sheet that is behind: the unit of work that keeps it, None for one that was left out.

    ``of`` is the session it is of, as its activity and day; ``unnamed`` how many came by it without a name.
    """

    sheet: int
    unit: int | None = None
    of: tuple[object, object] = (None, None)
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """``lists`` are those to count by, ``next`` what the next sheet begins with."""

    paper: str
    sheets: int
    lists: Sequence[str] = ()
    done: Sequence[Done] = ()
    next: Values = field(default_factory=dict)

    @property
    def at(self) -> int:
        """The sheet that is typed in now; one more than there are when none is left."""
        behind = {one.sheet for one in self.done}
        return next((n for n in range(1, self.sheets + 1) if n not in behind), self.sheets + 1)

    @property
    def over(self) -> bool:
        """Whether no sheet is left."""
        return self.at > self.sheets

    @property
    def units(self) -> list[int]:
        """The units of work of the sheets that were typed in, in their order."""
        return [one.unit for one in self.done if one.unit is not None]

    def went(self, one: Done, begins: Mapping[str, object]) -> "Batch":
        """Return the batch with one sheet more behind, and what the next one begins with."""
        return replace(self, done=(*self.done, one), next=dict(begins))

    def without(self, gone: Collection[int]) -> "Batch":
        """Return the batch without the sheets of these units: they were taken back."""
        return replace(self, done=tuple(one for one in self.done if one.unit not in gone))

    def unnamed(self, of: tuple[object, object]) -> int:
        """Return how many came without a name by the sheets of a session so far."""
        return sum(one.unnamed for one in self.done if one.of == of)


def where(batch: Batch) -> str:
    """Return which sheet of how many it is."""
    return tr(WHERE, sheet=min(batch.at, batch.sheets), sheets=batch.sheets)


def summary(batch: Batch) -> list[str]:
    """Return how many sheets were typed in, left out, and not reached, in sentences."""
    out = sorted(one.sheet for one in batch.done if one.unit is None)
    left = batch.sheets - len(batch.done)
    which = ", ".join(map(str, out))
    said = [ngettext("{n} sheet is typed in.", "{n} sheets are typed in.", len(batch.units))]
    if out:
        said.append(
            ngettext(
                "{n} sheet was left out: number {which}.",
                "{n} sheets were left out: numbers {which}.",
                len(out),
                which=which,
            )
        )
    if left:
        said.append(ngettext("{n} sheet was not typed in yet.", "{n} sheets were not typed in yet.", left))
    return said
