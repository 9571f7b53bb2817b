"""One thing that happened, and how it is said: only what is shown is put into words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vcse_desktop.actions.one_line import clipped, its_way
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Values
from vcse_desktop.store.vault import Vault

Say = Callable[[Sayings, Values], str]
SAID, SAID_SOMETHING = N_("Said: “{words}”"), N_("Said something")
HEARD = N_("Heard: “{words}”")
LOOKED_BACK, LOOKED = N_("Looked back: {words}"), N_("Looked back")
LEARNED = ("worked", "not_worked", "next_time")
REVIEW = ("activity", "engagement", "reviewed_on", "period_to", *LEARNED)
INSIGHT = ("words", "heard_on", "session")


@dataclass(frozen=True, slots=True)
class Happened:
    """Something of one day ("" for none). ``plainly`` is the sentence that tells nobody too much."""

    day: str
    kind: str
    id: int
    row: Values
    say: Say
    plainly: str = ""

    def words(self, says: Sayings, *, brief: bool = False) -> str:
        """Return it in words."""
        return tr(self.plainly) if brief and self.plainly else self.say(says, self.row)


def on(row: Values, code: str, kind: str, say: Say, plainly: str = "") -> Happened:
    """Return what happened to a record on a day of its own, or on a day that nobody noted."""
    return Happened(text(row, code), kind, ident(row), row, say, plainly)


def always(sentence: str) -> Say:
    """Return the way to say the same sentence of every record."""
    return lambda _, __: tr(sentence)


def about(sentence: str, kind: str, code: str, bare: str = "") -> Say:
    """Return the way to say a sentence with a place {words} for one value; ``bare`` where it is blank."""
    known = field(kind, code)

    def say(says: Sayings, row: Values) -> str:
        words = its_way(clipped(says.said(known, row.get(code))))
        return tr(sentence, words=words) if words or not bare else tr(bare)

    return say


def at(row: Values, says: Sayings) -> str:
    """Return what the activity of a record is called, "" where it has none."""
    activity = number(row, "activity")
    return its_way(says.called("activity", activity)) if activity else ""


def heard(rows: list[dict[str, object]]) -> Iterator[Happened]:
    """Yield the days on which words were heard."""
    say = about(HEARD, "insight", "words")
    return (on(row, "heard_on", "insight", say) for row in rows)


def reviews(vault: Vault, owner: str, record: int) -> Iterator[Happened]:
    """Yield the days on which somebody looked back at a record."""

    def say(says: Sayings, row: Values) -> str:
        code = next((code for code in LEARNED if row.get(code)), LEARNED[0])
        return about(LOOKED_BACK, "review", code, LOOKED)(says, row)

    for row in vault.rows("review", **{owner: record}):
        yield on(row, "reviewed_on" if row["reviewed_on"] else "period_to", "review", say)


def field(kind: str, code: str) -> Field:
    """Return a field of a kind."""
    return next(one for one in TABLES[kind].fields if one.code == code)
