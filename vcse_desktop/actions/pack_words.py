"""The words of a pack that somebody of the group typed, and what in them may point at somebody."""

from vcse_desktop.actions.naming_in_words import Spot, guard_of, spots
from vcse_desktop.actions.packing import Draft
from vcse_desktop.store.vault import Vault


def typed_by_hand(draft: Draft) -> list[str]:
    """Return the words of a pack that somebody of the group typed, each once, quotes apart."""
    titles = [
        code.label
        for table in draft.made_of.tables
        for dimension, codes in zip(table.kind.dimensions, table.codes, strict=True)
        if dimension.code == "activity"
        for code in codes
    ]
    return list(dict.fromkeys([*titles, draft.told.purpose, draft.told.retention]))


def pointing(vault: Vault, draft: Draft) -> list[Spot]:
    """Return what in these words may point at somebody."""
    guard = guard_of(vault, draft.plan.policy.threshold)
    return [spot for text in typed_by_hand(draft) for spot in spots(guard, text)]
