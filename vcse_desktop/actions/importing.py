"""A spreadsheet's rows as records: first what would be made, then all of it as one unit of work."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.mapping import CellProblem, Matched, RowRead
from vcse_desktop.exchange.reading import read_sheet
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import KINDS, TABLES
from vcse_desktop.records.fields import Kind, Lists, Problem
from vcse_desktop.records.normal import fold_name, normal
from vcse_desktop.records.validation import problems
from vcse_desktop.store.vault import Unit, Vault

NAMED_BY = {
    "activity": "title",
    "person": "known_as",
    "organisation": "name",
    "engagement": "question",
    "place": "name",
}
"""The kinds whose records a spreadsheet can name, and the field that holds the name."""

NO_KIND = (
    N_("There is no such kind of record"),
    N_("“{kind}” is not a kind of record. Nothing was imported. The kinds are: {kinds}."),
)
NOT_AGREED = (
    N_("Some rows could not be understood"),
    N_("Nothing was imported. Mend the cells that are named, or choose to leave those rows out."),
)
CANNOT_NAME = N_("A record of this kind cannot be found by its name, so the column cannot be used.")
TWO_OF_THEM = N_("More than one record has this name, so it is not clear which is meant.")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would make: rows, and records made on the way because a row names them."""

    kind: str
    rows: tuple[RowRead, ...]
    problems: tuple[CellProblem, ...]
    known: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (kind, folded name) -> id

    def good(self) -> list[RowRead]:
        """Return the rows without a problem."""
        return [row for row in self.rows if not row.problems]

    def remarks(self) -> list[CellProblem]:
        """Return what is unlikely in the good rows; it is kept as it stands."""
        return [remark for row in self.good() for remark in row.remarks]

    def new_names(self) -> dict[str, list[str]]:
        """Return for each kind the names of records that would be made because none has that name."""
        made: dict[tuple[str, str], str] = {}
        for row in self.good():
            for code, names in row.names.items():
                for name in names:
                    made.setdefault((target(self.kind, code), fold_name(name)), name)
        return {
            kind: [name for (of, key), name in made.items() if of == kind and (of, key) not in self.known]
            for kind in {of for of, _ in made}
        }


def prepare(vault: Vault, file: Path, kind: str, columns: Mapping[str, str]) -> Prepared:
    """Read a spreadsheet and say what importing it would make. Nothing is written. For keepers alone."""
    keepers_only(vault)
    if kind not in KINDS:
        raise Refused(*NO_KIND, kind=kind, kinds=", ".join(KINDS))
    lists = group_lists(vault)
    read = list(Matched(KINDS[kind], columns, lists, today()).read(read_sheet(file)))
    named = {
        (target(kind, code), name) for row in read for code, names in row.names.items() for name in names
    }
    known, double = _known(vault, {of for of, _ in named})
    faults = {
        key: fault
        for key in named
        if key[0] in NAMED_BY and (key[0], fold_name(key[1])) not in known and (fault := _fault(*key, lists))
    }
    faults |= {key: Problem("", TWO_OF_THEM) for key in named if (key[0], fold_name(key[1])) in double}
    rows = [_with_names(kind, row, columns, faults) for row in read]
    return Prepared(kind, tuple(rows), tuple(p for row in rows for p in row.problems), known)


def carry_out(vault: Vault, prepared: Prepared, *, leave_out: bool = False) -> Changed:
    """Make all the rows as one unit of work; with ``leave_out`` only those without a problem."""
    keepers_only(vault)
    if prepared.problems and not leave_out:
        raise Refused(*NOT_AGREED)
    known = dict(prepared.known)
    made: list[int] = []
    kinds = {prepared.kind}
    with vault.unit("import") as unit:
        for kind, names in prepared.new_names().items():
            kinds.add(kind)
            for name in names:
                known[kind, fold_name(name)] = _make(unit, kind, name)
        for row in prepared.good():
            made.append(unit.save(prepared.kind, None, row.values | _links(prepared.kind, row, known)))
    return Changed(frozenset(kinds), unit.id, tuple(made))


def target(kind: str, code: str) -> str:
    """Return the kind of record that a field of this kind points to."""
    found = next(f for f in KINDS[kind].fields if f.code == code)
    return "place" if found.kind is Kind.PLACE else found.to


def _known(vault: Vault, kinds: set[str]) -> tuple[dict[tuple[str, str], int], set[tuple[str, str]]]:
    known: dict[tuple[str, str], int] = {}
    double: set[tuple[str, str]] = set()
    for kind in sorted(kinds & set(NAMED_BY)):
        for row in vault.rows(kind):
            key = (kind, fold_name(str(row[NAMED_BY[kind]] or "")))
            if key in known:
                double.add(key)
            known.setdefault(key, int(str(row["id"])))
    return known, double


def _fault(kind: str, name: str, lists: Lists) -> Problem | None:
    """Return what keeps a new record from having this name, if anything does."""
    found = problems(TABLES[kind], {NAMED_BY[kind]: name}, lists, today=today())
    return next((problem for problem in found if problem.field == NAMED_BY[kind]), None)


def _with_names(
    kind: str, row: RowRead, columns: Mapping[str, str], faults: Mapping[tuple[str, str], Problem]
) -> RowRead:
    wrong = list(row.problems)
    for code, names in row.names.items():
        of = target(kind, code)
        found = [faults[of, name] for name in names if (of, name) in faults]
        if of not in NAMED_BY:
            found = [Problem(code, CANNOT_NAME)]
        wrong += [CellProblem(row.row, columns[code], replace(fault, field=code)) for fault in found]
    return replace(row, problems=tuple(wrong))


def _make(unit: Unit, kind: str, name: str) -> int:
    also: dict[str, object] = {"kind": "own"} if kind == "place" else {}
    return unit.save(kind, None, normal(TABLES[kind], {NAMED_BY[kind]: name, **also}))


def _links(kind: str, row: RowRead, known: Mapping[tuple[str, str], int]) -> dict[str, object]:
    fields = {f.code: f for f in KINDS[kind].fields}
    links: dict[str, object] = {}
    for code, names in row.names.items():
        ids = sorted({known[target(kind, code), fold_name(name)] for name in names})
        links[code] = ids if fields[code].kind is Kind.LINKS else ids[0]
    return links
