"""The history of every record and the lists to choose from, as tables that anybody can read."""

from collections.abc import Mapping

from vcse_desktop.exchange.harmless import harmless
from vcse_desktop.exchange.leaving.cells import WORDS, cell
from vcse_desktop.exchange.leaving.files import HISTORY, KEPT, LISTS
from vcse_desktop.exchange.leaving.tables import Shelf, Table
from vcse_desktop.i18n import pgettext
from vcse_desktop.records.fields import Field, Item, Kind, Lists
from vcse_desktop.records.vocabularies import lists as ours
from vcse_desktop.store.apart import Apart
from vcse_desktop.store.gauge import Gauge
from vcse_desktop.store.ident import symbols
from vcse_desktop.store.telling import Told

OF_HISTORY = "unit when who laptop why what table record field before after".split()
OF_LISTS = "list code label help group from until hidden own".split()


def write_history(vault: Apart, shelf: Shelf, gauge: Gauge) -> Table:
    """Write what the journal tells, oldest first; what was erased is not in it."""
    made, writers = Table(shelf, HISTORY, OF_HISTORY), vault.writers()
    fields = {(kind.code, field.code): field for kind in KEPT.values() for field in kind.fields}
    after, told = vault.changes(KEPT)
    while after:
        for one in told:
            made.write(_line(one, writers, fields))
        before = after
        after, told = vault.changes(KEPT, before)
        gauge.go_on(max(after - before, 0))
    return made


def _line(told: Told, writers: Mapping[int, str], fields: Mapping[tuple[str, str], Field]) -> list[str]:
    field = fields.get((told.kind, told.field))
    kind = Kind.TEXT if field is None else Kind.LINK if field.kind is Kind.LINKS else field.kind
    return [
        str(told.unit),
        told.at,
        harmless(writers.get(told.member, "")),
        symbols(told.device),
        told.why,
        told.what,
        told.kind,
        symbols(told.id),
        told.field,
        cell(kind, told.old),
        cell(kind, told.new),
    ]


def write_lists(shelf: Shelf, lists: Lists) -> Table:
    """Write every list as the group has it: ours in the person's language, and what the group added."""
    made, known = (
        Table(shelf, LISTS, OF_LISTS),
        {name: {i.code for i in items} for name, items in ours().items()},
    )
    for name, items in lists.items():
        for item in items:
            made.write(_item(name, item, own=item.code not in known.get(name, ())))
    return made


def _item(name: str, item: Item, *, own: bool) -> list[str]:
    words = (pgettext(name, text) for text in (item.label, item.help, item.group))
    days = (item.started, item.retired)
    return [name, item.code, *map(harmless, words), *days, WORDS[item.hidden], WORDS[own]]
