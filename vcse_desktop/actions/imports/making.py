"""An import carried out: all of it as one unit of work, so that one undo takes it back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.imports.known import link_kind
from vcse_desktop.actions.imports.opening import WHENEVER, Going
from vcse_desktop.actions.imports.remembering import remember
from vcse_desktop.actions.open_places import places_of_postcodes
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.tally_rows import place_of
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.meaning.preview import Draft, Preview, Said
from vcse_desktop.exchange.meaning.targets import NAMED_BY
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.normal import fold_name, normal
from vcse_desktop.records.postcodes import shortened, whole
from vcse_desktop.records.vocabularies import own_code
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Unit, Vault

STEP = 200
"""Records between two moments at which it says how far it is and can be stopped."""
STILL_ASKED = (
    N_("Something is still to be answered"),
    N_("Nothing was imported. Answer what is asked beside the table, then import."),
)
STILL_WRONG = (
    N_("Some cells could not be understood"),
    N_("Nothing was imported. Mend the cells that are named, or leave those rows out."),
)
NOTHING = (
    N_("There is nothing to import"),
    N_("Nothing was imported: no row is left that would make a record. Look at the columns and the rows."),
)
CHANGED_SINCE = (
    N_("Something was changed meanwhile"),
    N_("A record that the file names was removed. Nothing was imported. Look at the preview again."),
)


def carry_out(vault: Vault, shown: Preview, going: Going = WHENEVER) -> Changed:
    """Make everything that the preview shows, and keep what was chosen for the next file like it.

    Refused while something is open or wrong; Stopped means that nothing was made. For keepers alone.
    """
    keepers_only(vault)
    if shown.open:
        raise Refused(*STILL_ASKED)
    if shown.problems:
        raise Refused(*STILL_WRONG)
    if not shown.drafts:
        raise Refused(*NOTHING)
    _still_there(vault, shown)
    into = [draft.into for draft in shown.drafts if draft.into is not None]
    rows = vault.rows_of(shown.plan.kind, into) if into else []
    there = {int(str(row["id"])): row for row in rows}
    with vault.unit("import") as unit:
        making = _Making(vault, unit, shown, there)
        making.items()
        making.names()
        for draft in shown.drafts:
            if draft.into is not None and (values := making.values(draft)):
                making.made.append(unit.save(shown.plan.kind, draft.into, values))
        unit.save_each(shown.plan.kind, making.new(going), making.made)
        remember(unit, shown.plan)
    return Changed(frozenset({*making.kinds, "setting"}), unit.id, tuple(making.made))


@dataclass(slots=True)
class _Making:
    """Writes the drafts of one preview into a unit; what a draft names is made once, before it."""

    vault: Vault
    unit: Unit
    shown: Preview
    there: Mapping[int, Mapping[str, object]]
    made: list[int] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    _people: dict[str, int] = field(default_factory=dict)
    _named: dict[tuple[str, str], int] = field(default_factory=dict)
    _links: dict[str, tuple[str, bool]] = field(default_factory=dict)
    _alike: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.kinds.add(self.shown.plan.kind)
        self._people = {one.key: one.person for one in self.shown.people if one.person}
        self._named = dict(self.shown.known)
        for said, key in self.shown.keys.items():
            self._alike[key].append(said)
        of = {f.code: f for f in TABLES[self.shown.plan.kind].fields}
        self._links = {
            code: (link_kind(self.shown.plan.kind, code), f.kind is Kind.LINKS)
            for code, f in of.items()
            if f.to or f.kind is Kind.PLACE
        }

    def items(self) -> None:
        """Add to the lists of the group what it chose to add."""
        for item in self.shown.added:
            self.unit.save("own_item", None, {"vocab": item.vocab, "code": item.code, "label": item.label})
            self.kinds.add("own_item")

    def names(self) -> None:
        """Make what the drafts name and nobody has yet; a postcode becomes its area."""
        named = {
            name
            for draft in self.shown.drafts
            for code, names in draft.names.items()
            if self._links[code][0] == "place"
            for name in names
            if whole(name)
        }
        for name, place in places_of_postcodes(self.vault, self.unit, named).items():
            self._named["place", fold_name(name)] = place
            self.kinds.add("place")
        for draft in self.shown.drafts:
            for code, names in draft.names.items():
                for name in names:
                    self._record(self._links[code][0], name)
            for said in draft.people.values():
                for one in said:
                    self._person(one)

    def new(self, going: Going) -> Iterator[dict[str, object]]:
        """Yield the values of each new record; Stopped when somebody wanted it to end."""
        total = len(self.shown.drafts)
        for done, draft in enumerate(self.shown.drafts):
            if done % STEP == 0:
                going.on(done, total)
            if draft.into is None:
                yield self.values(draft)
        going.on(total, total)

    def values(self, draft: Draft) -> dict[str, object]:
        """Return the values of one record with its links."""
        values = dict(draft.values)
        for code, names in draft.names.items():
            self._link(values, draft, code, [self._record(self._links[code][0], name) for name in names])
        for code, said in draft.people.items():
            self._link(values, draft, code, [self._person(one) for one in said])
        if self.shown.plan.kind == "place":
            values |= _as_place(str(values.get("name", ""))) if "name" in values else {}
        return values

    def _link(self, values: dict[str, object], draft: Draft, code: str, ids: list[int]) -> None:
        if self._links[code][1]:
            before = self.there.get(draft.into or 0, {}).get(code) or []
            values[code] = sorted({*ids, *(before if isinstance(before, list) else [])})
        else:
            values[code] = ids[0]

    def _record(self, kind: str, name: str) -> int:
        named = (kind, fold_name(name))
        if named not in self._named:
            by_name: dict[str, object] = {NAMED_BY[kind]: name}
            values = _as_place(name) if kind == "place" else by_name
            self._named[named] = self._new(kind, values)
        return self._named[named]

    def _person(self, said: Said) -> int:
        key = self.shown.keys[said]
        if key not in self._people:
            alike = self._alike[key]
            phone, email = (
                next((v for one in alike if (v := getattr(one, c))), None) for c in ("phone", "email")
            )
            self._people[key] = self._new("person", {"known_as": said.name, "phone": phone, "email": email})
        return self._people[key]

    def _new(self, kind: str, values: dict[str, object]) -> int:
        self.kinds.add(kind)
        return self.unit.save(kind, None, normal(TABLES[kind], {c: v for c, v in values.items() if v}))


def _as_place(name: str) -> dict[str, object]:
    """Return the values of a place; of a postcode that nobody knows only its first half is kept."""
    called = shortened(name)
    return place_of(own_code(called), called)


def _still_there(vault: Vault, shown: Preview) -> None:
    """Refuse when something that would be pointed to is gone."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for (kind, _), record in shown.known.items():
        wanted[kind].add(record)
    wanted["person"].update(one.person for one in shown.people if one.person)
    wanted[shown.plan.kind].update(draft.into for draft in shown.drafts if draft.into)
    for kind, ids in wanted.items():
        if ids and len(vault.values(kind, Among("id", ids), fields=(NAMED_BY.get(kind, "note"),))) < len(ids):
            raise Refused(*CHANGED_SINCE)
