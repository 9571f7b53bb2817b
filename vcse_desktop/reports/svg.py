"""A chart as an SVG text: for the web page and for windows."""

from html import escape

from vcse_desktop.reports.palette import ACCENT, INK, PAPER
from vcse_desktop.reports.shapes import TURNED, Box, Dot, Label, Picture, Rule, Shape


def svg(picture: Picture, ident: str, alt: str) -> str:
    """Return the picture as one element with the alternative text as its description.

    Every shape has its colour and a class, so that a style sheet can change it.
    """
    shapes = "".join(_shape(shape, picture) for shape in picture.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" direction="{picture.dir}" '
        f'aria-labelledby="{ident}" viewBox="0 0 {picture.width:g} {picture.height:.1f}">'
        f'<title id="{ident}">{escape(alt)}</title>{shapes}</svg>'
    )


def _shape(shape: Shape, picture: Picture) -> str:
    match shape:
        case Box(x, y, width, height, pattern):
            name, fill = ("bar", ACCENT) if pattern == "solid" else ("frame", PAPER)
            place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            lines = "".join(f"M{at:.1f} {y:.1f}v{height:.1f}" for at in shape.stripes)
            striped = f'<path class="stripe" d="{lines}" stroke="{ACCENT}"/>' if lines else ""
            return f'<rect class="{name}" {place} fill="{fill}" stroke="{ACCENT}"/>{striped}'
        case Rule(x1, y1, x2, y2, role):
            place = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
            return f'<line class="{role}" {place} stroke="{INK if role == "axis" else ACCENT}"/>'
        case Dot(x, y, radius):
            return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{ACCENT}"/>'
        case Label(x, y, text, anchor, strong):
            turned = picture.dir == "rtl"
            more = ' unicode-bidi="plaintext"' if turned else ""  # words of another language keep their order
            more += ' font-weight="700"' if strong else ""
            starts = TURNED[anchor] if turned else anchor  # SVG's start is where reading starts
            place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{starts}" font-size="{picture.size:g}"{more}'
            return f'<text {place} fill="{INK}">{escape(text)}</text>'
