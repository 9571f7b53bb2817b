"""A desktop of its own for one test: a screen that nobody sees, a message bus, and its accessibility part."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/libexec/at-spi2/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
)
"""Where Debian, Fedora, Arch and others put it."""
SECONDS = 10


@contextmanager
def started(*command: str | Path, env: Mapping[str, str], **how: object) -> Iterator[subprocess.Popen[str]]:
    """Give a process of ours; afterwards it has ended, and so has none but it."""
    words = [str(word) for word in command]
    with subprocess.Popen(words, env=dict(env), text=True, **how) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def desktop(home: Path) -> Iterator[Mapping[str, str]]:
    """Give the environment in which a program shows itself to a screen reader, and to nobody else."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "HOME"}}
    env = kept | {"XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0"}
    env |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    home.chmod(0o700)
    with ExitStack() as stack:
        env["DISPLAY"] = f":{stack.enter_context(screen(env))}"
        env["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(bus(env))
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        stack.enter_context(started(launcher, "--launch-immediately", env=env))
        yield env


@contextmanager
def screen(env: Mapping[str, str]) -> Iterator[str]:
    """Give the number of a display that the server itself found free."""
    told, tells = os.pipe()
    words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with started(*words, env=env, pass_fds=(tells,), stderr=subprocess.DEVNULL):
        os.close(tells)
        with os.fdopen(told) as answer:
            yield answer.readline().strip()


@contextmanager
def bus(env: Mapping[str, str]) -> Iterator[str]:
    """Give the address of a message bus."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with started(*words, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
