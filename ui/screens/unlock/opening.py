"""A vault on its way in: work that outlives its screen being drawn anew, and leaves no vault open."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui import tasks
from ui.tasks import Lane, Task

if TYPE_CHECKING:
    from vcse_desktop.actions.unlocking import Vault

Opened = tuple["Vault", str]
"""An open vault and its recovery code, "" where nobody needs to see it."""
Undo = Callable[["Vault"], object]


def lock(vault: "Vault") -> None:
    """Lock a vault that nobody wants any more."""
    vault.lock()


class Opening(QObject):
    """Holds a vault between its being opened and the window that takes it in.

    ``arrived`` says that it is here, ``failed`` carries the error, ``moved`` how far it is. A screen that is
    drawn anew sets ``handed``.
    """

    arrived = Signal()
    failed = Signal(object)
    moved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.vault: Vault | None = None
        self.code = ""
        self.sentence = ""
        """What is being done, "" for nothing."""
        self.handed = False
        self._task: Task | None = None
        app = QCoreApplication.instance()
        self._lasting: QObject = app or self  # the work may outlive this, and must not go with it
        if app is not None:
            app.aboutToQuit.connect(self.left)

    def begin(self, sentence: str, work: Callable[[], Opened], undo: Undo = lock) -> None:
        """Do the work; when it is stopped meanwhile, ``undo`` gets the vault that came of it."""
        self.begin_long(sentence, lambda _: work(), undo)

    def begin_long(self, sentence: str, work: Callable[[Task], Opened], undo: Undo = lock) -> None:
        """Do work that tells how far it is, by ``moved``, and that ends itself when it is asked to."""
        mine: list[Task] = []

        def here(opened: Opened) -> None:
            if self._task is not mine[0]:
                tasks.run(self._lasting, lambda: undo(opened[0]), lambda _: None, lambda _: None, Lane.ACT)
                return
            self._ended()
            self.vault, self.code = opened
            self.arrived.emit()

        def not_here(error: BaseException) -> None:
            if self._task is mine[0]:
                self._ended()
                self.failed.emit(error)

        self.sentence = sentence
        self._task = tasks.run_long(self._lasting, work, here, not_here, Lane.ACT)
        self._task.moved.connect(self.moved)
        mine.append(self._task)

    def take(self) -> "Vault":
        """Return the vault: whoever takes it locks it."""
        vault, self.vault, self.code = self.vault, None, ""
        assert vault is not None  # noqa: S101 - only asked for after ``arrived``
        return vault

    def ask_to_stop(self) -> None:
        """Ask the work to end; it says itself whether it did."""
        if self._task is not None:
            self._task.stop()

    def stop(self) -> None:
        """Want no longer what is on its way."""
        self._ended()

    def left(self) -> None:
        """Lock what nobody took, when the screen went without handing this on."""
        handed, self.handed = self.handed, False
        if not handed:
            self.stop()
            if self.vault is not None:
                self.take().lock()

    def watch(self, screen: QObject) -> None:
        """Be left when this screen goes."""
        screen.destroyed.connect(lambda _: self.left())  # keeps this alive as long

    def _ended(self) -> None:
        self._task, self.sentence = None, ""


def example() -> Opened:
    """Open the example organisation, and make it first when there is none: in a worker, it takes seconds."""
    return import_module("vcse_desktop.actions.example").open_example(), ""
