"""How a canvas marks what is drawn: as content of an element, or as an artifact. Loaded with reportlab."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, TypeAlias

from vcse_desktop.reports.structure import Content, Element

Flowable: TypeAlias = Any  # whatever reportlab lays on paper
Rect = tuple[float, float, float, float]
LAYOUT = "/Artifact <</Type /Layout>> BDC"
END = "EMC"


class Marking:
    """What a canvas of reportlab learns, and knows afterwards of what stands where."""

    _code: list[str]
    _pageNumber: int  # noqa: N815 - reportlab's own names
    absolutePosition: Flowable  # noqa: N815

    def __init__(self) -> None:
        self.marks: dict[int, list[Content]] = {}
        """What each number within a page, and each page, stands for."""
        self.links: list[tuple[int, Element, Rect]] = []
        self.begins: dict[str, tuple[int, float]] = {}
        """Where what has an id begins: its page, from nought, and how high on it."""
        self.inside = 0  # marked sequences that are open: in them nothing more is marked
        self.speaker: Content | None = None  # what text that is drawn now belongs to
        self.element: Element | None = None  # what is said now; None where it was said before

    @property
    def page(self) -> int:
        """Return which page is drawn, from nought."""
        return int(self._pageNumber) - 1

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
                self._code.append(END)

    def opened(self, piece: Content | None) -> str:
        """Return what begins a part of this piece, or an artifact."""
        if piece is None:
            return LAYOUT
        here = self.marks.setdefault(self.page, [])
        here.append(piece)
        piece.marks.append((self.page, len(here) - 1))
        return f"/{piece.owner.tag} <</MCID {len(here) - 1}>> BDC"
