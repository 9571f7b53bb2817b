"""A real screen reader's client uses the running program from another process, by names and roles alone."""

import json
import subprocess
import sys
from pathlib import Path

from tests.accessibility.desktop import desktop, started
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.demonstrating import FIRST, LAST
from vcse_desktop.actions.example import make_example
from vcse_desktop.actions.example_days import WRITTEN_UNTIL
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.store.passphrase import FLOOR

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")


def test_hours_are_logged_and_a_pack_is_checked_by_a_screen_reader(tmp_path: Path) -> None:
    pack = tmp_path / "pack.zip"
    with make_example(tmp_path / "partner", PASSPHRASE, kdf=FLOOR, until=WRITTEN_UNTIL) as vault:
        make_pack(vault, Choices(FIRST, LAST, "Our council"), pack)
    home = tmp_path / "run"
    home.mkdir()
    with desktop(home) as env:
        ours = {**env, "VCSE_DESKTOP_HOME": str(tmp_path / "profile"), "HOME": str(tmp_path)}
        with started(sys.executable, "-m", "vcse_desktop", env=ours, cwd=ROOT):
            client = subprocess.run(
                [SYSTEM_PYTHON, str(CLIENT), str(pack)],
                env=dict(env),
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
    assert client.returncode == 0, client.stderr
    told = json.loads(client.stdout)
    assert told["logged"] == "Logged 1½ hours for Amina Rehmatpuri."
    assert told["row"] == "Amina Rehmatpuri: 1½ hours"
    assert "stays with us" in told["kept"], "nothing was chosen about sharing"
    assert told["supported"].startswith("Added: ")
    assert told["list"].startswith("Made from everybody: ")
    assert told["new"].startswith("Unchanged since it was signed. We cannot yet say by whom")
    assert told["verdict"] == told["known"]
    assert "You have checked their key before." in told["known"]
    assert not told["nameless"]
    assert {"Today", "Logged today", "What people said", "Contact list", "Summary packs"} <= set(
        told["headings"]
    )
    came_to = [name for _, name in told["focused"]]
    for name in (
        "Who",
        "How long",
        "What did they say?",
        "What matters to them",
        "Or write where the file is",
    ):
        assert name in came_to, f"the focus was never said to be on {name}"
