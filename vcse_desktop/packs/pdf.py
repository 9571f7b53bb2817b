"""Whether a PDF only shows, and who has signed it as it is."""

from mmap import ACCESS_READ, mmap
from pathlib import Path

from vcse_desktop.packs.cms import Signed
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.pades import verify_report
from vcse_desktop.packs.pdf_names import count_names
from vcse_desktop.packs.pdf_objects import Objects

MEANINGS = {
    "JavaScript": "script",
    "JS": "script",
    "Launch": "launch",
    "EmbeddedFile": "file",
    "EmbeddedFiles": "file",
    "EF": "file",
    "RichMedia": "media",
    "RichMediaContent": "media",
    "XFA": "form",
    "SubmitForm": "form",
    "ImportData": "form",
    "OpenAction": "action",
    "AA": "action",
}
"""What each name in a PDF stands for, in the codes of ``verdicts.UNSAFE``."""
_RANGE = "/ByteRange"
_SOUGHT = frozenset((*(f"/{name}" for name in MEANINGS), _RANGE))
_BEGINS = b"%PDF-"


def look_into(path: Path) -> tuple[str, Signed | None]:
    """Return the code of what acts in it ("" when nothing does), and whose one signature covers all of it.

    A file that cannot be read as a PDF, or not with little, has the code "pdf".
    """
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as text:
            if text[: len(_BEGINS)] != _BEGINS:
                return "pdf", None
            objects = Objects(text)
            names = count_names(objects, _SOUGHT)
            what = next((MEANINGS[name] for name in MEANINGS if names[f"/{name}"]), "")
            return what, _signed(objects, path) if names[_RANGE] == 1 else None
    except (Broken, ValueError):  # it is empty, or not as one should be
        return "pdf", None


def _signed(objects: Objects, path: Path) -> Signed | None:
    try:
        return verify_report(objects, path)
    except Broken:
        return None
