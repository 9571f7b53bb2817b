"""The letters of reports and windows: static files made or copied from packages, and what they cover.

Run as a module, it makes the files when they are missing or the package has changed.
"""

import os
import unicodedata
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.paths import data_dir
from vcse_desktop.reports.family import FAMILY

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

PACKAGE = "fontpkg-ibm-plex-sans"
SOURCE = "IBMPlexSans[wdth,wght].ttf"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
SCRIPT_FILES = {
    "Arab": ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"),
    "Beng": ("HindSiliguri-Regular.ttf", "HindSiliguri-SemiBold.ttf"),
}
"""The files of other scripts by Unicode's name of each: the usual weight, and the one that stands out."""
COPIED = {
    "fontpkg-ibm-plex-sans-arabic": SCRIPT_FILES["Arab"],
    "fontpkg-hind-siliguri": SCRIPT_FILES["Beng"],
}
"""Where they come from, as they are; their licences stand beside them."""
MADE_BY = "3"  # raise it when what we do to the files changes, or with what
_NAMED = {1: FAMILY, 3: f"{FAMILY} {{style}} {{version}}", 4: f"{FAMILY} {{style}}", 6: "VCSESans-{style}"}
_DROPPED_NAMES = (7, 16, 17, 21, 22, 25)


def font_files() -> dict[int, Traversable]:
    """Return the font files by weight, 400, 600 and 700; WorldError when they were not made."""
    return {weight: _found(_file(style)) for weight, style in WEIGHTS.items()}


def script_files() -> dict[str, tuple[Traversable, Traversable]]:
    """Return the two font files of each other script; WorldError when they were not copied."""
    return {script: (_found(usual), _found(bold)) for script, (usual, bold) in SCRIPT_FILES.items()}


def _found(name: str) -> Traversable:
    file = data_dir("resources").joinpath("fonts", name)
    if not file.is_file():
        raise WorldError(
            N_("The letters for reports are missing"),
            N_("A part of this program is missing, so no report was made. Please install the program again."),
        )
    return file


def refuse_missing(texts: Iterable[tuple[str, str]], covered: Iterable[int]) -> None:
    """Raise Refused at the first character of a text (and its place) that no letter is there for."""
    known = frozenset(covered)
    for text, place in texts:
        for character in text:
            if ord(character) not in known:
                raise Refused(
                    N_("A letter cannot be printed"),
                    N_(
                        "The character {character} ({name}) cannot be printed yet. It stands in “{place}”. "
                        "Nothing was made and nothing was lost. Please write it in another way and try again."
                    ),
                    character=character,
                    name=unicodedata.name(character, f"U+{ord(character):04X}"),
                    place=place,
                )


def make(folder: Path) -> bool:
    """Make the static files in this folder with their licence; False when they are there already."""
    package = _distribution(PACKAGE)
    stamp, wanted = folder / "made-from", f"{PACKAGE} {package.version} {MADE_BY}\n"
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for weight, style in WEIGHTS.items():
        _replace(folder / _file(style), _static(_packaged(package, SOURCE), weight, style))
    _replace(folder / "LICENSE.txt", _packaged(package, "LICENSE").read_bytes())
    for name, files in COPIED.items():
        other = _distribution(name)
        for file in files:
            _replace(folder / file, _packaged(other, file).read_bytes())
        _replace(folder / f"LICENSE-{name}.txt", _packaged(other, "LICENSE").read_bytes())
    _replace(stamp, wanted.encode())
    return True


def _file(style: str) -> str:
    return f"VCSESans-{style}.ttf"


def _distribution(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError as missing:
        raise WorldError(
            N_("The letters for reports are missing"),
            N_("The package {name} is not installed here."),
            name=name,
        ) from missing


def _packaged(package: Distribution, name: str) -> Path:
    for file in package.files or ():
        if file.name == name:
            return Path(str(package.locate_file(file)))
    raise WorldError(
        N_("The letters for reports are missing"),
        N_("The package {name} has another shape than we know."),
        name=PACKAGE,
    )


def _static(source: Path, weight: int, style: str) -> bytes:
    """Return the font of one weight, under our name, with the same bytes on every run."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only those who build need fontTools, and it is slow
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(source, recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)
    _rename(font, style)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def _rename(font: "TTFont", style: str) -> None:
    version = font["name"].getDebugName(5)
    for number in _DROPPED_NAMES:
        font["name"].removeNames(nameID=number)
    for number, pattern in {**_NAMED, 2: "{style}"}.items():
        font["name"].setName(pattern.format(style=style, version=version), number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = {name: weight for weight, name in WEIGHTS.items()}[style]
    bold = style == "Bold"
    font["head"].macStyle = int(bold)
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0b100000 if bold else 0b1000000)


def _replace(file: Path, content: bytes) -> None:
    """Write beside the file, then put it in place: two runs at once leave a whole file."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(file)


if __name__ == "__main__":
    make(Path(str(data_dir("resources"))) / "fonts")
