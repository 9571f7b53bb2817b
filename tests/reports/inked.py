"""What is drawn on the pages of a finished PDF: texts with their letters and sizes, read by pikepdf."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf

Part: TypeAlias = Any  # pikepdf has one type for all
_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
_WORD = re.compile(r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="[0-9.]+">(.*?)</word>')


@dataclass(frozen=True)
class Text:
    """One text as it is drawn: what each glyph says from left to right, its font and size, its page."""

    said: tuple[str, ...]
    font: str
    size: float
    page: int


@dataclass(frozen=True)
class Word:
    """A word as poppler has it, with its edges, and how far down on which page it stands."""

    text: str
    left: float
    right: float
    down: float
    page: int


def texts(file: bytes) -> list[Text]:
    """Every text of a PDF in the order in which it is drawn, that of forms too."""
    with pikepdf.open(BytesIO(file)) as pdf:
        return [one for number, page in enumerate(pdf.pages) for one in _texts(pdf, page, number, {})]


def _texts(pdf: pikepdf.Pdf, page: Part, number: int, known: dict[str, Any]) -> Iterator[Text]:
    fonts = page.Resources.get("/Font", {})
    forms = page.Resources.get("/XObject", {})
    font, size = "", 0.0
    for operands, operator in instructions(page):
        match operator:
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "Do":
                yield from _texts(pdf, forms[str(operands[0])], number, known)
            case "Tj" | "TJ":
                table = known.setdefault(font, _table(fonts[font]))
                parts = operands[0] if operator == "TJ" else operands
                codes = b"".join(bytes(one) for one in parts if isinstance(one, pikepdf.String))
                yield Text(tuple(table[code] for code in codes), str(fonts[font].BaseFont), size, number)


def instructions(page: Part) -> Iterator[tuple[list[Any], str]]:
    """What draws a page or a form: the operands of each operator, and its name."""
    for one in pikepdf.parse_content_stream(page):
        yield list(one.operands), str(one.operator)


def _table(font: Part) -> dict[int, str]:
    found = _CODE.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in found}


def read(file: bytes) -> str:
    """The words of a PDF as poppler reads them, with single spaces between them."""
    done = subprocess.run(["pdftotext", "-", "-"], input=file, capture_output=True, check=True)
    return " ".join(done.stdout.decode("utf-8").split())


def placed(file: bytes) -> list[Word]:
    """The words of a PDF with their places, as poppler has them."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=file, capture_output=True, check=True)
    pages = done.stdout.decode("utf-8").split("<page ")[1:]
    return [
        Word(text, float(left), float(right), float(down), number)
        for number, page in enumerate(pages)
        for left, down, right, text in _WORD.findall(page)
    ]
