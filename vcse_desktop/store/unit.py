"""What one unit of work is going to do; nothing is written before it ends."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from vcse_desktop.store import attached, repository
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.ident import derived_id, new_id
from vcse_desktop.store.migrations import TABLES
from vcse_desktop.store.roles import MEMBERS_SETTINGS, Verb
from vcse_desktop.store.shapes import Shape

Job = Callable[[Connection], None]


class Unit:
    """One human action: all of it is kept, or none. ``id`` is known at the end; None if nothing changed."""

    def __init__(self, shapes: Mapping[str, Shape], must: Callable[[Verb, str], None]) -> None:
        """``shapes`` are those of all tables; ``must`` refuses what whoever is in may not do with one."""
        self.id: int | None = None
        self.large = False
        self.jobs: list[Job] = []
        self._shapes, self._must = shapes, must

    def save(self, table: str, id: int | None, values: Mapping[str, object]) -> int:  # noqa: A002
        """Write these fields of a record, a new one when the id is None, and return its id at once.

        Fields that are not given stay as they are. A removed record that is saved lives again. KeyError when
        there is no such table or field.
        """
        self._must(Verb.ADD if id is None else Verb.EDIT, table)
        return self._keep(table, id, values)

    def _keep(self, table: str, id: int | None, values: Mapping[str, object]) -> int:  # noqa: A002
        shape, saved = self._shapes[table], new_id() if id is None else id
        shape.columns(values)
        self.jobs.append(partial(repository.save, shape=shape, record=saved, values=dict(values)))
        return saved

    def bring(self, table: str, rows: Iterable[tuple[int, Mapping[str, object] | None]]) -> None:
        """Write records that have an id already, each as it comes, or only its id (None): then it is removed.

        The rows are read while they are written, so that many need little room; whatever their reading raises
        keeps all of this from being saved.
        """
        self._must(Verb.EDIT, table)
        self._must(Verb.REMOVE, table)
        shape = self._shapes[table]

        def job(con: Connection) -> None:
            for record, values in rows:
                repository.save(con, shape, record, values or {})
                if values is None:
                    repository.remove(con, shape, record)

        self.jobs.append(job)

    def bring_bytes(self, files: Iterable[tuple[int, bytes]]) -> None:
        """Keep the bytes of attachments that come with an id; they are read while they are written."""
        self._must(Verb.EDIT, attached.TABLE)

        def job(con: Connection) -> None:
            for record, content in files:
                attached.keep_again(con, record, content)

        self.jobs.append(job)

    def attach(self, values: Mapping[str, object], content: bytes) -> int:
        """Add an attachment with its bytes and return its id; Refused when they are too many."""
        made = self.save(attached.TABLE, None, {**values, "file": attached.named(content)})
        self.jobs.append(partial(attached.keep, record=made, content=content))
        return made

    def remove(self, table: str, id: int) -> None:  # noqa: A002
        """Take a record out of all lists; undo brings it back as it was."""
        self._must(Verb.REMOVE, table)
        self.jobs.append(partial(repository.remove, shape=self._shapes[table], record=id))

    def save_each(self, table: str, rows: Iterable[Mapping[str, object]], made: list[int]) -> None:
        """Write a new record for each of many, which are asked for one by one as they are written.

        Their ids are added to ``made`` meanwhile. What asking for one raises means that nothing is written.
        """
        self._must(Verb.ADD, table)
        shape, self.large = self._shapes[table], True

        def job(con: Connection) -> None:
            for values in rows:
                made.append(new_id())
                repository.save(con, shape, made[-1], values)

        self.jobs.append(job)

    def set(self, name: str, value: object) -> None:
        """Write a setting of the group: anything that JSON can say. Some a member may keep, too."""
        self._must(Verb.EDIT, "person" if name.startswith(MEMBERS_SETTINGS) else "setting")
        row = {"name": name, "value": json.dumps(value, sort_keys=True)}
        self._keep("setting", derived_id(TABLES["setting"], name), row)
