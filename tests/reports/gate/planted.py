"""Faults that are planted in a good file, one at a time: in its tree, its links, its words about itself."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.reports.gate.content import Thing

Planting = Callable[[pikepdf.Pdf], None]


def plant(content: bytes, planting: Planting) -> bytes:
    """The file with one fault."""
    made = BytesIO()
    with pikepdf.open(BytesIO(content)) as file:
        planting(file)
        file.save(made, static_id=True)
    return made.getvalue()


def each(file: pikepdf.Pdf, tag: str) -> list[Thing]:
    """Every element with this tag, in the order of reading."""
    return [one for one in _below(file.Root.StructTreeRoot.K) if one.S == f"/{tag}"]


def _below(element: Thing) -> Iterator[Thing]:
    yield element
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else []:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _below(kid)


def swap(element: Thing, one: int, other: int) -> None:
    """Let two things in an element stand in each other's place."""
    element.K[one], element.K[other] = element.K[other], element.K[one]


def _move(file: pikepdf.Pdf, tag: str, number: int, after: Thing) -> None:
    """Take an element out of its parent, and put it at the end of another."""
    moved = each(file, tag)[number]
    parent = moved.P
    place = next(n for n, kid in enumerate(parent.K) if kid.objgen == moved.objgen)
    del parent.K[place]
    moved.P = after
    after.K.append(moved)


def _caption_outside(file: pikepdf.Pdf) -> None:
    table = each(file, "Table")[0]
    caption = table.K[0]
    del table.K[0]
    caption.P = table.P
    place = next(n for n, kid in enumerate(table.P.K) if kid.objgen == table.objgen)
    table.P.K.insert(place, caption)


def _exchange(file: pikepdf.Pdf, tag: str, key: str, one: int, other: int) -> None:
    """Let two elements have what belongs to the other, such as what was drawn."""
    first, second = each(file, tag)[one], each(file, tag)[other]
    first[key], second[key] = second[key], first[key]


def _alt(file: pikepdf.Pdf, alter: Callable[[str, str], str]) -> None:
    first, second = each(file, "Figure")[:2]
    second.Alt = String(alter(str(first.Alt), str(second.Alt)))


def _note(file: pikepdf.Pdf, number: int) -> Thing:
    """The annotation of a link."""
    return next(kid.Obj for kid in each(file, "Link")[number].K if isinstance(kid, Dictionary))


def _without(thing: Thing, key: str) -> None:
    del thing[key]


def _xmp(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    before = file.Root.Metadata.read_bytes()
    assert old in before
    file.Root.Metadata.write(before.replace(old, new))


def _outline(file: pikepdf.Pdf, alter: Callable[[list[Thing]], None]) -> None:
    with file.open_outline() as outline:
        alter(outline.root)


def _lead_away(items: list[Thing]) -> None:
    items[0].children[1].destination = items[0].destination


def _parents(file: pikepdf.Pdf, number: int) -> Thing:
    """The list of a page in the parent tree."""
    return file.Root.StructTreeRoot.ParentTree.Nums[2 * number + 1]


def _extra(file: pikepdf.Pdf, parent: Thing, tag: str) -> Thing:
    made = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + tag), P=parent, K=Array()))
    parent.K.append(made)
    return made


def _root(file: pikepdf.Pdf) -> Thing:
    return file.Root.StructTreeRoot.K


def _set(thing: Thing, key: str, value: Thing) -> None:
    thing[key] = value


def _retag(file: pikepdf.Pdf, tag: str, number: int, new: str) -> None:
    each(file, tag)[number].S = Name("/" + new)


MEANING: dict[str, Planting] = {
    "the label after the body": lambda f: swap(each(f, "LI")[0], 0, 1),
    "two paragraphs in each other's place": lambda f: swap(_root(f), 2, 4),
    "two rows in each other's place": lambda f: swap(each(f, "TBody")[2], 3, 4),
    "two cells in each other's place": lambda f: swap(each(f, "TBody")[0].K[1], 0, 1),
    "the words of two cells exchanged": lambda f: _exchange(f, "TD", "/K", 0, 2),
    "two columns' names exchanged": lambda f: swap(each(f, "THead")[0].K[0], 0, 1),
    "a fact's value before its name": lambda f: swap(_root(f).K[2], 0, 1),
    "the source before the words of a quote": lambda f: swap(each(f, "BlockQuote")[0], 0, 1),
    "two links exchanged in a sentence": lambda f: swap(each(f, "Link")[2].P, 1, 3),
    "a note before its table": lambda f: swap(_root(f), 17, 18),
    "the body of a table before its head": lambda f: swap(each(f, "Table")[0], 1, 2),
    "a section before the one above it": lambda f: swap(_root(f), 6, 12),
    "two figures in each other's place": lambda f: _exchange(f, "Figure", "/K", 0, 1),
    "a caption outside its table": _caption_outside,
    "a caption of another table": lambda f: _exchange(f, "Caption", "/K", 0, 1),
    "a row in the wrong table": lambda f: _move(f, "TR", 1, each(f, "TBody")[1]),
    "a thing of one list in the other": lambda f: _move(f, "LI", 1, each(f, "L")[1]),
    "a heading that is only a paragraph": lambda f: _retag(f, "H3", 0, "P"),
    "a paragraph that is a heading": lambda f: _retag(f, "P", 4, "H2"),
    "a level of headings left out": lambda f: _retag(f, "H2", 1, "H3"),
    "two headings of the first level": lambda f: _retag(f, "H2", 0, "H1"),
    "a quote that is a paragraph": lambda f: _retag(f, "BlockQuote", 0, "Sect"),
    "a row's name that is a value": lambda f: _retag(f, "TH", 2, "TD"),
    "a value that is a name": lambda f: _retag(f, "TD", 0, "TH"),
    "a scope for columns in a row": lambda f: _set(each(f, "TH")[2].A, "/Scope", Name.Column),
    "no scope": lambda f: _without(each(f, "TH")[0], "/A"),
    "numbers for a list of dots": lambda f: _set(each(f, "L")[1].A, "/ListNumbering", Name.Decimal),
    "no numbering": lambda f: _without(each(f, "L")[0], "/A"),
    "no language of a quote": lambda f: _without(each(f, "BlockQuote")[0].K[0], "/Lang"),
    "the quote's language on its translation": lambda f: _set(
        each(f, "BlockQuote")[0].K[2], "/Lang", String("cy")
    ),
    "another language of a word": lambda f: _set(each(f, "Span")[-1], "/Lang", String("fr")),
    "another language of the document": lambda f: _set(f.Root, "/Lang", String("cy")),
    "no language of the document": lambda f: _without(f.Root, "/Lang"),
    "no alternative text": lambda f: _without(each(f, "Figure")[0], "/Alt"),
    "another description of a picture": lambda f: _set(each(f, "Figure")[2], "/Alt", String("A dragon")),
    "an empty alternative text": lambda f: _alt(f, lambda _one, _own: " "),
    "the alternative text of another chart": lambda f: _alt(f, lambda one, _own: one),
    "a hidden number in an alternative text": lambda f: _alt(
        f, lambda _one, own: own.replace("1 value is", "Carers C is 3. 1 value is")
    ),
    "an alternative text on a paragraph": lambda f: _set(each(f, "P")[1], "/Alt", String("Other words")),
    "another text instead of a paragraph": lambda f: _set(each(f, "P")[4], "/ActualText", String("None")),
    "another text instead of a table": lambda f: _set(each(f, "Table")[0], "/ActualText", String("A table")),
    "a longer form of an abbreviation": lambda f: _set(each(f, "P")[1], "/E", String("Something else")),
    "an element with nothing in it": lambda f: _set(_extra(f, _root(f), "P"), "/Lang", String("en")),
    "a row that lacks a cell": lambda f: _without_last(each(f, "TBody")[0].K[0]),
    "a paragraph that is not read": lambda f: _without_last(_root(f)),
}
"""What rule checkers hardly see: the order and the meaning."""


def _without_last(element: Thing) -> None:
    del element.K[-1]


WAYS: dict[str, Planting] = {
    "no structure": lambda f: _without(f.Root, "/StructTreeRoot"),
    "not said to be tagged": lambda f: _without(f.Root, "/MarkInfo"),
    "said to be suspect": lambda f: _set(f.Root.MarkInfo, "/Suspects", True),
    "the title is not shown": lambda f: _without(f.Root, "/ViewerPreferences"),
    "no XMP": lambda f: _without(f.Root, "/Metadata"),
    "another title in XMP": lambda f: _xmp(f, b"What we heard", b"What they heard"),
    "no PDF/UA in XMP": lambda f: _xmp(f, b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "PDF/A for looks alone": lambda f: _xmp(f, b"conformance>A<", b"conformance>B<"),
    "a schema that is not described": lambda f: _xmp(
        f, b"<pdfaSchema:prefix>pdfuaid", b"<pdfaSchema:prefix>x"
    ),
    "another language in XMP": lambda f: _xmp(f, b"<rdf:li>en<", b"<rdf:li>cy<"),
    "another author": lambda f: _set(f.docinfo, "/Author", String("Ann Other")),
    "no output intent": lambda f: _without(f.Root, "/OutputIntents"),
    "another profile": lambda f: f.Root.OutputIntents[0].DestOutputProfile.write(bytes(128)),
    "another tab order": lambda f: _without(f.pages[1].obj, "/Tabs"),
    "the tab order of rows": lambda f: _set(f.pages[2].obj, "/Tabs", Name.R),
    "a page that leads to another's elements": lambda f: _set(f.pages[1].obj, "/StructParents", 2),
    "a page that leads nowhere": lambda f: _without(f.pages[1].obj, "/StructParents"),
    "two entries of the parent tree exchanged": lambda f: _swap_entries(_parents(f, 1)),
    "an entry missing in the parent tree": lambda f: _shorten(_parents(f, 3)),
    "no next key": lambda f: _set(f.Root.StructTreeRoot, "/ParentTreeNextKey", 0),
    "a parent that is another": lambda f: _set(each(f, "TR")[3], "/P", each(f, "TBody")[1]),
    "a number twice in the tree": lambda f: _set(each(f, "P")[4], "/K", each(f, "P")[0].K),
    "a number of another page": lambda f: _set(each(f, "H3")[1], "/Pg", f.pages[0].obj),
    "a number that is not drawn": lambda f: _set(each(f, "H1")[0], "/K", 999),
    "a tag that is given another meaning": lambda f: _set(
        f.Root.StructTreeRoot, "/RoleMap", Dictionary(H3=Name.P)
    ),
    "a link with no annotation in the tree": lambda f: _without_last(each(f, "Link")[2]),
    "two links that exchange annotations": lambda f: swap_last(each(f, "Link")[2], each(f, "Link")[3]),
    "a link that says nothing": lambda f: _without(_note(f, 2), "/Contents"),
    "a link that says the name of another": lambda f: _set(_note(f, 2), "/Contents", _note(f, 3).Contents),
    "a link to another address": lambda f: _set(_note(f, 2).A, "/URI", String("https://example.org/other")),
    "a link that is not printed": lambda f: _without(_note(f, 2), "/F"),
    "a link that leads back to another": lambda f: _set(_note(f, 2), "/StructParent", 6),
    "a link beside its words": lambda f: _set(_note(f, 2), "/Rect", Array([10, 10, 40, 20])),
    "a line of the contents that leads elsewhere": lambda f: _set(_note(f, 0), "/Dest", _note(f, 1).Dest),
    "a line of the contents that leads nowhere": lambda f: _without(_note(f, 0), "/Dest"),
    "an annotation nobody knows": lambda f: f.pages[0].Annots.append(_stray(f)),
    "a bookmark to another page": lambda f: _outline(f, _lead_away),
    "a bookmark with another name": lambda f: _outline(f, lambda one: setattr(one[0], "title", "Other")),
    "a bookmark left out": lambda f: _outline(f, lambda one: one[0].children.pop()),
    "a bookmark on another level": lambda f: _outline(f, lambda one: one.append(one[0].children.pop())),
    "two bookmarks in each other's place": lambda f: _outline(f, lambda one: one[0].children.reverse()),
    "no bookmarks": lambda f: _without(f.Root, "/Outlines"),
    "a page that is turned": lambda f: _set(f.pages[1].obj, "/Rotate", 90),
    "the pages from the last to the first": lambda f: f.pages.reverse(),
    "a page left out": lambda f: f.pages.__delitem__(2),
    "something that is done on opening": lambda f: _set(f.Root, "/OpenAction", Dictionary(S=Name.Named)),
    "more about who made it": lambda f: _set(f.docinfo, "/Subject", String("By Ann Other")),
    "a link that does something else, too": lambda f: _set(_note(f, 2), "/AA", Dictionary()),
    "a figure without a box": lambda f: _without(each(f, "Figure")[0].A, "/BBox"),
    "a figure whose box is elsewhere": lambda f: _set(each(f, "Figure")[0].A, "/BBox", Array([0, 0, 99, 99])),
    "a figure whose box is the page": lambda f: _set(each(f, "Figure")[0].A, "/BBox", f.pages[0].MediaBox),
    "a figure in a line": lambda f: _set(each(f, "Figure")[0].A, "/Placement", Name.Inline),
    "the boxes of two figures exchanged": lambda f: _exchange(f, "Figure", "/A", 0, 1),
}
"""The ways through the file, and what it says of itself."""


def swap_last(one: Thing, other: Thing) -> None:
    """Exchange the last thing in two elements."""
    one.K[-1], other.K[-1] = other.K[-1], one.K[-1]


def _swap_entries(entries: Thing) -> None:
    entries[2], entries[3] = entries[-1], entries[2]


def _shorten(entries: Thing) -> None:
    del entries[-1]


def _stray(file: pikepdf.Pdf) -> Thing:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), F=4)
    link.Contents, link.A = String("Here"), Dictionary(S=Name.URI, URI=String("https://example.org"))
    return file.make_indirect(link)
