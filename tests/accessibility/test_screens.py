"""Every screen, empty and with records: named, headed, nothing cut, nothing too small, all translated."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.accessibility import heard, painted, room, said
from tests.accessibility.conftest import FEW, HALF, STATES, Shown, one_in
from tests.accessibility.dress import Dress, opened, wear
from tests.accessibility.focused import by_tab
from tests.accessibility.seen import View
from tests.accessibility.strays import Strays
from tests.conftest import LONG
from tests.groups import BENCH, BUS, make_group
from tests.shots_answers import ANSWERED
from tests.shots_packs import Packs
from ui import tasks
from ui.main_window import MainWindow
from vcse_desktop.actions.unlocking import Vault

Check = Callable[[QWidget], list[str]]
ALWAYS = [Dress(size=200), Dress(room=(1024, 768)), Dress("ar", 200), Dress("xx", 200)]
OTHERS = [Dress(language, size) for language in ("en", "cy", "ar", "xx") for size in (100, 150, 200)]
DRESSES = [*ALWAYS, *(one for one in OTHERS if LONG and one not in ALWAYS)]
THEMES = ("light", "dark", "high")
COLOURS = [Dress(theme=theme, room=(1280, 2400)) for theme in THEMES]
DRAWN, FIRST = 2, 1
"""In how many dresses each run goes through screens, and in how many of them also where there is no record,
and packs; with --long in every one."""


def with_states(dresses: list[Dress]) -> list[tuple[int, str]]:
    """Return a number for each dress that is drawn, with what is shown in it."""
    return [
        (turn, state)
        for turn in range(len(dresses) if LONG else DRAWN)
        for state in STATES
        if LONG or turn < FIRST or state == "small"
    ]


def drawn(dresses: list[Dress], turn: int, seed: int) -> Dress:
    """Return one of these, another in each turn; they come in another order in each run."""
    return random.Random(seed).sample(dresses, len(dresses))[turn]  # noqa: S311


GEOMETRY: tuple[Check, ...] = (room.cut, room.small, room.on_top)
NAMES: tuple[Check, ...] = (heard.unnamed, heard.headings, heard.twins)


@dataclass(frozen=True, slots=True)
class Round:
    """Goes through screens in one window; returns a line for each fault."""

    app: QApplication
    catalogues: Path
    seed: int

    def all(self, dress: Dress, shown: Shown, *checks: Check) -> str:
        """Go on every walk; parts gone astray are faults, too."""
        return self._go(dress, shown, checks, watched=True)

    def some(self, dress: Dress, shown: Shown, *checks: Check) -> str:
        """Go on one in ``FEW`` walks, drawn anew for each dress and each run; with --long on every one."""
        chance = random.Random(f"{self.seed} {dress}")  # noqa: S311
        found = self._go(dress, lambda window: one_in(FEW, shown(window), chance), checks)
        return found and f"{found}\nVCSE_SEED={self.seed} goes the same way again"

    def _go(self, dress: Dress, shown: Shown, checks: Iterable[Check], *, watched: bool = False) -> str:
        wear(self.app, dress, self.catalogues)
        found: list[str] = []
        with opened(dress) as window:
            strays, walks = Strays(self.app, window), shown(window)
            walks = [strays.on(walk) for walk in walks] if watched else walks
            for name, root in chain.from_iterable(walks):
                wrong = [one for check in checks for one in check(root)]
                found += [f"{name}: {one}" for one in wrong + strays.take()]
        return "\n".join(found)


@pytest.fixture
def look(qapp: QApplication, catalogues: Path, seed: int) -> Round:
    """A round through screens."""
    return Round(qapp, catalogues, seed)


@pytest.mark.parametrize("theme", THEMES if LONG else THEMES[:1])
@pytest.mark.parametrize(("state", "shown"), [(one, one) for one in STATES], indirect=["shown"])
def test_all_is_named_headed_and_whole_and_tab_reaches_it(
    theme: str, state: str, shown: Shown, look: Round
) -> None:
    chance = random.Random(look.seed)  # noqa: S311

    def tabbed(root: QWidget) -> list[str]:
        return by_tab(root) if LONG or state == "packs" or chance.random() < 1 / 6 else []

    def walks(window: MainWindow) -> list[Iterator[View]]:
        return one_in(2 if state == "packs" else HALF, shown(window), chance)

    found = look.all(Dress(theme=theme), walks, *NAMES, *GEOMETRY, tabbed)
    assert not found, f"{found}\nVCSE_SEED={look.seed}"


@pytest.mark.parametrize(("turn", "shown"), with_states(DRESSES), ids=str, indirect=["shown"])
def test_nothing_is_cut_or_too_small_to_press(turn: int, shown: Shown, look: Round) -> None:
    found = look.some(drawn(DRESSES, turn, look.seed), shown, *GEOMETRY)
    assert not found, found


@pytest.mark.parametrize(("turn", "shown"), with_states(COLOURS), ids=str, indirect=["shown"])
def test_words_stand_out_from_their_ground_as_painted(turn: int, shown: Shown, look: Round) -> None:
    found = look.some(drawn(COLOURS, turn, look.seed), shown, painted.weak)
    assert not found, found


@pytest.mark.parametrize(("state", "shown"), [("empty", "empty"), ("small", "small")], indirect=["shown"])
def test_longer_words_fit_and_every_one_is_in_the_catalogue(
    state: str, shown: Shown, look: Round, vaults: Mapping[str, Vault]
) -> None:
    known = said.data(vaults[state])
    found = look.some(Dress("xx"), shown, *GEOMETRY, lambda root: said.leaks(root, known))
    assert not found, found


def of_the_pack(name: str) -> bool:
    """Say whether a view shows the pages or the note that leave: those are made of the pack."""
    return any(part in name for part in ("-preview", "-done", "-leaves"))


def test_longer_words_fit_and_are_in_the_catalogue_at_every_step_of_a_pack_and_every_verdict(
    look: Round, tmp_path: Path, qapp: QApplication, catalogues: Path
) -> None:
    wear(qapp, Dress("xx"), catalogues)
    with make_group(tmp_path / "group") as vault:
        made, shows = Packs(vault, tmp_path), [""]
        groups = "Carers of the Vale", "Friends of the Vale"
        titles = {said.close(f"{group}: 1 January 2024 to 31 March 2024") for group in groups}
        typed = {said.close(words) for words in (*groups, *ANSWERED, BENCH, BUS)}
        known = said.data(vault) | said.OF_PACKS | typed | titles

        def steps(window: MainWindow) -> list[Iterator[View]]:
            return [named(walk) for walk in one_in(2, made.walks(window), random.Random(look.seed))]  # noqa: S311

        def named(walk: Iterator[View]) -> Iterator[View]:
            for shows[0], root in walk:
                yield shows[0], root

        def leaks(root: QWidget) -> list[str]:
            return [] if of_the_pack(shows[0]) else said.leaks(root, known)

        found = look.all(Dress("xx"), steps, *GEOMETRY, leaks)
        tasks.close()
    assert not found, f"{found}\nVCSE_SEED={look.seed}"
