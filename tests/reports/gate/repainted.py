"""Faults that are planted in what is drawn: on the pages and in the fonts."""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator, String

from tests.reports.gate.content import Thing
from tests.reports.gate.planted import Planting, each

Steps = list[tuple[list[Any], str]]
"""What a page draws, one step after another: what for, and how."""


def _redrawn(file: pikepdf.Pdf, number: int, alter: Callable[[Steps], Steps | None]) -> None:
    """Draw a page in another way."""
    page = file.pages[number]
    steps: Steps = [(list(s.operands), str(s.operator)) for s in pikepdf.parse_content_stream(page)]
    steps = alter(steps) or steps
    drawn = [(operands, Operator(operator)) for operands, operator in steps]
    page.Contents = file.make_stream(pikepdf.unparse_content_stream(drawn))


def _nth(steps: Steps, tag: str, number: int) -> int:
    """Where the marked content of this tag begins, for the nth time."""
    found = [n for n, (words, op) in enumerate(steps) if op == "BDC" and words[0] == f"/{tag}"]
    return found[number]


def _as_decoration(tag: str, number: int) -> Callable[[Steps], Steps | None]:
    def alter(steps: Steps) -> None:
        place = _nth(steps, tag, number)
        steps[place] = [Name.Artifact, Dictionary(Type=Name.Layout)], "BDC"

    return alter


def _decoration_as(kind: str, number: int) -> Callable[[Steps], Steps | None]:
    """Let a decoration belong to an element of this page: a number that is used already."""

    def alter(steps: Steps) -> None:
        found = [
            n
            for n, (words, op) in enumerate(steps)
            if op == "BDC" and words[0] == "/Artifact" and str(words[1].get("/Subtype", "")) == kind
        ]
        tag = next(words[0] for words, op in steps if op == "BDC" and words[0] != "/Artifact")
        steps[found[number]] = [tag, Dictionary(MCID=0)], "BDC"

    return alter


def _unmarked(steps: Steps) -> Steps:
    return [*steps, ([10, 10, 30, 30], "re"), ([], "f")]


def _unmarked_text(steps: Steps) -> None:
    begin = _nth(steps, "P", 0)
    end = next(n for n in range(begin, len(steps)) if steps[n][1] == "EMC")
    del steps[end], steps[begin]


def _inside_another(steps: Steps) -> Steps:
    begin = _nth(steps, "P", 0)
    inner = [([Name.Artifact, Dictionary(Type=Name.Layout)], "BDC"), ([], "EMC")]
    return [*steps[: begin + 1], *inner, *steps[begin + 1 :]]


def _never_closed(steps: Steps) -> None:
    del steps[max(n for n, (_, op) in enumerate(steps) if op == "EMC")]


def _twice(steps: Steps) -> None:
    one, other = _nth(steps, "P", 0), _nth(steps, "P", 1)
    steps[other][0][1] = steps[one][0][1]


def _exchanged(steps: Steps) -> None:
    """Let the numbers of two paragraphs stand for each other's words."""
    one, other = _nth(steps, "P", 0), _nth(steps, "P", 1)
    steps[one][0][1], steps[other][0][1] = steps[other][0][1], steps[one][0][1]


def _said_otherwise(steps: Steps) -> Steps:
    begin = _nth(steps, "P", 0)
    end = next(n for n in range(begin, len(steps)) if steps[n][1] == "EMC")
    inner = ([Name.Span, Dictionary(ActualText=String("Other words"))], "BDC")
    return [*steps[: begin + 1], inner, *steps[begin + 1 : end], ([], "EMC"), *steps[end:]]


def _lowered(steps: Steps) -> None:
    """Move a heading below what is read after it."""
    begin = _nth(steps, "H2", 0)
    place = max(n for n in range(begin) if steps[n][1] == "cm")
    steps[place][0][5] = -300


def _other_number(steps: Steps) -> None:
    """Show another number than the one that was there."""
    begin = _nth(steps, "TD", 0)
    place = next(n for n in range(begin, len(steps)) if steps[n][1] in ("Tj", "TJ"))
    begin = _nth(steps, "TD", 1)
    other = next(n for n in range(begin, len(steps)) if steps[n][1] in ("Tj", "TJ"))
    steps[place], steps[other] = steps[other], steps[place]


def _before_words(number: int, *more: tuple[list[Any], str]) -> Callable[[Steps], Steps | None]:
    """Do this before the words of a paragraph are written."""

    def alter(steps: Steps) -> Steps:
        begin = _nth(steps, "P", number)
        return [*steps[: begin + 1], *more, *steps[begin + 1 :]]

    return alter


def _smaller(steps: Steps) -> None:
    begin = _nth(steps, "P", 0)
    place = next(n for n in range(begin, len(steps)) if steps[n][1] == "Tf")
    steps[place][0][1] = 2


def _far_away(steps: Steps) -> None:
    begin = _nth(steps, "P", 0)
    place = max(n for n in range(begin) if steps[n][1] == "Tm")
    steps[place][0][4] = 900


def _in_a_layer(steps: Steps) -> None:
    begin = _nth(steps, "P", 0)
    steps.insert(begin, ([Name.OC, Dictionary()], "BDC"))
    end = next(n for n in range(begin, len(steps)) if steps[n][1] == "EMC")
    steps.insert(end, ([], "EMC"))


def _property(key: str, said: str) -> Callable[[Steps], Steps | None]:
    def alter(steps: Steps) -> None:
        steps[_nth(steps, "P", 0)][0][1][key] = String(said)

    return alter


def _wordless(kind: str, number: int) -> Callable[[Steps], Steps | None]:
    """Leave out the words of something beside the content."""

    def alter(steps: Steps) -> None:
        found = [
            n
            for n, (words, op) in enumerate(steps)
            if op == "BDC" and words[0] == "/Artifact" and str(words[1].get("/Subtype", "")) == kind
        ]
        begin = found[number]
        end = next(n for n in range(begin, len(steps)) if steps[n][1] == "EMC")
        for n in range(begin, end):
            if steps[n][1] in ("Tj", "TJ", "Do"):
                steps[n] = [], "n"

    return alter


def _other_words_in_picture(steps: Steps) -> None:
    """Show in a chart the number of the other one, where a number is hidden."""
    begin = _nth(steps, "Figure", 0)
    shown = [n for n in range(begin, len(steps)) if steps[n][1] in ("Tj", "TJ")]
    end = next(n for n in range(begin, len(steps)) if steps[n][1] == "EMC")
    inside = [n for n in shown if n < end]
    steps[inside[-2]] = steps[inside[-1]]


def _moved_picture(steps: Steps) -> None:
    begin = _nth(steps, "Figure", 0)
    place = next(n for n in range(begin, len(steps)) if steps[n][1] == "re")
    steps[place][0][1] = 500


def _fonts(file: pikepdf.Pdf) -> list[Thing]:
    """The fonts in a file."""
    return [one for one in file.objects if isinstance(one, Dictionary) and one.get("/Type") == "/Font"]


def _other_letters(file: pikepdf.Pdf) -> None:
    """Let the letters of a font stand for others."""
    for font in _fonts(file):
        table = font.ToUnicode.read_bytes()
        swapped = (
            table.replace(b"<0065>", b"<00_65>").replace(b"<0061>", b"<0065>").replace(b"<00_65>", b"<0061>")
        )
        if swapped == table:
            swapped = _shifted(table)
        font.ToUnicode.write(swapped)


def _shifted(table: bytes) -> bytes:
    return table.replace(b"<0020>", b"<0021>")


def _wider(file: pikepdf.Pdf) -> None:
    font = _fonts(file)[0]
    font.Widths = pikepdf.Array([float(one) + 40 for one in font.Widths])


def _unsaid(file: pikepdf.Pdf) -> None:
    del _fonts(file)[0]["/ToUnicode"]


def _left_out(file: pikepdf.Pdf) -> None:
    del _fonts(file)[0].FontDescriptor["/FontFile2"]


def _foreign_font(file: pikepdf.Pdf) -> None:
    made = file.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    file.pages[0].Resources.Font["/F99"] = made


def _header_again(file: pikepdf.Pdf) -> None:
    """Let the head of a table that is drawn again be content of its first cell."""
    head = next(one for one in each(file, "TH") if one.Pg.objgen == file.pages[3].obj.objgen)
    page = file.pages[4]
    parents = file.Root.StructTreeRoot.ParentTree.Nums[9]
    number = len(parents)

    def alter(steps: Steps) -> None:
        repeated = [
            n
            for n, (words, op) in enumerate(steps)
            if op == "BDC" and words[0] == "/Artifact" and words[1].get("/Subtype") == "/Header"
        ]
        steps[repeated[2]] = [Name.TH, Dictionary(MCID=number)], "BDC"

    _redrawn(file, 4, alter)
    parents.append(head)
    head.K = pikepdf.Array([head.K, Dictionary(Type=Name.MCR, Pg=page.obj, MCID=number)])


def _footer_read(file: pikepdf.Pdf) -> None:
    """Let the foot of a page be read as a paragraph of its own, with all the ways to it and back."""
    root = file.Root.StructTreeRoot
    parents = root.ParentTree.Nums[3]
    number = len(parents)

    def alter(steps: Steps) -> None:
        for n, (words, op) in enumerate(steps):
            if op == "BDC" and words[0] == "/Artifact" and words[1].get("/Subtype") == "/Footer":
                steps[n] = [Name.P, Dictionary(MCID=number)], "BDC"

    _redrawn(file, 1, alter)
    made = Dictionary(Type=Name.StructElem, S=Name.P, P=root.K, Pg=file.pages[1].obj, K=number)
    parents.append(file.make_indirect(made))
    root.K.K.append(parents[number])


def _not_read(file: pikepdf.Pdf) -> None:
    """Let the last paragraph of a page be decoration, with no way to it or back."""
    root = file.Root.StructTreeRoot
    del root.K.K[-1]
    parents = root.ParentTree.Nums[9]
    del parents[-1]
    _redrawn(file, 4, _as_decoration("P", -1))


DRAWN: dict[str, Planting] = {
    "content as decoration": lambda f: _redrawn(f, 1, _as_decoration("P", 0)),
    "a value as decoration": lambda f: _redrawn(f, 1, _as_decoration("TD", 1)),
    "a paragraph as decoration, and no way to it": _not_read,
    "decoration as content": lambda f: _redrawn(f, 1, _decoration_as("/Header", 0)),
    "the foot of a page as content": _footer_read,
    "the head of a table as content on each page": _header_again,
    "a drawing that nobody marked": lambda f: _redrawn(f, 0, _unmarked),
    "a text that nobody marked": lambda f: _redrawn(f, 0, _unmarked_text),
    "decoration inside content": lambda f: _redrawn(f, 0, _inside_another),
    "content that is never closed": lambda f: _redrawn(f, 0, _never_closed),
    "a number twice on a page": lambda f: _redrawn(f, 0, _twice),
    "the words of two paragraphs exchanged": lambda f: _redrawn(f, 0, _exchanged),
    "words that are read otherwise": lambda f: _redrawn(f, 0, _said_otherwise),
    "a heading below what is read after it": lambda f: _redrawn(f, 1, _lowered),
    "two values exchanged on paper": lambda f: _redrawn(f, 1, _other_number),
    "a picture that leaves its box": lambda f: _redrawn(f, 1, _moved_picture),
    "words that cannot be seen": lambda f: _redrawn(f, 0, _before_words(0, ([3], "Tr"))),
    "words as white as the paper": lambda f: _redrawn(f, 0, _before_words(0, ([1, 1, 1], "rg"))),
    "words that are cut away": lambda f: _redrawn(f, 0, _before_words(0, ([], "W"))),
    "words that are too small": lambda f: _redrawn(f, 0, _smaller),
    "words beside the page": lambda f: _redrawn(f, 0, _far_away),
    "words on a layer that can be hidden": lambda f: _redrawn(f, 0, _in_a_layer),
    "another language on the page": lambda f: _redrawn(f, 0, _property("/Lang", "fr")),
    "another text on the page": lambda f: _redrawn(f, 0, _property("/ActualText", "Other words")),
    "an alternative text on the page": lambda f: _redrawn(f, 0, _property("/Alt", "Other words")),
    "a page that does not say whose it is": lambda f: _redrawn(f, 2, _wordless("/Header", 0)),
    "a page that does not say which it is": lambda f: _redrawn(f, 2, _wordless("/Footer", 0)),
    "a table that goes on without its head": lambda f: _redrawn(f, 4, _wordless("/Header", 2)),
    "another number in a picture": lambda f: _redrawn(f, 1, _other_words_in_picture),
    "letters that stand for others": _other_letters,
    "a font that does not say its letters": _unsaid,
    "a font that is not in the file": _left_out,
    "a font that is only named": _foreign_font,
    "letters that are wider than their font says": _wider,
}
