"""What the screens before the door need of the store, loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any


class Later:
    """Stands in for a module; the first look into it loads it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, wanted: str) -> Any:  # noqa: ANN401 - type checkers see the module itself
        """Return what the module has by this name."""
        return getattr(import_module(self._name), wanted)


if TYPE_CHECKING:
    from vcse_desktop.actions import backing, knocking, restoring, unlocking
else:
    backing = Later("vcse_desktop.actions.backing")
    restoring = Later("vcse_desktop.actions.restoring")
    knocking = Later("vcse_desktop.actions.knocking")
    unlocking = Later("vcse_desktop.actions.unlocking")

__all__ = ["backing", "knocking", "restoring", "unlocking"]
