"""The page on reports can be followed: its example is a whole section, in every format of a pack."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.groups import make_group, quarter
from tests.reports.reading import pages, tree
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.figures import measures, registry, tables
from vcse_desktop.reports import included, report, ten

FEWEST, MOST = 5, 40


def example(root: Path) -> tuple[SimpleNamespace, int]:
    """What the code of the page makes, and how many lines it has, the four in other places with them."""
    (code,) = re.findall(r"```python\n(.*?)```", (root / "docs/reports.md").read_text("utf-8"), re.S)
    made: dict[str, Any] = {}
    exec(code, made)  # noqa: S102 - our own page
    return SimpleNamespace(**made), len([line for line in code.splitlines() if line.strip()]) + 4


def test_the_section_of_the_page_is_made_in_fewer_than_forty_lines_and_stands_in_every_format(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / "profile"))
    made, lines = example(root)
    assert FEWEST < lines < MOST
    monkeypatch.setitem(measures.MEASURES, made.WEEKEND.code, made.WEEKEND)
    monkeypatch.setitem(registry.TABLES, made.TABLE.id, made.TABLE)
    monkeypatch.setattr(tables, "_COUNTS", (*tables._COUNTS, made.facts))
    every = (*ten.SECTIONS, made.SECTION)
    for module in (ten, included, report):
        monkeypatch.setattr(module, "SECTIONS", every)
    with make_group(tmp_path / "vault") as group:
        draft = draft_pack(group, quarter())
    files = dict(draft.frozen.files)
    assert {"code": "weekends", "state": "included"} in draft.claims["sections"]
    assert b"weekend,4,shown" in files["data/tables/weekend_by_month.v1.csv"]
    text = files["data/report.txt"].decode("utf-8").replace("\r", "")
    assert "\nWhen services are closed\n------------------------\n" in text
    assert "\nFebruary 2024, Sessions at a weekend: 4\n" in text
    page = tree(files["data/report.html"])
    (heading,) = [one for one in page.all("h2") if one.text == "When services are closed"]
    (table,) = [one for one in page.all("table") if one.attributes["id"] == "table-weekend_by_month"]
    assert ["4" in [td.text for td in row.all("td")] for row in table.all("tr")].count(True) == 2
    printed = "\n".join(pages(files["data/report.pdf"]))
    assert heading.text in printed


def test_every_file_that_the_page_names_is_there(root: Path) -> None:
    named = re.findall(
        r"`((?!data/)[\w/]+\.(?:py|html|css|md))`", (root / "docs/reports.md").read_text("utf-8")
    )
    homes = [root, root / "vcse_desktop", root / "resources/report", root / "tests/reports"]
    assert len(named) > 15
    assert [one for one in named if not any((home / one).is_file() for home in homes)] == []
