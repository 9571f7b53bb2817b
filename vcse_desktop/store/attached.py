"""The bytes of what is attached: outside the journal, beside the row that names them by their sha256.

They come in the unit that adds the row. They stay when the row is removed, so that undo shows it again, and
go for good when it is erased.
"""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

from collections.abc import Iterator
from hashlib import sha256

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.reading import Reading
from vcse_desktop.store.roles import KEEPER, Verb, must, refusal

TABLE = "attachment"
MOST = 2 * 1024 * 1024
"""Bytes that are kept of one picture."""
TOO_LARGE = (
    N_("This picture is too large to keep"),
    N_(
        "It takes more than 2 MB even when it is made smaller, so it was not added. Nothing else was changed."
    ),
)


class Attached(Reading):
    """The questions about the bytes."""

    def picture(self, attachment: int) -> bytes | None:
        """Return the bytes of an attachment, of a removed one too; None when they are not here.

        NotAllowed for whoever may read no attachment.
        """
        must(self.role, Verb.READ, TABLE)
        sql = "SELECT bytes FROM attachment_bytes WHERE id=?"
        found = self._ask(lambda con: con.execute(sql, (attachment,)).fetchone())
        return bytes(found[0]) if found and found[0] is not None else None

    def removed_pictures(self, owner: str, record: int) -> list[int]:
        """Return the attachments of a record that were removed and whose bytes are still here; for a keeper.

        KeyError when nothing of that table has attachments.
        """
        if self.role != KEEPER:
            raise refusal(KEEPER)
        if owner not in self._inside.tables[TABLE].columns:
            raise KeyError(owner)
        sql = (
            f'SELECT id FROM {TABLE} WHERE alive=0 AND "{owner}"=? '
            "AND id IN (SELECT id FROM attachment_bytes) ORDER BY id"
        )
        return [row for (row,) in self._ask(lambda con: con.execute(sql, (record,)).fetchall())]


def named(content: bytes) -> str:
    """Return what a row calls these bytes; Refused when they are too many to be kept."""
    if len(content) > MOST:
        raise Refused(*TOO_LARGE)
    return sha256(content).hexdigest()


def keep(con: Connection, record: int, content: bytes) -> None:
    """Keep the bytes of a row, in the transaction that is open."""
    sql = "INSERT INTO attachment_bytes(id, sha256, bytes) VALUES(?,?,?)"
    con.execute(sql, (record, named(content), content))


def keep_again(con: Connection, record: int, content: bytes) -> None:
    """Keep the bytes of a row that may have had them before, in the transaction that is open."""
    con.execute("DELETE FROM attachment_bytes WHERE id=?", (record,))
    keep(con, record, content)


def looked_at(con: Connection) -> Iterator[tuple[int, bool]]:
    """Yield each row that has bytes, and whether these are the ones that it names."""
    rows = con.execute(
        "SELECT b.id, b.sha256, a.file FROM attachment_bytes b LEFT JOIN attachment a ON a.id=b.id "
        "ORDER BY b.id"
    ).fetchall()
    for row, kept, said in rows:
        (content,) = con.execute("SELECT bytes FROM attachment_bytes WHERE id=?", (row,)).fetchone()
        yield row, sha256(content or b"").hexdigest() == kept and said in (None, kept)
