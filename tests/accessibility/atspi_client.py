"""Uses the running program as a screen reader does, from another process, by names and roles alone.

Run by the system's own Python, to which pyatspi belongs. Writes what it heard and saw as JSON.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

PROGRAM = "VCSE Desktop"
SECONDS = 20.0
"""How long something may take to appear before the job has failed."""
PERSON = "Amina Rehmatpuri"
MATTERS = "A night's sleep"
BOX = "text|entry|password text"
ENTER, HOME, DOWN = 0xFF0D, 0xFF50, 0xFF54  # as X calls them
Node = Any  # pyatspi has no types


class Reader:
    """What a screen reader knows: the tree, what was announced, and where the focus went."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.listened = 0
        self.focused: list[list[str]] = []
        self.nameless: set[str] = set()
        self.headings: set[str] = set()
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        pyatspi.Registry.registerEventListener(self._follow, "object:state-changed:focused")
        desktop = pyatspi.Registry.getDesktop(0)
        self.app = self.wait(lambda: next((a for a in desktop if a and PROGRAM in (a.name or "")), None))

        self._to_front()

    def _to_front(self) -> None:
        """Give the window the keys: there is no window manager here that does."""
        find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{PROGRAM}$"]
        subprocess.run([*find, "windowfocus", "--sync"], check=True, timeout=SECONDS)
        self.listen()

    def _hear(self, event: Node) -> None:
        self.said.append(str(event.any_data))

    def _follow(self, event: Node) -> None:
        with suppress(GLib.Error):  # it may be gone already
            if event.detail1:
                self.focused.append([event.source.getRoleName(), event.source.name])

    def listen(self, seconds: float = 0.05) -> None:
        """Let events arrive."""
        GLib.timeout_add(int(seconds * 1000), pyatspi.Registry.stop)
        pyatspi.Registry.start()

    def wait(self, look: Callable[[], Node], what: str = PROGRAM) -> Node:
        """Return what ``look`` finds as soon as it finds something."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                found = look()
            except (GLib.Error, LookupError, RuntimeError):  # it went away while we looked
                found = None
            if found:
                return found
            self.listen()
        shown = [[node.getRoleName(), node.name] for node in self.nodes() if node.name]
        raise SystemExit(f"never came: {what}; heard: {self.said}; shown: {shown}")

    def nodes(self) -> list[Node]:
        """Return all that is shown; what is nameless and the headings are noted in passing."""
        found = list(showing(self.app))
        for node, state in found:
            role = node.getRoleName()
            if role == "heading":
                self.headings.add(node.name)
            if state.contains(pyatspi.STATE_FOCUSABLE) and not node.name.strip():
                self.nameless.add(f"{role} in {node.parent.name!r}")
        return [node for node, _ in found]

    def find(self, role: str, name: str, under: str = "") -> Node:
        """Return the node with this role (or one of several) and this name, once it is there.

        ``under`` is the heading that it comes after.
        """
        roles = role.split("|")

        def look() -> Node:
            nodes = self.nodes()
            names = [plain(node.name) for node in nodes]
            first = names.index(under) if under else 0
            found = zip(nodes[first:], names[first:], strict=True)
            return next((n for n, called in found if called == name and n.getRoleName() in roles), None)

        return self.wait(look, f"{role} {name!r}")

    def begins(self, role: str, words: str) -> str:
        """Return the whole name of what begins with these words; "" where nothing does."""
        names = (node.name for node in self.nodes() if node.getRoleName() == role)
        return next((plain(name) for name in names if plain(name).startswith(words)), "")

    def press(self, role: str, name: str) -> None:
        """Press a node, or choose it."""
        self.find(role, name).queryAction().doAction(0)
        self.listen()

    def write(self, name: str, words: str) -> None:
        """Write words into a box that has the focus."""
        box = self.find(BOX, name)
        box.queryComponent().grabFocus()
        self.listen()
        box.queryEditableText().setTextContents(words)
        self.listen()

    def choose(self, listed: str, name: str) -> None:
        """Go down a list by its keys, and press Enter."""
        rows = self.find("list", listed)
        rows.queryComponent().grabFocus()
        place = self.wait(lambda: next((n for n in range(len(rows)) if rows[n].name == name), None), name)
        self.listen()
        for key in (HOME, *[DOWN] * place, ENTER):
            pyatspi.Registry.generateKeyboardEvent(key, None, pyatspi.KEY_SYM)
            self.listen()

    def heard(self, words: str) -> str:
        """Wait until a sentence with these words is announced, after what was heard before; return it."""

        def look() -> str:
            return next((one for one in self.said[self.listened :] if words in one), "")

        found = str(self.wait(look, f"heard {words!r}"))
        self.listened = self.said.index(found, self.listened) + 1
        return found


def showing(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield all under a node that is shown, each with its state: under what is not shown nothing is."""
    for child in node:
        state = child.getState() if child else None
        if state is not None and state.contains(pyatspi.STATE_SHOWING):
            yield child, state
            yield from showing(child)


def plain(words: str) -> str:
    """Return a name without the marks that keep its direction."""
    return words.translate(dict.fromkeys(range(0x2066, 0x206A)))


def job(reader: Reader, pack: str) -> dict[str, str]:
    """Go from the first run to a checked pack; return what was to be read on the way."""
    told = {}
    reader.find("heading", "How should it look?")
    reader.press("push button", "Continue")
    reader.press("push button", "Try with the example organisation")
    reader.find("heading", "Today")

    reader.write("Who", PERSON)
    reader.write("How long", "1h30")
    reader.press("push button", "Log hours")
    told["logged"] = reader.heard("Logged")
    told["row"] = reader.find("label", f"{PERSON}: 1½ hours", under="Logged today").name

    reader.press("push button", "Note something someone said")
    reader.write("What did they say?", "It is quiet here, and nobody asks why.")
    reader.press("push button", "Keep it")
    told["kept"] = reader.heard("Kept")

    told |= carers(reader)

    reader.choose("Main sections", "Summary packs")
    reader.press("page tab", "Check a pack")
    reader.write("Or write where the file is", pack)
    reader.press("push button", "Check it")
    told["new"] = reader.heard("compare the digits")
    reader.press("push button", "They match")
    told["known"] = reader.heard("Unchanged since")
    told["verdict"] = reader.find("label", told["known"]).name
    return {step: plain(words) for step, words in told.items()}


def carers(reader: Reader) -> dict[str, str]:
    """Note a contact with a carer who gives no name, and open a list of people to ring."""
    told = {}
    reader.choose("Main sections", "People")
    reader.press("page tab", "Support given")
    reader.press("push button", "Note support for a carer")
    reader.write("What matters to them", MATTERS)
    reader.press("push button", "Save")
    told["supported"] = reader.heard("Added")
    reader.press("page tab", "People")
    reader.press("push button", "Make a contact list")
    reader.find("heading", "Contact list")
    told["list"] = reader.wait(lambda: reader.begins("label", "Made from"), "whom the list is made from")
    return told


def main() -> None:
    """Do the job, and tell of it."""
    reader = Reader()
    told: dict[str, object] = {**job(reader, sys.argv[1])}
    told |= {
        "nameless": sorted(reader.nameless),
        "headings": sorted(reader.headings),
        "said": reader.said,
        "focused": reader.focused,
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
