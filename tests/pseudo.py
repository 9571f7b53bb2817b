"""A language of its own for tests: longer, with marks round it, so that what is not translated shows."""

import io
import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
KEYWORDS = {"tr": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
TEMPLATE = ROOT / "translations" / "vcse.pot"
CODE = "xx"
BEGIN, END = "⟦", "⟧"
LONGER = 0.4
_ACCENTS = str.maketrans("aceginorsuwyzACEGINORSUWYZ", "áçéğîñöŕšûŵýžÁÇÉĞÎÑÖŔŠÛŴÝŽ")
_FILLING = "ûñð öñé ŵéé þŕîñ "
_PLACES = re.compile(r"({[^{}]*})")


def pseudo(text: str) -> str:
    """Return a text with accents, 40% longer, between ⟦ and ⟧; its {places} stay as they are."""
    parts = _PLACES.split(text)
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    more = max(1, round(len(text) * LONGER))
    filling = (_FILLING * (more // len(_FILLING) + 1))[:more].rstrip()
    return f"{BEGIN}{''.join(parts)} {filling}{END}"


def pseudo_folder(folder: Path) -> Path:
    """Write the catalogues xx, cy and ar as ``ui.language.speak`` reads them, and return the folder."""
    for code, content in _compiled().items():
        file = folder / code / "LC_MESSAGES" / "vcse.mo"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


@cache
def marked_texts() -> Catalog:
    """Return every text that the sources mark, with its context and its plural; not to be changed."""
    config = io.StringIO((ROOT / "translations" / "babel.cfg").read_text("utf-8"))
    methods, options = parse_mapping_cfg(config)  # type: ignore[no-untyped-call]
    made = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(
        str(ROOT), methods, options, keywords=KEYWORDS
    ):
        made.add(message, context=context)
    return made


def catalogues() -> list[Path]:
    """Return the committed catalogue of each language."""
    return sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))


def read(file: Path) -> Catalog:
    """Return a catalogue or the template."""
    with file.open("rb") as stream:
        return read_po(stream)


@cache
def _compiled() -> dict[str, bytes]:
    made = read(TEMPLATE)  # tests/test_words.py sees to it that it holds every marked text
    for message in made:
        if message.id:
            plural = not isinstance(message.id, str)
            message.string = tuple(map(pseudo, message.id)) if plural else pseudo(str(message.id))
    return {CODE: _mo(made)} | {file.parts[-3]: _mo(read(file)) for file in catalogues()}


def _mo(catalogue: Catalog) -> bytes:
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()
