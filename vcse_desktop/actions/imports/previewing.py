"""What an import would make: records, names, problems by cell; nothing is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vcse_desktop.actions.imports.applying import apply, leave_faulty
from vcse_desktop.actions.imports.doubles import SEEMS, Doubles
from vcse_desktop.actions.imports.known import Known, known_names
from vcse_desktop.actions.imports.opening import WHENEVER, Going
from vcse_desktop.actions.imports.people import WHY, People, keys_of, read_people
from vcse_desktop.actions.imports.resolved import Resolved
from vcse_desktop.actions.imports.showing import choices, in_words, page
from vcse_desktop.actions.imports.unsettled import day_orders, for_all_rows, missing
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.exchange.meaning.asked import Asked
from vcse_desktop.exchange.meaning.cells import Cells
from vcse_desktop.exchange.meaning.drafting import Drafting
from vcse_desktop.exchange.meaning.plan import NEW, Plan
from vcse_desktop.exchange.meaning.preview import (
    Draft,
    Likely,
    Offer,
    Page,
    PersonMatch,
    Preview,
    Question,
    Said,
    Seeming,
    ValueMatch,
    Wrong,
)
from vcse_desktop.exchange.meaning.targets import parts
from vcse_desktop.figures.persons import resolved
from vcse_desktop.records.vocabularies import heads
from vcse_desktop.store.vault import Vault

__all__ = [
    "REASONS",
    "Likely",
    "Offer",
    "Page",
    "PersonMatch",
    "Preview",
    "Question",
    "Seeming",
    "ValueMatch",
    "Wrong",
    "choices",
    "in_words",
    "page",
    "preview",
]
REASONS: Mapping[str, str] = {**WHY, **SEEMS}
"""Why somebody may be somebody, or a row there already, in words: marked text by the codes of ``why``."""
READING = 60
"""Of a hundred steps, those until all rows are read."""


def preview(vault: Vault, plan: Plan, going: Going = WHENEVER) -> Preview:
    """Return exactly what carrying out the plan would make, and what is still to be settled.

    Nothing is written. For keepers alone; Stopped when somebody wanted it to end.
    """
    keepers_only(vault)
    lists, asked = group_lists(vault), Asked(plan)
    cells = Cells(asked, lists, day_orders(plan, asked))
    made = Drafting(plan, cells, today(), missing=frozenset(missing(plan)))
    for_all_rows(vault, plan, asked)
    made.make(Going(going.progress, going.cancelled, 0, READING))
    going.on(READING, 100)
    people = read_people(vault)
    keys, matches = _people(plan, made.drafts, people)
    known = known_names(vault, plan, made.drafts, lists)
    going.on(READING + 10, 100)
    heads_ = resolved(vault.pick("person", fields=("merged_into",)))
    settled = Resolved(plan.kind, known, keys, matches, heads_)
    drafts, faulty = leave_faulty(plan, made.drafts, known)
    seeming = Doubles(vault, plan, drafts, settled, people).find()
    drafts, filled = apply(vault, plan, drafts, seeming)
    going.on(95, 100)
    shown = Preview(
        plan,
        tuple(drafts),
        questions=asked.all(),
        values=(*_values(plan, cells), *known.matches),
        people=tuple(matches.values()),
        seeming=tuple(seeming),
        problems=tuple(sorted([*made.wrong, *faulty], key=lambda one: one.spot)),
        remarks=tuple(made.remarks),
        known=known.ids,
        keys=keys,
        added=tuple(cells.added),
    )
    return _counted(shown, known, filled)


def _people(
    plan: Plan, drafts: Iterable[Draft], people: People
) -> tuple[Mapping[Said, str], dict[str, PersonMatch]]:
    """Return the key of everybody the drafts name, and whom each key stands for."""
    met = Counter(one for draft in drafts for said in draft.people.values() for one in said)
    keys = keys_of(met)
    said: dict[str, list[Said]] = {}
    times: Counter[str] = Counter()
    for one, key in keys.items():
        said.setdefault(key, []).append(one)
        times[key] += met[one]
    return keys, {
        key: people.match(key, all_, times[key], plan.people.get(key)) for key, all_ in said.items()
    }


def _values(plan: Plan, cells: Cells) -> list[ValueMatch]:
    """Return what words of lists mean, those that nobody knows first."""
    open_, may_add = parts(plan.kind, plan.shape), heads()
    made = []
    for (target, _), one in cells.words.items():
        vocab = open_[target].field.vocab
        add = vocab.startswith("own:") or (vocab in may_add and may_add[vocab].extend)
        made.append(ValueMatch(target, one.said, one.code, one.how, one.near, add, max(one.times, 1)))
    return sorted(made, key=lambda match: (match.how is not None, match.target, match.words))


def _counted(shown: Preview, known: Known, filled: int) -> Preview:
    """Return the preview with what would be made counted, by kind; names of rows left out are not made."""
    new: dict[str, dict[str, None]] = {}
    matches = {match.key: match for match in shown.people}
    for (of, _), name in _named(shown, known):
        new.setdefault(of, {})[name] = None
    for key in dict.fromkeys(_keys(shown.drafts, shown.keys)):
        if matches[key].person in (NEW, None):
            new.setdefault("person", {})[matches[key].words[0]] = None
    made = Counter({kind: len(names) for kind, names in new.items()})
    made["person"] = sum(matches[key].person in (NEW, None) for key in set(_keys(shown.drafts, shown.keys)))
    made[shown.plan.kind] += sum(draft.into is None for draft in shown.drafts)
    return replace(
        shown,
        made={kind: number for kind, number in made.items() if number},
        filled=filled,
        new={kind: tuple(names) for kind, names in new.items()},
    )


def _named(shown: Preview, known: Known) -> Iterable[tuple[tuple[str, str], str]]:
    from vcse_desktop.actions.imports.known import link_kind  # noqa: PLC0415
    from vcse_desktop.records.normal import fold_name  # noqa: PLC0415

    used = {
        (link_kind(shown.plan.kind, code), fold_name(name))
        for draft in shown.drafts
        for code, names in draft.names.items()
        for name in names
    }
    return [(named, name) for named, name in known.new.items() if named in used]


def _keys(drafts: Sequence[Draft], keys: Mapping[Said, str]) -> Iterable[str]:
    return (keys[one] for draft in drafts for said in draft.people.values() for one in said)
