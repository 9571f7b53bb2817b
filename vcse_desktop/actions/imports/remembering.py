"""What was chosen for a table, kept for the next with the same headings; nothing of its rows."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b

from vcse_desktop.actions.grouping import kept_settings
from vcse_desktop.exchange.meaning.asked import BLANK, COMMA, MARK, ORDER, SHARED
from vcse_desktop.exchange.meaning.headings import folded
from vcse_desktop.exchange.meaning.plan import ADD, How, Plan, Shape
from vcse_desktop.exchange.meaning.targets import parts, points_to
from vcse_desktop.exchange.tables.table import Table
from vcse_desktop.store.vault import Unit, Vault

BEGINS = "import."
"""How the settings begin that hold what was chosen; a mark of the headings of the table follows."""
BY_COLUMN = (ORDER, COMMA)
KEPT = (SHARED, MARK, BLANK, *BY_COLUMN)
"""The questions whose answers hold for the next table, too."""


def remember(unit: Unit, plan: Plan) -> None:
    """Keep what was chosen: headings, targets, words of lists, answers. No name and no cell of a person."""
    headings = {column.at: folded(column.heading) for column in plan.table.columns}
    open_ = parts(plan.kind, plan.shape)
    unit.set(
        _setting(plan.table, plan.days),
        {
            "kind": plan.kind,
            "shape": plan.shape.value,
            "columns": {
                h: plan.columns.get(at, "") for at, h in headings.items() if h and at not in plan.days
            },
            "always": {code: words for code, words in plan.always.items() if _no_person(code, open_)},
            "answers": {
                _named(key, headings): said for key, said in plan.answers.items() if key.startswith(KEPT)
            },
            "values": [
                [target, words, code]
                for (target, words), code in plan.values.items()
                if target in open_ and open_[target].field.vocab and code != ADD
            ],
        },
    )


def recalled(vault: Vault, plan: Plan, kind: str | None, shape: Shape | None) -> Plan:
    """Return the plan with what was chosen last time for these headings; as it is where nothing was."""
    kept = kept_settings(vault, _setting(plan.table, plan.days)).get(_setting(plan.table, plan.days))
    try:
        return _laid_over(plan, kept, kind, shape) if isinstance(kept, Mapping) else plan
    except (KeyError, TypeError, ValueError):  # from a newer version of the program
        return plan


def _laid_over(plan: Plan, kept: Mapping[str, object], kind: str | None, shape: Shape | None) -> Plan:
    its_kind, its_shape = str(kept["kind"]), Shape(str(kept["shape"]))
    if kind not in (None, its_kind) or shape not in (None, its_shape):
        return plan
    open_ = parts(its_kind, its_shape)
    columns, always, answers = (kept[name] for name in ("columns", "always", "answers"))
    if not (isinstance(columns, Mapping) and isinstance(always, Mapping) and isinstance(answers, Mapping)):
        raise TypeError
    at_of = {folded(column.heading): column.at for column in plan.table.columns if column.heading}
    chosen = {at_of[h]: str(c) for h, c in columns.items() if h in at_of and (c in open_ or not c)}
    values = kept["values"]
    if not isinstance(values, list):
        raise TypeError
    return replace(
        plan,
        kind=its_kind,
        shape=its_shape,
        columns={at: code for at, code in sorted(chosen.items()) if code and at not in plan.days},
        why=dict.fromkeys(chosen, How.LAST_TIME),
        always={str(code): str(words) for code, words in always.items() if code in open_},
        answers={_placed(str(key), at_of): str(said) for key, said in answers.items()},
        values={(str(target), str(words)): str(code) for target, words, code in values},
    )


def _setting(table: Table, days: Mapping[int, str]) -> str:
    """Return the name of the setting for these headings, whatever their order; those of days are left out."""
    headings = sorted(folded(column.heading) for column in table.columns if column.at not in days)
    return BEGINS + blake2b("\n".join(headings).encode(), digest_size=8).hexdigest()


def _no_person(code: str, open_: Mapping[str, object]) -> bool:
    part = open_.get(code)
    return part is not None and points_to(part.field) != "person"  # type: ignore[attr-defined]


def _named(key: str, headings: Mapping[int, str]) -> str:
    """Return the key of a question about a column with its heading in place of its place."""
    begins = next((one for one in BY_COLUMN if key.startswith(one)), "")
    return f"{begins}{headings.get(int(key.removeprefix(begins)), '')}" if begins else key


def _placed(key: str, at_of: Mapping[str, int]) -> str:
    begins = next((one for one in BY_COLUMN if key.startswith(one)), "")
    return f"{begins}{at_of.get(key.removeprefix(begins), '')}" if begins else key
