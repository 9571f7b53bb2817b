"""What the audit of packs found and left out, in sentences and as other programs read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.disclosure.follows import Found, What
from vcse_desktop.disclosure.printed import Where
from vcse_desktop.disclosure.sheets import Gap, Left
from vcse_desktop.figures.measures import MEASURES
from vcse_desktop.i18n import N_, ngettext, tr

_HOUR = 60
_WORDS = {
    What.KNOWN: N_("{files}: {cell} is hidden, but it can only be {low}."),
    What.NARROW: N_("{files}: {cell} is hidden, but it can only be {low} to {high}."),
    What.KNOWN_AS_SOMEBODY: N_(
        "{files}: {cell} is hidden, but as no hidden number is 0, it can only be {low}."
    ),
    What.NARROW_AS_SOMEBODY: N_(
        "{files}: {cell} is hidden, but as no hidden number is 0, it can only be {low} to {high}."
    ),
    What.PRINTED: N_("{files}: {cell} stands there to be read, although it can only be {low} to {high}."),
    What.CHANGED: N_("{files}: {cell} changed from one pack to another, by {low} to {high}."),
    What.REST_KNOWN: N_("{files}: {cell}, without {other}, leaves {low}."),
    What.REST_NARROW: N_("{files}: {cell}, without {other}, leaves {low} to {high}."),
    What.HOURS: N_("{files}: {cell} are hidden, but they can only be {low} to {high} hours."),
}
_EXACTLY = {
    What.PRINTED: N_("{files}: {cell} stands there to be read, although it is only {low}."),
    What.CHANGED: N_("{files}: {cell} changed from one pack to another, by {low}."),
}
_OMITTED = {
    "rule": N_("{files}: this pack states a rule that no pack has, so none of its numbers were looked at."),
    "unknown_table": N_("{files}: “{table}” is not a table that this program knows, and was left out."),
    "too_long": N_("{files}: the table “{table}” is too long, and its end was left out."),
    Gap.TOO_MANY.value: N_(
        "{files}: there are too many numbers that count the same ({table}), and some were left out."
    ),
    Gap.CONTRADICTS.value: N_(
        "{files}: these numbers cannot all be true together ({table}), so nothing could be said of them."
    ),
    Gap.CHANGED_BETWEEN.value: N_(
        "{files}: numbers changed from one of these packs to another ({table}), so those packs were not put "
        "together."
    ),
    Gap.UNFINISHED.value: N_("{files}: it took too long or broke off, so not everything was looked at."),
}
_CELL = N_("{measure}, {first} to {last}")
_CELL_OF = N_("{measure} ({codes}), {first} to {last}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One group of people that could be worked out, and in which packs the numbers stand."""

    files: tuple[Path, ...]
    found: Found

    def plain(self) -> Mapping[str, object]:
        """Return it for other programs; hours are in hours."""
        first, *others = self.found.cells
        cell: dict[str, object] = _plain(first.where)
        if self.found.what in (What.REST_KNOWN, What.REST_NARROW):
            cell["less"] = [_plain(one.where) | {"table": one.table} for one in others]
        return {
            "files": [str(file) for file in self.files],
            "table": first.table,
            "cell": cell,
            "low": self._told(self.found.low),
            "high": self._told(self.found.high),
            "what": self.found.what.value,
        }

    def sentence(self) -> str:
        """Return it in words."""
        first, other = self.found.cells[0], self.found.cells[-1]
        exactly = _EXACTLY.get(self.found.what) if self.found.low == self.found.high else None
        return tr(
            exactly or _WORDS[self.found.what],
            files=_names(self.files),
            cell=_cell(first.where),
            other=_cell(other.where),
            low=self._told(self.found.low),
            high=self._told(self.found.high),
        )

    def _told(self, number: float) -> float:
        return round(number / _HOUR, 2) if self.found.what is What.HOURS else round(number)


@dataclass(frozen=True, slots=True)
class Omitted:
    """What was not looked at: why, in which packs, and which table or kind of number."""

    why: str
    files: tuple[Path, ...]
    table: str = ""
    rows: int = 0

    def plain(self) -> Mapping[str, object]:
        """Return it for other programs: as a finding without a cell."""
        files = [str(file) for file in self.files]
        ends = {"cell": None, "low": None, "high": None}
        return {"files": files, "table": self.table, **ends, "what": f"left_out_{self.why}"}

    def sentence(self) -> str:
        """Return it in words."""
        if self.why == "odd_rows":
            return ngettext(
                "{files}: {n} row of the table “{table}” is not as the format has it, and was left out.",
                "{files}: {n} rows of the table “{table}” are not as the format has them, and were left out.",
                self.rows,
                files=_names(self.files),
                table=self.table,
            )
        return tr(_OMITTED[self.why], files=_names(self.files), table=self.table)


def finding(found: Found, files: Sequence[Path]) -> Finding:
    """Return what was found, with the files that the numbers stand in."""
    return Finding(tuple(files[place] for place in sorted({one.source for one in found.cells})), found)


def omitted(left: Left, files: Sequence[Path]) -> Omitted:
    """Return what was left out, with the files that it stands in."""
    return Omitted(left.gap.value, tuple(files[place] for place in sorted(set(left.sources))), left.universe)


def _plain(where: Where) -> dict[str, object]:
    return {"measure": where.measure, "from": where.start, "to": where.end, "codes": dict(where.codes)}


def _cell(where: Where) -> str:
    known = MEASURES.get(where.measure)
    codes = ", ".join(f"{dimension} {code}" for dimension, code in where.codes)
    values = {"measure": tr(known.label) if known else where.measure, "first": where.start, "last": where.end}
    return tr(_CELL_OF, codes=codes, **values) if codes else tr(_CELL, **values)


def _names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files)
