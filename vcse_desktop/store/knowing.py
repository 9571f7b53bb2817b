"""What an open vault holds about somebody: every record, and every text that names them."""

from collections.abc import Collection, Sequence

from vcse_desktop.store import holdings, mentions
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.holdings import Held
from vcse_desktop.store.mentions import Mention
from vcse_desktop.store.roles import KEEPER, refusal
from vcse_desktop.store.writing import Writing


class Knowing(Writing):
    """Questions that a keeper alone may ask: each raises NotAllowed for anybody else."""

    def _keepers_only(self) -> None:
        if self.role != KEEPER:
            raise refusal(KEEPER)

    def names(self, people: Collection[int]) -> list[str]:
        """Return every name, number and address that these people ever had here, the longest first."""
        self._keepers_only()
        return self._ask(lambda con: mentions.names(con, self._inside.tables, people))

    def mentions(
        self,
        names: Sequence[str],
        but: Collection[int],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[Mention]:
        """Return every text outside of the records ``but`` in which one of these names stands or has stood.

        Stopped when ``cancelled`` says so.
        """
        self._keepers_only()
        wanted, tables = mentions.sought(names), self._inside.tables
        return self._ask(lambda con: mentions.mentions(con, tables, wanted, but, progress, cancelled))

    def held_about(self, person: int) -> list[Held]:
        """Return all that is held about one person, removed records too; KeyError when there is nobody.

        It is what an erasure would take away or leave without a name, and the sessions they came to.
        """
        self._keepers_only()
        return self._ask(lambda con: holdings.about(con, self._inside.shapes, person))
