"""What stands beneath the form of a record and is saved by itself: what its page asks of it."""

from abc import abstractmethod

from PySide6.QtWidgets import QWidget


class Beneath(QWidget):
    """Rows, counters and the like that belong to one record."""

    @abstractmethod
    def look(self) -> None:
        """Ask the vault again; what was typed stays."""

    @abstractmethod
    def has_focus(self) -> bool:
        """Say whether somebody is at work here: the key that saves then saves this."""

    @abstractmethod
    def save(self) -> None:
        """Save what stands here."""

    @abstractmethod
    def kept(self) -> object:
        """Return what stands here and is not saved, None for nothing."""

    @abstractmethod
    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned."""
