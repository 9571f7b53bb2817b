"""Whom of the vault somebody in a file may be, and why: an index of names, numbers and sounds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from vcse_desktop.actions.alike import CROWD, DIGITS, EMAIL, NAME, PHONE, digits, in_order
from vcse_desktop.actions.imports.sounding import by_ear, sound
from vcse_desktop.actions.slipping import one_slip, shorter
from vcse_desktop.actions.suggesting import SHORTEST, folded
from vcse_desktop.exchange.meaning.plan import NEW, How
from vcse_desktop.exchange.meaning.preview import Likely, PersonMatch, Said
from vcse_desktop.figures.persons import resolved
from vcse_desktop.i18n import N_
from vcse_desktop.store.vault import Vault

INITIAL, SLIP, SOUND, SHORT = "initial", "slip", "sound", "short"
WHY: Mapping[str, str] = {
    NAME: N_("same name"),
    PHONE: N_("same phone"),
    EMAIL: N_("same e-mail"),
    INITIAL: N_("same surname and initial"),
    SLIP: N_("one letter differs"),
    SOUND: N_("sounds the same"),
    SHORT: N_("part of the name is the same"),
}
"""Why somebody in a file may be somebody in the vault, in words."""
WEIGHT = {NAME: 8, PHONE: 6, EMAIL: 6, INITIAL: 3, SLIP: 3, SOUND: 2, SHORT: 1}
MOST = 5
"""How many people somebody may be, at most: more are no help."""
FIELDS = ("known_as", "other_names", "phone", "email")
Signs = dict[int, set[str]]


class People:
    """Everybody in the vault, by what they are called and reached by; joined ones are one."""

    def __init__(self, rows: Iterable[tuple[int, str, str, str, str]], heads: Mapping[int, int]) -> None:
        """``rows`` are id, name, other names, phone and e-mail; ``heads`` say who stands for whom."""
        self.names: dict[str, set[int]] = defaultdict(set)
        self.called: dict[int, str] = {}
        self._phones: dict[str, set[int]] = defaultdict(set)
        self._emails: dict[str, set[int]] = defaultdict(set)
        self._of: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        self._near: dict[str, dict[str, set[str]]] = {}
        for record, name, others, phone, email in rows:
            head = heads.get(record, record)
            self.called.setdefault(head, name)
            for one in {in_order(name), *map(in_order, others.split(","))} - {""}:
                self.names[one].add(head)
            if len(number := digits(phone)) >= DIGITS:
                self._phones[number].add(head)
                self._of[head][0].add(number)
            if "@" in email:
                self._emails[folded(email)].add(head)
                self._of[head][1].add(folded(email))

    def match(self, key: str, said: Collection[Said], times: int, chosen: int | None) -> PersonMatch:
        """Return whom somebody is, as chosen, or as sure as can be; None where it has to be asked."""
        signs: Signs = defaultdict(set)
        for one in said:
            self._signs(signs, one)
        ranked = sorted(signs, key=lambda who: (-sum(WEIGHT[why] for why in signs[who]), who))[:MOST]
        likely = tuple(Likely(who, self.called[who], tuple(sorted(signs[who]))) for who in ranked)
        words = tuple(dict.fromkeys(one.name for one in said))
        if chosen is not None and (chosen == NEW or chosen in self.called):
            return PersonMatch(key, words, chosen, likely, chosen, How.CHOSEN, times)
        person = self._sure(likely, said)
        suggested = likely[0].id if likely and _worth_it(likely) else NEW
        return PersonMatch(key, words, person, likely, suggested, How.EXACT if person else None, times)

    def _sure(self, likely: tuple[Likely, ...], said: Collection[Said]) -> int | None:
        """Return who it is without a doubt, NEW when nobody is like them, None when it has to be asked."""
        if not likely:
            return NEW
        same = [one for one in likely if NAME in one.why]
        known = [one for one in same if {PHONE, EMAIL} & set(one.why)]
        if len(known) == 1:
            return known[0].id
        if len(same) == 1 and not known and not self._differs(same[0].id, said):
            return same[0].id if not any({PHONE, EMAIL} & set(one.why) for one in likely) else None
        return None

    def _differs(self, person: int, said: Collection[Said]) -> bool:
        """Say whether a number or an address of somebody in the file is not the one that is known."""
        phones, emails = self._of[person] if person in self._of else (set(), set())
        other_phone = any(digits(one.phone) not in phones for one in said if one.phone and phones)
        return other_phone or any(folded(one.email) not in emails for one in said if one.email and emails)

    def _signs(self, signs: Signs, said: Said) -> None:
        name = in_order(said.name)
        for who in self.names.get(name, ()):
            signs[who].add(NAME)
        for why, known, value in (
            (PHONE, self._phones, digits(said.phone) if said.phone else ""),
            (EMAIL, self._emails, folded(said.email) if said.email else ""),
        ):
            sharing = known.get(value, ()) if value else ()
            for who in sharing if len(sharing) <= CROWD else ():
                signs[who].add(why)
        if not signs:
            self._nearly(signs, name)

    def _nearly(self, signs: Signs, name: str) -> None:
        """Look for names that are nearly the same; it costs more, so it is asked last."""
        near = self._near or self._nearby()
        for why, keys in _ways(name):
            for key in keys:
                for other in near[why].get(key, ()):
                    if other != name and _holds(why, name, other) and len(self.names[other]) <= CROWD:
                        for who in self.names[other]:
                            signs[who].add(why)

    def _nearby(self) -> dict[str, dict[str, set[str]]]:
        self._near = {why: defaultdict(set) for why in (INITIAL, SLIP, SOUND, SHORT)}
        for name in self.names:
            for why, keys in _ways(name):
                for key in keys:
                    self._near[why][key].add(name)
        return self._near


def read_people(vault: Vault) -> People:
    """Return everybody in the vault."""
    heads = resolved(vault.pick("person", fields=("merged_into",)))
    rows = [(row[0], *(word or "" for word in row[1:])) for row in vault.values("person", fields=FIELDS)]
    return People(rows, heads)


def keys_of(met: Mapping[Said, int]) -> dict[Said, str]:
    """Return for everybody a file names by which key they are known: who is one person has one key.

    The same name is one person unless its rows give different numbers or addresses.
    """
    named: dict[str, list[Said]] = defaultdict(list)
    for one in met:
        named[in_order(one.name)].append(one)
    made: dict[Said, str] = {}
    for name, alike in named.items():
        phones = {digits(one.phone) for one in alike if one.phone}
        emails = {folded(one.email) for one in alike if one.email}
        apart = len(phones) > 1 or len(emails) > 1
        for one in alike:
            more = f"|{digits(one.phone)}|{folded(one.email)}" if apart and (one.phone or one.email) else ""
            made[one] = name + more
    return made


def _worth_it(likely: tuple[Likely, ...]) -> bool:
    """Say whether the first whom somebody may be is worth suggesting: a wrong one is hard to undo."""
    first = set(likely[0].why)
    alone = len(likely) == 1 or set(likely[1].why) != first
    return alone and bool(first & {NAME, INITIAL, SLIP, SOUND})


def _ways(name: str) -> list[tuple[str, Collection[str]]]:
    """Return the keys by which a name that is nearly the same is found; its words are in one order."""
    words = name.replace(".", "").split()
    ways: list[tuple[str, Collection[str]]] = []
    if len(words) > 1:
        ways.append((INITIAL, {f"{a} {b[0]}" for a in words for b in words if a != b and len(a) > 1}))
        ways.append((SOUND, (sound(name),)))
    if len(name) >= SHORTEST and not any(map(str.isdigit, name)):
        ways.append((SLIP, list(shorter(name))))
    ways.append((SHORT, [word for word in words if len(word) > 1]))
    return ways


def _holds(why: str, name: str, other: str) -> bool:
    """Say whether a sign is one: the keys alone find too much."""
    mine, theirs = set(name.replace(".", "").split()), set(other.replace(".", "").split())
    if why == INITIAL:
        left, right = mine - theirs, theirs - mine
        return len(left) == len(right) == 1 and 1 in (len(*left), len(*right))
    if why == SLIP:
        return one_slip(name, other) and len(mine) > 1 and len(theirs) > 1
    if why == SOUND:
        return by_ear(name, other)
    return 1 in (len(mine), len(theirs)) and len(mine | theirs) == max(len(mine), len(theirs))
