"""A canvas that marks what is drawn: as content of an element, or else as an artifact.

Nothing can be drawn that is neither: a call that nobody marked becomes decoration.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import wraps
from typing import Any, TypeAlias

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from vcse_desktop.reports.letters import PIECE
from vcse_desktop.reports.structure import Content, Element

Flowable: TypeAlias = Any  # whatever reportlab lays on paper
Rect = tuple[float, float, float, float]
_LAYOUT = "/Artifact <</Type /Layout>> BDC"
_DRAWING = (
    "line lines grid bezier arc rect ellipse wedge circle roundRect drawPath clipPath drawImage "
    "drawInlineImage doForm shade linearGradient radialGradient"
).split()


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws, and knows afterwards what stands where."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        self.marks: dict[int, list[Content]] = {}
        """What each number within a page, and each page, stands for."""
        self.links: list[tuple[int, Element, Rect]] = []
        self.begins: dict[str, tuple[int, float]] = {}
        """Where what has an id begins: its page, from nought, and how high on it."""
        self.inside = 0  # marked sequences that are open: in them nothing more is marked
        self.speaker: Content | None = None  # what text that is drawn now belongs to
        self.element: Element | None = None  # what is said now; None where it was said before
        super().__init__(*args, **kwargs)
        self.setNamedCB(PIECE, TaggedCanvas._turn)

    def _make_preamble(self) -> None:
        """Begin no page with a font: the one that reportlab would name is not in the file."""
        self._preamble = "1 0 0 1 0 0 cm"

    @contextmanager
    def said(self, flowable: Flowable) -> Iterator[None]:
        """Draw a flowable with an element; what is drawn again, as heads of tables are, is no content."""
        again, flowable.is_drawn = flowable.is_drawn, True
        self.element = None if again else flowable.element
        if self.element:
            self.began(self.element, flowable.height)
        try:
            with self.artifact("Pagination", "Header") if again else nullcontext():
                yield
        finally:
            self.element = self.speaker = None

    def began(self, element: Element, top: float) -> None:
        """Note where something is first drawn that a bookmark or a link may lead to."""
        if element.id:
            self.begins.setdefault(element.id, (self.page, self.absolutePosition(0, top)[1]))

    def _turn(self, _kind: str, label: str) -> None:
        """Go on with another piece in the midst of a paragraph, which calls this by name."""
        if self.element:
            self._curr_tx_info["tx"].turn(self.element.pieces[int(label)])

    def content(self, piece: Content) -> AbstractContextManager[None]:
        """Make all that is drawn now one part of this piece."""
        return self._marked("" if self.inside else self.opened(piece))

    def artifact(self, kind: str = "Layout", subtype: str = "") -> AbstractContextManager[None]:
        """Make all that is drawn now decoration, or "Pagination" (a "Header" or "Footer")."""
        sub = f" /Subtype /{subtype}" if subtype else ""
        return self._marked("" if self.inside else f"/Artifact <</Type /{kind}{sub}>> BDC")

    def actual(self, text: str) -> AbstractContextManager[None]:
        """Let what is drawn now, inside some content, be read as this text."""
        return self._marked(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC")

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        if begin:
            self._code.append(begin)
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
            if begin:
                self._code.append("EMC")

    def opened(self, piece: Content | None) -> str:
        """Return what begins a part of this piece, or an artifact."""
        if piece is None:
            return _LAYOUT
        here = self.marks.setdefault(self.page, [])
        here.append(piece)
        piece.marks.append((self.page, len(here) - 1))
        return f"/{piece.owner.tag} <</MCID {len(here) - 1}>> BDC"

    @property
    def page(self) -> int:
        """Return which page is drawn, from nought."""
        return int(self._pageNumber) - 1

    def link(self, piece: Content, rect: Rect) -> None:
        """Let what is in this rectangle, as one draws now, lead where the piece's owner does."""
        if not piece.owner.to:
            raise ValueError("a link that its structure does not know")
        self.links.append((self.page, piece.owner, tuple(self._absRect(rect, 1))))

    def linkURL(self, url: str, rect: Rect, **_how: object) -> None:  # noqa: N802 - reportlab's own names
        """Draw a link of a paragraph, which says only in which of its pieces it stands."""
        name, _, number = url.partition(":")
        if name != PIECE:
            raise ValueError("a link that its structure does not know")
        if self.element:
            self.link(self.element.pieces[int(number)], rect)

    def linkRect(self, *_args: object, **_how: object) -> None:  # noqa: N802
        """Refuse a link that no structure knows."""
        raise ValueError("a link that its structure does not know")

    linkAbsolute = linkRect  # noqa: N815

    def setFont(self, name: str, size: float, leading: float | None = None) -> None:  # noqa: N802
        """Take a font; one that is not of ours is named only when something is drawn with it."""
        if getFont(name)._dynamicFont:
            super().setFont(name, size, leading)
        else:
            self._fontname, self._fontsize, self._leading = name, size, leading or size * 1.2

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> "MarkedText":  # noqa: N802
        """Return a text that marks itself."""
        return MarkedText(self, x, y, direction)

    def beginForm(self, *args: object, **kwargs: object) -> None:  # noqa: N802
        """Begin a form, which is marked where it is drawn and not in itself."""
        super().beginForm(*args, **kwargs)
        self.inside += 1

    def endForm(self, **kwargs: object) -> None:  # noqa: N802
        """End it."""
        self.inside -= 1
        super().endForm(**kwargs)


class MarkedText(PDFTextObject):  # type: ignore[misc]  # as above
    """A text, marked between its own bounds, so that a paragraph can hold more than one piece."""

    def __init__(self, canvas: TaggedCanvas, x: float, y: float, direction: str | None) -> None:
        super().__init__(canvas, x, y, direction)
        self.is_open, self.is_apart, self.piece = False, canvas.inside > 0, canvas.speaker
        self.was_open = False

    def turn(self, piece: Content) -> None:
        """Let what comes next belong to this piece."""
        self.close()
        self.piece = piece

    def close(self) -> None:
        """End what is open."""
        if self.is_open:
            self._code.append("EMC")
        self.is_open = False

    def _formatText(self, text: str) -> object:  # noqa: N802
        """Open before the first letter: it is what all ways to write go through."""
        if text and not self.is_open and not self.is_apart:
            self._code.append(self._canvas.opened(self.piece))
            self.is_open = self.was_open = True
        return super()._formatText(text)

    def getCode(self) -> object:  # noqa: N802
        """Return what was written, all of it closed; what was written in another way is decoration."""
        self.close()
        if not (self.is_apart or self.was_open):
            self._code.insert(1, _LAYOUT)
            self._code.append("EMC")
        return super().getCode()


def _is_marked(name: str) -> Callable[..., object]:
    draw = getattr(Canvas, name)

    @wraps(draw)
    def drawn(self: TaggedCanvas, *args: object, **kwargs: object) -> object:
        if self.inside:
            return draw(self, *args, **kwargs)
        with self.artifact():
            return draw(self, *args, **kwargs)

    return drawn


for _name in _DRAWING:
    setattr(TaggedCanvas, _name, _is_marked(_name))
