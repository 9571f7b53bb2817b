"""The web page that checks packs by itself: saved for somebody who has nothing of ours."""

import hashlib
from pathlib import Path

from vcse_desktop.i18n import N_
from vcse_desktop.paths import data_dir
from vcse_desktop.store.wholefile import write_whole

NAME, ENDING = "check-a-summary-pack", ".html"
SAVED = N_("The checking page is saved as {file}.")
ITS_HASH = N_(
    "Its SHA-256, by which a partner can tell that it is the published one: {hash}. Give it to them by "
    "itself, never together with a pack."
)


def page() -> bytes:
    """Return the page as it is published."""
    return data_dir("resources").joinpath("checker", "checker.html").read_bytes()


def save_page(file: Path) -> str:
    """Save the page, whole or not at all, and return its SHA-256; WorldError when the disk is at fault."""
    content = page()
    write_whole(file, content)
    return hashlib.sha256(content).hexdigest()
