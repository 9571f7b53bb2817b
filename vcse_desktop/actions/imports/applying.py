"""Drafts once it is settled what becomes of those that cannot be kept, or seem to be there already."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vcse_desktop.actions.imports.known import Known, link_kind
from vcse_desktop.exchange.meaning.plan import WHOLE, Double, Plan, Spot
from vcse_desktop.exchange.meaning.preview import Draft, Seeming, Wrong
from vcse_desktop.exchange.tables.table import cell_name
from vcse_desktop.records.normal import fold_name
from vcse_desktop.store.vault import Vault

Values = Mapping[str, object]


def leave_faulty(plan: Plan, drafts: Sequence[Draft], known: Known) -> tuple[list[Draft], list[Wrong]]:
    """Return the drafts whose names can be kept, and what is wrong with the other names, by cell."""
    if not known.faults:
        return list(drafts), []
    good, wrong = [], []
    for draft in drafts:
        found = [
            (code, known.faults[named], name)
            for code, names in draft.names.items()
            for name in names
            if (named := (link_kind(plan.kind, code), fold_name(name))) in known.faults
        ]
        if not found:
            good.append(draft)
        for code, fault, name in found:
            column = next((c for c in plan.table.columns if plan.columns.get(c.at) == code), None)
            row = draft.spot[0]
            spot, cell = ((row, column.at), cell_name(column, row)) if column else ((row, WHOLE), "")
            wrong.append(Wrong(spot, cell, name, replace(fault, field=code)))
    return good, wrong


def apply(
    vault: Vault, plan: Plan, drafts: Sequence[Draft], seeming: Sequence[Seeming]
) -> tuple[list[Draft], int]:
    """Return the drafts that are left when doubles are left out or fill what is there, and how many fill.

    What is still asked stays as it is.
    """
    what = {one.spot: one for one in seeming if one.what not in (None, Double.NEW)}
    into = [one.record for one in what.values() if one.what is Double.FILL and one.record]
    there = {int(str(row["id"])): row for row in vault.rows_of(plan.kind, into)} if into else {}
    first = {draft.spot: draft for draft in drafts}
    kept: dict[Spot, Draft] = {}
    plain: list[Draft] = []
    filled = 0
    for draft in drafts:
        one = what.get(draft.spot)
        if one is None:
            plain.append(draft)
        elif one.what is Double.FILL and one.record in there:
            fuller = _fill(draft, there[one.record], one.record)
            there[one.record] = {**there[one.record], **fuller.values}
            filled += bool(fuller.values or fuller.names or fuller.people)
            plain.append(fuller)
        elif one.what is Double.FILL and one.row and (one.row, WHOLE) in first:
            kept[one.row, WHOLE] = _together(kept.get((one.row, WHOLE), first[one.row, WHOLE]), draft)
    return [kept.get(draft.spot, draft) if draft.into is None else draft for draft in plain], filled


def _fill(draft: Draft, there: Values, record: int) -> Draft:
    """Return what a draft adds to a record: only what is blank in it. Names are added to its own."""
    values = {code: value for code, value in draft.values.items() if there.get(code) is None}
    names = {code: said for code, said in draft.names.items() if there.get(code) is None}
    people = {
        code: said
        for code, said in draft.people.items()
        if there.get(code) is None or isinstance(there[code], list)
    }
    return Draft(draft.spot, values, names, people, record)


def _together(first: Draft, other: Draft) -> Draft:
    """Return two drafts of one as one; where both say something the first holds."""
    return Draft(
        first.spot,
        {**other.values, **first.values},
        {**other.names, **first.names},
        {**other.people, **first.people},
    )
