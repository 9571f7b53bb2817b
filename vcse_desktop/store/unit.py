"""What one unit of work is going to do; nothing is written before it ends."""

import json
from collections.abc import Callable, Mapping
from functools import partial

from vcse_desktop.store import repository
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.ident import derived_id, new_id
from vcse_desktop.store.migrations import TABLES
from vcse_desktop.store.shapes import Shape

Job = Callable[[Connection], None]


class Unit:
    """One human action: all of it is kept, or none. ``id`` is known at the end; None if nothing changed."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        """``shapes`` are those of the tables that may be written."""
        self.id: int | None = None
        self.jobs: list[Job] = []
        self._shapes = shapes

    def save(self, table: str, id: int | None, values: Mapping[str, object]) -> int:  # noqa: A002
        """Write these fields of a record, a new one when the id is None, and return its id at once.

        Fields that are not given stay as they are. A removed record that is saved lives again. KeyError when
        there is no such table or field.
        """
        shape, saved = self._shapes[table], new_id() if id is None else id
        shape.columns(values)
        self.jobs.append(partial(repository.save, shape=shape, record=saved, values=dict(values)))
        return saved

    def remove(self, table: str, id: int) -> None:  # noqa: A002
        """Take a record out of all lists; undo brings it back as it was."""
        self.jobs.append(partial(repository.remove, shape=self._shapes[table], record=id))

    def set(self, name: str, value: object) -> None:
        """Write a setting of the group: anything that JSON can say."""
        row = {"name": name, "value": json.dumps(value, sort_keys=True)}
        self.save("setting", derived_id(TABLES["setting"], name), row)
