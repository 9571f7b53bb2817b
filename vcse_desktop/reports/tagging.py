"""The canvas of reports: nothing can be drawn on it that is neither content nor an artifact.

A call that nobody marked becomes decoration.
"""

from collections.abc import Callable
from functools import wraps

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from vcse_desktop.reports.letters import PIECE
from vcse_desktop.reports.marking import END, LAYOUT, Marking, Rect
from vcse_desktop.reports.structure import Content

_DRAWING = (
    "line lines grid bezier arc rect ellipse wedge circle roundRect drawPath clipPath drawImage "
    "drawInlineImage doForm shade linearGradient radialGradient"
).split()


class TaggedCanvas(Marking, Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws, and marks what it draws."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        Marking.__init__(self)
        Canvas.__init__(self, *args, **kwargs)
        self.setNamedCB(PIECE, TaggedCanvas._turn)

    def _make_preamble(self) -> None:
        """Begin no page with a font: the one that reportlab would name is not in the file."""
        self._preamble = "1 0 0 1 0 0 cm"

    def _turn(self, _kind: str, label: str) -> None:
        """Go on with another piece in the midst of a paragraph, which calls this by name."""
        if self.element:
            self._curr_tx_info["tx"].turn(self.element.pieces[int(label)])

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
            self._code.append(END)
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
            self._code.insert(1, LAYOUT)
            self._code.append(END)
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
