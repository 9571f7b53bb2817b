"""A screen of tabs, each a part with records of one kind: keys go to the part that is shown."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.screen import Screen
from ui.widgets.stack import Tabs


class Part(Protocol):
    """What a tab can do; ``RecordsPart`` is one."""

    def look(self) -> None: ...
    def new(self) -> None: ...
    def open(self, record: object) -> None: ...
    def first(self) -> QWidget: ...
    def search(self) -> None: ...
    def save(self) -> None: ...
    def back(self) -> None: ...
    def kept(self) -> object: ...
    def again(self, kept: object) -> None: ...


class RecordTabs(Screen):
    """``tabs`` are filled by the screen; ``kinds`` says which tab a kind of record is on."""

    kinds: dict[str, str]

    def __init__(self, desk: Desk, title: str, under: str = "") -> None:
        super().__init__(desk, title, under)
        self.tabs = Tabs(title)
        self.kinds = {}
        self._behind: set[str] = set()
        self.tabs.turned.connect(self._catch_up)
        self.add(self.tabs)

    def part(self) -> Part:
        """Return the part that is shown."""
        return cast(Part, self.tabs.part())

    def look(self) -> None:
        """Ask again for the part that is shown, and for each other one when it is turned to."""
        self._behind = set(self.tabs.built())
        self._catch_up(self.tabs.code())

    def _catch_up(self, code: str) -> None:
        if code in self._behind:
            self._behind.discard(code)
            self.part().look()

    def open(self, what: object) -> None:
        """Show what was asked for: "new", ("new", kind), or a kind and an id."""
        if what == "new":
            self.new()
        elif isinstance(what, tuple) and what[0] == "new" and what[1] in self.kinds:
            cast(Part, self.tabs.show_part(self.kinds[what[1]])).new()
        elif isinstance(what, Sequence) and len(what) == len(("kind", "id")) and what[0] in self.kinds:
            part = cast(Part, self.tabs.show_part(self.kinds[what[0]]))
            part.open(what[1])

    def kept(self) -> object:
        """Return which part is shown, and what the parts keep."""
        kept = {code: cast(Part, part).kept() for code, part in self.tabs.built().items()}
        return self.tabs.code(), {code: one for code, one in kept.items() if one is not None}

    def again(self, kept: object) -> None:
        """Open again what was open in the parts, and show the one that was shown."""
        shown, parts = cast(tuple[str, dict[str, object]], kept)
        for code, one in parts.items():
            cast(Part, self.tabs.show_part(code)).again(one)
        self.tabs.show_part(shown)

    def first(self) -> QWidget | None:
        """Return where the work of the part begins."""
        return self.part().first()

    def new(self) -> None:
        """Begin a new record of the part."""
        self.part().new()

    def search(self) -> None:
        """Go to the search of the part."""
        self.part().search()

    def save(self) -> None:
        """Save the form that is open in the part."""
        self.part().save()

    def back(self) -> None:
        """Go back from the form of the part."""
        self.part().back()
