"""The lists of choices as this group words them."""

from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import OwnItem, lists, with_own
from vcse_desktop.store.vault import Vault


def group_lists(vault: Vault) -> Lists:
    """Return every list with the group's own wording, additions and hidden items laid over it."""
    return with_own(lists(), [_own(row) for row in vault.rows("own_item")])


def _own(row: dict[str, object]) -> OwnItem:
    vocab, code, label = (str(row[key] or "") for key in ("vocab", "code", "label"))
    return OwnItem(vocab, code, label, hidden=bool(row["hidden"]))
