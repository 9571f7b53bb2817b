"""A page in headless Chromium, spoken to through two pipes: no port is opened, and no name is looked up."""

import base64
import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
_FLAGS = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
]
_LAUNCH = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 20) for number in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads what it is told from number 3 and answers on number 4."""


class Page:
    """One open page."""

    def __init__(self, asks: int, answers: int) -> None:
        self._asks, self._answers = asks, answers
        self._left = b""
        self._number = 0
        self._session = ""
        self.events: list[dict[str, Any]] = []

    def begin(self) -> None:
        """Take hold of the one page that there is."""
        (target,) = [one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        to = {"targetId": target["targetId"], "flatten": True}
        self._session = self.ask("Target.attachToTarget", **to)["sessionId"]
        self.ask("Page.enable")
        self.ask("Runtime.enable")
        self.ask("Log.enable")

    def ask(self, method: str, **given: object) -> dict[str, Any]:
        """Return what the browser answers; AssertionError when it will not."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": given}
        if self._session:
            said["sessionId"] = self._session
        left = json.dumps(said).encode() + b"\0"
        while left:
            left = left[os.write(self._asks, left) :]
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard["error"]
                return dict(heard["result"])
            self.events.append(heard)

    def _hear(self) -> dict[str, Any]:
        parts = [self._left]
        while b"\0" not in parts[-1]:
            part = os.read(self._answers, 1 << 20)
            assert part, "the browser is gone"
            parts.append(part)
        one, _, self._left = b"".join(parts).partition(b"\0")
        return dict(json.loads(one))

    def open(self, file: Path) -> None:
        """Go to a file on this computer, and return when it is there."""
        self.ask("Page.navigate", url=file.resolve().as_uri())
        self.run("document.readyState === 'complete' || new Promise(done => addEventListener('load', done))")

    def run(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page has
        """Return the value of an expression in the page; it may be one that comes later."""
        told = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def look(self, file: Path) -> None:
        """Write a picture of the whole page."""
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(shot["data"]))


@contextlib.contextmanager
def page(profile: Path) -> Iterator[Page]:
    """Start a browser with a profile of its own, and end it afterwards."""
    asks, answers = os.pipe(), os.pipe()
    alone = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []  # root has no other way
    command = [CHROMIUM, *_FLAGS, *alone, f"--user-data-dir={profile}", "about:blank"]
    launch: Sequence[str] = [sys.executable, "-c", _LAUNCH, str(asks[0]), str(answers[1]), *command]
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(launch, pass_fds=(asks[0], answers[1]), stdout=quiet, stderr=quiet)
    os.close(asks[0])
    os.close(answers[1])
    try:
        found = Page(asks[1], answers[0])
        found.begin()
        yield found
    finally:
        os.close(asks[1])  # a browser that nobody speaks to any more ends by itself
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
        os.close(answers[0])
