"""Forms in which something may stand that is not saved: what each must be able to say, and which exist."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Key = tuple[str, int | None]
"""What is asked in a form, and the record that it is about; None for a new one."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a form says of what stands in it and is not saved.

    ``draft`` returns that, see ``packed``, or None for nothing; ``again`` fills it in. ``held`` says that
    nothing of it may be kept, since it may be about somebody at risk, and ``forget`` forgets it then. ``row``
    is the place in the layout of the form that an offer to go on stands at.
    """

    key: Callable[[], Key]
    draft: Callable[[], object]
    again: Callable[[Any], object]
    held: Callable[[], bool] = bool
    forget: Callable[[], object] = bool
    row: int = 0


class Forms(QObject):
    """``begun`` and ``over`` carry a form that was made, and one whose content was saved or given up."""

    begun = Signal(object)
    over = Signal(object)


forms = Forms()
_living: "WeakSet[QWidget]" = WeakSet()


def begun(form: QWidget, drafted: Drafted) -> None:
    """Tell that a form was made, and how it speaks of its drafts."""
    vars(form)["drafted"] = drafted  # with the form: kept elsewhere, it would keep the form alive
    _living.add(form)
    forms.begun.emit(form)


def over(form: QWidget) -> None:
    """Tell that what stood in a form was saved or given up: nothing of it is to be kept."""
    forms.over.emit(form)


def gone(form: QWidget) -> None:
    """Tell that a form goes with what stood in it: until it is deleted, nobody is to look at it again."""
    over(form)
    _living.discard(form)


def drafted_of(form: QWidget) -> Drafted:
    """Return how a form speaks of its drafts."""
    found = vars(form)["drafted"]
    assert isinstance(found, Drafted)  # noqa: S101 - it is what ``begun`` put there
    return found


def living(within: QWidget) -> Iterator[tuple[QWidget, Drafted]]:
    """Yield the forms under a widget, and how each speaks of its drafts."""
    for one in list(_living):
        if isValid(one) and within.isAncestorOf(one):
            yield one, drafted_of(one)
