"""What was heard, newest first, and whether it may be shared as it stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from vcse_desktop.actions.filtering import Filter, conditions
from vcse_desktop.actions.ordering import order_of
from vcse_desktop.actions.quoted_in import packs_with
from vcse_desktop.actions.reading_over import Kept, on_record, stays
from vcse_desktop.actions.recording import today
from vcse_desktop.disclosure.quotes import Audience, Held, OnRecord, quotes
from vcse_desktop.figures.persons import resolved
from vcse_desktop.i18n import SOURCE_LANGUAGE
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, Between, Condition, Saying
from vcse_desktop.store.search import fold
from vcse_desktop.store.vault import Vault

TAKEN_BACK = frozenset(("no", "no_consent", "erased"))
"""Where sharing stands so that what was sent should be used no more."""
NOT_ASKED, STAYS, FREE = "not_asked", "no", "free"
"""What ``Heard.standing`` says beside the reasons of ``disclosure.quotes.Held``."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One insight: its values with "id", the name of who said it ("" unknown), and how sharing stands.

    ``standing`` is not_asked, no, free, or why a yes does not do: no_consent, words_changed, not_checked,
    still_open, other_words, erased. How many people stand behind a theme is weighed when a pack is made.
    ``read`` are the texts that somebody checked exactly as they are, ``packs`` those that words which were
    taken back are in: both known where one alone was asked for.
    """

    row: Values
    who: str
    standing: str
    answers: int
    read: Mapping[str, Kept] = field(default_factory=dict)
    packs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: each word in the record, since a day, that a filter leaves, in an order."""

    words: str = ""
    since: date | None = None
    asked: Filter = Filter()  # noqa: RUF009 - it never changes
    order: str = ""


EVERYTHING = Sought()


def heard(
    vault: Vault,
    sought: Sought = EVERYTHING,
    *,
    most: int = -1,
    only: int | None = None,
    language: str = SOURCE_LANGUAGE,
) -> list[Heard]:
    """Return what was heard and is looked for: newest first unless another order is, unknown days last.

    At most ``most`` when it is not negative; ``only`` the one with this id.
    """
    where = _where(vault, sought) if only is None else [Among("id", [only])]
    order = order_of("insight", sought.order)
    rows = vault.page("insight", *where, by=order.by, oldest=order.oldest, most=most)
    ids = [int(str(row["id"])) for row in rows]
    people = vault.joined("person", "merged_into", {int(str(row["person"])) for row in rows if row["person"]})
    names = {row["id"]: str(row["known_as"] or "") for row in people}
    consents = vault.pick("consent", Among("insight", ids), Among("use", ["quote_words"]))
    known = on_record(vault, ids, consents, resolved(people))
    asked = vault.pick("response", Among("insights", ids), fields=("insights",))
    answers = Counter(link for row in asked for link in _links(row["insights"]))
    found = [
        Heard(row, names.get(row["person"], ""), _standing(row, known), answers[int(str(row["id"]))])
        for row in rows
    ]
    return found if only is None else [_alone(vault, one, language) for one in found]


def _alone(vault: Vault, one: Heard, language: str) -> Heard:
    """Return it with what is known of one that is looked at alone."""
    over = one.standing in TAKEN_BACK
    packs = packs_with(vault, int(str(one.row["id"])), language) if over else ()
    return replace(one, read=stays(vault, one.row), packs=tuple(packs))


def how_many_heard(vault: Vault, sought: Sought = EVERYTHING) -> int:
    """Return how many there are of these altogether."""
    return vault.count("insight", *_where(vault, sought))


def _where(vault: Vault, sought: Sought) -> list[Condition]:
    words = [Saying(word) for word in fold(sought.words).split() if any(map(str.isalnum, word))]
    since = [Between("heard_on", sought.since.isoformat())] if sought.since else []
    return [*words, *since, *conditions(vault, "insight", sought.asked)]


def standing(vault: Vault, insight: int) -> str:
    """Return how sharing stands for one insight, as ``Heard.standing``; what is gone stays."""
    rows = vault.rows("insight", id=insight)
    consents = vault.rows("consent", insight=insight, use="quote_words")
    if not rows:
        return STAYS
    people = vault.joined("person", "merged_into", [int(str(row["person"])) for row in rows if row["person"]])
    return _standing(rows[0], on_record(vault, [insight], consents, resolved(people)))


def _standing(row: Values, known: OnRecord) -> str:
    if row["may_quote"] is None:
        return NOT_ASKED
    given = [one for one in known.consents if one["insight"] == row["id"]]
    mine, day = replace(known, consents=given), today().isoformat()
    partners = {int(str(one["to_org"])) for one in given if one["to_org"] is not None}
    found = [
        one for partner in (None, *sorted(partners)) for one in quotes([row], mine, Audience(partner, day), 1)
    ]
    held = [one for one in found if isinstance(one, Held)]
    if len(held) < len(found):
        return FREE
    return STAYS if held[0] is Held.NOT_AGREED else held[0].value


def _links(value: object) -> list[int]:
    return [int(one) for one in value] if isinstance(value, list) else []
