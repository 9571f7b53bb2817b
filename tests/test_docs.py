"""The README can be followed word for word."""

import shlex
import subprocess
import sys
from pathlib import Path

from tests.commands import Run, plainly

ROOT = Path(__file__).parents[1]
PYTHON = ".venv/bin/python -m "


def steps(heading: str) -> list[str]:
    """Return the indented lines under a heading of the README."""
    section = (ROOT / "README.md").read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line.strip() for line in section.splitlines() if line.startswith("    ")]


def test_try_it_works_as_it_is_written(run: Run, tmp_path: Path) -> None:
    lines = steps("Try it")
    ours = lines[: next(n for n, line in enumerate(lines) if "PARTNER" in line)]
    place = tmp_path
    ended = {}
    for line in ours:
        words = shlex.split(line.removeprefix(PYTHON))
        if words[0] == "cd":
            place = next(iter(place.glob(words[1]))).resolve()
        elif words[0] == "vcse_desktop":
            inside = [str(place / word) if word.startswith("try-it") else word for word in words[1:]]
            said = run(*inside)
            ended[" ".join(words[1:3])] = said.status
            assert "Traceback" not in said.err
            assert said.out.strip(), line
        else:
            command = [sys.executable, "-m", *words] if line.startswith(PYTHON) else words
            done = subprocess.run(command, cwd=place, capture_output=True, check=False)
            assert done.returncode == 0, line
    assert ended == {
        "example try-it": 0,
        "find try-it": 0,
        "pack make": 0,
        "pack check": 20,
        "pack audit": 0,
        "doctor try-it": 0,
    }


def test_a_group_of_its_own_works_as_it_is_written(run: Run, tmp_path: Path) -> None:
    lines = [line for line in steps("Try it") if "our-vault" in line]
    register = (ROOT / "tests" / "data" / "drop_in_register.csv").read_text("utf-8")
    heading, _, rows = register.partition("\n")
    named = {"When": "Date", "What": "Activity", "How many came": "Came"}
    for old, new in named.items():
        heading = heading.replace(old, new)
    (tmp_path / "sessions.csv").write_text(f"{heading}\n{rows}", "utf-8")
    code = tmp_path / "code.txt"
    for line in lines:
        words = shlex.split(line.removeprefix(PYTHON))[1:]
        words = [str(tmp_path / word) if word in ("our-vault", "sessions.csv") else word for word in words]
        said = run(*words, *(["--code-file", code] if words[0] == "rehearse" else []))
        assert said.status == 0, said.err
        if words[0] == "new":
            code.write_text(said.out, "utf-8")


def test_every_command_explains_itself() -> None:
    listed = plainly("--help").out.partition("Commands:")[2]
    names = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line.strip()]
    assert {"new", "rehearse", "example", "import", "find", "undo", "pack", "doctor"} <= set(names)
    assert all(plainly(name, "--help").status == 0 for name in names if name.islower())
