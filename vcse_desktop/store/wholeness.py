"""Whether an open vault is whole, and what follows when it is not: it is read, and written no more."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from vcse_desktop.errors import WorldError
from vcse_desktop.store import checking, search, verifying
from vcse_desktop.store.checking import FULL, Check
from vcse_desktop.store.door import DATA
from vcse_desktop.store.engine import connect
from vcse_desktop.store.errors import Damaged, IndexDamaged, WrongKeyOrDamaged
from vcse_desktop.store.findings import NotWhole, harmful
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.inside import Inside
from vcse_desktop.store.journal import newest_stamps
from vcse_desktop.store.people import People
from vcse_desktop.store.setaside import set_aside


class Checked(People):
    """The checks. A finding never repairs anything by itself."""

    def __init__(self, inside: Inside) -> None:
        super().__init__(inside)
        self.when_found: Callable[[NotWhole], object] = lambda _: None
        """Told once of damage that was found, on whichever thread found it."""
        inside.writer.harmed = inside.reader.harmed = self._harmed

    def verify(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> list[str]:
        """Return what is wrong with this vault as codes; empty when it is whole.

        "cancelled" stands last when ``cancelled`` has stopped it. Nothing is written.
        """
        found = self._looked_through(None, progress, cancelled)
        if "cancelled" in found or found == ["unreadable"]:
            return found
        return found + verifying.search_checked(self._inside.writer, cancelled)

    def check(
        self, kind: str, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> list[str]:
        """Return what ``verify`` does, for FULL; for QUICK what is wrong with the pages and with what was
        written here since the last check.

        What was found is noted. With any harm in it the files are set aside and nothing more is written.
        """
        done, until = self.last_checks(), self._ask(newest_stamps).get(self.device, 0)
        if kind == FULL:
            found = self.verify(progress, cancelled)
        else:
            since = max((one.until for one in done.values() if not one.problems), default=0)
            found = self._looked_through((self.device, since), progress, cancelled)
        if "cancelled" not in found:
            with suppress(WorldError):  # a file that is damaged may not take the note
                self._inside.writer.run(lambda con: checking.note(con, kind, found, until))
            self.must_not_write(found)
        return found

    def last_checks(self) -> dict[str, Check]:
        """Return the newest check of each kind that was finished."""
        return self._ask(checking.last)

    def must_not_write(self, problems: Sequence[str]) -> None:
        """Let nothing more be written while this is open, when one of these problems is harmful."""
        inside, bad = self._inside, harmful(problems)
        if bad and not inside.found:
            inside.found = tuple(bad)
            here = [f"{inside.author.device} {one}" for one in bad]  # what a backup replaced is past
            inside.copied = set_aside(self.folder, here) is not None
            self.when_found(NotWhole(bad, copied=inside.copied))

    @property
    def harm(self) -> NotWhole | None:
        """What was found since the vault was opened, if anything: then it is only read."""
        inside = self._inside
        return NotWhole(inside.found, copied=inside.copied) if inside.found else None

    def rebuild_search(self) -> None:
        """Make the index of words anew from the records."""
        self.must_be_whole()
        self._inside.writer.run(lambda con: search.rebuild(con, self._inside.shapes))

    def _harmed(self, error: Damaged) -> Damaged:
        """Return what to say of damage that was met while something was read or written."""
        if isinstance(error, IndexDamaged):
            return error
        self.must_not_write(["unreadable"])
        inside = self._inside
        return error if isinstance(error, NotWhole) else NotWhole(inside.found, copied=inside.copied)

    def _looked_through(
        self, since: tuple[int, int] | None, progress: Progress | None, cancelled: Cancelled | None
    ) -> list[str]:
        inside = self._inside
        try:
            return verifying.apart(
                lambda: connect(self.folder / DATA, bytes(inside.data_key), reader=True),
                lambda con, stop: verifying.problems(con, inside.tables, progress, stop, since),
                lambda: inside.closing or bool(cancelled and cancelled()),
            )
        except (Damaged, WrongKeyOrDamaged):
            return ["unreadable"]
