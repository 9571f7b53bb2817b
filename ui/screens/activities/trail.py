"""What was opened one from another over the list of activities; what was typed stays until it is saved."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.activities import parts
from ui.screens.activities.form import RecordPart
from ui.screens.activities.parts import LIST, Asked, Key
from ui.screens.register.form import Register
from ui.widgets.drafted import gone
from ui.widgets.frame import column
from ui.widgets.stack import Stack
from vcse_desktop.actions.unlocking import Vault


@dataclass(frozen=True, slots=True)
class Kept:
    """What outlives the window being drawn anew: the trail, and what stands in forms that are not saved."""

    trail: tuple[Key, ...]
    typed: Mapping[Key, object]


class Trail(QWidget):
    """``turned`` carries the heading for what is shown now. Its last key says what that is."""

    turned = Signal(str)

    def __init__(self, vault: Vault, front: QWidget, title: str) -> None:
        super().__init__()
        self.vault = vault
        self.trail: list[Key] = [LIST]
        self.heading = title
        self._made: dict[Key, QWidget] = {LIST: front}
        self._titles: dict[Key, str] = {LIST: title}
        self._waiting = Kept((), {})
        self._stack = Stack()
        self._stack.addWidget(front)
        self.setLayout(column(self._stack))

    @abstractmethod
    def connect_part(self, key: Key, part: QWidget) -> None:
        """Listen to the wishes of a part that was made."""

    @abstractmethod
    def first(self) -> QWidget | None:
        """Return where the work of what is shown begins."""

    def go(self, key: Key, how: str = "") -> None:
        """Show a part; a register or form that was begun is gone on with."""
        part = self._made.get(key)
        if part is not None and (key == LIST or _touched(part)):
            self._show(key, how)
        else:
            self._ask(key, lambda: self._show(key, how, anew=key != self.trail[-1]))

    def _ask(self, key: Key, then: Callable[[], None]) -> None:
        """Make a part from what the vault says, then show it or not; one that came back meanwhile stays."""

        def arrived(asked: Asked) -> None:
            if not _touched(self._made.get(key)):
                self._make(key, asked)
            then()

        tasks.run(self, lambda: parts.ask(self.vault, key), arrived, lambda error: errors.tell(self, error))

    def _make(self, key: Key, asked: Asked) -> None:
        self.drop(key)
        part = parts.build(asked)
        self._made[key], self._titles[key] = part, parts.title(asked)
        self._stack.addWidget(part)
        self.connect_part(key, part)
        typed = dict(self._waiting.typed)
        if key in typed and isinstance(part, Register | RecordPart):
            part.type_again(typed.pop(key))
        self._waiting = replace(self._waiting, typed=typed)

    def _show(self, key: Key, how: str = "", *, anew: bool = True) -> None:
        """Show a part that is there; the focus goes where its work begins."""
        if key in self.trail:
            del self.trail[self.trail.index(key) + 1 :]
        else:
            self.trail.append(key)
        part, before = self._made[key], self._stack.currentWidget()
        if before is not None and before is not part:
            before.hide()  # or all that is on it is laid out again when the tabs over it come back
        self.heading = self._titles[key]
        self.turned.emit(self.heading)
        self._stack.setCurrentWidget(part)
        if isinstance(part, Register) and how and not part.touched:
            part.same_as_last()
        elif anew and self.isVisible():
            begin = self.first()
            if begin is not None:
                begin.setFocus()

    def drop(self, key: Key) -> None:
        """Let a part go."""
        old = self._made.pop(key, None)
        if old is not None:
            gone(old)
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    def shown(self) -> QWidget:
        """Return the part that is shown."""
        return self._made[self.trail[-1]]

    def back(self) -> None:
        """Go back to what this was opened from; what was typed and not saved waits there."""
        left = self.trail[-1]
        self.go(self.trail[-2])
        if not _touched(self._made[left]):
            self.drop(left)

    def kept(self) -> Kept | None:
        """Return what must outlive the window being drawn anew; None for nothing."""
        made = self._made.items()
        typed = {key: one.typed() for key, one in made if isinstance(one, Register | RecordPart)}
        typed = {key: one for key, one in typed.items() if _touched(self._made[key])}
        made_anew = Kept(self._waiting.trail or tuple(self.trail), {**self._waiting.typed, **typed})
        return None if made_anew == Kept((LIST,), {}) else made_anew

    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned: what is not shown is there when somebody comes back to it."""

        def shown() -> None:
            self.trail, self._waiting = list(self._waiting.trail), replace(self._waiting, trail=())
            self._show(self.trail[-1])

        if isinstance(kept, Kept):
            self._waiting = kept
            for key in kept.typed.keys() - {kept.trail[-1]}:
                self._ask(key, lambda: None)
            if kept.trail[-1] == LIST:
                self._waiting = replace(kept, trail=())
            else:
                self._ask(kept.trail[-1], shown)


def _touched(part: QWidget | None) -> bool:
    return isinstance(part, Register | RecordPart) and part.touched
