"""What is known of one person, in words, the most needed first; and two records that are one person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions import days_with
from vcse_desktop.actions.carer_facts import asked, three_facts
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.consents import Consent, consents
from vcse_desktop.actions.entering import today
from vcse_desktop.actions.happening import field
from vcse_desktop.actions.recording import living
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.timeline import Entry, in_order, said
from vcse_desktop.errors import Refused
from vcse_desktop.figures.persons import resolved
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Kind, Values
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.conditions import Among, Blank
from vcse_desktop.store.vault import Vault

CONTACT = ("phone", "email", "address", "contact_by", "contact_not", "language", "emergency_contact")
"""How to reach somebody, in the order of reading."""
ABOUT = ("other_names", "roles", "carer", "strengths", "availability", "home_area", "left_on")
RECENT = 5
"""How many of the newest things that happened stand on a card."""
SUPPORT = ("date", "who_for", "involved", "involved_in")
SAME_ALREADY = (
    N_("These are one person already"),
    N_("Both records already stand for the same person. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One person, with every record that was joined to it. Each fact is a label and its words."""

    id: int
    name: str
    no_contact: bool
    access: Sequence[str]
    contact: Sequence[tuple[str, str]]
    consents: Sequence[Consent]
    about: Sequence[tuple[str, str]]
    caring: Sequence[str]
    """Identified, supported, involved: a sentence each; none of who is no carer."""
    involve: str
    """How they want to be involved, "" where they were not asked."""
    asked: str
    minutes: int
    recent: Sequence[Entry]
    unnamed: bool
    """Whether there is support without a name, which may have been for anybody."""
    equality: Sequence[tuple[str, str]]


def person_card(vault: Vault, person: int, language: str) -> Card | None:
    """Return what is known of a person, None when the record is gone."""
    says, rows = Sayings(vault, language), vault.joined("person", "merged_into", [person])
    heads = resolved(rows)
    if person not in heads:
        return None
    group = set(heads)
    head, *others = rows
    known = dict(_filled(head, others))
    given = _of(vault, "time_given", group)
    year = str(today().year)
    return Card(
        heads[person],
        str(known["known_as"] or ""),
        any(row["do_not_contact"] for row in rows),  # whichever of their records says so: no list has them
        needs_of(vault, person, language),
        _facts(says, CONTACT, rows, known),
        consents(vault, says, group),
        _facts(says, ABOUT, rows, known),
        three_facts(
            says, known | _since(rows), vault.pick("support", Among("person", group), fields=SUPPORT)
        ),
        says.said(field("person", "involve_how"), known["involve_how"]),
        asked(says, known) if known["involve_how"] else "",
        sum(int(str(row["hours"] or 0)) for row in given if str(row["date"] or "").startswith(year)),
        said(vault, in_order(days_with.person(vault, person))[:RECENT], language, brief=True),
        vault.some("support", Blank("person")),
        [_answer(says, row) for row in _of(vault, "equality", group)] if vault.may_read("equality") else [],
    )


def needs_of(vault: Vault, person: int, language: str) -> list[str]:
    """Return the access needs of a person under any of their records, in words."""
    group = set(resolved(vault.joined("person", "merged_into", [person])))
    says = Sayings(vault, language)
    return [says.title("access", row) for row in _of(vault, "access", group)]


def join(vault: Vault, one: int, other: int) -> Changed:
    """Let two records stand for one person; blanks of the one that stands are filled from the other.

    No link is rewritten, so undo parts them again. Refused when they are one already, or one is gone.
    """
    rows = {int(str(row["id"])): row for row in vault.joined("person", "merged_into", [one, other])}
    living(vault, "person", one)
    living(vault, "person", other)
    heads = resolved(rows.values())
    stands, joined = sorted((heads[one], heads[other]))
    if stands == joined:
        raise Refused(*SAME_ALREADY)
    into, merged = rows[stands], rows[joined]
    blanks = {
        field.code: merged[field.code]
        for field in KINDS["person"].fields
        if into[field.code] is None and merged[field.code] is not None and field.code != "merged_into"
    }
    with vault.unit("join") as unit:
        unit.save("person", joined, {"merged_into": stands})
        unit.save("person", stands, blanks)
    return Changed(frozenset({"person"}), unit.id, (stands, joined))


def _filled(head: Values, others: Iterable[Values]) -> Mapping[str, object]:
    """Return the values of a person, a blank filled from the records joined to it."""
    known = dict(head)
    for row in others:
        known |= {code: value for code, value in row.items() if known[code] is None}
    return known


def _of(vault: Vault, part: str, group: set[int]) -> list[dict[str, object]]:
    return vault.pick(part, Among("person", group))


def _facts(
    says: Sayings, codes: Sequence[str], rows: Sequence[Values], known: Values
) -> list[tuple[str, str]]:
    """Return what is known in words; where joined records say different words, each of them."""
    fields = {field.code: field for field in KINDS["person"].fields}
    found = []
    for code in codes:
        written = fields[code].kind in (Kind.TEXT, Kind.NOTE)
        values = [row[code] for row in rows if row[code]] if written else [known[code]] if known[code] else []
        if code == "other_names":
            values = [*(row["known_as"] for row in rows if row["known_as"] != known["known_as"]), *values]
        found += [(tr(fields[code].label), says.said(fields[code], one)) for one in _each(values)]
    return found


def _since(rows: Iterable[Values]) -> dict[str, object]:
    """Return since when somebody is known as a carer: the first day that any of their records holds."""
    return {"identified_on": min((str(r["identified_on"]) for r in rows if r["identified_on"]), default=None)}


def _each(values: Iterable[object]) -> list[object]:
    """Return every value once."""
    found: list[object] = []
    for one in values:
        if one not in found:
            found.append(one)
    return found


def _answer(says: Sayings, row: Values) -> tuple[str, str]:
    vocab, code = str(row["vocab"]), str(row["code"] or "")
    written = str(row["written_in"] or "")
    return vocab, written or label(says.lists, vocab, code)
