"""What an import would make: records, names, problems by cell; nothing is written."""

from vcse_desktop.actions.imports.opening import WHENEVER, Going
from vcse_desktop.exchange.meaning.plan import Plan
from vcse_desktop.exchange.meaning.preview import (
    Likely,
    Offer,
    Page,
    PersonMatch,
    Preview,
    Question,
    Seeming,
    ValueMatch,
    Wrong,
)
from vcse_desktop.store.vault import Vault

__all__ = [
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
    "page",
    "preview",
]


def preview(vault: Vault, plan: Plan, going: Going = WHENEVER) -> Preview:
    """Return exactly what carrying out the plan would make, and what is still to be settled.

    Nothing is written. For keepers alone; Stopped when somebody wanted it to end.
    """
    raise NotImplementedError(vault, plan, going)


def page(vault: Vault, shown: Preview, language: str, first: int = 0, most: int = 50) -> Page:
    """Return some of the records as they will be, in words."""
    raise NotImplementedError(vault, shown, language, first, most)


def choices(vault: Vault, plan: Plan, target: str) -> list[tuple[str, str]]:
    """Return what words for this target may mean: the codes of its list with their labels as shown."""
    raise NotImplementedError(vault, plan, target)
