"""The card of a signer, as large as a postcard: whose key it is, the digits to compare, a code to scan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.fonts import refuse_missing
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.letters import printable, words
from vcse_desktop.reports.palette import ACCENT, INK
from vcse_desktop.reports.paper import Canvas, covered, kit, styled
from vcse_desktop.reports.pdf import ONE_AT_A_TIME, finished
from vcse_desktop.reports.structure import Element, text
from vcse_desktop.reports.styles import BOLD, REGULAR

WIDTH, HEIGHT = 297.64, 419.53  # A6, in points
SIDE, CODE = 24.0, 116.0
LONG = 90
"""Letters of a name from which on it is written smaller."""
BORDER = 4
"""White modules around a code, as readers of such codes need them."""
CODE_SAYS = N_("A code that a phone can read. It says what is printed here in words and digits.")
TITLE = N_("Digits of {organisation}")
COMPARE = N_(
    "We sign our summary packs. When you check the first one, these digits are shown. Compare them with this "
    "card, or ring us on a number that you already have. Do so once."
)
ACROBAT = N_(
    "Acrobat may say “validity unknown”: that is normal for a group's own key. Compare the certificate "
    "with these:"
)


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the card: ``digits`` are six groups of five, ``key`` is the key's id.

    ``sha256`` and ``sha1`` are of the certificate, in hex. ``issued`` is in UTC.
    """

    organisation: str
    number: str
    digits: str
    key: str
    sha256: str
    sha1: str
    issued: datetime
    language: str

    @property
    def code(self) -> str:
        """What the code to scan says: plain text, no address."""
        named = f"{self.organisation} {self.number}".strip()
        return f"{named}\n{self.digits}\n{self.key}"


def card_pdf(card: Card) -> bytes:
    """Return the file; the same bytes for the same card.

    Refused when our fonts have no letter for a character; WorldError when the fonts are missing.
    """
    title = tr(TITLE, organisation=card.organisation)
    with ONE_AT_A_TIME:
        refuse_missing([(printable(card.organisation), printable(title))], covered())
        made = BytesIO()
        canvas = kit().canvas(made, pagesize=(WIDTH, HEIGHT), invariant=1)
        root = _meant(card)
        _draw(canvas, card, iter(root.parts))
        canvas.showPage()
        canvas.save()
        return finished(made, Letter(card.organisation, title, "", card.issued, card.language), root, canvas)


def _meant(card: Card) -> Element:
    """Return what the card means, from its head to its foot."""
    texts = [card.number, card.digits] if card.number else [card.digits]
    root = Element("Document").add(text("H1", card.organisation), *(text("P", one) for one in texts))
    root.parts[0].id, root.parts[0].title = "top", printable(card.organisation)
    root.add(Element("Figure", alt=tr(CODE_SAYS)).leaf(), text("P", tr(COMPARE)), text("P", tr(ACROBAT)))
    return root.add(text("P", card.sha256), text("P", card.sha1))


def _draw(canvas: Canvas, card: Card, meant: Iterator[Element]) -> None:
    """Go down the card."""
    size = 14 if len(card.organisation) < LONG else 10
    y = _text(canvas, HEIGHT - SIDE, card.organisation, next(meant), size, bold=True, colour=ACCENT)
    if card.number:
        y = _text(canvas, y - 1, card.number, next(meant), 9)
    top = _digits(canvas, card.digits.split(), y - 28, next(meant))
    _code(canvas, card.code, top, next(meant))
    _text(canvas, top - 2, tr(COMPARE), next(meant), 9, left=SIDE + CODE + 10)
    y = _text(canvas, top - CODE - 10, tr(ACROBAT), next(meant), 8)
    for name, value, wide in (("SHA-256", card.sha256, 32), ("SHA-1", card.sha1, 40)):
        hash_ = next(meant)
        for line in _lines(name, value, wide):
            y = _text(canvas, y - 1, line, hash_, 7.5)


def _digits(canvas: Canvas, groups: list[str], y: float, meant: Element) -> float:
    """Write the digits in two lines; return where the code below them begins."""
    canvas.setFillColor(kit().color(INK))
    canvas.setFont(BOLD, 24)
    with canvas.content(meant.pieces[0]):
        for start in (0, 3):
            for place, group in enumerate(groups[start : start + 3]):
                canvas.drawString(SIDE + place * (WIDTH - 2 * SIDE) / 3, y, f"{group} ")
            y -= 29
    return y + 18


def _lines(name: str, value: str, wide: int) -> Iterator[str]:
    """Yield a hash as dialogs show it, pair by pair."""
    pairs = [value[place : place + 2].upper() for place in range(0, len(value), 2)]
    for start in range(0, len(pairs), wide // 2):
        led = f"{name}: " if not start else ""
        yield led + " ".join(pairs[start : start + wide // 2])


def _text(  # noqa: PLR0913 - where a paragraph stands and how it looks
    canvas: Canvas,
    top: float,
    said: str,
    meant: Element,
    size: float,
    *,
    left: float = SIDE,
    bold: bool = False,
    colour: str = INK,
) -> float:
    """Write a paragraph below a height; return the height below it."""
    look = kit().style(
        "card",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * 1.3,
        textColor=kit().color(colour),
    )
    made = styled(words(said), look, meant)
    _, high = made.wrap(WIDTH - SIDE - left, HEIGHT)
    made.drawOn(canvas, left, top - high)
    return float(top - high)


def _code(canvas: Canvas, said: str, top: float, meant: Element) -> None:
    """Draw a code that phones read, its corner at the left and this height."""
    canvas.setFillColor(kit().color(INK))
    modules = _modules(said)
    one = CODE / (len(modules) + 2 * BORDER)
    meant.box = SIDE, round(top - CODE, 2), SIDE + CODE, top
    with canvas.content(meant.pieces[0]):
        for line, row in enumerate(modules):
            for place, dark in enumerate(row):
                if dark:
                    x, y = SIDE + (place + BORDER) * one, top - (line + BORDER + 1) * one
                    canvas.rect(x - one * BORDER, y, one * 1.02, one * 1.02, stroke=0, fill=1)


def _modules(said: str) -> Sequence[Sequence[bool]]:
    import segno  # noqa: PLC0415 - only who makes a card needs it

    return [[bool(one) for one in row] for row in segno.make_qr(said, error="m", encoding="utf-8").matrix]
