"""The dependency rule bites: one planted fault for each contract breaks that contract and no other."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINTER = Path(sys.executable).parent / "lint-imports"
PLANTS = {
    "The core knows nothing of the windows or of Qt": ("vcse_desktop/log.py", "import PySide6.QtCore"),
    "Inside the core, nothing looks upward": (
        "vcse_desktop/records/fields.py",
        "import vcse_desktop.figures.table",
    ),
    "Inside the windows, nothing looks upward": ("ui/theme/look.py", "import ui.main_window"),
    "Windows act through actions alone": ("ui/screens/__init__.py", "import vcse_desktop.store.vault"),
    "No circles": (
        "vcse_desktop/exchange/reading.py",
        "import vcse_desktop.exchange.mapping",
    ),
}


def lint(tree: Path) -> str:
    """Return what the linter says of a tree."""
    done = subprocess.run([LINTER, "--no-cache"], cwd=tree, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the code and of its rules."""
    for name in ("vcse_desktop", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_are_kept(tree: Path) -> None:
    assert "5 kept, 0 broken" in lint(tree)


@pytest.mark.parametrize("contract", PLANTS)
def test_a_planted_fault_breaks_its_contract(tree: Path, contract: str) -> None:
    place, line = PLANTS[contract]
    file = tree / place
    file.write_text(file.read_text("utf-8") + f"\n{line}\n", "utf-8")
    said = lint(tree)
    assert f"{contract} BROKEN" in said
    assert "4 kept, 1 broken" in said
