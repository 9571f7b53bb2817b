"""The chores: run, test, bench, shots, words, build, wheels, lock. Each does all of its own set-up."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - before any line that older versions cannot read
    sys.exit("VCSE Desktop needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import argparse
import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "made-from"
TEST_SECONDS = 900
# every line and branch of these is run by the tests
PERFECT = "*/records/*,*/disclosure/*,*/packs/*,*/store/migrations.py,*/errors.py,*/i18n.py,*/log.py"
# what runs every line of those; whatever else makes packs takes twice as long where lines are counted
COUNTED = (ROOT / "tests" / "counted.txt").read_text("utf-8").split()
# what Qt's wheels expect of a Linux system: library, then Debian's package
QT = """libEGL.so.1 libegl1 libGL.so.1 libgl1 libdbus-1.so.3 libdbus-1-3 libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0 libxkbcommon.so.0 libxkbcommon0 libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0 libxcb-icccm.so.4 libxcb-icccm4 libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0""".split()
# what tests and benches run besides Python: a program or a file under /usr, then Debian's package
PROGRAMS = """openssl openssl sha256sum coreutils Xvfb xvfb dbus-daemon dbus-daemon xdotool xdotool
lib*/at-spi-bus-launcher at-spi2-core lib*/python3*/*-packages/pyatspi python3-pyatspi qpdf qpdf
lib/*/libpangoft2-1.0.so.0 libpangoft2-1.0-0 chromium chromium pdfsig poppler-utils unzip unzip""".split()


def main() -> int:
    """Run one chore and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    chores = {f.__name__: f for f in (run, test, bench, shots, words, build, wheels, lock)}
    parser.add_argument("chore", choices=chores)
    parser.add_argument("--long", action="store_true", help="run the slow suites in full")
    chosen, rest = parser.parse_known_args()
    if status := set_up("run.txt" if chosen.chore == "run" else "dev.txt", chosen.chore in ("test", "bench")):
        return status
    if chosen.long:
        os.environ["VCSE_LONG"] = "1"
    return chores[chosen.chore](rest)


def call(*command: object, **kept: str) -> int:
    """Run a command in the root and return its exit status."""
    kept = {"PYTHONDONTWRITEBYTECODE": ""} | kept  # compiled once, not by each of the processes of the tests
    return subprocess.run([*map(str, command)], cwd=ROOT, env=os.environ | kept, check=False).returncode


def set_up(lockfile: str, programs: bool) -> int:
    """Make what a chore needs; returns 0, or the status to end with."""
    return system_packages(programs) or environment(lockfile) or made_files()


def system_packages(programs: bool) -> int:
    """Install the system's packages when root on Debian; otherwise print the one line that does."""
    if not sys.platform.startswith("linux"):
        return 0
    wanted = [package for library, package in zip(QT[::2], QT[1::2], strict=True) if not loads(library)]
    tools = zip(PROGRAMS[::2], PROGRAMS[1::2], strict=True) if programs else ()
    wanted += [package for name, package in tools if not (shutil.which(name) or any(Path("/usr").glob(name)))]
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian leaves it out of its Python
    except ImportError:
        wanted.append("python3-venv")
    if not wanted:
        return 0
    install = ["apt-get", "install", "-y", "--no-install-recommends", *wanted]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print("Some system packages are missing. This line installs them:\n\n    sudo", *install)
        return 1
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    return call("apt-get", "update", "-qq", **quiet) or call(*install, "-qq", **quiet)


def loads(library: str) -> bool:
    """Ask the loader itself: package names differ between systems."""
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(library))
    return False


def environment(lockfile: str) -> int:
    """Make .venv anew unless it was made from this lock (or from dev.txt, which holds all of run.txt)."""
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") in (stamp(lockfile), stamp("dev.txt")):
        return 0
    print("Setting up .venv; this happens once and takes a minute or two.", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--require-hashes"]
    status = call(sys.executable, "-m", "venv", VENV) or call(
        *pip, "--only-binary", ":all:", "--no-deps", "-r", ROOT / "requirements" / lockfile
    )
    if status == 0:
        STAMP.write_text(stamp(lockfile), "utf-8")
    return status


def stamp(lockfile: str) -> str:
    """Name what .venv is made from."""
    locked = hashlib.sha256((ROOT / "requirements" / lockfile).read_bytes())
    return f"{lockfile} {locked.hexdigest()} {sys.version}"


def made_files() -> int:
    """Make what is not committed: the report's fonts and the compiled catalogues."""
    status = call(PYTHON, "-m", "vcse_desktop.reports.fonts")
    for source in sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if status == 0 and (not target.exists() or target.stat().st_mtime < source.stat().st_mtime):
            status = call(PYTHON, "-m", "babel.messages.frontend", "compile", "-i", source, "-o", target)
    return status


def run(rest: list[str]) -> int:
    """Open the window; without a display, make the example's pack and check it as a partner would."""
    shown = not sys.platform.startswith("linux") or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    return call(PYTHON, "-m", "vcse_desktop", *(rest if shown or rest else ["demonstrate", "build"]))


def test(rest: list[str]) -> int:
    """Run every check; further words go to pytest and leave the others out."""
    begun = time.monotonic()
    if rest:
        return call(PYTHON, "-m", "pytest", *rest)
    pytest: list[object] = [PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal"]
    quick: list[list[object]] = [
        *([PYTHON, "-m", "ruff", *words, "-q", "."] for words in (("check",), ("format", "--check"))),
        [PYTHON.parent / "lint-imports", "--no-cache"],
        [*pytest, "--cov", "--cov-report=", *COUNTED],
        [PYTHON, *"-m coverage report -m --skip-covered --fail-under=100 --include".split(), PERFECT],
    ]
    with subprocess.Popen([PYTHON, "-m", "mypy"], cwd=ROOT) as types:  # beside them: it is one thread alone
        status = in_turn(quick) or types.wait()
    if status := status or in_turn([[*pytest, *(f"--ignore={place}" for place in COUNTED)]]):
        return status
    call(PYTHON, "-m", "tests.features")
    took = time.monotonic() - begun
    print(f"All checks passed in {took:.0f} s (at most {TEST_SECONDS} s).")
    return 0 if took < TEST_SECONDS or "VCSE_LONG" in os.environ else 1


def in_turn(steps: list[list[object]]) -> int:
    """Run each until one fails, without a screen; returns the status of the last."""
    return next((status for step in steps if (status := call(*step, QT_QPA_PLATFORM="offscreen"))), 0)


def bench(rest: list[str]) -> int:
    """Print what was measured beside its target, and the seconds that each took; fail past a limit."""
    return call(PYTHON, "-m", "benchmarks.measures.every", *rest)


def shots(rest: list[str]) -> int:
    """Draw every screen in every dress into build/shots, and a sheet for each dress to look over."""
    return call(PYTHON, "-m", "tests.shots", *rest, QT_QPA_PLATFORM="offscreen")


def words(_: list[str]) -> int:
    """Write translations/vcse.pot anew from the marked texts, and bring each language up to it."""
    babel, pot = [PYTHON, "-m", "babel.messages.frontend"], "translations/vcse.pot"
    marked = f"extract -F translations/babel.cfg -k tr --no-location --sort-output -o {pot} --project".split()
    status = call(*babel, *marked, "VCSE Desktop", ".", PYTHONPATH=".")
    for source in sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po")):
        update = f"update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -i {pot}".split()
        status = status or call(*babel, *update, "-o", source, "-l", source.parts[-3])
    return status


def build(_: list[str]) -> int:
    """Freeze the program into one folder, then start what came out and let it test itself."""
    made = ROOT / "dist" / "vcse-desktop" / ("vcse-desktop.exe" if os.name == "nt" else "vcse-desktop")
    freeze = [PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    return call(*freeze) or call(made, "--self-test", QT_QPA_PLATFORM="offscreen")


def wheels(_: list[str]) -> int:
    """Ask the registry whether every locked package has a wheel for Windows; nothing is installed."""
    windows = ["--python-platform", "x86_64-pc-windows-msvc", "--target", ROOT / "build" / "windows"]
    uv = [PYTHON.parent / "uv", "pip", "install", "-q", "--dry-run", "--no-deps", "--require-hashes"]
    return call(*uv, *windows, "--only-binary", ":all:", "-r", ROOT / "requirements" / "dev.txt")


def lock(_: list[str]) -> int:
    """Write the lock files anew: names, versions and hashes, no addresses."""
    flags = "--universal --python-version 3.11 --generate-hashes --no-header --no-annotate".split()
    uv = [PYTHON.parent / "uv", "pip", "compile", "-q", "--only-binary", ":all:", *flags]
    held = "-c requirements/run.txt -o requirements/dev.txt requirements/dev.in".split()
    return call(*uv, "-o", "requirements/run.txt", "requirements/run.in") or call(*uv, *held)


if __name__ == "__main__":
    sys.exit(main())
