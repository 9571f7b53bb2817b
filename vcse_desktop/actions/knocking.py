"""What can be said of a vault before it is opened, without loading what opens it."""

from vcse_desktop.store.door import Person, people

__all__ = ["Person", "people"]
