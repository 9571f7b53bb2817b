"""The pages as a browser shows them: for every eye, on a small screen too, and checked by others."""

import importlib.util
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests import browser
from tests.actions.test_easy_read import drawing
from tests.reports.sample import FULL
from tests.reports.test_easy import EASY, with_words
from tests.reports.test_hostile import with_text
from vcse_desktop.reports.blocks import Block, Items, Link, NewPage, Para, Picture, Strong, Words
from vcse_desktop.reports.easy import easy_html
from vcse_desktop.reports.html import html
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.report import completed, report_blocks

WIDTHS, LIGHTS = (1280, 320), ("light", "dark")
SHOWN = ("answers", "carers", "people_by_month", "time_by_activity", "insight_by_theme")
"""Tables enough: without a chart, with bars in one, two and three patterns, and with lines."""
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
LOOSE = """[...document.querySelectorAll('body *')].filter(one => one.scrollWidth > one.clientWidth + 1
  && getComputedStyle(one).overflowX !== 'visible').map(one => one.className)"""
"""What scrolls sideways by itself."""
LETTERS = """[...document.querySelectorAll('svg text')].filter(one => one.getClientRects().length).map(one =>
  parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"""
"""How high the letters of every picture that is shown are, in pixels of the screen."""

COVERED = """[...document.querySelectorAll('svg')].flatMap(one => {
  const bars = [...one.querySelectorAll('.bar, .frame')].map(bar => bar.getBoundingClientRect());
  return [...one.querySelectorAll('text')].filter(text => { const at = text.getBoundingClientRect();
    return bars.some(bar => at.left < bar.right - 1 && at.right > bar.left + 1
      && at.top < bar.bottom - 4 && at.bottom > bar.top + 4); }).map(text => text.textContent); })"""
"""Words that lie over a bar."""


def short(material: ReportInput) -> ReportInput:
    """The example with few tables."""
    return replace(material, tables={name: FULL.tables[name] for name in SHOWN})


def runs() -> list[Block]:
    """Blocks that no report of ours has yet, but that a section may use."""
    link = Link("https://example.org/help", "our page", "What we do, on the web")
    return [
        Picture(drawing("red", 40), "A red kite over hills", 40, 40),
        Para((Words("Read "), Strong("this"), Words(" on "), link, Words("."))),
        Items(((Words("One"),), (link,)), ordered=True),
    ]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Page]:
    """One browser for all of these."""
    if os.name != "posix":
        pytest.skip("the browser is driven over pipes that Windows does not have")
    assert browser.CHROMIUM, "Chromium is not installed"
    with browser.page(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture(scope="module")
def axe() -> str:
    """The checks of axe-core, which is installed for tests alone."""
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec
    assert spec.origin
    return Path(spec.origin).with_name("axe.min.js").read_text("utf-8")


def files(folder: Path) -> dict[str, Path]:
    """The pages that are looked at."""
    told = short(FULL)
    blocks = list(report_blocks(told))
    place = next(n for n, block in enumerate(blocks) if isinstance(block, NewPage)) + 1
    full = tuple(completed([*blocks[:place], *runs(), *blocks[place:]], told.language))
    arabic, long = replace(told, language="ar"), with_text("x" * 2000)
    made = {
        "report": html(full, told),
        "Arabic": html(report_blocks(arabic), arabic),
        "long words": html(report_blocks(long), long),
        "Easy Read": easy_html(EASY),
        "long Easy Read": easy_html(with_words("x" * 2000)),
    }
    for name, page in made.items():
        (folder / f"{name}.html").write_bytes(page)
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return files(tmp_path_factory.mktemp("pages"))


def shown(page: browser.Page, file: Path, width: int, light: str, **more: str) -> None:
    """Show a page on a screen of this width, whose owner likes it light or dark."""
    wishes = {
        "prefers-color-scheme": light,
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    features = [{"name": name, "value": value} for name, value in wishes.items()]
    page.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    page.ask("Emulation.setEmulatedMedia", media="screen", features=features)
    page.open(file)


@pytest.mark.parametrize("state", [*product(["report", "Arabic", "Easy Read"], WIDTHS, LIGHTS)])
def test_what_checks_pages_finds_nothing_and_only_tables_scroll_sideways(
    state: tuple[str, int, str], chromium: browser.Page, axe: str, pages: dict[str, Path]
) -> None:
    name, width, light = state
    shown(chromium, pages[name], width, light)
    assert chromium.run("getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)" if light == "light" else "rgb(22, 25, 29)"
    )
    assert chromium.run("document.documentElement.scrollWidth <= innerWidth")
    assert set(chromium.run(LOOSE)) <= {"scroll"}
    letters = chromium.run(LETTERS)
    assert len(letters) > 20 or name == "Easy Read"
    assert min(letters, default=12) >= 12
    assert chromium.run(COVERED) == []
    chromium.ask("Runtime.evaluate", expression=axe)
    found = json.loads(chromium.run(f"axe.run({json.dumps(RULES)}).then(found => JSON.stringify(found))"))
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert len(found["passes"]) > (20 if name == "Easy Read" else 25)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["long words", "long Easy Read"])
def test_words_that_never_end_make_no_page_scroll_sideways(
    name: str, width: int, chromium: browser.Page, pages: dict[str, Path]
) -> None:
    shown(chromium, pages[name], width, "light")
    assert chromium.run("document.documentElement.scrollWidth <= innerWidth")
    assert set(chromium.run(LOOSE)) <= {"scroll"}


def pressed(page: browser.Page, key: str, number: int) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        page.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=number)


FOCUSED = """(() => { const one = document.activeElement, look = getComputedStyle(one);
  const where = one.getBoundingClientRect();
  return [one.className, look.outlineStyle, look.outlineWidth, look.outlineColor,
    where.left >= 0 && where.width > 20] })()"""


def test_who_uses_keys_sees_where_they_are_and_skips_the_contents(
    chromium: browser.Page, pages: dict[str, Path]
) -> None:
    for light, colour in (("light", "rgb(179, 89, 0)"), ("dark", "rgb(245, 215, 110)")):
        shown(chromium, pages["report"], 320, light)
        pressed(chromium, "Tab", 9)
        assert chromium.run(FOCUSED) == ["skip", "solid", "3px", colour, True]
        pressed(chromium, "Tab", 9)
        assert chromium.run(FOCUSED)[1:] == ["solid", "3px", colour, True]
    chromium.run("location.hash = '#main'")
    named = []
    for _ in range(len(SHOWN) + 2):  # two links are in the report itself
        pressed(chromium, "Tab", 9)
        named.append(chromium.run(FOCUSED)[0])
        assert chromium.run(FOCUSED)[1:] == ["solid", "3px", "rgb(245, 215, 110)", True]
    assert named.count("scroll") == len(SHOWN)


INK = """[...new Set([...document.querySelectorAll('svg text')].map(one => getComputedStyle(one).fill))]
  .join() + ' on ' + getComputedStyle(document.body).backgroundColor"""


def test_letters_of_a_chart_are_dark_on_light_or_light_on_dark_whatever_the_computer_wants(
    chromium: browser.Page, pages: dict[str, Path]
) -> None:
    shown(chromium, pages["report"], 1280, "light")
    assert chromium.run(INK) == "rgb(26, 26, 26) on rgb(255, 255, 255)"
    shown(chromium, pages["report"], 1280, "dark")
    assert chromium.run(INK) == "rgb(242, 242, 242) on rgb(22, 25, 29)"
    shown(chromium, pages["report"], 1280, "dark", forced_colors="active")
    assert chromium.run(INK) == "rgb(255, 255, 255) on rgb(0, 0, 0)"


def test_it_is_printed_dark_on_white_without_what_only_a_screen_needs(
    chromium: browser.Page, pages: dict[str, Path]
) -> None:
    shown(chromium, pages["report"], 320, "dark")
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    chromium.ask("Emulation.setEmulatedMedia", media="print", features=features)
    assert chromium.run(INK) == "rgb(26, 26, 26) on rgb(255, 255, 255)"
    seen = "[...document.querySelectorAll('.skip, .narrow, .scroll')].map(one => getComputedStyle(one))"
    assert chromium.run(f"[...new Set({seen}.map(one => one.display + ' ' + one.overflowX))].sort()") == [
        "block visible",
        "none visible",
    ]
