"""Everything that is held about one person, in words, with other people's names left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.actions.others_names import ANOTHER, OthersNames
from vcse_desktop.actions.reading_over import reasons_of
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Kind
from vcse_desktop.records.vocabularies import heads, label
from vcse_desktop.store.holdings import Held
from vcse_desktop.store.ident import symbols
from vcse_desktop.store.vault import Vault

NOBODY = (
    N_("This person is not there"),
    N_("They were never in this vault, or they were erased already. Nothing was written."),
)
GROUPS_OWN = ("people_n", "helpers_n", "carers_n", "new_n", "listened_yes", "listened_asked", "cost")
"""Numbers of a session that are about everybody who came, not about one person."""
WRITTEN = (Kind.TEXT, Kind.NOTE)
OWN_ANSWER = N_("Our own question")
READ_OVER = N_("Read over for names before it is shared")
NOTHING_FOUND = N_("Nothing that was found had to be kept")


@dataclass(frozen=True, slots=True)
class Said:
    """One field: its code, its label, its value in words, and the value as it is kept."""

    code: str
    label: str
    words: str
    value: object


@dataclass(frozen=True, slots=True)
class Kept:
    """One record. ``before`` are earlier values: (day, label, words). ``removed``: no longer in any list."""

    kind: str
    kind_label: str
    code: str
    removed: bool
    fields: Sequence[Said]
    before: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class About:
    """All of it. ``attachments`` are the bytes of what was attached, by the code of its record.

    ``elsewhere`` is how many texts of other records name the person: a keeper has to look at those.
    """

    name: str
    records: Sequence[Kept]
    attachments: Mapping[str, bytes]
    elsewhere: int


def about(
    vault: Vault, person: int, language: str, progress: Callable[[int, int], None] | None = None
) -> About:
    """Return everything held about a person and all records joined to them; reads the whole history."""
    keepers_only(vault)
    try:
        held = vault.held_about(person)
    except KeyError:
        raise Refused(*NOBODY) from None
    teller = _Teller(vault, held, language)
    records = []
    for place, one in enumerate(held):
        records.append(teller.kept(one))
        if progress:
            progress(place + 1, 2 * len(held))
    attached = [one for one in held if one.table == "attachment"]
    bytes_of = {symbols(one.id): found for one in attached if (found := vault.picture(one.id)) is not None}
    hits = vault.mentions(teller.own, {one.id for one in held})
    return About(teller.name, records, bytes_of, len(hits))


class _Teller:
    """Says records to one person."""

    def __init__(self, vault: Vault, held: Sequence[Held], language: str) -> None:
        self._vault, self._says = vault, Sayings(vault, language)
        self._people = {one.id for one in held if one.table == "person"}
        self.own = vault.names(self._people)
        self._others = OthersNames(vault, self.own)
        first = min((one for one in held if one.table == "person"), key=lambda one: one.id)
        self.name = str(first.row["known_as"] or "")

    def kept(self, one: Held) -> Kept:
        """Return one record in words."""
        declared = TABLES.get(one.table)
        if declared is None:  # an answer to a question of the group's own
            reasons = reasons_of(one.row)
            if reasons is not None:  # somebody read their words before they were shared
                said = [Said("value", tr(READ_OVER), ", ".join(reasons) or tr(NOTHING_FOUND), None)]
                return Kept(one.table, tr(READ_OVER), symbols(one.id), one.removed, said, [])
            said = [Said("value", self._question(one), self._clean(one.row["value"]), one.row["value"])]
            return Kept(one.table, tr(OWN_ANSWER), symbols(one.id), one.removed, said, [])
        hidden = GROUPS_OWN if one.table == "session" else ()
        fields = {f.code: f for f in declared.fields if f.code not in hidden}
        said = [
            self._marked(one, self._said(field, one.row[code]))
            for code, field in fields.items()
            if one.row.get(code) is not None
        ]
        return Kept(
            one.table, tr(declared.label), symbols(one.id), one.removed, said, self._before(one, fields)
        )

    def _before(self, one: Held, fields: Mapping[str, Field]) -> list[tuple[str, str, str]]:
        """Return what fields said before, of records that are about this person alone."""
        if one.table == "session":
            return []
        changes = self._vault.history(one.table, one.id)
        return [
            (change.at[:10], tr(fields[change.field].label), self._words(fields[change.field], change.old))
            for change in changes
            if change.field in fields and change.old is not None
        ]

    def _said(self, field: Field, value: object) -> Said:
        words = self._words(field, value)
        plain = field.kind not in (Kind.LINK, Kind.LINKS, *WRITTEN)
        return Said(field.code, tr(field.label), words, value if plain else words)

    def _words(self, field: Field, value: object) -> str:
        if field.to == "person":
            ids = value if isinstance(value, list) else [value]
            return ", ".join(dict.fromkeys(self.name if n in self._people else tr(ANOTHER) for n in ids))
        words = self._says.said(field, value)
        return self._clean(words) if field.kind in WRITTEN else words

    def _question(self, one: Held) -> str:
        row = self._vault.row("own_field", int(str(one.row["field"] or 0)))
        return str(row["label"] or "") if row else tr(OWN_ANSWER)

    def _clean(self, value: object) -> str:
        return self._others.left_out(str(value or ""))

    def _marked(self, one: Held, said: Said) -> Said:
        """Return what an equality slip says in the words of its list."""
        if one.table != "equality" or said.code not in {"vocab", "code"}:
            return said
        vocab = str(one.row["vocab"] or "")
        head = heads().get(vocab)
        words = label(self._says.lists, vocab, str(said.value))
        if said.code == "vocab":
            words = pgettext(vocab, head.title) if head else vocab
        return replace(said, words=words)
