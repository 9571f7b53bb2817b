"""What became of what people said: who should answer, how long it has waited, and closing the loop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vcse_desktop.actions import recording
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.filtering import Filter, conditions
from vcse_desktop.actions.taken_over import heir_names
from vcse_desktop.figures.clock import is_change
from vcse_desktop.figures.reading import number
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import NotNamed
from vcse_desktop.store.vault import Vault

TEXT_OF = {
    "considering": "answer",
    "planned": "answer",
    "passed_on": "answer",
    "done": "changed",
    "not_possible": "reason_no",
}
"""The answers that close a loop or move it on, and the field that the one text of each goes into."""
ENDED = ("done", "not_possible")
EVERY = Filter()


@dataclass(frozen=True, slots=True)
class Answer:
    """One response: its values with "id", who should answer, the words it rests on, and its clock.

    ``since`` is the day the first of those words was heard, else the day that was asked; None unknown.
    ``days`` runs from then until people were told, else until today.
    """

    row: Values
    organisation: str
    words: tuple[str, ...]
    since: date | None
    days: int | None
    is_ours: bool = False
    """Whether it is us who should answer."""
    silent: tuple[int, ...] = ()
    """The ids of the insights of those words of which nobody has said yet what became of it."""
    silent_words: tuple[str, ...] = ()
    """Those words, in the same order."""
    became: tuple[str, ...] = ()
    """What became of it, in the words of those who had said it."""
    heir: str = ""
    """The organisation that took over from the one that should answer."""

    @property
    def is_change(self) -> bool:
        """Say whether it counts as a change: it says what changed, and how that is known."""
        return is_change(self.row)

    @property
    def is_signed(self) -> bool:
        """Say whether the answer is that of a signed reply, and nobody has changed it since."""
        return self.row["from_reply"] is not None

    @property
    def is_told(self) -> bool:
        """Say whether people were told."""
        return self.row["told_on"] is not None


def answers(vault: Vault, asked: Filter = EVERY) -> list[Answer]:
    """Return the responses that a filter leaves: those that people were not told of first, oldest first."""
    organisations = {row["id"]: str(row["name"]) for row in vault.rows("organisation")}
    rows = vault.pick("response", *conditions(vault, "response", asked))
    named = {link for row in rows for link in _links(row)}
    insights = {row["id"]: row for row in vault.rows_of("insight", named)}
    us = {row["id"] for row in vault.rows("organisation", is_us=True)}
    new = heir_names(vault)
    made = [
        replace(
            _answer(row, organisations, insights),
            is_ours=row["to_org"] in us,
            heir=new.get(number(row, "to_org") or 0, ""),
        )
        for row in rows
    ]
    return sorted(made, key=lambda one: (one.is_told, -(one.days or 0), -int(str(one.row["id"]))))


def unanswered(vault: Vault) -> list[int]:
    """Return the insights that nobody was asked to answer, oldest first."""
    return [*vault.ids("insight", NotNamed("response", "insights"), by="id", oldest=True)]


def close_loop(vault: Vault, response: int, status: str, words: str) -> Changed:
    """Keep where it has got to and the one text that belongs to it; an empty text leaves what is there."""
    values: dict[str, object] = {"status": status}
    if words.strip() and status in TEXT_OF:
        values[TEXT_OF[status]] = words
    return recording.change(vault, "response", response, values)


def tell(vault: Vault, response: int, day: str | None, how: Sequence[str] = ()) -> Changed:
    """Keep the day on which people were told, and how; None takes the day away."""
    values: dict[str, object] = {"told_on": day}
    if how:
        values["told_how"] = list(how)
    return recording.change(vault, "response", response, values)


def _answer(row: Values, organisations: Mapping[object, str], insights: Mapping[object, Values]) -> Answer:
    heard = [insights[link] for link in _links(row) if link in insights]
    days = [str(one["heard_on"]) for one in heard if one["heard_on"]]
    first = min(days, default=str(row["asked_on"] or ""))
    since = date.fromisoformat(first) if first else None
    until = date.fromisoformat(str(row["told_on"])) if row["told_on"] else recording.today()
    silent = [one for one in heard if not one["became_words"]]
    return Answer(
        row,
        organisations.get(row["to_org"], ""),
        tuple(str(one["words"]) for one in heard),
        since,
        (until - since).days if since else None,
        silent=tuple(int(str(one["id"])) for one in silent),
        silent_words=tuple(str(one["words"]) for one in silent),
        became=tuple(str(one["became_words"]) for one in heard if one["became_words"]),
    )


def _links(row: Values) -> list[int]:
    found = row["insights"]
    return [int(one) for one in found] if isinstance(found, list) else []
