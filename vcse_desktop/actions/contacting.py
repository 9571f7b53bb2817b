"""Whom to ring or to invite: each person in a way that suits them, what they need first, their limits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.grouping import group_name
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import choices, ident, number, text
from vcse_desktop.records.catalogue import KINDS, PARTS
from vcse_desktop.records.fields import Values
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

PHONE, INVITE = "phone", "invite"
"""What a sheet is for: to ring people, or to invite each in the way that suits them best."""
CHANNELS = "contact_channel"
NEEDS = {"phone": "phone", "text_message": "phone", "email": "email", "letter": "address"}
"""The channels that cannot be used until this is noted."""
FITS = {"in_person": ("address",), "video": ("email", "phone")}
"""What is of use for other channels, the first that is noted."""
BARE = ("through_someone", "notice", "meeting", "social_media")
"""The channels for which nothing that is noted of a person is of use."""
BY_PHONE = ("phone", "text_message")
AS_NOTED = ("phone", "email", "letter")
"""The channels where nobody said which suits them, or where none of those can be used."""
FIELDS = (
    *("known_as", "phone", "email", "address", "contact_by", "contact_not"),
    *("do_not_contact", "language", "left_on", "merged_into"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person: what they need, the number or address, when not to, and what else to know before."""

    id: int
    name: str
    access: Sequence[str]
    way: str
    not_when: Sequence[str]
    more: Sequence[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Those who are reached the same way, in the order of their names."""

    channel: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """Of ``people`` out of ``everybody`` each is in a group, in ``unreached``, or counted once.

    ``do_not_contact`` do not want to be contacted, ``have_left`` went on that day or before. Of a phone
    sheet: ``no_number`` can be reached in other ways only, ``other_way`` asked for another way. ``gone`` are
    records that were asked for and are removed.
    """

    kind: str
    organisation: str
    day: date
    groups: Sequence[Group]
    unreached: Sequence[Entry]
    people: int
    everybody: int
    do_not_contact: int
    have_left: int
    no_number: int
    other_way: int
    gone: int

    @property
    def listed(self) -> int:
        """How many can be reached by this sheet."""
        return sum(len(group.entries) for group in self.groups)


def contact_sheet(vault: Vault, kind: str, ids: Sequence[int] | None, language: str) -> ContactSheet:
    """Return the sheet of these people, or of all (None). People who were joined are one.

    NotAllowed when a helper is in.
    """
    members_only(vault)
    rows = vault.pick("person", fields=FIELDS)
    heads = resolved(rows)
    asked = set(heads if ids is None else ids)
    wanted = {heads[one] for one in asked & heads.keys()}
    groups: dict[int, list[Values]] = defaultdict(list)
    for row in rows:
        if heads[ident(row)] in wanted:
            groups[heads[ident(row)]].append(row)
    sorting = _Sorting(vault, kind, language, {ident(row): head for head, g in groups.items() for row in g})
    for head in sorted(wanted, key=lambda one: (folded(text(groups[one][0], "known_as")), one)):
        sorting.put(head, groups[head])
    counts = sorting.counts
    return ContactSheet(
        kind,
        group_name(vault),
        today(),
        sorting.groups(),
        sorting.unreached,
        people=len(wanted),
        everybody=len(set(heads.values())),
        do_not_contact=counts["do_not_contact"],
        have_left=counts["have_left"],
        no_number=counts["no_number"],
        other_way=counts["other_way"],
        gone=len(asked - heads.keys()),
    )


class _Sorting:
    """Puts each person where they belong on a sheet."""

    def __init__(self, vault: Vault, kind: str, language: str, heads: Mapping[int, int]) -> None:
        self._says, self._kind = Sayings(vault, language), kind
        self._fields = {field.code: field for field in KINDS["person"].fields}
        self._order = {item.code: place for place, item in enumerate(self._says.lists[CHANNELS])}
        self._access = self._needs(vault, heads)
        self._found: dict[str, list[Entry]] = defaultdict(list)
        self.unreached: list[Entry] = []
        self.counts: dict[str, int] = defaultdict(int)

    def groups(self) -> list[Group]:
        """Return those who can be reached, by channel in the order of its list."""
        found = sorted(self._found.items(), key=lambda one: self._place(one[0]))
        return [Group(label(self._says.lists, CHANNELS, code), entries) for code, entries in found]

    def put(self, head: int, rows: Sequence[Values]) -> None:
        """Put one person, of whom there are these records, on the sheet, or count them."""
        known = _known(rows)
        likes = sorted(choices(known, "contact_by"), key=self._place)
        best = _best(known, likes)
        why = self._off(rows, known, likes)
        if why:
            self.counts[why] += 1
        elif best is None:
            self.unreached.append(self._entry(head, rows, known, "", []))
        elif self._kind == PHONE:
            code = next((one for one in BY_PHONE if one in likes), PHONE)
            self._found[code].append(self._entry(head, rows, known, code, likes))
        else:
            self._found[best].append(self._entry(head, rows, known, best, likes))

    def _off(self, rows: Sequence[Values], known: Values, likes: Sequence[str]) -> str:
        """Return why somebody is not on the sheet; "" where they are."""
        if any(row["do_not_contact"] for row in rows):
            return "do_not_contact"
        left = text(known, "left_on")
        if left and left <= today().isoformat():
            return "have_left"
        if self._kind == PHONE and _best(known, likes):
            if not known["phone"]:
                return "no_number"
            if likes and not set(likes) & set(BY_PHONE):
                return "other_way"
        return ""

    def _entry(
        self, head: int, rows: Sequence[Values], known: Values, code: str, likes: Sequence[str]
    ) -> Entry:
        says, fields = self._says, self._fields
        limits = dict.fromkeys(text(row, "contact_not") for row in rows if row["contact_not"])
        more = ["language", *(["contact_by"] if list(likes) not in ([], [code]) else [])]
        return Entry(
            head,
            text(known, "known_as"),
            self._access.get(head, ()),
            _details(known, code),
            [says.pair(fields["contact_not"], words) for words in limits],
            [says.pair(fields[one], says.said(fields[one], known[one])) for one in more if known[one]],
        )

    def _needs(self, vault: Vault, heads: Mapping[int, int]) -> Mapping[int, Sequence[str]]:
        """Return what each person needs, by the id that stands for them."""
        need = next(field for field in PARTS["access"].fields if field.code == "need")
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for row in vault.pick("access", Among("person", heads.keys()), fields=("person", "need")):
            found[heads[number(row, "person") or 0]][self._says.said(need, row["need"])] = None
        return {head: tuple(words) for head, words in found.items()}

    def _place(self, code: str) -> tuple[int, str]:
        return self._order.get(code, len(self._order)), code


def _known(rows: Sequence[Values]) -> Values:
    """Return what is known of a person by all their records, the first that says something."""
    return {code: next((row[code] for row in rows if row[code] is not None), None) for code in FIELDS}


def _best(known: Values, likes: Iterable[str]) -> str | None:
    """Return the first channel that somebody likes and that can be used, else one that can; None for none."""
    usable = (code for code in likes if code not in NEEDS or known[NEEDS[code]])
    return next(usable, None) or next((code for code in AS_NOTED if known[NEEDS[code]]), None)


def _details(known: Values, code: str) -> str:
    """Return the number or the address for a channel; "" where it takes none."""
    if not code or code in BARE:
        return ""
    wanted = (NEEDS[code],) if code in NEEDS else FITS.get(code, ("phone", "email"))
    return next((text(known, one) for one in wanted if known[one]), "")
