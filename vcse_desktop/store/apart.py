"""A vault as it stands at one moment, to be read for as long as it takes while others go on writing."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from vcse_desktop.store import telling
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.door import DATA
from vcse_desktop.store.engine import Lane, connect
from vcse_desktop.store.roles import KEEPER, refusal
from vcse_desktop.store.telling import Told
from vcse_desktop.store.unlocked import Vault


class Apart(Vault):
    """Answers every question from that moment, on a thread and a connection of its own. It never writes."""

    def __init__(self, vault: Vault, lane: Lane) -> None:
        self._whole = vault._inside
        super().__init__(replace(self._whole, reader=lane))
        self._whole.writer.harmed = lane.harmed = vault._harmed  # damage that is met is noted of the vault

    def changes(self, tables: Collection[str], after: int = 0, most: int = 2000) -> tuple[int, list[Told]]:
        """Return what the next changes of these tables tell, and the number to go on after; 0 at the end."""
        shapes = {name: self._inside.shapes[name] for name in tables}
        return self._ask(lambda con: telling.changes(con, shapes, after, most))

    def count_changes(self) -> int:
        """Return how many changes there are."""
        sql = "SELECT count(*) FROM chg"
        return int(self._ask(lambda con: con.execute(sql).fetchone())[0])

    def writers(self) -> Mapping[int, str]:
        """Return the names of all who wrote here."""
        return self._ask(telling.writers)

    @property
    def closing(self) -> bool:
        """Whether the vault is being locked, so that this has to end."""
        return self._whole.closing


@contextmanager
def apart(vault: Vault) -> Iterator[Apart]:
    """Give a vault as it is now; NotAllowed unless a keeper is in, as the whole past can be read."""
    if vault.role != KEEPER:
        raise refusal(KEEPER)
    inside = vault._inside
    lane = Lane(lambda: connect(inside.folder / DATA, bytes(inside.data_key), reader=True))
    try:
        lane.run(_begun)
        yield Apart(vault, lane)
    finally:
        lane.close()


def _begun(con: Connection) -> None:
    """Begin to read: what is written from now on is not seen."""
    con.execute("BEGIN")
    con.execute("SELECT count(*) FROM tx").fetchone()
