"""Every benchmark in turn, each in a process of its own, and the seconds by the clock that each took."""

import subprocess
import sys
from pathlib import Path
from time import monotonic

SECONDS = 345
"""So long all of them may take; nothing fails for it, since other work may have used the computer."""


def main() -> int:
    """Run those that are named, or all; 1 when one is past a limit of its own."""
    names = sys.argv[1:] or sorted(file.stem for file in Path(__file__).parents[1].glob("*.py"))
    took: dict[str, float] = {}
    failed = []
    for name in names:
        begun = monotonic()
        words = [sys.executable, "-m", f"benchmarks.{name}"]
        if subprocess.run(words, check=False).returncode:  # noqa: S603 - our own benchmarks
            failed.append(name)
        took[name] = monotonic() - begun
        print(f"{name} took {took[name]:.0f} s\n", flush=True)
    for name, seconds in sorted(took.items(), key=lambda one: -one[1]):
        print(f"{name:<16}{seconds:7.0f} s{'   past a limit' if name in failed else ''}")
    print(f"{'all of these':<16}{sum(took.values()):7.0f} s of {SECONDS} s for all there are")
    return int(bool(failed) or not names)


if __name__ == "__main__":
    sys.exit(main())
