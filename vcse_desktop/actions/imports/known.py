"""What of the records that a file names is in the vault already, and what each name may be."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from vcse_desktop.actions.recording import today
from vcse_desktop.actions.slipping import one_slip
from vcse_desktop.actions.suggesting import SHORTEST, folded
from vcse_desktop.exchange.meaning.plan import How, Plan, folded_words
from vcse_desktop.exchange.meaning.preview import Draft, ValueMatch
from vcse_desktop.exchange.meaning.targets import NAMED_BY, points_to
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Lists, Problem
from vcse_desktop.records.normal import fold_name
from vcse_desktop.records.validation import problems
from vcse_desktop.store.vault import Vault

TWO_OF_THEM = N_("More than one record has this name, so it is not clear which is meant.")
Named = tuple[str, str]
"""A kind of record and a folded name."""


@dataclass(slots=True)
class Known:
    """Names of records: which are there, under which id; which are new; which cannot be names."""

    ids: dict[Named, int] = field(default_factory=dict)
    new: dict[Named, str] = field(default_factory=dict)
    faults: dict[Named, Problem] = field(default_factory=dict)
    matches: list[ValueMatch] = field(default_factory=list)


@cache
def link_kind(kind: str, code: str) -> str:
    """Return the kind of record that a field of this kind points to."""
    return points_to(next(one for one in TABLES[kind].fields if one.code == code))


def known_names(vault: Vault, plan: Plan, drafts: Iterable[Draft], lists: Lists) -> Known:
    """Return what the names that drafts hold stand for, people apart."""
    met: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for draft in drafts:
        for code, names in draft.names.items():
            met[code, link_kind(plan.kind, code)].update(names)
    known, there = Known(), dict[str, dict[str, list[int]]]()
    for (code, of), counted in met.items():
        if of not in there:
            there[of] = _there(vault, of)
        for name, times in counted.items():
            _settle(known, plan, (code, of), (name, times), there[of])
    for named, name in list(known.new.items()):
        if fault := _fault(named[0], name, lists):
            known.faults[named] = fault
            del known.new[named]
    return known


def _there(vault: Vault, of: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for record, name in vault.values(of, fields=(NAMED_BY[of],)):
        found[fold_name(str(name or ""))].append(record)
    return found


def _settle(
    known: Known, plan: Plan, link: tuple[str, str], said: tuple[str, int], there: Mapping[str, list[int]]
) -> None:
    """Find the record that a name stands for, as chosen or by the same name; else it is a new one."""
    (code, of), (name, times) = link, said
    named, wanted = (of, fold_name(name)), folded(name)
    chosen = plan.values.get((code, folded_words(name)), "")
    ids = there.get(named[1], [])
    if chosen.isdecimal() and any(int(chosen) in some for some in there.values()):
        known.ids[named] = int(chosen)
        known.matches.append(ValueMatch(code, name, chosen, How.CHOSEN, times=times))
    elif len(ids) > 1:
        known.faults[named] = Problem("", TWO_OF_THEM)
    elif ids:
        known.ids[named] = ids[0]
        known.matches.append(ValueMatch(code, name, str(ids[0]), How.EXACT, times=times))
    else:
        known.new.setdefault(named, name)
        near = _near(wanted, there)
        known.matches.append(ValueMatch(code, name, "", How.NEAR if near else None, near, True, times))


def _near(wanted: str, there: Mapping[str, list[int]]) -> str:
    """Return the id of the one record whose name is nearly this; "" for none or several."""
    plain = _bare(wanted)
    found = {
        ids[0]
        for name, ids in there.items()
        if len(ids) == 1
        and len(wanted) >= SHORTEST
        and (_bare(folded(name)) == plain or one_slip(folded(name), wanted))
    }
    return str(found.pop()) if len(found) == 1 else ""


def _bare(name: str) -> str:
    """Return a name without signs, and without an s at the end of its words: Drop-in and Drop ins are one."""
    words = "".join(sign if sign.isalnum() else " " for sign in name).split()
    return "".join(word.removesuffix("s") for word in words if word not in ("the", "and"))


def _fault(kind: str, name: str, lists: Lists) -> Problem | None:
    """Return what keeps a new record from having this name, if anything does."""
    found = problems(TABLES[kind], {NAMED_BY[kind]: name}, lists, today=today())
    return next((problem for problem in found if problem.field == NAMED_BY[kind]), None)
