"""Which records are wanted and no others: of some days, of some people, the newest of each; never all."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from vcse_desktop.store import repository
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.conditions import (
    Among,
    Between,
    Condition,
    column,
    fields_in,
    kinds_in,
    searches,
    whole,
)
from vcse_desktop.store.inside import Opened
from vcse_desktop.store.on_erase import not_late
from vcse_desktop.store.repository import Row
from vcse_desktop.store.roles import MEMBER, Verb, must, refusal, sees, sees_all
from vcse_desktop.store.shapes import Shape


class Picking(Opened):
    """Questions about some records of a kind. KeyError where there is no such table or field.

    What whoever is in may not see is None; NotAllowed when they may not ask this.
    """

    def may_ask(self, table: str, /, *where: Condition, fields: Collection[str] = ()) -> bool:
        """Say whether whoever is in may ask this: what they may not see tells nothing by an answer."""
        kinds = {*kinds_in(where), *([table] if searches(where) else [])}
        asked = {*fields_in(where), *fields} - {"id"}
        return (
            self.may_read(table)
            and all(sees_all(self.role, kind) for kind in kinds)
            and all(sees(self.role, table, field) for field in asked)
        )

    def _shapes(self, table: str, where: Sequence[Condition] = (), *fields: str) -> Mapping[str, Shape]:
        """Return the shapes of all tables; NotAllowed when whoever is in may not ask this of one of them."""
        must(self.role, Verb.READ, table)
        if not self.may_ask(table, *where, fields=fields):
            raise refusal(MEMBER)
        return self._inside.shapes

    def _seen(self, table: str, rows: list[Row]) -> list[Row]:
        """Return the rows with None for what whoever is in may not see."""
        if sees_all(self.role, table):
            return rows
        return [{f: row[f] if f == "id" or sees(self.role, table, f) else None for f in row} for row in rows]

    def pick(
        self,
        table: str,
        /,
        *where: Condition,
        by: str = "id",
        most: int = -1,
        newest: bool = False,
        fields: Collection[str] = (),
    ) -> list[Row]:
        """Return the living records for which all of this is so, in the order of a field, then of their ids.

        At most ``most`` when it is not negative; ``newest`` turns the order round. With ``fields`` they have
        these alone, which is much less to read.
        """
        shapes = self._shapes(table, where, by)
        way, name = "DESC" if newest else "ASC", column(shapes[table], by)
        sql, places = whole(shapes, table, where)
        first = "+" if most < 0 else ""  # all are wanted: found by an index first, and put in order then
        order = f"{sql} ORDER BY {first}{name} {way}, {first}id {way} LIMIT ?"
        found = self._ask(lambda con: repository.read(con, shapes[table], order, [*places, most], fields))
        return self._seen(table, found)

    def values(
        self, table: str, /, *where: Condition, fields: Sequence[str], most: int = -1
    ) -> list[tuple[Any, ...]]:
        """Return the id and these fields of living records, as they are kept, oldest first."""
        shapes = self._shapes(table, where, *fields)
        sql, places = whole(shapes, table, where)
        names = ", ".join(column(shapes[table], code) for code in fields)
        ask = f'SELECT id, {names} FROM "{table}" WHERE {sql} ORDER BY id LIMIT ?'
        return self._ask(lambda con: con.execute(ask, [*places, most]).fetchall())

    def some(self, table: str, /, *where: Condition) -> bool:
        """Say whether there is a living record for which all of this is so."""
        shapes = self._shapes(table, where)
        sql, places = whole(shapes, table, where)
        ask = f'SELECT EXISTS(SELECT 1 FROM "{table}" WHERE {sql})'
        return self._ask(lambda con: bool(con.execute(ask, places).fetchone()[0]))

    def joined(self, table: str, code: str, ids: Collection[int], fields: Collection[str] = ()) -> list[Row]:
        """Return these living records and all that are joined to them by a link, by whatever way round.

        With ``fields`` they have these alone.
        """
        shape = self._shapes(table, (), code)[table]
        name = column(shape, code)
        sql = f"""id IN (WITH RECURSIVE same(id) AS (SELECT value FROM json_each(?)
          UNION SELECT o.{name} FROM same JOIN "{table}" o ON o.id=same.id
            WHERE o.alive=1 AND o.{name} IS NOT NULL
          UNION SELECT o.id FROM same JOIN "{table}" o ON o.{name}=same.id
            WHERE o.alive=1 AND o.{name} IS NOT NULL)
          SELECT id FROM same) AND alive=1{not_late(table)} ORDER BY id"""
        found = self._ask(lambda con: repository.read(con, shape, sql, [json.dumps(list(ids))], fields))
        return self._seen(table, found)

    def latest(
        self, table: str, each: Among, until: Between, most: int, fields: Collection[str] = ()
    ) -> list[Row]:
        """Return for each of these values the so many newest records that have it, by the field of ``until``.

        Of several of one day the one with the smallest id comes first.
        """
        shape = self._shapes(table, (each, until))[table]
        owner, when = column(shape, each.field), column(shape, until.field)
        sql = f"""id IN (SELECT one.id FROM json_each(?) each JOIN "{table}" one ON one.id IN (
            SELECT id FROM "{table}" WHERE alive=1 AND {owner}=each.value AND {when}<=?
            ORDER BY {when} DESC, id LIMIT ?)) ORDER BY id"""
        places = [json.dumps(list(each.values)), until.last, most]
        return self._seen(table, self._ask(lambda con: repository.read(con, shape, sql, places, fields)))

    def named(self, table: str, link: str, ids: Collection[int]) -> set[int]:
        """Return which of these ids a link of some living record points to."""
        shape = self._shapes(table, (), link)[table]
        there = f'SELECT 1 FROM "{table}" WHERE alive=1 AND {column(shape, link)}=value'
        ask = f"SELECT value FROM json_each(?) WHERE EXISTS({there})"
        return self._ask(lambda con: {one for (one,) in con.execute(ask, (json.dumps(list(ids)),))})

    def count(self, table: str, /, *where: Condition, most: int = -1) -> int:
        """Return how many living records there are for which all of this is so; at most ``most``."""
        shapes = self._shapes(table, where)
        sql, places = whole(shapes, table, where)
        ask = f'SELECT count(*) FROM (SELECT 1 FROM "{table}" WHERE {sql} LIMIT ?)'
        return self._ask(lambda con: int(con.execute(ask, [*places, most]).fetchone()[0]))

    def last_days(
        self, table: str, link: str, day: str, since: str, carry: Sequence[str] = ()
    ) -> dict[int, tuple[Any, ...]]:
        """Return for each record that a link names the newest day, of those from ``since`` on.

        ``day`` is a field, or "link.field" for a day of the record that a link points to. A LINKS field is
        followed too. After the day come the fields to ``carry``, of a record that has this day.
        """
        owner, _, field = day.rpartition(".")
        shapes = self._shapes(table, (), link, *carry)
        self._shapes(owner or table, (), field)
        ask = _last_days(shapes, table, link, (owner, field), carry)

        def question(con: Connection) -> dict[int, tuple[Any, ...]]:
            found: dict[int, tuple[Any, ...]] = {}
            for one, *rest in con.execute(ask, (since,)):
                if one not in found:  # the newest day comes first: nothing has to be put in order
                    found[one] = tuple(rest)
            return found

        return self._ask(question)


def _last_days(
    shapes: Mapping[str, Shape], table: str, link: str, day: tuple[str, str], carry: Sequence[str]
) -> str:
    shape, (owner, field) = shapes[table], day
    dated, when = (owner or table), column(shapes[owner or table], field)
    pairs = next((one for one in shape.pairs if one.field == link), None)
    many = f'CROSS JOIN "{pairs.table}" p ON p."{pairs.mine}"=d.id AND p.alive=1' if pairs else ""
    if owner:
        many = f'CROSS JOIN "{table}" t ON t."{owner}"=d.id AND t.alive=1'
    named = f'p."{pairs.theirs}"' if pairs else f"{'t' if owner else 'd'}.{column(shape, link)}"
    more = "".join(f", {'t' if owner else 'd'}.{column(shape, code)}" for code in carry)
    return (
        f'SELECT {named}, d.{when}{more} FROM "{dated}" d {many} '
        f"WHERE d.alive=1 AND d.{when}>=? AND +{named} IS NOT NULL{not_late(table)} "
        f"ORDER BY d.{when} DESC"
    )
