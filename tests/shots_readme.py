"""Draws the picture that the README opens with: Today, in a small group on an ordinary afternoon."""

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.accessibility.dress import Dress, opened, settle, wear, words
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "today.png"
HELPED = (("Joan Whitfield", 120), ("Kofi Mensah", 180), ("Lowri Ŵyn", 90))


def group(folder: Path) -> Vault:
    """Return the open vault of a group in which nobody is real; the caller locks it."""
    vault, code = new_vault(folder, "Larkenby Carers Together", PASSPHRASE, keeper="Nia", kdf=FLOOR)
    vault.rehearse(code)
    now = today()
    with vault.unit("begin") as unit:
        drop_in = unit.save(
            "activity", None, {"title": "Drop-in kitchen", "usual_day": f"{now:%A}", "usual_hours": 120}
        )
        last = (now - timedelta(weeks=1)).isoformat()
        unit.save("session", None, {"activity": drop_in, "date": last, "people_n": 15, "helpers_n": 3})
        for said in ("The bus stops at four.", "Two hours to myself a week changed everything."):
            unit.save("insight", None, {"words": said, "heard_on": now.isoformat()})
    for name, minutes in HELPED:
        with vault.unit("add") as unit:
            given = {"activity": drop_in, "hours": minutes, "date": now.isoformat(), "certainty": "counted"}
            unit.save("time_given", None, {**given, "person": unit.save("person", None, {"known_as": name})})
    return vault


def main() -> int:
    """Draw it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as temporary:
        os.environ["VCSE_DESKTOP_HOME"] = temporary
        wear(app, Dress(), words(Path(temporary) / "words"))
        with group(Path(temporary) / "group") as vault, opened(Dress()) as window:
            window.enter(vault)
            settle()
            PICTURE.parent.mkdir(exist_ok=True)
            window.grab().save(str(PICTURE))
    return 0


if __name__ == "__main__":
    sys.exit(main())
