"""Why a number is hidden, in words: with true numbers, so for the preview on the group's own screen alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce

from vcse_desktop.actions.one_line import its_way
from vcse_desktop.actions.taking_away import Taking
from vcse_desktop.disclosure.atoms import Number
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.earlier import Told
from vcse_desktop.disclosure.plan import CellKey, Secret
from vcse_desktop.figures.measures import MEASURES
from vcse_desktop.figures.table import TOTAL, FigureTable, Unit
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

PROTECTS = N_("Hidden to protect {group}.")
PROTECTS_REST = N_("Hidden to protect the few people behind {group} who are not behind {others}.")
LEAVES = N_("Next to {beside}, this {number} would leave {left}.")
TOLD = N_("On {day} you told {audience} about {name}: {number}.")
LEAVES_TODAY = N_("Next to that, this {number} today would leave {left}.")
LEAVES_TODAY_TOO = N_("Next to that and {beside}, this {number} today would leave {left}.")
WORKED_OUT = N_(
    "With this {number} and what else is told, somebody could work out that they are {left}, or nearly that."
)
THE_TOTAL, FOR = N_("the total of {number}"), N_("{number} for {name}")
BOTH = N_("{said} {then}")
HOURS = N_("{hours} hours")
COMMA, AND = N_("{one}, {other}"), N_("{one} and {other}")
NOT_HERE = N_("something that is in no table of now")
NAME, NAMES = N_("“{name}”"), N_("“{column}: {row}”")
IN_DAYS = N_("{name} from {first} to {last}")
MOST_NAMED, MOST_EXPOSED = 3, 5
EXPOSED = N_("Already exposed by the pack of {day} for {audience}: {group}. It cannot be hidden any more.")
EXPOSED_REST = N_(
    "Already exposed by the pack of {day} for {audience}: the few people behind {group} who are not behind "
    "{others}. It cannot be hidden any more."
)
EXPOSED_TOGETHER = N_("Already exposed by earlier packs together: {group}. It cannot be hidden any more.")


class Words:
    """Sentences about the numbers of these tables, in the language that is set, whose code is given.

    ``told`` says for each earlier release whom it went to, and when.
    """

    def __init__(self, tables: Sequence[FigureTable], told: Mapping[int, Told], language: str) -> None:
        self._tables = {(table.kind.id, table.kind.version): table for table in tables}
        self._told, self._language = told, language

    def protects(self, taking: Taking) -> str:
        """Return whom a hidden number protects, and the subtraction that would give them away."""
        cell, less = taking.secret.cell, taking.secret.less
        group, others = self._name(cell), _listed([self._name(one, cell) for one in less])
        whom = tr(PROTECTS_REST, group=group, others=others) if less else tr(PROTECTS, group=group)
        return tr(BOTH, said=whom, then=self._subtraction(taking))

    def exposed(self, secret: Secret) -> str:
        """Return what earlier packs have given away for good; without a number."""
        group = self._name(secret.cell)
        others = _listed([self._name(one, secret.cell) for one in secret.less])
        releases = [self._told[key.release] for key in (secret.cell, *secret.less) if key.release]
        if not releases:
            return tr(EXPOSED_TOGETHER, group=group)
        whom = self._whom(max(releases, key=lambda told: told.day))
        return (
            tr(EXPOSED_REST, group=group, others=others, **whom)
            if others
            else tr(EXPOSED, group=group, **whom)
        )

    def _subtraction(self, taking: Taking) -> str:
        this, told = taking.number, taking.told_before()
        number, left = self._amount(this.value, this), self._few(taking.left, this)
        if not taking.beside:
            return tr(WORKED_OUT, number=number, left=self._few(taking.few, this))
        beside = self._beside(this, [one for one in taking.beside if one not in told[:1]])
        if not told:
            return tr(LEAVES, beside=beside, number=number, left=left)
        said = tr(
            TOLD,
            name=self._name(told[0].key, this.key),
            number=self._amount(told[0].value, this),
            **self._whom(self._told[told[0].key.release]),
        )
        if not beside:
            return tr(BOTH, said=said, then=tr(LEAVES_TODAY, number=number, left=left))
        return tr(BOTH, said=said, then=tr(LEAVES_TODAY_TOO, beside=beside, number=number, left=left))

    def _beside(self, this: Number, others: Sequence[Number]) -> str:
        """Return numbers each with what it counts; a few by name, and how many more there are."""
        parts = [
            tr(THE_TOTAL, number=self._amount(one.value, this))
            if _is_total(one.key, this.key)
            else tr(FOR, number=self._amount(one.value, this), name=self._name(one.key, this.key))
            for one in others[:MOST_NAMED]
        ]
        more = len(others) - MOST_NAMED
        return _listed(
            [*parts, *([ngettext("{n} more number", "{n} more numbers", more)] if more > 0 else [])]
        )

    def _whom(self, told: Told) -> dict[str, str]:
        return {"day": self._day(told.day), "audience": its_way(told.audience)}

    def _day(self, day: str) -> str:
        return its_way(numbers.day(date.fromisoformat(day), self._language))

    def _amount(self, value: int, this: Number) -> str:
        if this.unit is Unit.PERSON_HOURS:
            return tr(HOURS, hours=numbers.hours(value, self._language))
        return numbers.whole(value, self._language)

    def _few(self, value: int, this: Number) -> str:
        """Return what is left in words."""
        said = self._amount(value, this)
        return ngettext("{n} person", "{n} people", value, n=said) if this.unit is Unit.PERSON else said

    def _name(self, where: CellKey, beside: CellKey | None = None) -> str:
        """Return what a number counts in the group's own words: its column, its row but for totals, its days.

        The column is left out ``beside`` one of the same. What no table of now has is said to be so.
        """
        table = self._tables.get((where.table, where.version))
        if table is None or len(where.codes) != len(table.codes):
            return tr(NOT_HERE)
        kinds = {measure.code: measure for measure in table.kind.measures}
        column = tr((kinds.get(where.measure) or MEASURES[where.measure]).label)
        known = [{code.code: its_way(code.label) for code in codes} for codes in table.codes]
        labels = [
            mine.get(code, tr(NOT_HERE))
            for code, mine in zip(where.codes, known, strict=True)
            if code != TOTAL
        ]
        row, same = ", ".join(labels), beside is not None and beside.measure == where.measure
        said = tr(NAMES, column=column, row=row) if row and not same else tr(NAME, name=row or column)
        if (where.start, where.end) == (table.period.start.isoformat(), table.period.end.isoformat()):
            return said
        return tr(IN_DAYS, name=said, first=self._day(where.start), last=self._day(where.end))


def exposed(words: Words, report: AuditReport) -> list[str]:
    """Return what earlier packs have given away, each once; a few in words, and how many more there are."""
    said = list(dict.fromkeys(words.exposed(secret) for secret in report.exposed))
    more = len(said) - MOST_EXPOSED
    if more <= 0:
        return said
    too = ngettext(
        "{n} more group is exposed by earlier packs.", "{n} more groups are exposed by earlier packs.", more
    )
    return [*said[:MOST_EXPOSED], too]


def _is_total(whole: CellKey, part: CellKey) -> bool:
    """Say whether a number is the total of what the other counts a part of."""
    same = (whole.measure, whole.start, whole.end) == (part.measure, part.start, part.end)
    return same and all(code == TOTAL for code in whole.codes)


def _listed(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence: one, two and three."""
    before = reduce(lambda one, other: tr(COMMA, one=one, other=other), names[:-1]) if names[1:] else ""
    return tr(AND, one=before, other=names[-1]) if before else "".join(names)
