"""How a test reads a finished page or file back, with parsers that are not ours."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from pypdf import PdfReader

VOID = {"meta", "br", "hr", "img", "input", "link"}


@dataclass
class Node:
    """One element with what is inside it."""

    tag: str
    attributes: dict[str, str]
    inside: "list[Node | str]" = field(default_factory=list)

    def all(self, *tags: str) -> "list[Node]":
        """Every element with one of these tags, in order."""
        found = [self] if self.tag in tags else []
        return found + [one for part in self.inside if isinstance(part, Node) for one in part.all(*tags)]

    def each(self) -> "list[Node]":
        """Every element."""
        return [self] + [one for part in self.inside if isinstance(part, Node) for one in part.each()]

    def pieces(self) -> list[str]:
        """Every text inside, each apart."""
        return [text for p in self.inside for text in ([p] if isinstance(p, str) else p.pieces())]

    @property
    def text(self) -> str:
        """Every word inside."""
        return "".join(self.pieces())


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in {tag}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> where {self.open[-1].tag} is open"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def tree(page: bytes) -> Node:
    """The elements of a page; an assertion fails where they are not closed in order."""
    parser = _Tree()
    parser.feed(page.decode("utf-8"))
    parser.close()
    assert len(parser.open) == 1, f"{parser.open[-1].tag} was never closed"
    return parser.open[0]


def drawn(file: bytes) -> list[Any]:
    """The pages of a PDF as pypdf has them."""
    return list(PdfReader(BytesIO(file), strict=True).pages)


def pages(file: bytes) -> list[str]:
    """The text of each page of a PDF, without the space that ends each line."""
    return [page.extract_text().replace(" \n", "\n") for page in drawn(file)]
