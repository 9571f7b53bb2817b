"""Which organisation took over from which: what was asked of one that is no more stays with its heir."""

from collections.abc import Mapping

from vcse_desktop.figures.reading import ident, links, text
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.vault import Vault


def heirs(vault: Vault) -> dict[int, int]:
    """Return, for each organisation that another took over from, the one that stands for it now."""
    after = {
        old: ident(row)
        for row in vault.pick("organisation", Between("succeeds"))
        for old in links(row, "succeeds")
    }
    return {old: _last(after, old) for old in after}


def heir_names(vault: Vault) -> dict[int, str]:
    """Return the name of what stands now for each organisation that was taken over."""
    now = heirs(vault)
    named = {ident(row): text(row, "name") for row in vault.rows_of("organisation", set(now.values()))}
    return {old: named.get(new, "") for old, new in now.items()}


def formerly(vault: Vault, organisation: int) -> set[int]:
    """Return an organisation with all that it took over from."""
    return {organisation} | {old for old, new in heirs(vault).items() if new == organisation}


def _last(after: Mapping[int, int], one: int) -> int:
    """Follow who took over from whom to the end; a circle ends where it began."""
    seen = {one}
    while one in after and after[one] not in seen:
        one = after[one]
        seen.add(one)
    return one
