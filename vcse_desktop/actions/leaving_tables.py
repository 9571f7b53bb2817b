"""How each table of the vault becomes a file of the folder with everything, and what is noted of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.in_cells import InCells
from vcse_desktop.actions.leaving_past import write_history, write_lists
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.exchange.leaving import descriptor
from vcse_desktop.exchange.leaving.cells import cell
from vcse_desktop.exchange.leaving.descriptor import Resource
from vcse_desktop.exchange.leaving.files import (
    ATTACHMENTS,
    OWN,
    READ_ONLY,
    Pairs,
    pairs_of,
    path_of,
    path_of_attachment,
    path_of_pairs,
    target,
)
from vcse_desktop.exchange.leaving.tables import Records, Shelf, Table
from vcse_desktop.exchange.workbook import Workbook
from vcse_desktop.figures.reading import links
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import RecordKind, Values
from vcse_desktop.store.apart import Apart
from vcse_desktop.store.gauge import Gauge
from vcse_desktop.store.ident import symbols

AT_ONCE = 500
"""Records that are read together."""
LINKS = N_("{kind}: {field}")
EVERY_LIST = N_("Every list to choose from, with what you added, worded anew or hid")
PAST = N_("What was ever written or changed, when and by whom")
ATTACHED = N_("Attached files")
READ_FIRST = N_("Read this first")
NOTE = N_(
    "This file holds personal data. It is not encrypted: keep it safe, and delete it when it is not needed."
)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, as the page explains it; ``rows`` is None where it is no table.

    ``part`` is what it belongs to: records, links, lists, own, history, packs or attachments.
    """

    part: str
    path: str
    title: str
    rows: int | None


class Leaving:
    """Writes the files. ``made`` are those that are there; ``records`` and ``attachments`` count."""

    def __init__(self, vault: Apart, shelf: Shelf, language: str, gauge: Gauge) -> None:
        self._vault, self._shelf, self._gauge = vault, shelf, gauge
        self._says = Sayings(vault, language)
        self.made = list[Made]()
        self.resources = list[Resource]()
        self.records = self.attachments = 0
        self._open = dict[str, Records]()
        self._aimed: Mapping[str, set[int]] = defaultdict(set)

    def tables(self, book: Workbook) -> None:
        """Write every record, once for programs and once for people."""
        book.note(tr(READ_FIRST), [tr(NOTE)])
        for kind in TABLES.values():
            in_cells = InCells(self._says, kind, kind.fields)
            book.begin(tr(kind.label), in_cells.headings())
            for rows in self._kind(kind):
                for cells in in_cells.rows(rows):
                    book.write(cells)

    def rest(self) -> None:
        """Write what is not a record, once all records are written."""
        for kind in OWN.values():
            for _ in self._kind(kind):
                pass
        for name, made in self._open.items():
            self.records += made.rows if name in TABLES else 0
            made.put_gone(self._aimed[name])
            made.close()
            title = tr(made.kind.label)
            self.resources.append(descriptor.records(made, name, title, self._says.lists))
            part = "records" if name in TABLES else "own"
            self.made.append(Made(part, made.path, title, made.rows))
        for kind in READ_ONLY.values():
            self._read_only(kind)
        self._add("lists", write_lists(self._shelf, self._says.lists), tr(EVERY_LIST))
        told = write_history(self._vault, self._shelf, self._gauge)
        self._add("history", told, tr(PAST))
        self._attached()

    def _kind(self, kind: RecordKind) -> Iterator[Sequence[Values]]:
        """Write a table and its links; yield its records some at a time."""
        made = self._open[kind.code] = Records(self._shelf, path_of(kind.code), kind)
        linked = [Linked(self._shelf, one) for one in pairs_of(kind)]
        leading = {field.code: to for field in made.fields if (to := target(field))}
        ids = [int(str(row["id"])) for row in self._vault.pick(kind.code, fields=("id",))]
        for start in range(0, len(ids), AT_ONCE):
            rows = self._vault.rows_of(kind.code, ids[start : start + AT_ONCE])
            for row in rows:
                made.put(row)
                for code, to in leading.items():
                    if row[code] is not None:
                        self._aimed[to].add(int(str(row[code])))
                for one in linked:
                    self._aimed[one.pairs.field.to].update(one.put(row))
            yield rows
            self._gauge.go_on(len(rows))
        for one in linked:
            one.table.close()
            title = tr(LINKS, kind=tr(kind.label), field=tr(one.pairs.field.label))
            self.resources.append(descriptor.links(one.table, one.pairs, title))
            self.made.append(Made("links", one.table.path, title, one.table.rows))

    def _read_only(self, kind: RecordKind) -> None:
        codes = [field.code for field in kind.fields]
        made = Table(self._shelf, path_of(kind.code), codes)
        for row in self._vault.rows(kind.code):
            made.write([cell(field.kind, row[field.code]) for field in kind.fields])
        self._add("packs", made, tr(kind.label))

    def _attached(self) -> None:
        (self._shelf.folder / ATTACHMENTS).mkdir(exist_ok=True)
        for row in self._vault.pick("attachment", fields=("id",)):
            record = int(str(row["id"]))
            content = self._vault.picture(record)
            if content is not None:
                path = path_of_attachment(symbols(record), content)
                (self._shelf.folder / path).write_bytes(content)
                self.resources.append(descriptor.plain(path, tr(ATTACHED)))
                self.attachments += 1
            self._gauge.go_on(1)
        self.made.append(Made("attachments", ATTACHMENTS, tr(ATTACHED), self.attachments))

    def _add(self, part: str, made: Table, title: str) -> None:
        """Note a table of words alone."""
        made.close()
        fields = [{"name": heading, "type": "string"} for heading in made.headings]
        self.resources.append(descriptor.table(made, title, fields, ()))
        self.made.append(Made(part, made.path, title, made.rows))


class Linked:
    """The file of one field that can name several records."""

    def __init__(self, shelf: Shelf, pairs: Pairs) -> None:
        self.pairs = pairs
        self.table = Table(shelf, path_of_pairs(pairs.table), [pairs.mine, pairs.theirs])

    def put(self, row: Values) -> list[int]:
        """Write what a record names there, and return it."""
        others = list(links(row, self.pairs.field.code))
        for other in others:
            self.table.write([symbols(int(str(row["id"]))), symbols(other)])
        return others
