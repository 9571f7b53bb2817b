"""How a question that nobody waits for any more is stopped, whatever the store is doing for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from vcse_desktop.errors import VcseError

Stopped = Callable[[], bool]
STEPS = 20_000
"""So many steps of the database between two looks at whether it is stopped: about a millisecond."""
_stopped: ContextVar[Stopped | None] = ContextVar("stopped", default=None)


class Overtaken(VcseError):
    """The answer is not wanted any more; nobody is told."""

    def __init__(self) -> None:
        super().__init__("", "")


@contextmanager
def stopping(stopped: Stopped) -> Iterator[None]:
    """Let what is asked of any vault inside end with Overtaken soon after ``stopped`` says yes."""
    token = _stopped.set(stopped)
    try:
        yield
    finally:
        _stopped.reset(token)


def never() -> bool:
    """Say no."""
    return False


def stopped_by() -> Stopped | None:
    """Return what stops the questions of this thread."""
    return _stopped.get()
