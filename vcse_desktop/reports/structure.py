"""The structure of a PDF as a tree, made from the blocks before anything is drawn.

A flowable says what it means by ``element``, an ``Element`` of this tree; a list item also by ``label``, the
element of its bullet. Both halves of a flowable that is cut by a page have the same elements. What is drawn
goes into a ``Content``, a leaf: ``element.pieces[n]`` is where run n of a paragraph is drawn (the order of
leaves is that of the blocks, so pieces may be drawn in any order, and a piece in as many parts as it needs).
A paragraph that draws itself does, line by line and run by run,

    with canvas.said(self):                        # a header drawn again on a later page is no content
        with canvas.content(self.element.pieces[n]), canvas.actual(text):   # actual: what shaped glyphs say
            ...any drawing...
    canvas.link(self.element.pieces[n], rect)      # for a piece whose owner is a Link; rect as drawn

Outside ``content`` all drawing is an artifact. An element's ``actual`` is its ActualText: right to left it is
set here, on the leaf's owner, and canvas.actual is not needed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vcse_desktop.reports.blocks import Foreign, Link, Run
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.numbers import direction
from vcse_desktop.reports.order import is_turned
from vcse_desktop.reports.plain import address


@dataclass(eq=False, slots=True)
class Content:
    """A leaf: what is drawn for its owner, as pairs of page and number within the page, both from nought."""

    owner: "Element"
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Element:
    """An element: its tag, what is said of it, and what is in it in the order of reading.

    ``lang`` is "" where it is that of the element around it. ``to`` is where a link leads: an address, or
    "#" and the id of a heading, whose ``title`` is its bookmark; ``box`` is where a figure was drawn.
    """

    tag: str
    lang: str = ""
    alt: str = ""
    actual: str = ""
    to: str = ""
    scope: str = ""
    numbering: str = ""
    id: str = ""
    title: str = ""
    kids: "list[Element | Content]" = field(default_factory=list)
    box: tuple[float, ...] = ()

    def add(self, *elements: "Element") -> "Element":
        """Put elements at its end; return it."""
        self.kids += elements
        return self

    def leaf(self) -> "Element":
        """Give it a leaf of its own at its end; return it."""
        self.kids.append(Content(self))
        return self

    @property
    def parts(self) -> "list[Element]":
        """Return the elements right inside it, in order."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def pieces(self) -> list[Content]:
        """Return every leaf below, in order."""
        return list(_leaves(self))


def _leaves(element: Element) -> Iterator[Content]:
    for kid in element.kids:
        if isinstance(kid, Content):
            yield kid
        else:
            yield from _leaves(kid)


def worded(tag: str, runs: Iterable[Run], lang: str = "", *, spoken: str = "", scope: str = "") -> Element:
    """Return an element with a leaf for each run. ``spoken`` is the language that the runs are in."""
    runs = tuple(runs)
    made = Element(tag, lang, scope=scope)
    if not any(map(_is_apart, runs)):
        made.kids += [Content(made) for _ in runs]
        made.actual = _backwards("".join(run.text for run in runs), spoken)
        return made
    for run in runs:
        actual = _backwards(run.text, run.lang if isinstance(run, Foreign) else spoken)
        if actual or _is_apart(run):
            made.add(_piece(run, actual))
        else:
            made.leaf()
    return made


def text(tag: str, words: str, lang: str = "", *, spoken: str = "", scope: str = "") -> Element:
    """Return an element of one text."""
    made = Element(tag, lang, scope=scope).leaf()
    made.actual = _backwards(words, spoken)
    return made


def _is_apart(run: Run) -> bool:
    return isinstance(run, Foreign) or (isinstance(run, Link) and bool(address(run.url)))


def _backwards(words: str, language: str) -> str:
    """Return what is read where words stand from right to left, "" for all others."""
    return printable(words) if is_turned(words) or (language and direction(language) == "rtl") else ""


def _piece(run: Run, actual: str) -> Element:
    """Return the element of a run of its own: a link, words in another language, or words right to left."""
    made = Element("Span")
    if isinstance(run, Link) and address(run.url):
        made = Element("Link", to=address(run.url), alt=printable(run.description or run.text))
    elif isinstance(run, Foreign):
        made = Element("Span", run.lang)
    made.actual = actual
    return made.leaf()
