"""The web page: safe to open, made of true headings and tables, the same for everyone."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.reports.reading import Node, tree
from tests.reports.sample import EMPTY, FULL, MONTHS, protected, shown
from vcse_desktop.figures.table import Dimension, Measure, TableKind, Unit
from vcse_desktop.reports import palette
from vcse_desktop.reports.blocks import Block, Facts, Foreign, Heading, Items, Link, Para, Strong, Text, Words
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.report import report_blocks

FIRST = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
img-src data:; font-src data:; base-uri 'none'; form-action 'none'">
"""
BANNED = (b"<script", b"<iframe", b"<object", b"<embed", b"<base", b"<link", b"<form")


def page(material: ReportInput) -> bytes:
    return html(report_blocks(material), material)


def checked(page: bytes) -> bytes:
    """A page that a checker of packs accepts."""
    assert page.decode("utf-8").startswith(FIRST)
    low = page.lower()
    assert [word for word in BANNED if word in low] == []
    assert low.count(b"http-equiv") == 1
    return page


@pytest.fixture(scope="module")
def full() -> Node:
    return tree(checked(page(FULL)))


@pytest.mark.parametrize("material", [EMPTY, FULL])
def test_the_page_begins_as_the_format_says_and_holds_nothing_forbidden(material: ReportInput) -> None:
    made = checked(page(material))
    assert b"\r" not in made
    assert b"://" not in made.replace(b'xmlns="http://www.w3.org/2000/svg"', b"")


def test_a_report_in_arabic_says_so() -> None:
    made = page(replace(EMPTY, language="ar")).decode("utf-8")
    assert made.splitlines()[1] == '<html lang="ar" dir="rtl">'


@pytest.mark.parametrize(
    "typed", ["http-equiv", "HTTP-Equiv", "http\u202e-equiv", "<script>alert(1)</script><form"]
)
def test_words_of_the_format_that_a_person_typed_do_not_spoil_the_page(typed: str) -> None:
    quote = replace(FULL.quotes[0], text=typed, source=typed, theme=typed, translation=typed)
    kind = TableKind("x", 1, typed, (Measure("m", typed, Unit.EVENT),), (Dimension("place", typed),))
    tables = {"x": protected(kind, iter(map(shown, (10, 20, 30, 60))), [(c, typed) for c, _ in MONTHS])}
    made = checked(
        page(
            replace(
                FULL,
                organisation=typed,
                area=typed,
                purpose=typed,
                audience=(typed,),
                contact=typed,
                quotes=(quote,),
                tables=tables,
            )
        )
    )
    expected = typed.replace("\u202e", "")
    assert tree(made).text.count(expected) > 10
    assert tree(made).all("script", "form") == []


def test_headings_have_one_first_level_and_skip_none(full: Node) -> None:
    levels = [int(node.tag[1]) for node in full.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_scopes_and_a_named_region_one_can_reach(full: Node) -> None:
    regions = [node for node in full.all("div") if node.attributes.get("role") == "region"]
    tables = full.all("table")
    assert len(tables) == len(regions) == len(FULL.tables) - 1  # the six principles stand in no table
    for number, (region, table) in enumerate(zip(regions, tables, strict=True), 1):
        (caption,) = table.all("caption")
        assert caption.text.startswith(f"Table {number}. ")
        assert region.attributes["aria-labelledby"] == caption.attributes["id"]
        assert region.attributes["tabindex"] == "0"
        head, body = table.all("thead")[0], table.all("tbody")[0]
        assert {th.attributes["scope"] for th in head.all("th")} == {"col"}
        for row in body.all("tr"):
            assert [th.attributes["scope"] for th in row.all("th")] == ["row"]
            assert len(row.all("th", "td")) == len(head.all("th"))


def test_ids_are_single_and_every_inner_link_leads_somewhere(full: Node) -> None:
    ids = [node.attributes["id"] for node in full.each() if "id" in node.attributes]
    assert len(set(ids)) == len(ids)
    for node in full.each():
        for name in ("href", "aria-labelledby"):
            target = node.attributes.get(name, "").removeprefix("#")
            assert not target or target in ids
    sections = [h.text for h in full.all("h2")]
    assert [a.text for a in full.all("nav")[0].all("a")] == sections
    assert full.all("a")[0].attributes["href"] == "#main"
    assert full.all("main")[0].attributes["id"] == "main"


def test_pictures_have_words_for_those_who_do_not_see_them(full: Node) -> None:
    for svg in full.all("svg"):
        (title,) = svg.all("title")
        assert svg.attributes["aria-labelledby"] == title.attributes["id"]
        assert svg.attributes["role"] == "img"
        assert title.text.startswith("Chart: ")
    assert len(full.all("svg")) == 2 * len(full.all("figure"))


def test_words_in_another_language_say_which(full: Node) -> None:
    (welsh,) = {(p.attributes["lang"], p.attributes["dir"]) for p in full.all("p") if "dŵr" in p.text}
    assert welsh == ("cy", "ltr")


def test_every_kind_of_run_and_list_and_fact_is_on_the_page() -> None:
    runs = (
        Words("Read "),
        Strong("this"),
        Words(" and "),
        Link("https://example.org/a b?c=d", "our page", "about us"),
        Link("javascript:alert(1)", "not this", "no"),
        Foreign("\u0633\u0644\u0645", "ar", "rtl"),
    )
    blocks: list[Block] = [
        Heading(1, "Title", id="top", lang="en", dir="ltr"),
        Para(runs, id="p", lang="en", dir="ltr"),
        Items((runs[:2], runs[:1]), ordered=True, id="l", lang="cy", dir="ltr"),
        Facts((("Name", Text(runs[1:2])),), id="f", lang="en", dir="ltr"),
    ]
    made = tree(checked(html(blocks, EMPTY)))
    (link,) = (a for a in made.all("a") if a.attributes["href"] != "#main")
    assert link.attributes == {"href": "https://example.org/a%20b?c=d", "title": "about us"}
    assert made.all("p")[0].text == "Read this and our pagenot this\u0633\u0644\u0645"
    assert made.all("p")[0].all("span")[0].attributes == {"lang": "ar", "dir": "rtl"}
    assert [li.text for li in made.all("ol")[0].all("li")] == ["Read this", "Read "]
    assert made.all("dd")[0].text == "this"


def test_the_template_holds_no_words(root: Path) -> None:
    source = (root / "resources/report/report.html").read_text("utf-8")
    assert not re.search(r'(aria-label|title|alt)="[^{"]', source)
    between = re.sub(
        r'<[^<>]*>|[\w-]+="[^"]*"', " ", re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.S)
    )
    assert re.findall(r"[A-Za-z]{2,}", between) == []


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_words_and_bars_stand_out_from_what_is_behind_them(root: Path) -> None:
    style = (root / "resources/report/report.css").read_text("utf-8")
    sets = [dict(re.findall(r"--(\w+): (#\w{6})", line)) for line in style.splitlines() if ":root" in line]
    light, dark, *_ = sets
    printed = {name.lower(): getattr(palette, name) for name in ("INK", "PAPER", "SHADE", "ACCENT", "RULE")}
    assert {name: light[name] for name in printed} == printed
    assert light == sets[-1] | {"focus": light["focus"]}  # as it is printed
    for colours in (light, dark):
        for behind in ("paper", "shade"):
            assert contrast(colours["ink"], colours[behind]) >= 7
            assert contrast(colours["accent"], colours[behind]) >= 4.5
        assert contrast(colours["focus"], colours["paper"]) >= 4.5
        assert contrast(colours["rule"], colours["paper"]) >= 3
    assert not re.search(r"[^-]color: *#", re.sub(r"--\w+: #\w{6}", "", style))
