"""Two sets of principles that others wrote, and which records show that the group does something of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vcse_desktop.actions.principles import Span, Spoken, is_within, spoken_of
from vcse_desktop.figures.clock import is_change
from vcse_desktop.figures.reading import ident, number
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.store.conditions import Among, AnyOf, Between, Condition, Holding
from vcse_desktop.store.vault import Vault

PERSON_CENTRED, ENGAGING = "health_foundation_principles", "icb_engagement_principles"
TITLES = {
    PERSON_CENTRED: N_("Four principles of person-centred care"),
    ENGAGING: N_("Principles of engagement of integrated care boards"),
}
"""The sets by their lists."""
AS_IT_STANDS = {
    "e12_standards": N_(
        "In line with the Nolan principles, the consultation principles, and the statutory guidance "
        "“Working in partnership with people and communities”"
    ),
    "e16_legal": N_("Meets legal duties as the law stands now"),
}
"""Items whose own words name guidance or an Act that was replaced."""


@dataclass(frozen=True, slots=True)
class Look:
    """Which records show it: of a kind, or those of it that own a ``part`` for which this is so."""

    kind: str
    where: tuple[Condition, ...] = ()
    part: str = ""


def _filled(kind: str, *fields: str) -> Look:
    return Look(kind, (AnyOf([Between(field) for field in fields]),))


def _said(kind: str, field: str) -> Look:
    return Look(kind, (Among(field, [True]),))


CHANGED = Look("response", (Among("status", ["done"]),))
"""Answers that may be changes: those count that say what changed and how it is known."""
LOOKS: Mapping[str, tuple[Look, ...]] = {
    "e01_open": (_filled("engagement", "method"),),
    "e02_fair": (_filled("insight", "summary"),),
    "e03_timely": (_filled("engagement", "decision_on"),),
    "e04_diversity": (Look("session", part="tally"), Look("engagement", part="tally")),
    "e05_respect": (_filled("session", "listened_asked"),),
    "e06_inequalities": (_filled("engagement", "clinical", "clinical_cyp"),),
    "e07_tailored": (Look("engagement", part="audience"),),
    "e08_use_explained": (_said("engagement", "explained_use"), _said("session", "explained_use")),
    "e09_evaluated": (Look("review"),),
    "e10_cost_effective": (_filled("engagement", "cost_money", "cost_hours"), _filled("session", "cost")),
    "e11_accessible": (_filled("engagement", "formats"), _filled("session", "access_given")),
    "e13_early": (_filled("engagement", "stage", "change_on"),),
    "e14_best_practice": (_filled("review", "learned_from"),),
    "e15_learning": (_filled("review", "not_worked", "next_time"),),
    "e16_legal": (_filled("engagement", "duty", "lga_duties"),),
    "e17_relationships": (Look("engagement", part="stakeholder"), _filled("engagement", "equality_notes")),
    "e18_protected": (_filled("engagement", "protected"),),
    "e19_seek_out": (_filled("person", "involve_how"),),
    "e20_barriers": (Look("session", part="barrier"), Look("engagement", part="barrier")),
    "e21_language": (_filled("engagement", "languages"), _said("engagement", "may_publish")),
    "e22_feedback": (_filled("response", "told_on"),),
    "e23_reviewed": (_filled("review", "reviewed_by"),),
    "e24_impact": (CHANGED,),
} | {
    item.code: (Look("insight", (Holding("hf_principles", [item.code]),)),)
    for item in lists()[PERSON_CENTRED]
}
"""Where one looks, by the code of the principle. For those that are not here nothing can be counted."""
COUNTED = frozenset(look.part or look.kind for looks in LOOKS.values() for look in looks)
"""The kinds of row that are looked at."""


@dataclass(frozen=True, slots=True)
class Guided:
    """One principle of a set: its code, its words, and what shows it; None where nothing can be counted."""

    code: str
    words: str
    found: tuple[Spoken, ...] | None


def guidance(
    vault: Vault, span: Span | None = None, of: Iterable[str] = tuple(TITLES)
) -> dict[str, list[Guided]]:
    """Return both sets, or those named, with the records of a span that show each principle, newest first."""
    return vault.at_once(lambda: {vocab: _set(vault, vocab, span) for vocab in of})


def _set(vault: Vault, vocab: str, span: Span | None) -> list[Guided]:
    made = []
    for item in lists()[vocab]:
        words = tr(AS_IT_STANDS[item.code]) if item.code in AS_IT_STANDS else pgettext(vocab, item.label)
        made.append(Guided(item.code, words, _found(vault, LOOKS.get(item.code, ()), span)))
    return made


def _found(vault: Vault, looks: tuple[Look, ...], span: Span | None) -> tuple[Spoken, ...] | None:
    if not looks:
        return None
    rows = {(look.kind, ident(row)): row for look in looks for row in _rows(vault, look)}
    ordered = sorted(rows.items(), key=lambda one: -one[0][1])
    spoken = spoken_of(vault, [(kind, row) for (kind, _), row in ordered])
    return tuple(one for one in spoken if is_within(one, span))


def _rows(vault: Vault, look: Look) -> list[Values]:
    if look.part:
        owners = {number(row, look.kind) for row in vault.pick(look.part, *look.where)}
        return list(vault.rows_of(look.kind, {one for one in owners if one}))
    rows = vault.pick(look.kind, *look.where)
    return [row for row in rows if is_change(row)] if look is CHANGED else list(rows)
