"""A short report with every kind of block, whose faults are planted."""

import struct
import zlib
from datetime import UTC, datetime

from vcse_desktop.reports.blocks import (
    Block,
    Chart,
    Facts,
    Foreign,
    Heading,
    Hidden,
    Items,
    Link,
    NewPage,
    Notice,
    Para,
    Picture,
    Quote,
    Row,
    Series,
    Shown,
    Strong,
    Table,
    Text,
    Words,
)
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.report import completed

HEAD = Letter("Dragon Valley", "What we heard", "20261121-7f3a9kq2", datetime(2026, 11, 21, tzinfo=UTC), "en")
ROWS = 34


def words(text: str) -> Text:
    """A cell of words."""
    return Text((Words(text),))


def spot(red: int) -> bytes:
    """The smallest picture: one point, as PNG."""
    parts, head = [], struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    for name, inside in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes([0, red, 0, 99]))), (b"IEND", b"")):
        parts.append(struct.pack(">I", len(inside)) + name + inside)
        parts.append(struct.pack(">I", zlib.crc32(name + inside)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def counted(name: str, numbers: tuple[Shown | Hidden, ...]) -> list[Block]:
    """A chart and its table."""
    labels = tuple(f"{name} {n}" for n in "ABC")
    rows = tuple(Row((words(label), cell)) for label, cell in zip(labels, numbers, strict=True))
    chart = Chart("bars", name, labels, (Series("People", numbers),), f"table-{name}", id=f"chart-{name}")
    note = ("[c]: hidden to protect people",)
    return [chart, Table(name, ("Place", "People"), rows, note, id=f"table-{name}")]


def _blocks() -> list[Block]:
    web, mail = "https://example.org/first", "mailto:help@example.org"
    long = tuple(Row((words(f"Row {n}"), words(f"Where {n}"), Shown(5 * n))) for n in range(1, ROWS))
    return [
        Para((Words("Dragon Valley"),), "organisation"),
        Heading(1, "What we heard", id="top"),
        Facts((("Pack", words("20261121")), ("Period", words("July to September 2026")))),
        Notice("Numbers are rounded to the nearest 5."),
        NewPage(),
        Heading(2, "Summary", id="summary"),
        Facts((("People", Shown(1250)), ("Hours given", Shown(90, hours=True))), "figures"),
        Para(
            (
                Words("People asked for a bus that runs on Sundays, and for a stop at the surgery. Read "),
                Link(web, "what they said", "All answers about transport"),
                Words(" or write to us: "),
                Link(mail, "help", "Write to the people who asked"),
                Words(" and "),
                Link(web, "read on", "The same answers in Welsh"),
                Words(". They call it "),
                Foreign("bws y bobl", "cy", "ltr"),
                Words(" and mean it "),
                Strong("well"),
                Words("."),
            )
        ),
        Quote("Nid oes bws; dŵr, tŷ.", "A neighbour", "There is no bus.", lang="cy"),
        Items(((Words("First ask."),), (Words("Then answer."),)), ordered=True),
        Items(((Words("Buses"),), (Words("Time off"),))),
        Heading(2, "Who came", id="who"),
        Heading(3, "By place", id="place"),
        *counted("Reach", (Shown(15), Hidden(), Shown(40))),
        *counted("Carers", (Shown(25), Shown(30), Hidden())),
        Heading(3, "Every row", id="rows"),
        Table(
            "A long list", ("Name", "Place", "People"), long, ("We counted once.",), stub=2, id="table-long"
        ),
        Picture(spot(200), "The sign of Dragon Valley", 1, 1),
        Para((Words("Ask us for this in another format."),), "closing"),
    ]


def example(language: str = "en") -> tuple[Block, ...]:
    """The blocks, complete."""
    return tuple(completed(_blocks(), language))
