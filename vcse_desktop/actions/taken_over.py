"""Which organisation took over from which: what was asked of one that is no more stays with its heir."""

from collections.abc import Mapping

from vcse_desktop.figures.reading import ident, links, text
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.vault import Vault


def heirs(vault: Vault) -> dict[int, int]:
    """Return, for each organisation that another took over from, the one that stands for it now.

    Where they are noted in a circle, nobody knows who took over: none of them stands for another.
    """
    after = {
        old: ident(row)
        for row in vault.pick("organisation", Between("succeeds"))
        for old in links(row, "succeeds")
    }
    return {old: new for old in after if (new := _last(after, old)) != old}


def heir_names(vault: Vault) -> dict[int, str]:
    """Return the name of what stands now for each organisation that was taken over."""
    now = heirs(vault)
    named = {ident(row): text(row, "name") for row in vault.rows_of("organisation", set(now.values()))}
    return {old: named.get(new, "") for old, new in now.items()}


def formerly(vault: Vault, organisation: int) -> set[int]:
    """Return an organisation with all that it took over from."""
    return {organisation} | {old for old, new in heirs(vault).items() if new == organisation}


def _last(after: Mapping[int, int], one: int) -> int:
    """Follow who took over from whom to the end; a circle leads back to where one began."""
    now, seen = one, {one}
    while now in after:
        now = after[now]
        if now in seen:
            return one
        seen.add(now)
    return now
