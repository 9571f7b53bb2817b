"""What can be done to the records of an open vault; each time all of it is saved, or nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from vcse_desktop.store import local, search, undo
from vcse_desktop.store.aside import Aside
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.engine import CACHE_KIB, LARGE_KIB, room
from vcse_desktop.store.findings import NotWhole
from vcse_desktop.store.journal import work
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.roles import KEEPER, must, refusal
from vcse_desktop.store.undo import LeftAlone
from vcse_desktop.store.unit import Job, Unit


class Writing(Aside):
    """The changes. They come one after another, on the one thread that writes."""

    kept = False
    """Whether anything was saved since the vault was opened."""

    @contextmanager
    def unit(self, why: str) -> Iterator[Unit]:
        """Collect what one human action does; at the end all of it is saved, or nothing.

        ``why`` is a code: add, edit, remove, import … An exception in the body means that nothing is
        written; DiskFull and CannotWrite mean that nothing was. NotAllowed when whoever is in may not.
        """
        self.must_be_whole()
        unit = Unit(self._inside.shapes, partial(must, self.role))
        yield unit
        with self._room(large=unit.large):
            unit.id = self._write(why, unit.jobs)

    @contextmanager
    def _room(self, *, large: bool) -> Iterator[None]:
        """Give the lane that writes more memory for a unit of very many records, and take it back."""
        lane = self._inside.writer
        if large:
            lane.run(lambda con: room(con, LARGE_KIB))
        try:
            yield
        finally:
            if large:
                lane.run(lambda con: room(con, CACHE_KIB))

    @contextmanager
    def _program_unit(self, why: str) -> Iterator[Unit]:
        """Collect what the program itself has to write, whoever is in."""
        self.must_be_whole()
        unit = Unit(self._inside.shapes, lambda *_: None)
        yield unit
        unit.id = self._write(why, unit.jobs)

    def _write(self, why: str, jobs: Sequence[Job], undoes: str | None = None) -> int | None:
        inside = self._inside
        self.must_be_whole()

        def job(con: Connection) -> int | None:
            with work(con, inside.author, why, undoes, inside.writer.must_go_on) as mark:
                for write in jobs:
                    write(con)
                search.refresh(con, inside.shapes, mark)
            self.kept = self.kept or mark.count > 0
            return mark.n if mark.count else None

        return inside.writer.run(job)

    def undo(self, unit: int) -> list[LeftAlone]:
        """Take a unit back by a new one, which can be undone too; return what was changed since and stays.

        NotAllowed for the work of somebody else, unless a keeper is in.
        """
        inside, left = self._inside, list[LeftAlone]()
        name, member = inside.reader.run(lambda con: undo.name_of(con, unit))
        if member != self.member and self.role != KEEPER:
            raise refusal(KEEPER)

        def job(con: Connection) -> None:
            left.extend(undo.take_back(con, inside.tables, inside.shapes, unit))

        self._write("undo", [job], name)
        return left

    def keep_signing_key(self, key: SigningKey) -> None:
        """Keep the key that packs are signed with on this laptop, instead of any other."""
        self.must_be_whole()
        self._inside.writer.run(lambda con: local.keep_signing_key(con, key))

    def must_be_whole(self) -> None:
        """Refuse to write anything once damage was found; NotWhole says what it is and what to do."""
        if self._inside.found:
            raise NotWhole(self._inside.found, copied=self._inside.copied)
