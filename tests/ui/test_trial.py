"""The window tries itself, as the frozen program does once it is built, and sees when something is wrong."""

import subprocess
import sys
from pathlib import Path

TRY = "import sys; from ui.app import self_test; sys.exit(self_test())"


def tried(root: Path, before: str = "") -> tuple[int, str]:
    """Return how the trial ends in a process of its own, and what it says on stderr."""
    words = [sys.executable, "-c", f"{before}\n{TRY}"]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_the_window_opens_every_place_and_keeps_an_hour(root: Path) -> None:
    status, said = tried(root)
    assert status == 0, said


def test_a_place_that_cannot_be_shown_ends_the_trial_with_1(root: Path) -> None:
    status, said = tried(root, "import ui.screens.help.screen as one; del one.Help")
    assert status == 1
    assert "Help" in said


def test_without_a_single_letter_of_ours_the_window_does_the_same(root: Path) -> None:
    without = (
        "from pathlib import Path\nfrom ui.theme import letters\nletters.data_dir = lambda _: Path('none')"
    )
    status, said = tried(root, without)
    assert status == 0, said
