"""Which insights of a period may be quoted to a partner, ready for a report and a pack."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vcse_desktop.actions.reading_over import on_record
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.quotes import Audience, Quote, quotes
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident
from vcse_desktop.figures.table import Period
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.normal import fold_name
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.vault import Vault

NAMED = N_("{name}, {role}")
STORIES = N_("Made from several people's stories")
COMPOSITE = N_("{source}. Made from several people's stories")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def allowed_quotes(
    vault: Vault, records: Records, period: Period, audience: Audience, policy: Policy
) -> list[Quote]:
    """Return the quotes of the period that may go to this audience on this day, in order of entry."""
    start, end = period.start.isoformat(), period.end.isoformat()
    heard = [row for row in records.insight if row["heard_on"] and start <= str(row["heard_on"]) <= end]
    ids, people = [ident(row) for row in heard], resolved(records.person)
    known = on_record(vault, ids, vault.rows("consent"), people, policy.threshold)
    found = quotes(heard, known, audience, policy.threshold)
    return [quote for quote in found if isinstance(quote, Quote)]


@dataclass(frozen=True, slots=True)
class Partner:
    """For whom a pack is: the name that was given, and the record of that name where there is one."""

    name: str
    organisation: int | None


def partner(vault: Vault, name: str) -> Partner:
    """Find the organisation with this name, whatever the capitals; none is needed."""
    wanted = fold_name(name)
    same: Sequence[int] = [
        int(str(row["id"]))
        for row in vault.rows("organisation")
        if fold_name(str(row["name"] or "")) == wanted
    ]
    return Partner(name.strip(), same[0] if len(same) == 1 else None)


def tag(quote: Quote) -> Quote:
    """Return the quote with its language as a tag such as cy; "" where the words were none."""
    return quote if _TAG.fullmatch(quote.language) else replace(quote, language="")


def source(quote: Quote, lists: Lists) -> str:
    """Return who speaks, as far as was agreed and as far as it points at nobody."""
    role = label(lists, "speaker_role", quote.role) if quote.role else ""
    said = tr(NAMED, name=quote.name, role=role) if quote.name and role else quote.name or role
    return (
        tr(COMPOSITE, source=said) if quote.composite and said else tr(STORIES) if quote.composite else said
    )


def theme(quote: Quote, lists: Lists) -> str:
    """Return the quote's theme in the group's own words, "" for none."""
    return label(lists, "insight_theme", quote.theme) if quote.theme else ""
