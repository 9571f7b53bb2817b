"""What whoever is in may do, by their role; the store refuses the rest whatever a window does."""

from vcse_desktop.store.roles import HELPER, KEEPER, MEMBER, ROLES, refusal
from vcse_desktop.store.vault import Vault

__all__ = [
    "HELPER",
    "KEEPER",
    "MEMBER",
    "ROLES",
    "is_helper",
    "is_keeper",
    "keepers_only",
    "members_only",
    "refusal",
]


def is_keeper(vault: Vault) -> bool:
    """Say whether a keeper is in, or whoever came in by the recovery sheet."""
    return vault.role == KEEPER


def is_helper(vault: Vault) -> bool:
    """Say whether a helper is in, who sees sessions, hours and names alone."""
    return vault.role == HELPER


def keepers_only(vault: Vault) -> None:
    """Raise NotAllowed unless a keeper is in."""
    if not is_keeper(vault):
        raise refusal(KEEPER)


def members_only(vault: Vault) -> None:
    """Raise NotAllowed when a helper is in."""
    if is_helper(vault):
        raise refusal(MEMBER)
