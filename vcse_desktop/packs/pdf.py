"""Whether a PDF only shows, and who has signed it as it is."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vcse_desktop.packs.cms import Signed
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.pades import verify_report

if TYPE_CHECKING:
    import pikepdf

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
_MOST_UNPACKED = 32 << 20
_MOST_OBJECTS, _MOST_VALUES = 100_000, 500_000
"""A page of ours has about 15 objects and 250 values: more than these are there to keep us busy."""
_UNREAD = ("error decoding stream data", "unfilterable stream")


def look_into(path: Path) -> tuple[str, Signed | None]:
    """Return the code of what acts in it ("" when nothing does), and whose one signature covers all of it.

    A file that cannot be read as a PDF has the code "pdf".
    """
    import pikepdf  # noqa: PLC0415 - a heavy library that starting the program must not load

    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MOST_UNPACKED)
    try:
        with pikepdf.open(path) as file:
            if int(file.trailer.get("/Size", 0)) > _MOST_OBJECTS:
                return "pdf", None
            names = Counter(_names(file))
            if any(sign in warning for warning in file.get_warnings() for sign in _UNREAD):
                return "pdf", None  # what we could not unpack, another reader may show
            what = next((MEANINGS[name] for name in MEANINGS if f"/{name}" in names), "")
            return what, verify_report(file, path) if names["/ByteRange"] == 1 else None
    except pikepdf.PikepdfError:
        return "pdf", None
    except Broken:
        return what, None


def _names(file: "pikepdf.Pdf") -> Iterator[str]:
    """Yield every key and every name in every object, also in those that nothing points to."""
    import pikepdf  # noqa: PLC0415 - as above

    waiting: list[Any] = list(file.objects)
    seen = 0
    while waiting:
        one = waiting.pop()
        seen += len(one) if isinstance(one, pikepdf.Array) else 1
        if seen > _MOST_VALUES:
            raise pikepdf.PdfError("too many values")
        inner: list[Any] = []
        if isinstance(one, pikepdf.Name):
            yield str(one)
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield from one.keys()
            inner = [value for _, value in one.items()]
        elif isinstance(one, pikepdf.Array):
            inner = list(one)
        waiting += [value for value in inner if not getattr(value, "is_indirect", False)]
